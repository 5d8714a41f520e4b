#pragma once
// What spreadsheets and central systems do to the cells of a person, undone.
//
// PresetPersons: who the rows of the central systems' files are, over all such files of a project.
//
// Rows of one PESEL, technical id or other id are one person, named u-LINE after the first of them;
// in the second file u2-LINE, and so on (SPEC 4.11). With a key the name is a pseudonym of the
// number, the same in every file and month, which nobody without the key can lead back (SPEC 4.9).
// Rows with one entry_date are one participation: what one leaves blank another may give, what two
// give differently is a finding.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "euproj/core/date.hpp"
#include "euproj/model/logs.hpp"
#include "euproj/words/diagnostics.hpp"
#include "read/central/header.hpp"

namespace euproj {

/// Without the apostrophes (' ‘ ’) that keep a number text, and without blanks.
[[nodiscard]] std::string without_marks(std::string_view number);

/// Ten digits or fewer have lost their leading zeros to a spreadsheet; they are put back only when
/// the result is a valid PESEL. Anything else stays as it is.
[[nodiscard]] std::string full_pesel(const std::string& digits);

/// "38"; nothing when it is no age.
[[nodiscard]] std::optional<int> whole_years(std::string_view text);
[[nodiscard]] Date years_before(Date day, int years);

/// "Świerklaniec - gmina wiejska" is Świerklaniec.
[[nodiscard]] std::string name_of_municipality(std::string_view text);

/// What a row tells of who it is; none of it is ever shown.
struct PresetIdentity {
  std::string pesel;  // digits
  std::string technical_id;
  std::string other_id;
  std::string name;  // first name, last name, sex and age: where there is no number at all
};

class PresetPersons {
 public:
  void begin_file() { ++files_; }
  void use_key(std::string key) { key_ = std::move(key); }

  /// The person_id of the row on `line`, new when nobody has one of its numbers yet.
  [[nodiscard]] std::string person_id(const PresetIdentity& identity, std::uint32_t line);

  /// After a row was added to the participants: joins it with an earlier one of the same person
  /// and entry. False when it contradicts that one; each contradiction is reported.
  bool join_last_row(const PresetHeader& header, Logs& logs, Diagnostics& diagnostics);

  /// False for support and outcomes that are already there.
  bool add_support(const SupportRow& row, std::string_view kind);
  bool add_outcome(const OutcomeRow& row);

 private:
  int files_ = 0;
  std::string key_;  // empty: u-LINE
  std::unordered_map<std::string, std::string> ids_;
  std::map<std::pair<Code, Date>, std::size_t> participations_;  // positions in the participants
  std::set<std::tuple<Code, Date, Date, Code, std::string>> support_;
  std::set<std::tuple<Code, Code, Date>> outcomes_;
};

}  // namespace euproj
