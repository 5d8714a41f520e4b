#include "app/run/guarded.hpp"

#include <new>

#include "euproj/base/checked.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {

ExitCode guarded(Language language, std::ostream& err, const std::function<ExitCode()>& work) {
  try {
    return work();
  } catch (const InternalError& error) {
    err << text(Text::answer_internal, language, {error.what()});
  } catch (const std::bad_alloc&) {
    err << text(Text::answer_no_memory, language);
  }
  return ExitCode::failure;
}

}  // namespace euproj
