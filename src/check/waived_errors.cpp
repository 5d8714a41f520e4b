#include "check/waived_errors.hpp"

#include "euproj/words/kinds.hpp"

namespace euproj {

void check_waived_errors(const Dossier& dossier, Diagnostics& diagnostics) {
  for (const WaiverRow& waiver : dossier.logs.waivers) {
    const auto kind = kind_of_code(waiver.code);
    if (!kind || kind_info(*kind).severity <= Severity::warning) continue;
    diagnostics.report(Kind::waiver_of_error,
                       dossier.logs.place(waiver.origin, Column::waivers_code), {waiver.code});
  }
}

}  // namespace euproj
