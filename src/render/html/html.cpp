// The report as one page: no script, nothing from elsewhere, and a policy that says so.
//
// Well-formed as XML too, one element a line, so that a difference between two reports can be read.

#include <algorithm>

#include "euproj/base/sha256.hpp"
#include "euproj/render/render.hpp"
#include "euproj/words/texts.hpp"
#include "render/cell_text.hpp"
#include "render/html/chart.hpp"
#include "render/html/text.hpp"
#include "render/shown_table.hpp"

namespace euproj {

extern const std::string_view html_style_text;  // html_style.css

namespace {

constexpr std::size_t max_rows_kept_together = 16;  // on one sheet of paper

bool is_number(ColumnKind kind) {
  return kind == ColumnKind::count || kind == ColumnKind::money || kind == ColumnKind::percent;
}

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
    for (std::size_t i = 0; i < table_.row_count(); ++i) {
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
      out_ += (header ? "<th scope=\"row\"" : "<td") + class_of(&row.cells[i], kind) + ">" + words +
              (header ? "</th>\n" : "</td>\n");
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

/// The table, or its note when it has no rows, that a screen reader can walk: caption, scopes, row
/// headers. Without a title it is called after its section, unseen. `id` is of the caption.
std::string html_table(const Table& table, std::string_view section_title, const std::string& id,
                       Language language) {
  const bool named = !table.title.empty();
  const std::string title = html_text(named ? table.title : section_title);
  if (table.row_count() == 0) {
    const std::string heading = named ? "<h3>" + title + "</h3>\n" : "";
    return heading + "<p class=\"note\">" + html_text(table.empty_note) + "</p>\n";
  }
  const Table shown = without_empty_columns(table);
  const bool is_short = shown.row_count() <= max_rows_kept_together;
  std::string out = std::string("<div class=\"") + (is_short ? "scroll short" : "scroll") +
                    "\" role=\"region\" aria-labelledby=\"" + id + "\" tabindex=\"0\">\n<table>\n";
  out += std::string("<caption") + (named ? "" : " class=\"unseen\"") + " id=\"" + id + "\">" +
         title + "</caption>\n";
  return out + TableHtml(shown, language).rows() + "</table>\n</div>\n";
}

class Page {
 public:
  explicit Page(const Document& document) : document_(document) {}

  std::string text() {
    head();
    line("<body>");
    line("<a class=\"skip\" href=\"#content\">" + words(Text::html_skip) + "</a>");
    banner();
    contents();
    line("<main id=\"content\" tabindex=\"-1\">");
    for (const DocumentSection& section : document_.sections) section_part(section);
    line("</main>");
    line("</body>");
    line("</html>");
    return std::move(out_);
  }

 private:
  void line(std::string_view content) {
    out_ += content;
    out_ += '\n';
  }

  void element(std::string_view name, std::string_view look, std::string_view content) {
    if (content.empty()) return;
    out_ += "<" + std::string(name);
    if (!look.empty()) out_ += " class=\"" + std::string(look) + "\"";
    line(">" + html_text(content) + "</" + std::string(name) + ">");
  }

  std::string words(FixedText which) const {
    return html_text(euproj::text(which, document_.language));
  }

  /// Also what stands on the margin of each printed page.
  std::string style() const {
    std::string css = "\n" + std::string(html_style_text);
    css += "@page {\n  @bottom-left { content: \"" + css_text(document_.subject) + "\"; }\n";
    if (!document_.incomplete_mark.empty()) {
      css += "  @top-left { content: \"" + css_text(document_.incomplete_mark) + "\"; }\n";
    }
    if (!document_.label.empty()) {
      css += "  @top-right { content: \"" + css_text(document_.label) + "\"; font-weight: 700; }\n";
    }
    css += "}\n";
    if (!document_.label.empty()) {
      css += ".label { margin: 0 0 1rem; font-weight: 700; letter-spacing: .08em; }\n";
    }
    return css;
  }

  void head() {
    const std::string css = style();
    line("<!DOCTYPE html>");
    line(std::string("<html lang=\"") + (document_.language == Language::polish ? "pl" : "en") +
         "\" xmlns=\"http://www.w3.org/1999/xhtml\">");
    line("<head>");
    line("<meta charset=\"utf-8\"/>");
    line(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'sha256-" +
        base64_of_sha256(sha256(css)) + "'; base-uri 'none'; form-action 'none'\"/>");
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
    line("<meta name=\"color-scheme\" content=\"light dark\"/>");
    element("title", "", document_.title + " – " + document_.subtitle);
    line("<style>" + css + "</style>");
    line("</head>");
  }

  void banner() {
    line("<header>");
    element("p", "label", document_.label);
    element("p", "incomplete", document_.incomplete_mark);
    element("p", "number", document_.subject);
    element("h1", "", document_.title);
    element("p", "subtitle", document_.subtitle);
    line("</header>");
  }

  void contents() {
    line("<nav aria-label=\"" + words(Text::html_contents) + "\">");
    line("<ol>");
    for (const DocumentSection& section : document_.sections) {
      line("<li><a href=\"#" + html_text(section.id) + "\">" + html_text(section.title) +
           "</a></li>");
    }
    line("</ol>");
    line("</nav>");
  }

  void section_part(const DocumentSection& section) {
    const std::string id = html_text(section.id);
    line("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-title\">");
    line("<h2 id=\"" + id + "-title\">" + html_text(section.title) + "</h2>");
    element("p", "incomplete", document_.incomplete_mark);
    facts(section);
    for (const std::string& note : section.notes) element("p", "note", note);
    for (std::size_t i = 0; i < section.tables.size(); ++i) {
      // The workbook's tables are the wide and the long ones; their charts are drawn all the same.
      if (section.tables[i].medium == Medium::workbook) continue;
      out_ += html_table(section.tables[i], section.title, id + "-table-" + std::to_string(i + 1),
                         document_.language);
    }
    charts(section);
    line("</section>");
  }

  void facts(const DocumentSection& section) {
    if (section.facts.empty()) return;
    line("<dl>");
    for (const auto& [label, value] : section.facts) {
      line("<div>");
      element("dt", "", label);
      line("<dd>" + html_text(cell_text(value, ColumnKind::text, document_.language)) + "</dd>");
      line("</div>");
    }
    line("</dl>");
  }

  void charts(const DocumentSection& section) {
    std::string drawn;
    std::size_t number = 0;
    for (const Chart& chart : section.charts) {
      const auto table = std::find_if(section.tables.begin(), section.tables.end(),
                                      [&](const Table& t) { return t.id == chart.table; });
      if (table == section.tables.end()) continue;
      const std::string& title = table->title.empty() ? section.title : table->title;
      drawn += html_chart(chart, *table, title,
                          html_text(section.id) + "-chart-" + std::to_string(++number),
                          document_.language);
    }
    if (drawn.empty()) return;
    line("<div class=\"charts\">");
    out_ += drawn;
    line("</div>");
  }

  const Document& document_;
  std::string out_;
};

}  // namespace

std::string render_html(const Document& document) { return Page(document).text(); }

}  // namespace euproj
