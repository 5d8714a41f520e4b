#include "calc/explain/reasoning.hpp"

#include <algorithm>
#include <optional>

#include "euproj/model/columns.hpp"

namespace euproj {
namespace {

bool contains(const std::vector<Code>& codes, Code code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

Verdict holds(Because because, std::vector<Argument> arguments) {
  return {true, {{because, std::move(arguments), {}}}};
}

Verdict fails(Because because, std::vector<Argument> arguments = {}) {
  return {false, {{because, std::move(arguments), {}}}};
}

/// Whether a log may show the attribute (columns.def); what is personal is not quoted.
bool is_open(Attribute attribute) {
  const std::string_view name = attribute_names.at(static_cast<std::size_t>(attribute));
  for (const ColumnInfo& column : columns_of(LogKind::participants)) {
    if (column.name == name) return column.privacy == Privacy::open;
  }
  return false;
}

}  // namespace

Verdict Reasoning::check(const Condition& condition) {
  Verdict all;
  const auto step = [&all](Verdict part) {
    if (!part.holds) {
      all = std::move(part);
      return false;
    }
    all.reasons.insert(all.reasons.end(), part.reasons.begin(), part.reasons.end());
    return true;
  };
  const bool asks_support =
      !condition.support.empty() || condition.min_sessions || condition.min_hours;
  if (asks_support && !step(check_support(condition))) return all;
  if (!condition.place_kind.empty() && !step(check_place_kind(condition))) return all;
  if (subject_.person != nullptr) {
    // Tests are in the order of Attribute: group and sex, then age, then the others (SPEC 4.3).
    bool age_asked = false;
    const auto age_step = [&] {
      age_asked = true;
      return !condition.age || step(check_age(*condition.age));
    };
    for (const AttributeTest& test : condition.attributes) {
      if (test.attribute > Attribute::sex && !age_asked && !age_step()) return all;
      if (!step(check_attribute(test))) return all;
    }
    if (!age_asked && !age_step()) return all;
    if (condition.completed && !step(check_completed(*condition.completed))) return all;
    if (!condition.outcome.empty() && !step(check_outcome(condition))) return all;
  }
  if (!condition.any.empty() && !step(check_any(condition.any))) return all;
  for (const Condition& part : condition.all) {
    if (!step(check(part))) return all;
  }
  for (const Condition& part : condition.none) {
    if (!step(check_not(part))) return all;
  }
  return all;
}

Verdict Reasoning::check_support(const Condition& condition) {
  if (subject_.row != nullptr) {
    if (!condition.support.empty() && !contains(condition.support, subject_.row->form)) {
      return fails(Because::form_differs,
                   {FormWords{{subject_.row->form}}, FormWords{condition.support}});
    }
    if (!condition.min_sessions && !condition.min_hours) {
      return holds(Because::supported, {FormWords{{subject_.row->form}}, subject_.row->date});
    }
  }
  if (subject_.person == nullptr) return {};
  std::int64_t sessions = 0;
  Quantity hours;
  std::vector<Code> seen;
  std::optional<SupportRow> found;
  std::optional<SupportRow> later;
  Date sessions_day;
  Date hours_day;
  for (const std::uint32_t at : dossier_.people.support(*subject_.person)) {
    const SupportRow row = dossier_.logs.support[at];
    if (!condition.support.empty() && !contains(condition.support, row.form)) continue;
    if (row.date > day_) {
      later = row;
      break;
    }
    use(row.origin);
    if (!found) found = row;
    if (row.session == no_code || !contains(seen, row.session)) ++sessions;
    if (row.session != no_code) seen.push_back(row.session);
    hours += row.hours;
    const bool enough_sessions = sessions >= condition.min_sessions.value_or(0);
    const bool enough_hours = hours >= condition.min_hours.value_or(Quantity());
    if (enough_sessions && !sessions_day.known()) sessions_day = row.date;
    if (enough_hours && !hours_day.known()) hours_day = row.date;
    if (enough_sessions && enough_hours) break;
  }
  if (!found) {
    if (!later) return fails(Because::no_support, {FormWords{condition.support}, day_});
    use(later->origin);
    return fails(Because::support_later, {FormWords{{later->form}}, later->date, day_});
  }
  if (condition.min_sessions && !sessions_day.known()) {
    return fails(Because::sessions_missing, {sessions, *condition.min_sessions});
  }
  if (condition.min_hours && !hours_day.known()) {
    return fails(Because::hours_missing, {hours, *condition.min_hours});
  }
  Verdict verdict = holds(Because::supported, {FormWords{{found->form}}, found->date});
  if (condition.min_sessions) {
    verdict.reasons.push_back(
        {Because::sessions_reached, {*condition.min_sessions, sessions_day}, {}});
  }
  if (condition.min_hours) {
    verdict.reasons.push_back({Because::hours_reached, {*condition.min_hours, hours_day}, {}});
  }
  return verdict;
}

Verdict Reasoning::check_attribute(const AttributeTest& test) const {
  const Code is = dossier_.people.first_row(dossier_.logs, *subject_.person)
                      .attribute(test.attribute);
  const AttributeWords accepted{test.attribute, test.accepted};
  const bool open = is_open(test.attribute);
  if (is == no_code) {
    if (!open) return fails(Because::attribute_blank_hidden, {test.attribute});
    return fails(Because::attribute_blank, {test.attribute, accepted});
  }
  const AttributeWords value{test.attribute, {is}};
  if (contains(test.accepted, is)) {
    if (!open) return holds(Because::attribute_fits_hidden, {test.attribute});
    return holds(Because::attribute_fits, {test.attribute, value});
  }
  if (!open) return fails(Because::attribute_differs_hidden, {test.attribute});
  return fails(Because::attribute_differs, {test.attribute, value, accepted});
}

Verdict Reasoning::check_age(const AgeRange& range) const {
  const Date born = dossier_.people.first_row(dossier_.logs, *subject_.person).born;
  const Date start = subject_.person->start;
  if (!born.known() || !start.known()) return fails(Because::age_unknown, {range});
  const int years = completed_years(born, start);
  if (range.contains(years)) return holds(Because::age_fits, {std::int64_t{years}, start});
  return fails(Because::age_differs, {std::int64_t{years}, start, range});
}

Verdict Reasoning::check_any(const std::vector<Condition>& any) {
  Verdict none{false, {{Because::none_of_any, {}, {}}}};
  for (const Condition& part : any) {
    Verdict one = check(part);
    if (one.holds) return one;
    none.reasons.front().parts.push_back(std::move(one.reasons.front()));
  }
  return none;
}

Verdict Reasoning::check_not(const Condition& part) {
  Verdict inner = check(part);
  const Because because = inner.holds ? Because::excluded : Because::not_excluded;
  return {!inner.holds, {{because, {}, std::move(inner.reasons)}}};
}

Verdict Reasoning::check_place_kind(const Condition& condition) const {
  if (subject_.place == nullptr) return {};
  const auto& kinds = condition.place_kind;
  const std::vector<PlaceKind> is = {subject_.place->kind};
  if (std::find(kinds.begin(), kinds.end(), is.front()) != kinds.end()) {
    return holds(Because::place_kind_fits, {is});
  }
  return fails(Because::place_kind_differs, {is, condition.place_kind});
}

}  // namespace euproj
