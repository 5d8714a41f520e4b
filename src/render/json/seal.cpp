#include <array>

#include "euproj/model/seal_text.hpp"
#include "euproj/render/render_seal.hpp"
#include "render/json/report.hpp"

namespace euproj {
namespace {

/// Of a number, the highest first.
std::array<char, 16> hex(std::uint64_t number) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::array<char, 16> text{};
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, number >>= 4U) {
    *digit = digits[number & 15U];
  }
  return text;
}
std::string_view as_text(const std::array<char, 16>& digits) {
  return {digits.data(), digits.size()};
}

/// "2-13,15": lines that follow each other are one range. A line with several rows stands as often.
std::string line_ranges(const std::vector<RowMark>& marks) {
  std::string text;
  for (std::size_t first = 0; first < marks.size();) {
    std::size_t end = first + 1;
    while (end < marks.size() && marks[end].line == marks[end - 1].line + 1) ++end;
    if (!text.empty()) text += ',';
    text += std::to_string(marks[first].line);
    if (end - first > 1) text += '-' + std::to_string(marks[end - 1].line);
    first = end;
  }
  return text;
}

void write_input(JsonWriter& json, const SealedInput& input) {
  json.field("path", input.path);
  if (!input.sheet.empty()) json.field("sheet", input.sheet);
  json.field("bytes", input.bytes);
  json.field("rows", input.rows);
  json.field("sha256", input.sha256);
  json.field("rows_sha256", input.rows_sha256);
  json.object("marks", [&] {
    json.field("lines", line_ranges(input.marks));
    json.text_in_pieces("hashes", [&](const auto& append) {
      for (const RowMark& mark : input.marks) append(as_text(hex(mark.hash)));
    });
  });
}

void write_unit(JsonWriter& json, const SealedUnit& unit) {
  json.field("key", unit.key);
  json.field("since", unit.since);
  json.field("at", unit.at);
  if (unit.sex != Sex::unknown) json.field("sex", unit.sex == Sex::woman ? "woman" : "man");
  if (unit.amount != Quantity::whole(1)) json.field("amount", unit.amount.text());
  if (unit.row != 0) json.field("row", as_text(hex(unit.row)));
}

void write_document(JsonWriter& json, const SealedDocument& document) {
  json.field("number", document.number);
  json.field("issuer", document.issuer);
  json.field("task", document.task);
  json.text_or_null("category", document.category);
  json.field("paid", document.paid);
  json.field("eligible", document.eligible);
  json.field("at", document.at);
}

void write_evidence(JsonWriter& json, const SealedEvidence& evidence, std::size_t threads) {
  json.object("indicators", [&] {
    for (const SealedEvidence::Indicator& each : evidence.indicators) {
      json.rows_on(threads, each.id, each.units, write_unit);
    }
  });
  json.rows_on(threads, "participants", evidence.participants, write_unit);
  json.object("claims", [&] {
    for (const SealedEvidence::Claim& each : evidence.claims) {
      json.rows(each.id, each.documents,
                [&](const SealedDocument& document) { write_document(json, document); });
    }
  });
}

/// A truth as one, every number as text with the digits that the report has.
void write_figure(JsonWriter& json, const NamedFigure& figure) {
  if (figure.value == "true" || figure.value == "false") {
    json.field(figure.name, figure.value == "true");
  } else {
    json.field(figure.name, figure.value);
  }
}

void write_seal(JsonWriter& json, const Seal& seal, std::size_t threads) {
  json.field("format", seal_format);
  json.field("project", seal.project);
  json.object("period", [&] { write_period(json, seal.period); });
  json.field("claim", seal.claim);
  json.field("part", seal.part);
  if (seal.as_of) json.field("as_of", *seal.as_of);
  json.field("version", seal.version);
  json.values("options", seal.options);
  json.object("definition", [&] {
    json.field("path", seal.definition.path);
    json.field("bytes", seal.definition.bytes);
    json.field("sha256", seal.definition.sha256);
    json.field("text", seal.definition_text);
  });
  json.objects("inputs", seal.inputs, [&](const SealedInput& input) { write_input(json, input); });
  json.object("figures", [&] {
    for (const NamedFigure& figure : seal.figures) write_figure(json, figure);
  });
  json.object("evidence", [&] { write_evidence(json, seal.evidence, threads); });
  if (seal.replaces) {
    json.object("replaces", [&] {
      json.field("file", seal.replaces->file);
      json.field("sha256", seal.replaces->sha256);
      json.field("reason", seal.replaces->reason);
    });
  }
  if (seal.previous) {
    json.object("previous", [&] {
      json.field("file", seal.previous->file);
      json.field("sha256", seal.previous->sha256);
    });
  } else {
    json.null_field("previous");
  }
}

}  // namespace

void render_seal_json(const Seal& seal, const Sink& sink, std::size_t threads) {
  const auto text = [&](const Sink& piece) {
    JsonWriter json(JsonLayout::indented, piece);
    json.object([&] { write_seal(json, seal, threads); });
  };
  write_with_digest(text, sink);
}

}  // namespace euproj
