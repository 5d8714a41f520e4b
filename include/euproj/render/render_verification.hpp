#pragma once
// What `euproj verify` answers.

#include <string>

#include "euproj/base/language.hpp"
#include "euproj/report/verification.hpp"

namespace euproj {

/// {"format": "euproj-verify/1", "file": .., "kind": .., "version": .., "same": .., "compared": ..,
/// "differences": [..], "inputs": [..]} in one line.
[[nodiscard]] std::string render_verification_json(const Verification& verification);

/// A line for each difference, then one that says how it stands.
[[nodiscard]] std::string render_verification_text(const Verification& verification,
                                                   Language language);

}  // namespace euproj
