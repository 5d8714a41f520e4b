#include "euproj/read/recognise_data.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/core/limits.hpp"
#include "euproj/words/file_faults.hpp"
#include "euproj/words/kinds.hpp"
#include "euproj/words/texts.hpp"
#include "read/central/header.hpp"
#include "read/logs/log_text.hpp"
#include "read/rows/attendance.hpp"
#include "read/rows/header.hpp"
#include "read/rows/table.hpp"
#include "read/sheet/spreadsheet.hpp"
#include "read/words/shown_value.hpp"
#include "read/words/words.hpp"

namespace euproj {
namespace {

constexpr int sample_rows = 500;
constexpr std::size_t most_words = 12;
constexpr std::array delimiters = {';', ',', '\t'};
constexpr std::array preset_names = {"pefs-lsi2014", "sl2014", "sm-efs"};

struct Label {
  Column column;
  std::string_view labels;
};
constexpr Label labels[] = {
#define EUPROJ_LABEL(column, labels) {Column::column, labels},
#include "read/logs/labels.def"
#undef EUPROJ_LABEL
};

/// Whether a label is among those that people give the column, or its own name.
bool names_column(const std::string& key, const Label& label) {
  for (std::string_view rest = label.labels; !rest.empty();) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    if (rest.substr(0, end) == key) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

using Columns = std::map<Column, std::size_t>;  // the cell, from 0

/// What of a log's columns a row of headers has.
Columns columns_in(const CsvRow& row, LogKind log) {
  Columns columns;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string own = header_key(row.cells[i].text);
    const std::string key = folded(own);
    if (key.empty()) continue;
    for (const ColumnInfo& info : columns_of(log)) {
      const bool is_named =
          own == info.name ||
          std::any_of(std::begin(labels), std::end(labels), [&](const Label& label) {
            return label.column == info.column && names_column(key, label);
          });
      if (is_named && columns.try_emplace(info.column, i).second) break;
    }
  }
  return columns;
}

/// A row of headers that fits a log, and how well.
struct Fit {
  LogKind log{};
  char delimiter = ';';
  std::uint32_t line = 0;
  std::size_t position = 0;
  Columns columns;
  std::size_t needed = 0;  // of those columns

  [[nodiscard]] auto rank() const { return std::pair(needed * 2 + columns.size(), needed); }
};

std::optional<Fit> best_fit(std::string_view text, std::span<const char> among) {
  constexpr std::array logs = {LogKind::participants, LogKind::support,      LogKind::outcomes,
                               LogKind::places,       LogKind::expenditures, LogKind::measurements,
                               LogKind::entities};
  constexpr std::size_t fewest = 3;
  std::optional<Fit> best;
  for (const char delimiter : among) {
    CsvScanner scanner(text, delimiter);
    if (const auto separator = separator_line(text)) scanner.skip_to(separator->end, 2);
    while (true) {
      const std::size_t position = scanner.position();
      const std::uint32_t line = scanner.line();
      if (!scanner.next() || scanner.row().line > limits::header_lines) break;
      for (const LogKind log : logs) {
        Fit fit{log, delimiter, line, position, columns_in(scanner.row(), log), 0};
        for (const auto& [column, cell] : fit.columns) {
          if (column_info(column).need == Need::needed) ++fit.needed;
        }
        if (fit.columns.size() < fewest) continue;  // what it needs and lacks is told
        if (!best || fit.rank() > best->rank()) best = std::move(fit);
      }
    }
  }
  return best;
}

/// A word of a closed dictionary that people write otherwise.
std::string_view likely_word(ColumnType type, const std::string& key) {
  if (type == ColumnType::sex) {
    if (key.starts_with("k") || key.starts_with("dz")) return "K";
    if (key.starts_with("m") || key.starts_with("ch")) return "M";
  }
  if (type == ColumnType::answer) {
    if (key == "t" || key == "x" || key == "1") return "tak";
    if (key == "n" || key == "0") return "nie";
  }
  return {};
}

class FileRecogniser {
 public:
  FileRecogniser(const std::string& path, std::string sheet, Language language,
                 RecognisedData& data)
      : path_(path), sheet_(std::move(sheet)), language_(language), data_(data) {}

  /// `among`: what may stand between cells.
  void recognise(std::string_view text, std::span<const char> among) {
    if (recognise_preset(text, among) || recognise_wide(text, among)) return;
    const auto fit = best_fit(text, among);
    if (!fit) {
      RecognisedEntry entry;
      entry.yaml = "- {file: " + yaml_text(path_) + sheet_key() + "}";
      entry.doubts.emplace_back(euproj::text(Text::init_unknown_file, language_));
      data_.entries.push_back(std::move(entry));
      return;
    }
    recognise_log(text, *fit);
  }

 private:
  [[nodiscard]] std::string sheet_key() const {
    return sheet_.empty() ? std::string() : ", sheet: " + yaml_text(sheet_);
  }

  bool recognise_preset(std::string_view text, std::span<const char> among) {
    const DataFile none;
    for (const char delimiter : among) {
      CsvScanner scanner(text, delimiter);
      while (scanner.next() && scanner.row().line <= limits::header_lines) {
        const Preset* best = nullptr;
        std::size_t most = 0;
        for (const char* const name : preset_names) {
          const Preset* const preset = find_preset(name);
          if (!has_needed_labels(*preset, none, scanner.row())) continue;
          const std::size_t known = expected_in(*preset, scanner.row());
          if (best == nullptr || known > most) {
            best = preset;
            most = known;
          }
        }
        if (best == nullptr) continue;
        RecognisedEntry entry;
        entry.is_known = true;
        entry.log = LogKind::participants;
        entry.yaml = "- {file: " + yaml_text(path_) + sheet_key() +
                     ", preset: " + std::string(best->name) + "}";
        data_.entries.push_back(std::move(entry));
        return true;
      }
    }
    return false;
  }

  static std::size_t expected_in(const Preset& preset, const CsvRow& row) {
    std::set<std::string> keys;
    for (const CsvCell& cell : row.cells) keys.insert(folded(cell.text));
    return static_cast<std::size_t>(std::count_if(
        preset.expected.begin(), preset.expected.end(),
        [&](PresetField field) { return keys.contains(folded(preset_label(field))); }));
  }

  bool recognise_wide(std::string_view text, std::span<const char> among) {
    Project project;
    if (data_.first.known())
      project.period = {data_.first.plus_months(-1), data_.last.plus_months(10)};
    DataFile declared;
    declared.pattern = path_;
    if (!sheet_.empty()) declared.sheets = {sheet_};
    for (const char delimiter : among) {
      const auto guess = guess_wide(text, delimiter, declared, project);
      if (!guess) continue;
      RecognisedEntry entry;
      entry.is_known = true;
      entry.log = LogKind::support;
      entry.yaml = guess->block;
      entry.doubts.emplace_back(euproj::text(Text::init_check_wide, language_));
      data_.entries.push_back(std::move(entry));
      return true;
    }
    return false;
  }

  void recognise_log(std::string_view text, const Fit& fit) {
    RecognisedEntry entry;
    entry.is_known = true;
    entry.log = fit.log;
    CsvScanner scanner(text, fit.delimiter);
    scanner.skip_to(fit.position, fit.line);
    if (!scanner.next()) return;
    const std::vector<CsvCell> header(scanner.row().cells.begin(), scanner.row().cells.end());
    std::vector<std::string> header_texts;
    for (const CsvCell& cell : header) header_texts.push_back(header_key(cell.text));
    std::vector<std::string> names;  // as they are written, on one line
    for (const CsvCell& cell : header) names.push_back(one_line(cell.text));

    std::string columns;
    for (const ColumnInfo& info : columns_of(fit.log)) {
      const auto at = fit.columns.find(info.column);
      if (at == fit.columns.end()) {
        if (info.need == Need::needed) lacking_.push_back(std::string(info.name));
      } else if (header_texts[at->second] != info.name) {
        columns += (columns.empty() ? "" : ", ") + std::string(info.name) + ": " +
                   yaml_text(names[at->second]);
      }
    }
    look_at_rows(scanner, fit);
    entry.yaml = "- {file: " + yaml_text(path_) + sheet_key();
    if (form_)
      entry.yaml += ", date: " + std::string(date_form_words.at(static_cast<std::size_t>(*form_)));
    if (!columns.empty()) entry.yaml += ", columns: {" + columns + "}";
    if (!values_.empty()) entry.yaml += ", values: {" + values_ + "}";
    add_match(fit, names, entry);
    add_ignored(fit, names, entry);
    entry.yaml += "}";
    for (const std::string& name : lacking_) {
      entry.doubts.emplace_back(euproj::text(Text::init_lacks_column, language_, {name}));
    }
    entry.doubts.insert(entry.doubts.end(), doubts_.begin(), doubts_.end());
    data_.entries.push_back(std::move(entry));
  }

  static std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : trimmed(text)) {
      const bool is_blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
      if (!is_blank) {
        line += c;
      } else if (!line.ends_with(' ')) {
        line += ' ';
      }
    }
    return line;
  }

  /// Rows without person_id name their person, where there are names.
  void add_match(const Fit& fit, const std::vector<std::string>& names, RecognisedEntry& entry) {
    if (fit.log != LogKind::support && fit.log != LogKind::outcomes) return;
    const Column person =
        fit.log == LogKind::support ? Column::support_person_id : Column::outcomes_person_id;
    if (fit.columns.contains(person)) return;
    std::string matched;
    for (const std::string& name : names) {
      const std::string key = folded(name);
      if (key != "nazwisko" && key != "imie" && !key.starts_with("nazwisko i imie") &&
          !key.starts_with("imie i nazwisko")) {
        continue;
      }
      matched += (matched.empty() ? "" : ", ") + yaml_text(name);
    }
    if (matched.empty()) return;
    entry.yaml += ", match: {columns: [" + matched + "], with: [" + matched + "]}";
    std::erase(lacking_, "person_id");
  }

  void add_ignored(const Fit& fit, const std::vector<std::string>& names, RecognisedEntry& entry) {
    std::string ignored;
    for (std::size_t i = 0; i < names.size(); ++i) {
      const bool is_used = std::any_of(fit.columns.begin(), fit.columns.end(),
                                       [&](const auto& column) { return column.second == i; });
      const std::string key = folded(names[i]);
      const bool is_useless = key == "lp" || key == "l p" || key.starts_with("uwagi") ||
                              key.starts_with("podpis") || key == "nazwisko" || key == "imie";
      const bool is_matched =
          entry.yaml.find("match:") != std::string::npos && (key == "nazwisko" || key == "imie");
      if (is_used || !is_useless || is_matched) continue;
      ignored += (ignored.empty() ? "" : ", ") + yaml_text(names[i]);
    }
    if (!ignored.empty()) entry.yaml += ", ignore: [" + ignored + "]";
  }

  /// The form of dates, the words of closed dictionaries, the days and forms of support.
  void look_at_rows(CsvScanner& scanner, const Fit& fit) {
    std::array<bool, 5> fits{};
    fits.fill(true);
    std::size_t days = 0;
    bool needs_form = false;
    std::map<Column, std::map<std::string, std::string>> unknown;  // key, as it is written
    for (int rows = 0; rows < sample_rows && scanner.next(); ++rows) {
      if (is_total(scanner.row())) continue;
      for (const auto& [column, cell] : fit.columns) {
        if (cell >= scanner.row().cells.size()) continue;
        const std::string_view text = unprotected(trimmed(scanner.row().cells[cell].text));
        const ColumnInfo& info = column_info(column);
        if (text.empty()) continue;
        if (info.type == ColumnType::date) {
          if (parse_written_day(text, DateForm::iso)) {
            note_day(*parse_written_day(text, DateForm::iso), info);
            continue;
          }
          bool is_day = false;
          for (std::size_t form = 1; form < fits.size(); ++form) {
            const auto day = parse_written_day(text, static_cast<DateForm>(form));
            is_day = is_day || day.ok();
          }
          if (!is_day) continue;
          needs_form = true;
          ++days;
          for (std::size_t form = 1; form < fits.size(); ++form) {
            const auto day = parse_written_day(text, static_cast<DateForm>(form));
            fits[form] = fits[form] && day.ok();
            if (day && (form != 4 || !fits[3])) note_day(*day, info);
          }
        } else if (!words_of(info.type).empty() && code_of_word(info.type, text) == no_code) {
          unknown[column].emplace(folded(text), std::string(text));
        } else if (column == Column::support_form && data_.forms.size() < most_words &&
                   std::find(data_.forms.begin(), data_.forms.end(), text) == data_.forms.end()) {
          data_.forms.emplace_back(text);
        }
      }
    }
    if (needs_form) choose_form(fits);
    for (const auto& [column, words] : unknown) choose_values(column, words);
  }

  /// Days of a birth say nothing of the project.
  void note_day(const WrittenDay& written, const ColumnInfo& info) {
    if (info.privacy == Privacy::personal) return;
    if (!data_.first.known() || written.day < data_.first) data_.first = written.day;
    if (!data_.last.known() || written.day > data_.last) data_.last = written.day;
  }

  void choose_form(const std::array<bool, 5>& fits) {
    std::vector<DateForm> left;
    for (std::size_t form = 1; form < fits.size(); ++form) {
      if (fits[form]) left.push_back(static_cast<DateForm>(form));
    }
    if (left.size() == 1) {
      form_ = left.front();
    } else if (left.empty()) {
      doubts_.emplace_back(euproj::text(Text::init_mixed_dates, language_));
    } else {
      doubts_.emplace_back(euproj::text(Text::init_unclear_dates, language_));
    }
  }

  void choose_values(Column column, const std::map<std::string, std::string>& words) {
    const ColumnInfo& info = column_info(column);
    std::string known;
    for (const auto& [key, word] : words) {
      const std::string_view likely = likely_word(info.type, key);
      if (!likely.empty()) {
        known += (known.empty() ? "" : ", ") + yaml_text(word) + ": " + std::string(likely);
      } else if (info.privacy == Privacy::open) {
        doubts_.emplace_back(euproj::text(Text::init_unknown_word, language_,
                                          {std::string(info.name), shown(word)}));
      } else {
        doubts_.push_back(
            euproj::text(Text::init_unknown_personal_word, language_, {std::string(info.name)}));
      }
      if (doubts_.size() > most_words) break;
    }
    if (known.empty()) return;
    values_ += (values_.empty() ? "" : ", ") + std::string(info.name) + ": {" + known + "}";
  }

  const std::string& path_;
  const std::string sheet_;
  const Language language_;
  RecognisedData& data_;
  std::optional<DateForm> form_;
  std::string values_;
  std::vector<std::string> lacking_;
  std::vector<std::string> doubts_;
};

/// Those that a person sees and that hold anything.
void recognise_sheets(const std::string& path, std::string_view bytes, FileId file,
                      Language language, RecognisedData& data, Diagnostics& diagnostics) {
  const std::unique_ptr<Spreadsheet> opened = Spreadsheet::open(bytes, file, diagnostics);
  if (opened == nullptr) return;
  std::vector<std::size_t> filled;
  for (std::size_t at = 0; at < opened->sheets().size(); ++at) {
    Diagnostics of_all_rows;
    const auto head = opened->read(at, Extent::head, DataFile(), file, of_all_rows);
    const bool is_blank = head && head->text.empty();
    if (!opened->sheets()[at].is_hidden && !is_blank) filled.push_back(at);
  }
  for (const std::size_t at : filled) {
    const auto sheet = opened->read(at, Extent::all, DataFile(), file, diagnostics);
    if (!sheet) continue;
    constexpr std::array only = {';'};
    FileRecogniser(path, filled.size() > 1 ? sheet->name : std::string(), language, data)
        .recognise(sheet->text, only);
  }
}

}  // namespace

RecognisedData recognise_data(const std::vector<std::string>& paths, const Files& files,
                              SourceSet& sources, Language language, Diagnostics& diagnostics) {
  RecognisedData data;
  for (const std::string& path : paths) {
    const auto content = files.read(path);
    if (!content) {
      report_unreadable(shown(path), content.reason(), Place(), diagnostics);
      continue;
    }
    const FileId file = sources.add(path, path);
    const std::string_view bytes = (*content)->bytes();
    DataFile declared;
    declared.pattern = path;
    if (is_spreadsheet(bytes)) {
      recognise_sheets(path, bytes, file, language, data, diagnostics);
      continue;
    }
    std::string storage;
    const auto text =
        decode_log(bytes, is_all_utf8(**content), declared, file, storage, diagnostics);
    if (!text) continue;
    const auto separator = separator_line(*text);
    const std::array<char, 1> declared_sign = {separator ? separator->delimiter : ';'};
    FileRecogniser(path, {}, language, data)
        .recognise(*text, separator ? std::span<const char>(declared_sign)
                                    : std::span<const char>(delimiters));
  }
  return data;
}

}  // namespace euproj
