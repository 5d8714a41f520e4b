// The order of rows says nothing: any order of every CSV gives the same report (STYLE 4.9).

#include <doctest/doctest.h>

#include <sstream>

#include "euproj/app/run.hpp"
#include "support/shuffled_files.hpp"
#include "support/source_dir.hpp"

namespace euproj {
namespace {

std::string report(const std::string& name, Files& files) {
  std::ostringstream out;
  std::ostringstream err;
  Env env{files, out, err, Date::from(2024, 1, 1).value(), std::nullopt};
  const ExitCode code = run({"report", source_dir() + "/examples/" + name + "/project.yaml",
                             "--format", "json", "--lang", "en"},
                            env);
  INFO(err.str());
  REQUIRE(code == ExitCode::done);
  return out.str();
}

/// The hashes of the inputs blanked: shuffled files are other files.
std::string without_hashes(std::string json) {
  const std::string key = "\"sha256\": \"";
  for (std::size_t at = json.find(key); at != std::string::npos; at = json.find(key, at + 1)) {
    json.replace(at + key.size(), 64, 64, '-');
  }
  return json;
}

TEST_CASE("the rows of every CSV in another order give the same report") {
  for (const std::string name : {"bytom", "opole", "jastrzebie", "lublin", "bartoszyce"}) {
    RealFiles disk;
    const std::string in_order = report(name, disk);
    const std::string expected = without_hashes(in_order);
    REQUIRE(expected.find("\"indicators\"") != std::string::npos);
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
      testing::ShuffledFiles files(seed);
      const std::string raw = report(name, files);
      const std::string json = without_hashes(raw);
      INFO(name << ", seed " << seed);
      CHECK(raw != in_order);  // the rows were shuffled indeed
      if (json == expected) continue;
      std::size_t at = 0;
      while (at < json.size() && at < expected.size() && json[at] == expected[at]) ++at;
      const std::size_t from = at < 80 ? 0 : at - 80;
      FAIL_CHECK("in order: " << expected.substr(from, 240)
                              << "\nshuffled: " << json.substr(from, 240));
    }
  }
}

}  // namespace
}  // namespace euproj
