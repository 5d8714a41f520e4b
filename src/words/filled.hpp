#pragma once
// Wordings with their arguments filled in, by fmt.

#include <fmt/core.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "words/plural.hpp"

namespace euproj {

/// One argument, already text; {0:rok|lata|lat} prints the form that its number takes, {0:0,00}
/// (in English {0:0.00}) the number as the language writes it.
struct FilledText {
  std::string_view text;
};

/// As a format of an argument asks for it.
[[nodiscard]] std::string formatted(std::string_view argument, std::string_view format);

}  // namespace euproj

template <>
struct fmt::formatter<euproj::FilledText> {
  std::string_view wanted;  // "rok|lata|lat", "0,00", or empty: the text itself

  constexpr auto parse(fmt::format_parse_context& context) {
    const char* end = context.begin();
    while (end != context.end() && *end != '}') ++end;
    wanted = {context.begin(), static_cast<std::size_t>(end - context.begin())};
    return end;
  }
  auto format(const euproj::FilledText& argument, fmt::format_context& context) const {
    if (wanted.empty()) {
      return std::copy(argument.text.begin(), argument.text.end(), context.out());
    }
    const std::string out = euproj::formatted(argument.text, wanted);
    return std::copy(out.begin(), out.end(), context.out());
  }
};

namespace euproj {

/// Arguments in place of {0}, {1}; a pattern that is given none stands as it is.
[[nodiscard]] std::string filled(std::string_view pattern, std::span<const std::string> arguments);

template <std::size_t>
using ArgumentAt = FilledText;

template <typename Indices>
struct PatternFor;
template <std::size_t... at>
struct PatternFor<std::index_sequence<at...>> {
  using Type = fmt::format_string<ArgumentAt<at>...>;
};
template <>
struct PatternFor<std::index_sequence<>> {  // nothing is filled in
  using Type = std::string_view;
};

/// Cannot be made of a literal that fmt does not take with so many arguments.
template <std::size_t count>
using CheckedPattern = typename PatternFor<std::make_index_sequence<count>>::Type;

}  // namespace euproj

/// The literal `pattern` as a std::string_view; does not compile unless fmt takes it with `count`
/// arguments.
#define EUPROJ_CHECKED(count, pattern) \
  (static_cast<void>(::euproj::CheckedPattern<count>(pattern)), std::string_view(pattern))
