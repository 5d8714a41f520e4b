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

# Sources of one room are compiled together, a few at a time: what they include is parsed once, and what they
# both instantiate is made once. Names in unnamed namespaces therefore differ within a room. A source that
# takes long by itself stays alone.
function(euproj_compile_together)
  cmake_parse_arguments(together "" "SIZE" "SOURCES;ALONE" ${ARGN})
  foreach(source IN LISTS together_SOURCES)
    cmake_path(GET source PARENT_PATH room)
    if(source MATCHES "${together_ALONE}")
      continue()
    endif()
    string(MD5 key ${room})
    math(EXPR number_${key} "${number_${key}} + 1")
    math(EXPR part "(${number_${key}} - 1) / ${together_SIZE}")
    cmake_path(RELATIVE_PATH room BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
    string(REPLACE "/" "_" room ${room})
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${room}_${part})
  endforeach()
endfunction()
