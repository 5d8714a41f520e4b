#pragma once
// Encodings of text files: what a file is in, and its text as UTF-8.
//
// Detection looks at the whole file and never guesses: what could be read in two ways is a fault
// that a declaration settles. Files that are UTF-8 already are not copied.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "euproj/base/result.hpp"

namespace euproj {

enum class TextEncoding : std::uint8_t {
  utf8,
  utf16_little_endian,
  utf16_big_endian,
  windows_1250,
  iso_8859_2,
};

enum class EncodingFault : std::uint8_t {
  bad_utf8,            // a byte that is not UTF-8
  mixed,               // as bad_utf8, in a file that has UTF-8 letters elsewhere
  undefined_byte,      // no character of the single-byte encoding
  perhaps_iso_8859_2,  // letters of ISO-8859-2 where Windows-1250 has signs
  broken_utf16,        // half of a surrogate pair, or half a unit
};

struct EncodingProblem {
  EncodingFault fault{};
  std::size_t offset = 0;  // of the byte, from the start of the file
};

/// By byte order mark; else UTF-8 when all of it is; else Windows-1250 when every byte has a
/// meaning there. ISO-8859-2 is never detected, only suspected.
[[nodiscard]] Result<TextEncoding, EncodingProblem> detect_encoding(std::string_view bytes);

/// The encoding that a byte order mark names, and the length of the mark (0: there is none).
struct ByteOrderMark {
  TextEncoding encoding = TextEncoding::utf8;
  std::size_t length = 0;
};
[[nodiscard]] ByteOrderMark byte_order_mark(std::string_view bytes);

/// The text without its byte order mark: a view of `bytes` when they are UTF-8, else of `storage`.
/// After a fault `storage` holds what came before it, so that its line can be told.
[[nodiscard]] Result<std::string_view, EncodingProblem> to_utf8(std::string_view bytes,
                                                                TextEncoding encoding,
                                                                std::string& storage);

/// How many bytes at the start are ASCII. Eight at a time.
[[nodiscard]] std::size_t ascii_prefix(std::string_view text);

}  // namespace euproj
