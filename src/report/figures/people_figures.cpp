#include <algorithm>
#include <array>
#include <utility>

#include "euproj/calc/indicator_value.hpp"
#include "euproj/calc/partner_counts.hpp"
#include "euproj/model/complete_records.hpp"
#include "euproj/report/build_figures.hpp"
#include "euproj/report/criterion_figures.hpp"
#include "report/figures/add_figures.hpp"
#include "report/figures/rule_text.hpp"

namespace euproj {
namespace {

Value shown(const SexedQuantity& quantity, bool sexes) {
  Value value;
  value.total = quantity.total;
  if (sexes) {
    value.women = quantity.women;
    value.men = quantity.men;
  }
  return value;
}

/// Cumulative / target x 100, half up, uncapped; none without a target or with target 0
/// (src/calc/README.md#achievement).
std::optional<Percent> achieved(const std::optional<Quantity>& value,
                                const std::optional<Quantity>& target) {
  if (!value || !target) return std::nullopt;
  return percent_of(value->scaled_units(), target->scaled_units());
}

/// A ratio's achievement uses the exact ratio, not its two decimals (src/calc/README.md#ratio):
/// (n / d x 100) / target x 100.
std::optional<Percent> achieved_ratio(Quantity numerator, Quantity denominator,
                                      const std::optional<Quantity>& target) {
  if (!target || target->is_zero() || denominator.is_zero()) return std::nullopt;
  const Int128 scale = Quantity::scale;
  const Int128 above =
      checked_multiply(static_cast<Int128>(numerator.scaled_units()) * 10'000 * 100, scale);
  const Int128 below = static_cast<Int128>(denominator.scaled_units()) * target->scaled_units();
  const bool negative = below < 0;
  return Percent{checked_narrow(
      divide(negative ? -above : above, negative ? -below : below, Rounding::half_up))};
}

/// Whether a ratio is at most the limit; exact, as its achievement.
bool ratio_at_most(Quantity numerator, Quantity denominator, Quantity limit) {
  const Int128 hundred = Int128{100} * Quantity::scale;
  const Int128 part = checked_multiply(static_cast<Int128>(numerator.scaled_units()), hundred);
  const Int128 most = static_cast<Int128>(limit.scaled_units()) * denominator.scaled_units();
  return denominator < Quantity() ? part >= most : part <= most;
}

/// Whoever counts under a condition is no measure of all that take part.
std::optional<Goal> goal_of_participants(const Project& project) {
  for (const Indicator& indicator : project.indicators) {
    const std::optional<Quantity>& target = indicator.target.total;
    if (indicator.count != Count::persons) continue;
    if (without_needed_records(indicator.where) != Condition()) continue;
    if (indicator.when != Indicator::When::begins) continue;
    if (target && !target->is_zero()) return Goal{indicator.id, *target};
  }
  return std::nullopt;
}

void add_overlap(Overlap overlap, Figures& figures) {
  if (overlap.indicators.size() < 2) return;
  figures.overlap.indicators = std::move(overlap.indicators);
  for (const std::vector<std::int64_t>& row : overlap.persons) {
    figures.overlap.persons.emplace_back(row.begin(), row.end());
  }
}

std::vector<std::string> outcome_codes(const Dossier& dossier, const OpenWindow& window) {
  std::vector<std::string> codes;
  for (const Code code : window.outcomes) codes.emplace_back(dossier.codes.outcomes.text(code));
  return codes;
}

/// In the order in which the condition names them; of several lists all.
std::vector<std::string> latest_of(const Dossier& dossier, const Indicator& indicator) {
  std::vector<std::string> words;
  for_each_part(indicator.where, [&](const Condition& part) {
    for (const Code code : part.latest_of) {
      std::string word(dossier.codes.outcomes.text(code));
      if (std::find(words.begin(), words.end(), word) == words.end()) {
        words.push_back(std::move(word));
      }
    }
  });
  return words;
}

Value value_of(const SexedQuantity& quantity) {
  return {quantity.total, quantity.women, quantity.men};
}

BreakdownRow breakdown_row(std::string key, const Series<SexedQuantity>& series, Period period) {
  BreakdownRow row;
  row.key = std::move(key);
  row.period = value_of(period_value(series, period));
  row.cumulative = value_of(series.at(period.last));
  return row;
}

bool is_empty(const BreakdownRow& row) {
  return row.cumulative.total->is_zero() && row.period.total->is_zero();
}

BreakdownFigures by_attribute(const Dossier& dossier, Breakdown of, Attribute attribute,
                              const std::vector<Series<SexedQuantity>>& series, Period period) {
  const auto& groups = dossier.project.groups;
  BreakdownFigures breakdown{of, {}};
  for (Code code = 1; code < series.size(); ++code) {
    BreakdownRow row = breakdown_row(std::string(dossier.codes.attribute(attribute).text(code)),
                                     series[code], period);
    const bool declared = of == Breakdown::group && code <= groups.size();
    if (declared) {
      row.name = groups[code - 1].name;
      row.planned = groups[code - 1].planned;
    }
    if (declared || !is_empty(row)) breakdown.rows.push_back(std::move(row));
  }
  const BreakdownRow not_given = breakdown_row("", series[no_code], period);
  if (!is_empty(not_given)) breakdown.rows.push_back(not_given);
  return breakdown;
}

bool says_anything(const BreakdownFigures& breakdown) {
  return std::any_of(breakdown.rows.begin(), breakdown.rows.end(),
                     [](const BreakdownRow& row) { return !row.key.empty(); });
}

/// Of a period: of the windows that closed in it.
void add_criterion(const Indicator& indicator, const std::vector<Series<CriterionCounts>>& series,
                   Period period, IndicatorFigures& row) {
  std::vector<CriterionCounts> counts;
  for (const auto& each : series) counts.push_back(each.at(period.last));
  CriterionCounts of_period = counts.front();
  of_period += -series.front().at(period.first.plus_days(-1));
  row.cumulative.total = criterion_value(counts.front());
  row.period.total = criterion_value(of_period);
  row.achieved = achieved_ratio(Quantity::whole(counts.front().reached),
                                Quantity::whole(counts.front().closed), indicator.target.total);
  if (indicator.target.at_most && row.cumulative.total) {
    row.reached = ratio_at_most(Quantity::whole(counts.front().reached),
                                Quantity::whole(counts.front().closed), *indicator.target.at_most);
  }
  row.criterion = build_criterion(indicator, counts);
}

/// A percentage of a criterion, or of two indicators, of one partner.
struct PartnerShares {
  std::optional<Quantity> period;
  std::optional<Quantity> cumulative;
};

PartnerShares criterion_shares(const Series<CriterionCounts>& series, Period period) {
  const CriterionCounts now = series.at(period.last);
  CriterionCounts in_period = now;
  in_period += -series.at(period.first.plus_days(-1));
  return {criterion_value(in_period), criterion_value(now)};
}

PartnerShares ratio_shares(const IndicatorSeries& above, const IndicatorSeries& below,
                           Period period) {
  return {ratio_value(period_value(above, period).total, period_value(below, period).total),
          ratio_value(above.values.at(period.last).total, below.values.at(period.last).total)};
}

/// Of one indicator and partner; nothing where the indicator is told by no partner.
std::optional<PartnerValue> partner_value(const Project& project,
                                          const std::vector<PartnerSeries>& all,
                                          std::size_t position, Code partner, Period period) {
  const Indicator& indicator = project.indicators[position];
  PartnerValue value;
  const auto set = [&](const PartnerShares& shares) {
    value.period.total = shares.period;
    value.cumulative.total = shares.cumulative;
  };
  if (indicator.count == Count::ratio) {
    const auto& above = all[indicator.numerator].partners;
    const auto& below = all[indicator.denominator].partners;
    if (above.empty() || below.empty()) return std::nullopt;
    set(ratio_shares(above[partner], below[partner], period));
    return value;
  }
  if (all[position].partners.empty()) return std::nullopt;
  const IndicatorSeries& series = all[position].partners[partner];
  if (indicator.criterion) {
    set(criterion_shares(series.criterion.front(), period));
  } else {
    value.cumulative = shown(series.values.at(period.last), series.sexes);
    value.period = shown(period_value(series, period), series.sexes);
  }
  return value;
}

/// Whoever is of no partner has a line only where somebody is.
bool says_nothing(const PartnerValue& value) {
  const auto is_blank = [](const std::optional<Quantity>& one) { return !one || one->is_zero(); };
  return is_blank(value.period.total) && is_blank(value.cumulative.total);
}

void add_plan(const std::vector<PlannedMonth>& schedule, MonthFigures& month) {
  if (schedule.empty()) return;
  month.planned = Money();
  month.planned_cumulative = Money();
  for (const PlannedMonth& planned : schedule) {
    if (planned.first > month.first) break;
    *month.planned_cumulative += planned.amount;
    if (planned.first == month.first) month.planned = planned.amount;
  }
}

}  // namespace

void add_indicators(const Dossier& dossier, PeopleCounts& counts, Figures& figures) {
  const auto& indicators = dossier.project.indicators;
  const std::vector<IndicatorSeries>& series = counts.indicators;
  add_overlap(std::move(counts.overlap), figures);
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const Indicator& indicator = indicators[i];
    IndicatorFigures row{indicator.id,
                         indicator.code,
                         indicator.name,
                         indicator.kind,
                         indicator.count,
                         indicator.when,
                         indicator.unit,
                         indicator.baseline,
                         indicator.target,
                         {},
                         {},
                         {},
                         {},
                         {}};
    if (indicator.criterion) {
      add_criterion(indicator, series[i].criterion, figures.period, row);
    } else if (indicator.count == Count::ratio) {
      const auto& above = series[indicator.numerator].values;
      const auto& below = series[indicator.denominator].values;
      const Quantity numerator = above.at(figures.period.last).total;
      const Quantity denominator = below.at(figures.period.last).total;
      row.cumulative.total = ratio_value(numerator, denominator);
      row.period.total =
          ratio_value(period_value(series[indicator.numerator], figures.period).total,
                      period_value(series[indicator.denominator], figures.period).total);
      row.achieved = achieved_ratio(numerator, denominator, indicator.target.total);
      if (indicator.target.at_most && row.cumulative.total) {
        row.reached = ratio_at_most(numerator, denominator, *indicator.target.at_most);
      }
    } else {
      row.cumulative = shown(series[i].values.at(figures.period.last), series[i].sexes);
      row.period = shown(period_value(series[i], figures.period), series[i].sexes);
      row.achieved = achieved(row.cumulative.total, indicator.target.total);
      row.achieved_women = achieved(row.cumulative.women, indicator.target.women);
      row.achieved_men = achieved(row.cumulative.men, indicator.target.men);
      if (indicator.target.at_most) {
        row.reached = *row.cumulative.total <= *indicator.target.at_most;
      }
      if (series[i].incomplete) {
        SexedQuantity in_log = series[i].values.at(figures.period.last);
        in_log += series[i].incomplete->at(figures.period.last);
        row.in_log = shown(in_log, series[i].sexes);
      }
    }
    row.rule = {build_rule_text(dossier, indicator, Language::polish),
                build_rule_text(dossier, indicator, Language::english)};
    row.unit_forms = indicator.unit_forms;
    row.latest_of = latest_of(dossier, indicator);
    figures.indicators.push_back(std::move(row));
  }
  figures.participants_goal = goal_of_participants(dossier.project);
}

void add_open_windows(const Dossier& dossier, const OpenWindows& windows, Figures& figures) {
  const auto& indicators = dossier.project.indicators;
  if (std::none_of(indicators.begin(), indicators.end(), has_window)) return;
  const Date day = figures.period.last;
  const auto shown = [&](const std::vector<OpenWindow>& all) {
    std::vector<OpenWindowFigures> rows;
    for (const OpenWindow& window : all) {
      rows.push_back({shown_person_id(dossier.codes, dossier.logs, dossier.people,
                                      dossier.people.persons[window.person]),
                      indicators[window.indicator].id, outcome_codes(dossier, window),
                      window.all_needed, window.exit, window.last_day,
                      std::int64_t{window.last_day.serial()} - day.serial()});
    }
    return rows;
  };
  figures.open_windows = shown(windows.gains);
  figures.losing_windows = shown(windows.losses);
}

void add_participants(const Dossier& dossier, const PeopleSeries& people, Figures& figures) {
  const Period period = figures.period;
  const SexedQuantity started = people.started.at(period.last);
  const SexedQuantity exited = people.exited.at(period.last);
  figures.participants = {started.total.whole_part(), started.women.whole_part(),
                          started.men.whole_part(),   (started.total - exited.total).whole_part(),
                          exited.total.whole_part(),  value_of(people.supported)};

  BreakdownFigures ages{Breakdown::age, {}};
  const auto& by_age = people.by_age;
  for (std::size_t band = 0; band < by_age.size(); ++band) {
    const bool known = band < age_bands.size();
    BreakdownRow row = breakdown_row(known ? std::string(age_bands[band].key) : std::string(),
                                     by_age[band], period);
    if (known || !is_empty(row)) ages.rows.push_back(std::move(row));
  }
  figures.breakdowns.push_back(std::move(ages));
  constexpr std::array shown = {Breakdown::group, Breakdown::labour_status, Breakdown::education};
  static_assert(shown.size() == breakdown_attributes.size());
  for (std::size_t i = 0; i < shown.size(); ++i) {
    BreakdownFigures breakdown =
        by_attribute(dossier, shown[i], breakdown_attributes[i], people.by_attribute[i], period);
    if (says_anything(breakdown)) figures.breakdowns.push_back(std::move(breakdown));
  }
}

void add_support(const Dossier& dossier, const std::vector<FormSeries>& forms, Figures& figures) {
  const Date last = figures.period.last;
  const Date before = figures.period.first.plus_days(-1);
  const auto& declared = dossier.project.support_forms;
  for (Code code = 1; code < forms.size(); ++code) {
    const FormSeries& form = forms[code];
    SupportFigures row;
    row.id = dossier.codes.forms.text(code);
    if (code <= declared.size()) row.name = declared[code - 1].name;
    row.persons_period = value_of(period_value(form.persons, figures.period));
    row.persons_cumulative = value_of(form.persons.at(last));
    row.persons_supported = value_of(form.supported);
    const SupportAmount now = form.support.at(last);
    const SupportAmount earlier = form.support.at(before);
    row.sessions_cumulative = now.sessions;
    row.sessions_period = now.sessions - earlier.sessions;
    row.hours_cumulative = now.hours;
    row.hours_period = now.hours - earlier.hours;
    row.headcount_cumulative = now.headcount;
    row.headcount_period = now.headcount - earlier.headcount;
    figures.support.push_back(std::move(row));
  }
}

void add_places(const Dossier& dossier, Figures& figures) {
  for (const PlaceRow& place : dossier.logs.places) {
    if (place.from > figures.period.last) continue;
    figures.places.push_back({std::string(dossier.codes.places.text(place.place)), place.name,
                              place.kind, place.from, place.to, place.capacity});
  }
}

void add_partner_values(const Dossier& dossier, std::size_t threads, Figures& figures) {
  const Project& project = dossier.project;
  const std::vector<PartnerSeries> all = compute_partner_counts(dossier, figures.period, threads);
  if (all.empty()) return;
  const auto& declared = project.budget.on(figures.period.last).partners;
  const std::size_t partners = declared.empty() ? dossier.codes.partners.size() : declared.size();
  for (std::size_t i = 0; i < all.size(); ++i) {
    IndicatorFigures& row = figures.indicators[i];
    const auto add = [&](Code partner) {
      auto value = partner_value(project, all, i, partner, figures.period);
      if (!value || (partner == no_code && says_nothing(*value))) return;
      value->partner = dossier.codes.partners.text(partner);
      if (partner != no_code && partner <= declared.size())
        value->name = declared[partner - 1].name;
      for (const auto& [of, target] : project.indicators[i].partner_targets) {
        if (of == partner) value->target = target;
      }
      row.by_partner.push_back(std::move(*value));
    };
    for (Code partner = 1; partner <= partners; ++partner) add(partner);
    add(no_code);
    if (!row.by_partner.empty() && !is_percentage(row.count)) {
      row.shared = all[i].shared.at(figures.period.last).total;
    }
  }
}

void add_declared(const Dossier& dossier, const PeopleCounts& counts, Figures& figures) {
  const auto value = [](const KnownSexes& known) {
    return Value{known.total, known.women, known.men};
  };
  for (const Declared& each : compute_declared(dossier, counts.indicators, figures.period.last)) {
    const DeclaredRow& row = dossier.logs.declarations[each.row];
    const Indicator& indicator = dossier.project.indicators[row.indicator];
    figures.declared.push_back({dossier.project.claims.at(row.claim - 1).id, indicator.id,
                                indicator.count, value(each.declared), value(each.computed),
                                value(each.difference)});
  }
}

/// The months of the project up to the end of the period, for the charts.
void add_months(const Dossier& dossier, const PeopleSeries& people, const Expenditure& expenditure,
                Figures& figures) {
  const Period project = dossier.project.period;
  const Date last = std::min(project.last, figures.period.last);
  const CalendarDay begin = project.first.calendar();
  for (Date first = *Date::from(begin.year, begin.month, 1); first <= last;
       first = first.plus_months(1)) {
    const Date end = std::min(first.plus_months(1).plus_days(-1), last);
    const Money spent = expenditure.on(end).eligible();
    figures.months.push_back({first,
                              people.started.at(end).total.whole_part(),
                              spent - expenditure.on(first.plus_days(-1)).eligible(),
                              spent,
                              {},
                              {}});
    add_plan(dossier.project.budget.on(last).schedule, figures.months.back());
  }
}

void build_gaps(const Dossier& dossier, const SourceSet& sources, Figures& figures) {
  const Completeness needed = dossier.project.records;
  if (needed == Completeness::not_asked) return;
  std::vector<GapFigures>& gaps = figures.gaps.emplace();
  for (const Person& person : dossier.people.persons) {
    const ParticipantRow& record = attributes_of(dossier.logs, person);
    if (!person.start.known() || person.start > figures.period.last) continue;
    if (is_complete(record, needed)) continue;
    GapFigures gap;
    gap.key = shown_person_id(dossier.codes, dossier.logs, dossier.people, person);
    gap.at = sources.file(record.origin.file).path + ":" + std::to_string(record.origin.line);
    for (const RecordField field : missing_fields(record, needed)) {
      gap.missing.emplace_back(record_field_info(field).name);
    }
    gaps.push_back(std::move(gap));
  }
}

}  // namespace euproj
