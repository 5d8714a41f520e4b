#pragma once
// Budget: tasks, categories, partners, flat rate, limits, plan by month; claims and advances
// (schemas/README.md#budget).
//
// With its simplified forms of costs: lump sums, paid for what was reached, and unit costs, paid
// for each unit of what was done (src/calc/README.md#lump-sums), and the rates of exchange that the
// thresholds of the regulations need.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/base/code.hpp"
#include "euproj/base/source.hpp"
#include "euproj/core/date.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/quantity.hpp"
#include "euproj/core/rate.hpp"
#include "euproj/core/rounding.hpp"
#include "euproj/model/indicator.hpp"

namespace euproj {

struct Requirement {
  std::size_t indicator = 0;  // position in Project::indicators
  Quantity at_least;
  Place place;
};

/// What is paid where the last requirement is reached in part, and all others are.
struct LumpStep {
  Quantity at_least;
  Money amount;
};

struct LumpSum {
  std::string id;
  LocalText name;
  Code task = no_code;
  Money amount;  // zero: the version of the budget has no such lump sum
  std::vector<Requirement> requirements;
  std::vector<LumpStep> partial;  // by at_least
  bool in_flat_rate_base = false;
  Place place;

  [[nodiscard]] bool exists() const { return !amount.is_zero(); }
};

struct UnitRate {
  Date from;  // unknown: from the beginning
  Money amount;
  Place place;
};

/// What a unit cost counts.
enum class UnitOf : std::uint8_t { hours, sessions, persons, person_months, measured };
[[nodiscard]] std::string_view unit_of_word(UnitOf of);

/// What makes units of the logs. Two that are equal count the same units.
struct CountedUnit {
  UnitOf of{};
  Condition where;
  std::optional<Quantity> min_hours;  // of person_months: in the month
  std::optional<std::int64_t> min_sessions;
  std::size_t indicator = 0;  // of measured: position in Project::indicators
  std::optional<Quantity> per_person_max;
  Date first_day;  // of the first rate: units before it have none

  friend bool operator==(const CountedUnit&, const CountedUnit&) = default;
};

struct UnitCost {
  std::string id;
  LocalText name;
  Code task = no_code;
  Code category = no_code;      // no_code: the whole task
  std::vector<UnitRate> rates;  // by from; empty: the version of the budget has no such unit cost
  CountedUnit count;
  std::optional<Quantity> units_max;
  bool in_flat_rate_base = false;
  Place place;

  [[nodiscard]] bool exists() const { return !rates.empty(); }
  /// The rate of a unit of `day`; null: there is none yet.
  [[nodiscard]] const UnitRate* rate_on(Date day) const;
};

/// What one euro is, and who says so.
struct ExchangeRates {
  Quantity euro;
  std::string source;  // may be empty
  Place place;
};

struct Task {
  std::string id;
  LocalText name;
  std::optional<Money> planned;
  Place place;
};

struct Category {
  std::string id;
  LocalText name;
  bool is_staff = false;  // `role: staff`: a flat rate may be of these costs
};

/// Costs that nobody documents: a rate of those that are (Art. 54-56 of Regulation 2021/1060).
struct FlatRate {
  enum class Base : std::uint8_t { direct, staff };
  /// By planned direct costs: those up to this amount, which it includes; none: above all others.
  struct Band {
    std::optional<Money> up_to;
    Rate rate;
  };
  std::vector<Band> bands;  // ascending, the last without a bound; a single rate is one band
  Base of{};
  std::vector<Code> exclude;      // categories outside the base
  bool excludes_in_kind = false;  // so are documents of sources in kind
  Rounding rounding = Rounding::down;
  bool covers_rest = false;   // `remaining`: there are no costs beside staff and `besides`
  std::vector<Code> besides;  // categories
  Place place;

  /// One rate of all direct costs.
  [[nodiscard]] static FlatRate of_direct(Rate rate) {
    FlatRate flat;
    flat.bands = {{std::nullopt, rate}};
    return flat;
  }
};

struct Limit {
  enum class Base : std::uint8_t { total, direct, eu };
  std::string id;
  std::vector<Code> categories;
  Rate max;
  Base of{};
  Place place;
};

/// Who carries out a part of the project. The leader has what the others have not, so that the
/// parts add up to the project to the grosz; documents that name nobody are the leader's.
struct Partner {
  std::string id;
  LocalText name;
  std::optional<Money> planned;  // eligible, flat-rate costs included
  bool leads = false;            // exactly one, where partners are declared
  Place place;
};

/// What is planned to be spent in a calendar month, flat-rate costs included.
struct PlannedMonth {
  Date first;
  Money amount;
  Place place;
};

/// Tasks, categories, partners, lump sums and unit costs stand in the order of their codes: code 1
/// is the first (see Codes).
struct Budget {
  std::optional<Date> valid_from;  // of an amendment; see Versions
  std::vector<Task> tasks;
  std::vector<Category> categories;
  std::optional<FlatRate> indirect;
  std::vector<Limit> limits;
  std::vector<Partner> partners;
  std::vector<PlannedMonth> schedule;  // by month
  std::optional<Rate> shift_limit;     // what a task may exceed its plan by, of the plan
  Rate eligible_vat = Rate::of(1, 1);  // the share of VAT that is: all, none, or a part
  std::vector<LumpSum> lump_sums;
  std::vector<UnitCost> unit_costs;
  Place schedule_place;
  bool tasks_declared = false;  // otherwise the log may name any
  bool categories_declared = false;
  bool vat_declared = false;
};

/// What a claim was submitted with.
struct Submission {
  Date date;
  std::optional<Money> eligible;  // flat-rate costs included
  Place place;
};

/// What a decision on a claim takes out of a document's eligible amount.
struct IneligibleAmount {
  std::string document;  // its number
  Money amount;          // above 0
  std::string reason;
  Place place;
};

struct Decision {
  Date date;
  std::optional<Money> approved;  // flat-rate costs included
  std::vector<IneligibleAmount> ineligible;
  Place place;
};

struct Claim {
  enum class Status : std::uint8_t { draft, submitted, returned, rejected, approved, paid };
  enum class Kind : std::uint8_t { advance, refund, settlement, reporting, final_claim };
  std::string id;
  Period period;
  Status status = Status::draft;
  std::vector<Kind> kinds;
  std::optional<Submission> submitted;
  std::optional<Decision> decided;
  Place place;
};

/// As the definition and JSON spell them, in the order of the enumerations.
inline constexpr std::array<std::string_view, 6> claim_status_words = {
    "draft", "submitted", "returned", "rejected", "approved", "paid"};
inline constexpr std::array<std::string_view, 5> claim_kind_words = {
    "advance", "refund", "settlement", "reporting", "final"};
inline constexpr std::array<std::string_view, 2> flat_rate_base_words = {"direct", "staff"};

/// Whether the authority has the claim, and has neither given it back nor refused it.
[[nodiscard]] constexpr bool is_handed_in(Claim::Status status) {
  return status == Claim::Status::submitted || status == Claim::Status::approved ||
         status == Claim::Status::paid;
}

struct Advance {
  enum class Direction : std::uint8_t { received, returned };
  Date date;
  Direction direction{};
  Money amount;
  std::optional<std::size_t> source;  // position in Financing::sources
  Place place;
};

}  // namespace euproj
