#pragma once
// The single values of a definition: text to value, and what is wrong with a text that has none.

#include <cstdint>
#include <optional>
#include <string_view>

#include "euproj/base/diagnostics.hpp"
#include "euproj/model/indicator.hpp"
#include "read/definition/fields.hpp"

namespace euproj {

/// Up to nine digits: no sign, no leading zero, none of YAML's 1_000, 0x10, 1e3.
[[nodiscard]] std::optional<std::int64_t> parse_whole(std::string_view text);
/// "4 weeks", "1 month", "28 days".
[[nodiscard]] std::optional<Term> parse_term(std::string_view text);
/// "2022-05": its first day.
[[nodiscard]] std::optional<Date> parse_month(std::string_view text);
/// yes, no, refused, in both languages, and YAML's own true and false.
[[nodiscard]] std::optional<Answer> parse_answer(std::string_view text);

/// Nothing when the text fits the shape; shapes that are no single value fit any text.
[[nodiscard]] std::optional<Kind> scalar_fault(Shape shape, std::string_view text);

}  // namespace euproj
