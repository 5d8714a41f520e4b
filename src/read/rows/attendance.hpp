#pragma once
// Attendance lists, one row a person and one column a meeting, as rows of support; and persons who
// are named by their names (src/read/README.md#wide-lists).
//
//   Nazwisko;Imię;03.03;05.03        2026-03-03;U1;swietlica;2.5;SESSION
//   Alfa;Próbna;x;nb            →
//   Beta;Testowy;;+                  2026-03-05;U2;swietlica;2.5;SESSION
//
// A cell is read where it stands, so that a finding points at it. Names are compared here and go
// nowhere else: what is kept of them is gone when the last log is read.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/model/project.hpp"
#include "read/rows/cells.hpp"
#include "read/rows/header.hpp"
#include "read/rows/row_reader.hpp"

namespace euproj {

/// Rows of another form, each written anew as rows of our logs.
class RowTranslator {
 public:
  virtual ~RowTranslator() = default;
  virtual void read(const CsvRow& row) = 0;
  /// Whether it does not say whom it is about: a total, a signature.
  [[nodiscard]] virtual bool lacks_needed(const CsvRow& row) = 0;
};

/// Whom the participants' logs call by which names. By the lists of headers that `match: with:`
/// asks for.
class PersonNames {
 public:
  explicit PersonNames(const Project& project);

  [[nodiscard]] bool are_asked() const { return !lists_.empty(); }
  /// A header of a participants' log: of which lists it has all columns.
  void begin(const std::vector<std::string>& header);
  void learn(const CsvRow& row, std::string_view person_id);
  /// Whether some participants' log has all these headers.
  [[nodiscard]] bool has(const std::vector<std::string>& with) const;
  /// The person_ids of those who have these cells; the cells are in the order of `with`.
  [[nodiscard]] const std::set<std::string>& find(const std::vector<std::string>& with,
                                                  const std::vector<std::string_view>& cells) const;

 private:
  struct List {
    std::vector<std::string> keys;   // of the headers
    std::vector<std::size_t> cells;  // in the log that is read, from 0; empty: it lacks some
    bool is_found = false;
    std::map<std::string, std::set<std::string>> persons;  // by what tells their names apart
  };
  std::map<std::vector<std::string>, List> lists_;
};

/// The rows of a log of support or outcomes that is wide, or names its persons by `match`.
class AttendanceRows : public RowTranslator {
 public:
  /// All outlive it. `session` names the sessions of a wide log, after their day.
  AttendanceRows(const Header& header, const DataFile& declared, char decimal, FileId file,
                 std::string session, const Project& project, const PersonNames& names,
                 Codes& codes, Logs& logs, Diagnostics& diagnostics);

  void read(const CsvRow& row) override;
  [[nodiscard]] bool lacks_needed(const CsvRow& row) override;
  [[nodiscard]] RowCells& cells() { return cells_; }

 private:
  /// Cells that the file does not have, after those it has.
  enum Added : std::size_t { added_person_id, added_date, added_hours, added_session, added_form };
  static constexpr std::size_t added_count = 5;
  enum class Mark { present, absent, unknown };

  [[nodiscard]] Header columns_in(const Header& header) const;
  [[nodiscard]] std::size_t person_cell() const;  // from 0
  /// person_ids; one of its own, or those of the names. Nothing when the row has neither.
  [[nodiscard]] std::set<std::string> persons_in(const CsvRow& row) const;
  /// Empty when it cannot be told, which is reported.
  [[nodiscard]] std::string person_in(const CsvRow& row);
  void set(std::size_t cell, std::string value);
  void set_added(Added which, std::string value) { set(header_.width() + which, std::move(value)); }
  void read_meeting(const Meeting& meeting);
  [[nodiscard]] Mark mark_of(std::string_view cell) const;
  void report_mark(const Meeting& meeting, std::string_view cell);
  void read_row();

  const Header& header_;
  const DataFile& declared_;
  const FileId file_;
  const std::string session_;
  const PersonNames& names_;
  const RowContext context_;
  Logs& logs_;
  Diagnostics& diagnostics_;
  Header columns_;  // where the columns stand, the added ones too
  RowCells cells_;
  std::set<std::string> present_, absent_;  // marks, as they are compared
  CsvRow row_;
  std::vector<CsvCell> translated_;
  std::vector<std::string> texts_;  // of the cells that are not the file's
};

/// What a wide list that nobody declared would be declared as: a line of YAML to paste, and how
/// many of its columns are meetings. Nothing when the text is no such list.
struct WideGuess {
  std::size_t meetings = 0;
  std::uint32_t line = 0;  // of the header
  std::string block;
};
[[nodiscard]] std::optional<WideGuess> guess_wide(std::string_view text, char delimiter,
                                                  const DataFile& declared, const Project& project);

}  // namespace euproj
