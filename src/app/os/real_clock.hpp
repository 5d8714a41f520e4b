#pragma once
// The clock of the machine. It waits until Ctrl-C where the run has asked for that (--watch).

#include "euproj/app/clock.hpp"

namespace euproj {

class RealClock : public Clock {
 public:
  [[nodiscard]] std::int64_t milliseconds() const override;
  [[nodiscard]] std::int64_t unix_seconds() const override;
  [[nodiscard]] bool wait(std::int64_t milliseconds) override;
};

}  // namespace euproj
