#pragma once
// Reference: every key of a definition and every column of the logs with what it means, from the
// tables that the reader asks. schemas/README.md and the manual page euproj-project(5) are written
// from it.

#include <string>
#include <string_view>
#include <vector>

#include "euproj/model/columns.hpp"
#include "euproj/model/indicator.hpp"

namespace euproj {

struct ReferenceKey {
  std::string_view name;
  bool is_needed = false;
  LocalText meaning;
  LocalText takes;                      // what a value looks like
  std::vector<std::string_view> words;  // that it may be; empty: others
  std::string_view object;              // the name of the Object that it holds; empty: none
};

struct ReferenceObject {
  std::string_view name;            // source
  std::vector<std::string> places;  // financing.sources[]
  LocalText meaning;
  std::vector<ReferenceKey> keys;
  std::vector<std::string> examples;  // in YAML, one line each
};

struct ReferenceColumn {
  std::string_view name;
  bool is_needed = false;
  bool is_personal = false;  // and so never printed
  LocalText meaning;
  LocalText takes;
  std::vector<std::vector<std::string_view>> words;  // those of one meaning together
  std::string_view example;
  std::vector<std::string_view> labels;  // what people's own lists call it, folded
};

struct ReferenceLog {
  std::string_view name;
  LocalText meaning;
  std::vector<ReferenceColumn> columns;
};

struct Reference {
  std::vector<ReferenceObject> objects;
  std::vector<ReferenceLog> logs;
};

[[nodiscard]] Reference read_reference();

}  // namespace euproj
