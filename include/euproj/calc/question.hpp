#pragma once
// Question: a Condition made ready to be asked of millions of persons and support rows.
//
// It asks the same of them; made once, before they are walked. The Condition need not stay.

#include <cstdint>
#include <optional>
#include <vector>

#include "euproj/calc/code_set.hpp"
#include "euproj/model/indicator.hpp"

namespace euproj {

/// As Condition; nothing of places.
struct Question {
  explicit Question(const Condition& condition);

  struct Test {
    Attribute attribute{};
    CodeSet accepted;
  };

  bool any_form = true;  // else one of `forms`
  CodeSet forms;
  bool has_threshold = false;
  std::int64_t min_sessions = 0;
  Quantity min_hours;
  std::optional<AgeRange> age;
  std::vector<Test> attributes;
  std::optional<Answer> completed;
  CodeSet outcomes;
  std::optional<Term> within;
  std::vector<Question> any;
  std::vector<Question> all;
  std::vector<Question> none;
  bool asks_about_person = false;
  // Whether the answer is of what the person was at entry, the same on every day: a yes or no, which
  // costs much less than a set of days.
  bool is_of_entry = false;
  bool is_any_of_entry = false;  // that of each part of `any`

  [[nodiscard]] bool takes_form(Code form) const { return any_form || forms.contains(form); }
  [[nodiscard]] bool asks_support() const { return !any_form || has_threshold; }
};

}  // namespace euproj
