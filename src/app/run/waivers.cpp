#include "app/run/waivers.hpp"

#include <iterator>
#include <utility>

namespace euproj {

void take_waived(Loaded& loaded, Date day) {
  std::vector<WaivedFinding> taken = take_waived(loaded.dossier.logs, day, loaded.diagnostics);
  loaded.waived.insert(loaded.waived.end(), std::move_iterator(taken.begin()),
                       std::move_iterator(taken.end()));
}

void finish_waivers(Loaded& loaded, Date day, const Files& files) {
  const Logs& logs = loaded.dossier.logs;
  if (logs.waivers.empty()) return;
  take_waived(loaded, day);
  Diagnostics found(loaded.diagnostics.warnings());
  check_expired_waivers(logs, day, found);
  check_unused_waivers(logs, day, loaded.waived, loaded.diagnostics, found);
  add_findings(std::move(found), files, loaded);
}

Date waiver_day(const Loaded& loaded) {
  const FindingsDay& day = loaded.dossier.day;
  return day.asked.value_or(day.today);
}

}  // namespace euproj
