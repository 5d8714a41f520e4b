# The libraries, all from Debian packages, as imported targets with SYSTEM includes.
find_package(PkgConfig REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(CLI11 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(zip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
find_package(EXPAT REQUIRED)
find_package(pugixml REQUIRED)  # of tests
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)

function(euproj_dependency name target)
  add_library(euproj_dependency_${name} INTERFACE)
  target_link_libraries(euproj_dependency_${name} INTERFACE ${target})
  add_library(euproj::${name} ALIAS euproj_dependency_${name})
endfunction()

euproj_dependency(yaml yaml-cpp)
euproj_dependency(cli11 CLI11::CLI11)
euproj_dependency(crypto OpenSSL::Crypto)
euproj_dependency(xlsxwriter PkgConfig::xlsxwriter)
euproj_dependency(zip PkgConfig::zip)
euproj_dependency(utf8proc PkgConfig::utf8proc)
euproj_dependency(expat EXPAT::EXPAT)
euproj_dependency(pugixml pugixml::pugixml)
euproj_dependency(fmt fmt::fmt)
euproj_dependency(json nlohmann_json::nlohmann_json)

# Debian 12 has archives of these; libzip and libxlsxwriter (with minizip and libcrypto) are shared
# objects only, and glibc should be one.
if(EUPROJ_STATIC)
  foreach(pair yaml=libyaml-cpp.a expat=libexpat.a fmt=libfmt.a utf8proc=libutf8proc.a)
    string(REPLACE "=" ";" pair ${pair})
    list(GET pair 0 name)
    list(GET pair 1 archive)
    find_library(EUPROJ_ARCHIVE_${name} ${archive} REQUIRED)
    set_target_properties(euproj_dependency_${name} PROPERTIES
                          INTERFACE_LINK_LIBRARIES ${EUPROJ_ARCHIVE_${name}})
  endforeach()
endif()
