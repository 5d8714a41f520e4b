#include "render/workbook/xlsx_style.hpp"

namespace euproj {
namespace {

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
  return part == SheetPart::note || part == SheetPart::header || part == SheetPart::fact_value ||
         part == SheetPart::remark || part == SheetPart::long_title;
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
      style.size = 20;
      break;
    case SheetPart::bar:
      style.grid = style.of_blocks = true;
      style.size = 8;
      style.colour = dark_blue;
      break;
    case SheetPart::remark:
    case SheetPart::sheet_link:
      break;
  }
}

}  // namespace

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
