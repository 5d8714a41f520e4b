#include <algorithm>

#include "check/check_list.hpp"
#include "euproj/base/format.hpp"
#include "euproj/calc/indicator_value.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

/// The values of several indicators added up; a part that has no value leaves none.
KnownSexes sum_of(const CountedDossier& of, const std::vector<std::size_t>& positions, Date day) {
  std::vector<KnownSexes> values;
  for (const std::size_t position : positions) {
    values.push_back(cumulative_value(of.dossier, of.counts.indicators, position, day));
  }
  KnownSexes sum;
  for (auto part : {&KnownSexes::total, &KnownSexes::women, &KnownSexes::men}) {
    Quantity total;
    bool is_known = true;
    for (const KnownSexes& value : values) {
      is_known = is_known && value.*part;
      if (is_known) total += *(value.*part);
    }
    if (is_known) sum.*part = total;
  }
  return sum;
}

bool is_broken(const Relation& relation, const std::optional<Quantity>& left,
               const std::optional<Quantity>& right) {
  if (!left || !right) return false;
  return relation.equal ? *left != *right : *left > *right;
}

/// "A + B = C".
std::string text_of(const Relation& relation, const Project& project) {
  const auto side = [&](const std::vector<std::size_t>& positions) {
    std::vector<std::string> ids;
    for (const std::size_t position : positions) ids.push_back(project.indicators.at(position).id);
    return list_of(ids, " + ");
  };
  return side(relation.left) + (relation.equal ? " = " : " ≤ ") + side(relation.right);
}

/// "3 (K 2, M 1)"; sexes where both sides know them.
std::string text_of(const KnownSexes& value, bool with_sexes) {
  std::string text = value.total->text();
  if (with_sexes) text += " (K " + value.women->text() + ", M " + value.men->text() + ")";
  return text;
}

}  // namespace

void check_relations(const CountedDossier& of, Diagnostics& diagnostics) {
  const Project& project = of.dossier.project;
  const Date day = of.asked.value_or(std::max(project.period.first, of.dossier.day.today));
  for (const Relation& relation : project.relations) {
    const KnownSexes left = sum_of(of, relation.left, day);
    const KnownSexes right = sum_of(of, relation.right, day);
    if (!left.total || !right.total) continue;
    if (!is_broken(relation, left.total, right.total) &&
        !is_broken(relation, left.women, right.women) &&
        !is_broken(relation, left.men, right.men)) {
      continue;
    }
    const bool with_sexes = left.women && right.women && left.men && right.men;
    diagnostics.report(Kind::relation_broken, relation.place,
                       {day.iso(), text_of(relation, project), text_of(left, with_sexes),
                        text_of(right, with_sexes)});
  }
}

void check_declared(const CountedDossier& of, Diagnostics& diagnostics) {
  const Dossier& dossier = of.dossier;
  const Logs& logs = dossier.logs;
  for (const Declared& each : compute_declared(dossier, of.counts.indicators, Date::never())) {
    const DeclaredRow& row = logs.declarations[each.row];
    const Claim& claim = dossier.project.claims.at(row.claim - 1);
    const Indicator& indicator = dossier.project.indicators[row.indicator];
    if (!dossier.day.knows(claim.period.last)) continue;
    const auto compare = [&](const std::optional<Quantity> KnownSexes::*value, Column column) {
      const std::optional<Quantity>& difference = each.difference.*value;
      if (!difference || difference->is_zero()) return;
      const auto shown = [&](const KnownSexes& known) {
        return value_text(indicator.count, *(known.*value));
      };
      diagnostics.report(
          Kind::declared_differs, logs.place(row.origin, column),
          {claim.id, indicator.id, std::string(column_info(column).name), shown(each.declared),
           shown(each.computed), shown(each.difference), claim.period.last.iso()});
    };
    compare(&KnownSexes::total, Column::declared_total);
    compare(&KnownSexes::women, Column::declared_women);
    compare(&KnownSexes::men, Column::declared_men);
  }
}

namespace {

void check_lump_sum(const CountedDossier& of, const SettlementRow& row, Diagnostics& diagnostics) {
  const auto& [dossier, counts, simplified, asked] = of;
  const Date declared = declaration_day(dossier.project, dossier.codes, row);
  const Date day = asked.value_or(std::max(dossier.day.today, declared));
  if (simplified.declared(row.lump_sum, day) != declared) return;  // or another row says it
  const LumpSum& sum = dossier.project.budget.on(day).lump_sums.at(row.lump_sum - 1);
  const Money eligible = simplified.of_lump_sum(row.lump_sum, day);
  for (const Requirement& required : sum.requirements) {
    const std::optional<Quantity> value = simplified.value(required, day);
    if (value && *value >= required.at_least) continue;
    const Indicator& indicator = dossier.project.indicators.at(required.indicator);
    diagnostics.report(Kind::lump_sum_not_reached,
                       dossier.logs.place(row.origin, Column::settlements_lump_sum),
                       {sum.id, declared.iso(), indicator.id,
                        value ? value_text(indicator.count, *value) : std::string("–"),
                        value_text(indicator.count, required.at_least), eligible.text()});
  }
}

}  // namespace

void check_lump_sums(const CountedDossier& of, Diagnostics& diagnostics) {
  for (const SettlementRow& row : of.dossier.logs.settlements) {
    check_lump_sum(of, row, diagnostics);
  }
}

void check_unit_costs(const CountedDossier& of, Diagnostics& diagnostics) {
  const Date day = of.asked.value_or(Date::never());
  const std::vector<UnitCost>& costs = of.dossier.project.budget.on(day).unit_costs;
  for (Code code = 1; code <= costs.size(); ++code) {
    const UnitCost& cost = costs[code - 1];
    if (!cost.exists()) continue;
    const Quantity unrated = of.simplified.of_unit_cost(code, day).unrated;
    if (unrated.is_zero()) continue;
    diagnostics.report(Kind::unit_without_rate, cost.rates.front().place,
                       {cost.id, unrated.text(), cost.rates.front().from.iso()});
  }
}

void check_money_with_forms(const CountedDossier& of, Diagnostics& diagnostics) {
  if (!of.simplified.any()) return;
  check_amounts_of_claims(of.dossier, &of.simplified, diagnostics);
  check_budget_use(of.dossier, &of.simplified, diagnostics);
  check_sealed_claims(of.dossier, &of.simplified, diagnostics);
}

}  // namespace euproj
