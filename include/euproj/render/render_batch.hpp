#pragma once
// What machines read about a run of several projects: the summary, the heartbeat, SARIF.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "euproj/report/fleet.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// {"format": "euproj-fleet/1", "period": "2022-05", "projects": [{"path": "", "state": "done|
/// incomplete|bad_data|wrong_usage|failure", "id": "", "title": "", "period": {..}, "currency": "",
/// "total": "", "period_eligible": .., "indicators": [..], "errors": 0, "warnings": 0, "findings":
/// [{"code": "", "severity": "", "count": 0, "first": {a finding}}]}]}. Without a report its
/// figures are null, with --small-cells its findings.
[[nodiscard]] std::string render_fleet_json(const Fleet& fleet);

struct HeartbeatFigures {
  std::string version;
  std::string command;
  std::int64_t started = 0;  // seconds since 1970
  std::int64_t finished = 0;
  int status = 0;
  std::array<std::size_t, 5> projects{};  // by ProjectState
  std::size_t errors = 0;
  std::size_t warnings = 0;
};

/// {"format": "euproj-heartbeat/1", "version": "", "command": "report", "started":
/// "2026-11-26T01:00:00Z", "finished": .., "seconds": 0, "status": 0, "projects": {"all": 0,
/// "done": 0, ..}, "errors": 0, "warnings": 0}
[[nodiscard]] std::string render_heartbeat_json(const HeartbeatFigures& beat);

/// One project's findings, with the files they point into.
struct SarifInput {
  const Diagnostics& diagnostics;
  const SourceSet& sources;
  /// Findings that are accepted, with the reason.
  struct Suppressed {
    const Diagnostic& finding;
    const std::string& reason;
  };
  std::vector<Suppressed> suppressed = {};
};

/// SARIF 2.1.0: one run, a rule for each code that occurs. Lines always; columns where the text is
/// known, so in definitions, not in logs.
[[nodiscard]] std::string render_sarif(const std::vector<SarifInput>& inputs, Language language,
                                       const std::string& version);

}  // namespace euproj
