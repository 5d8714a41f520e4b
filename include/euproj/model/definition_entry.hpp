#pragma once
// One thing that a definition says, for comparing two of them by meaning.

#include <string>

namespace euproj {

struct DefinitionEntry {
  std::string path;   // in the keys of the definition: indicators[P1].target.total
  std::string value;  // in one form: 1000.00 and 1000.0 are both 1000, lists of words are sorted
};

}  // namespace euproj
