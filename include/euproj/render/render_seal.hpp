#pragma once
// The seal of a closed period as JSON (SPEC-AUDIT 1 and 7), and what it says of itself.

#include <string>
#include <string_view>

#include "euproj/model/seal.hpp"

namespace euproj {

/// {"format": "euproj-seal/1", "project": .., "period": {..} | "claim": .., "version": ..,
/// "options": [..], "definition": {..}, "inputs": [..], "figures": {..}, "evidence": {..},
/// "previous": {..} | null, "digest": ".."}, indented, and a newline. `rows` of an input holds
/// "lines" ("2-13,15") and as many "hashes" of 16 digits. The same seal is the same bytes.
[[nodiscard]] std::string render_seal_json(const Seal& seal);

}  // namespace euproj
