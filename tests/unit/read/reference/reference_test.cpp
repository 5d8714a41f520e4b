// What the reference tells is what the reader takes: every example is read with the reader itself.

#include "euproj/read/reference.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "euproj/app/env.hpp"
#include "euproj/app/run.hpp"
#include "euproj/read/read_project.hpp"
#include "read/keys/check_shape.hpp"
#include "read/yaml/tree.hpp"
#include "support/memory_files.hpp"

namespace euproj {
namespace {

TEST_CASE("every key has a meaning in both languages, and a place") {
  const Reference reference = read_reference();
  REQUIRE(reference.objects.size() == object_count);
  for (const ReferenceObject& object : reference.objects) {
    CAPTURE(object.name);
    CHECK_FALSE(object.meaning.polish.empty());
    CHECK_FALSE(object.meaning.english.empty());
    CHECK(object.places.empty() == (object.name == "definition"));
    for (const ReferenceKey& key : object.keys) {
      CAPTURE(key.name);
      CHECK_FALSE(key.meaning.polish.empty());
      CHECK_FALSE(key.meaning.english.empty());
    }
  }
}

TEST_CASE("the examples of an object are of its shape, and every key stands in one") {
  const Reference reference = read_reference();
  for (std::size_t i = 0; i < object_count; ++i) {
    const auto object = static_cast<Object>(i);
    std::set<std::string> shown;
    for (const std::string& example : reference.objects[i].examples) {
      CAPTURE(example);
      Diagnostics diagnostics;
      const std::optional<YamlNode> node = read_yaml(no_file, example, diagnostics);
      REQUIRE(node);
      check_shape(*node, diagnostics, object);
      CHECK(diagnostics.all().empty());
      for (const YamlEntry& entry : node->entries) shown.insert(entry.key.text);
    }
    for (const ReferenceKey& key : reference.objects[i].keys) {
      if (!key.object.empty()) continue;  // has examples of its own
      CAPTURE(key.name);
      CHECK(shown.count(std::string(key.name)) == 1);
    }
  }
}

TEST_CASE("a row of the examples of its columns is a row of its log, without an error") {
  testing::MemoryFiles files;
  std::string definition = R"(euproj: 1
project: {id: a, number: FESL.07.04-IP.02-0001/25, title: A, period: {start: 2026-01-01, end: 2027-12-31}}
financing: {total: 1000000.00, split: documents, sources: [{id: eu, kind: eu, rate: 95%}, {id: own, kind: own, remainder: true}]}
budget:
  tasks: [{id: "1", planned: 900000.00}, {id: "2", planned: 100000.00}]
  categories: [{id: uslugi}]
  partners: [{id: gmina, planned: 1000000.00, leads: true}]
  lump_sums: [{id: KR1, task: "2", amount: 100000.00, requires: [{indicator: P9, at_least: 1}]}]
claims: [{id: "1", from: 2026-01-01, to: 2026-06-30}]
support_forms: [{id: warsztaty}]
groups: [{id: rodzice}]
indicators: [{id: P9, kind: output, count: measured, target: 12}]
data:
)";
  for (const ReferenceLog& log : read_reference().logs) {
    std::string header;
    std::string row;
    for (const ReferenceColumn& column : log.columns) {
      if (log.name == "support" && column.name == "headcount") continue;      // instead of a person
      if (log.name == "settlements" && column.name == "date") continue;       // instead of a claim
      if (log.name == "expenditures" && column.name == "corrects") continue;  // another document
      header += std::string(column.name) + ";";
      row += std::string(column.example) + ";";
    }
    header.back() = row.back() = '\n';
    files.put(std::string(log.name) + ".csv", header + row);
    definition += "  " + std::string(log.name) + ": " + std::string(log.name) + ".csv\n";
  }
  files.put("project.yaml", definition);
  std::ostringstream out;
  std::ostringstream err;
  Env env{files, out, err, *Date::from(2026, 12, 1), {}, false, false, true};
  const ExitCode code = run({"check", "project.yaml", "--lang", "en"}, env);
  INFO(err.str());
  CHECK(code == ExitCode::done);
}

}  // namespace
}  // namespace euproj
