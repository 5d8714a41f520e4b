#include "euproj/model/data_file.hpp"

#include <array>

namespace euproj {

std::string_view log_name(LogKind kind) {
  constexpr std::array<std::string_view, log_kind_count> names = {
      "participants", "support",  "outcomes", "places",      "measurements", "expenditures",
      "aliases",      "entities", "declared", "settlements", "waivers"};
  return names.at(static_cast<std::size_t>(kind));
}

std::string_view skip_word(SkipReason reason) {
  switch (reason) {
    case SkipReason::above_header:
      return "above-header";
    case SkipReason::total:
      return "total";
    case SkipReason::below_total:
      return "below-total";
    case SkipReason::unnamed_column:
      return "column-without-name";
    case SkipReason::no_amounts:
      break;
  }
  return "no-amounts";
}

}  // namespace euproj
