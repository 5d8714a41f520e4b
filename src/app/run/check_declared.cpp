#include "app/run/check_declared.hpp"

#include <string>

#include "euproj/calc/declared.hpp"
#include "euproj/report/figures.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {

void check_declared(const Dossier& dossier, std::size_t threads, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  if (logs.declarations.empty()) return;
  const PeopleCounts counts = compute_people_counts(dossier, dossier.project.period, threads);
  for (const Declared& each : compute_declared(dossier, counts.indicators, Date::never())) {
    const DeclaredRow& row = logs.declarations[each.row];
    const Claim& claim = dossier.project.claims.at(row.claim - 1);
    const Indicator& indicator = dossier.project.indicators[row.indicator];
    if (!dossier.day.knows(claim.period.last)) continue;
    const auto compare = [&](const std::optional<Quantity> KnownSexes::*value, Column column) {
      const std::optional<Quantity>& difference = each.difference.*value;
      if (!difference || difference->is_zero()) return;
      const auto shown = [&](const KnownSexes& of) {
        return value_text(indicator.count, *(of.*value));
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

}  // namespace euproj
