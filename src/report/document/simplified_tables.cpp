#include "euproj/words/texts.hpp"
#include "report/document/sections.hpp"

namespace euproj::parts {
namespace {

Table lump_sums_table(const Figures& figures, const Words& words) {
  TypedTable<LumpSumFigures> table(words, "lump_sums");
  table.title(Text::table_lump_sums);
  table.label("id", Text::column_id, &LumpSumFigures::id);
  table.column("name", Text::column_lump_sum, &LumpSumFigures::name);
  table.label("task", Text::column_task, &LumpSumFigures::task);
  table.column("amount", Text::column_amount, &LumpSumFigures::amount);
  table.column("declared", Text::column_lump_declared,
               [](const LumpSumFigures& sum) { return sum.declared.value_or(Date()); });
  table.column("period", Text::column_period,
               [](const LumpSumFigures& sum) { return sum.eligible.period; });
  table.column("cumulative", Text::column_cumulative,
               [](const LumpSumFigures& sum) { return sum.eligible.cumulative; });
  table
      .column("remaining", Text::column_remaining,
              [](const LumpSumFigures& sum) { return sum.amount - sum.eligible.cumulative; })
      .rule(difference_of("amount", "cumulative"));
  table.rows(figures.lump_sums);
  table.total_row(Text::row_total, "name");
  return table.take();
}

std::vector<RequirementFigures> requirements_of(const Figures& figures) {
  std::vector<RequirementFigures> all;
  for (const LumpSumFigures& sum : figures.lump_sums) {
    all.insert(all.end(), sum.requirements.begin(), sum.requirements.end());
  }
  return all;
}

Table requirements_table(const std::vector<RequirementFigures>& requirements, const Words& words) {
  TypedTable<RequirementFigures> table(words, "requirements");
  table.title(Text::table_requirements);
  table.label("id", Text::column_id, &RequirementFigures::lump_sum);
  table.label("indicator", Text::column_indicator, &RequirementFigures::indicator);
  table.column("at_least", Text::column_required, &RequirementFigures::at_least);
  table.column("value", Text::column_value, &RequirementFigures::value);
  table.column("lacking", Text::column_lacking, [](const RequirementFigures& required) {
    return count_cell(required.lacking()).with(required.holds() ? Tone::normal : Tone::attention);
  });
  table.rows(requirements);
  return table.take();
}

}  // namespace

void add_lump_sums(const Figures& figures, const Words& words, DocumentSection& section) {
  section.add(lump_sums_table(figures, words));
  const std::vector<RequirementFigures> requirements = requirements_of(figures);
  if (!requirements.empty()) section.add(requirements_table(requirements, words));
}

Table unit_costs_table(const Figures& figures, const Words& words) {
  TypedTable<UnitCostFigures> table(words, "unit_costs");
  table.title(Text::table_unit_costs);
  table.label("id", Text::column_id, &UnitCostFigures::id);
  table.column("name", Text::column_unit_cost, &UnitCostFigures::name);
  table.label("task", Text::column_task, [](const UnitCostFigures& cost) {
    return cost.category.empty() ? cost.task : cost.task + ", " + cost.category;
  });
  table.column("units_period", Text::column_units_period, &UnitCostFigures::units_period);
  table.column("units", Text::column_units, &UnitCostFigures::units);
  table.column("rate", Text::column_unit_rate, &UnitCostFigures::rate);
  table.column("period", Text::column_period,
               [](const UnitCostFigures& cost) { return cost.eligible.period; });
  table
      .column("cumulative", Text::column_cumulative,
              [](const UnitCostFigures& cost) { return cost.eligible.cumulative; })
      .rule(product_of("units", "rate"));
  table.column("unpaid_units", Text::column_unpaid_units, &UnitCostFigures::unpaid_units);
  table.column("unpaid", Text::column_unpaid_amount, &UnitCostFigures::unpaid);
  table.rows(figures.unit_costs);
  return table.take();
}

void add_open_lump_sums(const Figures& figures, const Words& words, DocumentSection& section) {
  for (const LumpSumFigures& sum : figures.lump_sums) {
    const Money open = sum.amount - sum.eligible.cumulative;
    if (open > Money()) section.add_fact(words(Text::fact_open_lump_sum, {sum.id}), open);
  }
}

}  // namespace euproj::parts
