// The report as one page: nothing from elsewhere, and a policy that says so. All is there without
// its script, which searches and folds.
//
// Well-formed as XML too, one element a line, so that a difference between two reports can be read.

#include <algorithm>
#include <optional>

#include "euproj/base/sha256.hpp"
#include "euproj/render/render.hpp"
#include "euproj/words/texts.hpp"
#include "render/cell_text.hpp"
#include "render/document_cells.hpp"
#include "render/html/parts.hpp"
#include "render/html/text.hpp"

namespace euproj {

extern const std::string_view html_style_text;   // html_style.css
extern const std::string_view html_script_text;  // html_script.js

namespace {

constexpr std::size_t max_rows_unfolded = 60;

/// One page.
class Page {
 public:
  explicit Page(const Document& document) : document_(document) {
    if (!document.checks.empty()) checks_ = checks_section(document);
    for (const DocumentSection& section : document.sections) {
      const auto same_sheet = std::find_if(parts_.begin(), parts_.end(), [&](const Part& part) {
        return !section.sheet.empty() && part.sections.front()->sheet == section.sheet;
      });
      if (same_sheet != parts_.end()) {
        same_sheet->sections.push_back(&section);
      } else if (section.sheet.empty()) {
        parts_.push_back({section.id, section.title, false, {&section}});
      } else {
        parts_.push_back({"evidence-" + section.id, section.sheet, true, {&section}});
      }
    }
    if (checks_) parts_.push_back({checks_->id, checks_->title, true, {&*checks_}});
  }

  std::string text() {
    head();
    line("<body>");
    line("<a class=\"skip\" href=\"#content\">" + words(Text::html_skip) + "</a>");
    banner();
    contents();
    line("<main id=\"content\" tabindex=\"-1\">");
    tools();
    if (document_.overview) out_ += html_overview(document_, verdict());
    for (const Part& part : parts_) {
      if (part.is_folded) {
        folded_part(part);
      } else {
        section_part(*part.sections.front());
      }
    }
    line("</main>");
    line("<script>" + std::string(html_script_text) + "</script>");
    line("</body>");
    line("</html>");
    return std::move(out_);
  }

 private:
  /// What has a heading: a section, or those of a workbook's sheet.
  struct Part {
    std::string id;
    std::string title;
    bool is_folded = false;
    std::vector<const DocumentSection*> sections;
  };

  std::string verdict() const {
    return checks_ ? std::get<std::string>(checks_->facts.front().second.value) : std::string();
  }

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
        base64_of_sha256(sha256(css)) + "'; script-src 'sha256-" +
        base64_of_sha256(sha256(html_script_text)) + "'; base-uri 'none'; form-action 'none'\"/>");
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
    const auto entry = [&](std::string_view id, std::string_view title) {
      line("<li><a href=\"#" + html_text(id) + "\">" + html_text(title) + "</a></li>");
    };
    if (document_.overview) entry("overview", document_.overview->title);
    for (const Part& part : parts_) entry(part.id, part.title);
    line("</ol>");
    line("</nav>");
  }

  /// Hidden until the script is there that they need.
  void tools() {
    line("<div id=\"tools\" role=\"search\" hidden=\"\">");
    line("<label for=\"search\">" + words(Text::html_search) + "</label>");
    line("<input id=\"search\" type=\"search\" autocomplete=\"off\"/>");
    line("<button id=\"unfold\" type=\"button\">" + words(Text::html_unfold) + "</button>");
    line("<button id=\"fold\" type=\"button\">" + words(Text::html_fold) + "</button>");
    line("<span id=\"found\" role=\"status\" data-words=\"" +
         html_text(euproj::text(Text::html_found, document_.language, {"{0}", "{1}"})) +
         "\"></span>");
    line("</div>");
  }

  void begin_section(const std::string& id, const std::string& title) {
    line("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-title\">");
    line("<h2 id=\"" + id + "-title\">" + title + "</h2>");
    element("p", "incomplete", document_.incomplete_mark);
  }

  /// Sections that are long and looked up rather than read: closed until somebody does.
  void folded_part(const Part& part) {
    begin_section(html_text(part.id), html_text(part.title));
    for (const DocumentSection* section : part.sections) {
      // The checks share no sheet: the part has their name and id, their first fact is the verdict.
      const bool is_only = section->sheet.empty();
      std::string name = is_only ? std::string() : section->title;
      if (!section->facts.empty()) {
        if (!is_only) name += "  ";
        name += cell_text(section->facts.front().second, ColumnKind::text, document_.language);
      }
      std::size_t rows = 0;
      for (const Table& table : section->tables) rows += table.row_count();
      begin_fold(is_only ? std::string() : html_text(section->id), name, rows);
      facts(*section);
      for (const std::string& note : section->notes) element("p", "note", note);
      tables(*section, true);
      line("</details>");
    }
    line("</section>");
  }

  void begin_fold(const std::string& id, const std::string& name, std::size_t rows) {
    line("<details" + (id.empty() ? std::string() : " id=\"" + id + "\"") + ">");
    line("<summary>" + html_text(name) + " <span class=\"count\">" +
         html_text(euproj::text(Text::html_rows, document_.language, {std::to_string(rows)})) +
         "</span></summary>");
  }

  /// Of a table that exists twice, that of the workbook says more; where it is too wide for a page,
  /// that of the text serves.
  static bool is_shown(const DocumentSection& section, const Table& table) {
    constexpr std::size_t max_columns = 12;
    if (table.medium == Medium::everywhere) return true;
    const auto base = [](const Table& of) {
      return of.id.ends_with("_text") ? of.id.substr(0, of.id.size() - 5) : of.id;
    };
    const Table* other = nullptr;
    for (const Table& each : section.tables) {
      if (&each != &table && base(each) == base(table)) other = &each;
    }
    if (other == nullptr) return true;
    const Table& of_workbook = table.medium == Medium::workbook ? table : *other;
    const bool fits = of_workbook.columns.size() <= max_columns;
    return fits == (table.medium == Medium::workbook);
  }

  void tables(const DocumentSection& section, bool is_in_fold) {
    const std::string id = html_text(section.id);
    for (std::size_t i = 0; i < section.tables.size(); ++i) {
      const Table& table = section.tables[i];
      if (!is_shown(section, table)) continue;
      const bool is_folded = !is_in_fold && table.row_count() > max_rows_unfolded;
      const std::string& name = table.title.empty() ? section.title : table.title;
      if (is_folded) begin_fold({}, name, table.row_count());
      out_ += html_table(table, section.title, id + "-table-" + std::to_string(i + 1),
                         document_.language);
      if (is_folded) line("</details>");
    }
  }

  void section_part(const DocumentSection& section) {
    begin_section(html_text(section.id), html_text(section.title));
    facts(section);
    for (const std::string& note : section.notes) element("p", "note", note);
    tables(section, false);
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
  std::optional<DocumentSection> checks_;
  std::vector<Part> parts_;
  std::string out_;
};

}  // namespace

std::string render_html(const Document& document) { return Page(document).text(); }

}  // namespace euproj
