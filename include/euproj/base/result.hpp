#pragma once
// Result<T, E>: a value, or the reason why there is none.
//
// For leaf functions that know nothing of files and lines (`parse_money("12,5")`). The caller adds
// the place and the wording. Faults of user data as a whole go to Diagnostics instead.

#include <utility>
#include <variant>

namespace euproj {

template <typename Value, typename Reason>
class [[nodiscard]] Result {
 public:
  Result(Value value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Reason reason) : state_(std::in_place_index<1>, std::move(reason)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// Only when ok().
  [[nodiscard]] const Value& value() const { return std::get<0>(state_); }
  [[nodiscard]] Value& value() { return std::get<0>(state_); }
  [[nodiscard]] const Value& operator*() const { return value(); }
  [[nodiscard]] const Value* operator->() const { return &value(); }
  /// Only when not ok().
  [[nodiscard]] const Reason& reason() const { return std::get<1>(state_); }

 private:
  std::variant<Value, Reason> state_;
};

}  // namespace euproj
