// The JSON of SPEC 5: keys in the order printed there, money and percentages as text with two
// decimals, counts as integers, values that may have a fraction as decimal text, null where a
// value does not apply. The only file that knows nlohmann::json, and long for that: a function an
// object, in the order of the output.

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "euproj/base/utf8.hpp"
#include "euproj/render/render.hpp"
#include "euproj/render/render_answers.hpp"
#include "euproj/render/render_batch.hpp"
#include "euproj/render/render_diagnostics.hpp"
#include "euproj/words/located_message.hpp"

namespace euproj {
namespace {

using Json = nlohmann::ordered_json;

/// Names come from the user's files: what is not UTF-8 in them becomes U+FFFD instead of throwing.
std::string dumped(const Json& json, JsonLayout layout) {
  const int indent = layout == JsonLayout::indented ? 2 : -1;
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

template <typename Exact>  // Money or Percent
Json optional_text(const std::optional<Exact>& value) {
  return value ? Json(value->text()) : Json();
}

template <typename Whole>
Json optional_count(const std::optional<Whole>& count) {
  return count ? Json(*count) : Json();
}

Json number(Count count, const std::optional<Quantity>& value) {
  if (!value) return {};
  if (is_whole(count) && value->is_whole()) return value->whole_part();
  return value_text(count, *value);
}

Json total_women_men(Json total, Json women, Json men) {
  return {{"total", std::move(total)}, {"women", std::move(women)}, {"men", std::move(men)}};
}

/// As the definition spells it (SPEC 2).
const char* kind_word(SourceKind kind) {
  switch (kind) {
    case SourceKind::eu:
      return "eu";
    case SourceKind::state:
      return "state";
    case SourceKind::own:
      return "own";
    case SourceKind::private_funds:
      return "private";
    case SourceKind::other:
      return "other";
  }
  return "other";
}

Json period_and_cumulative(const MoneyFigures& money) {
  return {{"period", money.period.text()}, {"cumulative", money.cumulative.text()}};
}

Json financing(const Figures& figures) {
  Json sources = Json::array();
  for (const SourceFigures& source : figures.sources) {
    sources.push_back({{"id", source.id},
                       {"kind", kind_word(source.kind)},
                       {"agreed", source.agreed.text()},
                       {"period", source.period.text()},
                       {"cumulative", source.cumulative.text()},
                       {"remaining", source.remaining.text()},
                       {"used_percent", optional_text(source.used)}});
  }
  return {{"currency", figures.currency},
          {"total", figures.total.text()},
          {"sources", std::move(sources)}};
}

Json claims_json(const Figures& figures) {
  static constexpr const char* statuses[] = {"draft", "submitted", "approved", "paid"};
  Json claims = Json::array();
  for (const ClaimFigures& claim : figures.claims) {
    Json sources = Json::object();
    for (std::size_t i = 0; i < claim.shares.size(); ++i) {
      sources[figures.sources[i].id] = claim.shares[i].text();
    }
    claims.push_back({{"id", claim.id},
                      {"from", claim.period.first.iso()},
                      {"to", claim.period.last.iso()},
                      {"status", statuses[static_cast<std::size_t>(claim.status)]},
                      {"eligible", claim.eligible.text()},
                      {"sources", std::move(sources)}});
  }
  return claims;
}

Json settlement_json(const Settlement& settlement) {
  return {{"received", settlement.received.text()},
          {"returned", settlement.returned.text()},
          {"settled", settlement.settled.text()},
          {"settled_to", settlement.settled_to ? Json(settlement.settled_to->iso()) : Json()},
          {"settled_percent", optional_text(settlement.percent)},
          {"open", settlement.open.text()},
          {"missing", optional_text(settlement.missing)}};
}

/// What SPEC 5 does not name stands only where the definition or the log asks for it.
void add_agreement(const Figures& figures, Json& json) {
  const auto list = [&](const char* key, const auto& all, const auto& each) {
    if (all.empty()) return;
    Json made = Json::array();
    for (const auto& one : all) made.push_back(each(one));
    json[key] = std::move(made);
  };
  if (!figures.claims.empty()) json["claims"] = claims_json(figures);
  if (figures.settlement) json["advances"] = settlement_json(*figures.settlement);
  list("shifts", figures.shifts, [](const ShiftFigures& shift) -> Json {
    return {{"task", shift.task},
            {"planned", shift.planned.text()},
            {"over", shift.over.text()},
            {"allowed", shift.allowed.text()}};
  });
  list("partners", figures.partners, [&](const PartnerFigures& partner) -> Json {
    Json sources = Json::object();
    for (std::size_t i = 0; i < partner.shares.size(); ++i) {
      sources[figures.sources[i].id] = partner.shares[i].text();
    }
    return {{"id", partner.id},
            {"leads", partner.leads},
            {"planned", optional_text(partner.planned)},
            {"period", partner.period.text()},
            {"cumulative", partner.cumulative.text()},
            {"remaining", optional_text(partner.remaining)},
            {"sources", std::move(sources)}};
  });
  list("documented", figures.documented, [](const DocumentedFigures& source) -> Json {
    return {{"source", source.source},
            {"in_kind", source.in_kind},
            {"share", source.share.text()},
            {"documented", source.documented.text()}};
  });
  list("corrections", figures.corrections, [](const CorrectionFigures& correction) -> Json {
    return {{"document", correction.document},
            {"corrects", correction.corrects},
            {"date", correction.day.iso()},
            {"task", correction.task},
            {"amount", correction.amount.text()}};
  });
  list("versions", figures.versions, [](const VersionFigures& version) -> Json {
    return {{"of", version.of_financing ? "financing" : "budget"},
            {"number", version.number},
            {"count", version.count},
            {"valid_from", version.valid_from ? Json(version.valid_from->iso()) : Json()}};
  });
}

Json claim_money(const MoneyFigures& money) {
  return {{"before", money.before().text()},
          {"claim", money.period.text()},
          {"cumulative", money.cumulative.text()}};
}

/// With null for its documents, which may be a million: they are written piece by piece.
Json claim_json(const Figures& figures) {
  const ClaimReportFigures& claim = *figures.claim;
  static constexpr const char* statuses[] = {"draft", "submitted", "approved", "paid"};
  Json sources = Json::array();
  for (const SourceFigures& source : figures.sources) {
    Json json = {{"id", source.id}, {"agreed", source.agreed.text()}};
    json.update(claim_money({source.period, source.cumulative}));
    json["remaining"] = source.remaining.text();
    sources.push_back(std::move(json));
  }
  Json lines = Json::array();
  for (const ClaimLineFigures& line : claim.lines) {
    Json json = {{"task", line.task}, {"category", text_or_null(line.category)}};
    json.update(claim_money(line.direct));
    lines.push_back(std::move(json));
  }
  return {{"id", claim.id},
          {"status", statuses[static_cast<std::size_t>(claim.status)]},
          {"direct", claim_money(figures.direct)},
          {"indirect", claim_money(figures.indirect)},
          {"eligible", claim_money(figures.eligible)},
          {"sources", std::move(sources)},
          {"lines", std::move(lines)},
          {"documents", claim.documents.empty() ? Json::array() : Json::array({nullptr})}};
}

Json exposure_json(const Figures& figures) {
  Json all = Json::array();
  for (const ExposureFigures& exposure : figures.exposure) {
    all.push_back({{"indicator", exposure.indicator},
                   {"missing", exposure.missing.text()},
                   {"achieved_percent", optional_text(exposure.achieved)},
                   {"tasks", exposure.tasks},
                   {"direct", exposure.direct.text()},
                   {"indirect", exposure.indirect.text()}});
  }
  return all;
}

Json expenditure(const Figures& figures) {
  Json tasks = Json::array();
  for (const TaskFigures& task : figures.tasks) {
    tasks.push_back({{"id", task.id},
                     {"planned", optional_text(task.planned)},
                     {"period", task.period.text()},
                     {"cumulative", task.cumulative.text()},
                     {"remaining", optional_text(task.remaining)}});
  }
  Json categories = Json::array();
  for (const CategoryFigures& category : figures.categories) {
    categories.push_back({{"id", category.id},
                          {"period", category.period.text()},
                          {"cumulative", category.cumulative.text()}});
  }
  Json limits = Json::array();
  for (const LimitFigures& limit : figures.limits) {
    limits.push_back({{"id", limit.id},
                      {"used", limit.used.text()},
                      {"max", limit.max.text()},
                      {"exceeded", limit.exceeded}});
  }
  Json json = {{"direct", period_and_cumulative(figures.direct)},
          {"indirect", period_and_cumulative(figures.indirect)},
          {"eligible", period_and_cumulative(figures.eligible)},
          {"tasks", std::move(tasks)},
          {"categories", std::move(categories)},
          {"limits", std::move(limits)}};
  add_agreement(figures, json);
  return json;
}

Json indicator_json(const IndicatorFigures& indicator) {
  const auto value = [&](const std::optional<Quantity>& total, const std::optional<Quantity>& women,
                         const std::optional<Quantity>& men) {
    return total_women_men(number(indicator.count, total), number(indicator.count, women),
                           number(indicator.count, men));
  };
  const Target& target = indicator.target;
  const Value& period = indicator.period;
  const Value& cumulative = indicator.cumulative;
  return {{"id", indicator.id},
          {"code", text_or_null(indicator.code)},
          {"kind", indicator.kind == Indicator::Kind::output ? "output" : "result"},
          {"unit", indicator.unit},
          {"baseline", number(indicator.count, indicator.baseline)},
          {"target", value(target.total, target.women, target.men)},
          {"period", value(period.total, period.women, period.men)},
          {"cumulative", value(cumulative.total, cumulative.women, cumulative.men)},
          {"achieved_percent", total_women_men(optional_text(indicator.achieved),
                                               optional_text(indicator.achieved_women),
                                               optional_text(indicator.achieved_men))}};
}

const char* severity_word(Severity severity) {
  return severity == Severity::warning ? "warning" : "error";
}

Json finding_json(const Finding& finding) {
  return {{"code", finding.code},
          {"severity", severity_word(finding.severity)},
          {"file", finding.file},
          {"line", finding.line},
          {"column", finding.column},
          {"message", finding.message}};
}

Json explained_row_json(const ExplainedRow& row) {
  Json json = {{"key", row.key}};
  if (!row.pesel.empty()) json["pesel"] = row.pesel;
  json["counted"] = row.counted;
  json["since"] = text_or_null(row.since.iso());
  json["reason"] = row.reason;
  json["at"] = row.at;
  return json;
}

Json explained_json(const ExplainedIndicator& indicator) {
  Json rows = Json::array();
  for (const ExplainedRow& row : indicator.rows) rows.push_back(explained_row_json(row));
  Json json = {{"indicator", indicator.id}, {"value", number(indicator.count, indicator.value)}};
  const auto part = [](const RatioPart& of) -> Json {
    return {{"indicator", of.id}, {"value", number(of.count, of.value)}};
  };
  if (indicator.numerator) json["numerator"] = part(*indicator.numerator);
  if (indicator.denominator) json["denominator"] = part(*indicator.denominator);
  json["rows"] = std::move(rows);
  return json;
}

Json story_row_json(const StoryRow& row) {
  Json json = Json::object();
  for (const auto& [column, value] : row.cells) json[column] = text_or_null(value);
  json["at"] = row.at;
  return json;
}

Json story_json(const PersonStory& story) {
  const auto rows = [](const std::vector<StoryRow>& all) {
    Json json = Json::array();
    for (const StoryRow& row : all) json.push_back(story_row_json(row));
    return json;
  };
  Json indicators = Json::array();
  for (const auto& [id, row] : story.indicators) {
    Json entry = {{"indicator", id}};
    entry.update(explained_row_json(row));
    entry.erase("pesel");  // the story has it once
    indicators.push_back(std::move(entry));
  }
  Json json = {{"key", story.key}};
  if (!story.pesel.empty()) json["pesel"] = story.pesel;
  json["person_ids"] = story.ids;
  json["start"] = text_or_null(story.start.iso());
  json["age"] = story.age ? Json(*story.age) : Json();
  json["attributes"] = story_row_json(story.attributes);
  json["hidden"] = story.hidden;
  json["participations"] = rows(story.participations);
  json["support"] = rows(story.support);
  json["outcomes"] = rows(story.outcomes);
  json["indicators"] = std::move(indicators);
  return json;
}

Json provenance(const Figures& figures) {
  Json inputs = Json::array();
  for (const InputFigures& input : figures.inputs) {
    inputs.push_back({{"path", input.path},
                      {"sha256", input.sha256},
                      {"bytes", optional_count(input.bytes)},
                      {"rows", optional_count(input.rows)}});
  }
  Json json = {{"version", figures.version}};
  if (figures.small_cells) json["small_cells"] = *figures.small_cells;
  json["inputs"] = std::move(inputs);
  return json;
}

constexpr std::array<const char*, 5> state_words = {  // by ProjectState
    "done", "incomplete", "bad_data", "wrong_usage", "failure"};

Json fleet_project_json(const FleetProject& project, bool findings_hidden) {
  Json json = {{"path", project.path},
               {"state", state_words.at(static_cast<std::size_t>(project.state))},
               {"id", text_or_null(project.id)},
               {"title", text_or_null(project.title.polish)}};
  for (const char* key : {"period", "currency", "total", "eligible", "used_percent",
                          "participants", "indicators"}) {
    json[key] = nullptr;
  }
  if (project.figures) {
    const FleetFigures& figures = *project.figures;
    const PeopleFigures& people = figures.participants;
    json["period"] = {{"from", figures.period.first.iso()}, {"to", figures.period.last.iso()}};
    json["currency"] = figures.currency;
    json["total"] = figures.total.text();
    json["eligible"] = period_and_cumulative(figures.eligible);
    json["used_percent"] = optional_text(figures.used);
    json["participants"] = total_women_men(optional_count(people.total),
                                           optional_count(people.women),
                                           optional_count(people.men));
    json["indicators"] = Json::array();
    for (const IndicatorFigures& indicator : figures.indicators) {
      json["indicators"].push_back(indicator_json(indicator));
    }
  }
  json["errors"] = findings_hidden ? Json() : Json(project.errors);
  json["warnings"] = findings_hidden ? Json() : Json(project.warnings);
  Json findings = Json::array();
  for (const FleetFindings& found : project.findings) {
    findings.push_back({{"code", found.first.code},
                        {"severity", severity_word(found.first.severity)},
                        {"count", found.count},
                        {"first", finding_json(found.first)}});
  }
  json["findings"] = findings_hidden ? Json() : std::move(findings);
  return json;
}

/// 2026-11-26T01:00:00Z
std::string utc_text(std::int64_t seconds) {
  constexpr std::int64_t day = 86'400;
  const auto two = [](std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  const std::int64_t in_day = seconds % day;
  return Date::from_serial(static_cast<std::int32_t>(seconds / day)).iso() + "T" +
         two(in_day / 3600) + ":" + two(in_day / 60 % 60) + ":" + two(in_day % 60) + "Z";
}

/// The kinds that occur, each once, in the order of their first finding.
class SarifRules {
 public:
  explicit SarifRules(Language language) : language_(language) {}

  std::size_t index_of(Kind kind) {
    const auto [known, is_new] = known_.try_emplace(kind, known_.size());
    if (is_new) {
      const KindInfo& info = kind_info(kind);
      Json rule = {{"id", info.code},
                   {"shortDescription", {{"text", info.message.in(language_)}}},
                   {"defaultConfiguration", {{"level", severity_word(info.severity)}}}};
      if (!info.help.in(language_).empty()) rule["help"] = {{"text", info.help.in(language_)}};
      rules_.push_back(std::move(rule));
    }
    return known->second;
  }
  Json take() { return std::move(rules_); }

 private:
  Language language_;
  std::map<Kind, std::size_t> known_;
  Json rules_ = Json::array();
};

/// A path as RFC 3986 wants it; all but what is plain is a percent sign and two digits.
std::string uri_of(const std::string& path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (plain.find(c) != std::string_view::npos) uri += c;
    else ((uri += '%') += digits[byte >> 4U]) += digits[byte & 15U];
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

Json sarif_region(const Place& place, const SourceSet& sources) {
  Json region = {{"startLine", place.line}};
  const std::string_view line = sources.line(place.file, place.line);
  const auto start = code_point_column(line, place.column);
  if (!start) return region;
  region["startColumn"] = *start;
  const auto end = code_point_column(line, place.column + std::max(place.length, 1U));
  if (end) region["endColumn"] = *end;
  return region;
}

Json sarif_result(const Diagnostic& diagnostic, const SourceSet& sources, Language language,
                  SarifRules& rules) {
  std::string message = located_message(diagnostic, sources, language);
  const std::string help = diagnostic.help(language);
  if (!help.empty()) message += "; " + help;
  Json result = {{"ruleId", kind_info(diagnostic.kind).code},
                 {"ruleIndex", rules.index_of(diagnostic.kind)},
                 {"level", severity_word(diagnostic.severity)},
                 {"message", {{"text", message}}}};
  const Place& place = diagnostic.place;
  if (place.file == no_file) return result;
  const InputFile& file = sources.file(place.file);
  Json location = {{"artifactLocation", {{"uri", uri_of(file.opened)}}}};
  // A row of a spreadsheet is no line of a text; the message names the cell.
  if (place.line > 0 && file.sheet.empty()) location["region"] = sarif_region(place, sources);
  result["locations"] = Json::array({{{"physicalLocation", std::move(location)}}});
  return result;
}

}  // namespace

/// Where the null of claim_json stands. In a text the quotes of a key would have been escaped.
std::size_t place_of_documents(std::string_view report) {
  const std::size_t key = report.find("\"documents\":");
  return key == std::string_view::npos ? key : report.find("null", key);
}

/// A document of a claim, as nlohmann would have laid it out. It is written by hand: of a million
/// documents objects are made and unmade for longer than their log takes to read.
class DocumentWriter {
 public:
  /// `indent`: a line break and the blanks before a document; empty in one line.
  DocumentWriter(std::string_view indent, std::string& out)
      : indent_(indent), colon_(indent.empty() ? "\":" : "\": "), out_(out) {}

  void write(const ClaimDocumentFigures& document) {
    is_first_ = true;
    out_ += '{';
    text("document", document.document);
    optional("book", document.book);
    optional("issuer", document.issuer);
    optional("issued", document.issued.iso());
    optional("paid", document.paid.iso());
    text("task", document.task);
    optional("category", document.category);
    amount("gross", document.gross);
    amount("net", document.net);
    amount("vat", document.vat);
    text("eligible", document.eligible.text());
    amount("grant", document.grant);
    optional("corrects", document.corrects);
    text("at", document.at());
    out_ += indent_;
    out_ += '}';
  }

 private:
  void key(std::string_view name) {
    if (!is_first_) out_ += ',';
    is_first_ = false;
    if (!indent_.empty()) (out_ += indent_) += "  ";
    ((out_ += '"') += name) += colon_;
  }
  void text(std::string_view name, std::string_view value) {
    key(name);
    const bool is_plain = std::all_of(value.begin(), value.end(), [](char c) {
      return c >= ' ' && c < '\x7f' && c != '"' && c != '\\';
    });
    if (is_plain) {
      ((out_ += '"') += value) += '"';
    } else {
      out_ += Json(value).dump(-1, ' ', false, Json::error_handler_t::replace);
    }
  }
  void optional(std::string_view name, std::string_view value) {
    if (!value.empty()) return text(name, value);
    key(name);
    out_ += "null";
  }
  void amount(std::string_view name, const std::optional<Money>& value) {
    optional(name, value ? value->text() : std::string());
  }

  std::string_view indent_;
  std::string_view colon_;
  std::string& out_;
  bool is_first_ = true;
};

/// `before`: the report up to them; its last line tells how far they are indented.
void write_documents(const MadeList<ClaimDocumentFigures>& documents, JsonLayout layout,
                     std::string_view before, const Sink& sink) {
  const std::string_view indent =
      layout == JsonLayout::indented ? before.substr(before.rfind('\n')) : std::string_view();
  std::string items;
  DocumentWriter writer(indent, items);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (i > 0) (items += ',') += indent;
    writer.write(documents[i]);
    if (items.size() < std::size_t{1} << 16) continue;
    sink(items);
    items.clear();
  }
  sink(items);
}

std::string render_json(const Figures& figures, JsonLayout layout) {
  std::string whole;
  render_json(figures, layout, [&whole](std::string_view piece) { whole += piece; });
  return whole;
}

void render_json(const Figures& figures, JsonLayout layout, const Sink& sink) {
  Json indicators = Json::array();
  for (const IndicatorFigures& indicator : figures.indicators) {
    indicators.push_back(indicator_json(indicator));
  }
  Json findings = Json::array();
  for (const Finding& finding : figures.findings) findings.push_back(finding_json(finding));
  const PeopleFigures& people = figures.participants;

  Json report = {
      {"format", "euproj-report/1"},
      {"project",
       {{"id", figures.project_id}, {"number", figures.number}, {"title", figures.title.polish}}},
      {"period", {{"from", figures.period.first.iso()}, {"to", figures.period.last.iso()}}},
      {"complete", figures.complete},
      {"financing", financing(figures)},
      {"expenditure", expenditure(figures)},
      {"indicators", std::move(indicators)},
      {"participants",
       {{"total", optional_count(people.total)},
        {"women", optional_count(people.women)},
        {"men", optional_count(people.men)},
        {"active", optional_count(people.active)},
        {"exited", optional_count(people.exited)}}},
      // Not an empty list: that would say that there are none.
      {"findings", figures.small_cells ? Json() : std::move(findings)},
      {"provenance", provenance(figures)}};
  if (figures.claim) report["claim"] = claim_json(figures);
  if (!figures.exposure.empty()) report["exposure"] = exposure_json(figures);
  const std::string text = dumped(report, layout);
  if (!figures.claim || figures.claim->documents.empty()) {
    sink(text);
    return;
  }
  const std::string_view whole = text;
  const std::size_t at = place_of_documents(whole);
  sink(whole.substr(0, at));
  write_documents(figures.claim->documents, layout, whole.substr(0, at), sink);
  sink(whole.substr(at + std::string_view("null").size()));
}

std::string render_findings_json_lines(const std::vector<Finding>& findings,
                                       const std::string& project) {
  std::string lines;
  for (const Finding& finding : findings) {
    Json line = finding_json(finding);
    if (!project.empty()) line["project"] = project;
    lines += dumped(line, JsonLayout::one_line);
  }
  return lines;
}

std::string render_fleet_json(const Fleet& fleet) {
  Json projects = Json::array();
  for (const FleetProject& project : fleet.projects) {
    projects.push_back(fleet_project_json(project, fleet.small_cells.has_value()));
  }
  return dumped({{"format", "euproj-fleet/1"},
                 {"period", fleet.period},
                 {"projects", std::move(projects)}},
                JsonLayout::indented);
}

std::string render_heartbeat_json(const HeartbeatFigures& beat) {
  Json projects = {{"all", std::accumulate(beat.projects.begin(), beat.projects.end(),
                                           std::size_t{0})}};
  for (std::size_t state = 0; state < beat.projects.size(); ++state) {
    projects[state_words.at(state)] = beat.projects.at(state);
  }
  return dumped({{"format", "euproj-heartbeat/1"},
                 {"version", beat.version},
                 {"command", beat.command},
                 {"started", utc_text(beat.started)},
                 {"finished", utc_text(beat.finished)},
                 {"seconds", beat.finished - beat.started},
                 {"status", beat.status},
                 {"projects", std::move(projects)},
                 {"errors", beat.errors},
                 {"warnings", beat.warnings}},
                JsonLayout::indented);
}

std::string render_sarif(const std::vector<SarifInput>& inputs, Language language,
                         const std::string& version) {
  SarifRules rules(language);
  Json results = Json::array();
  for (const SarifInput& input : inputs) {
    for (const Diagnostic& diagnostic : input.diagnostics.all()) {
      results.push_back(sarif_result(diagnostic, input.sources, language, rules));
    }
  }
  Json driver = {{"name", "euproj"}, {"version", version}, {"rules", rules.take()}};
  Json run = {{"tool", {{"driver", std::move(driver)}}},
              {"columnKind", "unicodeCodePoints"},
              {"results", std::move(results)}};
  return dumped({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                 {"version", "2.1.0"},
                 {"runs", Json::array({std::move(run)})}},
                JsonLayout::indented);
}

std::string render_explained_json(const Explained& explained) {
  Json document = Json::object();
  if (explained.indicator) document = explained_json(*explained.indicator);
  if (explained.person) document["person"] = story_json(*explained.person);
  if (!explained.complete) document["complete"] = false;
  return dumped(document, JsonLayout::indented);
}

std::string render_split_json(const std::vector<SplitAnswer>& answers) {
  Json splits = Json::array();
  for (const SplitAnswer& answer : answers) {
    Json sources = Json::object();
    for (const auto& [id, amount] : answer.sources) sources[id] = amount.text();
    splits.push_back({{"amount", answer.amount.text()}, {"sources", std::move(sources)}});
  }
  Json document = Json::object();
  document["splits"] = std::move(splits);
  return dumped(document, JsonLayout::indented);
}

std::string render_inferred_split_json(const InferAnswer& answer) {
  const auto percent = [](Rate rate) { return rate.percent_text() + "%"; };
  Json parts = Json::array();
  for (std::size_t i = 0; i < answer.names.size(); ++i) {
    const InferredPart& part = answer.split.parts[i];
    Json json = {{"name", answer.names[i]}, {"amount", part.amount.text()}};
    json["rate"] = part.found ? Json(percent(part.found->rate)) : Json();
    json["roundings"] = Json::array();
    json["other_rates"] = part.found ? part.found->others : 0;
    json["nearest"] = Json();
    if (part.found) {
      for (const Rounding rounding : part.found->roundings) {
        json["roundings"].push_back(rounding_word(rounding));
      }
    } else {
      json["nearest"] = {{"rate", percent(part.nearest.rate)},
                         {"gives", part.nearest.gives.text()},
                         {"away", part.nearest.away.text()}};
    }
    parts.push_back(std::move(json));
  }
  Json remainders = Json::array();
  for (const std::size_t remainder : answer.split.remainders) {
    remainders.push_back(remainder < answer.names.size() ? Json(answer.names[remainder]) : Json());
  }
  return dumped({{"total", answer.total.text()},
                 {"explained", !answer.split.remainders.empty()},
                 {"parts", std::move(parts)},
                 {"rest", answer.split.rest.text()},
                 {"remainders", std::move(remainders)}},
                JsonLayout::indented);
}

std::string render_inferred_list_json(const InferredList& inferred, std::size_t amounts) {
  Json rates = Json::array();
  for (const RateTally& tally : inferred.rates) {
    rates.push_back({{"rate", tally.rate.percent_text() + "%"},
                     {"met", tally.met},
                     {"down", tally.down},
                     {"half_up", tally.half_up},
                     {"half_even", tally.half_even},
                     {"up", tally.up},
                     {"down_and_half_up", tally.down_and_half_up},
                     {"neither", tally.neither}});
  }
  return dumped({{"amounts", amounts},
                 {"of_other_rate", inferred.of_other_rate},
                 {"rates", std::move(rates)}},
                JsonLayout::indented);
}

std::string render_finding_kind_json(const KindInfo& info, const std::string& page) {
  const auto both = [](const Bilingual& text) -> Json {
    return {{"pl", text.polish}, {"en", text.english}};
  };
  return dumped({{"code", info.code},
                 {"severity", info.severity == Severity::warning ? "warning" : "error"},
                 {"message", both(info.message)},
                 {"help", both(info.help)},
                 {"page", page}},
                JsonLayout::indented);
}

std::string render_difference_json(const DifferenceAnswer& answer) {
  Json changes = Json::array();
  for (const DefinitionChange& change : answer.changes) {
    const auto side = [](const std::optional<std::string>& value) {
      return value ? Json(*value) : Json();
    };
    const char* const kind = !change.before ? "added" : !change.after ? "removed" : "changed";
    changes.push_back({{"path", change.path},
                       {"kind", kind},
                       {"old", side(change.before)},
                       {"new", side(change.after)},
                       {"change", optional_text(change.change)}});
  }
  const auto move = [](const MoneyMove& moved) -> Json {
    return {{"old", moved.before.text()},
            {"new", moved.after.text()},
            {"change", moved.change().text()}};
  };
  const auto moves = [&](const std::vector<MoneyMove>& all) {
    Json list = Json::array();
    for (const MoneyMove& moved : all) {
      Json entry = {{"id", moved.id}};
      entry.update(move(moved));
      list.push_back(std::move(entry));
    }
    return list;
  };
  Json money;
  if (answer.money) {
    money = {{"total", move(answer.money->total)},
             {"tasks", moves(answer.money->tasks)},
             {"indirect", move(answer.money->indirect)},
             {"rest", move(answer.money->rest)},
             {"sources", moves(answer.money->sources)}};
  }
  return dumped({{"changes", std::move(changes)}, {"money", std::move(money)}},
                JsonLayout::indented);
}

std::string render_catalogue_json(const std::vector<CatalogueEntry>& entries) {
  const auto both = [](const LocalText& text) {
    return text.polish.empty() ? Json() : Json({{"pl", text.polish}, {"en", text.english}});
  };
  Json catalogue = Json::array();
  for (const CatalogueEntry& entry : entries) {
    catalogue.push_back({{"code", entry.code},
                         {"programme", both(entry.programme)},
                         {"kind", entry.kind == Indicator::Kind::output ? "output" : "result"},
                         {"unit", entry.unit},
                         {"name", both(entry.name)},
                         {"count", entry.is_counted() ? "persons" : "measured"},
                         {"where", text_or_null(entry.where)},
                         {"reason", both(entry.reason)},
                         {"derivation", both(entry.derivation)},
                         {"source", both(entry.source)}});
  }
  Json document = Json::object();
  document["catalogue"] = std::move(catalogue);
  return dumped(document, JsonLayout::indented);
}

}  // namespace euproj
