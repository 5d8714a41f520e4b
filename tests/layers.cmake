# Who may include whom (CONTRIBUTING, "Floors"). Fails with file and line.
#
# Own headers against the table, each third-party library in the one file that may include it, and
# no floating point below the report.
cmake_minimum_required(VERSION 3.25)

set(may_base base)
set(may_core base core)
set(may_model base core model)
set(may_check base core model check)
set(may_calc base core model calc)
set(may_report base core model calc report)
set(may_read base core model read)
# What figures.hpp brings of the model (kinds, counts) render may name, never the rest of it.
set(may_render base core model report render)
set(may_app base core model check calc report read render app)

set(only_in
  "yaml-cpp/=src/read/yaml_tree.cpp"
  "zip.h=src/base/zip_reader.cpp"
  "pugixml.hpp=src/read/xml_tree.cpp"
  "CLI/=src/app/command_line.cpp"
  "xlsxwriter.h=src/render/xlsx_library.hpp"
  "nlohmann/=src/render/json.cpp"
  "openssl/=src/base/sha256.cpp")

set(faults "")
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/src/*.?pp ${ROOT}/include/euproj/*.?pp)
list(LENGTH files count)
if(count LESS 50)
  message(FATAL_ERROR "found only ${count} files under ${ROOT}: this check looks at nothing")
endif()

foreach(file IN LISTS files)
  string(REGEX REPLACE "^(src|include/euproj)/([a-z]+)/.*$" "\\2" floor ${file})
  file(STRINGS ${ROOT}/${file} lines REGEX "#include|double|float")
  foreach(line IN LISTS lines)
    if(line MATCHES "#include \"(euproj/)?([a-z]+)/")
      if(NOT CMAKE_MATCH_2 IN_LIST may_${floor})
        string(APPEND faults "${file}: floor ${floor} may not include ${CMAKE_MATCH_2}: ${line}\n")
      endif()
    endif()
    foreach(rule IN LISTS only_in)
      string(REGEX MATCH "^([^=]+)=(.+)$" _ ${rule})
      if(line MATCHES "#include <${CMAKE_MATCH_1}")
        string(REGEX MATCH "^([^=]+)=(.+)$" _ ${rule})
        if(NOT file STREQUAL CMAKE_MATCH_2)
          string(APPEND faults "${file}: only ${CMAKE_MATCH_2} may include ${CMAKE_MATCH_1}\n")
        endif()
      endif()
    endforeach()
    if(floor MATCHES "^(base|core|model|check|calc)$" AND line MATCHES "(^|[^a-z_])(double|float)[ >)]"
       AND NOT line MATCHES "//")
      string(APPEND faults "${file}: floating point below the report: ${line}\n")
    endif()
  endforeach()
endforeach()

if(faults)
  message(FATAL_ERROR "\n${faults}")
endif()
message(STATUS "${count} files keep to their floors")
