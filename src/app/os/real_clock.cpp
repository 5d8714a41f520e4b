#include "app/os/real_clock.hpp"

#include <ctime>

#include "app/os/stop_signals.hpp"

namespace euproj {
namespace {

constexpr std::int64_t per_second = 1000;
constexpr std::int64_t nanoseconds = 1'000'000;  // in a millisecond

timespec now(clockid_t clock) {
  timespec time{};
  ::clock_gettime(clock, &time);
  return time;
}

}  // namespace

std::int64_t RealClock::milliseconds() const {
  const timespec time = now(CLOCK_MONOTONIC);
  return time.tv_sec * per_second + time.tv_nsec / nanoseconds;
}

std::int64_t RealClock::unix_seconds() const { return now(CLOCK_REALTIME).tv_sec; }

bool RealClock::wait(std::int64_t milliseconds) {
  static const bool asked_for = [] {
    make_interrupt_a_request();
    return true;
  }();
  static_cast<void>(asked_for);
  const timespec time{milliseconds / per_second, milliseconds % per_second * nanoseconds};
  if (milliseconds > 0) ::nanosleep(&time, nullptr);  // a signal ends it early
  return !stop_was_asked();
}

}  // namespace euproj
