#include "sql/rules/conditions.hpp"

#include <algorithm>

#include "euproj/model/complete_records.hpp"
#include "sql/tables/tables.hpp"

namespace euproj::sql {
namespace {

const Columns fact_columns = {
    {"project", Type::key}, {"person", Type::key}, {"day", Type::date}, {"found", Type::whole}};

std::string list_text(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& each : words) list += (list.empty() ? "" : ", ") + each;
  return list;
}

std::string term_text(const Term& term) {
  constexpr const char* units[] = {"days", "weeks", "months"};
  return std::to_string(term.length) + " " + units[static_cast<std::size_t>(term.unit)];
}

/// What a column of text must be, of a record that is complete.
Value complete_test(Completeness needed) {
  Value all = column("p", "sex") != text("") && is_known(column("p", "birth_date"));
  if (needed != Completeness::full) return all;
  return all && column("p", "labour_status") != text("") && column("p", "education") != text("");
}

Value age_test(const AgeRange& range) {
  Value all = is_known(column("p", "birth_date"));
  if (range.min) {
    all = all && years_later(column("p", "birth_date"), *range.min) <= column("p", "start_day");
  }
  if (range.max) {
    all = all &&
          !(years_later(column("p", "birth_date"), *range.max + 1) <= column("p", "start_day"));
  }
  return all;
}

/// Of places and entities: the tests of people have no meaning there, and hold.
template <typename Own>
Value asked_of(const Condition& condition, const Own& own) {
  Value holds = own(condition);
  Value any;
  bool any_holds = false;
  for (const Condition& part : condition.any) {
    const Value one = asked_of(part, own);
    any_holds = any_holds || one.is_none();
    if (!one.is_none()) any = any || one;
  }
  if (!any_holds && !condition.any.empty()) holds = holds && any;
  for (const Condition& part : condition.all) holds = holds && asked_of(part, own);
  for (const Condition& part : condition.none) {
    const Value one = asked_of(part, own);
    holds = holds && (one.is_none() ? never() : !one);
  }
  return holds;
}

template <typename Word, std::size_t count>
std::vector<std::string> words_at(const std::vector<Word>& values,
                                  const std::array<std::string_view, count>& words,
                                  std::size_t first) {
  std::vector<std::string> texts;
  for (const Word value : values) {
    const auto at = static_cast<std::size_t>(value);
    if (at >= first) texts.emplace_back(words.at(at - first));
  }
  return texts;
}

}  // namespace

void AskedCondition::join_to(Select& select) const {
  if (asks_exit) select.left_join("exits", "x", "p", {"project", "person", "day"});
  for (const auto& [step, alias] : facts) {
    select.left_join(step, alias, "p", {"project", "person", "day"});
  }
}

std::vector<std::string> Conditions::texts(const Interner& words,
                                           const std::vector<Code>& codes) const {
  std::vector<std::string> all;
  for (const Code code : codes) all.emplace_back(words.text(code));
  return all;
}

std::string Conditions::next_name(const std::string& what) {
  return what + "_" + std::to_string(++script_.steps_named);
}

std::string Conditions::step_of(const std::string& key, const std::string& rule,
                                const std::function<Select()>& make) {
  const auto found = steps_.find(key);
  if (found != steps_.end()) return found->second;
  const std::string name = next_name("fact");
  script_.add(Step{name, dossier_.project.id + ": " + rule, fact_columns, {make()}});
  return steps_[key] = name;
}

Value Conditions::is_in(const std::string& step, AskedCondition& into) const {
  std::string alias;
  for (const auto& [known, its] : into.facts) {
    if (known == step) alias = its;
  }
  if (alias.empty()) {
    alias = "f" + std::to_string(into.facts.size() + 1);
    into.facts.emplace_back(step, alias);
  }
  return is_known(column(alias, "found"));
}

Value Conditions::support_test(const Condition& condition, About about, AskedCondition& into) {
  const std::vector<std::string> forms = texts(dossier_.codes.forms, condition.support);
  const bool has_threshold = condition.min_sessions || condition.min_hours;
  Value of_form;
  if (about == About::row) {
    if (!forms.empty()) of_form = one_of(column("s", "form"), forms);
    if (!has_threshold) return of_form.is_none() ? always() : of_form;
  }
  const std::string sessions =
      condition.min_sessions ? std::to_string(*condition.min_sessions) : "";
  const std::string hours = condition.min_hours ? condition.min_hours->text() : "";
  std::string rule = forms.empty() ? "support of any form" : "support of " + list_text(forms);
  if (!sessions.empty()) rule += ", at least " + sessions + " sessions";
  if (!hours.empty()) rule += ", at least " + hours + " hours";
  std::string key = "support";
  for (const std::string& form : forms) key += "\n" + form;
  const std::string step = step_of(
      key + "\n\n" + sessions + "\n" + hours,
      rule + ", up to the day; a session that is logged twice is one", [&] {
        Select rows;
        rows.of("support_rows", "s")
            .join("days", "d", "s", {"project"})
            .only(column("s", "project") == text(dossier_.project.id) &&
                  column("s", "person") != text("") && column("s", "day") <= column("d", "day"));
        if (!forms.empty()) rows.only(one_of(column("s", "form"), forms));
        if (condition.min_sessions) {
          rows.only_groups(count_distinct(column("s", "session_key")) >=
                           number(*condition.min_sessions));
        }
        if (condition.min_hours) {
          rows.only_groups(sum(column("s", "hours")) >=
                           number(condition.min_hours->scaled_units()));
        }
        rows.gives({column("s", "project"), column("s", "person"), column("d", "day"), count()});
        return rows;
      });
  return of_form && is_in(step, into);
}

std::string Conditions::outcome_within(const Condition& condition) {
  const std::vector<std::string> wanted = texts(dossier_.codes.outcomes, condition.outcome);
  const std::string term = term_text(*condition.within);
  std::string key = "within " + term;
  for (const std::string& each : wanted) key += "\n" + each;
  return step_of(
      key,
      "outcome " + list_text(wanted) + " within " + term +
          " of the known exit, that day included, and not before the participation that it ends",
      [&] {
        Select rows;
        rows.of("exits", "x")
            .join("outcomes", "o", "x", {"project", "person"})
            .only(column("x", "project") == text(dossier_.project.id) &&
                  one_of(column("o", "outcome"), wanted) &&
                  column("o", "day") >= column("x", "begin_day") &&
                  column("o", "day") <= column("x", "day") &&
                  column("o", "day") <= last_day(column("x", "exit_day"), *condition.within))
            .gives({column("x", "project"), column("x", "person"), column("x", "day"), count()});
        return rows;
      });
}

std::string Conditions::latest_outcome(const Condition& condition) {
  const std::vector<std::string> wanted = texts(dossier_.codes.outcomes, condition.outcome);
  const std::vector<std::string> deciding = texts(dossier_.codes.outcomes, condition.latest_of);
  const std::string term = term_text(*condition.within);
  std::string key = "latest " + term;
  for (const std::string& each : deciding) key += "\n" + each;
  key += "\n";
  for (const std::string& each : wanted) key += "\n" + each;
  const auto found = steps_.find(key);
  if (found != steps_.end()) return found->second;
  Value rank = number(0);
  for (std::size_t i = 0; i < deciding.size(); ++i) {
    rank = choice(column("o", "outcome") == text(deciding[i]), number(static_cast<Int128>(i + 1)),
                  rank);
  }
  const std::string ranked = next_name("ranked_outcomes");
  Select rows;
  rows.of("exits", "x")
      .join("outcomes", "o", "x", {"project", "person"})
      .only(column("x", "project") == text(dossier_.project.id) &&
            one_of(column("o", "outcome"), deciding) &&
            column("o", "day") >= column("x", "begin_day") &&
            column("o", "day") <= column("x", "day") &&
            column("o", "day") <= last_day(column("x", "exit_day"), *condition.within))
      .gives(
          {column("x", "project"), column("x", "person"), column("x", "day"),
           column("o", "outcome"),
           row_number_from_last({column("x", "project"), column("x", "person"), column("x", "day")},
                                {column("o", "day"), rank})});
  script_.add(Step{ranked,
                   dossier_.project.id + ": outcomes of which the latest within " + term +
                       " of the exit decides, of one day the last of " + list_text(deciding),
                   {{"project", Type::key},
                    {"person", Type::key},
                    {"day", Type::date},
                    {"outcome", Type::key},
                    {"from_last", Type::whole}},
                   {rows}});
  return step_of(key, "the deciding outcome is " + list_text(wanted), [&] {
    Select last;
    last.of(ranked, "r")
        .only(column("r", "from_last") == number(1) && one_of(column("r", "outcome"), wanted))
        .gives({column("r", "project"), column("r", "person"), column("r", "day"), number(1)});
    return last;
  });
}

Value Conditions::outcome_test(const Condition& condition, AskedCondition& into) {
  if (!condition.latest_of.empty() && condition.within)
    return is_in(latest_outcome(condition), into);
  if (condition.within) return is_in(outcome_within(condition), into);
  const std::vector<std::string> wanted = texts(dossier_.codes.outcomes, condition.outcome);
  std::string key = "outcome";
  for (const std::string& each : wanted) key += "\n" + each;
  const std::string step =
      step_of(key, "outcome " + list_text(wanted) + ", not before the start", [&] {
        Select rows;
        rows.of("person_days", "p")
            .join("outcomes", "o", "p", {"project", "person"})
            .only(column("p", "project") == text(dossier_.project.id) &&
                  one_of(column("o", "outcome"), wanted) &&
                  column("o", "day") >= column("p", "start_day") &&
                  column("o", "day") <= column("p", "day"))
            .gives({column("p", "project"), column("p", "person"), column("p", "day"), count()});
        return rows;
      });
  return is_in(step, into);
}

Value Conditions::asked(const Condition& condition, About about, AskedCondition& into) {
  Value holds;
  if (!condition.support.empty() || condition.min_sessions || condition.min_hours) {
    holds = holds && support_test(condition, about, into);
  }
  for (const AttributeTest& test : condition.attributes) {
    holds = holds && one_of(column("p", attribute_column(test.attribute)),
                            texts(dossier_.codes.attribute(test.attribute), test.accepted));
  }
  if (condition.age) holds = holds && age_test(*condition.age);
  if (!condition.completed.empty()) {
    into.asks_exit = true;
    constexpr std::array<std::string_view, 4> answers = {"", "yes", "no", "refused"};
    const std::vector<std::string> wanted = words_at(condition.completed, answers, 0);
    holds = holds && one_of(first_known(column("x", "completed"), text("no exit")), wanted);
  }
  if (!condition.outcome.empty() || (!condition.latest_of.empty() && condition.within)) {
    holds = holds && outcome_test(condition, into);
  }
  Value any;
  bool any_holds = false;
  for (const Condition& part : condition.any) {
    const Value one = asked(part, about, into);
    any_holds = any_holds || one.is_none();
    if (!one.is_none()) any = any || one;
  }
  if (!any_holds && !condition.any.empty()) holds = holds && any;
  for (const Condition& part : condition.all) holds = holds && asked(part, about, into);
  for (const Condition& part : condition.none) {
    const Value one = asked(part, about, into);
    holds = holds && (one.is_none() ? never() : !one);
  }
  if (condition.complete != Completeness::not_asked)
    holds = holds && complete_test(condition.complete);
  return holds;
}

Select Conditions::people(const Condition& condition) {
  const AskedCondition asked = of_person(condition);
  Select select;
  select.of("person_days", "p");
  asked.join_to(select);
  return select.only(column("p", "project") == text(dossier_.project.id)).only(asked.holds);
}

Select Conditions::found_rows(const Condition& condition, bool needs_person) {
  const AskedCondition asked = of_row(condition);
  Select select;
  select.of("support_rows", "s").join("days", "d", "s", {"project"});
  if (needs_person || asks_person(condition)) {
    select.join("person_days", "p",
                column("p", "project") == column("s", "project") &&
                    column("p", "person") == column("s", "person") &&
                    column("p", "day") == column("d", "day"));
  }
  asked.join_to(select);
  return select.only(column("s", "project") == text(dossier_.project.id))
      .only(column("s", "day") <= column("d", "day"))
      .only(asked.holds);
}

AskedCondition Conditions::of_person(const Condition& condition) {
  AskedCondition made;
  made.holds = asked(condition, About::person, made);
  return made;
}

AskedCondition Conditions::of_person_in_log(const Condition& condition) {
  AskedCondition made;
  const Value counts = asked(condition, About::person, made);
  const Value relaxed = asked(without_needed_records(condition), About::person, made);
  const Value incomplete = !complete_test(needed_records(condition));
  made.holds = counts || (relaxed.is_none() ? incomplete : incomplete && relaxed);
  return made;
}

AskedCondition Conditions::of_row(const Condition& condition) {
  AskedCondition made;
  made.holds = asked(condition, About::row, made);
  return made;
}

bool Conditions::asks_person(const Condition& condition) {
  bool asks = false;
  for_each_part(condition, [&](const Condition& part) {
    asks = asks || part.min_sessions || part.min_hours || part.age || !part.attributes.empty() ||
           !part.completed.empty() || !part.outcome.empty() || !part.latest_of.empty() ||
           part.complete != Completeness::not_asked;
  });
  return asks;
}

Value Conditions::of_place(const Condition& condition) {
  return asked_of(condition, [](const Condition& part) {
    constexpr std::array<std::string_view, 2> kinds = {"created", "supported"};
    return part.place_kind.empty()
               ? Value()
               : one_of(column("p", "kind"), words_at(part.place_kind, kinds, 0));
  });
}

Value Conditions::of_entity(const Condition& condition) {
  return asked_of(condition, [](const Condition& part) {
    Value holds;
    if (!part.kind.empty())
      holds = one_of(column("e", "kind"), words_at(part.kind, entity_kinds, 1));
    if (!part.size.empty()) {
      holds = holds && one_of(column("e", "size"), words_at(part.size, entity_sizes, 1));
    }
    return holds;
  });
}

Value Conditions::last_day(const Value& day, const Term& term) {
  switch (term.unit) {
    case Term::Unit::days:
      return days_later(day, term.length);
    case Term::Unit::weeks:
      return days_later(day, std::int64_t{7} * term.length);
    case Term::Unit::months:
      return months_later(day, term.length);
  }
  throw InternalError("a term without a unit");
}

}  // namespace euproj::sql
