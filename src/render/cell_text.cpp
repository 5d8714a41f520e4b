#include "render/cell_text.hpp"

#include <string_view>

#include "euproj/base/format.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

struct CellWriter {
  const Cell& cell;
  ColumnKind kind;
  Language language;

  std::string operator()(std::monostate) const {
    const bool percent = kind == ColumnKind::percent;
    return std::string(text(percent ? Text::cell_absent_percent : Text::cell_absent, language));
  }
  std::string operator()(const std::string& words) const { return words; }
  std::string operator()(Quantity value) const {
    return quantity_text(value, cell.decimals, language);
  }
  std::string operator()(Money amount) const { return money_text(amount, language); }
  std::string operator()(Percent value) const { return percent_text(value, language); }
  std::string operator()(Date day) const {
    return day.known() ? day.iso() : (*this)(std::monostate());
  }
};

}  // namespace

std::string money_text(Money amount, Language language) {
  return grouped_number(amount.text(), language);
}

std::string quantity_text(Quantity value, int decimals, Language language) {
  std::string plain = value.text();
  if (decimals > 0) {
    std::size_t point = plain.find('.');
    if (point == std::string::npos) {
      point = plain.size();
      plain += '.';
    }
    const std::size_t wanted = point + 1 + static_cast<std::size_t>(decimals);
    if (plain.size() < wanted) plain.resize(wanted, '0');
  }
  return grouped_number(plain, language);
}

std::string percent_text(Percent value, Language language) {
  std::string out = grouped_number(value.text(), language);
  if (language == Language::polish) out += no_break_space;
  return out + '%';
}

std::string cell_text(const Cell& cell, ColumnKind kind, Language language) {
  return std::visit(CellWriter{cell, kind, language}, cell.value);
}

}  // namespace euproj
