# What is installed, and the packages made of it: `cmake --install build --prefix P`, `./dev package`.
include(GNUInstallDirs)

# The manual pages and completions are written by a program from the table of commands.
add_executable(write_manual packaging/write_manual.cpp packaging/manual_page.cpp
               packaging/reference_page.cpp packaging/completions.cpp)
target_link_libraries(write_manual PRIVATE euproj_floors euproj_warnings)
set(CPACK_PACKAGE_CONTACT "euproj developers <euproj@example.org>")
set(EUPROJ_MANUAL ${CMAKE_BINARY_DIR}/manual)
file(MAKE_DIRECTORY ${EUPROJ_MANUAL})
set(manual_pages euproj.1 euproj.pl.1 euproj-project.5 euproj-project.pl.5)
set(manual_files ${manual_pages} reference.md euproj.bash _euproj euproj.fish)
list(TRANSFORM manual_files PREPEND ${EUPROJ_MANUAL}/)
set(zipped_pages ${manual_pages} changelog changelog.Debian)
list(TRANSFORM zipped_pages PREPEND ${EUPROJ_MANUAL}/)
list(TRANSFORM zipped_pages APPEND .gz)
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)  # of SOURCE_DATE_EPOCH where it is set
file(CONFIGURE OUTPUT ${EUPROJ_MANUAL}/changelog.Debian @ONLY CONTENT
"euproj (@PROJECT_VERSION@-1) unstable; urgency=medium

  * euproj @PROJECT_VERSION@; what changed is in changelog.gz.

 -- @CPACK_PACKAGE_CONTACT@  @now@
")
add_custom_command(
  OUTPUT ${manual_files} ${zipped_pages}
  COMMAND write_manual ${EUPROJ_MANUAL}
  COMMAND gzip -9nkf ${manual_pages} changelog.Debian
  COMMAND gzip -9nc ${PROJECT_SOURCE_DIR}/CHANGELOG.md > changelog.gz
  DEPENDS write_manual ${PROJECT_SOURCE_DIR}/CHANGELOG.md
  WORKING_DIRECTORY ${EUPROJ_MANUAL})
add_custom_target(manual ALL DEPENDS ${manual_files} ${zipped_pages})

install(TARGETS euproj RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${EUPROJ_MANUAL}/euproj.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${EUPROJ_MANUAL}/euproj.pl.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/pl/man1
        RENAME euproj.1.gz)
install(FILES ${EUPROJ_MANUAL}/euproj-project.5.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
install(FILES ${EUPROJ_MANUAL}/euproj-project.pl.5.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/pl/man5
        RENAME euproj-project.5.gz)
install(FILES ${EUPROJ_MANUAL}/euproj.bash
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME euproj)
install(FILES ${EUPROJ_MANUAL}/_euproj DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${EUPROJ_MANUAL}/euproj.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(DIRECTORY schemas/ DESTINATION ${CMAKE_INSTALL_DATADIR}/euproj
        FILES_MATCHING PATTERN *.schema.json)
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY schemas/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/schemas FILES_MATCHING PATTERN *.md)
install(FILES packaging/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${EUPROJ_MANUAL}/changelog.gz ${EUPROJ_MANUAL}/changelog.Debian.gz
        DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY examples/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples
        USE_SOURCE_PERMISSIONS
        PATTERN generator EXCLUDE PATTERN .gitattributes EXCLUDE)

set(CPACK_PACKAGE_NAME euproj)
set(CPACK_PACKAGE_VENDOR euproj)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "indicators and co-financing of EU projects")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "Reads the definition of a project co-financed by the EU and its logs, counts
people and splits money to the grosz, and writes the report as text, HTML,
XLSX, JSON and CSV. Lists every fault of every file in one run.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_OUTPUT_FILE_PREFIX ${CMAKE_BINARY_DIR}/packages)
include(CPack)
