// What once crashed a fuzz target, and one right input of each, through the same seams.

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "fuzz/targets.hpp"
#include "support/source_dir.hpp"

namespace euproj {
namespace {

const std::filesystem::path source_folder = source_dir();

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void feed(std::string_view name, const std::string& bytes) {
  for (const fuzz::Target& target : fuzz::targets) {
    if (target.name == name) return target.feed(bytes);
  }
  FAIL("no such target: " << name);
}

TEST_CASE("every input that once crashed a fuzz target is read now") {
  for (const fuzz::Target& target : fuzz::targets) {
    const auto folder = source_folder / "tests/fuzz/crashes" / target.name;
    if (!std::filesystem::exists(folder)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      CAPTURE(entry.path().string());
      target.feed(bytes_of(entry.path()));
      CHECK(true);
    }
  }
}

TEST_CASE("fuzz targets read what is right") {
  const std::string fixtures = "tests/fixtures/spreadsheets/";
  feed("definition", bytes_of(source_folder / "examples/jastrzebie/project.yaml"));
  feed("log", '\0' + bytes_of(source_folder / "examples/jastrzebie/dane/uczestnicy.csv"));
  feed("sheet", '\0' + bytes_of(source_folder / (fixtures + "participants.xlsx")));
  feed("sheet", '\0' + bytes_of(source_folder / (fixtures + "participants.ods")));
  for (const char* text :
       {"2022-02-28", "1042938.86", "85%", "44051401359", "4 weeks", "44562.5"}) {
    feed("scalars", text);
  }
  feed("run", '\0' + bytes_of(source_folder / "examples/jastrzebie/project.yaml"));
  CHECK(true);
}

}  // namespace
}  // namespace euproj
