// Values of indicators on each day (src/calc/README.md#count), each under its conditions.

#include "euproj/model/complete_records.hpp"
#include "sql/rules/conditions.hpp"
#include "sql/rules/partner_counts.hpp"
#include "sql/tables/tables.hpp"

namespace euproj::sql {
namespace {

const Columns criterion_columns = {{"project", Type::key},     {"indicator", Type::key},
                                   {"group_id", Type::key},    {"day", Type::date},
                                   {"closed", Type::wide},     {"reached", Type::wide},
                                   {"still_open", Type::wide}, {"open_reached", Type::wide}};

const Columns claim_columns = {{"project", Type::key}, {"indicator", Type::key},
                               {"claim", Type::key},   {"total", Type::wide},
                               {"women", Type::wide},  {"men", Type::wide}};
const Columns person_columns = {
    {"project", Type::key}, {"indicator", Type::key}, {"person", Type::key}};

/// All, women, men: of rows with a person p.
std::vector<Value> by_sex(std::vector<Value> keys) {
  keys.push_back(count() * number(per_unit));
  keys.push_back(sum(one_if(column("p", "sex") == text("K"))));
  keys.push_back(sum(one_if(column("p", "sex") == text("M"))));
  return keys;
}

/// The rules of one project.
class IndicatorRules {
 public:
  IndicatorRules(Script& script, const SqlProject& project)
      : script_(script),
        dossier_(*project.dossier),
        period_(project.period),
        id_(text(project.dossier->project.id)),
        conditions_(script, *project.dossier),
        partners_(script, project) {}

  void add(const Indicator& indicator) {
    switch (indicator.count) {
      case Count::persons:
        return indicator.when == Indicator::When::supported ? supported(indicator)
                                                            : persons(indicator);
      case Count::entries:
        return entries(indicator);
      case Count::households:
        return households(indicator);
      case Count::sessions:
      case Count::hours:
      case Count::headcount:
        return rows(indicator);
      case Count::places:
        return places(indicator);
      case Count::measured:
        return measured(indicator);
      case Count::entities:
        return entities(indicator);
      case Count::criterion:
        return criterion(indicator);
      case Count::ratio:
        return;  // of two others
    }
  }

 private:
  void insert(const Indicator& indicator, const std::string& rule, Select select,
              const std::string& table = "indicator_values",
              const Columns& columns = value_columns) {
    if (!select.where.is_none() || !select.from.empty()) {
      script_.add(Step{
          table, dossier_.project.id + " " + indicator.id + ": " + rule, columns, {select}, true});
    }
  }
  Value name(const Indicator& indicator) const { return text(indicator.id); }

  /// Rows of persons (alias p) with the partners that each has on the day.
  static Select with_partners(Select people) {
    return people.join("partner_days", "w", "p", {"project", "person", "day"});
  }
  static PartnerRules::Units of_person(const Value& unit) {
    return {column("p", "project"),
            column("p", "day"),
            unit,
            column("w", "partner"),
            number(per_unit),
            one_if(column("p", "sex") == text("K")),
            one_if(column("p", "sex") == text("M"))};
  }
  static PartnerRules::Units of_household() {
    return {column("p", "project"), column("p", "day"), column("p", "household"),
            column("w", "partner"), number(per_unit)};
  }

  /// Keeps the persons (alias p) of the period's last day.
  void in_common(const Indicator& indicator, Select people) {
    people.only(column("p", "day") == date(period_.last))
        .gives({column("p", "project"), name(indicator), column("p", "person")});
    insert(indicator, "who counts on the last day", people, "persons_of_indicators",
           person_columns);
  }

  void persons(const Indicator& indicator) {
    Select select = conditions_.people(indicator.where);
    select.gives(by_sex({column("p", "project"), name(indicator), column("p", "day")}));
    insert(indicator, "persons, each once", select);
    in_log(indicator, false);
    Select all = conditions_.people(indicator.where);
    in_common(indicator, all);
    partners_.add(indicator, with_partners(std::move(all)), of_person(column("p", "person")));
  }

  void entries(const Indicator& indicator) {
    const AskedCondition asked = conditions_.of_person(indicator.where);
    Select select;
    select.of("person_days", "p").join("participations", "e", "p", {"project", "person"});
    asked.join_to(select);
    select.only(column("p", "project") == id_)
        .only(is_null(column("e", "entry_day")) || column("e", "entry_day") <= column("p", "day"))
        .only(asked.holds)
        .gives(by_sex({column("p", "project"), name(indicator), column("p", "day")}));
    insert(indicator, "participations, each from its entry", select);
    in_log(indicator, true);
    partners_.add(indicator, with_partners(std::move(select)),
                  of_person(cast(column("e", "row_no"), Type::key)));
  }

  /// What it would be if it did not ask for complete records.
  void in_log(const Indicator& indicator, bool by_entry) {
    if (needed_records(indicator.where) == Completeness::not_asked) return;
    const AskedCondition asked = conditions_.of_person_in_log(indicator.where);
    Select select;
    select.of("person_days", "p");
    if (by_entry) select.join("participations", "e", "p", {"project", "person"});
    asked.join_to(select);
    select.only(column("p", "project") == id_).only(column("p", "day") == date(period_.last));
    if (by_entry) {
      select.only(is_null(column("e", "entry_day")) ||
                  column("e", "entry_day") <= column("p", "day"));
    }
    select.only(asked.holds).gives(by_sex({column("p", "project"), name(indicator)}));
    insert(indicator, "the same with incomplete records", select, "in_log_values", counted_columns);
  }

  void households(const Indicator& indicator) {
    Select select = conditions_.people(indicator.where);
    select.only(column("p", "household") != text(""))
        .gives({column("p", "project"), name(indicator), column("p", "day"),
                count_distinct(column("p", "household")) * number(per_unit), null(), null()});
    insert(indicator, "households of the persons found", select);
    partners_.add(indicator, with_partners(std::move(select)), of_household());
  }

  void rows(const Indicator& indicator) {
    Select select = conditions_.found_rows(indicator.where, false);
    const Value amount = indicator.count == Count::sessions
                             ? count_distinct(column("s", "session_key")) * number(per_unit)
                         : indicator.count == Count::hours ? sum(column("s", "hours"))
                                                           : sum(column("s", "headcount"));
    select.gives(
        {column("s", "project"), name(indicator), column("d", "day"), amount, null(), null()});
    insert(indicator,
           std::string(count_words.at(static_cast<std::size_t>(indicator.count))) +
               " of the support rows found",
           select);
    select.left_join("partner_days", "w",
                     column("w", "project") == column("s", "project") &&
                         column("w", "person") == column("s", "person") &&
                         column("w", "day") == column("d", "day"));
    const bool of_sessions = indicator.count == Count::sessions;
    const Value partner = choice(column("s", "partner") != text(""), column("s", "partner"),
                                 first_known(column("w", "partner"), text("")));
    const Value row = cast(column("s", "row_no"), Type::key);
    partners_.add(indicator, select,
                  {column("s", "project"), column("d", "day"),
                   of_sessions ? column("s", "session_key") : row, partner,
                   of_sessions                       ? number(per_unit)
                   : indicator.count == Count::hours ? column("s", "hours")
                                                     : column("s", "headcount")});
  }

  /// Of who is counted: those with support in the period, which no difference of days is.
  void supported(const Indicator& indicator) {
    const std::string found = "supported_" + std::to_string(++script_.steps_named);
    const auto step = [&](const std::string& table, const std::string& rule, Select select) {
      script_.add(Step{table,
                       dossier_.project.id + " " + indicator.id + ": " + rule,
                       {{"project", Type::key},
                        {"person", Type::key},
                        {"day", Type::date},
                        {"sex", Type::key},
                        {"last_support", Type::date}},
                       {std::move(select)}});
    };
    Select select = conditions_.found_rows(indicator.where, true);
    select.gives({column("p", "project"), column("p", "person"), column("p", "day"),
                  column("p", "sex"), greatest(column("s", "day"))});
    step(found, "persons with support that is found, and its last day", select);
    Select all;
    all.of(found, "p").gives(by_sex({column("p", "project"), name(indicator), column("p", "day")}));
    insert(indicator, "persons supported so far", all);
    in_common(indicator, all);
    partners_.add(indicator, with_partners(std::move(all)), of_person(column("p", "person")));
    Select in_period;
    in_period.of(found, "p")
        .only(column("p", "day") == date(period_.last) &&
              column("p", "last_support") >= date(period_.first))
        .gives(by_sex({column("p", "project"), name(indicator)}));
    insert(indicator, "persons supported in the period", in_period, "supported_values",
           counted_columns);
    partners_.add_supported(indicator, with_partners(std::move(in_period)),
                            of_person(column("p", "person")));
    if (!days_of_declarations({&dossier_, period_}).empty()) supported_in_claims(indicator, found);
  }

  void supported_in_claims(const Indicator& indicator, const std::string& found) {
    for (const Claim& claim : dossier_.project.claims) {
      if (claim.period.last > period_.last) continue;
      Select rows;
      rows.of(found, "p")
          .only(column("p", "day") == date(claim.period.last) &&
                column("p", "last_support") >= date(claim.period.first))
          .gives(by_sex({column("p", "project"), name(indicator), text(claim.id)}));
      insert(indicator, "persons supported in the days of claim " + claim.id, rows,
             "supported_in_claims", claim_columns);
    }
  }

  void places(const Indicator& indicator) {
    Select select;
    select.of("places", "p")
        .join("days", "d", "p", {"project"})
        .only(column("p", "project") == id_)
        .only(column("p", "first_day") <= column("d", "day") &&
              (is_null(column("p", "last_day")) || column("p", "last_day") >= column("d", "day")))
        .only(Conditions::of_place(indicator.where))
        .gives({column("p", "project"), name(indicator), column("d", "day"),
                sum(cast(column("p", "capacity"), Type::wide) * number(per_unit)), null(), null()});
    insert(indicator, "the capacity of the places that exist on the day", select);
  }

  void entities(const Indicator& indicator) {
    Select select;
    select.of("entity_days", "e")
        .only(column("e", "project") == id_)
        .only(Conditions::of_entity(indicator.where))
        .gives({column("e", "project"), name(indicator), column("e", "day"),
                count() * number(per_unit), null(), null()});
    insert(indicator, "entities, each once, from its first row on", select);
    select.left_join("entity_partner_days", "w", "e", {"project", "entity", "day"});
    partners_.add(indicator, select,
                  {column("e", "project"), column("e", "day"), column("e", "entity"),
                   first_known(column("w", "partner"), text("")), number(per_unit)});
  }

  void measured(const Indicator& indicator) {
    const bool takes_last = indicator.take == Indicator::Take::last;
    const std::string all = "measured_" + std::to_string(++script_.steps_named);
    const Value own = column("m", "project") == id_ && column("m", "indicator") == name(indicator);
    const auto units = [](const char* column_name) {
      return first_known(cast(column("m", column_name) * number(per_unit), Type::wide),
                         cast(number(0), Type::wide));
    };
    Select known;
    known.of("measurements", "m")
        .only(own)
        .gives({column("m", "project"),
                sum(one_if(is_null(column("m", "women")) || is_null(column("m", "men"))))});
    const std::string sexes = all + "_sexes";
    script_.add(Step{sexes,
                     dossier_.project.id + " " + indicator.id +
                         ": women and men are known where each measurement gives both",
                     {{"project", Type::key}, {"without", Type::wide}},
                     {known}});
    Select rows;
    rows.of("days", "d")
        .join("measurements", "m", "d", {"project"})
        .only(own && column("m", "day") <= column("d", "day"))
        .gives({column("d", "project"), column("d", "day"), units("amount"), units("women"),
                units("men"),
                row_number_from_last({column("d", "project"), column("d", "day")},
                                     {column("m", "day"), column("m", "row_no")})});
    script_.add(Step{
        all,
        dossier_.project.id + " " + indicator.id + ": measurements up to each day, the last first",
        {{"project", Type::key},
         {"day", Type::date},
         {"amount", Type::wide},
         {"women", Type::wide},
         {"men", Type::wide},
         {"from_last", Type::whole}},
        {rows}});
    const auto value = [&](const char* column_name) {
      const Value counted = takes_last ? choice(column("r", "from_last") == number(1),
                                                column("r", column_name), number(0))
                                       : column("r", column_name);
      return sum_or_zero(counted);
    };
    Select select;
    select.of("days", "d")
        .left_join(all, "r", "d", {"project", "day"})
        .left_join(sexes, "k", "d", {"project"})
        .only(column("d", "project") == id_)
        .gives({column("d", "project"), name(indicator), column("d", "day"), value("amount"),
                choice(greatest(column("k", "without")) == number(0), value("women"), null()),
                choice(greatest(column("k", "without")) == number(0), value("men"), null())});
    insert(indicator, takes_last ? "the last measurement" : "the sum of measurements", select);
  }

  void criterion(const Indicator& indicator) {
    const Criterion& criterion = *indicator.criterion;
    const auto counts = [&](const std::string& group, Condition of) {
      const std::string rule = group.empty() ? "persons whose window has closed, and who got there"
                                             : "the same of group " + group;
      AskedCondition asked = conditions_.of_person(of);
      Condition outcome;
      outcome.outcome = criterion.outcome;
      outcome.within = criterion.within;
      const AskedCondition got = conditions_.of_person(outcome);
      // The outcome's step is the only one that it asks.
      const auto& [step, unused] = got.facts.front();
      Select select;
      select.of("person_days", "p").join("exits", "x", "p", {"project", "person", "day"});
      asked.asks_exit = false;  // joined already
      asked.join_to(select);
      select.left_join(step, "got", "p", {"project", "person", "day"});
      const Value has_closed =
          Conditions::last_day(column("x", "exit_day"), criterion.within) <= column("p", "day");
      const Value is_there = is_known(column("got", "found"));
      const auto sum_of = [&](const Value& condition) {
        return sum(choice(condition, number(1), number(0)));
      };
      select.only(column("p", "project") == id_).only(asked.holds);
      if (group.empty()) {
        partners_.add_criterion(indicator, select, flag(has_closed), flag(has_closed && is_there));
      }
      select.gives({column("p", "project"), name(indicator), text(group), column("p", "day"),
                    sum_of(has_closed), sum_of(has_closed && is_there), sum_of(!has_closed),
                    sum_of(!has_closed && is_there)});
      script_.add(Step{"criterion_values",
                       dossier_.project.id + " " + indicator.id + ": " + rule,
                       criterion_columns,
                       {select},
                       true});
    };
    counts("", indicator.where);
    for (const CriterionGroup& group : criterion.groups) {
      counts(group.id, both(indicator.where, group.where));
    }
  }

  Script& script_;
  const Dossier& dossier_;
  Period period_;
  Value id_;
  Conditions conditions_;
  PartnerRules partners_;
};

Step entity_days() {
  Select first;
  first.of("entities", "e")
      .gives({column("e", "project"), column("e", "entity"), column("e", "day"),
              row_number({column("e", "project"), column("e", "entity")},
                         {column("e", "day"), column("e", "row_no")})});
  return {"entity_firsts",
          "Rows of entities in the order of their days.",
          {{"project", Type::key},
           {"entity", Type::key},
           {"day", Type::date},
           {"from_first", Type::whole}},
          {first}};
}

Step entity_words(const std::string& what) {
  Select rows;
  rows.of("entities", "e")
      .only(is_known(column("e", what)))
      .gives({column("e", "project"), column("e", "entity"), column("e", what),
              row_number({column("e", "project"), column("e", "entity")},
                         {column("e", "day"), column("e", "row_no")})});
  return {"entity_" + what + "s",
          "The " + what + " of an entity is what its earliest row says that says it.",
          {{"project", Type::key},
           {"entity", Type::key},
           {what, Type::text},
           {"from_first", Type::whole}},
          {rows}};
}

Step entities_of_days() {
  Select rows;
  rows.of("entity_firsts", "e")
      .join("days", "d", "e", {"project"})
      .left_join("entity_kinds", "k", "e", {"project", "entity", "from_first"})
      .left_join("entity_sizes", "z", "e", {"project", "entity", "from_first"})
      .only(column("e", "from_first") == number(1) && column("e", "day") <= column("d", "day"))
      .gives({column("e", "project"), column("e", "entity"), column("d", "day"),
              first_known(column("k", "kind"), text("")),
              first_known(column("z", "size"), text(""))});
  return {"entity_days",
          "An entity counts from its first row on.",
          {{"project", Type::key},
           {"entity", Type::key},
           {"day", Type::date},
           {"kind", Type::key},
           {"size", Type::key}},
          {rows}};
}

}  // namespace

void add_indicator_counts(Script& script) {
  script.add(no_rows("indicator_values", "Values of indicators on the days that are asked about.",
                     value_columns));
  script.add(no_rows("supported_values", "Persons supported in the period.", counted_columns));
  script.add(no_rows("supported_in_claims",
                     "Persons supported in the days of claims that declare values.",
                     claim_columns));
  script.add(no_rows("in_log_values", "Values with incomplete records.", counted_columns));
  script.add(
      no_rows("criterion_values", "Persons of criteria, by their windows.", criterion_columns));
  script.add(no_rows("persons_of_indicators",
                     "Persons of indicators that count persons, on the last day.", person_columns));
  script.add(entity_days());
  script.add(entity_words("kind"));
  script.add(entity_words("size"));
  script.add(entities_of_days());
  add_partner_days(script);
  for (const SqlProject& project : script.projects) {
    IndicatorRules rules(script, project);
    for (const Indicator& indicator : project.dossier->project.indicators) rules.add(indicator);
  }
}

}  // namespace euproj::sql
