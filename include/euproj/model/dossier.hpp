#pragma once
// Dossier: all that is known of one project: its definition, its logs, and who is in them.

#include "euproj/model/logs.hpp"
#include "euproj/model/people.hpp"
#include "euproj/model/project.hpp"

namespace euproj {

struct Dossier {
  Project project;
  Codes codes;
  Logs logs;
  People people;  // grouped once the logs are read
  LogFile definition;  // provenance of the definition itself
};

/// By code of the claim; unknown: the definition has no such claim.
[[nodiscard]] std::vector<Date> last_days_of_claims(const Dossier& dossier);
/// The day a document belongs to: the last day of its claim when it names one, else paid_date
/// (SPEC 4.7).
[[nodiscard]] inline Date accounting_day(const ExpenditureRow& row,
                                         const std::vector<Date>& claim_days) {
  const Date day = claim_days.at(row.claim);
  return day.known() ? day : row.paid;
}

/// What a limit is a part of, on `day`.
[[nodiscard]] Money limit_base(const Project& project, const Limit& limit, Date day);
/// What a limit allows: a part of the total, of the planned direct costs or of the agreed EU
/// amount, rounded down (SPEC 4.7, 4.11), by the versions in force on `day`.
[[nodiscard]] Money limit_max(const Project& project, const Limit& limit, Date day);

}  // namespace euproj
