#include "euproj/model/seal_text.hpp"

#include <string>

#include "euproj/base/sha256.hpp"

namespace euproj {
namespace {

constexpr std::string_view end_of_object = "\n}\n";
constexpr std::string_view digest_key = ",\n  \"digest\": \"";
constexpr std::size_t digest_length = 64;

}  // namespace

void write_with_digest(const Output& text, const Sink& sink) {
  Sha256 whole;
  std::string held;  // the last bytes: they may be the end of the object
  text([&](std::string_view piece) {
    whole.add(piece);
    held += piece;
    if (held.size() <= end_of_object.size()) return;
    const std::size_t sure = held.size() - end_of_object.size();
    sink(std::string_view(held).substr(0, sure));
    held.erase(0, sure);
  });
  sink(std::string(digest_key) + whole.digest() + "\"" + std::string(end_of_object));
}

bool has_own_digest(std::string_view text) {
  const std::size_t at = text.rfind(digest_key);
  if (at == std::string_view::npos) return false;
  const std::string_view rest = text.substr(at + digest_key.size());
  if (rest.size() != digest_length + 1 + end_of_object.size()) return false;
  Sha256 whole;
  whole.add(text.substr(0, at));
  whole.add(end_of_object);
  return whole.digest() == rest.substr(0, digest_length) &&
         rest.substr(digest_length) == "\"" + std::string(end_of_object);
}

}  // namespace euproj
