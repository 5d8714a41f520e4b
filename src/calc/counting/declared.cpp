#include "euproj/calc/declared.hpp"

namespace euproj {
namespace {

std::optional<Quantity> less(const std::optional<Quantity>& value,
                             const std::optional<Quantity>& other) {
  if (!value || !other) return std::nullopt;
  return *value - *other;
}

}  // namespace

std::vector<Declared> compute_declared(const Dossier& dossier,
                                       const std::vector<IndicatorSeries>& indicators, Date day) {
  const Logs& logs = dossier.logs;
  std::vector<Declared> all;
  for (std::uint32_t at = 0; at < logs.declarations.size(); ++at) {
    const DeclaredRow& row = logs.declarations[at];
    const Period period = dossier.project.claims.at(row.claim - 1).period;
    if (period.last > day) continue;
    const LogFile* const file = logs.file_of(row.origin);
    const bool of_period = file != nullptr && dossier.project.data[file->entry].of_period;
    Declared one{at, {row.total, row.women, row.men}, {}, {}};
    one.computed = of_period ? value_in(dossier, indicators, row.indicator, period)
                             : cumulative_value(dossier, indicators, row.indicator, period.last);
    one.difference = {less(one.declared.total, one.computed.total),
                      less(one.declared.women, one.computed.women),
                      less(one.declared.men, one.computed.men)};
    all.push_back(one);
  }
  return all;
}

}  // namespace euproj
