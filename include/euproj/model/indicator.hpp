#pragma once
// Indicator: what is counted, under which conditions, against which target
// (src/calc/README.md#counting).

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "euproj/base/code.hpp"
#include "euproj/base/language.hpp"
#include "euproj/base/source.hpp"
#include "euproj/core/date.hpp"
#include "euproj/core/quantity.hpp"
#include "euproj/core/rate.hpp"

namespace euproj {

/// A name as written, with an optional English form.
struct LocalText {
  std::string polish;
  std::string english;  // empty: the Polish one serves

  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::english && !english.empty() ? english : polish;
  }
};

/// The columns of a participant that conditions and breakdowns may name. A person's attributes are
/// those of the participation in which the start lies, for ever (src/calc/README.md#attributes).
enum class Attribute : std::uint8_t {
  group,
  sex,
  labour_status,
  education,
  degurba,
  citizenship,
  disability,
  foreign_background,
  minority,
  homeless,
  disadvantaged,
  municipality,
  ground,
};
inline constexpr std::size_t attribute_count = 13;
inline constexpr std::array<std::string_view, attribute_count> attribute_names = {
    "group",    "sex",         "labour_status", "education",
    "degurba",  "citizenship", "disability",    "foreign_background",
    "minority", "homeless",    "disadvantaged", "municipality",
    "ground"};

enum class Answer : std::uint8_t { blank, yes, no, refused };

/// Completed years, both ends inside; an absent end is open.
struct AgeRange {
  std::optional<int> min;
  std::optional<int> max;

  [[nodiscard]] bool contains(int years) const {
    return (!min || years >= *min) && (!max || years <= *max);
  }
  friend bool operator==(const AgeRange&, const AgeRange&) = default;
};

/// A length of time by the calendar: 4 weeks, 28 days, 6 months.
struct Term {
  enum class Unit : std::uint8_t { days, weeks, months };
  int length = 0;
  Unit unit = Unit::days;

  /// The last day inside the term that begins on `day` (Art. 112 of the Civil Code).
  [[nodiscard]] Date last_day_from(Date day) const;
  friend bool operator==(const Term&, const Term&) = default;
};

enum class PlaceKind : std::uint8_t { created, supported };

/// What an entity of the log `entities` is, and how large; unknown: the log does not say.
enum class EntityKind : std::uint8_t { unknown, public_administration, sme, ngo, other };
enum class EntitySize : std::uint8_t { unknown, micro, small, medium, large };
/// As definitions write them, in the order above from 1.
inline constexpr std::array<std::string_view, 4> entity_kinds = {"public_administration", "sme",
                                                                 "ngo", "other"};
inline constexpr std::array<std::string_view, 4> entity_sizes = {"micro", "small", "medium",
                                                                 "large"};

struct AttributeTest {
  Attribute attribute{};
  std::vector<Code> accepted;  // any of; `unemployed` already includes its subset
  friend bool operator==(const AttributeTest&, const AttributeTest&) = default;
};

/// What of a person must be known where a condition asks for a complete record (Art. 17(5) of
/// 2021/1057); model/complete_records.hpp says whether it is.
enum class Completeness : std::uint8_t {
  not_asked,
  full,         // sex, birth date (or age), labour status, education
  sex_and_age,  // of specific objective l
};

/// All that is given must hold. An empty condition holds for everyone.
struct Condition {
  std::vector<Code> support;  // forms, any of
  std::optional<std::int64_t> min_sessions;
  std::optional<Quantity> min_hours;
  std::optional<AgeRange> age;
  std::vector<AttributeTest> attributes;
  std::vector<Answer> completed;  // any of
  std::vector<Code> outcome;      // any of
  std::optional<Term> within;
  /// Outcomes of which the latest within the window decides: it must be one of `outcome`. Of one
  /// day the one that stands last here.
  std::vector<Code> latest_of;
  Completeness complete{};
  std::vector<PlaceKind> place_kind;  // any of
  std::vector<EntityKind> kind;       // any of
  std::vector<EntitySize> size;       // any of
  std::vector<Condition> any;         // at least one holds
  std::vector<Condition> all;         // each holds
  std::vector<Condition> none;        // `not`: at most one entry, which must not hold

  friend bool operator==(const Condition&, const Condition&) = default;
};

/// Calls `visit` for the condition and for each part of it, however deep.
template <typename Visit>
void for_each_part(const Condition& condition, const Visit& visit) {
  visit(condition);
  for (const auto* parts : {&condition.any, &condition.all, &condition.none}) {
    for (const Condition& part : *parts) for_each_part(part, visit);
  }
}

enum class Count : std::uint8_t {
  persons,
  households,
  entries,
  sessions,
  hours,
  headcount,
  places,
  measured,
  ratio,
  entities,
  criterion,
};
/// As definitions write them.
inline constexpr std::array<std::string_view, 11> count_words = {
    "persons", "households", "entries", "sessions", "hours",    "headcount",
    "places",  "measured",   "ratio",   "entities", "criterion"};

/// Women and men are known for persons, entries and measured values only
/// (src/calc/README.md#sexes).
[[nodiscard]] bool has_sexes(Count count);
/// Whether values are whole by nature; the others are shown as decimal text.
[[nodiscard]] bool is_whole(Count count);
/// A value as text: whole counts "12", others decimal text "12.5"; percentages always with two
/// decimals "66.67".
[[nodiscard]] std::string value_text(Count count, Quantity value);
/// Whether values can be told by partner: what is measured has nobody's name, nor have places.
[[nodiscard]] bool has_partners(Count count);
/// Whether values are percentages of two counts, with two decimals.
[[nodiscard]] bool is_percentage(Count count);
/// The unit that follows from what is counted, in Polish as of several; empty: none follows.
[[nodiscard]] std::string_view unit_of_count(Count count);

struct Target {
  std::optional<Quantity> total;  // the sum of women and men when only these are given
  std::optional<Quantity> women;
  std::optional<Quantity> men;
  std::optional<Quantity> at_most =
      {};  // reached while the value does not exceed it; then no other
};

/// Some of the persons of a criterion, with a threshold of their own.
struct CriterionGroup {
  std::string id;
  LocalText name;
  Condition where;
  Rate threshold;
};

/// An effectiveness criterion (src/calc/README.md#criterion): of the persons of Indicator::where
/// whose window has closed, the share that has one of these outcomes within the term.
struct Criterion {
  std::vector<Code> outcome;  // any of
  Term within;                // of the exit; the window closes on its last day
  Rate threshold;
  std::vector<CriterionGroup> groups;
};

struct Indicator {
  enum class Kind : std::uint8_t { output, result };
  enum class Take : std::uint8_t { sum, last };
  /// Of `persons`: who is counted for a period, those who began in it or all who had support in it.
  enum class When : std::uint8_t { begins, supported };

  std::string id;
  std::string code;  // of the catalogue, EECO02; empty: none
  LocalText name;
  Kind kind{};
  std::string unit;
  Quantity baseline;
  Target target;
  Count count{};
  Take take = Take::sum;
  When when = When::begins;
  Condition where;
  std::vector<Code> tasks;    // whose costs it answers for; empty: those of its forms of support
  std::size_t numerator = 0;  // of a ratio: positions in Project::indicators
  std::size_t denominator = 0;
  std::optional<Criterion> criterion = {};  // of `criterion`, and of no other count
  std::vector<std::pair<Code, Quantity>> partner_targets = {};  // by code of Codes::partners
  LocalText method = {};  // of a catalogue of one's own: how it is counted, in words
  LocalText source = {};  // and which document says so
  /// Of 1, 2 and 5 of the unit in Polish ("osoba|osoby|osób"), of 1 and 2 in English; empty: `unit`
  /// does not change.
  LocalText unit_forms = {};
  Place place;
};

/// Both at once.
[[nodiscard]] Condition both(Condition one, Condition other);
/// Who has reached what the indicator counts: for a criterion, who of its persons has the outcome.
[[nodiscard]] Condition reached_condition(const Indicator& indicator);

}  // namespace euproj
