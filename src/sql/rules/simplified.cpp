// Lump sums and unit costs (src/calc/README.md#lump-sums): what they come to at each moment.

#include <algorithm>

#include "sql/rules/conditions.hpp"

namespace euproj::sql {
namespace {

Value zero_if_null(const Value& value) { return first_known(value, cast(number(0), Type::wide)); }
Value code_text(const Interner& words, Code code) { return text(words.text(code)); }

const Columns form_line_columns = {{"project", Type::key}, {"moment", Type::key},
                                   {"task", Type::key},    {"category", Type::key},
                                   {"amount", Type::wide}, {"is_in_base", Type::whole}};
const Columns unit_columns = {{"project", Type::key}, {"unit_no", Type::whole},
                              {"day", Type::date},    {"person", Type::key},
                              {"of_day", Type::date}, {"units", Type::wide}};

/// The definition's simplified forms as tables.
struct FormTables {
  Constants lump_sums{"lump_sums",
                      "Lump sums by version of the budget, in grosze.",
                      {{"project", Type::key},
                       {"budget", Type::whole},
                       {"lump_sum", Type::key},
                       {"task", Type::key},
                       {"amount", Type::wide},
                       {"is_in_base", Type::whole}},
                      {}};
  Constants requirements{"requirements",
                         "What a lump sum requires of indicators, in ten-thousandths.",
                         {{"project", Type::key},
                          {"budget", Type::whole},
                          {"lump_sum", Type::key},
                          {"indicator", Type::key},
                          {"is_last", Type::whole},
                          {"at_least", Type::wide}},
                         {}};
  Constants steps{"lump_steps",
                  "What is paid where the last requirement is reached in part.",
                  {{"project", Type::key},
                   {"budget", Type::whole},
                   {"lump_sum", Type::key},
                   {"at_least", Type::wide},
                   {"amount", Type::wide}},
                  {}};
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

Value units_of(const std::optional<Quantity>& quantity) {
  return quantity ? number(quantity->scaled_units()) : null();
}

/// The units of one project.
class UnitRules {
 public:
  UnitRules(Script& script, const Dossier& dossier, FormTables& tables)
      : script_(script),
        dossier_(dossier),
        id_(text(dossier.project.id)),
        tables_(tables),
        conditions_(script, dossier) {}

  void add() {
    const std::vector<Budget>& budgets = dossier_.project.budget.all();
    for (std::size_t i = 0; i < budgets.size(); ++i) {
      const Value version = number(static_cast<Int128>(i + 1));
      for (const LumpSum& sum : budgets[i].lump_sums) add(sum, version);
      for (const UnitCost& cost : budgets[i].unit_costs) add(cost, version);
    }
  }

 private:
  void add(const LumpSum& sum, const Value& version) {
    if (!sum.exists()) return;
    tables_.lump_sums.rows.push_back(
        {id_, version, text(sum.id), code_text(dossier_.codes.tasks, sum.task),
         number(sum.amount.minor_units()), number(sum.in_flat_rate_base ? 1 : 0)});
    for (std::size_t i = 0; i < sum.requirements.size(); ++i) {
      const Requirement& required = sum.requirements[i];
      tables_.requirements.rows.push_back(
          {id_, version, text(sum.id), text(dossier_.project.indicators.at(required.indicator).id),
           number(i + 1 == sum.requirements.size() ? 1 : 0),
           number(required.at_least.scaled_units())});
    }
    for (const LumpStep& step : sum.partial) {
      tables_.steps.rows.push_back({id_, version, text(sum.id),
                                    number(step.at_least.scaled_units()),
                                    number(step.amount.minor_units())});
    }
  }

  void add(const UnitCost& cost, const Value& version) {
    if (!cost.exists()) return;
    tables_.unit_costs.rows.push_back({id_, version, text(cost.id), number(unit_no(cost.count)),
                                       code_text(dossier_.codes.tasks, cost.task),
                                       code_text(dossier_.codes.categories, cost.category),
                                       units_of(cost.units_max),
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
    tables_.counted_units.rows.push_back(
        {id_, number(number_of_it), units_of(count.per_person_max), date(count.first_day)});
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
                zero_if_null(cast(sum_before(column("r", "hours"), month, order), Type::wide)) +
                    column("r", "hours"),
                zero_if_null(cast(sum_before(is_session, month, order), Type::wide)) + is_session});
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
  FormTables& tables_;
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
              zero_if_null(cast(sum_before(column("u", "units"),
                                           {column("u", "project"), column("u", "unit_no"),
                                            column("u", "day"), column("u", "person")},
                                           {column("u", "of_day")}),
                                Type::wide))});
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

Step units_within() {
  const Value most = column("u", "most");
  const Value after = column("u", "before") + column("u", "units");
  const Value within = choice(is_null(most), column("u", "units"),
                              smaller(after, most) - smaller(column("u", "before"), most));
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
              zero_if_null(cast(sum_before(column("u", "within"),
                                           {column("u", "project"), column("u", "moment"),
                                            column("u", "unit_cost")},
                                           {column("u", "of_day")}),
                                Type::wide))});
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
  const Value most = column("u", "units_max");
  const Value after = column("u", "before") + column("u", "within");
  const Value paid = choice(is_null(most), column("u", "within"),
                            smaller(after, most) - smaller(column("u", "before"), most));
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

Step exact_values() {
  Select values;
  values.of("values_of_days", "v")
      .gives({column("v", "project"), column("v", "indicator"), column("v", "day"),
              column("v", "total")});
  const auto day_of = [](const char* alias, const char* indicator) {
    return column(alias, "project") == column("i", "project") &&
           column(alias, "indicator") == column("i", indicator);
  };
  const auto exact = [](const Value& part, const Value& whole) {
    return whole_quotient(number(100 * per_unit) * part, nonzero(whole));
  };
  Select ratios;
  ratios.of("indicators", "i")
      .join("values_of_days", "a", day_of("a", "numerator"))
      .join("values_of_days", "b",
            column("b", "project") == column("i", "project") &&
                column("b", "indicator") == column("i", "denominator") &&
                column("b", "day") == column("a", "day"))
      .gives({column("i", "project"), column("i", "indicator"), column("a", "day"),
              exact(column("a", "total"), column("b", "total"))});
  Select criteria;
  criteria.of("criterion_values", "c")
      .only(column("c", "group_id") == text(""))
      .gives({column("c", "project"), column("c", "indicator"), column("c", "day"),
              exact(column("c", "reached"), column("c", "closed"))});
  return {"exact_values",
          "Values to compare with what is required; percentages as they are, and not as they are "
          "shown.",
          {{"project", Type::key},
           {"indicator", Type::key},
           {"day", Type::date},
           {"amount", Type::wide}},
          {values, ratios, criteria}};
}

Step declarations() {
  Select by_claim;
  by_claim.of("settlements", "s")
      .join("claims", "c", "s", {"project", "claim"})
      .gives({column("s", "project"), column("s", "lump_sum"), column("c", "last_day")});
  Select by_day;
  by_day.of("settlements", "s")
      .only(is_null(column("s", "claim")))
      .gives({column("s", "project"), column("s", "lump_sum"), column("s", "day")});
  return {"declarations",
          "A lump sum is declared on a day, or on the last day of a claim.",
          {{"project", Type::key}, {"lump_sum", Type::key}, {"day", Type::date}},
          {by_claim, by_day}};
}

Step declared_days() {
  Select first;
  first.of("declarations", "d")
      .gives({column("d", "project"), column("d", "lump_sum"), least(column("d", "day"))});
  return {"declared_days",
          "Of several declarations the earliest counts.",
          {{"project", Type::key}, {"lump_sum", Type::key}, {"day", Type::date}},
          {first}};
}

Step requirement_states() {
  Select rows;
  rows.of("requirements", "r")
      .join("moments", "m", "r", {"project", "budget"})
      .left_join("exact_values", "v",
                 column("v", "project") == column("r", "project") &&
                     column("v", "indicator") == column("r", "indicator") &&
                     column("v", "day") == column("m", "day"))
      .gives({column("r", "project"), column("m", "moment"), column("r", "lump_sum"),
              column("r", "indicator"), column("r", "is_last"), column("v", "amount"),
              choice(is_known(column("v", "amount")) &&
                         column("v", "amount") >= column("r", "at_least"),
                     number(1), number(0))});
  return {"requirement_states",
          "Whether each requirement holds.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"lump_sum", Type::key},
           {"indicator", Type::key},
           {"is_last", Type::whole},
           {"amount", Type::wide},
           {"holds", Type::whole}},
          {rows}};
}

Step lump_states() {
  const auto missing = [](int is_last) {
    return sum(
        choice(column("r", "holds") == number(0) && column("r", "is_last") == number(is_last),
               number(1), number(0)));
  };
  Select rows;
  rows.of("requirement_states", "r")
      .gives(
          {column("r", "project"), column("r", "moment"), column("r", "lump_sum"), missing(0),
           missing(1),
           greatest(choice(column("r", "is_last") == number(1), column("r", "amount"), null()))});
  return {"lump_states",
          "How many requirements are missing: others, and the last one, with its value.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"lump_sum", Type::key},
           {"missing", Type::wide},
           {"last_missing", Type::wide},
           {"last_value", Type::wide}},
          {rows}};
}

Step reached_steps() {
  Select rows;
  rows.of("lump_states", "s")
      .join("moments", "m", "s", {"project", "moment"})
      .join("lump_steps", "t",
            column("t", "project") == column("s", "project") &&
                column("t", "lump_sum") == column("s", "lump_sum") &&
                column("t", "budget") == column("m", "budget"))
      .only(column("t", "at_least") <= column("s", "last_value"))
      .gives({column("s", "project"), column("s", "moment"), column("s", "lump_sum"),
              column("t", "amount"),
              row_number_from_last(
                  {column("s", "project"), column("s", "moment"), column("s", "lump_sum")},
                  {column("t", "at_least")})});
  return {"reached_steps",
          "The steps that the last requirement has reached, the highest first.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"lump_sum", Type::key},
           {"amount", Type::wide},
           {"from_last", Type::whole}},
          {rows}};
}

Step lump_amounts() {
  const Value is_declared =
      is_known(column("d", "day")) && column("d", "day") <= column("m", "day");
  const Value others_missing = zero_if_null(column("s", "missing")) > number(0);
  const Value last_missing = zero_if_null(column("s", "last_missing")) > number(0);
  const Value amount =
      choice(!is_declared || others_missing, number(0),
             choice(last_missing, zero_if_null(column("t", "amount")), column("l", "amount")));
  Select rows;
  rows.of("lump_sums", "l")
      .join("moments", "m", "l", {"project", "budget"})
      .left_join("declared_days", "d", "l", {"project", "lump_sum"})
      .left_join("lump_states", "s",
                 column("s", "project") == column("l", "project") &&
                     column("s", "moment") == column("m", "moment") &&
                     column("s", "lump_sum") == column("l", "lump_sum"))
      .left_join("highest_steps", "t",
                 column("t", "project") == column("l", "project") &&
                     column("t", "moment") == column("m", "moment") &&
                     column("t", "lump_sum") == column("l", "lump_sum"))
      .only(column("m", "moment") != text(moment_agreed) &&
            column("m", "moment") != text(moment_of_claims(0)))
      .gives({column("l", "project"), column("m", "moment"), column("l", "lump_sum"),
              column("l", "task"), column("l", "is_in_base"), amount});
  return {"lump_amounts",
          "A lump sum is nothing until it is declared and all that it requires holds on the day; "
          "then it is the whole "
          "amount, or the step of its last requirement. A requirement that is lost takes it back.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"lump_sum", Type::key},
           {"task", Type::key},
           {"is_in_base", Type::whole},
           {"amount", Type::wide}},
          {rows}};
}

Step highest_steps() {
  Select rows;
  rows.of("reached_steps", "r")
      .only(column("r", "from_last") == number(1))
      .gives({column("r", "project"), column("r", "moment"), column("r", "lump_sum"),
              column("r", "amount")});
  return {"highest_steps",
          "The highest step that is reached.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"lump_sum", Type::key},
           {"amount", Type::wide}},
          {rows}};
}

Step simplified_lines() {
  Select units;
  units.of("unit_amounts", "u")
      .only(column("u", "moment") != text(moment_agreed) &&
            column("u", "moment") != text(moment_of_claims(0)))
      .gives({column("u", "project"), column("u", "moment"), column("u", "task"),
              column("u", "category"), column("u", "amount"), column("u", "is_in_base")});
  Select lumps;
  lumps.of("lump_amounts", "l")
      .gives({column("l", "project"), column("l", "moment"), column("l", "task"), text(""),
              column("l", "amount"), column("l", "is_in_base")});
  return {"simplified_lines",
          "What simplified forms come to at each moment.",
          form_line_columns,
          {units, lumps}};
}

Value form_figure(const char* list, const char* alias, const char* id, const char* last) {
  return joined({text(list), column(alias, id), text(last)});
}

}  // namespace

void add_simplified(Script& script) {
  FormTables tables;
  script.add(Constants{
      "units", "Units that are known on each day, each of its own day.", unit_columns, {}});
  for (const SqlProject& project : script.projects)
    UnitRules(script, *project.dossier, tables).add();
  for (Constants* each : {&tables.lump_sums, &tables.requirements, &tables.steps,
                          &tables.unit_costs, &tables.unit_rates, &tables.counted_units}) {
    script.add(std::move(*each));
  }
  script.add(unit_sums());
  script.add(units_before());
  script.add(units_within());
  script.add(rated_units());
  script.add(running_units());
  script.add(paid_units());
  script.add(unit_amounts());
  script.add(exact_values());
  script.add(declarations());
  script.add(declared_days());
  script.add(requirement_states());
  script.add(lump_states());
  script.add(reached_steps());
  script.add(highest_steps());
  script.add(lump_amounts());
  script.add(simplified_lines());
}

void add_simplified_figures(Script& script) {
  const auto at = [](const char* table, const char* list, const char* id, const char* last,
                     const Value& amount) {
    Select one;
    one.of(table, "a")
        .gives({column("a", "project"), column("a", "moment"), form_figure(list, "a", id, last),
                amount});
    return one;
  };
  const Value grosze = number(per_grosz) * column("a", "amount");
  script.add(
      figures_at("Lump sums and unit costs.",
                 {at("lump_amounts", "expenditure.lump_sums.", "lump_sum", ".eligible", grosze),
                  at("unit_amounts", "expenditure.unit_costs.", "unit_cost", ".eligible", grosze),
                  at("unit_amounts", "expenditure.unit_costs.", "unit_cost", ".units",
                     column("a", "units"))}));
  const auto apart = [](const char* last, const Value& amount) {
    Select one;
    one.of("unit_amounts", "a")
        .only(column("a", "moment") == text(moment_end))
        .gives({column("a", "project"),
                form_figure("expenditure.unit_costs.", "a", "unit_cost", last), null(), amount});
    return one;
  };
  Select required;
  required.of("requirement_states", "r")
      .join("indicators", "i", "r", {"project", "indicator"})
      .only(column("r", "moment") == text(moment_end) && column("i", "count_of") != text("ratio") &&
            column("i", "count_of") != text("criterion"))
      .gives({column("r", "project"),
              joined({text("expenditure.lump_sums."), column("r", "lump_sum"), text(".requires."),
                      column("r", "indicator"), text(".value")}),
              null(), column("r", "amount")});
  script.add(figures_apart(
      "Units above a maximum, and what requirements have reached.",
      {apart(".unpaid.units", column("a", "unpaid_units")),
       apart(".unpaid.amount", number(per_grosz) * column("a", "unpaid")), required}));
}

}  // namespace euproj::sql
