# Runs one golden case: the folder's `cmd` in a scratch copy of the folder, then compares standard
# output, standard error and exit status with expected.out, expected.err and expected.code.
#
# UPDATE_GOLDEN=1 rewrites the expectations instead; `git diff` is the review. `cmd` is one line a
# command (arguments separated by blanks, no quoting); a line that begins with $ runs the program
# that follows it, so that a case can look at what was written.
cmake_minimum_required(VERSION 3.25)

set(scratch ${WORK}/${NAME})
file(REMOVE_RECURSE ${scratch})
file(MAKE_DIRECTORY ${scratch})
file(COPY ${CASE}/ DESTINATION ${scratch} PATTERN "expected.*" EXCLUDE)
file(CREATE_LINK ${ROOT}/examples ${scratch}/examples SYMBOLIC)

# Nothing of the caller's world but what a case sets itself.
foreach(variable LANG LC_ALL LANGUAGE TZ NO_COLOR SOURCE_DATE_EPOCH COLUMNS)
  unset(ENV{${variable}})
endforeach()

get_filename_component(folder ${EUPROJ} DIRECTORY)
set(ENV{PATH} "${folder}:$ENV{PATH}")

file(STRINGS ${CASE}/cmd commands ENCODING UTF-8)
set(out "")
set(err "")
set(codes "")
foreach(line IN LISTS commands)
  if(line MATCHES "^#" OR line STREQUAL "")
    continue()
  endif()
  separate_arguments(arguments UNIX_COMMAND "${line}")
  set(program ${EUPROJ})
  list(GET arguments 0 first)
  if(first STREQUAL "$")
    set(program "")
    list(POP_FRONT arguments)
  endif()
  execute_process(COMMAND ${program} ${arguments} WORKING_DIRECTORY ${scratch}
                  OUTPUT_VARIABLE command_out ERROR_VARIABLE command_err RESULT_VARIABLE code)
  string(APPEND out "${command_out}")
  string(APPEND err "${command_err}")
  string(APPEND codes "${code}\n")
endforeach()

set(faults "")
foreach(pair out=out err=err code=codes)
  string(REPLACE "=" ";" pair ${pair})
  list(GET pair 0 suffix)
  list(GET pair 1 variable)
  set(expected_file ${CASE}/expected.${suffix})
  if(DEFINED ENV{UPDATE_GOLDEN})
    file(WRITE ${expected_file} "${${variable}}")
    continue()
  endif()
  set(expected "")
  if(EXISTS ${expected_file})
    file(READ ${expected_file} expected)
  else()
    string(APPEND faults "there is no ${expected_file}\n")
  endif()
  if(NOT expected STREQUAL "${${variable}}")
    file(WRITE ${scratch}/actual.${suffix} "${${variable}}")
    execute_process(COMMAND diff -u ${expected_file} ${scratch}/actual.${suffix}
                    OUTPUT_VARIABLE difference)
    string(APPEND faults "expected.${suffix} differs:\n${difference}\n")
  endif()
endforeach()
if(faults)
  message(FATAL_ERROR "\n${faults}")
endif()
