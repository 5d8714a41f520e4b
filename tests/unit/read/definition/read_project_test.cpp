// What a definition becomes: the Project, and the codes of what it declares.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "euproj/model/money_rules.hpp"
#include "support/definition.hpp"
#include "support/source_dir.hpp"

using namespace euproj;
using namespace euproj::testing;

TEST_CASE("definition: the examples are read without a finding") {
  for (const std::string name : {"bartoszyce", "bytom", "jastrzebie", "lublin", "opole"}) {
    CAPTURE(name);
    std::ifstream file(source_dir() + "/examples/" + name + "/project.yaml");
    REQUIRE(file.good());
    std::ostringstream text;
    text << file.rdbuf();
    CHECK(findings(text.str()).empty());
  }
}

TEST_CASE("definition: a project as it is read") {
  const Definition read = read_definition(
      "\xEF\xBB\xBF"
      "euproj: 1\n"
      "project:\n"
      "  id: p-1\n"
      "  number: 12\n"
      "  title: {pl: Rodzina, en: Family}\n"
      "  partners: [A, B]\n"
      "  agreement: {number: 1/2021, date: 2021-11-30}\n"
      "  period: {start: 2022-01-01, end: 2023-09-30}\n"
      "  durability: {months: 24}\n"
      "  currency: EUR\n"
      "financing:\n"
      "  total: 1042938.86\n"
      "  rounding: half_up\n"
      "  sources:\n"
      "    - {id: eu, kind: eu, rate: 85%, rounding: half_even}\n"
      "    - {id: state, kind: state, amount: 59030.72}\n"
      "    - {id: own, kind: private, remainder: true}\n"
      "  agreed:\n"
      "    - {sources: [own, eu], amount: 100.00}\n"
      "privacy: {key_file: secret.key}\n");
  REQUIRE(read.project);
  const Project& project = *read.project;
  CHECK(project.id == "p-1");
  CHECK(project.number == "12");
  CHECK(project.title.in(Language::polish) == "Rodzina");
  CHECK(project.title.in(Language::english) == "Family");
  CHECK(project.partners == std::vector<std::string>{"A", "B"});
  CHECK(project.agreement_number == "1/2021");
  CHECK(project.agreement_date->iso() == "2021-11-30");
  CHECK(project.durability->first.iso() == "2023-10-01");
  CHECK(project.durability->last.iso() == "2025-09-30");
  CHECK(project.currency == "EUR");
  CHECK(project.privacy_key.pattern == "secret.key");
  const Financing& financing = project.financing.latest();
  CHECK(financing.total.text() == "1042938.86");
  REQUIRE(financing.sources.size() == 3);
  CHECK(financing.sources[0].rate == Rate::of(17, 20));
  CHECK(financing.sources[0].rounding == Rounding::half_even);
  CHECK(financing.sources[1].amount->text() == "59030.72");
  CHECK(financing.sources[1].rounding == Rounding::half_up);
  CHECK(financing.sources[2].kind == SourceKind::private_funds);
  CHECK(financing.remainder_source() == 2);
  CHECK(financing.agreed[0].sources == std::vector<std::size_t>{2, 0});
}

TEST_CASE("definition: rounding without a word is down for eu and state, up for the rest") {
  const Definition read = read_definition(
      without_financing +
      "financing:\n"
      "  total: 10.00\n"
      "  sources: [{id: a, kind: eu, rate: 1%}, {id: b, kind: state, rate: 1%},\n"
      "            {id: c, kind: other, rate: 1%}, {id: d, kind: own, remainder: true}]\n");
  REQUIRE(read.project);
  const auto& sources = read.project->financing.latest().sources;
  CHECK(sources[0].rounding == Rounding::down);
  CHECK(sources[1].rounding == Rounding::down);
  CHECK(sources[2].rounding == Rounding::up);
  CHECK(sources[3].rounding == Rounding::up);
}

TEST_CASE("definition: rates and amounts may cover the total to the grosz") {
  const std::string rest =
      "  sources: [{id: a, kind: eu, rate: 33.3333333%}, {id: b, kind: own, amount: 66.67},\n"
      "            {id: c, kind: other, remainder: true}]\n";
  // 33.3333333 % of 100.01 is 33.3366..., and 66.67 makes it 100.0066...
  CHECK(findings(without_financing + "financing:\n  total: 100.01\n" + rest).empty());
  CHECK(findings(without_financing + "financing:\n  total: 100.00\n" + rest) ==
        "5:3+7 sources-exceed-total: the sources' rates and amounts add up to 100.01, the total"
        " is 100.00\n");
}

TEST_CASE("definition: months of durability at the end of a month") {
  const auto last_day = [](const std::string& end, int months) {
    const Definition read = read_definition(
        "euproj: 1\nproject: {id: p, title: T, period: {start: 2022-01-01, end: " + end +
        "}, durability: {months: " + std::to_string(months) + "}}\n" +
        "financing: {total: 1.00, sources: [{id: own, kind: own, remainder: true}]}\n");
    REQUIRE(read.project);
    return read.project->durability->last.iso();
  };
  CHECK(last_day("2023-02-28", 12) == "2024-02-29");  // whole months, March to February
  CHECK(last_day("2023-12-31", 1) == "2024-01-31");
  CHECK(last_day("2023-08-30", 6) == "2024-02-28");
}

TEST_CASE("definition: ids are texts, declared ids have the first codes") {
  const Definition read = read_definition(
      minimal +
      "budget:\n"
      "  tasks: [{id: 1, planned: 400.00}, {id: \"2\", name: Druga}]\n"
      "  categories: [{id: staff}]\n"
      "  indirect: {rate: 20%}\n"
      "  limits: [{id: l, categories: staff, max: 10%, of: eu}]\n"
      "claims: [{id: 1, from: 2022-01-01, to: 2022-03-31, status: paid}]\n"
      "advances: [{date: 2022-01-20, amount: 250.00, source: own}, {date: 2022-02-01, amount: 1}]\n"
      "support_forms: [{id: terapia, task: 1}, {id: mediacje}]\n"
      "groups: [{id: dzieci, age: {min: 6, max: 15}, planned: {women: 20, men: 10}}]\n"
      "capacity: [{id: c, form: mediacje, per: provider, count: households, at_once: 6}]\n");
  REQUIRE(read.project);
  const Project& project = *read.project;
  CHECK(project.budget.latest().tasks[0].id == "1");
  CHECK(project.budget.latest().tasks[0].name.polish == "1");  // the id serves as the name
  CHECK_FALSE(project.budget.latest().tasks[1].planned.has_value());
  CHECK(read.codes.tasks.find("2") == 2);
  CHECK(flat_rate(project.budget.latest()) == Rate::of(1, 5));
  CHECK(project.budget.latest().limits[0].categories == std::vector<Code>{1});
  CHECK(project.budget.latest().limits[0].of == Limit::Base::eu);
  CHECK(project.claims[0].status == Claim::Status::paid);
  CHECK(project.advances[0].source == 1);
  CHECK_FALSE(project.advances[1].source.has_value());
  CHECK(read.codes.forms.find("mediacje") == 2);
  CHECK(project.groups[0].planned.total == Quantity::whole(30));
  CHECK(project.groups[0].age->contains(15));
  CHECK(project.capacity[0].form == 2);
  CHECK(project.capacity[0].of == CapacityRule::Of::households);
}

TEST_CASE("definition: conditions of an indicator") {
  const Definition read = read_definition(minimal +
                                          "indicators:\n"
                                          "  - id: P1\n"
                                          "    kind: result\n"
                                          "    count: persons\n"
                                          "    target: 350\n"
                                          "    where:\n"
                                          "      support: a\n"
                                          "      sex: [kobieta, F]\n"
                                          "      labour_status: [unemployed, inactive]\n"
                                          "      education: 3\n"
                                          "      disability: [tak, odmowa]\n"
                                          "      completed: true\n"
                                          "      outcome: job\n"
                                          "      within: 1 month\n"
                                          "      min_sessions: 2\n"
                                          "      min_hours: 1.5\n"
                                          "      any: [{degurba: 1}, {all: [{group: g}]}]\n"
                                          "      not: {municipality: Opole}\n");
  REQUIRE(read.project);
  const Indicator& indicator = read.project->indicators[0];
  CHECK(indicator.kind == Indicator::Kind::result);
  CHECK(indicator.target.total == Quantity::whole(350));
  const Condition& where = indicator.where;
  CHECK(where.support == std::vector<Code>{read.codes.forms.find("a")});
  const auto accepted = [&](Attribute attribute) {
    for (const AttributeTest& test : where.attributes) {
      if (test.attribute == attribute) return test.accepted;
    }
    return std::vector<Code>();
  };
  CHECK(accepted(Attribute::sex) == std::vector<Code>{code_woman});
  CHECK(accepted(Attribute::labour_status) == std::vector<Code>{1, 2, 3, 4});
  CHECK(accepted(Attribute::education) == std::vector<Code>{4});
  CHECK(accepted(Attribute::disability) == std::vector<Code>{code_yes, code_refused});
  CHECK(where.completed == std::vector{Answer::yes});
  CHECK(where.outcome == std::vector<Code>{read.codes.outcomes.find("job")});
  CHECK(where.within->unit == Term::Unit::months);
  CHECK(where.within->length == 1);
  CHECK(where.min_sessions == 2);
  CHECK(where.min_hours == Quantity::scaled(15'000));
  REQUIRE(where.any.size() == 2);
  CHECK(where.any[1].all[0].attributes[0].attribute == Attribute::group);
  REQUIRE(where.none.size() == 1);
  CHECK(where.none[0].attributes[0].attribute == Attribute::municipality);
}

TEST_CASE("definition: a ratio may stand before its parts") {
  const Definition read = read_definition(
      minimal +
      "indicators:\n"
      "  - {id: W, kind: result, count: ratio, numerator: B, denominator: A, target: 45.5}\n"
      "  - {id: A, kind: output, count: persons}\n"
      "  - {id: B, kind: output, count: measured, take: last, baseline: -1.5}\n");
  REQUIRE(read.project);
  CHECK(read.project->indicators[0].numerator == 2);
  CHECK(read.project->indicators[0].denominator == 1);
  CHECK(read.project->indicators[2].take == Indicator::Take::last);
  CHECK(read.project->indicators[2].baseline.text() == "-1.5");
}

TEST_CASE("definition: data files") {
  const Definition read = read_definition(
      minimal +
      "data:\n"
      "  participants: [a.csv, {file: [b.csv, c-*.csv], delimiter: tab, date: dd.mm.yyyy}]\n"
      "  support:\n"
      "    file: d.csv\n"
      "    preset: sm-efs\n"
      "    encoding: windows-1250\n"
      "    delimiter: \"\\t\"\n"
      "    decimal: ','\n"
      "    columns: {form: Forma wsparcia}\n"
      "    values: {form: {\"Terapia \": terapia}}\n");
  REQUIRE(read.project);
  const std::vector<DataFile>& data = read.project->data;
  REQUIRE(data.size() == 4);
  CHECK(data[0].pattern == "a.csv");
  CHECK_FALSE(data[0].delimiter.has_value());
  CHECK(data[2].pattern == "c-*.csv");
  CHECK(data[2].delimiter == '\t');
  CHECK(data[2].date == DateForm::dd_mm_yyyy_dots);
  CHECK(data[2].place.line == 7);
  CHECK(data[3].kind == LogKind::support);
  CHECK(data[3].preset == "sm-efs");
  CHECK(data[3].encoding == Encoding::windows_1250);
  CHECK(data[3].delimiter == '\t');
  CHECK(data[3].decimal == ',');
  CHECK(data[3].columns[0] == std::pair<std::string, std::string>("form", "Forma wsparcia"));
  CHECK(data[3].values[0].second[0] == std::pair<std::string, std::string>("Terapia", "terapia"));
}
