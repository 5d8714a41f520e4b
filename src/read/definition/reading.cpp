#include "read/definition/reading.hpp"

#include <algorithm>
#include <optional>

#include "euproj/words/kinds.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {

bool DeclaredIds::declare(const std::string& id, Place place) {
  if (id.empty()) return false;
  const auto [first, is_new] = places_.emplace(id, place);
  if (!is_new) {
    reading_.report(Kind::duplicate_id, place, {shown(id), std::string(section_), first->second});
  }
  return is_new;
}

void report_unknown_reference(const Reading& reading, Place place, std::string_view key,
                              const std::string& id, std::string_view section,
                              const std::vector<std::string_view>& declared) {
  reading.report(Kind::unknown_reference, place,
                 {std::string(key), shown(id), std::string(section), known_shown(id, declared)});
}

Code resolve(const Reading& reading, const YamlNode& id, std::string_view key,
             std::string_view section, Interner& declared, bool any_allowed) {
  const std::string name = text_of(id);
  if (name.empty()) return no_code;
  if (any_allowed) return declared.intern(name);
  const Code code = declared.find(name);
  if (code == no_code) {
    std::vector<std::string_view> known;
    for (Code each = 1; each <= declared.size(); ++each) known.push_back(declared.text(each));
    report_unknown_reference(reading, id.place, key, name, section, known);
  }
  return code;
}

std::optional<Period> read_period(const Reading& reading, const Values& owner,
                                  std::string_view first, std::string_view last) {
  const std::optional<Date> start = owner.date(first);
  const std::optional<Date> end = owner.date(last);
  if (!start || !end) return std::nullopt;
  if (*end < *start) {
    reading.report(Kind::period_reversed, owner.place(last), {end->iso(), start->iso()});
    return std::nullopt;
  }
  return Period{*start, *end};
}

AgeRange read_age(const Reading& reading, const Values& age) {
  constexpr std::int64_t longest_life = 130;
  AgeRange range;
  for (const std::string_view key : {"min", "max"}) {
    const std::optional<std::int64_t> years = age.integer(key);
    if (!years) continue;
    if (*years > longest_life) {
      reading.report(Kind::age_beyond_life, age.place(key), {std::to_string(*years)});
      continue;
    }
    (key == "min" ? range.min : range.max) = static_cast<int>(*years);
  }
  if (range.min && range.max && *range.max < *range.min) {
    reading.report(Kind::age_reversed, age.place("max"),
                   {std::to_string(*range.min), std::to_string(*range.max)});
  }
  return range;
}

Target read_target(const Reading& reading, const Values& owner, std::string_view key) {
  const YamlNode* const node = owner.find(key);
  if (!node) return {};
  if (node->is_scalar()) {
    Target target;
    target.total = owner.quantity(key);
    if (target.total && target.total->scaled_units() < 0) {
      reading.report(Kind::negative_target, node->place, {std::string(key), target.total->text()});
    }
    return target;
  }
  const Values values(node);
  for (const std::string_view part : {"total", "women", "men", "at_most"}) {
    const std::optional<Quantity> value = values.quantity(part);
    if (!value || value->scaled_units() >= 0) continue;
    reading.report(Kind::negative_target, values.place(part), {std::string(part), value->text()});
  }
  Target target{values.quantity("total"), values.quantity("women"), values.quantity("men"),
                values.quantity("at_most")};
  for (const std::string_view part : {"total", "women", "men"}) {
    if (!target.at_most || !values.has(part)) continue;
    reading.report(Kind::target_two_ways, values.key_place("at_most"), {std::string(part)});
  }
  if (!target.women || !target.men) return target;
  const Quantity sum = *target.women + *target.men;
  if (!target.total) {
    target.total = sum;  // src/calc/README.md#achievement
  } else if (*target.total != sum) {
    reading.report(Kind::target_sum, values.place("total"), {sum.text(), target.total->text()});
  }
  return target;
}

std::vector<Values> in_order_of_validity(const Reading& reading, const Values& definition,
                                         std::string_view section) {
  std::vector<Values> versions = definition.objects(section);
  const std::string name(section);
  const Period project = reading.project.period;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    const Values& version = versions[i];
    const std::optional<Date> from = version.date("valid_from");
    if (!from) {
      // One version needs no day, and of several the first one is valid from the beginning.
      if (i > 0 && !version.mentions("valid_from")) {
        reading.report(Kind::version_without_day, version.place(), {name, std::to_string(i + 1)});
      }
      continue;
    }
    const auto same =
        std::find_if(versions.begin(), versions.begin() + static_cast<std::ptrdiff_t>(i),
                     [&](const Values& other) { return other.date("valid_from") == from; });
    if (same != versions.begin() + static_cast<std::ptrdiff_t>(i)) {
      reading.report(Kind::version_twice, version.place("valid_from"),
                     {name, from->iso(), same->place("valid_from")});
    }
    if (*from > project.last) {
      reading.report(Kind::version_after_project, version.place("valid_from"),
                     {name, from->iso(), project.last.iso()});
    }
  }
  std::stable_sort(versions.begin(), versions.end(), [](const Values& a, const Values& b) {
    return a.date("valid_from").value_or(Date()) < b.date("valid_from").value_or(Date());
  });
  if (!versions.empty()) {
    const std::optional<Date> first = versions.front().date("valid_from");
    if (first && *first > project.first) {
      reading.report(Kind::version_begins_late, versions.front().place("valid_from"),
                     {name, first->iso(), project.first.iso()});
    }
  }
  return versions;
}

}  // namespace euproj
