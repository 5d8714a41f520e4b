#include <algorithm>
#include <optional>

#include "euproj/words/texts.hpp"
#include "render/cell_text.hpp"
#include "render/document_cells.hpp"
#include "render/html/parts.hpp"
#include "render/html/text.hpp"

namespace euproj {
namespace {

class OverviewHtml {
 public:
  OverviewHtml(const Document& document, const std::string& verdict)
      : document_(document), overview_(*document.overview), verdict_(verdict) {}

  std::string section() {
    line("<section id=\"overview\" aria-labelledby=\"overview-title\">");
    line("<h2 id=\"overview-title\">" + html_text(overview_.title) + "</h2>");
    if (!document_.incomplete_mark.empty()) {
      line("<p class=\"incomplete\">" + html_text(document_.incomplete_mark) + "</p>");
    }
    state();
    cards();
    bars();
    sources();
    line("</section>");
    return std::move(out_);
  }

 private:
  void line(std::string_view content) {
    out_ += content;
    out_ += '\n';
  }

  std::string words(FixedText which) const { return html_text(text(which, document_.language)); }

  bool has_section(const std::string& id) const {
    return std::any_of(document_.sections.begin(), document_.sections.end(),
                       [&](const DocumentSection& section) { return section.id == id; });
  }

  std::string link(const std::string& section, const std::string& content) const {
    if (!has_section(section)) return html_text(content);
    return "<a href=\"#" + html_text(section) + "\">" + html_text(content) + "</a>";
  }

  std::string figure(const CellPlace& place) const {
    const Cell* const cell = find_cell(document_, place);
    if (cell == nullptr) return {};
    return html_text(cell_text(*cell, kind_of_cell(document_, place), document_.language));
  }

  /// What an office must look at before it sends anything.
  void state() {
    line("<div class=\"state\">");
    line(std::string("<p class=\"") + (overview_.has_findings ? "bad" : "note") + "\">" +
         link("findings", overview_.findings) + "</p>");
    if (!overview_.worst.empty()) line("<p>" + html_text(overview_.worst) + "</p>");
    if (!verdict_.empty()) {
      line("<p><a href=\"#checks\">" + words(Text::section_checks) +
           "</a>: " + html_text(verdict_) + "</p>");
    }
    line("</div>");
  }

  void cards() {
    if (overview_.cards.empty()) return;
    line("<div class=\"cards\">");
    for (const Overview::Card& card : overview_.cards) {
      line("<div class=\"card\">");
      line("<h3>" + link(card.section, card.label) + "</h3>");
      line("<p class=\"figure\">" + figure(card.figure) + "</p>");
      if (!card.lines.empty()) {
        line("<dl>");
        for (const Overview::Line& each : card.lines) {
          line("<div>");
          line("<dt>" + html_text(each.label) + "</dt>");
          line("<dd>" + figure(each.figure) + "</dd>");
          line("</div>");
        }
        line("</dl>");
      }
      line("</div>");
    }
    line("</div>");
  }

  /// Beside the number, so it says nothing to who cannot see it. With the pace, where that is
  /// known.
  std::string bar(std::optional<Percent> value, std::optional<Percent> pace) const {
    if (!value) return {};
    const std::int64_t shown = std::clamp<std::int64_t>(value->hundredths, 0, 100'00);
    const auto across = [](std::int64_t hundredths) {
      std::string fraction = std::to_string(hundredths % 100);
      if (fraction.size() < 2) fraction.insert(0, "0");
      return std::to_string(hundredths / 100) + "." + fraction + "%";
    };
    std::string out = "<svg class=\"bar\" width=\"100%\" height=\"14\" aria-hidden=\"true\">";
    out += "<rect class=\"track\" width=\"100%\" height=\"14\"/>";
    out += "<rect class=\"s1\" width=\"" + across(shown) + "\" height=\"14\"/>";
    if (pace) {
      const std::string at = across(std::clamp<std::int64_t>(pace->hundredths, 0, 100'00));
      out += "<line class=\"pace\" x1=\"" + at + "\" x2=\"" + at + "\" y1=\"0\" y2=\"14\"/>";
    }
    return out + "</svg>";
  }

  void begin_table(const std::string& id, const std::string& title) {
    line("<div class=\"scroll\" role=\"region\" aria-labelledby=\"" + id + "\" tabindex=\"0\">");
    line("<table>");
    line("<caption id=\"" + id + "\">" + title + "</caption>");
    line("<thead>");
    line("<tr>");
  }

  void heading(std::string_view look, const std::string& content) {
    line("<th scope=\"col\"" + std::string(look) + ">" + content + "</th>");
  }

  void begin_body() {
    line("</tr>");
    line("</thead>");
    line("<tbody>");
  }

  void end_table() {
    line("</tbody>");
    line("</table>");
    line("</div>");
  }

  void number(const std::string& label, const CellPlace& place) {
    line("<td class=\"n\" data-label=\"" + label + "\">" + figure(place) + "</td>");
  }

  void bars() {
    if (overview_.bars.empty()) return;
    const std::optional<Percent>& pace = overview_.elapsed;
    const std::string target = words(Text::column_target);
    const std::string reached = words(Text::column_cumulative);
    const std::string achieved = words(Text::column_achieved);
    const std::string shown = words(Text::overview_bar);
    begin_table("overview-bars", words(Text::section_indicators));
    heading("", words(Text::column_indicator));
    heading(" class=\"n\"", target);
    heading(" class=\"n\"", reached);
    heading(" class=\"n\"", achieved);
    heading(" class=\"b\"", shown);
    begin_body();
    for (const Overview::Bar& each : overview_.bars) {
      const std::optional<Percent> value = percent_in(document_, each.achieved);
      line("<tr>");
      line("<th scope=\"row\">" + html_text(each.label) + "</th>");
      number(target, each.target);
      number(reached, each.cumulative);
      number(achieved, each.achieved);
      line("<td class=\"b\" data-label=\"" + shown + "\">" + bar(value, pace) + sign(value) +
           "</td>");
      line("</tr>");
    }
    end_table();
    if (!pace) return;
    line("<p class=\"note\">" + words(Text::overview_pace) + ": " +
         html_text(cell_text(*pace, ColumnKind::percent, document_.language)) + "</p>");
  }

  std::string sign(std::optional<Percent> value) const {
    const Tone tone = value ? tone_of(*value, overview_.elapsed) : Tone::normal;
    if (tone == Tone::normal) return {};
    if (tone == Tone::good) {
      return "<span class=\"good\">" + words(Text::overview_sign_reached) + "</span>";
    }
    return "<span class=\"bad\">" + words(Text::overview_sign_behind) + "</span>";
  }

  void sources() {
    if (overview_.sources.empty()) return;
    const std::string agreed = words(Text::column_agreed);
    const std::string spent = words(Text::column_cumulative);
    const std::string remaining = words(Text::column_remaining);
    const std::string used = words(Text::column_used);
    begin_table("overview-sources",
                html_text(text(Text::overview_sources, document_.language, {document_.currency})));
    heading("", words(Text::column_source));
    heading(" class=\"n\"", agreed);
    heading(" class=\"n\"", spent);
    heading(" class=\"n\"", remaining);
    heading(" class=\"n\"", used);
    line("<td class=\"b\"></td>");
    begin_body();
    for (const Overview::Source& source : overview_.sources) {
      const auto place = [&](const char* column) {
        return CellPlace{"sources", source.row, column};
      };
      line(&source == &overview_.sources.back() ? "<tr class=\"total\">" : "<tr>");
      line("<th scope=\"row\">" + html_text(source.label) + "</th>");
      number(agreed, place("agreed"));
      number(spent, place("cumulative"));
      number(remaining, place("remaining"));
      number(used, place("used_percent"));
      line("<td class=\"b\">" + bar(percent_in(document_, place("used_percent")), std::nullopt) +
           "</td>");
      line("</tr>");
    }
    end_table();
  }

  const Document& document_;
  const Overview& overview_;
  const std::string& verdict_;
  std::string out_;
};

}  // namespace

std::string html_overview(const Document& document, const std::string& verdict) {
  return OverviewHtml(document, verdict).section();
}

}  // namespace euproj
