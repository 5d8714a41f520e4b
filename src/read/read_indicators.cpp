// The section `indicators` (SPEC 4.2, 4.5).

#include <algorithm>
#include <array>
#include <utility>

#include "read/project_builder.hpp"
#include "read/shown_value.hpp"

namespace euproj {
namespace {

constexpr std::array<std::pair<std::string_view, Count>, 9> counts = {{
    {"persons", Count::persons},
    {"households", Count::households},
    {"entries", Count::entries},
    {"sessions", Count::sessions},
    {"hours", Count::hours},
    {"headcount", Count::headcount},
    {"places", Count::places},
    {"measured", Count::measured},
    {"ratio", Count::ratio},
}};

std::optional<Count> count_of(const std::string& word) {
  for (const auto& [name, count] : counts) {
    if (name == word) return count;
  }
  return std::nullopt;
}

/// Keys of the indicator itself that belong to one way of counting only.
void check_keys(const Reading& reading, const Values& values, Count count) {
  const auto check = [&](std::string_view key, bool has_meaning) {
    if (!values.has(key) || has_meaning) return;
    reading.report(Kind::key_not_for_count, values.key_place(key),
                   {std::string(key), values.text("count")});
  };
  check("take", count == Count::measured);
  check("where", count != Count::measured && count != Count::ratio);
  check("numerator", count == Count::ratio);
  check("denominator", count == Count::ratio);
  if (count != Count::ratio) return;
  for (const std::string_view key : {"numerator", "denominator"}) {
    if (values.has(key)) continue;
    reading.report(Kind::missing_key, values.place(), {std::string(key), "indicators"});
  }
}

void check_whole(const Reading& reading, const Values& owner, std::string_view key,
                 const std::string& count) {
  const std::optional<Quantity> value = owner.quantity(key);
  if (!value || value->is_whole()) return;
  reading.report(Kind::target_not_whole, owner.place(key),
                 {std::string(key), value->text(), count});
}

void check_target(const Reading& reading, const Values& values, Count count) {
  const Values target = values.object("target");
  if (!has_sexes(count)) {
    for (const std::string_view key : {"women", "men"}) {
      if (!target.has(key)) continue;
      reading.report(Kind::target_by_sex, target.key_place(key),
                     {std::string(key), values.text("count")});
    }
  }
  if (!is_whole(count)) return;
  const std::string word = values.text("count");
  check_whole(reading, values, "baseline", word);
  check_whole(reading, values, "target", word);
  for (const std::string_view key : {"total", "women", "men"}) {
    check_whole(reading, target, key, word);
  }
}

Indicator read_indicator(const Reading& reading, const Values& values) {
  Indicator indicator;
  indicator.id = values.text("id");
  indicator.name = values.local_text("name", indicator.id);
  indicator.kind =
      values.text("kind") == "result" ? Indicator::Kind::result : Indicator::Kind::output;
  indicator.unit = values.text("unit");
  indicator.baseline = values.quantity("baseline").value_or(Quantity());
  indicator.target = read_target(reading, values, "target");
  indicator.take =
      values.text("take") == "last" ? Indicator::Take::last : Indicator::Take::sum;
  indicator.place = values.place("id");

  const std::optional<Count> count = count_of(values.text("count"));
  if (count) {
    indicator.count = *count;
    check_keys(reading, values, *count);
    check_target(reading, values, *count);
  }
  const bool has_where = count != Count::measured && count != Count::ratio;
  const YamlNode* const where = values.find("where");
  if (where && where->is_mapping() && has_where) {
    indicator.where = read_condition(reading, *where, count);
  }
  return indicator;
}

/// The position of the indicator that a part of a ratio names.
std::size_t read_part(const Reading& reading, const Values& values, std::string_view key) {
  const std::vector<Indicator>& indicators = reading.project.indicators;
  const std::string id = values.text(key);
  if (id.empty()) return 0;  // reported: missing, or no text
  const auto found = std::find_if(indicators.begin(), indicators.end(),
                                  [&](const Indicator& indicator) { return indicator.id == id; });
  if (found == indicators.end()) {
    std::vector<std::string_view> parts;
    for (const Indicator& indicator : indicators) {
      if (indicator.count != Count::ratio) parts.push_back(indicator.id);
    }
    report_unknown_reference(reading, values.place(key), key, id, "indicators", parts);
    return 0;
  }
  if (found->count == Count::ratio) {
    reading.report(Kind::ratio_of_ratio, values.place(key), {std::string(key), shown(id)});
  }
  return static_cast<std::size_t>(found - indicators.begin());
}

}  // namespace

void read_indicators(const Reading& reading, const Values& definition) {
  std::vector<Indicator>& indicators = reading.project.indicators;
  std::vector<std::pair<std::size_t, Values>> ratios;
  DeclaredIds ids(reading, "indicators");
  for (const Values& values : definition.objects("indicators")) {
    Indicator indicator = read_indicator(reading, values);
    if (!ids.declare(indicator.id, values.place("id"))) continue;
    if (indicator.count == Count::ratio) ratios.emplace_back(indicators.size(), values);
    indicators.push_back(std::move(indicator));
  }
  // A ratio may stand before its parts, so they are looked up when all are known.
  for (const auto& [position, values] : ratios) {
    indicators[position].numerator = read_part(reading, values, "numerator");
    indicators[position].denominator = read_part(reading, values, "denominator");
  }
}

}  // namespace euproj
