#pragma once
// Letters: case, marks, width on a terminal, Polish order, and which ids look alike.
//
// What Unicode knows of a character is asked of utf8proc (Unicode 14); what is a rule of this
// program (the Polish alphabet, what may be shown, what is alike) stands in unicode.cpp, once. All
// texts are valid UTF-8; ASCII, as nearly all text is, asks nobody.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace euproj {

/// Ą -> ą, of every letter that has a small one; the length in bytes may change.
[[nodiscard]] std::string lower_case(std::string_view text);
/// Without regard to case.
[[nodiscard]] bool same_word(std::string_view a, std::string_view b);

/// For comparing headers and words: small letters without their marks (ł -> l), every run of other
/// characters one blank, no blank at the ends. src/read/README.md#spellings.
[[nodiscard]] std::string folded(std::string_view text);

/// For comparing headers as a person reads them: composed (NFC) small letters, every run of blanks
/// of all kinds and line ends one blank, none at the ends, and nothing that cannot be seen.
[[nodiscard]] std::string header_key(std::string_view text);

/// Columns on a terminal: combining marks take none, East Asian wide characters two.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// False for what could move a terminal's cursor, reverse a line or break the XML of a workbook:
/// controls, line separators, directions, and what is no character. A tab and a line end are
/// controls.
[[nodiscard]] bool is_showable(std::uint32_t code_point);

/// The order of names as a Polish dictionary has it, the same on every machine, whatever its
/// locale: a ą b c ć d e ę … z ź ż, digits before letters, other signs before digits; without
/// regard to case and to marks foreign to Polish, unless nothing else tells two names apart.
[[nodiscard]] bool is_before_in_polish(std::string_view a, std::string_view b);

/// What two ids that look alike have in common: small letters without blanks, dashes, what cannot
/// be seen, and zeros before a number; Cyrillic and Greek letters as the Latin ones that they look
/// like. Between digits one dash stays: `1-11` is not `11-1`.
[[nodiscard]] std::string likeness_of(std::string_view id);
/// The same for ids that look alike; other ids may be chosen to have it, too.
[[nodiscard]] std::uint64_t likeness_number(std::string_view id);
/// As likeness_of, but leading zeros and letters of other alphabets tell ids apart.
[[nodiscard]] std::string strict_likeness_of(std::string_view id);
[[nodiscard]] std::uint64_t strict_likeness_number(std::string_view id);
/// As strict_likeness_of, and all signs between digits are one, others none, leading zeros none:
/// what `FA 07/26` and `fa-7-26` have in common. `1/12` is not `11/2`.
[[nodiscard]] std::string loose_likeness_of(std::string_view id);
[[nodiscard]] std::uint64_t loose_likeness_number(std::string_view id);

/// A text as a person can read it who must find what is wrong with it: `<NBSP>`, `<U+200B>` for
/// what cannot be seen, `<Cyrillic е>` for a letter that looks like a Latin one among Latin ones.
[[nodiscard]] std::string with_unseen_named(std::string_view text);

/// Two ids that look alike, as a person can tell them apart: with `<NBSP>`, `<U+200B>`, `<Cyrillic
/// А>` for what looks like something else, or like nothing.
struct ToldApart {
  std::string first;
  std::string second;
  std::string unseen;  // what was named so, in backticks: "`<NBSP>`, `<Cyrillic А>`"; or empty
};
[[nodiscard]] ToldApart tell_apart(std::string_view first, std::string_view second);

}  // namespace euproj
