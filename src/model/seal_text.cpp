#include "euproj/model/seal_text.hpp"

#include "euproj/base/sha256.hpp"

namespace euproj {
namespace {

constexpr std::string_view end_of_object = "\n}\n";
constexpr std::string_view digest_key = ",\n  \"digest\": \"";
constexpr std::size_t digest_length = 64;

}  // namespace

std::string with_digest(std::string text) {
  const std::string digest = sha256(text);
  text.resize(text.size() - end_of_object.size());
  return text.append(digest_key).append(digest).append("\"").append(end_of_object);
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
