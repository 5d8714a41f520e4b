#include "render/workbook/style.hpp"

#include <algorithm>
#include <vector>

#include "euproj/base/utf8.hpp"
#include "euproj/words/texts.hpp"
#include "render/cell_text.hpp"
#include "render/clean_text.hpp"

namespace euproj {
namespace {

constexpr std::size_t max_cell_characters = 32'767;
constexpr std::size_t max_ending_characters = 60;
constexpr std::size_t max_header_characters = 100;  // Excel: 255 in all, & counts twice

std::string quantity_format(const Quantity& value, int min_decimals) {
  const std::string text = value.text();
  const std::size_t point = text.find('.');
  const std::size_t has = point == std::string::npos ? 0 : text.size() - point - 1;
  const std::size_t decimals = std::max(has, static_cast<std::size_t>(min_decimals));
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

constexpr std::uint32_t red = 0xC00000;
constexpr std::uint32_t dark_green = 0x1E6B34;
constexpr std::uint32_t dark_blue = 0x1F3864;
constexpr std::uint32_t grey = 0x595959;
constexpr std::uint32_t header_fill = 0xDCE6F1;
constexpr std::uint32_t total_fill = 0xF2F2F2;

bool in_table(SheetPart part) {
  return part == SheetPart::header || part == SheetPart::item || part == SheetPart::subtotal ||
         part == SheetPart::total;
}

bool is_wrapped(const SheetCell& cell) {
  const SheetPart part = cell.part;
  if (part == SheetPart::item || part == SheetPart::total) {
    return std::holds_alternative<std::string>(cell.cell.value);
  }
  return part == SheetPart::note || part == SheetPart::header || part == SheetPart::fact_label ||
         part == SheetPart::fact_value || part == SheetPart::remark ||
         part == SheetPart::long_title;
}

void dress(CellStyle& style, SheetPart part) {
  switch (part) {
    case SheetPart::incomplete:
      style.bold = true;
      style.colour = red;
      break;
    case SheetPart::title:
    case SheetPart::long_title:
      style.bold = true;
      style.size = 14;
      break;
    case SheetPart::subtitle:
    case SheetPart::note:
    case SheetPart::fact_label:
    case SheetPart::line_label:
      style.colour = grey;
      break;
    case SheetPart::fact_value:
    case SheetPart::line_value:
      style.bold = true;
      break;
    case SheetPart::table_title:
      style.bold = true;
      style.size = 12;
      break;
    case SheetPart::header:
      style.grid = style.bold = style.middle = true;
      style.fill = header_fill;
      break;
    case SheetPart::item:
      style.grid = true;
      break;
    case SheetPart::heading:
    case SheetPart::subtotal:
    case SheetPart::total:
      style.grid = style.bold = true;
      style.fill = total_fill;
      break;
    case SheetPart::card_label:
      style.line_above = style.bold = true;
      style.colour = dark_blue;
      break;
    case SheetPart::card_figure:
      style.bold = style.middle = true;
      style.size = 18;
      break;
    case SheetPart::bar:
      style.grid = style.of_blocks = true;
      style.colour = dark_blue;
      break;
    case SheetPart::remark:
    case SheetPart::sheet_link:
      break;
  }
}

}  // namespace

CellLook look_of(const Cell& cell, ColumnKind kind) {
  const std::string format = std::visit(NumberFormat{cell.decimals}, cell.value);
  const bool words = kind == ColumnKind::label || kind == ColumnKind::text;
  return {format, format.empty() && words ? Alignment::left : Alignment::right};
}

std::string fitting_text(const std::string& content, Language language) {
  if (content.size() <= max_cell_characters) return content;  // bytes, so characters too
  std::vector<std::size_t> starts;                            // of characters
  std::size_t units = 0;                                      // of UTF-16, which Excel counts
  std::size_t fitting = 0;  // characters that leave room for the ending
  for (std::size_t at = 0; at < content.size();) {
    starts.push_back(at);
    units += next_code_point(content, at) > 0xFFFF ? 2U : 1U;
    if (units + max_ending_characters <= max_cell_characters) fitting = starts.size();
  }
  if (units <= max_cell_characters) return content;
  return content.substr(0, starts[fitting]) +
         text(Text::cell_cut, language, {std::to_string(starts.size() - fitting)});
}

std::string shown_text(const SheetCell& cell, Language language) {
  return fitting_text(clean_text(cell_text(cell.cell, cell.kind, language), LineBreaks::keep),
                      language);
}

std::string page_header_text(const std::string& content) {
  std::string out;
  for (const char c : cut_text(clean_text(content, LineBreaks::as_blanks), max_header_characters)) {
    // A digit here would belong to the size before it: "&10" and "9 projects" is a size of 109.
    if (out.empty() && c >= '0' && c <= '9') out = " ";
    out += c == '&' ? "&&" : std::string(1, c);
  }
  return out;
}

std::uint32_t tone_colour(Tone tone) {
  if (tone == Tone::attention) return red;
  return tone == Tone::good ? dark_green : 0;
}

CellStyle style_of(const SheetCell& cell) {
  const CellLook look = look_of(cell.cell, cell.kind);
  CellStyle style;
  style.number_format = look.number_format;
  style.alignment = look.alignment;
  if (cell.part == SheetPart::fact_value || cell.part == SheetPart::card_figure) {
    style.alignment = Alignment::left;
  }
  // Centred, the end of a heading is not under the filter's button.
  if (cell.part == SheetPart::header && look.alignment == Alignment::right) {
    style.alignment = Alignment::centre;
  }
  // Words must not touch the number in the cell before them.
  style.indented = in_table(cell.part) && style.alignment == Alignment::left;
  style.wrapped = is_wrapped(cell);
  dress(style, cell.part);
  if (const std::uint32_t colour = tone_colour(cell.cell.tone); colour != 0) {
    style.colour = colour;
    style.bold = true;
  }
  style.underlined = cell.is_link;
  if (cell.is_link && style.colour == 0) style.colour = dark_blue;
  return style;
}

}  // namespace euproj
