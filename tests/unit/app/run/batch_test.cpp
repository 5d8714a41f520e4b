// Many projects in one run: each as if alone, in the order of the arguments, on any number of
// threads.

#include <doctest/doctest.h>

#include <map>
#include <new>
#include <sstream>
#include <stdexcept>

#include "euproj/app/run.hpp"
#include "euproj/base/version.hpp"
#include "support/small_project.hpp"
#include "support/step_clock.hpp"

using namespace euproj;
using euproj::testing::MemoryFiles;
using euproj::testing::StepClock;

namespace {

using Words = std::vector<std::string>;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// Projects p00, p01, ..., each with costs of its own.
class World {
 public:
  explicit World(int projects) {
    const MemoryFiles small = testing::small_project();
    for (int i = 0; i < projects; ++i) {
      const std::string id = (i < 10 ? "p0" : "p") + std::to_string(i);
      for (const std::string& name : testing::small_project_files()) {
        files.put(id + "/" + name, small.text_of(name));
      }
      put(id, "project.yaml", "id: maly", "id: " + id);
      put(id, "wydatki.csv", "1,100.00", "1," + std::to_string(100 + i) + ".00");
      names.push_back(id + "/project.yaml");
    }
    files.put_folder("out/");
  }

  void put(const std::string& id, const std::string& name, const std::string& from,
           const std::string& to) {
    const std::string path = id + "/" + name;
    files.put(path, replaced(files.text_of(path), from, to));
  }

  ExitCode run(const std::string& command, const Words& projects, const Words& options) {
    Words arguments = {command};
    arguments.insert(arguments.end(), projects.begin(), projects.end());
    arguments.insert(arguments.end(), {"--lang", language});
    arguments.insert(arguments.end(), options.begin(), options.end());
    std::ostringstream out_stream;
    std::ostringstream err_stream;
    StepClock clock;
    Env env{files, out_stream, err_stream, *Date::from(2022, 6, 30), {}, false,
            false, true,       &clock};
    const ExitCode code = euproj::run(arguments, env);
    out = out_stream.str();
    err = err_stream.str();
    return code;
  }

  MemoryFiles files;
  Words names;
  std::string language = "en";
  std::string out;
  std::string err;
};

}  // namespace

TEST_CASE("each report is the one that its project has alone, whatever the threads") {
  World world(12);
  const Words options = {"--format", "text,json,html,csv,xlsx", "-o", "out/", "--quiet"};
  for (const std::string& name : world.names) {
    REQUIRE(world.run("report", {name}, options) == ExitCode::done);
  }
  std::map<std::string, std::string> alone;
  for (const std::string& path : world.files.glob("out/*")) {
    if (!path.ends_with('/')) alone[path] = world.files.text_of(path);
  }
  CHECK(alone.size() == 12 * 5);
  std::string first_summary;
  for (const char* threads : {"1", "2", "3", "16"}) {
    Words many = options;
    many.insert(many.end(), {"--threads", threads});
    for (const auto& [path, bytes] : alone) world.files.put(path, "");
    REQUIRE(world.run("report", world.names, many) == ExitCode::done);
    for (const auto& [path, bytes] : alone) CHECK(world.files.text_of(path) == bytes);
    const std::string summary = world.out + world.files.text_of("out/_fleet-all.json") +
                                world.files.text_of("out/_fleet-all.xlsx");
    if (first_summary.empty()) first_summary = summary;
    CHECK(summary == first_summary);
  }
}

TEST_CASE("what is printed stands in the order of the arguments") {
  World world(9);
  Words backwards(world.names.rbegin(), world.names.rend());
  std::string expected;
  for (const std::string& name : backwards) {
    REQUIRE(world.run("report", {name}, {}) == ExitCode::done);
    expected += world.out;
  }
  REQUIRE(world.run("report", backwards, {"--threads", "4"}) == ExitCode::done);
  CHECK(world.out == expected);
}

TEST_CASE("a broken project spoils nobody else's report, and the status is the worst one") {
  World world(4);
  world.put("p01", "wydatki.csv", "101.00", "1O1.00");
  world.files.remove("p02/wsparcie.csv");
  CHECK(world.run("report", world.names, {"-o", "out/", "--threads", "2"}) == ExitCode::failure);
  CHECK(world.files.text_of("out/p00-all.txt").size() > 1000);
  CHECK(world.files.text_of("out/p03-all.txt").size() > 1000);
  CHECK_FALSE(world.files.exists("out/p01-all.txt"));
  CHECK_FALSE(world.files.exists("out/p02-all.txt"));
  const std::size_t money = world.err.find("p01/wydatki.csv:2:");
  const std::size_t missing = world.err.find("[file-not-found]");
  CHECK(money < missing);
  CHECK(missing < world.err.find("wrote out/p03-all.txt"));
  CHECK(world.run("report", {world.names[0], world.names[1]}, {"-o", "out/"}) ==
        ExitCode::bad_data);
}

TEST_CASE(
    "whatever a project's reading throws, the others' reports are written, and the status is 3") {
  struct Thrown {
    std::function<void()> thrower;
    std::string english;
    std::string polish;
  };
  const std::string report_en = "; please report it with the files that cause it\n";
  const std::string report_pl = "; zgłoś go razem z plikami, które go wywołują\n";
  const std::vector<Thrown> all = {
      {[] { throw std::runtime_error("a broken wire"); },
       "internal error: a broken wire" + report_en, "błąd wewnętrzny: a broken wire" + report_pl},
      {[] { throw std::length_error("too long"); }, "internal error: too long" + report_en,
       "błąd wewnętrzny: too long" + report_pl},
      {[] { throw 7; }, "internal error: an exception of an unknown kind" + report_en,
       "błąd wewnętrzny: wyjątek nieznanego rodzaju" + report_pl},
      {[] { throw std::bad_alloc(); },
       "out of memory; split the data into smaller files or add memory\n",
       "zabrakło pamięci; podziel dane na mniejsze pliki albo dodaj pamięci\n"}};
  for (const Thrown& thrown : all) {
    for (const std::string file : {"p01/wydatki.csv", "p01/project.yaml"}) {
      for (const bool polish : {false, true}) {
        World world(3);
        world.language = polish ? "pl" : "en";
        world.files.throw_from(file, thrown.thrower);
        const std::string sentence =
            "euproj: `p01/project.yaml`: " + (polish ? thrown.polish : thrown.english);
        const std::string wrote = polish ? "zapisano out/" : "wrote out/";
        CHECK(world.run("report", world.names, {"-o", "out/", "--threads", "2"}) ==
              ExitCode::failure);
        // Definitions are read before anything is written.
        CHECK(world.err == (file == "p01/project.yaml"
                                ? sentence + wrote + "p00-all.txt\n" + wrote + "p02-all.txt\n"
                                : wrote + "p00-all.txt\n" + sentence + wrote + "p02-all.txt\n"));
        CHECK(world.files.text_of("out/p00-all.txt").size() > 1000);
        CHECK(world.files.text_of("out/p02-all.txt").size() > 1000);
        CHECK_FALSE(world.files.exists("out/p01-all.txt"));

        CHECK(world.run("check", world.names, {}) == ExitCode::failure);
        CHECK(world.err == sentence);
        CHECK(world.out.find("p00/project.yaml: ") != std::string::npos);
        CHECK(world.out.find("p02/project.yaml: ") != std::string::npos);

        // Alone, its name is what was typed: the sentence says only what happened.
        CHECK(world.run("report", {world.names[1]}, {}) == ExitCode::failure);
        CHECK(world.err == "euproj: " + (polish ? thrown.polish : thrown.english));
        CHECK(world.out.empty());
      }
    }
  }
}

TEST_CASE("projects of one id are told before anything is written; the others are written") {
  World world(3);
  world.put("p02", "project.yaml", "id: p02", "id: p00");
  for (const Words& options : {Words{"-o", "out/"}, Words{"-o", "out/", "--keep-going"}}) {
    CHECK(world.run("report", world.names, options) == ExitCode::bad_data);
    CHECK(world.err ==
          "p00/project.yaml: error: project `p00` is also in `p02/project.yaml`: the reports would "
          "replace each other [same-project-id]\n"
          "  help: give the projects different `project.id`, or write their reports to separate "
          "folders\n"
          "wrote out/p01-all.txt\n"
          "p02/project.yaml: error: project `p00` is also in `p00/project.yaml`: the reports would "
          "replace each other [same-project-id]\n"
          "  help: give the projects different `project.id`, or write their reports to separate "
          "folders\n");
    CHECK_FALSE(world.files.exists("out/p00-all.txt"));
  }
  // On standard output nothing is replaced.
  CHECK(world.run("report", world.names, {}) == ExitCode::done);
}

TEST_CASE("--fail-on warning: the reports are written, the status is 1") {
  World world(2);
  world.put("p01", "wydatki.csv", "FV 1/2022,2022-01-20,1", "FV 1/2022,2021-01-20,1");
  CHECK(world.run("report", world.names, {"-o", "out/"}) == ExitCode::done);
  CHECK(world.err.find("warning:") != std::string::npos);
  world.files.remove("out/p01-all.txt");
  CHECK(world.run("report", world.names, {"-o", "out/", "--fail-on", "warning"}) ==
        ExitCode::bad_data);
  CHECK(world.files.exists("out/p01-all.txt"));
  CHECK(world.run("check", {world.names[1]}, {"--fail-on", "warning"}) == ExitCode::bad_data);
  CHECK(world.run("check", {world.names[1]}, {"--fail-on", "error"}) == ExitCode::done);
}

TEST_CASE("findings as JSON name their project where there are several") {
  World world(2);
  world.put("p01", "wydatki.csv", "101.00", "1O1.00");
  CHECK(world.run("check", world.names, {"--findings", "json"}) == ExitCode::bad_data);
  CHECK(world.err.find("\"file\":\"wydatki.csv\",\"line\":2") != std::string::npos);
  CHECK(world.err.find(",\"project\":\"p01/project.yaml\"}\n") != std::string::npos);
  CHECK(world.run("check", {world.names[1]}, {"--findings", "json"}) == ExitCode::bad_data);
  CHECK(world.err.find("\"project\":") == std::string::npos);
}

TEST_CASE("the heartbeat tells when and how the run ended, and that it could not be written") {
  World world(3);
  world.put("p01", "wydatki.csv", "101.00", "1O1.00");
  CHECK(world.run("report", world.names, {"-o", "out/", "--heartbeat", "beat.json"}) ==
        ExitCode::bad_data);
  CHECK(world.files.text_of("beat.json") == R"({
  "format": "euproj-heartbeat/1",
  "version": ")" + std::string(program_version) +
                                                R"(",
  "command": "report",
  "started": "2027-01-15T08:00:00Z",
  "finished": "2027-01-15T08:00:00Z",
  "seconds": 0,
  "status": 1,
  "projects": {
    "all": 3,
    "done": 2,
    "incomplete": 0,
    "bad_data": 1,
    "wrong_usage": 0,
    "failure": 0
  },
  "errors": 1,
  "warnings": 0
}
)");
  CHECK(world.run("check", {world.names[0]}, {"--heartbeat", "beat.json"}) == ExitCode::done);
  CHECK(world.files.text_of("beat.json").find("\"command\": \"check\"") != std::string::npos);
  world.files.break_file("beat.json", FileFault::no_space);
  CHECK(world.run("check", {world.names[0]}, {"--heartbeat", "beat.json"}) == ExitCode::failure);
  CHECK(world.err.find("file `beat.json` cannot be written: no space left on the device") !=
        std::string::npos);
}

TEST_CASE("the summary tells what each came to; with --small-cells no number of findings") {
  World world(3);
  world.put("p01", "wydatki.csv", "101.00", "1O1.00");
  world.put("p02", "project.yaml", "period: {start", "currency: EUR\n  period: {start");
  CHECK(world.run("report", world.names, {"-o", "out/", "--format", "json", "--quiet"}) ==
        ExitCode::bad_data);
  const std::string json = world.files.text_of("out/_fleet-all.json");
  CHECK(json.find("\"cumulative\": \"83.33\"") != std::string::npos);
  CHECK(json.find("\"code\": \"not-a-number\"") != std::string::npos);
  CHECK(world.out.find("p02") != std::string::npos);
  CHECK(world.out.find("EUR") != std::string::npos);
  CHECK(world.out.find("Total") == std::string::npos);  // zlotys and euros do not add up
  CHECK(world.run("report", world.names,
                  {"-o", "out/", "--format", "json", "--quiet", "--small-cells", "5"}) ==
        ExitCode::bad_data);
  CHECK(world.files.text_of("out/_fleet-all.json").find("\"errors\": null") != std::string::npos);
  CHECK(world.out.find("not-a-number") == std::string::npos);
  CHECK(world.out.find("Errors") == std::string::npos);
}
