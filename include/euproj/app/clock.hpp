#pragma once
// Clock: time as a run feels it, for progress, watching and the heartbeat. No report depends on it.

#include <cstdint>

namespace euproj {

class Clock {
 public:
  virtual ~Clock() = default;
  /// Since some moment before the run; never goes back.
  [[nodiscard]] virtual std::int64_t milliseconds() const = 0;
  /// Since 1970, UTC.
  [[nodiscard]] virtual std::int64_t unix_seconds() const = 0;
  /// False once the user has asked to stop. With 0 it asks only that.
  [[nodiscard]] virtual bool wait(std::int64_t milliseconds) = 0;
};

}  // namespace euproj
