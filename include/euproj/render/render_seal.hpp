#pragma once
// The seal of a closed period as JSON (src/app/audit/README.md#seal), and what it says of itself.

#include "euproj/base/files.hpp"
#include "euproj/model/seal.hpp"

namespace euproj {

/// {"format": "euproj-seal/1", "project": .., "period": {..} | "claim": .., "version": ..,
/// "options": [..], "definition": {..}, "inputs": [..], "figures": {..}, "evidence": {..},
/// "previous": {..} | null, "digest": ".."}, indented, a unit or document of the evidence on one
/// line, and a newline. `marks` of an input hold "lines" ("2-13,15") and as many "hashes" of 16
/// digits. The same seal is the same bytes on any number of
/// threads.
void render_seal_json(const Seal& seal, const Sink& sink, std::size_t threads = 1);

}  // namespace euproj
