#pragma once
// Figures: every number of a report, typed and exact, in no language and no layout.
//
// The JSON renderer writes them as schemas/report.schema.json fixes them; build_document turns them
// into tables for text and workbook. What is not here cannot be printed, so each figure has one
// origin.

#include <optional>
#include <string>
#include <vector>

#include "euproj/calc/settlement.hpp"
#include "euproj/core/date.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/quantity.hpp"
#include "euproj/model/budget.hpp"
#include "euproj/model/financing.hpp"
#include "euproj/model/indicator.hpp"
#include "euproj/model/project.hpp"
#include "euproj/report/changes.hpp"
#include "euproj/report/criterion_figures.hpp"
#include "euproj/report/money_figures.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// Which numbers are left out because they could give away a small count of persons
/// (--small-cells).
struct SuppressedSexes {
  bool total = false;
  bool women = false;
  bool men = false;
};

/// A value in total, and by sex where that is known (src/calc/README.md#sexes). No total: a ratio
/// over zero, or suppressed.
struct Value {
  std::optional<Quantity> total;
  std::optional<Quantity> women;
  std::optional<Quantity> men;
  SuppressedSexes suppressed = {};
};

/// An indicator's value of one partner.
struct PartnerValue {
  std::string partner;  // id; empty: of no partner
  LocalText name;
  std::optional<Quantity> target;
  Value period;
  Value cumulative;
};

struct IndicatorFigures {
  std::string id;
  std::string code;  // may be empty
  LocalText name;
  Indicator::Kind kind{};
  Count count{};
  Indicator::When when{};
  std::string unit;
  Quantity baseline;
  Target target;
  Value period;
  Value cumulative;
  std::optional<Percent> achieved;
  std::optional<Percent> achieved_women;
  std::optional<Percent> achieved_men;
  LocalText rule = {};                           // in words, of both languages
  std::vector<CriterionFigures> criterion = {};  // of a criterion: all persons, then each group
  std::vector<PartnerValue> by_partner = {};     // where logs of persons name partners
  std::optional<Quantity> shared = {};           // what the partners' cumulative values count twice
  /// Of an indicator that asks for complete records: what it would be if it did not, cumulative.
  std::optional<Value> in_log = {};
  std::optional<bool> reached = {};         // where the target is `at_most`
  std::vector<std::string> latest_of = {};  // outcomes of which the latest decides
  LocalText unit_forms = {};                // as Indicator has them

  /// Whom it leaves out because their records are incomplete.
  [[nodiscard]] std::optional<Quantity> incomplete() const {
    if (!in_log || !in_log->total || !cumulative.total) return std::nullopt;
    return *in_log->total - *cumulative.total;
  }
};

/// A person who has started and of whom something is not known that an indicator needs.
struct GapFigures {
  std::string key;                   // as it may be printed
  std::string at;                    // FILE:LINE
  std::vector<std::string> missing;  // columns
};

/// A result that can still be counted, or lost: who left, and the last day on which an outcome will
/// do.
struct OpenWindowFigures {
  std::string person;                 // as it may be printed
  std::string indicator;              // id
  std::vector<std::string> outcomes;  // codes
  bool all_needed = false;            // else any of them
  Date exit;
  Date last_day;
  std::int64_t days_left = 0;  // 0 on the last day

  /// "a, b": any of them; "a + b": all of them.
  [[nodiscard]] std::string outcomes_text() const {
    std::string text;
    for (const std::string& outcome : outcomes) {
      text += (text.empty() ? "" : all_needed ? " + " : ", ") + outcome;
    }
    return text;
  }
};

/// Persons that stand in two indicators at once, cumulative. Empty: fewer than two count persons.
struct OverlapFigures {
  std::vector<std::size_t> indicators;  // positions in Figures::indicators
  /// Square and symmetric; diagonal: the value. None: suppressed.
  std::vector<std::vector<std::optional<std::int64_t>>> persons;
};

/// None: suppressed.
struct PeopleFigures {
  std::optional<std::int64_t> total = 0;
  std::optional<std::int64_t> women = 0;
  std::optional<std::int64_t> men = 0;
  std::optional<std::int64_t> active = 0;
  std::optional<std::int64_t> exited = 0;
  Value supported;  // persons with support in the period, newcomers or not
};

/// How many participants a project is to have, and the indicator that says so.
struct Goal {
  std::string indicator;  // id
  Quantity target;
};

/// One line of a breakdown of the participants: `key` is a group id, an age band ("18-29"), a
/// labour status word, an ISCED level; "" is "not given".
struct BreakdownRow {
  std::string key;
  LocalText name;  // where the definition names it
  Value period;
  Value cumulative;
  Target planned;  // groups only
};

enum class Breakdown { age, group, labour_status, education };

struct BreakdownFigures {
  Breakdown of{};
  std::vector<BreakdownRow> rows;
};

struct SupportFigures {
  std::string id;
  LocalText name;
  Value persons_period;     // who had none of this form before
  Value persons_supported;  // who had support of this form in the period
  Value persons_cumulative;
  // None: suppressed.
  std::optional<Quantity> sessions_period = Quantity();
  std::optional<Quantity> sessions_cumulative = Quantity();
  std::optional<Quantity> hours_period = Quantity();
  std::optional<Quantity> hours_cumulative = Quantity();
  std::optional<Quantity> headcount_period = Quantity();
  std::optional<Quantity> headcount_cumulative = Quantity();
};

/// What a claim declared of an indicator, and what the logs give.
struct DeclaredFigures {
  std::string claim;      // id
  std::string indicator;  // id
  Count count{};
  Value declared;
  Value computed;
  Value difference;  // declared less computed, where both are known
};

struct PlaceFigures {
  std::string id;
  std::string name;
  PlaceKind kind{};
  Date from;
  Date to;  // unknown: still there
  std::int64_t capacity = 0;
};

/// One calendar month of the project, for charts: state at its end, spending within it.
struct MonthFigures {
  Date first;
  std::optional<std::int64_t> participants = 0;  // cumulative; none: suppressed
  Money eligible;                                // in the month
  Money eligible_cumulative;
  std::optional<Money> planned;  // where there is a schedule; in the month
  std::optional<Money> planned_cumulative;
};

struct Finding {
  std::string code;
  Severity severity{};
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string message;       // with what to do, in the report's language
  std::string subject = {};  // what it is of, as a waiver names it; may be empty
};

/// A warning that somebody has accepted.
struct WaivedFigures {
  std::string code;
  std::string subject;  // of the finding
  std::string reason;
  std::string by;
  Date until;

  friend auto operator<=>(const WaivedFigures&, const WaivedFigures&) = default;
};

struct InputFigures {
  std::string path;
  std::string sha256;
  std::optional<std::uint64_t> bytes = 0;  // none: suppressed, as the rows are
  std::optional<std::uint64_t> rows = 0;
  bool of_persons = false;       // its size may say how many there are
  std::string sheet;             // of a spreadsheet
  std::vector<Skipped> skipped;  // what of the table was left out; none where rows are suppressed
};

struct Figures {
  // what the report is about
  std::string project_id;
  std::string number;
  LocalText title;
  std::vector<std::pair<FixedText, std::string>>
      project_facts;  // label, value; empty values left out
  Period project_period;
  std::optional<Period> durability;
  std::optional<Date> kept_until;  // documents
  Period period;
  bool complete = true;

  std::string currency;
  Money total;
  std::vector<SourceFigures> sources;
  MoneyFigures direct;
  MoneyFigures indirect;
  MoneyFigures eligible;
  std::optional<FlatRateFigures> flat_rate;
  std::vector<TaskFigures> tasks;
  std::vector<CategoryFigures> categories;
  std::vector<LimitFigures> limits;
  std::vector<LumpSumFigures> lump_sums;
  std::vector<UnitCostFigures> unit_costs;
  std::vector<ClaimFigures> claims;
  std::vector<AdvanceFigures> advances;
  std::optional<Settlement> settlement;  // none: no advances
  std::optional<Forecast> forecast;
  std::vector<ShiftFigures> shifts;
  std::vector<PartnerFigures> partners;
  std::vector<DocumentedFigures> documented;
  std::vector<CorrectionFigures> corrections;
  std::vector<VersionFigures> versions;
  std::vector<AdjustmentFigures> adjustments;
  std::vector<ExposureFigures> exposure;
  std::optional<ClaimReportFigures> claim;    // of `report --claim`
  std::optional<OnTheWayFigures> on_the_way;  // of a period, where there are claims

  std::vector<IndicatorFigures> indicators;
  std::optional<std::vector<OpenWindowFigures>> open_windows;  // none: no indicator has a window
  std::vector<OpenWindowFigures> losing_windows;               // of those who count
  std::optional<std::vector<GapFigures>> gaps;  // none: no indicator asks for complete records
  OverlapFigures overlap;
  PeopleFigures participants;
  std::optional<Goal> participants_goal;  // of the first indicator that counts them all
  std::vector<BreakdownFigures> breakdowns;
  std::vector<SupportFigures> support;
  std::vector<PlaceFigures> places;
  std::vector<DeclaredFigures> declared;  // of claims that have ended, in the order of the log
  std::vector<MonthFigures> months;

  /// --small-cells N: counts of persons below N are suppressed, with what would give them away.
  /// Lists that name persons (open windows, findings) are then empty and not printed.
  std::optional<std::int64_t> small_cells;
  /// With it: what was spent depends on how many persons count, and would tell. Amounts are then
  /// zero and not printed, but for those that the agreement says.
  bool costs_suppressed = false;

  std::optional<ClosedPeriods> closed;  // none: nothing is sealed, or counts are suppressed

  std::vector<Finding> findings;
  std::optional<std::vector<WaivedFigures>> waived;  // none: the project has no waivers
  std::string label;                                 // on every page; may be empty
  std::string version;
  std::vector<std::string> options;  // the command line options that shape the report
  std::vector<InputFigures> inputs;
  std::vector<UsedCatalogue> catalogues;  // of the project's own
};

}  // namespace euproj
