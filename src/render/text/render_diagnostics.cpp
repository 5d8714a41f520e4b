#include "euproj/render/render_diagnostics.hpp"

#include <map>

#include "euproj/base/format.hpp"
#include "euproj/words/diagnostics.hpp"
#include "euproj/words/texts.hpp"
#include "render/clean_text.hpp"
#include "render/text/excerpt.hpp"
#include "render/text/signs.hpp"

namespace euproj {
namespace {

constexpr std::size_t excerpt_width = 100;

class FindingsText {
 public:
  FindingsText(const SourceSet& sources, const DiagnosticStyle& style)
      : sources_(sources), style_(style), pen_(style.colour) {}

  std::string text(const Diagnostics& diagnostics) {
    FileId file = no_file;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      if (style_.only_errors && diagnostic.severity <= Severity::warning) continue;
      if (diagnostic.place.file != file) count_the_rest();
      file = diagnostic.place.file;
      std::size_t& seen = seen_[diagnostic.kind];
      ++seen;
      if (style_.most_per_kind == 0 || seen <= style_.most_per_kind) finding(diagnostic);
    }
    count_the_rest();
    return std::move(out_);
  }

 private:
  void line(std::string_view content) {
    out_ += content;
    out_ += '\n';
  }

  /// Where a file's findings end: how many of each kind were left out.
  void count_the_rest() {
    for (const auto& [kind, seen] : seen_) {
      if (style_.most_per_kind == 0 || seen <= style_.most_per_kind) continue;
      line(euproj::text(
          Text::more_of_kind, style_.language,
          {std::to_string(seen - style_.most_per_kind), std::string(kind_info(kind).code)}));
    }
    seen_.clear();
  }

  std::string location(const Place& place) const {
    if (place.file == no_file) return {};
    std::string out = clean_text(sources_.file(place.file).opened, LineBreaks::as_blanks) + ":";
    if (place.line > 0) out += std::to_string(place.line) + ":";
    if (place.line > 0 && place.column > 0) out += std::to_string(place.column) + ":";
    return out + " ";
  }

  std::string severity(Severity severity) const {
    if (severity == Severity::note) return "note: ";
    return severity == Severity::warning ? pen_(Ink::yellow, "warning: ")
                                         : pen_(Ink::bold_red, "error: ");
  }

  void finding(const Diagnostic& diagnostic) {
    line(pen_(Ink::bold, location(diagnostic.place)) + severity(diagnostic.severity) +
         shown(located_message(diagnostic, sources_, style_.language)) + " [" +
         std::string(kind_info(diagnostic.kind).code) + "]");
    excerpt(diagnostic.place);
    const std::string help = diagnostic.help(style_.language, &sources_);
    if (!help.empty()) {
      line("  " + std::string(euproj::text(Text::help_label, style_.language)) + ": " +
           shown(help));
    }
  }

  /// On one line, and ready to be copied.
  static std::string shown(std::string_view message) {
    return with_plain_blanks(clean_text(message, LineBreaks::as_blanks));
  }

  /// Only the text of definitions is kept, so no line of a log is ever quoted
  /// (src/report/README.md#privacy).
  void excerpt(const Place& place) {
    if (place.file == no_file || place.line == 0) return;
    if (sources_.file(place.file).text.empty()) return;
    const Excerpt made = make_excerpt(sources_.line(place.file, place.line), place, excerpt_width);
    line(made.source);
    if (!made.caret.empty()) line(pen_(Ink::green, made.caret));
  }

  const SourceSet& sources_;
  const DiagnosticStyle& style_;
  Pen pen_;
  std::map<AnyKind, std::size_t> seen_;  // in the current file
  std::string out_;
};

}  // namespace

std::string render_diagnostics_text(const Diagnostics& diagnostics, const SourceSet& sources,
                                    const DiagnosticStyle& style) {
  return FindingsText(sources, style).text(diagnostics);
}

}  // namespace euproj
