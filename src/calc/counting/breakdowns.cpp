#include "euproj/calc/breakdowns.hpp"

#include <algorithm>

#include "calc/counting/counters.hpp"

namespace euproj {
namespace {

Series<SexedQuantity> finished_series(const Series<PersonChange>& changes) {
  Series<SexedQuantity> series;
  series.add(changes);
  series.finish();
  return series;
}

}  // namespace

std::size_t age_band_of(std::optional<int> age) {
  if (!age) return age_bands.size();
  for (std::size_t band = 0; band < age_bands.size(); ++band) {
    if (*age >= age_bands[band].min && *age <= age_bands[band].max) return band;
  }
  return age_bands.size();
}

PeopleCounter::PeopleCounter(const Codes& codes) {
  for (std::size_t i = 0; i < by_attribute_.size(); ++i) {
    by_attribute_[i].resize(codes.attribute(breakdown_attributes[i]).size() + 1);
  }
}

void PeopleCounter::add(PersonCase& of) {
  const Date start = of.person()->start;
  if (!start.known()) return;
  const PersonChange one = PersonChange::one(of.sex());
  by_age_.at(age_band_of(of.age())).add(start, one);
  for (std::size_t i = 0; i < by_attribute_.size(); ++i) {
    by_attribute_[i].at(of.first().attribute(breakdown_attributes[i])).add(start, one);
  }
  add_on(exited_days(of), one, exited_);
}

void PeopleCounter::add(const PeopleCounter& other) {
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
[[gnu::always_inline]] inline void FormCounter::add(const SupportFact& row,
                                                    const PersonChange& persons) {
  const bool is_session = row.session == no_code;
  if (!is_session) add_session((std::uint64_t{row.form} << 32) | row.session, row.date);
  forms_[row.form].add(row.date, {row.hours, Quantity::whole(row.headcount),
                                  is_session ? 1U : 0U, persons});
}

void FormCounter::add(const SupportFact& row) { add(row, {}); }

void FormCounter::add(PersonCase& of) {
  seen_.clear();  // the rows are by date, the first of a form counts
  const PersonChange one = PersonChange::one(of.sex());
  for (const SupportFact& row : of.support()) {
    add(row, seen_.insert(row.form) ? one : PersonChange());
  }
}

void FormCounter::add_session(std::uint64_t key, Date day) {
  const auto [found, is_new] = first_day_.emplace(key, day);
  if (!is_new) found->second = std::min(found->second, day);
}

void FormCounter::add(const FormCounter& other) {
  for (std::size_t form = 0; form < forms_.size(); ++form) {
    forms_[form].add(other.forms_[form]);
  }
  for (const auto& [key, day] : other.first_day_) add_session(key, day);
}

std::vector<FormSeries> FormCounter::finished() const {
  std::vector<FormSeries> all(forms_.size());
  for (std::size_t form = 0; form < forms_.size(); ++form) {
    all[form].persons.add(forms_[form]);
    all[form].support.add(forms_[form]);
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
