#include "read/table/cells.hpp"

#include <algorithm>
#include <cstring>

#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"
#include "read/table/shown_value.hpp"
#include "read/words/words.hpp"

namespace euproj {
namespace {

constexpr std::uint32_t largest_count = 1'000'000'000;

bool is_blank(std::string_view text) {
  return text.empty() || (text.size() <= 3 && (text == "-" || text == "—"));
}

/// Most cells begin and end with a visible ASCII character: nothing to trim.
std::string_view trimmed_cell(std::string_view text) {
  const auto visible = [](char c) { return c > ' '; };
  if (!text.empty() && visible(text.front()) && visible(text.back())) return text;
  return trimmed(text);
}

std::optional<std::uint32_t> parse_count(std::string_view text) {
  std::uint32_t value = 0;
  if (text.size() > 10) return std::nullopt;
  for (const char c : text) {
    if (c < '0' || c > '9' || value > largest_count / 10) return std::nullopt;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  if (value == 0 || value > largest_count) return std::nullopt;
  return value;
}

}  // namespace

RowCells::RowCells(const DataFile& declared, const Header& header, char decimal, FileId file,
                   Diagnostics& diagnostics)
    : declared_(declared),
      header_(header),
      decimal_(decimal),
      file_(file),
      diagnostics_(diagnostics),
      memories_(column_count()) {
  for (std::size_t i = 0; i < memories_.size(); ++i) {
    const auto column = static_cast<Column>(i);
    memories_[i].cell = header.cell(column);
    memories_[i].is_needed = column_info(column).need == Need::needed;
  }
  for (const auto& [name, replacements] : declared.values) {
    for (const ColumnInfo& info : columns_of(declared.kind)) {
      if (info.name == name) memory_of(info.column).replacements = &replacements;
    }
  }
}

bool RowCells::all_blank() const {
  return std::all_of(row_->cells.begin(), row_->cells.end(),
                     [](const CsvCell& cell) { return trimmed_cell(cell.text).empty(); });
}

std::string_view RowCells::read_closely(const ColumnMemory& memory, std::string_view text) {
  text = trimmed_cell(text);
  if (memory.replacements != nullptr) {
    for (const auto& [from, to] : *memory.replacements) {
      if (!same_word(trimmed(from), text)) continue;
      text = trimmed(to);
      break;
    }
  }
  return is_blank(text) ? std::string_view{} : text;
}

void RowCells::report_missing(Column column) { report(Kind::missing_value, column); }

Date RowCells::read_date(Column column) {
  const std::string_view seen = text(column);
  if (seen.empty()) return {};
  const auto parsed = parse_date(seen, declared_.date);
  if (!parsed) {
    report_date(column, seen, parsed.reason());
    return {};
  }
  ColumnMemory& memory = memory_of(column);
  const std::string_view written = written_in(memory);
  memory.remember_date(written, *parsed);
  return *parsed;
}

std::optional<Money> RowCells::money(Column column) {
  const std::string_view seen = text(column);
  if (seen.empty()) return std::nullopt;
  const auto parsed = parse_money(seen, decimal_, Grouping::blanks);
  if (parsed) return *parsed;
  report_number(column, seen, parsed.reason(), 2);
  return std::nullopt;
}

std::optional<Quantity> RowCells::read_quantity(Column column) {
  const std::string_view seen = text(column);
  if (seen.empty()) return std::nullopt;
  const auto parsed = parse_quantity(seen, decimal_, Grouping::blanks);
  if (parsed) return *parsed;
  report_number(column, seen, parsed.reason(), 4);
  return std::nullopt;
}

std::optional<std::uint32_t> RowCells::read_count(Column column) {
  const std::string_view seen = text(column);
  if (seen.empty()) return std::nullopt;
  const auto parsed = parse_count(seen);
  if (!parsed) report(Kind::not_a_count, column, {shown(seen), std::to_string(largest_count)});
  return parsed;
}

std::optional<Pesel> RowCells::pesel(Column column) {
  const std::string_view seen = text(column);
  if (seen.empty()) return std::nullopt;
  const std::string digits = ungrouped_pesel(seen);
  const auto parsed = parse_pesel(digits);
  if (parsed) return *parsed;
  switch (parsed.reason()) {
    case PeselFault::not_eleven_digits:
      report(Kind::pesel_not_eleven_digits, column, {character_count(digits)});
      break;
    case PeselFault::no_such_day:
      report(Kind::pesel_no_such_day, column);
      break;
    case PeselFault::check_digit:
      report(Kind::pesel_check_digit, column);
      break;
  }
  return std::nullopt;
}

template <typename Find, typename Tell>
inline Code RowCells::remembered(Column column, const Find& find, const Tell& tell) {
  ColumnMemory& memory = memory_of(column);
  const std::string_view written = written_in(memory);
  if (is_silent(memory, written)) return no_code;
  if (const Code code = memory.words.find(written)) return code;
  const std::string_view seen = text(column);
  if (seen.empty()) return no_code;
  const Code code = find(seen);
  if (code == no_code) {
    tell(seen);
  } else {
    memory.words.remember(written, code);
  }
  return code;
}

Answer RowCells::answer(Column column) {
  const auto tell = [&](std::string_view word) { report_word(column, word); };
  return static_cast<Answer>(remembered(column, code_of_answer, tell));
}

Sex RowCells::sex(Column column) {
  const auto tell = [&](std::string_view word) { report_word(column, word); };
  return static_cast<Sex>(remembered(column, code_of_sex, tell));
}

std::optional<PlaceKind> RowCells::place_kind(Column column) {
  const std::string_view seen = text(column);
  if (seen.empty()) return std::nullopt;
  const auto kind = place_kind_of(seen);
  if (!kind) report_word(column, seen);
  return kind;
}

Code RowCells::word(Column column) {
  const auto find = [column](std::string_view word) {
    return code_of_word(column_info(column).type, word);
  };
  return remembered(column, find, [&](std::string_view word) { report_word(column, word); });
}

Code RowCells::read_repeated(Column column, Interner& words) {
  const auto find = [&](std::string_view word) { return words.intern(word); };
  return remembered(column, find, [](std::string_view) {});
}

Code RowCells::reference(Column column, const Interner& words, std::size_t declared) {
  const auto find = [&](std::string_view word) {
    const Code found = words.find(word);
    return found <= declared ? found : no_code;
  };
  const auto tell = [&](std::string_view word) {
    std::vector<std::string_view> known;
    for (std::size_t i = 1; i <= declared; ++i) known.push_back(words.text(static_cast<Code>(i)));
    report_unknown_code(column, word, known);
  };
  return remembered(column, find, tell);
}

}  // namespace euproj
