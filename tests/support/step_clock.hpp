#pragma once
// StepClock: time that goes on when a test says so, and a user who does things while it is waited.

#include <deque>
#include <functional>

#include "euproj/app/env.hpp"

namespace euproj::testing {

class StepClock final : public Clock {
 public:
  explicit StepClock(std::int64_t step = 0) : step_(step) {}

  [[nodiscard]] std::int64_t milliseconds() const override {
    ++asked_;
    return now_ += step_;
  }
  [[nodiscard]] std::int64_t unix_seconds() const override { return 1'800'000'000 + now_ / 1000; }
  /// Does the next thing that was planned; when none is left the user has asked to stop.
  [[nodiscard]] bool wait(std::int64_t milliseconds) override {
    if (milliseconds == 0) return true;
    now_ += milliseconds;
    if (planned_.empty()) return false;
    planned_.front()();
    planned_.pop_front();
    return true;
  }

  void go_on(std::int64_t milliseconds) { now_ += milliseconds; }
  void plan(std::function<void()> action) { planned_.push_back(std::move(action)); }
  void plan_nothing() {
    plan([] {});
  }
  [[nodiscard]] int asked() const { return asked_; }

 private:
  std::int64_t step_;  // of each look at it
  mutable std::int64_t now_ = 0;
  mutable int asked_ = 0;
  std::deque<std::function<void()>> planned_;
};

}  // namespace euproj::testing
