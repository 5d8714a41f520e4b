#pragma once
// SHA-256 of bytes, as 64 lower-case hexadecimal digits (FIPS 180-4, by OpenSSL's libcrypto).

#include <string>
#include <string_view>

namespace euproj {

[[nodiscard]] std::string sha256(std::string_view bytes);

/// HMAC-SHA256 (RFC 2104): what nobody without the key can find by trying all identities.
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view message);

}  // namespace euproj
