#pragma once
// The text of a seal as a whole: its format, and the digest that shows that a hand was at it.
//
//   {                                 {
//     ..                                ..
//     "previous": null                  "previous": null,
//   }                                   "digest": "<SHA-256 of the text on the left>"
//                                     }
//
// Whoever edits a seal can compute the digest anew: who must not be able to keeps the SHA-256 of
// the file, as the next seal does.

#include <string_view>

#include "euproj/base/files.hpp"

namespace euproj {

inline constexpr std::string_view seal_format = "euproj-seal/1";

/// Gives `sink` the text with its digest. `text` gives a JSON object, indented by two, and a
/// newline, in pieces of any length.
void write_with_digest(const Output& text, const Sink& sink);

/// Whether the text has a digest and it is that of the rest.
[[nodiscard]] bool has_own_digest(std::string_view text);

}  // namespace euproj
