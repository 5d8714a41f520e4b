# What makes a build quick and changes nothing of what is built: a compiler cache and a fast linker where
# they are present, and the standard headers parsed once.
find_program(EUPROJ_CCACHE ccache)
if(EUPROJ_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # A precompiled header is compared by its content, and paths count from the checkout: two checkouts
  # of the same sources share what was compiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${EUPROJ_CCACHE})
endif()

find_program(EUPROJ_MOLD mold)
if(EUPROJ_MOLD AND NOT EUPROJ_LTO)
  add_link_options(-fuse-ld=mold)
endif()

# A source of ours has some 35 lines and parses 57 000 of the library's.
function(euproj_precompile target)
  target_precompile_headers(${target} PRIVATE
    <algorithm> <array> <cstdint> <functional> <map> <memory> <optional> <ostream> <set> <span> <sstream>
    <string> <string_view> <unordered_map> <unordered_set> <utility> <variant> <vector>)
endfunction()
