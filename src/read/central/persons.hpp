#pragma once
// What spreadsheets and central systems do to the cells of a person, undone.
//
// PresetPersons: who the rows of the central systems' files are, over all such files of a project.
//
// Rows of one PESEL, technical id or other id are one person, named u-LINE after the first of them;
// in the second file u2-LINE, and so on (src/read/README.md#pseudonyms). With a key the name is a
// pseudonym of the number, the same in every file and month, which nobody without the key can lead
// back (src/read/README.md#pseudonyms). Rows that contradict each other (model/people.hpp) are
// never one person: each has a name of its own, and that they share a number is then found and said
// where native rows are, in check. Rows with one entry_date are one participation: what one leaves
// blank another may give, what two give differently is a finding.

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
#include "euproj/model/people.hpp"
#include "euproj/words/diagnostics.hpp"
#include "read/central/header.hpp"

namespace euproj {

/// Without the apostrophes (' ‘ ’) that keep a number text, and without blanks.
[[nodiscard]] std::string without_marks(std::string_view number);

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
  std::string name;         // first and last name, folded
  std::string sex_and_age;  // with the name an identity where there is no number at all

  [[nodiscard]] bool has_number() const {
    return !pesel.empty() || !technical_id.empty() || !other_id.empty();
  }
};

/// What to say of a row beside an earlier one of the same number or name.
struct PresetPerson {
  std::string id;
  Origin other_name;  // of the row with another name of the same person; line 0: none
  Origin other_age;   // of a person of the same name and no number, who cannot be this one
};

class PresetPersons {
 public:
  void begin_file() { ++files_; }
  void use_key(std::string key) { key_ = std::move(key); }

  /// The person_id that the row on `line` has unless it contradicts: new when nobody has one of its
  /// numbers yet.
  [[nodiscard]] std::string likely_id(const PresetIdentity& identity, std::uint32_t line) const;
  /// Of a row that was read; its technical_id is set.
  [[nodiscard]] PresetPerson person_of(const PresetIdentity& identity, ParticipantRow& row);
  /// Of a row with errors: later rows of its number are the same person.
  void remember_unread(const PresetIdentity& identity, const std::string& id);

  /// After a row was added to the participants: joins it with an earlier one of the same person
  /// and entry. False when it contradicts that one; each contradiction is reported.
  bool join_last_row(const PresetHeader& header, Logs& logs, Diagnostics& diagnostics);

  /// False for support and outcomes that are already there.
  bool add_support(const SupportRow& row, std::string_view kind);
  bool add_outcome(const OutcomeRow& row);

 private:
  /// What the rows of one person_id say of who it is; they agree.
  struct Known {
    ParticipantRow row;
    std::size_t name = 0;       // a hash of the first one, 0: none; a name itself is not kept
    Origin named;               // the row that gave it
    bool name_differs = false;  // another one was met
  };

  [[nodiscard]] static std::vector<std::string> keys_of(const PresetIdentity& identity);
  [[nodiscard]] std::string new_id(const std::vector<std::string>& keys, std::uint32_t line) const;

  int files_ = 0;
  std::string key_;                                   // empty: u-LINE
  std::unordered_map<std::string, std::string> ids_;  // by key of an identity: whose it is
  std::unordered_map<std::string, std::vector<std::string>> more_ids_;  // and whose else
  std::unordered_map<std::string, Known> known_;                        // by person_id
  std::unordered_map<std::string, std::uint32_t> technical_ids_;
  std::map<std::pair<Code, Date>, std::size_t> participations_;  // positions in the participants
  std::set<std::tuple<Code, Date, Date, Code, std::string>> support_;
  std::set<std::tuple<Code, Code, Date>> outcomes_;
};

}  // namespace euproj
