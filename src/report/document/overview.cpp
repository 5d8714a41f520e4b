// What an office reads first, on one page. Every figure is a place in a table.

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "euproj/words/kinds.hpp"
#include "euproj/words/texts.hpp"
#include "report/document/cell_references.hpp"
#include "report/document/sections.hpp"

namespace euproj::parts {
namespace {

constexpr std::size_t max_lines = 5;  // of a card

/// Warnings in the order of what they may cost, the dearest first: persons and results that do not
/// count, money, who a person is, what a record lacks. All others follow, and last what is about
/// files and their columns.
constexpr std::array<AnyKind, 36> dearest = {
    Kind::outcome_outside_window, Kind::outcome_without_exit, Kind::outcome_before_start,
    Kind::relation_broken,        Kind::declared_differs,     Kind::age_outside_group,
    Kind::date_outside_project,   Kind::support_after_exit,   Kind::participation_without_support,
    Kind::never_supported,        Kind::lump_sum_not_reached, Kind::claim_changed_since_seal,
    Kind::claim_changed,          Kind::claim_differs,        Kind::document_outside_period,
    Kind::document_in_no_claim,   Kind::document_twice,       Kind::support_row_twice,
    Kind::session_logged_twice,   Kind::project_over_budget,  Kind::task_over_budget,
    Kind::limit_exceeded,         Kind::paid_after_claim,     Kind::correction_too_large,
    Kind::correction_above_gross, Kind::vat_not_eligible,     Kind::invoice_over_gross,
    Kind::simplified_costs_due,   Kind::capacity_exceeded,    Kind::place_not_durable,
    Kind::maybe_same_person,      Kind::two_person_ids,       Kind::similar_person_ids,
    Kind::missing_labour_status,  Kind::missing_education,    Kind::missing_degurba};
constexpr std::array<AnyKind, 12> of_files = {
    Kind::file_listed_twice,    Kind::not_a_spreadsheet,   Kind::sheet_not_read,
    Kind::formula_not_computed, Kind::preset_lacks_column, Kind::serial_read_as_date,
    Kind::time_of_day,          Kind::id_filler,           Kind::id_without_digit,
    Kind::waiver_unused,        Kind::unknown_column,      Kind::retention_before_end};

/// The less, the sooner somebody should look.
std::size_t rank_of(const Finding& finding) {
  if (finding.severity != Severity::warning) return 0;
  const auto is_its = [&](AnyKind kind) { return kind_info(kind).code == finding.code; };
  const auto* const at = std::find_if(dearest.begin(), dearest.end(), is_its);
  if (at != dearest.end()) return 1 + static_cast<std::size_t>(at - dearest.begin());
  const bool is_of_files = std::any_of(of_files.begin(), of_files.end(), is_its);
  return 1 + dearest.size() + (is_of_files ? 1 : 0);
}

class OverviewBuilder {
 public:
  OverviewBuilder(const Document& document, const Figures& figures, const Words& words)
      : index_(document), figures_(figures), words_(words) {}

  Overview built() {
    overview_.title = words_(Text::section_overview);
    facts();
    persons();
    main_target();
    spent();
    sources();
    for (std::size_t i = 0; i < figures_.indicators.size(); ++i) bar(i);
    if (const auto& forecast = figures_.forecast) {
      overview_.elapsed = percent_of(forecast->elapsed_days, forecast->project_days);
    }
    findings();
    return std::move(overview_);
  }

 private:
  void facts() {
    const auto fact = [&](FixedText label, const std::string& value) {
      if (!value.empty()) overview_.facts.emplace_back(words_(label), value);
    };
    const std::string& title = figures_.title.in(words_.language());
    fact(Text::fact_title, title.empty() ? figures_.project_id : title);
    fact(Text::fact_number, figures_.number);
    for (const auto& [label, value] : figures_.project_facts) {
      if (label == Text::fact_beneficiary) fact(label, value);
    }
    if (figures_.claim) fact(Text::overview_claim, figures_.claim->id);
    fact(Text::fact_report_period, period_text(words_, figures_.period));
    fact(Text::fact_project_period, period_text(words_, figures_.project_period));
  }

  void line(Overview::Card& card, std::string label, CellPlace place) const {
    if (card.lines.size() == max_lines || !index_.has(place)) return;
    card.lines.push_back({std::move(label), std::move(place)});
  }

  void card(Overview::Card made) {
    if (index_.has(made.figure)) overview_.cards.push_back(std::move(made));
  }

  void persons() {
    Overview::Card made{
        words_(Text::overview_persons), {"participants", 0, "cumulative"}, {}, "participants"};
    line(made, words_(Text::overview_women), {"participants", 1, "cumulative"});
    line(made, words_(Text::overview_men), {"participants", 2, "cumulative"});
    if (const auto total = index_.total_row("by_age")) {
      line(made, words_(Text::overview_persons_period), {"by_age", *total, "period_total"});
      line(made, words_(Text::overview_women_period), {"by_age", *total, "period_women"});
      line(made, words_(Text::overview_men_period), {"by_age", *total, "period_men"});
    }
    card(std::move(made));
  }

  /// The first that counts persons, else the first, of those with a target.
  const IndicatorFigures* main_indicator() const {
    const IndicatorFigures* first = nullptr;
    for (const IndicatorFigures& indicator : figures_.indicators) {
      if (!indicator.target.total || indicator.target.total->is_zero()) continue;
      if (indicator.count == Count::persons) return &indicator;
      if (first == nullptr) first = &indicator;
    }
    return first;
  }

  void main_target() {
    const IndicatorFigures* const goal = main_indicator();
    if (goal == nullptr) return;
    const auto position = static_cast<std::size_t>(goal - figures_.indicators.data());
    const auto place = [&](const char* column) {
      return indicator_place(figures_, position, column);
    };
    Overview::Card made{
        words_(Text::overview_goal, {goal->id}), place("achieved_total"), {}, "indicators"};
    line(made, words_(Text::overview_target), place("target_total"));
    line(made, words_(Text::overview_reached), place("cumulative_total"));
    line(made, words_(Text::overview_reached_period), place("period_total"));
    card(std::move(made));
  }

  void spent() {
    constexpr std::size_t eligible = 2;  // in costs, after direct and indirect
    Overview::Card made{words_(Text::overview_spent, {figures_.currency}),
                        {"costs", eligible, "cumulative"},
                        {},
                        "expenditure"};
    if (const auto total = index_.total_row("sources")) {
      line(made, words_(Text::overview_agreed), {"sources", *total, "agreed"});
      line(made, words_(Text::overview_used), {"sources", *total, "used_percent"});
    }
    line(made, words_(Text::overview_spent_period), {"costs", eligible, "period"});
    card(std::move(made));
  }

  void sources() {
    const auto label = [&](std::size_t i) {
      return source_label(words_, figures_, figures_.sources[i]);
    };
    if (figures_.costs_suppressed) return;
    for (std::size_t i = 0; i < figures_.sources.size(); ++i) {
      overview_.sources.push_back({label(i), i});
    }
    const auto total = index_.total_row("sources");
    if (!total) return;
    overview_.sources.push_back({words_(Text::row_total), *total});
    Overview::Card made{words_(Text::overview_source, {label(0), figures_.currency}),
                        {"sources", 0, "cumulative"},
                        {},
                        "financing"};
    for (std::size_t i = 1; i < figures_.sources.size(); ++i) {
      line(made, label(i), {"sources", i, "cumulative"});
    }
    line(made, words_(Text::overview_total), {"sources", *total, "cumulative"});
    card(std::move(made));
  }

  void bar(std::size_t i) {
    const IndicatorFigures& indicator = figures_.indicators[i];
    if (!indicator.target.total) return;
    const auto place = [&](const char* column) { return indicator_place(figures_, i, column); };
    const std::string& name = indicator.name.in(words_.language());
    overview_.bars.push_back({indicator.id + (name.empty() ? "" : "  " + name),
                              place("target_total"), place("cumulative_total"),
                              place("achieved_total")});
  }

  void findings() {
    if (figures_.small_cells) {
      overview_.findings = words_(Text::note_findings_hidden);
      return;
    }
    std::size_t errors = 0;
    const Finding* worst = nullptr;
    for (const Finding& finding : figures_.findings) {
      errors += finding.severity != Severity::warning ? 1 : 0;
      if (worst == nullptr || rank_of(finding) < rank_of(*worst)) worst = &finding;
    }
    if (worst == nullptr) {
      overview_.findings = words_(Text::none_findings);
      return;
    }
    overview_.has_findings = true;
    overview_.findings =
        words_(Text::overview_findings,
               {std::to_string(errors), std::to_string(figures_.findings.size() - errors)});
    overview_.worst =
        words_(Text::overview_worst, {in_quotes(words_, worst->message), worst->code});
  }

  const DocumentIndex index_;
  const Figures& figures_;
  const Words& words_;
  Overview overview_;
};

}  // namespace

std::vector<std::string_view> ranked_warnings() {
  std::vector<std::string_view> codes;
  for (const AnyKind kind : dearest) codes.push_back(kind_info(kind).code);
  for (const AnyKind kind : of_files) codes.push_back(kind_info(kind).code);
  return codes;
}

Overview build_overview(const Document& document, const Figures& figures, const Words& words) {
  return OverviewBuilder(document, figures, words).built();
}

}  // namespace euproj::parts

namespace euproj {

Tone tone_of(Percent achieved, std::optional<Percent> elapsed) {
  constexpr std::int64_t all = 100'00;
  if (achieved.hundredths >= all) return Tone::good;
  return elapsed && achieved.hundredths < elapsed->hundredths ? Tone::attention : Tone::normal;
}

}  // namespace euproj
