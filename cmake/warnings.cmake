# All warnings in one INTERFACE target, linked by our own targets only.
add_library(euproj_warnings INTERFACE)
target_compile_options(euproj_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wswitch-enum -Wdouble-promotion -Wformat=2
  $<$<BOOL:${EUPROJ_WERROR}>:-Werror>)
