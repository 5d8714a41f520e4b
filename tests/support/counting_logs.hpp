#pragma once
// Small logs and conditions as plain text and day numbers: what the slow oracle of counting reads,
// what the generator makes, and what build_dossier turns into the program's own model.
//
// Nothing here knows the program's types but to_date's and build_dossier's result.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "euproj/model/dossier.hpp"

namespace euproj::testing {

/// Position in slow_days(); none: a blank cell.
using Day = std::optional<int>;

struct PlainParticipant {
  std::string person_id;
  std::uint64_t pesel = 0;
  std::string other_id;
  int born = 0;
  Day entry;
  Day exit;
  std::string completed;  // "", yes, no, refused
  std::string household;
  std::string partner = {};
  std::map<Attribute, std::string> attributes;  // sex: K, M or absent
};

struct PlainSupport {
  int date = 0;
  std::string person_id;  // empty: headcount
  std::string form;
  std::string session;
  std::int64_t hours = 0;  // ten-thousandths
  int headcount = 0;
  std::string partner = {};

  friend bool operator==(const PlainSupport&, const PlainSupport&) = default;
};

struct PlainOutcome {
  std::string person_id;
  std::string outcome;
  int date = 0;
  std::string partner = {};
};

struct PlainPlace {
  PlaceKind kind{};
  int from = 0;
  Day to;
  int capacity = 1;
};

struct PlainMeasurement {
  std::size_t indicator = 0;
  int date = 0;
  std::int64_t value = 0;  // ten-thousandths
  std::optional<std::int64_t> women;
  std::optional<std::int64_t> men;
};

struct PlainCondition {
  std::vector<std::string> support;
  std::optional<int> min_sessions;
  std::optional<std::int64_t> min_hours;
  std::optional<AgeRange> age;
  std::map<Attribute, std::vector<std::string>> attributes;
  std::vector<std::string> completed;
  std::vector<std::string> outcome;
  std::optional<Term> within;
  std::vector<std::string> latest_of;  // of one day the last of these
  bool complete = false;
  std::vector<PlaceKind> place_kind;
  std::vector<PlainCondition> any;
  std::vector<PlainCondition> all;
  std::vector<PlainCondition> none;
};

struct PlainIndicator {
  Count count{};
  Indicator::Take take{};
  bool when_period = false;  // of persons
  PlainCondition where;
  std::size_t numerator = 0;
  std::size_t denominator = 0;
};

struct PlainLogs {
  bool has_support = true;
  std::vector<PlainParticipant> participants;
  std::vector<PlainSupport> support;
  std::vector<PlainOutcome> outcomes;
  std::vector<PlainPlace> places;
  std::vector<PlainMeasurement> measurements;
  std::vector<PlainIndicator> indicators;
};

/// The first day and the number of days that the values are compared on.
struct DayRange {
  int first = 0;
  int count = 0;
};

[[nodiscard]] Date to_date(Day day);
[[nodiscard]] Dossier build_dossier(const PlainLogs& logs, DayRange range);
[[nodiscard]] PlainLogs random_logs(std::uint64_t seed, DayRange range);

}  // namespace euproj::testing
