// The digest by the plain functions of libcrypto, which OpenSSL 3 calls deprecated: the newer ones
// first look for providers, which takes about a millisecond of a small report's ten.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "euproj/base/sha256.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

#include <array>
#include <memory>

#include "euproj/base/checked.hpp"
#include "euproj/base/format.hpp"

namespace euproj {
namespace {

using Digest = std::array<unsigned char, 32>;

}  // namespace

struct Sha256::State {
  SHA256_CTX context{};
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  if (SHA256_Init(&state_->context) != 1) throw InternalError("SHA-256: no such digest");
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
  if (SHA256_Update(&state_->context, bytes.data(), bytes.size()) != 1) {
    throw InternalError("SHA-256 of an input file");
  }
}

std::string Sha256::digest() {
  Digest digest{};
  if (SHA256_Final(digest.data(), &state_->context) != 1) {
    throw InternalError("SHA-256 of an input file");
  }
  return hexadecimal(digest);
}

std::string sha256(std::string_view bytes) {
  Sha256 whole;
  whole.add(bytes);
  return whole.digest();
}

std::array<unsigned char, 32> sha256_bytes(std::string_view bytes) {
  Digest digest{};
  SHA256_CTX context;
  if (SHA256_Init(&context) != 1 || SHA256_Update(&context, bytes.data(), bytes.size()) != 1 ||
      SHA256_Final(digest.data(), &context) != 1) {
    throw InternalError("SHA-256 of a text");
  }
  return digest;
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
