// SARIF 2.1.0: findings for editors and code hosts.
//
// The rules stand before the results, so the findings are passed twice: once for the kinds that
// occur.

#include <algorithm>
#include <map>
#include <optional>

#include "euproj/base/format.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/render/render_batch.hpp"
#include "euproj/words/diagnostics.hpp"
#include "render/json/report.hpp"

namespace euproj {
namespace {

/// The kinds that occur, each once, in the order of their first finding.
class SarifRules {
 public:
  explicit SarifRules(const std::vector<SarifInput>& inputs) {
    for (const SarifInput& input : inputs) {
      for (const Diagnostic& diagnostic : input.diagnostics.all()) add(diagnostic.kind);
      for (const SarifInput::Suppressed& each : input.suppressed) add(each.finding.kind);
    }
  }

  [[nodiscard]] const std::vector<AnyKind>& kinds() const { return kinds_; }
  [[nodiscard]] std::size_t index_of(AnyKind kind) const { return index_.at(kind); }

 private:
  void add(AnyKind kind) {
    if (index_.try_emplace(kind, kinds_.size()).second) kinds_.push_back(kind);
  }

  std::vector<AnyKind> kinds_;
  std::map<AnyKind, std::size_t> index_;
};

/// "key": {"text": ".."}
void write_message(JsonWriter& json, std::string_view key, std::string_view text) {
  json.object(key, [&] { json.field("text", text); });
}

void write_rule(JsonWriter& json, AnyKind kind, Language language) {
  const KindInfo& info = kind_info(kind);
  json.field("id", info.code);
  write_message(json, "shortDescription", pattern_text(info.message.in(language)));
  json.object("defaultConfiguration", [&] { json.field("level", severity_word(info.severity)); });
  if (!info.help.in(language).empty()) {
    write_message(json, "help", pattern_text(info.help.in(language)));
  }
}

/// A path as RFC 3986 wants it; all but what is unreserved is a percent sign and two digits.
std::string uri_of(const std::string& path) {
  constexpr std::string_view unreserved =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (unreserved.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      (uri += '%') += hexadecimal(c);
    }
  }
  return uri;
}

/// Code points before a byte column, and one: none when the line is not kept or not UTF-8.
std::optional<std::size_t> code_point_column(std::string_view line, std::uint32_t column) {
  if (line.empty() || column == 0 || column > line.size() + 1) return std::nullopt;
  const std::string_view before = line.substr(0, column - 1);
  if (first_bad_utf8(before) != std::string_view::npos) return std::nullopt;
  std::size_t points = 1;
  for (std::size_t at = 0; at < before.size(); ++points) {
    static_cast<void>(next_code_point(before, at));
  }
  return points;
}

void write_region(JsonWriter& json, const Place& place, const SourceSet& sources) {
  json.field("startLine", place.line);
  const std::string_view line = sources.line(place.file, place.line);
  const auto start = code_point_column(line, place.column);
  if (!start) return;
  json.field("startColumn", *start);
  const auto end = code_point_column(line, place.column + std::max(place.length, 1U));
  if (end) json.field("endColumn", *end);
}

void write_location(JsonWriter& json, const Place& place, const SourceSet& sources) {
  const InputFile& file = sources.file(place.file);
  json.object("physicalLocation", [&] {
    json.object("artifactLocation", [&] { json.field("uri", uri_of(file.opened)); });
    // A row of a spreadsheet is no line of a text; the message names the cell.
    if (place.line > 0 && file.sheet.empty()) {
      json.object("region", [&] { write_region(json, place, sources); });
    }
  });
}

void write_result(JsonWriter& json, const Diagnostic& diagnostic, const SourceSet& sources,
                  Language language, const SarifRules& rules) {
  std::string message = located_message(diagnostic, sources, language);
  const std::string help = diagnostic.help(language, &sources);
  if (!help.empty()) message += "; " + help;
  json.field("ruleId", kind_info(diagnostic.kind).code);
  json.field("ruleIndex", rules.index_of(diagnostic.kind));
  json.field("level", severity_word(diagnostic.severity));
  write_message(json, "message", message);
  if (diagnostic.place.file == no_file) return;
  json.array("locations",
             [&] { json.object([&] { write_location(json, diagnostic.place, sources); }); });
}

/// Code hosts do not show what is suppressed.
void write_suppression(JsonWriter& json, const std::string& reason) {
  json.array("suppressions", [&] {
    json.object([&] {
      json.field("kind", "external");
      json.field("status", "accepted");
      json.field("justification", reason);
    });
  });
}

void write_run(JsonWriter& json, const std::vector<SarifInput>& inputs, Language language,
               const std::string& version) {
  const SarifRules rules(inputs);
  json.object("tool", [&] {
    json.object("driver", [&] {
      json.field("name", "euproj");
      json.field("version", version);
      json.objects("rules", rules.kinds(), [&](AnyKind kind) { write_rule(json, kind, language); });
    });
  });
  json.field("columnKind", "unicodeCodePoints");
  json.array("results", inputs, [&](const SarifInput& input) {
    for (const Diagnostic& diagnostic : input.diagnostics.all()) {
      json.object([&] { write_result(json, diagnostic, input.sources, language, rules); });
    }
    for (const SarifInput::Suppressed& each : input.suppressed) {
      json.object([&] {
        write_result(json, each.finding, input.sources, language, rules);
        write_suppression(json, each.reason);
      });
    }
  });
}

}  // namespace

std::string render_sarif(const std::vector<SarifInput>& inputs, Language language,
                         const std::string& version) {
  return json_text(JsonLayout::indented, [&](JsonWriter& json) {
    json.object([&] {
      json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
      json.field("version", "2.1.0");
      json.array("runs", [&] { json.object([&] { write_run(json, inputs, language, version); }); });
    });
  });
}

}  // namespace euproj
