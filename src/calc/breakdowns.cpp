#include "euproj/calc/breakdowns.hpp"

#include <algorithm>
#include <unordered_map>

#include "calc/person_ranges.hpp"
#include "euproj/base/parallel.hpp"
#include "euproj/calc/person_case.hpp"

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
  PersonCase of(dossier);
  for (const Person& person : dossier.people.persons) {
    if (!person.start.known()) continue;
    of.read(&person);
    all.at(choose(person, of.first())).add(person.start, one_of(of.sex()));
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
  PersonCase of(dossier);
  for (const Person& person : dossier.people.persons) {
    if (!person.start.known()) continue;
    of.read(&person);
    const SexedQuantity one = one_of(of.sex());
    SexedQuantity back;
    back -= one;
    people.started.add(person.start, one);
    const DaySpans exited = exited_days(of);
    for (const DaySpan& span : exited.spans()) {
      people.exited.add(span.from, one);
      if (span.until != Date::never()) people.exited.add(span.until, back);
    }
  }
  people.started.finish();
  people.exited.finish();
  return people;
}

namespace {

/// The forms as some of the support rows show them.
struct FormsPart {
  std::vector<FormSeries> forms;
  std::unordered_map<std::uint64_t, Date> first_day;  // of the rows of a form in a session

  void add_row(const SupportRow& row) {
    FormSeries& form = forms.at(row.form);
    if (!row.hours.is_zero()) form.hours.add(row.date, row.hours);
    if (row.headcount > 0) form.headcount.add(row.date, Quantity::whole(row.headcount));
    if (row.session == no_code) {
      form.sessions.add(row.date, Quantity::whole(1));
    } else {
      add_session((static_cast<std::uint64_t>(row.form) << 32) | row.session, row.date);
    }
  }
  void add_session(std::uint64_t key, Date day) {
    const auto [found, is_new] = first_day.emplace(key, day);
    if (!is_new) found->second = std::min(found->second, day);
  }
};

void add_person(PersonCase& of, std::vector<Code>& seen, FormsPart& part) {
  seen.clear();  // a person has few forms; the rows are by date, the first counts
  const Person& person = *of.person();
  for (const std::uint32_t at : of.dossier().people.support(person)) {
    const SupportRow row = of.dossier().logs.support[at];
    part.add_row(row);
    if (std::find(seen.begin(), seen.end(), row.form) != seen.end()) continue;
    seen.push_back(row.form);
    part.forms.at(row.form).persons.add(row.date, one_of(of.sex()));
  }
}

}  // namespace

std::vector<FormSeries> compute_forms(const Dossier& dossier, std::size_t threads) {
  const std::size_t count = dossier.codes.forms.size() + 1;
  const std::vector<PersonRange> ranges = person_ranges(dossier.people, threads);
  std::vector<FormsPart> parts(ranges.size());
  for_each_in_parallel(ranges.size(), threads, [&](std::size_t range) {
    parts[range].forms.resize(count);
    PersonCase of(dossier);
    std::vector<Code> seen;
    for (PersonIndex index = ranges[range].first; index < ranges[range].end; ++index) {
      of.read(&dossier.people.persons[index]);
      add_person(of, seen, parts[range]);
    }
  });
  FormsPart all;
  all.forms.resize(count);
  const Slice others = dossier.people.others;
  for (std::uint32_t at = others.first; at < others.first + others.count; ++at) {
    all.add_row(dossier.logs.support[at]);
  }
  for (const FormsPart& part : parts) {
    for (std::size_t form = 0; form < count; ++form) {
      all.forms[form].persons.add(part.forms[form].persons);
      all.forms[form].sessions.add(part.forms[form].sessions);
      all.forms[form].hours.add(part.forms[form].hours);
      all.forms[form].headcount.add(part.forms[form].headcount);
    }
    for (const auto& [key, day] : part.first_day) all.add_session(key, day);
  }
  // A session counts on the first day of its rows of a form.
  for (const auto& [key, day] : all.first_day) {
    all.forms.at(key >> 32).sessions.add(day, Quantity::whole(1));
  }
  for (FormSeries& form : all.forms) {
    form.persons.finish();
    form.sessions.finish();
    form.hours.finish();
    form.headcount.finish();
  }
  return std::move(all.forms);
}

}  // namespace euproj
