#pragma once
// Project: what one definition says. Built by the definition reader, constant afterwards.

#include <optional>
#include <string>
#include <vector>

#include "euproj/model/budget.hpp"
#include "euproj/model/data_file.hpp"
#include "euproj/model/financing.hpp"
#include "euproj/model/indicator.hpp"
#include "euproj/model/versions.hpp"

namespace euproj {

struct Group {
  std::string id;
  LocalText name;
  std::optional<AgeRange> age;
  Target planned;
  Place place;
};

struct SupportForm {
  std::string id;
  LocalText name;
  std::string task;  // empty: none
  Place place;
};

/// At most `at_once` households or persons per provider on any day (SPEC 2 `capacity`).
struct CapacityRule {
  enum class Of : std::uint8_t { persons, households };
  std::string id;
  Code form = no_code;
  Of of{};
  std::int64_t at_once = 0;
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
  std::string currency = "PLN";
  DataFile privacy_key;  // only its pattern and place; no pattern: no key

  /// The same sources, tasks and categories in every version, in the order of their codes: what a
  /// version does not mention has no share and no plan in it.
  Versions<Financing> financing;
  Versions<Budget> budget;
  std::vector<Claim> claims;
  std::vector<Advance> advances;
  std::optional<Rate> advances_rule;  // what must be settled before the next one is paid
  std::vector<SupportForm> support_forms;  // in the order of their codes
  std::vector<Group> groups;               // in the order of their codes
  std::vector<CapacityRule> capacity;
  std::vector<Indicator> indicators;
  std::vector<DataFile> data;
  Place period_place;
};

}  // namespace euproj
