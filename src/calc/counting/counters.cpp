#include "calc/counting/counters.hpp"

#include <algorithm>
#include <utility>

#include "calc/counting/criterion.hpp"
#include "euproj/model/complete_records.hpp"

namespace euproj {
namespace {

Series<SexedQuantity> finished_series(const Series<PersonChange>& changes) {
  Series<SexedQuantity> series;
  series.add(changes);
  series.finish();
  return series;
}

/// Measurements: each adds its value, or replaces the one before it by date and then by row. A
/// baseline enters no value (src/calc/README.md#measurements).
IndicatorSeries measured_series(const Dossier& dossier, std::size_t position) {
  const auto& rows = dossier.logs.measurements;
  std::vector<std::size_t> order;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (rows[at].indicator == position) order.push_back(at);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rows[a].date < rows[b].date; });

  IndicatorSeries result;
  result.sexes = !order.empty();
  // `take: last`, values 5, 9, 7:   changes +5, +4, -2   so that a day's sum is the last value
  // `take: sum`,  values 5, 9, 7:   changes +5, +9, +7
  SexedQuantity last;
  for (const std::size_t at : order) {
    const MeasurementRow& row = rows[at];
    result.sexes = result.sexes && row.women && row.men;
    SexedQuantity change{row.value.value_or(Quantity()), row.women.value_or(Quantity()),
                         row.men.value_or(Quantity())};
    const SexedQuantity now = change;
    if (dossier.project.indicators[position].take == Indicator::Take::last) change -= last;
    last = now;
    result.values.add(row.date, change);
  }
  return result;
}

}  // namespace

Overlap overlap_on(const Project& project, Date day) {
  Overlap overlap;
  overlap.day = day;
  const auto& indicators = project.indicators;
  for (std::size_t i = 0; i < indicators.size() && overlap.indicators.size() < max_in_common; ++i) {
    if (indicators[i].count == Count::persons) overlap.indicators.push_back(i);
  }
  const std::size_t size = overlap.indicators.size();
  overlap.persons.assign(size, std::vector<std::int64_t>(size));
  return overlap;
}

OverlapCounter::OverlapCounter(const Overlap& overlap)
    : day_(overlap.day), size_(overlap.indicators.size()), persons_(size_ * size_) {
  if (!overlap.indicators.empty()) places_.assign(overlap.indicators.back() + 1, no_place);
  for (std::size_t place = 0; place < overlap.indicators.size(); ++place) {
    places_[overlap.indicators[place]] = static_cast<std::uint32_t>(place);
  }
}

// Only pairs below the diagonal are counted, and the diagonal itself; the table is symmetric.
void OverlapCounter::add_to(Overlap& overlap) const {
  for (std::size_t row = 0; row < size_; ++row) {
    for (std::size_t column = 0; column <= row; ++column) {
      const std::int64_t persons = persons_[row * size_ + column];
      overlap.persons[row][column] += persons;
      if (column < row) overlap.persons[column][row] += persons;
    }
  }
}

IndicatorCounter::IndicatorCounter(const Project& project, const Overlap& overlap, Period period)
    : period_(period), common_(overlap) {
  for (std::size_t i = 0; i < project.indicators.size(); ++i) {
    const Indicator& indicator = project.indicators[i];
    if (!is_by_person(indicator.count)) continue;
    Counted counted{i,
                    indicator.count,
                    indicator.when,
                    CompiledCondition(indicator.where),
                    {},
                    {},
                    {},
                    needed_records(indicator.where),
                    {},
                    {}};
    if (counted.needed != Completeness::not_asked && has_sexes(indicator.count)) {
      counted.of_incomplete.emplace(without_needed_records(indicator.where));
    }
    counted_.push_back(std::move(counted));
  }
}

// Sessions, hours and headcounts have amounts; all else are persons, whose changes take half the
// room. Two series, then, which are added up at the end.
void IndicatorCounter::Counted::add(const Unit& unit) {
  if (is_by_row(count)) {
    add_on(unit.counted, sexed(unit.amount, unit.sex), rows);
  } else {
    add_on(unit.counted, PersonChange::one(unit.sex), persons);
  }
}

void IndicatorCounter::Counted::add_fitting(PersonView& person, const SupportFact& row) {
  visit_support_row(person, count, condition, row, 0, [&](const Unit& unit) { add(unit); });
}

void IndicatorCounter::add(PersonView& person, PersonIndex index) {
  for (Counted& counted : counted_) {
    if (is_by_row(counted.count)) {
      for (const SupportFact& row : person.support()) counted.add(person, row);
      continue;
    }
    const auto add_unit = [&](const Unit& unit) {
      if (unit.counted.empty()) return;
      counted.add(unit);
      common_.add(counted.indicator, unit.counted);
    };
    visit_units_of(person, index, counted.count, counted.when, counted.condition, add_unit);
    // Who would count but for an incomplete record is counted beside, to say how many the report
    // lacks (src/calc/README.md#complete).
    if (counted.of_incomplete && !is_complete(person.first(), counted.needed)) {
      visit_units_of(person, index, counted.count, counted.when, *counted.of_incomplete,
                     [&](const Unit& unit) {
                       add_on(unit.counted, PersonChange::one(unit.sex), counted.incomplete);
                     });
    }
    if (counted.when == Indicator::When::supported &&
        is_supported_in(person, counted.condition, period_)) {
      counted.supported += PersonChange::one(person.sex());
    }
  }
  common_.end_person();
}

void IndicatorCounter::add_non_participant(PersonView& nobody, const SupportFact& row) {
  for (Counted& counted : counted_) {
    if (is_by_row(counted.count)) counted.add(nobody, row);
  }
}

void IndicatorCounter::add_to(std::vector<IndicatorSeries>& all, Overlap& overlap) const {
  for (const Counted& counted : counted_) {
    all[counted.indicator].values.add(counted.persons);
    all[counted.indicator].values.add(counted.rows);
    all[counted.indicator].sexes = has_sexes(counted.count);
    if (counted.of_incomplete) {
      auto& incomplete = all[counted.indicator].incomplete;
      if (!incomplete) incomplete.emplace();
      incomplete->add(counted.incomplete);
    }
    if (counted.when != Indicator::When::supported) continue;
    auto& supported = all[counted.indicator].supported;
    if (!supported) supported.emplace();
    *supported += counted.supported;
  }
  common_.add_to(overlap);
}

// Indicators that need more than one person at a time: households and sessions join several, places
// and entities are none, measured values are logged as they are.
IndicatorSeries count_apart(const Dossier& dossier, std::size_t position) {
  const Indicator& indicator = dossier.project.indicators[position];
  if (indicator.count == Count::measured) return measured_series(dossier, position);
  IndicatorSeries result;
  if (is_by_person(indicator.count)) return result;
  if (indicator.criterion) result.criterion = count_criterion(dossier, indicator);
  for_each_unit(dossier, indicator, [&](const Unit& unit) {
    add_on(unit.counted, sexed(unit.amount, unit.sex), result.values);
  });
  return result;
}

PeopleCounter::PeopleCounter(const Codes& codes, Period period) : period_(period) {
  for (std::size_t i = 0; i < by_attribute_.size(); ++i) {
    by_attribute_[i].resize(codes.attribute(breakdown_attributes[i]).size() + 1);
  }
}

void PeopleCounter::add(PersonView& person) {
  const Date start = person.start();
  if (!start.known()) return;
  const PersonChange one = PersonChange::one(person.sex());
  by_age_.at(age_band_of(person.age())).add(start, one);
  for (std::size_t i = 0; i < by_attribute_.size(); ++i) {
    by_attribute_[i].at(person.first().attribute(breakdown_attributes[i])).add(start, one);
  }
  add_on(person.exited_days(), one, exited_);
  const auto support = person.support();
  const auto first =
      std::lower_bound(support.begin(), support.end(), period_.first,
                       [](const SupportFact& row, Date day) { return row.date < day; });
  if (first != support.end() && first->date <= period_.last) supported_ += one;
}

void PeopleCounter::add(const PeopleCounter& other) {
  supported_ += other.supported_;
  exited_.add(other.exited_);
  for (std::size_t band = 0; band < by_age_.size(); ++band) by_age_[band].add(other.by_age_[band]);
  for (std::size_t i = 0; i < by_attribute_.size(); ++i) {
    for (Code code = 0; code < by_attribute_[i].size(); ++code) {
      by_attribute_[i][code].add(other.by_attribute_[i][code]);
    }
  }
}

PeopleSeries PeopleCounter::finished() const {
  PeopleSeries people;
  people.supported = supported_;
  people.exited = finished_series(exited_);
  for (std::size_t band = 0; band < by_age_.size(); ++band) {
    people.by_age[band] = finished_series(by_age_[band]);
    people.started.add(by_age_[band]);  // everyone is in one of them
  }
  people.started.finish();
  for (std::size_t i = 0; i < by_attribute_.size(); ++i) {
    for (const auto& series : by_attribute_[i]) {
      people.by_attribute[i].push_back(finished_series(series));
    }
  }
  return people;
}

// Inlined, since it is done for each support row.
// A row without a session is a session of its own. Those with one are gathered by form and session,
// which several persons and several parts of the log may name, and are counted at the end.
[[gnu::always_inline]] inline void FormCounter::add(const SupportFact& row,
                                                    const PersonChange& persons) {
  const bool is_session = row.session == no_code;
  if (!is_session) add_session((std::uint64_t{row.form} << 32) | row.session, row.date);
  forms_[row.form].add(row.date,
                       {row.hours, Quantity::whole(row.headcount), is_session ? 1U : 0U, persons});
}

void FormCounter::add(const SupportFact& row) { add(row, {}); }

void FormCounter::add(PersonView& person) {
  seen_.clear();  // the rows are by date, the first of a form counts
  seen_in_period_.clear();
  const PersonChange one = PersonChange::one(person.sex());
  for (const SupportFact& row : person.support()) {
    add(row, seen_.insert(row.form) ? one : PersonChange());
    if (period_.contains(row.date) && seen_in_period_.insert(row.form)) supported_[row.form] += one;
  }
}

void FormCounter::add_session(std::uint64_t key, Date day) {
  const auto [found, is_new] = first_day_.emplace(key, day);
  if (!is_new) found->second = std::min(found->second, day);
}

// The earliest day of a session wins whichever part saw it first, so the number of threads shows in
// no figure.
void FormCounter::add(const FormCounter& other) {
  for (std::size_t form = 0; form < forms_.size(); ++form) {
    forms_[form].add(other.forms_[form]);
    supported_[form] += other.supported_[form];
  }
  for (const auto& [key, day] : other.first_day_) add_session(key, day);
}

std::vector<FormSeries> FormCounter::finished() const {
  std::vector<FormSeries> all(forms_.size());
  for (std::size_t form = 0; form < forms_.size(); ++form) {
    all[form].persons.add(forms_[form]);
    all[form].support.add(forms_[form]);
    all[form].supported = supported_[form];
  }
  // A session counts on the first day of its rows of a form.
  for (const auto& [key, day] : first_day_) {
    all.at(key >> 32).support.add(day, {Quantity::whole(1), {}, {}});
  }
  for (FormSeries& form : all) {
    form.persons.finish();
    form.support.finish();
  }
  return all;
}

}  // namespace euproj
