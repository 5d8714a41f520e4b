#include "read/definition/read_relations.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "euproj/words/kinds.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

/// The positions that a list of ids names; none when one of them is unknown, which is said.
std::optional<std::vector<std::size_t>> find_all(const Reading& reading, const Values& values,
                                                 std::string_view key) {
  std::vector<std::size_t> positions;
  bool all_known = true;
  for (const YamlNode* const id : values.texts(key)) {
    const auto found = find_indicator(reading, *id, key);
    all_known = all_known && found.has_value();
    if (found) positions.push_back(*found);
  }
  return all_known && !positions.empty() ? std::optional(positions) : std::nullopt;
}

/// "`sum`, `subset`": what an entry of `checks` has.
std::string keys_of(const Values& values) {
  std::string keys;
  for (const std::string_view key : {"sum", "equals", "subset"}) {
    if (values.has(key)) keys += (keys.empty() ? "`" : ", `") + std::string(key) + "`";
  }
  return keys.empty() ? "–" : keys;
}

void read_check(const Reading& reading, const Values& values) {
  const bool is_sum = values.has("sum") && values.has("equals") && !values.has("subset");
  const bool is_subset = values.has("subset") && !values.has("sum") && !values.has("equals");
  if (!is_sum && !is_subset) {
    reading.report(Kind::relation_form, values.place(), {keys_of(values)});
    return;
  }
  Relation relation;
  relation.equal = is_sum;
  relation.place = values.place();
  if (is_sum) {
    const auto parts = find_all(reading, values, "sum");
    const auto total = find_indicator(reading, *values.find("equals"), "equals");
    if (!parts || !total) return;
    relation.left = *parts;
    relation.right = {*total};
  } else {
    const std::size_t named = values.texts("subset").size();
    if (named != 2) {
      reading.report(Kind::subset_of_two, values.place("subset"), {std::to_string(named)});
      return;
    }
    const auto both = find_all(reading, values, "subset");
    if (!both || both->size() != 2) return;
    relation.left = {both->front()};
    relation.right = {both->back()};
  }
  reading.project.relations.push_back(std::move(relation));
}

/// What the catalogue says of its codes.
struct CatalogueRelation {
  std::array<std::string_view, 3> left;
  bool equal = false;
  std::array<std::string_view, 2> right;
  bool needs_status = false;  // holds of those whose status is known
};
constexpr std::array<CatalogueRelation, 4> catalogue_relations = {{
    {{"EECO03"}, false, {"EECO02"}},
    {{"EECO02", "EECO04", "EECO05"}, true, {"EECO01"}, true},
    {{"EECR01"}, false, {"EECO04"}},
    {{"EECR04"}, false, {"EECO02", "EECO04"}},
}};

/// Those of the indicators of these codes that ask the same beside the catalogue as the first one.
class CataloguePositions {
 public:
  CataloguePositions(const Reading& reading, const std::vector<DeclaredIndicator>& declared,
                     std::size_t first)
      : indicators_(reading.project.indicators), declared_(declared), first_(first) {}

  /// None when one of the codes has no such indicator.
  [[nodiscard]] std::optional<std::vector<std::size_t>> of(
      std::span<const std::string_view> codes) const {
    std::vector<std::size_t> positions;
    for (const std::string_view code : codes) {
      if (code.empty()) continue;
      const auto found =
          std::find_if(indicators_.begin(), indicators_.end(), [&](const Indicator& each) {
            const auto at = static_cast<std::size_t>(&each - indicators_.data());
            return each.code == code && each.when == indicators_[first_].when &&
                   declared_[at].own == declared_[first_].own;
          });
      if (found == indicators_.end()) return std::nullopt;
      positions.push_back(static_cast<std::size_t>(found - indicators_.begin()));
    }
    return positions;
  }

 private:
  const std::vector<Indicator>& indicators_;
  const std::vector<DeclaredIndicator>& declared_;
  std::size_t first_;
};

void add_relations_of_catalogue(const Reading& reading,
                                const std::vector<DeclaredIndicator>& declared, bool knows_status) {
  const std::vector<Indicator>& indicators = reading.project.indicators;
  for (const CatalogueRelation& known : catalogue_relations) {
    if (known.needs_status && !knows_status) continue;
    for (std::size_t first = 0; first < indicators.size(); ++first) {
      if (indicators[first].code != known.left.front()) continue;
      const CataloguePositions positions(reading, declared, first);
      const auto left = positions.of(known.left);
      const auto right = positions.of(known.right);
      if (!left || !right || left->front() != first) continue;
      reading.project.relations.push_back(
          {*left, known.equal, *right, true, indicators[first].place});
    }
  }
}

}  // namespace

std::optional<std::size_t> find_indicator(const Reading& reading, const YamlNode& id,
                                          std::string_view key,
                                          const std::function<bool(const Indicator&)>& fits) {
  const std::vector<Indicator>& indicators = reading.project.indicators;
  if (!id.is_scalar()) return std::nullopt;  // said by check_shape
  const std::string name = text_of(id);
  if (name.empty()) return std::nullopt;
  const auto found = std::find_if(indicators.begin(), indicators.end(),
                                  [&](const Indicator& indicator) { return indicator.id == name; });
  if (found != indicators.end()) return static_cast<std::size_t>(found - indicators.begin());
  std::vector<std::string_view> known;
  for (const Indicator& indicator : indicators) {
    if (fits(indicator)) known.push_back(indicator.id);
  }
  report_unknown_reference(reading, id.place, key, name, "indicators", known);
  return std::nullopt;
}

void read_relations(const Reading& reading, const Values& definition,
                    const std::vector<DeclaredIndicator>& declared) {
  for (std::size_t at = 0; at < declared.size(); ++at) {
    const YamlNode* const of = declared[at].values.find("of");
    if (!of || !of->is_scalar()) continue;  // of a criterion: see read_indicators
    if (const auto whole = find_indicator(reading, *of, "of")) {
      reading.project.relations.push_back({{at}, false, {*whole}, false, of->place});
    }
  }
  for (const Values& check : definition.objects("checks")) read_check(reading, check);
  const bool has_gate = definition.object("project").text("completeness") != "warn";
  add_relations_of_catalogue(reading, declared,
                             has_gate && reading.project.complete_record == Completeness::full);
}

}  // namespace euproj
