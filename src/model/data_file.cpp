#include "euproj/model/data_file.hpp"

#include <array>

namespace euproj {

std::string_view log_name(LogKind kind) {
  constexpr std::array<std::string_view, log_kind_count> names = {
      "participants", "support", "outcomes", "places", "measurements", "expenditures", "aliases"};
  return names.at(static_cast<std::size_t>(kind));
}

}  // namespace euproj
