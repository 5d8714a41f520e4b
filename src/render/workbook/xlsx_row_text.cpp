#include "render/workbook/xlsx_row_text.hpp"

#include "render/workbook/xlsx_formulas.hpp"

namespace euproj {
namespace {

void append_escaped(std::string& out, std::string_view content) {
  while (true) {
    const std::size_t plain = content.find_first_of("<>&");
    out += content.substr(0, plain);
    if (plain == std::string_view::npos) return;
    const char sign = content[plain];
    out += sign == '<' ? "&lt;" : sign == '>' ? "&gt;" : "&amp;";
    content.remove_prefix(plain + 1);
  }
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

}  // namespace

void XlsxRowText::begin_row(std::uint32_t row, std::size_t height) {
  row_ = row;
  text_ += "<row r=\"";
  text_ += std::to_string(row + 1);
  if (height > 0) {
    text_ += "\" ht=\"";
    text_ += std::to_string(height);
    text_ += "\" customHeight=\"1";
  }
  text_ += "\">";
}

void XlsxRowText::begin_cell(std::uint16_t column, std::int32_t style) {
  text_ += "<c r=\"";
  text_ += a1_name(row_, column);
  text_ += "\" s=\"";
  text_ += std::to_string(style);
}

void XlsxRowText::number(std::uint16_t column, std::int32_t style, const XlsxNumber& value) {
  begin_cell(column, style);
  text_ += "\"><v>";
  value.append_to(text_);
  text_ += "</v></c>";
}

void XlsxRowText::blank(std::uint16_t column, std::int32_t style) {
  begin_cell(column, style);
  text_ += "\"/>";
}

void XlsxRowText::words(std::uint16_t column, std::int32_t style, std::string_view content) {
  begin_cell(column, style);
  const bool is_kept = is_blank(content.front()) || is_blank(content.back());
  text_ += is_kept ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                   : "\" t=\"inlineStr\"><is><t>";
  append_escaped(text_, content);
  text_ += "</t></is></c>";
}

}  // namespace euproj
