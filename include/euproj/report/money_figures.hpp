#pragma once
// The money in the figures of a report.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/base/lazy_rows.hpp"
#include "euproj/core/date.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/quantity.hpp"
#include "euproj/model/budget.hpp"
#include "euproj/model/financing.hpp"
#include "euproj/model/indicator.hpp"

namespace euproj {

struct SourceFigures {
  std::string id;
  SourceKind kind{};
  std::string share;  // "85 %", "59030.72" or empty for the remainder: as the definition says it
  Money agreed;
  Money period;
  Money cumulative;
  Money remaining;
  std::optional<Percent> used;
  std::optional<Rate> rate = {};  // none: a fixed amount, or the remainder
  Rounding rounding = {};
  LocalText name = {};  // may be empty
  bool in_kind = false;
};

struct MoneyFigures {
  Money period;
  Money cumulative;

  [[nodiscard]] Money before() const { return cumulative - period; }
};

struct TaskFigures {
  std::string id;
  LocalText name;
  std::optional<Money> planned;
  Money period;
  Money cumulative;
  std::optional<Money> remaining;
};

struct CategoryFigures {
  std::string id;
  LocalText name;
  Money period;
  Money cumulative;
};

struct LimitFigures {
  std::string id;
  Money used;
  Limit::Base of{};
  Money base;  // of which max is a part
  Rate rate;
  Money max;
  Money left;  // negative when exceeded
  bool exceeded = false;
};

/// A flat rate as the version in force on the last day has it.
struct FlatRateFigures {
  Rate rate;
  FlatRate::Base of{};
  Rounding rounding{};
  Money base;  // cumulative: what the rate is taken of

  [[nodiscard]] std::string rate_text() const { return rate.percent_text() + "%"; }
};

struct ClaimFigures {
  std::string id;
  Period period;
  Claim::Status status{};
  Money eligible;             // of the claim, flat-rate costs included
  std::vector<Money> shares;  // by source
  std::vector<Claim::Kind> kinds = {};
  // As the last day of the report knows them.
  std::optional<Submission> submitted = {};
  std::optional<Decision> decided = {};
};

/// Why a document that was paid is in no ended claim's period.
enum class Waiting : std::uint8_t { no_claim, later_claim, paid_outside };

struct WaitingDocument {
  Waiting state{};
  std::string_view document;  // the dossier's
  Date paid;
  std::string_view claim;  // empty: it names none
  std::string_view task;
  Money eligible;
};

struct OnTheWayFigures {
  struct Part {
    Waiting state{};
    Money amount;
    std::vector<std::string_view> documents;  // numbers, in the order of the log; the dossier's
  };
  std::vector<Part> parts;              // one of each state
  LazyRows<WaitingDocument> documents;  // of all parts, from the dossier
};

struct AdvanceFigures {
  Date date;
  std::string source;  // may be empty
  Money amount;        // negative: returned
};

/// A task that spent more than its plan, where the agreement allows shifts.
struct ShiftFigures {
  std::string task;
  Money planned;
  Money over;     // spent beyond the plan
  Money allowed;  // rounded down
};

struct PartnerFigures {
  std::string id;
  LocalText name;
  bool leads = false;
  std::optional<Money> planned;
  Money period;
  Money cumulative;
  std::optional<Money> remaining;
  std::vector<Money> shares;  // cumulative, by source
};

/// What documents say that a source pays, beside its share by the rules.
struct DocumentedFigures {
  std::string source;
  bool in_kind = false;
  Money share;
  Money documented;
};

/// A document that lowers or raises an earlier one, in the period.
struct CorrectionFigures {
  std::string document;
  std::string corrects;
  Date day;  // on which it counts
  std::string task;
  Money amount;
  std::string at;  // FILE:LINE
};

/// Which version of a section was used, where the definition has several.
struct VersionFigures {
  bool of_financing = false;  // else of the budget
  std::size_t number = 1;     // from 1
  std::size_t count = 1;
  std::optional<Date> valid_from;
};

/// What an amendment that took effect in the period moved of what had been spent before.
struct AdjustmentFigures {
  Date day;
  std::vector<Money> moved;  // by source
};

/// A row of the log of expenditure. The words are the dossier's.
struct DocumentFigures {
  std::string_view document;
  std::string_view book;
  std::string_view issuer;
  Date issued;
  Date paid;
  std::string_view task;
  std::string_view category;
  std::optional<Money> gross;
  std::optional<Money> net;
  std::optional<Money> vat;
  Money eligible;
  std::optional<Money> grant;
  std::string_view corrects;
  std::string_view description;
  std::string_view partner;
  std::string_view source;    // who pays what is not grant, where the log says so
  std::string_view evidence;  // of payment
  std::string_view file;
  std::uint32_t line = 0;

  [[nodiscard]] std::string at() const { return std::string(file) + ":" + std::to_string(line); }
};

struct ClaimLineFigures {
  std::string task;
  std::string category;  // may be empty
  MoneyFigures direct;
};

/// The claim that a report is about: its documents, and what they come to by task and category.
struct ClaimReportFigures {
  std::string id;
  Claim::Status status{};
  LazyRows<DocumentFigures> documents;  // in the order of the logs; from the dossier
  std::vector<ClaimLineFigures> lines;  // by task, then category
};

/// What an indicator below its target puts at stake under the rule of proportionality: the costs of
/// the tasks linked to it. A measure of exposure; what is reduced is for the authority to decide.
struct ExposureFigures {
  std::string indicator;
  Quantity missing;  // to the target
  std::optional<Percent> achieved;
  std::vector<std::string> tasks;  // empty: none are linked, so all are
  Money direct;
  Money indirect;
};

// Lump sums and unit costs.

struct RequirementFigures {
  std::string lump_sum;   // id
  std::string indicator;  // id
  Count count{};
  Quantity at_least;
  std::optional<Quantity> value;  // none: a percentage of 0

  [[nodiscard]] bool holds() const { return value && *value >= at_least; }
  [[nodiscard]] std::optional<Quantity> lacking() const {
    return value ? std::optional(holds() ? Quantity() : at_least - *value) : std::nullopt;
  }
};

struct LumpSumFigures {
  std::string id;
  LocalText name;
  std::string task;
  Money amount;
  std::optional<Date> declared;
  MoneyFigures eligible;
  std::vector<RequirementFigures> requirements;
};

struct UnitCostFigures {
  std::string id;
  LocalText name;
  std::string task;
  std::string category;       // may be empty
  std::optional<Money> rate;  // none: several, or no units
  Quantity units_period;
  Quantity units;
  MoneyFigures eligible;
  Quantity unpaid_units;  // above a maximum
  Money unpaid;
};

}  // namespace euproj
