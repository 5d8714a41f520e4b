#include "euproj/base/sha256.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "euproj/base/checked.hpp"

namespace euproj {
namespace {

using Digest = std::array<unsigned char, 32>;

std::string hexadecimal(const Digest& digest) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(64);
  for (const unsigned char byte : digest) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

}  // namespace

std::string sha256(std::string_view bytes) {
  Digest digest{};
  unsigned int length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1 ||
      length != digest.size()) {
    throw InternalError("SHA-256 of an input file");
  }
  return hexadecimal(digest);
}

std::string hmac_sha256(std::string_view key, std::string_view message) {
  Digest digest{};
  unsigned int length = 0;
  // Names of `unsigned char` are OpenSSL's; the bytes are the same.
  const auto* const bytes = reinterpret_cast<const unsigned char*>(message.data());
  if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes, message.size(),
           digest.data(), &length) == nullptr ||
      length != digest.size()) {
    throw InternalError("a keyed pseudonym");
  }
  return hexadecimal(digest);
}

}  // namespace euproj
