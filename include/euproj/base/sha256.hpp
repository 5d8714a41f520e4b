#pragma once
// SHA-256 of bytes, as 64 lower-case hexadecimal digits (FIPS 180-4, by OpenSSL's libcrypto).

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace euproj {

[[nodiscard]] std::string sha256(std::string_view bytes);

/// The digest itself; nothing is allocated.
[[nodiscard]] std::array<unsigned char, 32> sha256_bytes(std::string_view bytes);

/// The same of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  void add(std::string_view bytes);
  [[nodiscard]] std::string digest();  // once, at the end

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// HMAC-SHA256 (RFC 2104): what nobody without the key can find by trying all identities.
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view message);

}  // namespace euproj
