// Compiled by arguments.cmake, never linked: WRONG 0 must compile, each other number must not.

#include "euproj/words/kinds.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {

void say(Diagnostics& findings, Language language) {
#if WRONG == 0
  findings.report(Kind::yaml_tab, {});
  findings.report(Kind::file_not_found, {}, {"a.csv"});
  findings.report({Kind::duplicate_key, {"id", "12"}}, {});
  static_cast<void>(text(Text::app_usage, language));
  static_cast<void>(text(Text::answer_init, language, {"folder"}));
#elif WRONG == 1
  findings.report(Kind::file_not_found, {});  // no argument
#elif WRONG == 2
  findings.report(Kind::file_not_found, {}, {"a.csv", "b.csv"});  // one too many
#elif WRONG == 3
  findings.report({Kind::duplicate_key, {"id"}}, {});  // one too few, without a place
#elif WRONG == 4
  static_cast<void>(text(Text::answer_init, language, {"folder", "file"}));
#elif WRONG == 5
  static_cast<void>(text(Text::answer_init, language));
#endif
}

}  // namespace euproj
