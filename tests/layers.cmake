# Who may include whom (src/README.md has the picture), and which header says what a source holds. Fails with file
# and line.
#
# Floors: include/euproj/FLOOR is a floor's door; what lies in src/FLOOR/ROOM is for that floor alone, and
# within it for the rooms named below. Each library is included by the files named below, and nothing
# under the report knows floating point.
cmake_minimum_required(VERSION 3.25)

# The floors whose doors a floor may open, beside its own.
set(may_base base)
set(may_words base)
set(may_core base)
set(may_store base core)
set(may_model base core store)
set(may_check base words core store model calc)
set(may_calc base core store model)
set(may_sql base core store model)
set(may_report base words core store model calc)
set(may_read base words core store model)
# What the figures bring of the model (kinds, counts) render may name, never the rest of it.
set(may_render base words core model report)
set(may_app base words core store model check calc sql report read render)
set(may_packaging base words read app)
set(may_tests base words core store model check calc sql report read render app)

# The rooms of its floor that a room may enter, beside itself and what lies on the floor outside rooms.
# Those of the reader stand in order: each may enter only rooms that stand before it.
set(may_read/csv)
set(may_read/words)
set(may_read/sheet read/words)
set(may_read/yaml read/words)
set(may_read/keys read/words read/yaml)
set(may_read/rows read/csv read/words)
set(may_read/central read/csv read/words read/rows)
set(may_read/logs read/csv read/words read/sheet read/rows read/central)
set(may_read/definition read/words read/yaml read/keys read/central)
set(may_read/json)
set(may_read/seals read/json read/words)
set(may_read/published read/csv read/words read/sheet read/rows read/logs)
set(may_read/reference read/words read/yaml read/keys read/logs)
set(in_order read/csv read/words read/sheet read/yaml read/keys read/rows read/central read/logs read/definition read/json read/seals read/published read/reference)
set(may_calc/counting calc/conditions)
set(may_calc/explain calc/conditions)
set(may_check/money)
set(may_check/people)
set(may_check ${may_check} check/money check/people)  # the list of all checks, and what takes counts
set(may_sql/tables sql/algebra)
set(may_sql/rules sql/algebra sql/tables)
set(may_report/document report/parts report/audit)
set(may_report/audit report/explain report/parts)
set(may_report/figures report/parts)
set(may_report/explain report/figures report/parts)
set(may_report/fleet report/parts)
set(may_report/answers report/parts)
set(may_render/sheets render/text)
set(may_render/workbook render/sheets render/text)
# What has no rooms below it stands first: commands on what runs share, that on the command line.
set(may_app/run app/cli)
set(may_app/audit app/run app/cli)
set(may_app/commands app/audit app/run app/cli)
set(may_app ${may_app} app/commands app/audit app/run app/cli app/os)  # main, run and the table of commands

set(only_in
  "yaml-cpp/=src/read/yaml/tree.cpp"
  "utf8proc.h=src/base/text/unicode.cpp"
  "nlohmann/=src/read/json/json_events.cpp"
  "zip.h=src/(base/zip_reader|render/workbook/package).cpp"
  "expat.h=src/read/sheet/xml_stream.cpp"
  "pugixml.hpp=no source of the program"
  "CLI/=src/app/cli/command_line.cpp"
  "xlsxwriter.h=src/render/workbook/library.hpp"
  "openssl/=src/base/sha256.cpp"
  "fmt/=src/words/filled.hpp|src/.*[.]cpp")

# Tests of several floors at once, and the floors that they see behind the doors of.
set(sees
  "tests/fuzz/targets.cpp=read"
  "tests/support/catalogue_count.hpp=read"
  "tests/support/spreadsheets.hpp=read"
  "tests/unit/render/workbook/long_table_test.cpp=read"
  "tests/unit/report/explain/evidence_test.cpp=read")

# A source has a header of its name, in its room or among its floor's doors. The others, with the header that
# declares what they hold, and why it is one for several:
set(without_header
  "app/main="                                                   # where the program begins
  "words/write_names="                                          # a program that the build runs
  "app/commands/[a-z_]+=app/commands/list.hpp"                  # a command each, all made alike
  "check/(counted|money/[a-z_]+|people/[a-z_]+)=check/check_list.hpp"  # checks of one signature, run as a list
  "read/definition/read_[a-z_]+=read/definition/sections.hpp"   # readers of one signature, a section each
  "read/sheet/(ods|xlsx)=read/sheet/spreadsheet.hpp"            # the two forms of a Workbook
  "render/(csv/csv|html/html|text/text|workbook/workbook)=euproj/render/render.hpp"  # a format each
  "render/html/(chart|overview|table)=render/html/parts.hpp"    # the parts of a page, each a text
  "render/text/verification=euproj/render/render_answers.hpp"   # the answer of `verify` as text, json/ has the other
  "render/json/[a-z_]+=euproj/render/render_[a-z]+.hpp|render/json/report.hpp"  # an output each, by the doors of render
  "report/document/brief=euproj/report/document.hpp"            # the other document of a report
  "report/document/[a-z_]+=report/document/sections.hpp"        # sections of one signature, listed in order
  "report/explain/document_list=euproj/report/evidence.hpp"     # the evidence of money, beside that of persons
  "report/figures/[a-z]+_figures=report/figures/add_figures.hpp"  # each adds to the figures of a report
  "sql/tables/schemas=euproj/sql/export_tables.hpp"             # the tables as statements, beside their rows
  "sql/rules/[a-z_]+=sql/rules/(script|conditions).hpp|euproj/sql/sql_script.hpp")  # rules as steps of one script, in its order

set(faults "")
set(before "")
foreach(room IN LISTS in_order)
  foreach(to IN LISTS may_${room})
    if(NOT to IN_LIST before)
      string(APPEND faults "room ${room} may not be allowed to enter ${to}, which stands behind it\n")
    endif()
  endforeach()
  list(APPEND before ${room})
endforeach()
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/src/*.?pp ${ROOT}/include/euproj/*.?pp ${ROOT}/packaging/*.?pp
     ${ROOT}/tests/*.?pp)
list(LENGTH files count)
if(count LESS 200)
  message(FATAL_ERROR "found only ${count} files under ${ROOT}: this check looks at nothing")
endif()

set(used "")
foreach(file IN LISTS files)
  if(NOT file MATCHES "^src/(([a-z]+)/.*)[.]cpp$")
    continue()
  endif()
  set(source ${CMAKE_MATCH_1})
  set(floor ${CMAKE_MATCH_2})
  get_filename_component(name ${source} NAME)
  if(EXISTS ${ROOT}/src/${source}.hpp OR EXISTS ${ROOT}/include/euproj/${floor}/${name}.hpp)
    continue()
  endif()
  set(declared OFF)
  foreach(rule IN LISTS without_header)
    string(REGEX MATCH "^([^=]+)=(.*)$" _ ${rule})
    set(header ${CMAKE_MATCH_2})
    if(NOT source MATCHES "^${CMAKE_MATCH_1}$")
      continue()
    endif()
    list(APPEND used ${rule})
    set(declared ON)
    file(STRINGS ${ROOT}/${file} lines REGEX "^#include \"(${header})\"")
    if(NOT "${header}" STREQUAL "" AND NOT lines)
      string(APPEND faults "${file}: has no header of its name, and includes none of ${header}\n")
    endif()
    break()
  endforeach()
  if(NOT declared)
    string(APPEND faults "${file}: has no header of its name, in its room or among the doors of ${floor}\n")
  endif()
endforeach()
foreach(rule IN LISTS without_header)
  if(NOT rule IN_LIST used)
    string(APPEND faults "without_header: no source needs ${rule}\n")
  endif()
endforeach()

foreach(file IN LISTS files)
  # Where the file lies: its floor, and in src its room.
  set(room "")
  if(file MATCHES "^include/euproj/([a-z]+)/")
    set(floor ${CMAKE_MATCH_1})
    set(room door)
  elseif(file MATCHES "^src/([a-z]+)/([a-z]+)/[^/]+$")
    set(floor ${CMAKE_MATCH_1})
    set(room ${CMAKE_MATCH_1}/${CMAKE_MATCH_2})
  elseif(file MATCHES "^src/([a-z]+)/[^/]+$")
    set(floor ${CMAKE_MATCH_1})
    set(room ${CMAKE_MATCH_1})
  else()
    string(REGEX REPLACE "/.*" "" floor ${file})
  endif()
  set(own ${floor})
  if(file MATCHES "^tests/unit/([a-z]+)/")
    set(own ${CMAKE_MATCH_1})  # a unit's test may look behind the doors of the floor that it tests
  endif()
  file(STRINGS ${ROOT}/${file} lines REGEX "include|double|float|lxw_")
  foreach(line IN LISTS lines)
    if(line MATCHES "^[ \t]*#[ \t]*include[ \t]*[<\"]euproj/([a-z]+)/")
      if(NOT CMAKE_MATCH_1 STREQUAL floor AND NOT CMAKE_MATCH_1 IN_LIST may_${floor})
        string(APPEND faults "${file}: ${floor} may not include ${CMAKE_MATCH_1}: ${line}\n")
      endif()
    elseif(line MATCHES "^[ \t]*#[ \t]*include[ \t]*[<\"](([a-z]+)(/[a-z]+)?)/[^/]+[>\"]")
      set(to ${CMAKE_MATCH_1})
      set(to_floor ${CMAKE_MATCH_2})
      if(IS_DIRECTORY ${ROOT}/src/${to})
        if(NOT to_floor STREQUAL own AND NOT "${file}=${to_floor}" IN_LIST sees)
          string(APPEND faults "${file}: ${to} is private to its floor: ${line}\n")
        elseif(room STREQUAL door)
          string(APPEND faults "${file}: a door may not include what lies behind it: ${line}\n")
        elseif(NOT room STREQUAL "" AND NOT to STREQUAL room AND NOT to STREQUAL floor
               AND NOT to IN_LIST may_${room})
          string(APPEND faults "${file}: room ${room} may not enter ${to}: ${line}\n")
        endif()
      endif()
    endif()
    foreach(rule IN LISTS only_in)
      string(REGEX MATCH "^([^=]+)=(.+)$" _ ${rule})
      set(library ${CMAKE_MATCH_1})
      set(place ${CMAKE_MATCH_2})
      if(line MATCHES "^[ \t]*#[ \t]*include[ \t]*[<\"]${library}" AND file MATCHES "^(src|include)/"
         AND NOT file MATCHES "^${place}$")
        string(APPEND faults "${file}: only ${place} may include ${library}\n")
      endif()
    endforeach()
    string(REGEX REPLACE "//.*" "" code "${line}")
    # libxlsxwriter calls what is its own lxw_*; it differs from version to version.
    if(file MATCHES "^src/" AND code MATCHES "lxw_[a-z0-9_]+\\(" AND NOT code MATCHES "lxw_strerror\\(")
      string(APPEND faults "${file}: a private function of libxlsxwriter: ${line}\n")
    endif()
    if(floor MATCHES "^(base|words|core|store|model|check|calc|sql)$"
       AND code MATCHES "(^|[^a-z_A-Z0-9])(double|float)($|[^a-z_A-Z0-9])")
      string(APPEND faults "${file}: floating point below the report: ${line}\n")
    endif()
  endforeach()
endforeach()

if(faults)
  message(FATAL_ERROR "\n${faults}")
endif()
message(STATUS "${count} files keep to their floors and rooms")
