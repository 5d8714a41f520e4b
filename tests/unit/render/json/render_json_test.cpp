#include <doctest/doctest.h>

#include "euproj/render/render.hpp"
#include "euproj/render/render_answers.hpp"
#include "euproj/render/render_diagnostics.hpp"
#include "support/sample_figures.hpp"

using namespace euproj;

namespace {

std::string one_line(const Figures& figures) { return render_json(figures, JsonLayout::one_line); }

bool contains(const std::string& text, const std::string& piece) {
  CAPTURE(text);
  return text.find(piece) != std::string::npos;
}

Figures only_indicator(std::size_t which) {
  Figures figures = samples::empty_figures();
  figures.indicators = {samples::indicators()[which]};
  return figures;
}

}  // namespace

TEST_CASE("the keys of schemas/report.schema.json, in its order") {
  CHECK(one_line(samples::empty_figures()) ==
        R"({"format":"euproj-report/1","project":{"id":"pusty","number":"","title":""},)"
        R"("period":{"from":"2022-01-01","to":"2022-01-31"},"complete":true,)"
        R"("financing":{"currency":"PLN","total":"0.00","sources":[]},)"
        R"("expenditure":{"direct":{"period":"0.00","cumulative":"0.00"},)"
        R"("indirect":{"period":"0.00","cumulative":"0.00"},)"
        R"("eligible":{"period":"0.00","cumulative":"0.00"},)"
        R"("tasks":[],"categories":[],"limits":[]},"indicators":[],)"
        R"("participants":{"total":0,"women":0,"men":0,"active":0,"exited":0},)"
        R"("findings":[],"provenance":{"version":"","options":[],"inputs":[]}})"
        "\n");
}

TEST_CASE("money and percentages are text with two decimals") {
  const std::string json = one_line(samples::figures());
  CHECK(contains(json,
                 R"({"id":"eu","kind":"eu","agreed":"886498.03","period":"42500.00",)"
                 R"("cumulative":"212500.85","remaining":"673997.18","used_percent":"23.97"})"));
  CHECK(contains(
      json, R"({"id":"3","name":"Wolontariat","planned":null,"period":"0.00","cumulative":"0.00",)"
            R"("remaining":null})"));
  CHECK(contains(json, R"({"id":"equipment","used":"20000.00","max":"15000.00","exceeded":true})"));
}

TEST_CASE("counts are integers, by sex where that is known") {
  CHECK(contains(one_line(only_indicator(0)),
                 R"({"id":"P1","code":null,"name":")" + samples::indicators()[0].name.polish +
                     R"(","kind":"output","unit":"osoby","baseline":0,)"
                     R"("target":{"total":350,"women":200,"men":150},)"
                     R"("period":{"total":1,"women":-1,"men":2},)"
                     R"("cumulative":{"total":120,"women":80,"men":40},)"
                     R"("achieved_percent":{"total":"34.29","women":"40.00","men":"26.67"}})"));
}

TEST_CASE("measured values and their target are decimal text") {
  CHECK(contains(one_line(only_indicator(2)),
                 R"("baseline":"0","target":{"total":"0","women":null,"men":null},)"
                 R"("period":{"total":"12.5","women":null,"men":null},)"
                 R"("cumulative":{"total":"12.5","women":null,"men":null},)"
                 R"("achieved_percent":{"total":null,"women":null,"men":null})"));
}

TEST_CASE("a ratio has two decimals, and is null over zero") {
  CHECK(contains(
      one_line(only_indicator(3)),
      R"("code":"EECR05","name":"Odsetek osób, których sytuacja społeczna uległa poprawie",)"
      R"("kind":"result","unit":"%","baseline":"10.00",)"
      R"("target":{"total":"80.00","women":null,"men":null},)"
      R"("period":{"total":null,"women":null,"men":null},)"
      R"("cumulative":{"total":"66.67","women":null,"men":null})"));
}

TEST_CASE("text that is not UTF-8 is replaced and does not throw") {
  Figures figures = samples::empty_figures();
  figures.title.polish =
      "Jastrz\xEA"
      "bie";
  CHECK(contains(one_line(figures), "\"title\":\"Jastrz\uFFFDbie\""));
}

TEST_CASE("indented by two blanks, one newline at the end") {
  const std::string json = render_json(samples::empty_figures(), JsonLayout::indented);
  CHECK(json.rfind("{\n  \"format\": \"euproj-report/1\",\n  \"project\": {\n    \"id\"", 0) == 0);
  CHECK(json.substr(json.size() - 3) == "\n}\n");
}

TEST_CASE("findings are one object a line, failures shown as errors") {
  std::vector<Finding> findings = {
      {"file-not-found", Severity::failure, "a.csv", 0, 0, "nie ma pliku `a.csv`"},
      {"over-budget", Severity::warning, "p.yaml", 4, 2, "x \"y\""}};
  CHECK(render_findings_json_lines(findings) ==
        R"({"code":"file-not-found","severity":"error","file":"a.csv","line":0,"column":0,)"
        R"("message":"nie ma pliku `a.csv`","subject":""})"
        "\n"
        R"({"code":"over-budget","severity":"warning","file":"p.yaml","line":4,"column":2,)"
        R"("message":"x \"y\"","subject":""})"
        "\n");
  CHECK(render_findings_json_lines({}).empty());
}

TEST_CASE("an answer of split") {
  CHECK(render_split_json({{Money::minor(100'00),
                            {{"eu", Money::minor(85'00)}, {"own", Money::minor(15'00)}}}}) ==
        "{\n  \"splits\": [\n    {\n      \"amount\": \"100.00\",\n      \"sources\": {\n"
        "        \"eu\": \"85.00\",\n        \"own\": \"15.00\"\n      }\n    }\n  ]\n}\n");
}

TEST_CASE("the documents of a claim, written piece by piece, are laid out like everything else") {
  Figures figures = samples::empty_figures();
  figures.title.polish = "\"documents\":[null] i \"documents\": [\n null]";  // is not their place
  ClaimReportFigures claim;
  claim.id = "1";
  claim.documents = {2, [](std::size_t at) {
                       DocumentFigures document;
                       document.document = at == 0 ? "FV \"1\"" : "FV 2";
                       document.paid = Date::from(2022, 1, 5).value();
                       document.task = "1";
                       document.eligible = Money::minor(100);
                       document.file = "wydatki.csv";
                       document.line = static_cast<std::uint32_t>(at) + 2;
                       return document;
                     }};
  figures.claim = claim;
  const std::string start = R"("issuer":null,"issued":null,"paid":"2022-01-05","task":"1",)"
                            R"("category":null,"gross":null,"net":null,"vat":null,)"
                            R"("eligible":"1.00","grant":null,"corrects":null,"description":null,)"
                            R"("partner":null,"source":null,"evidence":null,)";
  CHECK(contains(one_line(figures), R"("documents":[{"document":"FV \"1\"","book":null,)" + start +
                                        R"("at":"wydatki.csv:2"},{"document":"FV 2","book":null,)" +
                                        start + R"("at":"wydatki.csv:3"}]})"));
  const std::string indented = render_json(figures, JsonLayout::indented);
  CHECK(contains(indented,
                 "    \"documents\": [\n      {\n        \"document\": \"FV \\\"1\\\"\",\n"));
  CHECK(contains(indented, "        \"at\": \"wydatki.csv:2\"\n      },\n      {\n"));
  CHECK(contains(indented, "        \"at\": \"wydatki.csv:3\"\n      }\n    ]\n"));
  figures.claim->documents = {};
  CHECK(contains(render_json(figures, JsonLayout::indented), "\"documents\": []\n"));
  CHECK(contains(one_line(figures), "\"documents\":[]}"));
}
