#include "euproj/report/figures.hpp"

namespace euproj {

std::string value_text(Count count, Quantity value) {
  // A ratio is a percentage with two decimals (SPEC 4.2), so its last two stored ones are zero.
  if (count == Count::ratio) {
    return Percent{value.scaled_units() / (Quantity::scale / 100)}.text();
  }
  return value.text();
}

}  // namespace euproj
