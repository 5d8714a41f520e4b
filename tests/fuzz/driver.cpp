// libFuzzer's entry to one target: EUPROJ_FUZZ_TARGET is its place in the table.

#include <cstddef>
#include <cstdint>

#include "fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  euproj::fuzz::targets[EUPROJ_FUZZ_TARGET].feed({reinterpret_cast<const char*>(data), size});
  return 0;
}
