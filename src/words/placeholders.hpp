#pragma once
// What placeholders a wording has, found while the program is compiled.
//
// A wording with arguments is a format string of fmt: {0} is the first argument, {{ a brace. The
// form of a word that a number takes is written {0:rok|lata|lat} in Polish, {0:year|years} in
// English, an amount {0:0,00} in Polish, {0:0.00} in English.

#include <cstddef>
#include <string_view>

namespace euproj {

/// One bit for each argument that is named. Digits alone are looked at, fmt checks the rest.
constexpr unsigned placeholders(std::string_view pattern) {
  unsigned found = 0;
  for (std::size_t at = 0; at + 1 < pattern.size(); ++at) {
    if (pattern[at] != '{') continue;
    const char next = pattern[++at];  // of "{{" the second brace begins nothing
    if (next >= '0' && next <= '9') found |= 1U << (next - '0');
  }
  return found;
}

/// How many arguments a wording takes that names these: one more than the highest number.
constexpr std::size_t argument_count(unsigned named) {
  std::size_t count = 0;
  for (; named != 0; named >>= 1U) ++count;
  return count;
}

/// None of the arguments is given in vain.
constexpr bool are_all_named(unsigned named) { return (named & (named + 1)) == 0; }

constexpr std::string_view polish_amount = "0,00";
constexpr std::string_view english_amount = "0.00";
constexpr bool is_amount_format(std::string_view format) {
  return format == polish_amount || format == english_amount;
}

constexpr std::size_t polish_forms = 3;   // 1 rok, 2 lata, 5 lat
constexpr std::size_t english_forms = 2;  // 1 year, 2 years

/// Each choice between forms of a word has as many as the language has, and amounts are written as
/// it does.
constexpr bool has_forms(std::string_view pattern, std::size_t count) {
  for (std::size_t at = pattern.find(':'); at < pattern.size(); at = pattern.find(':', at + 1)) {
    const bool begins_forms = at >= 2 && pattern[at - 2] == '{' && pattern[at - 1] >= '0' &&
                              pattern[at - 1] <= '9' && (at == 2 || pattern[at - 3] != '{');
    if (!begins_forms) continue;
    const std::string_view format = pattern.substr(at + 1, pattern.find('}', at) - at - 1);
    if (is_amount_format(format)) {
      if (format != (count == polish_forms ? polish_amount : english_amount)) return false;
      continue;
    }
    std::size_t forms = 1;
    for (; at < pattern.size() && pattern[at] != '}'; ++at)
      forms += std::size_t{pattern[at] == '|'};
    if (forms != count) return false;
  }
  return true;
}

template <typename... Patterns>
constexpr bool has_no_braces(const Patterns&... patterns) {
  return ((std::string_view(patterns).find_first_of("{}") == std::string_view::npos) && ...);
}

}  // namespace euproj
