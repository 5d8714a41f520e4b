#include "euproj/base/language.hpp"

#include <algorithm>

#include "base/text/plural.hpp"

namespace euproj {
namespace {

/// The word for `number` out of "osoba|osoby|osób".
std::string_view chosen_form(std::string_view number, std::string_view forms) {
  std::vector<std::string_view> words;
  for (std::size_t bar = 0; bar != std::string_view::npos;) {
    bar = forms.find('|');
    words.push_back(forms.substr(0, bar));
    forms.remove_prefix(bar == std::string_view::npos ? forms.size() : bar + 1);
  }
  const Language language = words.size() == 2 ? Language::english : Language::polish;
  return words.at(std::min(plural_form(number, language), words.size() - 1));
}

}  // namespace

std::string fill(std::string_view pattern, const std::vector<std::string>& arguments) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool begins = at + 2 < pattern.size() && pattern[at] == '{' && pattern[at + 1] >= '0' &&
                        pattern[at + 1] <= '9';
    const auto index = begins ? static_cast<std::size_t>(pattern[at + 1] - '0') : 0;
    const std::size_t end = begins ? pattern.find('}', at) : std::string_view::npos;
    const bool known = end != std::string_view::npos && index < arguments.size();
    if (known && pattern[at + 2] == '}') {
      out += arguments[index];
      at = end;
    } else if (known && pattern[at + 2] == '|') {
      out += chosen_form(arguments[index], pattern.substr(at + 3, end - at - 3));
      at = end;
    } else {
      out += pattern[at];
    }
  }
  return out;
}

}  // namespace euproj
