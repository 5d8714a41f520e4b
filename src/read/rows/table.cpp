#include "read/rows/table.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/core/limits.hpp"

namespace euproj {
namespace {

// A total is told by its first word, whatever signs stand before it: "RAZEM:", "» Suma (zł)". A
// number that begins with such a word is none, nor is a longer word: "suma_1", "TOTAL/12",
// "Sumara".
constexpr std::array<std::string_view, 5> total_words = {"razem", "suma", "ogolem", "lacznie",
                                                         "total"};
constexpr std::size_t longest_total_word = 12;  // bytes

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Bytes of a no-break space, a quote or another sign outside ASCII that is no letter; 0: none.
std::size_t sign_length(std::string_view text) {
  if (text.starts_with("\xC2")) return 2;      // U+0080 to U+00BF
  if (text.starts_with("\xE2\x80")) return 3;  // general punctuation
  return 0;
}

std::string_view without_signs(std::string_view text) {
  while (!text.empty()) {
    const std::size_t sign = sign_length(text);
    const bool is_ascii = static_cast<unsigned char>(text.front()) < 0x80;
    if (sign == 0 && (!is_ascii || is_ascii_letter(text.front()) || is_digit(text.front()))) break;
    text.remove_prefix(sign == 0 ? 1 : sign);
  }
  return text;
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && sign_length(text.substr(end)) == 0 &&
         (is_ascii_letter(text[end]) || static_cast<unsigned char>(text[end]) >= 0x80)) {
    ++end;
  }
  return text.substr(0, end);
}

/// `Razem: styczeń`, but not `TOTAL/12` or `suma_1`, which are somebody's numbers.
bool ends_word(std::string_view rest) {
  return rest.empty() || sign_length(rest) > 0 ||
         std::string_view(" \t\r\n:.,;(=\"'").find(rest.front()) != std::string_view::npos;
}

}  // namespace

std::optional<SeparatorLine> separator_line(std::string_view text) {
  const bool is_quoted = text.starts_with('"');
  const std::string_view line = text.substr(is_quoted ? 1 : 0, 5);
  if (line.size() < 5 || !same_word(line.substr(0, 4), "sep=")) return std::nullopt;
  if (line[4] == '\n' || line[4] == '\r') return std::nullopt;
  std::size_t end = is_quoted ? 7 : 5;
  if (is_quoted && !text.substr(6).starts_with('"')) return std::nullopt;
  if (text.substr(std::min(end, text.size())).starts_with('\r')) ++end;
  if (end < text.size() && text[end] != '\n') return std::nullopt;
  return SeparatorLine{line[4], std::min(end + 1, text.size())};
}

// The first row with all needed names wins at once; where none has them, the row with most known
// names of the first 30 does, so that the finding can say what it lacks. A declared line is taken
// as it is.
TableStart find_header(std::string_view text, char delimiter, const HeaderNames& names,
                       std::uint32_t declared_line) {
  CsvScanner scanner(text, delimiter);
  if (const auto separator = separator_line(text)) scanner.skip_to(separator->end, 2);
  TableStart best;
  std::vector<Skipped> seen;
  while (true) {
    const std::size_t position = scanner.position();
    const std::uint32_t before = scanner.line();
    if (!scanner.next()) break;
    const CsvRow& row = scanner.row();
    if (row.line > (declared_line > 0 ? declared_line : limits::header_lines) && best.line > 0)
      break;
    if (declared_line > 0 && row.line > declared_line) break;
    const bool is_declared = row.line == declared_line;
    if (declared_line == 0 || is_declared) {
      const std::size_t known = names.count_known(row);
      const bool is_whole = known > 0 && row.fault == CsvFault::none && names.is_header(row);
      if (best.line == 0 || known > best.known || is_whole) {
        best = {position, before, is_whole, known, seen};
      }
      if (is_whole || is_declared) break;
    }
    if (filled_cells(row, 1) > 0) seen.push_back({row.line, SkipReason::above_header});
  }
  return best;
}

std::size_t first_filled(const CsvRow& row) {
  const auto first = std::find_if(row.cells.begin(), row.cells.end(),
                                  [](const CsvCell& cell) { return !trimmed(cell.text).empty(); });
  return static_cast<std::size_t>(first - row.cells.begin());
}

std::size_t filled_cells(const CsvRow& row, std::size_t most) {
  std::size_t filled = 0;
  for (const CsvCell& cell : row.cells) {
    if (filled == most) break;
    if (!trimmed(cell.text).empty()) ++filled;
  }
  return filled;
}

std::string_view word_of_total(std::string_view cell) {
  if (!may_be_total(cell)) return {};
  cell = without_signs(cell);
  const std::string_view word = first_word(cell);
  if (word.empty() || word.size() > longest_total_word) return {};
  if (!ends_word(cell.substr(word.size()))) return {};
  const std::string letters = folded(word);
  const bool is_total =
      std::find(total_words.begin(), total_words.end(), letters) != total_words.end();
  return is_total ? word : std::string_view();
}

bool is_total(const CsvRow& row) {
  const std::size_t first = first_filled(row);
  return first < row.cells.size() && !word_of_total(row.cells[first].text).empty();
}

void TableRest::append(TableRest&& later, std::size_t begin) {
  totals.insert(totals.end(), later.totals.begin(), later.totals.end());
  for (const RowAt& row : later.bare)
    bare.push_back({row.position + begin, row.begin_line, row.line});
  for (const Skipped& note : later.unnamed) {
    const bool is_known = std::any_of(unnamed.begin(), unnamed.end(), [&](const Skipped& earlier) {
      return earlier.cell == note.cell;
    });
    if (!is_known) unnamed.push_back(note);
  }
}

// Sorts out what only the whole file could tell: what is left in `bare` are rows after all.
std::vector<Skipped> TableRest::settle() {
  std::vector<Skipped> skipped = totals;
  skipped.insert(skipped.end(), unnamed.begin(), unnamed.end());
  const auto is_below = [&](const RowAt& row) {
    return !totals.empty() && row.line > totals.back().line;
  };
  for (const RowAt& row : bare) {
    if (is_below(row)) skipped.push_back({row.line, SkipReason::below_total});
  }
  std::erase_if(bare, is_below);
  std::sort(skipped.begin(), skipped.end());
  return skipped;
}

}  // namespace euproj
