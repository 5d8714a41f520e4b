#pragma once
// run: the whole program as a function.

#include <string>
#include <vector>

#include "euproj/app/env.hpp"
#include "euproj/base/language.hpp"

namespace euproj {

/// src/app/README.md#exit-status. Of several projects the highest one is returned.
enum class ExitCode : int {
  done = 0,      // warnings allowed
  bad_data = 1,  // the definition or the data have errors: all are listed, nothing is written
  wrong_usage = 2,
  failure = 3,  // a file cannot be read or written
  differs = 4,  // of verify: a file is not what the logs give
};

/// `arguments` without the program's name.
[[nodiscard]] ExitCode run(const std::vector<std::string>& arguments, Env& env);

/// Of --lang. Needed before the rest is parsed: for the help, and for what is wrong with it.
[[nodiscard]] Language language_of(const std::vector<std::string>& arguments);

}  // namespace euproj
