# The compiler counts the arguments of wordings and compares the placeholders of their two languages.
# COMPILER, ROOT, NAMES: the generated names, WORK: a folder for made-up wordings.
cmake_minimum_required(VERSION 3.25)

function(compile source folder)  # result, output
  execute_process(
    COMMAND ${COMPILER} -std=c++20 -fsyntax-only ${ARGN} -I${folder} -I${NAMES} -I${ROOT}/include
            -I${ROOT}/src ${ROOT}/${source}
    RESULT_VARIABLE result ERROR_VARIABLE output)
  set(result ${result} PARENT_SCOPE)
  set(output "${output}" PARENT_SCOPE)
endfunction()

compile(tests/words/arguments.cpp ${WORK} -DWRONG=0)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "what is right does not compile:\n${output}")
endif()
foreach(wrong RANGE 1 5)
  compile(tests/words/arguments.cpp ${WORK} -DWRONG=${wrong})
  if(result EQUAL 0)
    message(FATAL_ERROR "WRONG=${wrong} of arguments.cpp compiles")
  elseif(NOT output MATCHES "no matching|could not convert|cannot convert|no viable")
    message(FATAL_ERROR "WRONG=${wrong} of arguments.cpp fails for another reason:\n${output}")
  endif()
endforeach()

# One wording of each table made wrong in one language: it must be named.
function(expect_fault source table from to fault)
  file(REMOVE_RECURSE ${WORK})
  file(READ ${ROOT}/include/euproj/words/${table} wordings)
  string(REPLACE "${from}" "${to}" changed "${wordings}")
  if(changed STREQUAL wordings)
    message(FATAL_ERROR "${table} has no longer: ${from}")
  endif()
  file(WRITE ${WORK}/euproj/words/${table} "${changed}")
  compile(${source} ${WORK})
  if(result EQUAL 0 OR NOT output MATCHES "${fault}")
    message(FATAL_ERROR "expected \"${fault}\" of ${source} with ${to}:\n${output}")
  endif()
endfunction()

expect_fault(src/words/kinds.cpp kinds_csv.def "file `{0}` is listed more" "file `{1}` is listed more"
             "file_listed_twice: the two messages have different placeholders")
expect_fault(src/words/texts.cpp texts_workbook.def "{0:error|errors}" "{0:error|errors|errorses}"
             "three forms in Polish, two in English")
expect_fault(src/words/kinds.cpp kinds_csv.def "plik `{0}` jest wymieniony" "plik `{0` jest wymieniony"
             "format")
