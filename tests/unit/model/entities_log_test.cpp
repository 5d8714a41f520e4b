// The log of entities as a user meets it: what is read, what is found, what is counted.

#include <doctest/doctest.h>

#include <sstream>

#include "euproj/app/run.hpp"
#include "euproj/model/entities.hpp"
#include "support/log_run.hpp"

namespace euproj::entities_log {
namespace {

using testing::LogRun;
using testing::MemoryFiles;

std::string out_of(MemoryFiles files, const std::vector<std::string>& arguments) {
  std::ostringstream out, err;
  Env env{files, out, err, *Date::from(2024, 6, 30), {}, false, false, true};
  static_cast<void>(run(arguments, env));
  return out.str() + err.str();
}

MemoryFiles project(const std::string& data) {
  MemoryFiles files;
  files.put("project.yaml", R"(euproj: 1
project: {id: uslugi, title: Usługi, period: {start: 2024-01-01, end: 2024-12-31}}
financing:
  total: 1000.00
  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]
indicators:
  - {id: P1, definition: EECO18}
  - {id: P2, definition: EECO19}
)" + data);
  files.put("pomiary.csv", "indicator,date,value\nP1,2024-02-01,7\nP2,2024-02-01,8\n");
  files.put("podmioty.csv",
            "nip,other_id,date,name,kind,size\n"
            "5250005797,,2024-02-01,Gmina,administracja publiczna,\n"
            "525-000-57-97,,2024-03-01,Gmina Przykład,public_administration,\n"
            "7740001454,KRS 1,2024-03-01,Zakład,MŚP,mały\n"
            ",KRS 1,2024-04-01,,sme,small\n"
            ",KRS 2,2024-04-01,Klub,NGO,\n");
  return files;
}

bool has(const std::string& text, const std::string& part) {
  if (text.find(part) != std::string::npos) return true;
  MESSAGE(text);
  return false;
}

}  // namespace

TEST_CASE("entities: words of both languages, and a NIP or another number is needed") {
  LogRun run;
  run.add(LogKind::entities, "e.csv",
          "nip;other_id;date;name;kind;size\n"
          "5250005797;;2024-02-01;A;inne;średnie\n"
          "brak;RSPO 1;2024-02-01;B;organizacja pozarządowa;\n"
          "brak;;2024-02-01;C;sme;micro\n"
          "-;brak;2024-02-01;D;;\n"
          "5250005797;;2024-02-01;E;firma;duża\n"
          "5250005797;;;F;;\n");
  run.read();
  CHECK(run.findings() ==
        std::vector<std::string>{
            "e.csv:4:1: error: the row has neither `nip` nor `other_id`: nobody knows which "
            "entity it is about [entity-without-id]",
            "e.csv:5:1: error: the row has neither `nip` nor `other_id`: nobody knows which "
            "entity it is about [entity-without-id]",
            "e.csv:6:26: error: column `kind`: unknown value `firma` [unknown-value]",
            "e.csv:6:32: error: column `size`: unknown value `duża` [unknown-value]",
            "e.csv:7:13: error: column `date`: the cell is empty, a value is needed "
            "[missing-value]"});
  REQUIRE(run.logs.entities.size() == 2);
  CHECK(run.logs.entities[0].kind == EntityKind::other);
  CHECK(run.logs.entities[0].size == EntitySize::medium);
  CHECK(run.logs.entities[1].nip == no_code);
  CHECK(run.logs.entities[1].kind == EntityKind::ngo);
}

TEST_CASE("entities of the catalogue are counted from their log, and measured without it") {
  const MemoryFiles counted = project("data: {entities: podmioty.csv}\n");
  const auto csv = [&](const MemoryFiles& files) {
    return out_of(files, {"report", "project.yaml", "--as-of", "2024-06-30", "--format", "csv"});
  };
  CHECK(has(csv(counted), "output,podmioty,0,,,,1,,,1,,"));
  CHECK(has(csv(counted), "output,przedsiębiorstwa,0,,,,1,,,1,,"));
  const MemoryFiles measured = project("data: {measurements: pomiary.csv}\n");
  CHECK(has(csv(measured), "output,podmioty,0,,,,7,,,7,,"));
  CHECK(has(csv(measured), "output,przedsiębiorstwa,0,,,,8,,,8,,"));
}

TEST_CASE("entities are explained by their rows, without their names") {
  const std::string why = out_of(project("data: {entities: podmioty.csv}\n"),
                                 {"explain", "project.yaml", "P1", "--lang", "en"});
  CHECK(has(why, "5250005797"));
  CHECK(has(why, "kind is public administration; recorded on"));
  CHECK(has(why, "kind is SME, needs public administration"));
  CHECK(has(why, "podmioty.csv:2"));
  CHECK(why.find("Gmina") == std::string::npos);
}

TEST_CASE("entities: wrong NIPs and contradictions are told") {
  MemoryFiles files = project("data: {entities: podmioty.csv}\n");
  files.put("podmioty.csv",
            "nip,date,kind,size\n"
            "5250005795,2024-02-01,sme,small\n"
            "525-000-57-95,2024-03-01,ngo,small\n"
            "12345,2025-02-01,,\n");
  const std::string findings = out_of(files, {"check", "project.yaml", "--lang", "en"});
  CHECK(has(findings, "NIP `5250005795` has a wrong check digit"));
  CHECK(has(findings, "a NIP has 10 digits, but this one has 5 characters"));
  CHECK(has(findings,
            "the same entity has `kind` ngo here, but sme in podmioty.csv:2; the "
            "earlier row counts"));
  CHECK(
      has(findings, "podmioty.csv:4:7: warning: date 2025-02-01 is outside the project's period"));
}

}  // namespace euproj::entities_log
