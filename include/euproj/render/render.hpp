#pragma once
// The formats of a report: one function each, bytes out.
//
// Same input, same bytes: no clock, locale, time zone or folder is looked at. What can be long goes
// piece by piece to a sink.

#include <cstdint>
#include <optional>
#include <string>

#include "euproj/base/files.hpp"
#include "euproj/base/result.hpp"
#include "euproj/report/document.hpp"
#include "euproj/report/figures.hpp"

namespace euproj {

struct TextStyle {
  std::size_t width = 100;  // columns at most
  bool colour = false;
  bool ascii = false;  // for printers that know 7 bits: "Łódź" is "Lodz", bars are of #
};

/// For a terminal and an e-mail: UTF-8, aligned by display width.
void render_text(const Document& document, const TextStyle& style, const Sink& sink);
[[nodiscard]] std::string render_text(const Document& document, const TextStyle& style);

/// One page for browsers and printers, complete in itself.
[[nodiscard]] std::string render_html(const Document& document);

/// schemas/report.schema.json: one object, two-space indent, and a newline; or all in one line.
enum class JsonLayout { indented, one_line };
void render_json(const Figures& figures, JsonLayout layout, const Sink& sink);
[[nodiscard]] std::string render_json(const Figures& figures, JsonLayout layout);

/// The indicator table, RFC 4180 with CRLF; a cell that begins with = + - @ gets an apostrophe
/// unless it is a number (src/render/csv/README.md#apostrophe).
[[nodiscard]] std::string render_csv(const Figures& figures, Language language);

/// `stamp` is the document's creation time in seconds since 1970 (UTC).
struct RenderFault {
  std::string reason;
};
[[nodiscard]] Result<std::string, RenderFault> render_xlsx(const Document& document,
                                                           std::int64_t stamp);

}  // namespace euproj
