#include "words/filled.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

namespace euproj {

std::string filled(std::string_view pattern, std::span<const std::string> arguments) {
  if (arguments.empty()) return std::string(pattern);
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const std::string& argument : arguments) store.push_back(FilledText{argument});
  return fmt::vformat({pattern.data(), pattern.size()}, store);
}

}  // namespace euproj
