#include "read/log_text.hpp"

#include <algorithm>
#include <array>
#include <atomic>

#include "euproj/base/encoding.hpp"
#include "euproj/base/kinds.hpp"
#include "euproj/base/parallel.hpp"
#include "euproj/base/utf8.hpp"

namespace euproj {
namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 22;

/// The word of `encoding:` in a definition.
std::string declared_word(Encoding encoding) {
  constexpr std::array<std::string_view, 4> words = {"utf-8", "utf-16", "windows-1250",
                                                     "iso-8859-2"};
  return std::string(words.at(static_cast<std::size_t>(encoding)));
}

Encoding family_of(TextEncoding encoding) {
  switch (encoding) {
    case TextEncoding::utf8:
      return Encoding::utf8;
    case TextEncoding::utf16_little_endian:
    case TextEncoding::utf16_big_endian:
      return Encoding::utf16;
    case TextEncoding::windows_1250:
      return Encoding::windows_1250;
    case TextEncoding::iso_8859_2:
      return Encoding::iso_8859_2;
  }
  return Encoding::utf8;
}

TextEncoding text_encoding(Encoding declared, ByteOrderMark mark) {
  switch (declared) {
    case Encoding::utf8:
      return TextEncoding::utf8;
    case Encoding::utf16:
      return mark.encoding;
    case Encoding::windows_1250:
      return TextEncoding::windows_1250;
    case Encoding::iso_8859_2:
      return TextEncoding::iso_8859_2;
  }
  return TextEncoding::utf8;
}

Place place_after(std::string_view before, FileId file) {
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t last_end = before.rfind('\n');
  const std::size_t line_begin = last_end == std::string_view::npos ? 0 : last_end + 1;
  Place place;
  place.file = file;
  place.line = static_cast<std::uint32_t>(lines + 1);
  place.column = static_cast<std::uint32_t>(before.size() - line_begin + 1);
  return place;
}

std::string hexadecimal(char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  return {'0', 'x', digits[value >> 4U], digits[value & 0xFU]};
}

Kind kind_of(EncodingFault fault, bool detected) {
  switch (fault) {
    case EncodingFault::bad_utf8:
      return Kind::not_declared_encoding;
    case EncodingFault::mixed:
      return Kind::mixed_encoding;
    case EncodingFault::undefined_byte:
      return detected ? Kind::unknown_encoding : Kind::not_declared_encoding;
    case EncodingFault::perhaps_iso_8859_2:
      return Kind::ambiguous_encoding;
    case EncodingFault::broken_utf16:
      return Kind::broken_utf16;
  }
  return Kind::unknown_encoding;
}

}  // namespace

bool is_all_utf8(const FileContent& content, std::size_t threads) {
  const std::string_view bytes = content.bytes();
  // A piece ends with a character, where there are characters: none has four bytes that go on.
  const auto end_of_piece = [bytes](std::size_t end) {
    const auto goes_on = [&] { return (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U; };
    end = std::min(end, bytes.size());
    for (int back = 0; back < 3 && end > 0 && end < bytes.size() && goes_on(); ++back) --end;
    return end;
  };
  // A small file is one piece: it is looked through before a thread has begun.
  const std::size_t pieces =
      threads == 1 ? 1 : std::min(threads * 2, bytes.size() / piece_bytes + 1);
  std::atomic<bool> is_bad = false;
  for (std::size_t begin = 0; begin < bytes.size() && !is_bad; begin += pieces * piece_bytes) {
    for_each_in_parallel(pieces, threads, [&](std::size_t piece) {
      const std::size_t first = end_of_piece(begin + piece * piece_bytes);
      const std::size_t end = end_of_piece(begin + (piece + 1) * piece_bytes);
      const std::string_view text = bytes.substr(first, end - first);
      if (first_bad_utf8(text) != std::string_view::npos) is_bad = true;
    });
    content.release(0);
  }
  return !is_bad;
}

void FileDigest::add_up_to(std::size_t end) {
  if (end <= done_) return;
  sum_.add(content_.bytes().substr(done_, end - done_));
  done_ = end;
}

std::string FileDigest::finish() {
  for (const std::size_t size = content_.bytes().size(); done_ < size;) {
    add_up_to(std::min(size, done_ + piece_bytes));
    content_.release(0);
  }
  return sum_.digest();
}

std::optional<std::string_view> decode_log(std::string_view bytes, bool is_utf8,
                                           const DataFile& declared, FileId file,
                                           std::string& storage, Diagnostics& diagnostics) {
  const ByteOrderMark mark = byte_order_mark(bytes);
  TextEncoding encoding = mark.encoding;
  if (declared.encoding) {
    const Encoding wanted = *declared.encoding;
    if (mark.length > 0 && family_of(mark.encoding) != wanted) {
      diagnostics.report(Kind::encoding_contradicts_mark, {file, 1, 1},
                         {declared_word(family_of(mark.encoding)), declared_word(wanted)});
      return std::nullopt;
    }
    if (mark.length == 0 && wanted == Encoding::utf16) {
      diagnostics.report(Kind::utf16_without_mark, {file, 1, 1});
      return std::nullopt;
    }
    encoding = text_encoding(wanted, mark);
    if (is_utf8 && encoding == TextEncoding::utf8) return without_bom(bytes);
  } else if (is_utf8) {
    return without_bom(bytes);
  } else if (mark.length == 0) {
    const auto detected = detect_encoding(bytes);
    if (!detected) {
      const EncodingProblem& problem = detected.reason();
      diagnostics.report(kind_of(problem.fault, true),
                         place_after(bytes.substr(0, problem.offset), file),
                         {hexadecimal(bytes[problem.offset])});
      return std::nullopt;
    }
    encoding = *detected;
  }

  const auto text = to_utf8(bytes, encoding, storage);
  if (text) return *text;
  const EncodingProblem& problem = text.reason();
  diagnostics.report(kind_of(problem.fault, false), place_after(storage, file),
                     {hexadecimal(bytes[problem.offset]), declared_word(family_of(encoding))});
  return std::nullopt;
}

}  // namespace euproj
