// The answer of `euproj sample` for scripts (src/calc/README.md#sampling).

#include "euproj/render/render_answers.hpp"
#include "render/json/report.hpp"

namespace euproj {
namespace {

void write_item(JsonWriter& json, const SampledItem& item) {
  json.field("key", item.key);
  json.field("amount", item.amount);
  json.values("at", item.at);
  json.field("whole", item.whole);
}

void write_sample(JsonWriter& json, const SampleAnswer& answer) {
  const SampleRequest& request = answer.request;
  const bool of_documents = request.of == SampleOf::documents;
  json.field("format", "euproj-sample/1");
  json.field("project", answer.project);
  json.field("scope", request.scope);
  json.field("of", of_documents ? "documents" : "participants");
  json.field("method", request.method == SampleMethod::random ? "random" : "monetary-unit");
  json.field("size", request.size);
  json.field("seed", request.seed);
  json.object("population", [&] {
    json.field("items", answer.population);
    json.field("amount", of_documents ? std::optional(answer.total) : std::nullopt);
  });
  json.field("interval", answer.interval);
  json.objects("items", answer.items, [&](const SampledItem& item) { write_item(json, item); });
  if (!answer.projection) return json.null_field("projection");
  json.object("projection", [&] {
    json.field("found", answer.projection->found);
    json.field("error", answer.projection->error);
    json.field("formula", answer.projection->formula);
  });
}

}  // namespace

std::string render_sample_json(const SampleAnswer& answer) {
  return json_text(JsonLayout::indented,
                   [&](JsonWriter& json) { json.object([&] { write_sample(json, answer); }); });
}

}  // namespace euproj
