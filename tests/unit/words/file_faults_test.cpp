// Files that fail: each fault as a finding, and each operation of a whole run failing once.

#include "euproj/words/file_faults.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "euproj/app/run.hpp"
#include "euproj/words/kinds.hpp"
#include "support/failing_files.hpp"
#include "support/log_run.hpp"
#include "support/small_project.hpp"

using namespace euproj;
using euproj::testing::FailingFiles;
using euproj::testing::LogRun;
using Lines = std::vector<std::string>;

TEST_CASE("each fault of a log is one finding, where the definition names it") {
  const std::pair<FileFault, std::string> faults[] = {
      {FileFault::not_found, "there is no file `r.csv` [file-not-found]"},
      {FileFault::is_a_folder, "`r.csv` is a folder, a file is needed [file-is-a-folder]"},
      {FileFault::not_a_file,
       "`r.csv` is not a regular file but a device, a pipe or a socket [file-not-regular]"},
      {FileFault::no_permission, "no permission to read file `r.csv` [file-not-permitted]"},
      {FileFault::too_large, "file `r.csv` is larger than 8 GiB [file-too-large]"},
      {FileFault::changed, "file `r.csv` changed while it was read [file-changed]"},
      {FileFault::no_space, "file `r.csv` cannot be read [file-not-readable]"},
      {FileFault::other, "file `r.csv` cannot be read [file-not-readable]"}};
  for (const auto& [fault, sentence] : faults) {
    LogRun run;
    run.add(LogKind::outcomes, "r.csv", "");
    run.files.break_file("p/r.csv", fault);
    run.read();
    CHECK(run.findings() == Lines{"project.yaml:7:3: error: " + sentence});
    CHECK(run.diagnostics.has_failures());
  }
}

TEST_CASE("a log that changes while it is read is a failure, whatever was read of it") {
  LogRun run;
  run.add(LogKind::outcomes, "r.csv", "person_id,outcome,date\nU-1,praca,2022-03-01\n");
  run.files.change_while_read("p/r.csv");
  run.read();
  CHECK(run.findings() == Lines{"project.yaml:7:3: error: file `r.csv` changed while it was read "
                                "[file-changed]"});
}

namespace {

struct Ran {
  ExitCode code{};
  std::string out;
  std::string err;
};

Ran run_with(FailingFiles& files, const std::vector<std::string>& arguments) {
  std::ostringstream out, err;
  Env env{files, out, err, *Date::from(2022, 6, 30), {}, false, false, true};
  const ExitCode code = run(arguments, env);
  return {code, out.str(), err.str()};
}

/// One command with the n-th operation failing, for every n that the command reaches.
void fail_each_operation(const std::vector<std::string>& arguments,
                         const std::vector<std::string>& outputs) {
  for (const FileFault fault :
       {FileFault::no_permission, FileFault::no_space, FileFault::other, FileFault::changed}) {
    std::size_t failing = 0;
    for (bool reached = true; reached; ++failing) {
      REQUIRE(failing < 200);
      auto world = euproj::testing::small_project();
      for (const std::string& output : outputs) world.put(output, "the old result");
      FailingFiles files(world, failing, fault);
      const Ran ran = run_with(files, arguments);
      reached = files.has_failed();
      const std::string what = arguments.front() + ", operation " + std::to_string(failing);
      CAPTURE(what);
      if (!reached) {
        CHECK(ran.code == ExitCode::done);
        continue;
      }
      CHECK((ran.code == ExitCode::failure || files.may_go_unnoticed()));
      if (ran.code == ExitCode::failure) {
        CHECK_FALSE(ran.err.empty());
        CHECK(ran.err.find("file-") != std::string::npos);
      }
      // Each output is the old one or a new one; which of several were written before is known.
      for (const std::string& output : outputs) CHECK_FALSE(world.text_of(output).empty());
    }
    CHECK(failing > 1);
  }
}

}  // namespace

TEST_CASE("each operation of a report fails once: status 3, a sentence, no half result") {
  fail_each_operation({"report", "project.yaml", "--period", "2022", "--format", "text,json,csv",
                       "-o", "out/", "--lang", "en"},
                      {"out/maly-2022.txt", "out/maly-2022.json", "out/maly-2022.csv"});
}

TEST_CASE("each operation of check and of explain fails once") {
  fail_each_operation({"check", "project.yaml", "--lang", "en"}, {});
  fail_each_operation({"explain", "project.yaml", "P1", "-o", "p1.json", "--lang", "en"},
                      {"p1.json"});
}

TEST_CASE("what reveals personal data is written for its owner only") {
  auto world = euproj::testing::small_project();
  FailingFiles files(world, 1000, FileFault::other);
  CHECK(run_with(files, {"explain", "project.yaml", "P1", "--reveal", "-o", "p1.txt"}).code ==
        ExitCode::done);
  CHECK(world.is_private("p1.txt"));
  CHECK(run_with(files, {"explain", "project.yaml", "P1", "-o", "p2.txt"}).code == ExitCode::done);
  CHECK_FALSE(world.is_private("p2.txt"));
}

TEST_CASE("a standard output that takes nothing is status 3 and one sentence") {
  auto world = euproj::testing::small_project();
  std::ostringstream out, err;
  out.setstate(std::ios::badbit);
  Env env{world, out, err, *Date::from(2022, 6, 30), {}, false, false, true};
  CHECK(run({"report", "project.yaml", "--lang", "en"}, env) == ExitCode::failure);
  CHECK(err.str() ==
        "euproj: the result could not be printed: standard output is closed or full\n");
}
