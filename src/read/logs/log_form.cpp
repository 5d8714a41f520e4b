#include "read/logs/log_form.hpp"

#include <span>

#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"
#include "read/central/rows.hpp"
#include "read/rows/attendance.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

class OwnForm : public LogForm {
 public:
  explicit OwnForm(const DataFile& declared) : declared_(declared), names_(declared) {}

  [[nodiscard]] std::size_t count_known(const CsvRow& header) const override {
    return names_.count_known(header);
  }
  [[nodiscard]] bool is_header(const CsvRow& row) const override { return names_.are_all_in(row); }
  [[nodiscard]] std::vector<std::string_view> expected_names() const override {
    std::vector<std::string_view> names;
    for (const ColumnInfo& info : columns_of(declared_.kind)) names.push_back(info.name);
    return names;
  }
  [[nodiscard]] bool can_be_forgotten() const override { return true; }

  [[nodiscard]] bool read(CsvScanner& scanner, const Layout& layout,
                          const LogReading& reading) const override {
    LogFile& log = reading.log;
    Diagnostics& diagnostics = reading.target.diagnostics;
    const auto header = read_header(scanner.row(), reading.declared, log.file, diagnostics,
                                    log.entry, reading.told);
    if (!header) return false;
    log.cells = header->cells;
    const auto decimal =
        find_decimal_sign(scanner.text(), layout, *header, reading.declared, log.file, diagnostics);
    if (!decimal) return false;
    if (reading.declared.wide || !header->matched.empty()) {
      return read_attendance(scanner, *header, *decimal, reading);
    }
    if (log.kind == LogKind::participants && reading.names.are_asked()) {
      learn_names(scanner, *header, reading.names);
    }
    const OwnLog own{reading.project, reading.declared, *header, *decimal, log};
    log.rows = read_blocks(scanner.text(), scanner, own, reading.options, reading.target,
                           reading.meanwhile, log.skipped);
    return true;
  }

 private:
  /// Beside the reading itself, as a few projects need it.
  static void learn_names(const CsvScanner& scanner, const Header& header, PersonNames& names) {
    names.begin(header.names);
    const std::size_t cell = header.cell(Column::participants_person_id);
    CsvScanner rows(scanner.text(), scanner.delimiter());
    rows.skip_to(scanner.position(), scanner.line());
    while (rows.next()) {
      const auto cells = rows.row().cells;
      if (cell <= cells.size()) names.learn(rows.row(), unprotected(trimmed(cells[cell - 1].text)));
    }
  }

  static bool read_attendance(CsvScanner& scanner, const Header& header, char decimal,
                              const LogReading& reading) {
    LogFile& log = reading.log;
    const DataFile& declared = reading.declared;
    Diagnostics& diagnostics = reading.target.diagnostics;
    if (!declared.match.with.empty() && !reading.names.has(declared.match.with)) {
      const std::vector<std::string_view> with(declared.match.with.begin(),
                                               declared.match.with.end());
      diagnostics.report(Kind::match_with_missing, declared.match.place,
                         {list_shown(with, with.size())});
      return false;
    }
    AttendanceRows rows(header, declared, decimal, log.file, reading.title, reading.project,
                        reading.names, reading.target.codes, reading.target.logs, diagnostics);
    RowsReader reader(reading.project, log, header.names, rows.cells(), &rows, reading.target);
    while (scanner.position() < scanner.text().size()) {
      log.rows += reader.read(scanner, scanner.position() + reading.options.block_bytes);
      if (!reading.meanwhile.go_on(scanner.position())) break;
    }
    log.rows += reader.finish(scanner, log.skipped);
    return true;
  }

  const DataFile& declared_;
  const ColumnNames names_;
};

class CentralForm : public LogForm {
 public:
  CentralForm(const Preset& preset, const DataFile& declared)
      : preset_(preset), declared_(declared) {}

  [[nodiscard]] std::size_t count_known(const CsvRow& header) const override {
    return count_known_labels(preset_, declared_, header);
  }
  [[nodiscard]] bool is_header(const CsvRow& row) const override {
    return has_needed_labels(preset_, declared_, row);
  }
  [[nodiscard]] std::vector<std::string_view> expected_names() const override {
    std::vector<std::string_view> names;
    for (const PresetField field : preset_.needed) names.push_back(preset_label(field));
    return names;
  }
  /// Who its persons are is known beyond the file.
  [[nodiscard]] bool can_be_forgotten() const override { return false; }

  [[nodiscard]] bool read(CsvScanner& scanner, const Layout&,
                          const LogReading& reading) const override {
    LogFile& log = reading.log;
    Diagnostics& diagnostics = reading.target.diagnostics;
    const auto header =
        read_preset_header(preset_, scanner.row(), reading.declared, log.file, diagnostics);
    if (!header) return false;
    PersonNames* const names = reading.names.are_asked() ? &reading.names : nullptr;
    if (names != nullptr) names->begin(header->names);
    PresetRows rows(preset_, *header, reading.declared, log.file, reading.project,
                    reading.target.codes, reading.target.logs, reading.persons, diagnostics, names);
    CsvScanner sample(scanner.text(), scanner.delimiter());
    sample.skip_to(scanner.position(), scanner.line());
    while (sample.next()) rows.learn_dates(sample.row());
    log.cells = rows.places();
    RowsReader reader(reading.project, log, header->names, rows.cells(), &rows, reading.target);
    while (scanner.position() < scanner.text().size()) {
      log.rows += reader.read(scanner, scanner.position() + reading.options.block_bytes);
      static_cast<void>(reading.meanwhile.go_on(scanner.position()));
    }
    log.rows += reader.finish(scanner, log.skipped);
    rows.report();
    return true;
  }

 private:
  const Preset& preset_;
  const DataFile& declared_;
};

bool name_one_file(const DataFile& a, const DataFile& b) {
  return a.preset == b.preset && a.pattern == b.pattern && a.sheets == b.sheets;
}

}  // namespace

std::unique_ptr<LogForm> log_form(const DataFile& declared) {
  const Preset* const preset = find_preset(declared.preset);
  if (preset == nullptr) return std::make_unique<OwnForm>(declared);
  return std::make_unique<CentralForm>(*preset, declared);
}

std::optional<DataFile> declared_by(const Project& project, std::size_t entry,
                                    Diagnostics& diagnostics) {
  const DataFile& declared = project.data[entry];
  if (declared.preset.empty()) return declared;
  if (declared.kind != LogKind::participants && declared.kind != LogKind::support) {
    diagnostics.report(Kind::preset_wrong_log, declared.place,
                       {declared.preset, std::string(log_name(declared.kind))});
    return std::nullopt;
  }
  for (const DataFile& earlier : std::span(project.data).first(entry)) {
    if (earlier.kind != declared.kind && name_one_file(earlier, declared)) return std::nullopt;
  }
  DataFile joined = declared;
  joined.kind = LogKind::participants;
  for (const DataFile& later : std::span(project.data).subspan(entry + 1)) {
    if (!name_one_file(later, declared)) continue;
    joined.columns.insert(joined.columns.end(), later.columns.begin(), later.columns.end());
    joined.values.insert(joined.values.end(), later.values.begin(), later.values.end());
  }
  return joined;
}

}  // namespace euproj
