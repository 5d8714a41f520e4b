// Plain logs into the program's model: words interned, days as Date, rows grouped into people.

#include "support/counting_logs.hpp"
#include "support/slow_calendar.hpp"

namespace euproj::testing {
namespace {

Answer answer_of(const std::string& word) {
  if (word == "yes") return Answer::yes;
  if (word == "no") return Answer::no;
  return word == "refused" ? Answer::refused : Answer::blank;
}

std::vector<Code> codes_of(Interner& interner, const std::vector<std::string>& words) {
  std::vector<Code> codes;
  for (const std::string& word : words) codes.push_back(interner.intern(word));
  return codes;
}

Condition condition_of(const PlainCondition& plain, Codes& codes) {
  Condition condition;
  condition.support = codes_of(codes.forms, plain.support);
  condition.min_sessions = plain.min_sessions;
  if (plain.min_hours) condition.min_hours = Quantity::scaled(*plain.min_hours);
  condition.age = plain.age;
  for (const auto& [attribute, words] : plain.attributes) {
    condition.attributes.push_back({attribute, codes_of(codes.attribute(attribute), words)});
  }
  for (const auto& word : plain.completed) condition.completed.push_back(answer_of(word));
  condition.outcome = codes_of(codes.outcomes, plain.outcome);
  condition.within = plain.within;
  condition.latest_of = codes_of(codes.outcomes, plain.latest_of);
  if (plain.complete) condition.complete = Completeness::full;
  condition.place_kind = plain.place_kind;
  for (const auto& part : plain.any) condition.any.push_back(condition_of(part, codes));
  for (const auto& part : plain.all) condition.all.push_back(condition_of(part, codes));
  for (const auto& part : plain.none) condition.none.push_back(condition_of(part, codes));
  return condition;
}

ParticipantRow row_of(const PlainParticipant& plain, Codes& codes) {
  ParticipantRow row;
  row.person_id = codes.person_ids.intern(plain.person_id);
  row.pesel = plain.pesel;
  row.other_id = codes.other_ids.intern(plain.other_id);
  row.born = to_date(plain.born);
  row.entry = to_date(plain.entry);
  row.exit = to_date(plain.exit);
  row.household = codes.households.intern(plain.household);
  row.completed = answer_of(plain.completed);
  row.partner = codes.partners.intern(plain.partner);
  for (const auto& [attribute, word] : plain.attributes) {
    row.attributes.set(attribute, codes.attribute(attribute).intern(word));
  }
  return row;
}

SupportRow row_of(const PlainSupport& plain, Codes& codes) {
  SupportRow row;
  row.date = to_date(plain.date);
  row.person_id = codes.person_ids.intern(plain.person_id);
  row.form = codes.forms.intern(plain.form);
  row.session = codes.sessions.intern(plain.session);
  row.hours = Quantity::scaled(plain.hours);
  row.partner = codes.partners.intern(plain.partner);
  row.headcount = static_cast<std::uint32_t>(plain.headcount);
  return row;
}

void add_rows(const PlainLogs& plain, Dossier& dossier) {
  Logs& logs = dossier.logs;
  Codes& codes = dossier.codes;
  for (const auto& row : plain.participants) logs.participants.push_back(row_of(row, codes));
  for (const auto& row : plain.support) logs.support.push_back(row_of(row, codes));
  for (const auto& row : plain.outcomes) {
    logs.outcomes.push_back({codes.person_ids.intern(row.person_id),
                             codes.outcomes.intern(row.outcome),
                             to_date(row.date),
                             no_code,
                             codes.partners.intern(row.partner),
                             {}});
  }
  for (const auto& row : plain.places) {
    PlaceRow place;
    place.place = codes.places.intern("place-" + std::to_string(logs.places.size()));
    place.kind = row.kind;
    place.from = to_date(row.from);
    place.to = to_date(row.to);
    place.capacity = row.capacity;
    logs.places.push_back(place);
  }
  const auto quantity = [](std::optional<std::int64_t> units) {
    return units ? std::optional(Quantity::scaled(*units)) : std::nullopt;
  };
  for (const auto& row : plain.measurements) {
    logs.measurements.push_back({row.indicator,
                                 to_date(row.date),
                                 quantity(row.value),
                                 quantity(row.women),
                                 quantity(row.men),
                                 {}});
  }
}

}  // namespace

Date to_date(Day day) {
  if (!day) return {};
  const SlowDay& slow = slow_days().at(static_cast<std::size_t>(*day));
  return Date::from(slow.year, slow.month, slow.day).value();
}

Dossier build_dossier(const PlainLogs& plain, DayRange range) {
  Dossier dossier;
  Project& project = dossier.project;
  project.period = {to_date(range.first), to_date(range.first + range.count - 1)};
  FundingSource own;
  own.id = "own";
  own.kind = SourceKind::own;
  own.remainder = true;
  project.financing.latest().sources = {own};
  for (const PlainIndicator& indicator : plain.indicators) {
    Indicator made;
    made.id = "I" + std::to_string(project.indicators.size());
    made.count = indicator.count;
    made.take = indicator.take;
    if (indicator.when_period) made.when = Indicator::When::supported;
    made.where = condition_of(indicator.where, dossier.codes);
    made.numerator = indicator.numerator;
    made.denominator = indicator.denominator;
    project.indicators.push_back(std::move(made));
  }
  add_rows(plain, dossier);
  dossier.logs.declared[static_cast<std::size_t>(LogKind::participants)] = true;
  dossier.logs.declared[static_cast<std::size_t>(LogKind::support)] = plain.has_support;
  dossier.people = group_people(dossier.logs);
  return dossier;
}

}  // namespace euproj::testing
