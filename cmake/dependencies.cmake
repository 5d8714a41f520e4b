# The libraries, all from Debian packages, as imported targets with SYSTEM includes.
find_package(PkgConfig REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)

function(euproj_dependency name target)
  add_library(euproj_dependency_${name} INTERFACE)
  target_link_libraries(euproj_dependency_${name} INTERFACE ${target})
  add_library(euproj::${name} ALIAS euproj_dependency_${name})
endfunction()

euproj_dependency(yaml yaml-cpp)
euproj_dependency(cli11 CLI11::CLI11)
euproj_dependency(json nlohmann_json::nlohmann_json)
euproj_dependency(crypto OpenSSL::Crypto)
euproj_dependency(xlsxwriter PkgConfig::xlsxwriter)
