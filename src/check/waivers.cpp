#include "euproj/check/waivers.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "check/check_list.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

bool is_warning(AnyKind kind) { return kind_info(kind).severity == Severity::warning; }
bool is_error(AnyKind kind) { return kind_info(kind).severity > Severity::warning; }

bool has_ended(const WaiverRow& waiver, Date day) { return waiver.until < day; }

/// A finding as a waiver names it; an empty subject is any.
using Named = std::pair<AnyKind, std::string_view>;

}  // namespace

std::vector<WaivedFinding> take_waived(const Logs& logs, Date day, Diagnostics& diagnostics) {
  std::map<Named, const WaiverRow*> held;
  for (const WaiverRow& waiver : logs.waivers) {
    const auto kind = kind_of_code(waiver.code);
    if (kind && is_warning(*kind) && !has_ended(waiver, day)) {
      held.try_emplace({*kind, waiver.subject}, &waiver);
    }
  }
  if (held.empty()) return {};
  const auto waiver_of = [&](const Diagnostic& finding) {
    auto found = held.find({finding.kind, finding.subject});
    if (found == held.end()) found = held.find({finding.kind, std::string_view()});
    return found == held.end() ? nullptr : found->second;
  };
  std::vector<WaivedFinding> waived;
  for (Diagnostic& finding :
       diagnostics.take([&](const Diagnostic& each) { return waiver_of(each) != nullptr; })) {
    const WaiverRow& waiver = *waiver_of(finding);
    waived.push_back({std::move(finding), waiver});
  }
  return waived;
}

void check_expired_waivers(const Logs& logs, Date day, Diagnostics& diagnostics) {
  for (const WaiverRow& waiver : logs.waivers) {
    if (!has_ended(waiver, day)) continue;
    diagnostics.report(Kind::waiver_expired, logs.place(waiver.origin, Column::waivers_until),
                       {waiver.code, waiver.until.iso(), day.iso()});
  }
}

void check_unused_waivers(const Logs& logs, Date day, const std::vector<WaivedFinding>& waived,
                          const Diagnostics& known, Diagnostics& diagnostics) {
  const std::vector<Diagnostic>& left = known.all();
  if (std::any_of(left.begin(), left.end(),
                  [](const Diagnostic& finding) { return is_error(finding.kind); })) {
    return;
  }
  std::set<Named> used;
  for (const WaivedFinding& each : waived) {
    used.insert({each.finding.kind, each.finding.subject});
    used.insert({each.finding.kind, std::string_view()});
  }
  for (const WaiverRow& waiver : logs.waivers) {
    const auto kind = kind_of_code(waiver.code);
    if (!kind || has_ended(waiver, day) || used.contains({*kind, waiver.subject})) continue;
    diagnostics.report(Kind::waiver_unused, logs.place(waiver.origin, Column::waivers_code),
                       {waiver.code});
  }
}

void check_waived_errors(const Dossier& dossier, Diagnostics& diagnostics) {
  for (const WaiverRow& waiver : dossier.logs.waivers) {
    const auto kind = kind_of_code(waiver.code);
    if (!kind || !is_error(*kind)) continue;
    diagnostics.report(Kind::waiver_of_error,
                       dossier.logs.place(waiver.origin, Column::waivers_code), {waiver.code});
  }
}

}  // namespace euproj
