#include "read/rows/header.hpp"

#include <algorithm>
#include <array>

#include "euproj/base/checked.hpp"
#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/core/limits.hpp"
#include "euproj/words/kinds.hpp"
#include "read/rows/cells.hpp"
#include "read/words/shown_value.hpp"
#include "read/words/words.hpp"

namespace euproj {
namespace {

std::vector<std::string_view> names_of(LogKind log) {
  std::vector<std::string_view> names;
  for (const ColumnInfo& info : columns_of(log)) names.push_back(info.name);
  return names;
}

const std::string* mapped_header(const DataFile& declared, std::string_view column) {
  for (const auto& [canonical, header] : declared.columns) {
    if (canonical == column) return &header;
  }
  return nullptr;
}

bool names_person(Column column) {
  return column == Column::support_person_id || column == Column::outcomes_person_id;
}

/// Of a wide list those that its rows have: the rest its meetings say.
bool is_in_file(const DataFile& declared, Column column) {
  if (!declared.wide) return true;
  return column == Column::support_person_id || column == Column::support_provider ||
         column == Column::support_task || column == Column::support_partner ||
         (column == Column::support_form && declared.wide->form.empty());
}

bool is_needed(const DataFile& declared, const ColumnInfo& info) {
  const bool is_matched = !declared.match.columns.empty();
  if (names_person(info.column)) {
    return !is_matched && (info.need == Need::needed || declared.wide.has_value());
  }
  return info.need == Need::needed && is_in_file(declared, info.column);
}

/// Columns that `columns:` and `values:` name must be columns of this log.
bool check_mapped_columns(const DataFile& declared, Diagnostics& diagnostics) {
  const std::vector<std::string_view> known = names_of(declared.kind);
  bool good = true;
  const auto check = [&](const std::string& name) {
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    diagnostics.report(
        Kind::unknown_mapped_column, declared.place,
        {shown(name), std::string(log_name(declared.kind)), nearest_shown(name, known)});
    good = false;
  };
  for (const auto& entry : declared.columns) check(entry.first);
  for (const auto& entry : declared.values) check(entry.first);
  return good;
}

class HeaderReader {
 public:
  HeaderReader(const CsvRow& row, const DataFile& declared, FileId file, Diagnostics& diagnostics,
               std::size_t entry, UnknownColumns& told)
      : row_(row),
        declared_(declared),
        file_(file),
        diagnostics_(diagnostics),
        entry_(entry),
        told_(told) {
    header_.cells.resize(column_count());
  }

  std::optional<Header> read() {
    const ColumnNames names(declared_);
    for (std::size_t i = 0; i < row_.cells.size(); ++i) {
      const std::string_view written = trimmed(row_.cells[i].text);
      header_.names.emplace_back(shown(written));
      const std::string key = header_key(written);
      if (names.is_ignored(key)) continue;
      const std::vector<Column> columns = names.find(key, i);
      const bool is_other = columns.empty() && !names.is_matched(key) && !written.empty();
      if (is_other && !is_placed_meeting(i, key)) report_unknown(i, key);
      for (const Column column : columns) place_column(column, i);
    }
    for (const ColumnInfo& info : columns_of(declared_.kind)) {
      if (header_.cell(info.column) == 0) report_absent(info);
    }
    for (const std::string& name : declared_.match.columns) place_matched(name);
    if (declared_.wide && header_.meetings.empty() && good_) {
      diagnostics_.report(Kind::wide_without_meetings, {file_, row_.line, 1});
      good_ = false;
    }
    good_ = check_mapped_columns(declared_, diagnostics_) && good_;
    if (!good_) return std::nullopt;
    return std::move(header_);
  }

 private:
  [[nodiscard]] Place place(std::size_t cell) const {
    return {file_, row_.line, row_.cells[cell].column, 0, static_cast<std::uint32_t>(cell + 1)};
  }

  void place_column(Column column, std::size_t cell) {
    std::uint16_t& known = header_.cells[static_cast<std::size_t>(column)];
    if (known != 0) {
      diagnostics_.report(Kind::repeated_column, place(cell),
                          {header_.names[cell], std::to_string(known)});
      good_ = false;
      return;
    }
    known = static_cast<std::uint16_t>(cell + 1);
  }

  /// A meeting that is reported is one, too.
  bool is_placed_meeting(std::size_t cell, std::string_view key) {
    if (!declared_.wide) return false;
    const MeetingHeader meeting = meeting_header(key, declared_);
    if (!meeting.is_meeting) return false;
    if (!meeting.day.known()) {
      diagnostics_.report(Kind::meeting_outside_month, place(cell),
                          {header_.names[cell], declared_.wide->month.iso().substr(0, 7)});
      good_ = false;
      return true;
    }
    const auto same =
        std::find_if(header_.meetings.begin(), header_.meetings.end(),
                     [&](const Meeting& earlier) { return earlier.day == meeting.day; });
    if (same != header_.meetings.end()) {
      diagnostics_.report(
          Kind::meeting_repeated, place(cell),
          {meeting.day.iso(), std::to_string(same->cell + 1), std::to_string(cell + 1)});
      good_ = false;
    }
    header_.meetings.push_back({cell, meeting.day});
    return true;
  }

  void place_matched(const std::string& name) {
    for (std::size_t i = 0; i < row_.cells.size(); ++i) {
      if (header_key(row_.cells[i].text) != header_key(name)) continue;
      header_.matched.push_back(i);
      return;
    }
    const std::vector<std::string_view> headers(header_.names.begin(), header_.names.end());
    diagnostics_.report(Kind::match_column_missing, {file_, row_.line, 1},
                        {shown(name), nearest_shown(name, headers)});
    good_ = false;
  }

  void report_unknown(std::size_t cell, std::string_view key) {
    if (!told_.emplace(entry_, key).second) return;
    const std::vector<std::string_view> known = names_of(declared_.kind);
    diagnostics_.report(Kind::unknown_column, place(cell),
                        {header_.names[cell], nearest_shown(key, known)});
  }

  void report_absent(const ColumnInfo& info) {
    const std::vector<std::string_view> headers(header_.names.begin(), header_.names.end());
    const Place line{file_, row_.line, 1};
    if (const std::string* const mapped = mapped_header(declared_, info.name)) {
      diagnostics_.report(
          Kind::mapped_header_missing, line,
          {std::string(info.name), shown(*mapped), nearest_shown(*mapped, headers)});
      good_ = false;
    } else if (is_needed(declared_, info)) {
      diagnostics_.report(Kind::missing_column, line,
                          {std::string(info.name), nearest_shown(info.name, headers)});
      good_ = false;
    }
  }

  const CsvRow& row_;
  const DataFile& declared_;
  FileId file_;
  Diagnostics& diagnostics_;
  std::size_t entry_;
  UnknownColumns& told_;
  Header header_;
  bool good_ = true;
};

/// What may stand behind the day in a header: `3 marca`, `03.03 (wt.)`.
bool is_word_of_day(std::string_view text) {
  constexpr std::array<std::string_view, 29> words = {
      "pn",       "pon",      "poniedzialek", "wt",        "wtorek",    "sr",
      "sroda",    "czw",      "czwartek",     "pt",        "piatek",    "so",
      "sob",      "sobota",   "nd",           "niedz",     "niedziela", "stycznia",
      "lutego",   "marca",    "kwietnia",     "maja",      "czerwca",   "lipca",
      "sierpnia", "wrzesnia", "pazdziernika", "listopada", "grudnia"};
  const std::string word = folded(text);
  return word.empty() || word == "r" || std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

// A header that is a day. With a month declared (`month: 2026-03`) the day alone is enough.
//
//   2026-03-03, 03.03.2026, 03.03.2026 (wt.)      a date; of another month than the declared
//                                                 one: a meeting without a day, reported
//   3, 03., 3.3, 03/03, 3 marca                   a day of the month declared; none without one
//   3.4 under March, 31 under April               a meeting whose day is none: reported
//   gr. 3, 12 zajęć                               no meeting: a word that is no weekday or month
MeetingHeader meeting_header(std::string_view key, const DataFile& declared) {
  const std::size_t blank = std::min(key.find(' '), key.size());
  const std::string_view text = key.substr(0, blank);
  const bool is_plain = is_word_of_day(key.substr(blank));
  const Date month = declared.wide->month;
  const bool is_long = text.size() > 6;  // 02.03. has six
  if (is_long) {
    auto day = parse_written_day(key, DateForm::dd_mm_yyyy_dots);
    if (!day) day = parse_written_day(key, declared.date);
    if (!day && is_plain) day = parse_written_day(text, DateForm::dd_mm_yyyy_dots);
    if (!day) return {};
    const bool is_outside =
        month.known() && day->day.iso().substr(0, 7) != month.iso().substr(0, 7);
    return {true, is_outside ? Date() : day->day};
  }
  if (!month.known() || !is_plain) return {};
  // The day, then perhaps its month: 2, 02., 2.3, 02/03.
  std::array<int, 2> numbers{};
  std::size_t count = 0;
  std::size_t digits = 0;
  for (const char c : text) {
    const bool is_sign = c == '.' || c == '/' || c == '-';
    if (c >= '0' && c <= '9') {
      if (digits == 0 && count++ == numbers.size()) return {};
      if (++digits > 2) return {};
      numbers.at(count - 1) = numbers.at(count - 1) * 10 + (c - '0');
    } else if (is_sign && digits > 0) {
      digits = 0;
    } else {
      return {};
    }
  }
  if (count == 0 || numbers[0] < 1 || numbers[0] > 31) return {};
  if (count == 2 && (numbers[1] < 1 || numbers[1] > 12)) return {};
  const CalendarDay first = month.calendar();
  if (count == 2 && numbers[1] != first.month) return {true, Date()};
  return {true, Date::from(first.year, first.month, numbers[0]).value_or(Date())};
}

ColumnNames::ColumnNames(const DataFile& declared) : declared_(declared) {
  for (const ColumnInfo& info : columns_of(declared.kind)) {
    if (!is_in_file(declared, info.column)) continue;
    const std::string* const mapped = mapped_header(declared, info.name);
    const std::string_view name = mapped != nullptr ? std::string_view(*mapped) : info.name;
    const bool may_be_number = mapped != nullptr && declared.kind == LogKind::declared;
    names_.push_back({header_key(name), info.column, mapped != nullptr,
                      may_be_number ? parse_count(name).value_or(0) : 0});
  }
  for (const std::string& pattern : declared.ignored) ignored_.push_back(header_key(pattern));
  for (const std::string& name : declared.match.columns) matched_.push_back(header_key(name));
}

bool ColumnNames::is_matched(std::string_view key) const {
  return std::find(matched_.begin(), matched_.end(), key) != matched_.end();
}

bool ColumnNames::is_at(const Name& name, std::string_view key, std::size_t cell) {
  return name.number == cell + 1 && !key.empty();
}

std::vector<Column> ColumnNames::find(std::string_view key, std::size_t cell) const {
  std::vector<Column> columns;
  for (const Name& name : names_) {
    if (name.number == 0 ? name.key == key : is_at(name, key, cell)) columns.push_back(name.column);
  }
  return columns;
}

std::size_t ColumnNames::count_known(const CsvRow& header) const {
  std::size_t known = 0;
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string key = header_key(header.cells[i].text);
    const bool is_known = !find(key, i).empty() || is_matched(key) ||
                          (declared_.wide && meeting_header(key, declared_).is_meeting);
    known += is_known ? 1U : 0U;
  }
  return known;
}

bool ColumnNames::are_all_in(const CsvRow& header) const {
  std::vector<std::string> keys;
  for (const CsvCell& cell : header.cells) keys.push_back(header_key(cell.text));
  const auto has = [&](const std::string& key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  const bool has_meetings =
      !declared_.wide || std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
        return meeting_header(key, declared_).is_meeting;
      });
  return has_meetings && std::all_of(matched_.begin(), matched_.end(), has) &&
         std::all_of(names_.begin(), names_.end(), [&](const Name& name) {
           const bool needs = name.is_mapped || is_needed(declared_, column_info(name.column));
           const bool is_there = name.number == 0
                                     ? has(name.key)
                                     : name.number <= keys.size() &&
                                           is_at(name, keys[name.number - 1], name.number - 1);
           return !needs || is_there;
         });
}

bool ColumnNames::is_ignored(std::string_view key) const {
  const bool is_listed =
      std::any_of(ignored_.begin(), ignored_.end(),
                  [&](const std::string& pattern) { return matches_pattern(key, pattern); });
  return is_listed && std::none_of(names_.begin(), names_.end(), [&](const Name& name) {
           return name.is_mapped && name.key == key;
         });
}

// `*` takes as little as it can; where the rest then does not match, it takes one byte more and the
// rest is tried again. Only the last `*` needs that, so time is bound by the product of the
// lengths.
bool matches_pattern(std::string_view text, std::string_view pattern) {
  std::size_t at = 0;
  std::size_t in = 0;
  std::size_t star = std::string_view::npos;
  std::size_t taken = 0;
  while (at < text.size()) {
    if (in < pattern.size() && pattern[in] == '*') {
      star = in++;
      taken = at;
    } else if (in < pattern.size() && (pattern[in] == '?' || pattern[in] == text[at])) {
      ++in;
      ++at;
    } else if (star != std::string_view::npos) {
      in = star + 1;
      at = ++taken;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', in) == std::string_view::npos;
}

std::string Header::name(Column column) const {
  const std::size_t at = cell(column);
  return at == 0 ? std::string(column_info(column).name) : names[at - 1];
}

std::optional<Header> read_header(const CsvRow& row, const DataFile& declared, FileId file,
                                  Diagnostics& diagnostics, std::size_t entry,
                                  UnknownColumns& told) {
  if (row.fault != CsvFault::none) {
    diagnostics.report(message_of(row.fault), {file, row.line, row.fault_column});
    return std::nullopt;
  }
  return HeaderReader(row, declared, file, diagnostics, entry, told).read();
}

Message message_of(CsvFault fault) {
  switch (fault) {
    case CsvFault::text_after_quote:
      return Kind::text_after_quote;
    case CsvFault::unterminated_quote:
      return Kind::unterminated_quote;
    case CsvFault::nul_byte:
      return Kind::nul_byte;
    case CsvFault::field_too_long:
      return {Kind::field_too_long, {std::to_string(limits::csv_field_bytes)}};
    case CsvFault::too_many_columns:
      return {Kind::too_many_columns, {std::to_string(limits::csv_columns)}};
    case CsvFault::none:
      break;
  }
  throw InternalError("a CSV row without a fault has no finding");
}

}  // namespace euproj
