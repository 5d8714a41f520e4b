#pragma once
// guarded: what a correct program never throws, and a lack of memory, as a sentence and a status.

#include <functional>

#include "euproj/app/env.hpp"
#include "euproj/app/run.hpp"
#include "euproj/base/language.hpp"

namespace euproj {

[[nodiscard]] ExitCode guarded(Language language, std::ostream& err,
                               const std::function<ExitCode()>& work);

}  // namespace euproj
