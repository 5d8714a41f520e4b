# All warnings in one INTERFACE target, linked by our own targets only.
add_library(euproj_warnings INTERFACE)
target_compile_options(euproj_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wswitch-enum -Wdouble-promotion -Wformat=2
  $<$<BOOL:${EUPROJ_WERROR}>:-Werror>
  # gcc 12 is wrong about `"literal" + std::string` (its bugs 105329 and 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds -Wno-restrict -Wno-stringop-overflow>)
