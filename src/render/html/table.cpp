#include <algorithm>

#include "euproj/words/texts.hpp"
#include "render/cell_text.hpp"
#include "render/html/parts.hpp"
#include "render/html/text.hpp"
#include "render/shown_table.hpp"

namespace euproj {
namespace {

constexpr std::size_t max_rows_kept_together = 16;  // on one sheet of paper
constexpr std::size_t max_rows = 2'000;             // more would not open in a browser
constexpr std::size_t min_wide_columns = 8;
constexpr std::size_t min_broad_columns = 11;  // on paper across

std::string class_of(const Cell* cell, ColumnKind kind) {
  std::string look;
  if (is_number(kind)) look = "n";
  if (kind == ColumnKind::date) look = "d";
  if (cell != nullptr && cell->tone == Tone::attention) look += look.empty() ? "bad" : " bad";
  if (cell != nullptr && cell->tone == Tone::good) look += look.empty() ? "good" : " good";
  return look.empty() ? look : " class=\"" + look + "\"";
}

class TableHtml {
 public:
  TableHtml(const Table& table, Language language) : table_(table), language_(language) {}

  std::string rows() {
    out_ += "<thead>\n<tr>\n";
    for (const TableColumn& column : table_.columns) {
      // A column without a heading is no header of anything.
      const std::string name = column.heading.empty() ? "td" : "th";
      out_ += "<" + name + (column.heading.empty() ? "" : " scope=\"col\"") +
              class_of(nullptr, column.kind) + ">" + html_text(column.heading) + "</" + name +
              ">\n";
    }
    out_ += "</tr>\n</thead>\n<tbody>\n";
    const std::size_t shown = std::min(table_.row_count(), max_rows);
    for (std::size_t i = 0; i < shown; ++i) {
      const TableRow source = table_.row(i);
      if (source.role == RowRole::heading) {
        if (i > 0) out_ += "</tbody>\n<tbody>\n";
        heading(source);
      } else {
        row(source);
      }
    }
    return out_ + "</tbody>\n";
  }

 private:
  void heading(const TableRow& row) {
    out_ += "<tr>\n<th scope=\"rowgroup\" colspan=\"" + std::to_string(table_.columns.size()) +
            "\"" + class_of(&row.cells[0], ColumnKind::label) + ">" + content(row, 0) +
            "</th>\n</tr>\n";
  }

  void row(const TableRow& row) {
    const bool strong = row.role == RowRole::total || row.role == RowRole::subtotal;
    out_ += strong ? "<tr class=\"total\">\n" : "<tr>\n";
    bool named = false;  // the first words of a row are its header
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const ColumnKind kind = table_.columns[i].kind;
      const std::string words = content(row, i);
      const bool header = !named && !words.empty() && !is_number(kind);
      named = named || header;
      const std::string label = html_text(table_.columns[i].heading);
      out_ += (header ? "<th scope=\"row\"" : "<td") + class_of(&row.cells[i], kind);
      if (!header && !words.empty()) out_ += " data-label=\"" + label + "\"";
      out_ += ">" + words + (header ? "</th>\n" : "</td>\n");
    }
    out_ += "</tr>\n";
  }

  std::string content(const TableRow& row, std::size_t column) const {
    return html_text(cell_text(row.cells.at(column), table_.columns[column].kind, language_));
  }

  const Table& table_;
  Language language_;
  std::string out_;
};

}  // namespace

bool is_number(ColumnKind kind) {
  return kind == ColumnKind::count || kind == ColumnKind::money || kind == ColumnKind::percent;
}

std::string html_table(const Table& table, std::string_view section_title, const std::string& id,
                       Language language) {
  const bool named = !table.title.empty();
  const std::string title = html_text(named ? table.title : section_title);
  if (table.row_count() == 0) {
    const std::string heading = named ? "<h3>" + title + "</h3>\n" : "";
    return heading + "<p class=\"note\">" + html_text(table.empty_note) + "</p>\n";
  }
  const Table shown = without_empty_columns(table);
  std::string look = "scroll";
  if (shown.row_count() <= max_rows_kept_together) look += " short";
  if (shown.columns.size() >= min_wide_columns) look += " wide";
  if (shown.columns.size() >= min_broad_columns) look += " broad";
  std::string out = "<div class=\"" + look + "\" role=\"region\" aria-labelledby=\"" + id +
                    "\" tabindex=\"0\">\n<table>\n";
  out += std::string("<caption") + (named ? "" : " class=\"unseen\"") + " id=\"" + id + "\">" +
         title + "</caption>\n";
  out += TableHtml(shown, language).rows() + "</table>\n</div>\n";
  if (shown.row_count() <= max_rows) return out;
  const std::string more = std::to_string(shown.row_count() - max_rows);
  return out + "<p class=\"note\">" + html_text(text(Text::html_more_rows, language, {more})) +
         "</p>\n";
}

}  // namespace euproj
