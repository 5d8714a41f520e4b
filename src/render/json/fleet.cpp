// What machines read about a run of several projects: the summary and the heartbeat.

#include <array>
#include <numeric>

#include "euproj/base/format.hpp"
#include "euproj/core/date.hpp"
#include "euproj/render/render_batch.hpp"
#include "render/json/report.hpp"

namespace euproj {
namespace {

constexpr std::array<const char*, 5> state_words = {  // by ProjectState
    "done", "incomplete", "bad_data", "wrong_usage", "failure"};

/// Of a project without a report the same keys are null.
void write_figures(JsonWriter& json, const std::optional<FleetFigures>& of) {
  if (!of) {
    for (const char* key : {"period", "currency", "total", "eligible", "used_percent",
                            "participants", "indicators"}) {
      json.null_field(key);
    }
    return;
  }
  const FleetFigures& figures = *of;
  json.object("period", [&] { write_period(json, figures.period); });
  json.field("currency", figures.currency);
  json.field("total", figures.total);
  if (figures.eligible) {
    json.object("eligible", [&] { write_period_and_cumulative(json, *figures.eligible); });
  } else {
    json.null_field("eligible");
  }
  json.field("used_percent", figures.used);
  json.object("participants", [&] {
    json.field("total", figures.participants.total);
    json.field("women", figures.participants.women);
    json.field("men", figures.participants.men);
  });
  json.objects("indicators", figures.indicators,
               [&](const IndicatorFigures& indicator) { write_indicator(json, indicator); });
}

/// Hidden findings are null: they may count persons.
void write_findings(JsonWriter& json, const FleetProject& project, bool are_hidden) {
  if (are_hidden) {
    for (const char* key : {"errors", "warnings", "findings"}) json.null_field(key);
    return;
  }
  json.field("errors", project.errors);
  json.field("warnings", project.warnings);
  json.objects("findings", project.findings, [&](const FleetFindings& found) {
    json.field("code", found.first.code);
    json.field("severity", severity_word(found.first.severity));
    json.field("count", found.count);
    json.object("first", [&] { write_finding(json, found.first); });
  });
}

/// 2026-11-26T01:00:00Z
std::string utc_text(std::int64_t seconds) {
  constexpr std::int64_t day = 86'400;
  const std::int64_t in_day = seconds % day;
  return Date::from_serial(static_cast<std::int32_t>(seconds / day)).iso() + "T" +
         two_digits(in_day / 3600) + ":" + two_digits(in_day / 60 % 60) + ":" +
         two_digits(in_day % 60) + "Z";
}

}  // namespace

std::string render_fleet_json(const Fleet& fleet) {
  return json_text(JsonLayout::indented, [&](JsonWriter& json) {
    json.object([&] {
      json.field("format", "euproj-fleet/1");
      json.field("period", fleet.period);
      if (!fleet.label.empty()) json.field("label", fleet.label);
      json.objects("projects", fleet.projects, [&](const FleetProject& project) {
        json.field("path", project.path);
        json.field("state", state_words.at(static_cast<std::size_t>(project.state)));
        json.text_or_null("id", project.id);
        json.text_or_null("title", project.title.polish);
        write_figures(json, project.figures);
        write_findings(json, project, fleet.small_cells.has_value());
        json.values("stale", project.stale);
      });
    });
  });
}

std::string render_heartbeat_json(const HeartbeatFigures& beat) {
  return json_text(JsonLayout::indented, [&](JsonWriter& json) {
    json.object([&] {
      json.field("format", "euproj-heartbeat/1");
      json.field("version", beat.version);
      json.field("command", beat.command);
      json.field("started", utc_text(beat.started));
      json.field("finished", utc_text(beat.finished));
      json.field("seconds", beat.finished - beat.started);
      json.field("status", beat.status);
      json.object("projects", [&] {
        json.field("all",
                   std::accumulate(beat.projects.begin(), beat.projects.end(), std::size_t{0}));
        for (std::size_t state = 0; state < beat.projects.size(); ++state) {
          json.field(state_words.at(state), beat.projects.at(state));
        }
      });
      json.field("errors", beat.errors);
      json.field("warnings", beat.warnings);
    });
  });
}

}  // namespace euproj
