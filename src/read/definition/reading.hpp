#pragma once
// Reading: what the readers of the sections fill, and what several sections have in common: ids and
// references to them, periods, ages, targets, versions.
//
// Each section's reader turns it into its part of the Project and reports what its values
// contradict or refer to in vain. It takes what earlier ones have left in `project` and `codes`, so
// their order is that of read_project: financing and budget before advances and forms, forms and
// groups before indicators.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/base/interner.hpp"
#include "euproj/model/budget.hpp"
#include "euproj/model/logs.hpp"
#include "euproj/model/project.hpp"
#include "euproj/words/diagnostics.hpp"
#include "read/keys/values.hpp"

namespace euproj {

class OwnCatalogues;

struct Reading {
  Project& project;
  Codes& codes;
  Diagnostics& diagnostics;
  bool has_entities = false;                  // the definition names a log of entities
  const OwnCatalogues* catalogues = nullptr;  // when indicators are read

  void report(KindOf<0> kind, Place place) const { diagnostics.report(kind, place); }
  template <std::size_t count>
  void report(KindOf<count> kind, Place place, MessageArgument (&&arguments)[count]) const {
    diagnostics.report(kind, place, std::move(arguments));
  }
};

[[nodiscard]] AgeRange read_age(const Reading& reading, const Values& age);
[[nodiscard]] Target read_target(const Reading& reading, const Values& owner, std::string_view key);
/// start and end, or from and to; none when one is not known, a finding when they are reversed.
[[nodiscard]] std::optional<Period> read_period(const Reading& reading, const Values& owner,
                                                std::string_view first, std::string_view last);

/// The ids of one section: what was declared first, and a finding for a repetition.
class DeclaredIds {
 public:
  DeclaredIds(const Reading& reading, std::string_view section)
      : reading_(reading), section_(section) {}

  /// False when the id is blank or was declared before.
  bool declare(const std::string& id, Place place);

 private:
  const Reading& reading_;
  std::string_view section_;
  std::map<std::string, Place> places_;
};

/// A finding that `key` names `id`, which `section` does not have.
void report_unknown_reference(const Reading& reading, Place place, std::string_view key,
                              const std::string& id, std::string_view section,
                              const std::vector<std::string_view>& declared);
/// The code of an id: declared, or interned when the section does not exist (`any_allowed`).
[[nodiscard]] Code resolve(const Reading& reading, const YamlNode& id, std::string_view key,
                           std::string_view section, Interner& declared, bool any_allowed);

/// The versions of a section (`financing`, `budget`), by `valid_from`; with findings where these do
/// not tell which version a day has.
[[nodiscard]] std::vector<Values> in_order_of_validity(const Reading& reading,
                                                       const Values& definition,
                                                       std::string_view section);

/// What one version of the budget declares the others know: every version gets the entries of all,
/// in the order of their codes; of what a version does not mention it has what `forget` leaves.
template <typename Entry, typename Forget>
void align_entries(const Interner& ids, std::vector<Entry> Budget::*member,
                   std::vector<Budget>& versions, const Forget& forget) {
  if (versions.size() == 1) return;
  std::vector<Entry> all(ids.size());
  for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
    for (const Entry& entry : (*version).*member) all.at(ids.find(entry.id) - 1) = entry;
  }
  for (Entry& entry : all) forget(entry);
  for (Budget& version : versions) {
    std::vector<Entry> aligned = all;
    for (const Entry& entry : version.*member) aligned[ids.find(entry.id) - 1] = entry;
    version.*member = std::move(aligned);
  }
}

}  // namespace euproj
