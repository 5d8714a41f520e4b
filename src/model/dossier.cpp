#include "euproj/model/dossier.hpp"

namespace euproj {

Date accounting_day(const Dossier& dossier, const ExpenditureRow& row) {
  if (row.claim != no_code) {
    const std::string_view id = dossier.codes.claims.text(row.claim);
    for (const Claim& claim : dossier.project.claims) {
      if (claim.id == id) return claim.period.last;
    }
  }
  return row.paid;
}

Money limit_max(const Project& project, const Limit& limit, Date day) {
  Money base;
  switch (limit.of) {
    case Limit::Base::total: base = project.financing.on(day).total; break;
    case Limit::Base::direct:
      for (const Task& task : project.budget.on(day).tasks) base += task.planned.value_or(Money());
      break;
    case Limit::Base::eu: base = project.financing.on(day).agreed_eu(); break;
  }
  return share_of(base, limit.max, Rounding::down);
}

}  // namespace euproj
