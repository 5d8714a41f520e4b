#include "render/workbook/xlsx_look.hpp"

#include <algorithm>
#include <vector>

#include "euproj/base/utf8.hpp"
#include "euproj/words/texts.hpp"
#include "render/clean_text.hpp"

namespace euproj {
namespace {

constexpr std::size_t most_cell_characters = 32'767;
constexpr std::size_t most_ending_characters = 60;
constexpr std::size_t most_header_characters = 100;  // Excel: 255 in all, & counts twice

std::string quantity_format(const Quantity& value, int least_decimals) {
  const std::string text = value.text();
  const std::size_t point = text.find('.');
  const std::size_t has = point == std::string::npos ? 0 : text.size() - point - 1;
  const std::size_t decimals = std::max(has, static_cast<std::size_t>(least_decimals));
  return decimals == 0 ? "#,##0" : "#,##0." + std::string(decimals, '0');
}

struct NumberFormat {
  int decimals;

  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string&) const { return {}; }
  std::string operator()(const Money&) const { return "#,##0.00"; }
  std::string operator()(const Percent&) const { return "0.00%"; }
  std::string operator()(const Date&) const { return "yyyy-mm-dd"; }
  std::string operator()(const Quantity& value) const { return quantity_format(value, decimals); }
};

}  // namespace

CellLook look_of(const Cell& cell, ColumnKind kind) {
  const std::string format = std::visit(NumberFormat{cell.decimals}, cell.value);
  const bool words = kind == ColumnKind::label || kind == ColumnKind::text;
  return {format, format.empty() && words ? Alignment::left : Alignment::right};
}

std::string fitting_text(const std::string& content, Language language) {
  if (content.size() <= most_cell_characters) return content;  // bytes, so characters too
  std::vector<std::size_t> starts;  // of characters
  std::size_t units = 0;            // of UTF-16, which Excel counts
  std::size_t fitting = 0;          // characters that leave room for the ending
  for (std::size_t at = 0; at < content.size();) {
    starts.push_back(at);
    units += next_code_point(content, at) > 0xFFFF ? 2U : 1U;
    if (units + most_ending_characters <= most_cell_characters) fitting = starts.size();
  }
  if (units <= most_cell_characters) return content;
  return content.substr(0, starts[fitting]) +
         fill(text(Text::cell_cut, language), {std::to_string(starts.size() - fitting)});
}

std::string page_header_text(const std::string& content) {
  std::string out;
  for (const char c :
       cut_text(clean_text(content, LineBreaks::as_blanks), most_header_characters)) {
    // A digit here would belong to the size before it: "&10" and "9 projects" is a size of 109.
    if (out.empty() && c >= '0' && c <= '9') out = " ";
    out += c == '&' ? "&&" : std::string(1, c);
  }
  return out;
}

}  // namespace euproj
