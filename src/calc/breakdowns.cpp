#include "euproj/calc/breakdowns.hpp"

#include <algorithm>
#include <unordered_map>

#include "euproj/calc/counting.hpp"

namespace euproj {
namespace {

SexedQuantity one_of(Sex sex) {
  const Quantity one = Quantity::whole(1);
  return {one, sex == Sex::woman ? one : Quantity(), sex == Sex::man ? one : Quantity()};
}

/// Each started person once, from the start, in the series that `choose` names.
template <typename Choose>
std::vector<Series<SexedQuantity>> persons_by(const Dossier& dossier, std::size_t classes,
                                              Choose choose) {
  std::vector<Series<SexedQuantity>> all(classes);
  for (const Person& person : dossier.people.persons) {
    if (!person.start.known()) continue;
    const ParticipantRow& first = dossier.people.first_row(dossier.logs, person);
    all.at(choose(person, first)).add(person.start, one_of(sex_of(dossier, person)));
  }
  for (auto& series : all) series.finish();
  return all;
}

}  // namespace

std::size_t age_band_of(const Person& person, const ParticipantRow& first) {
  if (!first.born.known()) return age_bands.size();
  const int age = completed_years(first.born, person.start);
  for (std::size_t band = 0; band < age_bands.size(); ++band) {
    if (age >= age_bands[band].min && age <= age_bands[band].max) return band;
  }
  return age_bands.size();
}

std::vector<Series<SexedQuantity>> persons_by_attribute(const Dossier& dossier,
                                                        Attribute attribute) {
  return persons_by(dossier, dossier.codes.attribute(attribute).size() + 1,
                    [attribute](const Person&, const ParticipantRow& first) {
                      return static_cast<std::size_t>(first.attribute(attribute));
                    });
}

std::vector<Series<SexedQuantity>> persons_by_age(const Dossier& dossier) {
  return persons_by(dossier, age_bands.size() + 1, age_band_of);
}

PeopleSeries compute_people(const Dossier& dossier) {
  PeopleSeries people;
  for (const Person& person : dossier.people.persons) {
    if (!person.start.known()) continue;
    const SexedQuantity one = one_of(sex_of(dossier, person));
    SexedQuantity back;
    back -= one;
    people.started.add(person.start, one);
    const DaySpans exited = exited_days(dossier, person);
    for (const DaySpan& span : exited.spans()) {
      people.exited.add(span.from, one);
      if (span.until != Date::never()) people.exited.add(span.until, back);
    }
  }
  people.started.finish();
  people.exited.finish();
  return people;
}

std::vector<FormSeries> compute_forms(const Dossier& dossier) {
  std::vector<FormSeries> forms(dossier.codes.forms.size() + 1);
  for (const Person& person : dossier.people.persons) {
    std::vector<Code> seen;  // a person has few forms; the rows are by date, the first counts
    for (const std::uint32_t at : dossier.people.support(person)) {
      const SupportRow& row = dossier.logs.support[at];
      if (std::find(seen.begin(), seen.end(), row.form) != seen.end()) continue;
      seen.push_back(row.form);
      forms.at(row.form).persons.add(row.date, one_of(sex_of(dossier, person)));
    }
  }
  // A session counts on the first day of its rows of a form.
  std::unordered_map<std::uint64_t, Date> first_day;
  for (const SupportRow& row : dossier.logs.support) {
    FormSeries& form = forms.at(row.form);
    form.hours.add(row.date, row.hours);
    form.headcount.add(row.date, Quantity::whole(row.headcount));
    if (row.session == no_code) {
      form.sessions.add(row.date, Quantity::whole(1));
      continue;
    }
    const auto key = (static_cast<std::uint64_t>(row.form) << 32) | row.session;
    const auto [found, is_new] = first_day.emplace(key, row.date);
    if (!is_new) found->second = std::min(found->second, row.date);
  }
  for (const auto& [key, day] : first_day) {
    forms.at(key >> 32).sessions.add(day, Quantity::whole(1));
  }
  for (FormSeries& form : forms) {
    form.persons.finish();
    form.sessions.finish();
    form.hours.finish();
    form.headcount.finish();
  }
  return forms;
}

}  // namespace euproj
