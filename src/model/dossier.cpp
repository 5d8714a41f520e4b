#include "euproj/model/dossier.hpp"

namespace euproj {

std::vector<Date> last_days_of_claims(const Dossier& dossier) {
  std::vector<Date> days(dossier.codes.claims.size() + 1);
  for (const Claim& claim : dossier.project.claims) {
    const Code code = dossier.codes.claims.find(claim.id);
    if (code != no_code) days[code] = claim.period.last;
  }
  return days;
}

Money limit_base(const Project& project, const Limit& limit, Date day) {
  Money base;
  switch (limit.of) {
    case Limit::Base::total: return project.financing.on(day).total;
    case Limit::Base::direct:
      for (const Task& task : project.budget.on(day).tasks) base += task.planned.value_or(Money());
      return base;
    case Limit::Base::eu: return project.financing.on(day).agreed_eu();
  }
  return base;
}

Money limit_max(const Project& project, const Limit& limit, Date day) {
  return share_of(limit_base(project, limit, day), limit.max, Rounding::down);
}

}  // namespace euproj
