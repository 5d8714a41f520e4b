#pragma once
// Counted: one project with every common indicator, and who counts in each by its logs.

#include <doctest/doctest.h>

#include <string>

#include "euproj/calc/units.hpp"
#include "read/definition/catalogues.hpp"
#include "support/definition.hpp"
#include "support/load_project.hpp"
#include "support/memory_files.hpp"

namespace euproj::testing {

inline const std::string participants_header =
    "person_id,sex,birth_date,entry_date,exit_date,labour_status,education,degurba,citizenship,"
    "disability,foreign_background,minority,homeless,disadvantaged\n";

class Counted {
 public:
  explicit Counted(const std::string& participants, const std::string& outcomes = {}) {
    std::string definition = minimal + "indicators:\n";
    for (const std::string_view code : catalogue_codes) {
      definition += "  - {id: " + std::string(code) + ", definition: " + std::string(code) + "}\n";
    }
    definition += "data: {participants: u.csv, outcomes: r.csv}\n";
    MemoryFiles files;
    files.put("project.yaml", definition);
    files.put("u.csv", participants_header + participants);
    files.put("r.csv", "person_id,outcome,date\n" + outcomes);
    loaded_ = testing::load_project("project.yaml", files);
    REQUIRE_FALSE(loaded_.diagnostics.has_errors());
  }

  /// The person_ids that count at the end of 2023, each followed by a blank.
  [[nodiscard]] std::string in(const std::string& code) const {
    const Dossier& dossier = loaded_.dossier;
    std::string ids;
    for (const Indicator& indicator : dossier.project.indicators) {
      if (indicator.id != code) continue;
      for_each_unit(dossier, indicator, [&](const Unit& unit) {
        if (!unit.counted.contains(*parse_date("2023-12-31"))) return;
        ids += dossier.codes.person_ids.text(dossier.people.persons[unit.person].key);
        ids += ' ';
      });
    }
    return ids;
  }

 private:
  Loaded loaded_{Diagnostics::Warnings::stay_warnings};
};

/// A woman who started on 2022-03-01; `rest` from exit_date on.
inline std::string person(const std::string& id, const std::string& born, const std::string& rest) {
  return id + ",K," + born + ",2022-03-01," + rest + "\n";
}

}  // namespace euproj::testing
