#include "euproj/render/render_answers.hpp"
#include "render/json/writer.hpp"

namespace euproj {
namespace {

void write_input(JsonWriter& json, const VerifiedInput& input) {
  constexpr const char* words[] = {"same-bytes", "same-rows", "changed"};
  json.field("path", input.path);
  json.field("state", words[static_cast<std::size_t>(input.state)]);
  json.values("came", input.came);
  json.values("went", input.went);
}

}  // namespace

std::string render_verification_json(const Verification& verification) {
  constexpr const char* kinds[] = {"report", "workbook", "seal", "sql"};
  return json_text(JsonLayout::one_line, [&](JsonWriter& json) {
    json.object([&] {
      json.field("format", "euproj-verify/1");
      json.field("file", verification.file);
      json.field("kind", kinds[static_cast<std::size_t>(verification.kind)]);
      json.text_or_null("version", verification.version);
      json.field("same", verification.same());
      json.field("compared", verification.compared);
      json.objects("differences", verification.differences, [&](const VerifiedDifference& each) {
        json.text_or_null("name", each.name);
        json.field("at", each.at);
        json.field("there", each.there);
        json.field("here", each.here);
      });
      json.objects("inputs", verification.inputs,
                   [&](const VerifiedInput& input) { write_input(json, input); });
    });
  });
}

}  // namespace euproj
