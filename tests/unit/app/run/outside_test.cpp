// `data` stays in the project's folder unless the user allows more; and how many files it may name.

#include <doctest/doctest.h>

#include "euproj/core/limits.hpp"
#include "euproj/words/kinds.hpp"
#include "support/log_run.hpp"

using namespace euproj;
using euproj::testing::LogRun;
using Lines = std::vector<std::string>;

namespace {
const std::string outcomes = "person_id,outcome,date\nU-1,praca,2022-03-01\n";
}

TEST_CASE("a path out of the folder, an absolute one and a link out of it are refused") {
  LogRun run;
  run.files.put("inny/r.csv", outcomes);
  run.files.put("/srv/r.csv", outcomes);
  run.declare(LogKind::outcomes, "../inny/r.csv");
  run.declare(LogKind::outcomes, "/srv/r.csv");
  run.declare(LogKind::outcomes, "link.csv");
  run.files.put_link("p/link.csv", "inny/r.csv");
  run.read();
  CHECK(run.findings() ==
        Lines{"project.yaml:7:3: error: `../inny/r.csv` leads out of the project's folder "
              "[outside-project]",
              "project.yaml:7:3: error: `/srv/r.csv` leads out of the project's folder "
              "[outside-project]",
              "project.yaml:7:3: error: `link.csv` leads out of the project's folder "
              "[outside-project]"});
  CHECK(run.logs.outcomes.empty());
}

TEST_CASE("what is found by a pattern is looked at file by file") {
  LogRun run;
  run.files.put("p/r-1.csv", outcomes);
  run.files.put("inny/r.csv", outcomes);
  run.files.put_link("p/r-2.csv", "inny/r.csv");
  run.declare(LogKind::outcomes, "r-*.csv");
  run.read();
  CHECK(run.findings() == Lines{"project.yaml:7:3: error: `r-2.csv` leads out of the project's "
                                "folder [outside-project]"});
  CHECK(run.logs.outcomes.size() == 1);
}

TEST_CASE("--allow-outside reads them") {
  LogRun run;
  run.outside = Outside::allowed;
  run.files.put("p/../inny/r.csv", outcomes);
  run.declare(LogKind::outcomes, "../inny/r.csv");
  run.read();
  CHECK(run.findings().empty());
  CHECK(run.logs.outcomes.size() == 1);
}

TEST_CASE("a link within the folder is no way out") {
  LogRun run;
  run.files.put("p/dane/r.csv", outcomes);
  run.files.put_link("p/r.csv", "p/dane/r.csv");
  run.declare(LogKind::outcomes, "r.csv");
  run.read();
  CHECK(run.findings().empty());
}

TEST_CASE("as many files as the limit are read, one more is an error") {
  for (const std::size_t more : {std::size_t{0}, std::size_t{1}}) {
    LogRun run;
    for (std::size_t i = 0; i < limits::input_files + more; ++i) {
      run.files.put("p/r-" + std::to_string(i) + ".csv", "person_id,outcome,date\n");
    }
    run.declare(LogKind::outcomes, "r-*.csv");
    run.read();
    CHECK(run.logs.files.size() == limits::input_files);
    if (more == 0) CHECK(run.findings().empty());
    if (more == 1) {
      CHECK(run.findings() ==
            Lines{"project.yaml:7:3: error: `data` names more than 10000 files [too-many-files]"});
    }
  }
}
