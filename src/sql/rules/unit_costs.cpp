// Unit costs (src/calc/README.md#unit-costs): which units there are on each day, how many of them
// are paid, and what they come to at each moment.

#include <algorithm>

#include "sql/rules/conditions.hpp"

namespace euproj::sql {
namespace {

const Columns unit_columns = {{"project", Type::key}, {"unit_no", Type::whole},
                              {"day", Type::date},    {"person", Type::key},
                              {"of_day", Type::date}, {"units", Type::wide}};

/// What the definition says of unit costs.
struct UnitTables {
  Constants unit_costs{"unit_costs",
                       "Unit costs by version of the budget, and which units each counts.",
                       {{"project", Type::key},
                        {"budget", Type::whole},
                        {"unit_cost", Type::key},
                        {"unit_no", Type::whole},
                        {"task", Type::key},
                        {"category", Type::key},
                        {"units_max", Type::wide},
                        {"is_in_base", Type::whole}},
                       {}};
  Constants unit_rates{"unit_rates",
                       "Rates of unit costs, in grosze, from their first days.",
                       {{"project", Type::key},
                        {"budget", Type::whole},
                        {"unit_cost", Type::key},
                        {"from_day", Type::date},
                        {"rate", Type::wide}},
                       {}};
  Constants counted_units{
      "counted_units",
      "What is counted as units: at most so many of a person, from the first rate on.",
      {{"project", Type::key},
       {"unit_no", Type::whole},
       {"per_person_max", Type::wide},
       {"first_day", Type::date}},
      {}};
};

/// The units of one project.
class UnitRules {
 public:
  UnitRules(Script& script, const Dossier& dossier, UnitTables& tables)
      : script_(script),
        dossier_(dossier),
        id_(text(dossier.project.id)),
        tables_(tables),
        conditions_(script, dossier) {}

  void add() {
    const std::vector<Budget>& budgets = dossier_.project.budget.all();
    for (std::size_t i = 0; i < budgets.size(); ++i) {
      const Value version = number(static_cast<Int128>(i + 1));
      for (const UnitCost& cost : budgets[i].unit_costs) add(cost, version);
    }
  }

 private:
  void add(const UnitCost& cost, const Value& version) {
    if (!cost.exists()) return;
    tables_.unit_costs.rows.push_back({id_, version, text(cost.id), number(unit_no(cost.count)),
                                       text(dossier_.codes.tasks.text(cost.task)),
                                       text(dossier_.codes.categories.text(cost.category)),
                                       in_ten_thousandths(cost.units_max),
                                       number(cost.in_flat_rate_base ? 1 : 0)});
    for (const UnitRate& rate : cost.rates) {
      tables_.unit_rates.rows.push_back(
          {id_, version, text(cost.id), date(rate.from), number(rate.amount.minor_units())});
    }
  }

  /// The number of what it counts; its units are counted once.
  Int128 unit_no(const CountedUnit& count) {
    const auto found = std::find(counted_.begin(), counted_.end(), count);
    if (found != counted_.end()) return found - counted_.begin() + 1;
    counted_.push_back(count);
    const auto number_of_it = static_cast<Int128>(counted_.size());
    tables_.counted_units.rows.push_back({id_, number(number_of_it),
                                          in_ten_thousandths(count.per_person_max),
                                          date(count.first_day)});
    add_units(count, number(number_of_it));
    return number_of_it;
  }

  void insert(const std::string& rule, Select select) {
    script_.add(
        Step{"units", dossier_.project.id + ": " + rule, unit_columns, {std::move(select)}, true});
  }
  std::string next_name() { return "units_" + std::to_string(++script_.steps_named); }

  void add_units(const CountedUnit& count, const Value& unit) {
    switch (count.of) {
      case UnitOf::hours: {
        Select rows = conditions_.found_rows(count.where);
        rows.gives({column("s", "project"), unit, column("d", "day"), column("s", "person"),
                    column("s", "day"), sum(column("s", "hours"))});
        return insert("hours are units of their day", std::move(rows));
      }
      case UnitOf::sessions: {
        const std::string sessions = next_name();
        Select rows = conditions_.found_rows(count.where);
        rows.gives({column("s", "project"), column("d", "day"), column("s", "session_key"),
                    least(column("s", "person")), greatest(column("s", "person")),
                    least(column("s", "day"))});
        script_.add(
            Step{sessions,
                 dossier_.project.id + ": sessions, each once, on the first day of its rows",
                 {{"project", Type::key},
                  {"day", Type::date},
                  {"session_key", Type::key},
                  {"person", Type::key},
                  {"last_person", Type::key},
                  {"of_day", Type::date}},
                 {rows}});
        Select units;
        units.of(sessions, "u")
            .gives({column("u", "project"), unit, column("u", "day"),
                    choice(column("u", "person") == column("u", "last_person"),
                           column("u", "person"), text("")),
                    column("u", "of_day"), number(per_unit)});
        return insert("a session of several persons fills no person's maximum", std::move(units));
      }
      case UnitOf::persons:
        return add_persons_of(count, unit);
      case UnitOf::person_months:
        return add_months(count, unit);
      case UnitOf::measured:
        return add_measured(count, unit);
    }
  }

  void add_persons_of(const CountedUnit& count, const Value& unit) {
    const std::string found = next_name();
    Select rows = conditions_.found_rows(count.where, true);
    rows.gives({column("p", "project"), column("p", "person"), column("p", "day"),
                least(column("s", "day"))});
    script_.add(Step{found,
                     dossier_.project.id + ": the first support of a person that is found",
                     {{"project", Type::key},
                      {"person", Type::key},
                      {"day", Type::date},
                      {"of_day", Type::date}},
                     {rows}});
    Select units = conditions_.people(count.where);
    units.left_join(found, "u", "p", {"project", "person", "day"})
        .gives({column("p", "project"), unit, column("p", "day"), column("p", "person"),
                first_known(column("u", "of_day"), column("p", "start_day")), number(per_unit)});
    insert("a person is a unit of the first day of support, else of the start", std::move(units));
  }

  void add_months(const CountedUnit& count, const Value& unit) {
    const std::string rows_of_months = next_name();
    const std::string running = next_name();
    const std::string reached = next_name();
    Select rows = conditions_.found_rows(count.where, true);
    const Values session = {column("s", "project"), column("s", "person"), column("d", "day"),
                            first_of_month(column("s", "day")), column("s", "session_key")};
    rows.gives({column("s", "project"), column("s", "person"), column("d", "day"),
                column("s", "day"), first_of_month(column("s", "day")), column("s", "row_no"),
                column("s", "hours"),
                row_number(session, {column("s", "day"), column("s", "row_no")})});
    script_.add(
        Step{rows_of_months,
             dossier_.project.id + ": support by month; a session counts with its first row",
             {{"project", Type::key},
              {"person", Type::key},
              {"day", Type::date},
              {"of_day", Type::date},
              {"month", Type::date},
              {"row_no", Type::whole},
              {"hours", Type::wide},
              {"of_session", Type::whole}},
             {rows}});
    const Values month = {column("r", "project"), column("r", "person"), column("r", "day"),
                          column("r", "month")};
    const Values order = {column("r", "of_day"), column("r", "row_no")};
    const Value is_session = choice(column("r", "of_session") == number(1), number(1), number(0));
    Select sums;
    sums.of(rows_of_months, "r")
        .gives({column("r", "project"), column("r", "person"), column("r", "day"),
                column("r", "of_day"), column("r", "month"), column("r", "row_no"),
                sum_before(column("r", "hours"), month, order) + column("r", "hours"),
                sum_before(is_session, month, order) + is_session});
    script_.add(Step{running,
                     "Hours and sessions of a month up to each row.",
                     {{"project", Type::key},
                      {"person", Type::key},
                      {"day", Type::date},
                      {"of_day", Type::date},
                      {"month", Type::date},
                      {"row_no", Type::whole},
                      {"hours", Type::wide},
                      {"sessions", Type::wide}},
                     {sums}});
    Select firsts;
    firsts.of(running, "r");
    if (count.min_hours)
      firsts.only(column("r", "hours") >= number(count.min_hours->scaled_units()));
    if (count.min_sessions) firsts.only(column("r", "sessions") >= number(*count.min_sessions));
    firsts.gives({column("r", "project"), unit, column("r", "day"), column("r", "person"),
                  column("r", "of_day"), row_number(month, order)});
    script_.add(Step{reached,
                     "Rows with which a month has what it must.",
                     {{"project", Type::key},
                      {"unit_no", Type::whole},
                      {"day", Type::date},
                      {"person", Type::key},
                      {"of_day", Type::date},
                      {"from_first", Type::whole}},
                     {firsts}});
    Select units;
    units.of(reached, "u")
        .only(column("u", "from_first") == number(1))
        .gives({column("u", "project"), column("u", "unit_no"), column("u", "day"),
                column("u", "person"), column("u", "of_day"), number(per_unit)});
    insert("a month of a person is a unit of the day on which it reaches what it must",
           std::move(units));
  }

  void add_measured(const CountedUnit& count, const Value& unit) {
    const Indicator& indicator = dossier_.project.indicators.at(count.indicator);
    const Value amount = zero_if_null(cast(column("m", "amount") * number(per_unit), Type::wide));
    const std::string changes = next_name();
    Select rows;
    const Values keys = {column("m", "project")};
    const Values order = {column("m", "day"), column("m", "row_no")};
    rows.of("measurements", "m")
        .only(column("m", "project") == id_ && column("m", "indicator") == text(indicator.id))
        .gives({column("m", "project"), column("m", "day"), row_number(keys, order), amount});
    script_.add(Step{changes,
                     dossier_.project.id + ": measurements in their order",
                     {{"project", Type::key},
                      {"of_day", Type::date},
                      {"place_no", Type::whole},
                      {"units", Type::wide}},
                     {rows}});
    Select units;
    units.of(changes, "m").join("days", "d", "m", {"project"});
    Value change = column("m", "units");
    if (indicator.take == Indicator::Take::last) {
      units.left_join(changes, "b",
                      column("b", "project") == column("m", "project") &&
                          column("b", "place_no") + number(1) == column("m", "place_no"));
      change = change - zero_if_null(column("b", "units"));
    }
    units.only(column("m", "of_day") <= column("d", "day"))
        .gives({column("m", "project"), unit, column("d", "day"), text(""), column("m", "of_day"),
                change});
    insert("what a measurement adds, or changes where it replaces the one before it",
           std::move(units));
  }

  Script& script_;
  const Dossier& dossier_;
  Value id_;
  UnitTables& tables_;
  Conditions conditions_;
  std::vector<CountedUnit> counted_;
};

Step unit_sums() {
  Select rows;
  rows.of("units", "u")
      .join("counted_units", "c", "u", {"project", "unit_no"})
      .only(is_null(column("c", "first_day")) || column("u", "of_day") >= column("c", "first_day"))
      .gives({column("u", "project"), column("u", "unit_no"), column("u", "day"),
              column("u", "person"), column("u", "of_day"), column("c", "per_person_max"),
              sum(column("u", "units"))});
  return {"unit_sums",
          "Units of a person by their day; those before the first rate have none.",
          {{"project", Type::key},
           {"unit_no", Type::whole},
           {"day", Type::date},
           {"person", Type::key},
           {"of_day", Type::date},
           {"per_person_max", Type::wide},
           {"units", Type::wide}},
          {rows}};
}

Step units_before() {
  Select rows;
  rows.of("unit_sums", "u")
      .gives({column("u", "project"), column("u", "unit_no"), column("u", "day"),
              column("u", "of_day"),
              choice(column("u", "person") == text(""), null(), column("u", "per_person_max")),
              column("u", "units"),
              sum_before(column("u", "units"),
                         {column("u", "project"), column("u", "unit_no"), column("u", "day"),
                          column("u", "person")},
                         {column("u", "of_day")})});
  return {"units_before",
          "And what the person had before; nobody's units fill no maximum.",
          {{"project", Type::key},
           {"unit_no", Type::whole},
           {"day", Type::date},
           {"of_day", Type::date},
           {"most", Type::wide},
           {"units", Type::wide},
           {"before", Type::wide}},
          {rows}};
}

/// What a maximum leaves of units, `before` which others were; all of them where there is none.
///
///   0        before       most   before + units
///   ├──────────┼───within───┤        │
Value within_max(const Value& units, const Value& most) {
  const Value before = column("u", "before");
  return choice(is_null(most), units, smaller(before + units, most) - smaller(before, most));
}

Step units_within() {
  const Value within = within_max(column("u", "units"), column("u", "most"));
  Select rows;
  rows.of("units_before", "u")
      .gives({column("u", "project"), column("u", "unit_no"), column("u", "day"),
              column("u", "of_day"), sum(within), sum(column("u", "units") - within)});
  return {"units_within",
          "Units are paid in the order of their days until a person's maximum is reached.",
          {{"project", Type::key},
           {"unit_no", Type::whole},
           {"day", Type::date},
           {"of_day", Type::date},
           {"within", Type::wide},
           {"above", Type::wide}},
          {rows}};
}

Step rated_units() {
  Select rows;
  rows.of("unit_costs", "c")
      .join("moments", "m", "c", {"project", "budget"})
      .join("units_within", "u",
            column("u", "project") == column("c", "project") &&
                column("u", "unit_no") == column("c", "unit_no") &&
                column("u", "day") == column("m", "day"))
      .join("unit_rates", "r", "c", {"project", "budget", "unit_cost"})
      .only(is_null(column("r", "from_day")) || column("r", "from_day") <= column("u", "of_day"))
      .only(column("m", "moment") != text(moment_agreed) &&
            column("m", "moment") != text(moment_of_claims(0)))
      .gives({column("c", "project"), column("m", "moment"), column("c", "unit_cost"),
              column("c", "units_max"), column("u", "of_day"), column("u", "within"),
              column("u", "above"), column("r", "rate"),
              row_number_from_last({column("c", "project"), column("m", "moment"),
                                    column("c", "unit_cost"), column("u", "of_day")},
                                   {column("r", "from_day")})});
  return {"rated_units",
          "A unit has the rate of its own day.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"unit_cost", Type::key},
           {"units_max", Type::wide},
           {"of_day", Type::date},
           {"within", Type::wide},
           {"above", Type::wide},
           {"rate", Type::wide},
           {"from_last", Type::whole}},
          {rows}};
}

Step running_units() {
  Select rows;
  rows.of("rated_units", "u")
      .only(column("u", "from_last") == number(1))
      .gives({column("u", "project"), column("u", "moment"), column("u", "unit_cost"),
              column("u", "units_max"), column("u", "within"), column("u", "above"),
              column("u", "rate"),
              sum_before(column("u", "within"),
                         {column("u", "project"), column("u", "moment"), column("u", "unit_cost")},
                         {column("u", "of_day")})});
  return {"running_units",
          "Units of each day, and all before it.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"unit_cost", Type::key},
           {"units_max", Type::wide},
           {"within", Type::wide},
           {"above", Type::wide},
           {"rate", Type::wide},
           {"before", Type::wide}},
          {rows}};
}

Step paid_units() {
  const Value paid = within_max(column("u", "within"), column("u", "units_max"));
  Select rows;
  rows.of("running_units", "u")
      .gives({column("u", "project"), column("u", "moment"), column("u", "unit_cost"), sum(paid),
              sum(paid * column("u", "rate")),
              sum(column("u", "within") - paid + column("u", "above")),
              sum((column("u", "within") - paid + column("u", "above")) * column("u", "rate"))});
  return {"paid_units",
          "Until the maximum in all is reached; the others are listed and not paid.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"unit_cost", Type::key},
           {"units", Type::wide},
           {"exact", Type::wide},
           {"unpaid_units", Type::wide},
           {"exact_unpaid", Type::wide}},
          {rows}};
}

Step unit_amounts() {
  const Value scale = number(per_unit);
  Select rows;
  rows.of("unit_costs", "c")
      .join("moments", "m", "c", {"project", "budget"})
      .left_join("paid_units", "u",
                 column("u", "project") == column("c", "project") &&
                     column("u", "moment") == column("m", "moment") &&
                     column("u", "unit_cost") == column("c", "unit_cost"))
      .gives({column("c", "project"), column("m", "moment"), column("c", "unit_cost"),
              column("c", "task"), column("c", "category"), column("c", "is_in_base"),
              zero_if_null(column("u", "units")),
              zero_if_null(divided(column("u", "exact"), scale, Rounding::down)),
              zero_if_null(column("u", "unpaid_units")),
              zero_if_null(divided(column("u", "exact_unpaid"), scale, Rounding::down))});
  return {"unit_amounts",
          "Rates times units, rounded down once on the cumulative units.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"unit_cost", Type::key},
           {"task", Type::key},
           {"category", Type::key},
           {"is_in_base", Type::whole},
           {"units", Type::wide},
           {"amount", Type::wide},
           {"unpaid_units", Type::wide},
           {"unpaid", Type::wide}},
          {rows}};
}

}  // namespace

void add_unit_costs(Script& script) {
  script.add(
      no_rows("units", "Units that are known on each day, each of its own day.", unit_columns));
  UnitTables tables;
  for (const SqlProject& project : script.projects) {
    UnitRules(script, *project.dossier, tables).add();
  }
  for (Constants* each : {&tables.unit_costs, &tables.unit_rates, &tables.counted_units}) {
    script.add(std::move(*each));
  }
  script.add(unit_sums());
  script.add(units_before());
  script.add(units_within());
  script.add(rated_units());
  script.add(running_units());
  script.add(paid_units());
  script.add(unit_amounts());
}

}  // namespace euproj::sql
