#pragma once
// The builders behind read_project: each turns one section of a definition into its part of the
// Project and reports what its values contradict or refer to in vain.
//
// Each takes what earlier ones have left in `project` and `codes`, so their order is that of
// read_project: financing and budget before advances and forms, forms and groups before indicators.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/base/diagnostics.hpp"
#include "euproj/model/logs.hpp"
#include "euproj/model/project.hpp"
#include "read/definition/values.hpp"

namespace euproj {

struct Reading {
  Project& project;
  Codes& codes;
  Diagnostics& diagnostics;

  void report(Kind kind, Place place, std::vector<std::string> arguments = {}) const {
    diagnostics.report(kind, place, std::move(arguments));
  }
};

void read_identity(const Reading& reading, const Values& values);     // of `project`
void read_financing(const Reading& reading, const Values& definition);  // every version
void read_budget(const Reading& reading, const Values& definition);     // every version
void read_claims(const Reading& reading, const Values& definition);   // claims and advances
void read_support_forms(const Reading& reading, const Values& definition);  // groups, capacity
void read_indicators(const Reading& reading, const Values& definition);
void read_data_files(const Reading& reading, const Values& data);

/// As the definition spells it.
[[nodiscard]] std::string_view count_word(Count count);
/// `count` is the indicator's, none when it is not known.
[[nodiscard]] Condition read_condition(const Reading& reading, const YamlNode& node,
                                       std::optional<Count> count);
[[nodiscard]] AgeRange read_age(const Reading& reading, const Values& age);
[[nodiscard]] Target read_target(const Reading& reading, const Values& owner,
                                 std::string_view key);
/// start and end, or from and to; none when one is not known, a finding when they are reversed.
[[nodiscard]] std::optional<Period> read_period(const Reading& reading, const Values& owner,
                                                std::string_view first, std::string_view last);

/// The versions of a section, by `valid_from`; with findings where these do not tell which version
/// a day has.
[[nodiscard]] std::vector<Values> in_order_of_validity(const Reading& reading,
                                                       const Values& definition,
                                                       std::string_view section);

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
  std::map<std::string, std::uint32_t> lines_;
};

/// A finding that `key` names `id`, which `section` does not have.
void report_unknown_reference(const Reading& reading, Place place, std::string_view key,
                              const std::string& id, std::string_view section,
                              const std::vector<std::string_view>& declared);
/// The code of an id: declared, or interned when the section does not exist (`any_allowed`).
[[nodiscard]] Code resolve(const Reading& reading, const YamlNode& id, std::string_view key,
                           std::string_view section, Interner& declared, bool any_allowed);

}  // namespace euproj
