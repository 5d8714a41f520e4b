// The digest by the plain functions of libcrypto, which OpenSSL 3 calls deprecated: the newer ones
// first look for providers, which takes about a millisecond of a small report's ten.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "euproj/base/sha256.hpp"

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

// By RFC 2104 itself: libcrypto's own brings its providers and even the network into a program that
// is linked with its archive.
std::string hmac_sha256(std::string_view key, std::string_view message) {
  constexpr std::size_t block = 64;
  constexpr char inner = 0x36;
  constexpr char outer = 0x5c;
  const auto text_of = [](const Digest& digest) {
    return std::string(digest.begin(), digest.end());
  };
  std::string padded = key.size() > block ? text_of(sha256_bytes(key)) : std::string(key);
  padded.resize(block);
  const auto keyed = [&padded](char pad, std::string_view text) {
    std::string bytes = padded;
    for (char& c : bytes) c = static_cast<char>(c ^ pad);
    bytes += text;
    return sha256_bytes(bytes);
  };
  return hexadecimal(keyed(outer, text_of(keyed(inner, message))));
}

}  // namespace euproj
