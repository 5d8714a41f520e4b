#include "euproj/words/kinds.hpp"

#include <iterator>

#include "words/filled.hpp"
#include "words/placeholders.hpp"

namespace euproj {
namespace {

#define EUPROJ_KIND(name, code, severity, pl, en, help_pl, help_en)                    \
  static_assert(placeholders(pl) == placeholders(en),                                  \
                #name ": the two messages have different placeholders");               \
  static_assert(placeholders(help_pl) == placeholders(help_en),                        \
                #name ": the two helps have different placeholders");                  \
  static_assert(are_all_named(placeholders(pl) | placeholders(help_pl)),               \
                #name ": a number of a placeholder is left out");                      \
  static_assert(Kind::name.arguments > 0 || has_no_braces(pl, en, help_pl, help_en),   \
                #name ": a brace in a wording without placeholders");                  \
  static_assert(has_forms(pl, polish_forms) && has_forms(help_pl, polish_forms) &&     \
                    has_forms(en, english_forms) && has_forms(help_en, english_forms), \
                #name ": a word has three forms in Polish, two in English");
#include "euproj/words/kinds.def"
#undef EUPROJ_KIND

// A plain array: clang 14 cannot deduce a std::array of more than 256 elements.
constexpr KindInfo kinds[] = {
#define EUPROJ_KIND(name, code, severity, pl, en, help_pl, help_en)                      \
  {#name,                                                                                \
   code,                                                                                 \
   Severity::severity,                                                                   \
   {EUPROJ_CHECKED(Kind::name.arguments, pl), EUPROJ_CHECKED(Kind::name.arguments, en)}, \
   {EUPROJ_CHECKED(Kind::name.arguments, help_pl),                                       \
    EUPROJ_CHECKED(Kind::name.arguments, help_en)}},
#include "euproj/words/kinds.def"
#undef EUPROJ_KIND
};

}  // namespace

const KindInfo& kind_info(AnyKind kind) { return kinds[kind.number()]; }

std::size_t kind_count() { return std::size(kinds); }

std::optional<AnyKind> kind_of_code(std::string_view code) {
  for (std::size_t at = 0; at < kind_count(); ++at) {
    if (kinds[at].code == code) return AnyKind(at);
  }
  return std::nullopt;
}

}  // namespace euproj
