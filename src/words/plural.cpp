#include "words/plural.hpp"

#include <algorithm>

namespace euproj {
namespace {

constexpr std::size_t one = 0;
constexpr std::size_t few = 1;
constexpr std::size_t many = 2;

struct LastDigits {
  bool known = false;  // it is a number
  bool fraction = false;
  bool is_one = false;  // 1, also -1 and 01
  int hundredth = 0;    // its last two digits
};

LastDigits last_digits(std::string_view number) {
  LastDigits digits;
  int whole = 0;  // up to 100, and 100 means more
  if (number.starts_with('-')) number.remove_prefix(1);
  for (std::size_t at = 0; at < number.size(); ++at) {
    const char c = number[at];
    if (c >= '0' && c <= '9') {
      digits.known = true;
      digits.hundredth = (digits.hundredth * 10 + (c - '0')) % 100;
      whole = whole >= 10 ? 100 : whole * 10 + (c - '0');
    } else if (c == '.' || c == ',') {
      digits.fraction = true;
    } else if (c != ' ' && c != '\xC2' && c != '\xA0') {  // the bytes of U+00A0
      return {};
    }
  }
  digits.is_one = whole == 1 && !digits.fraction;
  return digits;
}

}  // namespace

std::size_t plural_form(std::string_view number, Language language) {
  const LastDigits digits = last_digits(number);
  if (language == Language::english) return digits.is_one ? one : few;
  if (!digits.known) return many;
  if (digits.is_one) return one;
  if (digits.fraction) return few;
  const int last = digits.hundredth % 10;
  const bool teen = digits.hundredth >= 12 && digits.hundredth <= 14;
  return last >= 2 && last <= 4 && !teen ? few : many;
}

std::string_view chosen_form(std::string_view number, std::string_view forms) {
  const bool is_english = std::count(forms.begin(), forms.end(), '|') == 1;
  std::size_t form = plural_form(number, is_english ? Language::english : Language::polish);
  for (; form > 0 && forms.find('|') != std::string_view::npos; --form) {
    forms.remove_prefix(forms.find('|') + 1);
  }
  return forms.substr(0, forms.find('|'));
}

}  // namespace euproj
