#include "euproj/words/kinds.hpp"

#include <iterator>

namespace euproj {
namespace {

// A plain array: clang 14 cannot deduce a std::array of more than 256 elements.
constexpr KindInfo kinds[] = {
#define EUPROJ_KIND(name, code, severity, pl, en, help_pl, help_en) \
  {#name, code, Severity::severity, {pl, en}, {help_pl, help_en}},
#include "euproj/words/kinds.def"
#undef EUPROJ_KIND
};

}  // namespace

const KindInfo& kind_info(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::size_t kind_count() { return std::size(kinds); }

}  // namespace euproj
