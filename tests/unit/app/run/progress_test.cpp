// Progress: on a terminal, from the first second on, one line that is gone at the end.

#include "app/run/progress.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "euproj/app/run.hpp"
#include "euproj/base/unicode.hpp"
#include "support/small_project.hpp"
#include "support/step_clock.hpp"

using namespace euproj;
using euproj::testing::MemoryFiles;
using euproj::testing::StepClock;

namespace {

struct Ran {
  ExitCode code{};
  std::string out;
  std::string err;
  int looks = 0;  // at the clock
};

/// With a clock that goes on by `step` at each look, and a document that is worth a warning.
Ran ran(std::vector<std::string> arguments, std::int64_t step, bool terminal) {
  MemoryFiles files = testing::small_project();
  files.put("wydatki.csv", "doc_no,paid_date,task,eligible\nFV 1/2021,2021-01-20,1,100.00\n");
  std::ostringstream out;
  std::ostringstream err;
  StepClock clock(step);
  Env env{files, out, err, *Date::from(2022, 6, 30), {}, false, terminal, true, &clock};
  const ExitCode code = run(arguments, env);
  return {code, out.str(), err.str(), clock.asked()};
}

}  // namespace

TEST_CASE("what is read, how much and how long still; then nothing is left of it") {
  std::ostringstream terminal;
  StepClock clock;
  {
    ProgressLine line(terminal, clock, Language::english);
    line.expect_bytes(400'000'000);
    line.begin_file("p/dane/a.csv");
    clock.go_on(999);
    line.begin_file("p/dane/b.csv");
    CHECK(terminal.str().empty());  // a second has not passed
    clock.go_on(1);
    line.read_bytes(100'000'000);
    CHECK(terminal.str() == "\r\x1b[K100 of 400 MB, 4 s left, p/dane/b.csv");
    terminal.str({});
    clock.go_on(99);
    line.begin_file("p/dane/c.csv");
    CHECK(terminal.str().empty());  // nobody reads faster
    clock.go_on(901);
    line.read_bytes(200'000'000);
    CHECK(terminal.str() == "\r\x1b[K300 of 400 MB, 1 s left, p/dane/c.csv");
    terminal.str({});
    line.aside([&] { terminal << "a finding\n"; });
    CHECK(terminal.str() == "\r\x1b[Ka finding\n");
    terminal.str({});
    clock.go_on(100);
    line.read_bytes(150'000'000);  // it has grown
    CHECK(terminal.str() == "\r\x1b[K400 of 400 MB, p/dane/c.csv");
    terminal.str({});
  }
  CHECK(terminal.str() == "\r\x1b[K");
}

TEST_CASE(
    "several projects are counted; a long path loses its beginning, never the line its width") {
  std::ostringstream terminal;
  StepClock clock;
  ProgressLine line(terminal, clock, Language::polish);
  line.expect_bytes(8'000'000);
  line.expect_projects(500);
  line.end_project();
  clock.go_on(2000);
  line.begin_file("projekty/" + std::string(60, 'x') + "/żółć/\x1b[2Jwsparcie.csv");
  const std::string shown = terminal.str().substr(4);
  CHECK(shown ==
        "1 z 500 projektów, 0 z 8 MB, …" + std::string(27, 'x') + "/żółć/?[2Jwsparcie.csv");
  CHECK(display_width(shown) == 79);
}

TEST_CASE("a slow run on a terminal shows progress and its results are the same") {
  const Ran plain = ran({"report", "project.yaml", "--lang", "en"}, 1001, false);
  const Ran seen = ran({"report", "project.yaml", "--lang", "en"}, 1001, true);
  REQUIRE(plain.code == ExitCode::done);
  CHECK(seen.code == plain.code);
  CHECK(seen.out == plain.out);
  CHECK(plain.err.find('\r') == std::string::npos);
  CHECK(plain.err.find("[document-outside-period]") != std::string::npos);
  CHECK(seen.err.find("\r\x1b[K0 of 1 MB, uczestnicy.csv") != std::string::npos);
  CHECK(seen.err.find(" s left, wydatki.csv") != std::string::npos);
  const std::size_t last = seen.err.rfind("\r\x1b[K");
  CHECK(seen.err.substr(last + 4) == plain.err);  // findings stand on a free line
}

TEST_CASE("a fast run, --quiet and what is no terminal show nothing") {
  CHECK(ran({"report", "project.yaml"}, 1, true).err.find('\r') == std::string::npos);
  CHECK(ran({"report", "project.yaml", "--quiet"}, 1001, true).err.empty());
  CHECK(ran({"check", "project.yaml"}, 1001, true).err.find('\r') != std::string::npos);
  CHECK(ran({"explain", "project.yaml", "P1"}, 1001, true).err.find('\r') != std::string::npos);
  CHECK(ran({"explain", "project.yaml", "P1"}, 1001, false).err.find('\r') == std::string::npos);
}

TEST_CASE("a log that is read once more, for the columns of its findings, is not counted twice") {
  MemoryFiles files = testing::small_project();
  std::ostringstream terminal;
  StepClock clock(1001);
  ProgressLine line(terminal, clock, Language::english);
  line.expect_bytes(1'000'000'000);
  files.put("big", std::string(3'000'000, 'x'));
  const ProgressFiles shown(files, line);
  for (int time = 0; time < 2; ++time) CHECK(shown.read("big"));
  CHECK(terminal.str().find("3 of 1000 MB") != std::string::npos);
  CHECK(terminal.str().find("6 of 1000 MB") == std::string::npos);
}

TEST_CASE("the clock is looked at per file, never per row") {
  MemoryFiles files = testing::small_project();
  std::string rows = files.text_of("wsparcie.csv");
  for (int i = 0; i < 5000; ++i)
    rows += "2022-01-10,,U-1,doradztwo,x" + std::to_string(i) + ",1,,\n";
  files.put("wsparcie.csv", rows);
  std::ostringstream out;
  std::ostringstream err;
  StepClock clock;
  Env env{files, out, err, *Date::from(2022, 6, 30), {}, false, true, true, &clock};
  REQUIRE(run({"report", "project.yaml"}, env) == ExitCode::done);
  CHECK(clock.asked() < 40);
}

TEST_CASE("a long log shows how far it is read while it is read") {
  MemoryFiles files = testing::small_project();
  std::string rows = files.text_of("wsparcie.csv");
  for (int i = 0; i < 80'000; ++i) {
    rows += "2022-01-10,,U-1,doradztwo,x" + std::to_string(i) + ",1,,\n";
  }
  const std::string megabytes = std::to_string(rows.size() / 1'000'000 + 1);
  REQUIRE(megabytes == "3");
  files.put("wsparcie.csv", rows);
  std::ostringstream out;
  std::ostringstream err;
  StepClock clock(1001);
  Env env{files, out, err, *Date::from(2022, 6, 30), {}, false, true, true, &clock};
  REQUIRE(run({"report", "project.yaml", "--lang", "en", "--threads", "1"}, env) == ExitCode::done);
  CHECK(err.str().find("\r\x1b[K1 of 3 MB, ") != std::string::npos);
  CHECK(err.str().find("\r\x1b[K2 of 3 MB, ") != std::string::npos);
  CHECK(clock.asked() < 60);
}
