#pragma once
// Project: what one definition says. Built by the definition reader, constant afterwards.

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/model/budget.hpp"
#include "euproj/model/data_file.hpp"
#include "euproj/model/financing.hpp"
#include "euproj/model/indicator.hpp"

namespace euproj {

/// Versions: what an agreement says from which day on. An amendment adds a version; the value of a
/// day is computed by the version in force on that day, so a period that contains an amendment
/// shows its difference, and periods still add up (src/calc/README.md#day).
///
/// `Terms` has `std::optional<Date> valid_from`: none says from the beginning.
template <typename Terms>
class Versions {
 public:
  Versions() : all_(1) {}

  /// In the order of valid_from, at least one.
  void set(std::vector<Terms> all) { all_ = std::move(all); }

  [[nodiscard]] const std::vector<Terms>& all() const { return all_; }
  [[nodiscard]] std::vector<Terms>& all() { return all_; }
  [[nodiscard]] const Terms& latest() const { return all_.back(); }
  [[nodiscard]] Terms& latest() { return all_.back(); }
  /// The last one that is valid on `day`; before the first one begins, the first.
  [[nodiscard]] const Terms& on(Date day) const { return all_[position_on(day)]; }
  [[nodiscard]] std::size_t position_on(Date day) const {
    const auto later = std::find_if(all_.begin() + 1, all_.end(), [day](const Terms& terms) {
      return terms.valid_from && *terms.valid_from > day;
    });
    return static_cast<std::size_t>(later - all_.begin()) - 1;
  }

 private:
  std::vector<Terms> all_;
};

struct Group {
  std::string id;
  LocalText name;
  std::optional<AgeRange> age;
  Target planned;
  Place place;
};

struct SupportForm {
  /// What a support row without a session_id is: a session of its own, or one of a meeting, which
  /// is all rows of one date, form and provider (src/calc/README.md#sessions).
  enum class Sessions : std::uint8_t { undeclared, individual, group };
  std::string id;
  LocalText name;
  std::string task;     // empty: none
  Sessions sessions{};  // undeclared counts as individual
  Place place;
};

/// At most `at_once` households or persons per provider on any day (schemas/README.md#capacity).
struct CapacityRule {
  enum class Of : std::uint8_t { persons, households };
  std::string id;
  Code form = no_code;
  Of of{};
  std::int64_t at_once = 0;
  Place place;
};

/// A catalogue of indicators that the definition takes from a file of its own.
struct UsedCatalogue {
  std::string path;
  std::string edition;
  std::string sha256;
};

/// What must hold between the values of indicators, in total and of each sex
/// (src/calc/README.md#relations).
struct Relation {
  std::vector<std::size_t> left;  // positions in Project::indicators, added up
  bool equal = false;             // else the left side is at most the right one
  std::vector<std::size_t> right;
  bool built_in = false;  // of indicators of the catalogue, whose conditions see to it
  Place place;
};

struct Project {
  std::string id;
  std::string number;
  LocalText title;
  std::string beneficiary;
  std::string implementer;
  std::vector<std::string> partners;
  std::string programme;
  std::string fund;
  std::string priority_axis;
  std::string measure;
  std::string agreement_number;
  std::optional<Date> agreement_date;
  Period period;
  std::optional<Period> durability;
  std::optional<Date> kept_until;  // the last day on which documents are kept: `retention`
  std::string currency = "PLN";
  std::optional<ExchangeRates> rates;
  DataFile privacy_key;  // only its pattern and place; no pattern: no key

  /// The same sources, tasks and categories in every version, in the order of their codes: what a
  /// version does not mention has no share and no plan in it.
  Versions<Financing> financing;
  Versions<Budget> budget;
  std::vector<Claim> claims;
  std::vector<Advance> advances;
  std::optional<Rate> advances_rule;       // what must be settled before the next one is paid
  std::vector<SupportForm> support_forms;  // in the order of their codes
  std::vector<Group> groups;               // in the order of their codes
  std::vector<CapacityRule> capacity;
  std::vector<UsedCatalogue> catalogues;
  std::vector<Indicator> indicators;
  std::vector<Relation> relations;
  Completeness complete_record = Completeness::full;  // what makes a record complete here
  Completeness records{};  // what is asked of each record, be it only told (`completeness: warn`)
  std::vector<DataFile> data;
  std::vector<DataFile> seals;  // only patterns and places
  Place period_place;
};

/// Whether any version of the budget has lump sums or unit costs.
[[nodiscard]] inline bool has_simplified_forms(const Project& project) {
  const std::vector<Budget>& versions = project.budget.all();
  return std::any_of(versions.begin(), versions.end(), [](const Budget& budget) {
    return !budget.lump_sums.empty() || !budget.unit_costs.empty();
  });
}

// What a definition says, one entry each, for comparing two of them by meaning.

/// Sections that may have several versions. The entries of each version have its day in the path,
/// "financing[2026-06-01].total", of the first "financing[first].total"; the latest has its entries
/// once more without it, "financing.total".
inline constexpr std::array versioned_sections = {std::string_view("financing"),
                                                  std::string_view("budget")};
[[nodiscard]] constexpr bool is_versioned_section(std::string_view key) {
  return key == versioned_sections[0] || key == versioned_sections[1];
}

struct DefinitionEntry {
  std::string path;   // in the keys of the definition: indicators[P1].target.total
  std::string value;  // in one form: 1000.00 and 1000.0 are both 1000, lists of words are sorted
};

}  // namespace euproj
