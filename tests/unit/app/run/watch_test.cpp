// report --watch: reports again when an input has changed and rested, and goes on after errors.

#include <doctest/doctest.h>

#include <sstream>

#include "euproj/app/run.hpp"
#include "support/small_project.hpp"
#include "support/step_clock.hpp"

using namespace euproj;
using euproj::testing::MemoryFiles;
using euproj::testing::StepClock;

namespace {

class Watched {
 public:
  MemoryFiles files = testing::small_project();
  StepClock clock;

  /// The user does it; then nothing happens for long enough that it is seen.
  void then(std::function<void()> action) {
    clock.plan(std::move(action));
    clock.plan_nothing();
  }
  ExitCode run(std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"report",   "project.yaml", "--watch", "--lang", "en",
                                          "--format", "csv",          "-o",      "out.csv"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    std::ostringstream out;
    std::ostringstream err;
    Env env{files, out, err, *Date::from(2022, 6, 30), {}, false, false, true, &clock};
    const ExitCode code = euproj::run(arguments, env);
    said = err.str();
    return code;
  }

  std::string said;
};

const std::string waiting = "waiting for changes (7 files); Ctrl-C ends it\n";
const std::string more_people =
    "person_id,sex,birth_date,group,household_id,entry_date,exit_date,completed\n"
    "U-1,K,1990-05-01,rodzice,G-1,2022-01-10,,\n";

}  // namespace

TEST_CASE("without a change one report is made, and Ctrl-C is a good end") {
  Watched watched;
  watched.clock.plan_nothing();
  CHECK(watched.run() == ExitCode::done);
  CHECK(watched.said == "wrote out.csv\n" + waiting);
}

TEST_CASE("a change of a log and of the definition is a new report") {
  Watched watched;
  watched.then(
      [&] { watched.files.put("wydatki.csv", "doc_no,paid_date,claim,task,eligible,corrects\n"); });
  watched.then([&] {
    std::string text = watched.files.text_of("project.yaml");
    text.replace(text.find("name: Osoby"), 11, "name: Ludzie");
    watched.files.put("project.yaml", text);
  });
  CHECK(watched.run() == ExitCode::done);
  CHECK(watched.said == "wrote out.csv\n" + waiting +
                            "changed: wydatki.csv; computing anew\nwrote out.csv\n" + waiting +
                            "changed: project.yaml; computing anew\nwrote out.csv\n" + waiting);
  CHECK(watched.files.text_of("out.csv").find("Ludzie") != std::string::npos);
}

TEST_CASE("after an error watching goes on, and the end is still a good one") {
  Watched watched;
  watched.then([&] { watched.files.put("wydatki.csv", "doc_no\nx\n"); });
  watched.then(
      [&] { watched.files.put("wydatki.csv", "doc_no,paid_date,claim,task,eligible,corrects\n"); });
  watched.then([&] { watched.files.put("project.yaml", "euproj: [\n"); });
  watched.then(
      [&] { watched.files.put("project.yaml", testing::small_project().text_of("project.yaml")); });
  CHECK(watched.run() == ExitCode::done);
  const std::size_t missing = watched.said.find("[missing-column]");
  const std::size_t yaml = watched.said.find("project.yaml:1:9: error:");
  CHECK(missing != std::string::npos);
  CHECK(yaml != std::string::npos);
  // Of a definition that cannot be read only itself is known.
  CHECK(watched.said.find("waiting for changes (1 file); Ctrl-C ends it\n") != std::string::npos);
  CHECK(watched.said.ends_with("changed: project.yaml; computing anew\nwrote out.csv\n" + waiting));
}

TEST_CASE("files that newly match a pattern, and files that go, are changes") {
  Watched watched;
  std::string text = watched.files.text_of("project.yaml");
  text.replace(text.find("wydatki.csv"), 11, "'wydatki*.csv'");
  watched.files.put("project.yaml", text);
  watched.then([&] {
    watched.files.put("wydatki-2.csv",
                      "doc_no,paid_date,task,eligible\nFV 9/2022,2022-03-01,1,5.00\n");
  });
  watched.then([&] { watched.files.remove("wydatki-2.csv"); });
  CHECK(watched.run() == ExitCode::done);
  CHECK(watched.said == "wrote out.csv\n" + waiting +
                            "changed: wydatki-2.csv; computing anew\nwrote out.csv\n"
                            "waiting for changes (8 files); Ctrl-C ends it\n"
                            "changed: wydatki-2.csv; computing anew\nwrote out.csv\n" +
                            waiting);
}

TEST_CASE("a file that is still being written is waited for") {
  Watched watched;
  for (std::size_t piece = 1; piece <= 5; ++piece) {
    watched.clock.plan([&watched, piece] {
      watched.files.put("uczestnicy.csv", more_people + std::string(piece, '\n'));
    });
  }
  watched.clock.plan_nothing();
  CHECK(watched.run() == ExitCode::done);
  CHECK(watched.said.find("changed: uczestnicy.csv; computing anew\n") ==
        watched.said.rfind("changed:"));  // one report of five changes
}

TEST_CASE("several changes at once are one report") {
  Watched watched;
  watched.then([&] {
    for (const char* name : {"wsparcie.csv", "pomiary.csv", "miejsca.csv"}) {
      watched.files.put(name, watched.files.text_of(name) + "\n");
    }
  });
  CHECK(watched.run({"--quiet"}) == ExitCode::done);
  CHECK(watched.said.empty());
  watched.then([&] {
    for (const char* name : {"wsparcie.csv", "pomiary.csv", "miejsca.csv"}) {
      watched.files.put(name, watched.files.text_of(name) + "\n");
    }
  });
  CHECK(watched.run() == ExitCode::done);
  CHECK(watched.said.find("changed: miejsca.csv and 2 more files; computing anew\n") !=
        std::string::npos);
}

TEST_CASE("what is wrong with the usage is told, and nothing is watched") {
  Watched watched;
  CHECK(watched.run({"--format", "csv,text"}) == ExitCode::wrong_usage);
}
