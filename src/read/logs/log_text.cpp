#include "read/logs/log_text.hpp"

#include <algorithm>
#include <array>

#include "euproj/base/encoding.hpp"
#include "euproj/base/format.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

/// About `end`, behind a character where there are characters: none has four bytes that go on.
std::size_t end_of_characters(std::string_view bytes, std::size_t end) {
  const auto goes_on = [&] { return (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U; };
  end = std::min(end, bytes.size());
  for (int back = 0; back < 3 && end > 0 && end < bytes.size() && goes_on(); ++back) --end;
  return end;
}

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

/// `encoding`: the declared one; none when it was to be detected.
Message message_of(EncodingFault fault, std::string byte, std::optional<TextEncoding> encoding) {
  switch (fault) {
    case EncodingFault::mixed:
      return {Kind::mixed_encoding, {std::move(byte)}};
    case EncodingFault::perhaps_iso_8859_2:
      return {Kind::ambiguous_encoding, {std::move(byte)}};
    case EncodingFault::broken_utf16:
      return Kind::broken_utf16;
    case EncodingFault::bad_utf8:
    case EncodingFault::undefined_byte:
      break;
  }
  if (!encoding) return {Kind::unknown_encoding, {std::move(byte)}};
  return {Kind::not_declared_encoding, {std::move(byte), declared_word(family_of(*encoding))}};
}

}  // namespace

bool is_all_utf8(const FileContent& content) {
  const std::string_view bytes = content.bytes();
  bool is_utf8 = true;
  for (std::size_t begin = 0; begin < bytes.size() && is_utf8;) {
    const std::size_t end = end_of_characters(bytes, begin + InputDigest::piece);
    is_utf8 = first_bad_utf8(bytes.substr(begin, end - begin)) == std::string_view::npos;
    begin = end;
    content.release(0);
  }
  return is_utf8;
}

void InputDigest::consume(std::size_t end) {
  if (end <= consumed_) return;
  const std::string_view bytes = content_.bytes();
  sum_.add(bytes.substr(consumed_, end - consumed_));
  consumed_ = end;
  if (is_validating_) validate(end_of_characters(bytes, end));
}

void InputDigest::consume_alone(std::size_t end) {
  while (consumed_ < end) {
    consume(std::min(end, consumed_ + piece));
    if (consumed_ < end) content_.release(0);
  }
}

void InputDigest::validate(std::size_t end) {
  if (!is_utf8_ || end <= validated_) return;
  const std::string_view text = content_.bytes().substr(validated_, end - validated_);
  is_utf8_ = first_bad_utf8(text) == std::string_view::npos;
  validated_ = end;
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
      diagnostics.report(message_of(problem.fault, "0x" + hexadecimal(bytes[problem.offset]), {}),
                         place_after(bytes.substr(0, problem.offset), file));
      return std::nullopt;
    }
    encoding = *detected;
  }

  const auto text = to_utf8(bytes, encoding, storage);
  if (text) return *text;
  const EncodingProblem& problem = text.reason();
  diagnostics.report(message_of(problem.fault, "0x" + hexadecimal(bytes[problem.offset]), encoding),
                     place_after(storage, file));
  return std::nullopt;
}

}  // namespace euproj
