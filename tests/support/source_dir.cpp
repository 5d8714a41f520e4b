#include "support/source_dir.hpp"

namespace euproj {

std::string source_dir() { return EUPROJ_SOURCE_DIR; }

}  // namespace euproj
