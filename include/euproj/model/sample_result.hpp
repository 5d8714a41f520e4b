#pragma once
// SampleResult: what somebody found right of a document that was checked.

#include <string>

#include "euproj/core/money.hpp"

namespace euproj {

struct SampleResult {
  std::string document;
  Money correct;
};

}  // namespace euproj
