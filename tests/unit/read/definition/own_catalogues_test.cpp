// Catalogues of one's own as a user meets them: what they define, what is found in them, and where
// their edition stands.

#include <doctest/doctest.h>

#include <sstream>

#include "euproj/app/run.hpp"
#include "euproj/base/sha256.hpp"
#include "support/memory_files.hpp"

namespace euproj::own_catalogues {
namespace {

using testing::MemoryFiles;

const std::string catalogue = R"(euproj_catalogue: 1
edition: "2021-2027/3"
indicators:
  - code: PLRO01
    name: {pl: Liczba kobiet, en: Number of women}
    kind: output
    unit: osoby
    count: persons
    where: {sex: K}
    source: Katalog programu, wydanie 3
    method: {pl: Każda osoba raz, en: Each person once}
  - {code: PLRO02, kind: result, count: measured}
)";

MemoryFiles project(const std::string& indicators) {
  MemoryFiles files;
  files.put("project.yaml", R"(euproj: 1
project: {id: wlasne, title: Własne, period: {start: 2024-01-01, end: 2024-12-31}}
financing:
  total: 1000.00
  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]
definitions: [katalogi/fe-2021.yaml]
indicators:
)" + indicators + "data: {participants: uczestnicy.csv}\n");
  files.put("katalogi/fe-2021.yaml", catalogue);
  files.put("uczestnicy.csv",
            "person_id,sex,birth_date,entry_date\nU-1,K,1990-01-01,2024-01-02\n"
            "U-2,M,1990-01-01,2024-01-02\nU-3,K,2010-01-01,2024-01-02\n");
  return files;
}

std::string out_of(MemoryFiles files, const std::vector<std::string>& arguments) {
  std::ostringstream out, err;
  Env env{files, out, err, *Date::from(2024, 6, 30), {}, false, false, true};
  static_cast<void>(run(arguments, env));
  return out.str() + err.str();
}

bool has(const std::string& text, const std::string& part) {
  if (text.find(part) != std::string::npos) return true;
  MESSAGE(text);
  return false;
}

const std::string two =
    "  - {id: P1, definition: PLRO01}\n"
    "  - {id: P2, definition: PLRO01, name: Dorosłe, where: {age: {min: 18}}}\n";

}  // namespace

TEST_CASE("an indicator of an own catalogue counts as it says, and may be narrowed") {
  const std::string csv =
      out_of(project(two), {"report", "project.yaml", "--as-of", "2024-06-30", "--format", "csv"});
  CHECK(has(csv, "P1,PLRO01,Liczba kobiet,output,osoby,0,,,,2,2,0,2,2,0"));
  CHECK(has(csv, "P2,PLRO01,Dorosłe,output,osoby,0,,,,1,1,0,1,1,0"));
}

TEST_CASE("edition and digest of an own catalogue stand in the report") {
  const std::string digest = sha256(catalogue);
  std::string json =
      out_of(project(two), {"report", "project.yaml", "--as-of", "2024-06-30", "--format", "json"});
  std::erase_if(json, [](char c) { return c == ' ' || c == '\n'; });
  CHECK(has(json,
            R"("catalogues":[{"path":"katalogi/fe-2021.yaml","edition":"2021-2027/3","sha256":")" +
                digest + "\"}]"));
  const std::string text =
      out_of(project(two), {"report", "project.yaml", "--as-of", "2024-06-30", "--lang", "en"});
  CHECK(has(text, "katalogi/fe-2021.yaml, edition 2021-2027/3"));
  CHECK(has(text, digest));
}

TEST_CASE("an explanation says how an own indicator is counted, and which document says so") {
  const std::string why = out_of(project(two), {"explain", "project.yaml", "P1", "--lang", "en"});
  CHECK(has(why, "Each person once"));
  CHECK(has(why, "Katalog programu, wydanie 3"));
  CHECK(has(why, "Number of women"));
}

TEST_CASE("what is wrong in an own catalogue is found in its file") {
  MemoryFiles files = project(two);
  files.put("katalogi/fe-2021.yaml",
            "euproj_catalogue: 2\nedition: x\nindicators:\n"
            "  - {code: A, kind: output, count: ratio, wher: {}}\n");
  const std::string findings = out_of(files, {"check", "project.yaml", "--lang", "en"});
  CHECK(has(findings, "katalogi/fe-2021.yaml:1:19: error: `euproj_catalogue` is `2`; known: `1`"));
  CHECK(has(findings, "katalogi/fe-2021.yaml:4:36: error: `count` is `ratio`; known:"));
  CHECK(has(findings, "katalogi/fe-2021.yaml:4:43: error: unknown key `wher`"));
  CHECK(has(findings, "project.yaml:8:26: error: `definition` is `PLRO01`; known:"));

  files.put("katalogi/fe-2021.yaml",
            "euproj_catalogue: 1\nedition: x\nindicators:\n"
            "  - {code: EECO01, kind: output, count: persons}\n"
            "  - {code: PLRO01, kind: output, count: persons}\n"
            "  - {code: PLRO01, kind: output, count: persons}\n");
  const std::string codes = out_of(files, {"check", "project.yaml", "--lang", "en"});
  CHECK(has(codes,
            "katalogi/fe-2021.yaml:4:12: error: code `EECO01` is that of a common indicator "
            "that the program knows already"));
  CHECK(has(codes,
            "katalogi/fe-2021.yaml:6:12: error: code `PLRO01` is already in "
            "katalogi/fe-2021.yaml:5"));
}

TEST_CASE("a catalogue that is not there is told of") {
  MemoryFiles files = project(two);
  std::string definition(files.read("project.yaml").value()->bytes());
  const std::string named = "katalogi/fe-2021.yaml";
  definition.replace(definition.find(named), named.size(), "katalogi/brak.yaml");
  files.put("project.yaml", definition);
  const std::string findings = out_of(files, {"check", "project.yaml", "--lang", "en"});
  CHECK(has(findings, "project.yaml:6:15: error: "));
  CHECK(has(findings, "katalogi/brak.yaml"));
}

}  // namespace euproj::own_catalogues
