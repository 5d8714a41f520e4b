#pragma once
// PresetRows: rows of a central system's file as rows of participants, support and outcomes.
//
// Each row is written anew with our words and ISO dates, cell by cell in its place, and then read
// by the same reader as our own logs, so that findings point at the cells of the file. A row
// may give a person, several supports and what the exit was mapped to; an institution gives none.

#include <string>
#include <vector>

#include "euproj/model/project.hpp"
#include "read/central/dates.hpp"
#include "read/central/persons.hpp"
#include "read/central/words.hpp"
#include "read/rows/attendance.hpp"
#include "read/rows/row_reader.hpp"

namespace euproj {

class PresetRows : public RowTranslator {
 public:
  PresetRows(const Preset& preset, const PresetHeader& header, const DataFile& declared,
             FileId file, const Project& project, Codes& codes, Logs& logs, PresetPersons& persons,
             Diagnostics& diagnostics, PersonNames* names = nullptr);

  void learn_dates(const CsvRow& row) { dates_.learn(row); }
  void read(const CsvRow& row) override;
  /// Whether it says neither who a person is nor when that person came: a total, a signature.
  [[nodiscard]] bool lacks_needed(const CsvRow& row) override;
  /// Once all rows are read: what is told once for the whole file.
  void report();

  [[nodiscard]] RowCells& cells() { return cells_; }
  /// Where columns stand in the file, for findings of later floors (LogFile::cells).
  [[nodiscard]] std::vector<std::uint16_t> places() const;

 private:
  /// Cells that the file does not have, after those it has.
  enum Added : std::uint8_t { added_person_id = 1, added_other_id, added_birth_date };
  static constexpr std::size_t added_count = 3;

  [[nodiscard]] static Header columns_in(const PresetHeader& header);
  [[nodiscard]] std::string_view text(PresetField field) const;
  [[nodiscard]] bool is_person();
  /// Whether a cell of the row has an error or a formula without a value, which is reported.
  [[nodiscard]] bool has_faulty_cells();
  [[nodiscard]] bool is_of_another_project();
  [[nodiscard]] PresetIdentity identity();
  void set(std::size_t cell, std::string value);
  void set(PresetField field, std::string value) { set(header_.cell(field), std::move(value)); }
  void translate_person();
  void translate_pesel();
  void report_person(const PresetPerson& person);
  void translate_birth_date();
  void translate_citizenship();
  void check_person(const ParticipantRow& row);
  void read_supports();
  void read_one_support(const std::string& kind);
  void read_outcomes(Code person_id, Date exit);
  /// The label of the field is the first argument, these are the others.
  template <std::size_t count>
  void report_at(KindOf<count + 1> kind, PresetField field, MessageArgument (&&others)[count]) {
    report_at({kind, header_.name(field), std::move(others)}, field);
  }
  void report_at(KindOf<1> kind, PresetField field) {
    report_at({kind, {header_.name(field)}}, field);
  }
  void report_at(Message message, PresetField field);
  [[nodiscard]] Place place_in_row(PresetField field) const;

  const PresetHeader& header_;
  FileId file_;
  const RowContext context_;
  Codes& codes_;
  Logs& logs_;
  PresetPersons& persons_;
  PersonNames* const names_;  // null: nobody asks for them
  Diagnostics& diagnostics_;
  PresetDates dates_;
  PresetWords words_;

  DataFile own_form_;  // how the translated rows are written
  Header columns_;     // where our columns stand in them
  RowCells cells_;
  const CsvRow* source_ = nullptr;
  std::vector<CsvCell> translated_;  // the cells of the file, then those it has not
  std::vector<std::string> texts_;
  CsvRow row_;  // of the translated cells
  std::size_t repeated_support_ = 0;
  std::uint32_t first_repeated_line_ = 0;
};

}  // namespace euproj
