#include "euproj/words/units.hpp"

#include "words/plural.hpp"

namespace euproj {
namespace {

constexpr Bilingual known_units[] = {
#define EUPROJ_UNIT(polish, english) {polish, english},
#include "euproj/words/units.def"
#undef EUPROJ_UNIT
};

bool has_form(std::string_view forms, std::string_view form) {
  while (!forms.empty()) {
    const std::size_t end = forms.find('|');
    if (forms.substr(0, end) == form) return true;
    if (end == std::string_view::npos) break;
    forms.remove_prefix(end + 1);
  }
  return false;
}

}  // namespace

std::optional<Bilingual> known_unit_forms(std::string_view unit) {
  for (const Bilingual& known : known_units) {
    if (has_form(known.in(Language::polish), unit) || has_form(known.in(Language::english), unit)) {
      return known;
    }
  }
  return std::nullopt;
}

std::string with_unit(const std::string& number, std::string_view forms) {
  const std::string_view form =
      forms.find('|') == std::string_view::npos ? forms : chosen_form(number, forms);
  return form.empty() ? number : number + " " + std::string(form);
}

std::string_view several_of_unit(std::string_view forms) {
  const std::size_t first = forms.find('|');
  if (first == std::string_view::npos) return forms;
  forms.remove_prefix(first + 1);
  return forms.substr(0, forms.find('|'));
}

}  // namespace euproj
