#include "words/filled.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include "euproj/base/format.hpp"
#include "words/placeholders.hpp"

namespace euproj {

std::string formatted(std::string_view argument, std::string_view format) {
  if (!is_amount_format(format)) return std::string(chosen_form(argument, format));
  const bool is_number = !argument.empty() && argument.front() != '.' &&
                         argument.find_first_not_of("-.0123456789") == std::string_view::npos;
  if (!is_number) return std::string(argument);
  return grouped_number(argument, format == polish_amount ? Language::polish : Language::english);
}

std::string filled(std::string_view pattern, std::span<const std::string> arguments) {
  if (arguments.empty()) return std::string(pattern);
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const std::string& argument : arguments) store.push_back(FilledText{argument});
  return fmt::vformat({pattern.data(), pattern.size()}, store);
}

}  // namespace euproj
