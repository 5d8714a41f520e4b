#include "euproj/base/version.hpp"

namespace euproj {

const std::string_view program_version = EUPROJ_VERSION;

}  // namespace euproj
