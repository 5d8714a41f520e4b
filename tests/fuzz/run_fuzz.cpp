// The whole program on an in-memory world, for libFuzzer: the first byte chooses which file of a
// small project the rest replaces, so every reader is reached through the seam of production.

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "euproj/app/run.hpp"
#include "support/memory_files.hpp"
#include "support/small_project.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  euproj::testing::MemoryFiles files = euproj::testing::small_project();
  const auto& names = euproj::testing::small_project_files();
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  files.put(names[data[0] % names.size()], bytes);
  std::ostringstream out, err;
  euproj::Env env{files, out, err, *euproj::Date::from(2022, 6, 30), {}, false, false, true};
  for (const char* format : {"text", "json", "csv"}) {
    static_cast<void>(
        euproj::run({"report", "project.yaml", "--keep-going", "--format", format}, env));
  }
  return 0;
}
