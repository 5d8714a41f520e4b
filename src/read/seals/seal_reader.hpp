#pragma once
// read_seal: the text of one seal.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "euproj/base/result.hpp"
#include "euproj/model/seal.hpp"

namespace euproj {

enum class SealFault : std::uint8_t {
  no_json,   // or one that nests too deep
  no_seal,   // another document, or members are missing
  is_newer,  // of a format that this program does not know
};

/// All but `file`, `sha256` and `source`. Members that are not known are passed over: within
/// euproj-seal/1 members are only added.
[[nodiscard]] Result<Seal, SealFault> read_seal(std::string_view text);

}  // namespace euproj
