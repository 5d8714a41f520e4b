#include <algorithm>
#include <utility>

#include "euproj/base/format.hpp"
#include "euproj/read/read_catalogue.hpp"
#include "euproj/words/kinds.hpp"
#include "euproj/words/units.hpp"
#include "read/definition/catalogues.hpp"
#include "read/definition/read_condition.hpp"
#include "read/definition/read_relations.hpp"
#include "read/definition/sections.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

std::optional<Count> count_of(const std::string& word) {
  const auto found = std::find(count_words.begin(), count_words.end(), word);
  if (found == count_words.end()) return std::nullopt;
  return static_cast<Count>(found - count_words.begin());
}

std::string_view kind_word(Indicator::Kind kind) {
  return kind == Indicator::Kind::output ? "output" : "result";
}

bool asks_for_outcome(const YamlNode& condition) {
  if (condition.is_mapping() && condition.find("outcome")) return true;
  const auto in = [](const YamlNode& part) { return asks_for_outcome(part); };
  return std::any_of(condition.items.begin(), condition.items.end(), in) ||
         std::any_of(condition.entries.begin(), condition.entries.end(),
                     [&](const YamlEntry& entry) { return in(entry.value); });
}

/// What an indicator is where it does not say so: whoever asks for an outcome counts results. Of
/// places, measurements and ratios nobody can tell.
std::optional<Indicator::Kind> kind_of_count(const Values& values) {
  const std::optional<Count> count = count_of(values.text("count"));
  if (!count || *count == Count::places || *count == Count::measured || *count == Count::ratio) {
    return std::nullopt;
  }
  const YamlNode* const where = values.find("where");
  const bool is_result = *count == Count::criterion || (where && asks_for_outcome(*where));
  return is_result ? Indicator::Kind::result : Indicator::Kind::output;
}

/// Kind and count are said here, or by the entry of the catalogue; a kind by both when they agree.
void check_definition_key(const Reading& reading, const Values& values,
                          const CatalogueEntry* entry) {
  const bool named = values.mentions("definition");
  for (const std::string_view key : {"kind", "count"}) {
    if (named && key == "kind") {
      const std::string kind = values.text(key);
      const bool is_known = kind == "output" || kind == "result";
      if (!entry || !is_known || kind == kind_word(entry->kind)) continue;
      reading.report(Kind::kind_differs, values.place(key),
                     {kind, entry->code, std::string(kind_word(entry->kind))});
    } else if (named && values.mentions(key)) {
      reading.report(Kind::key_with_definition, values.key_place(key),
                     {std::string(key), shown(values.text("definition"))});
    } else if (!named && !values.mentions(key)) {
      if (key == "kind" && (kind_of_count(values) || !values.mentions("count"))) continue;
      reading.report(Kind::missing_key, values.place(), {std::string(key), "indicators"});
    }
  }
}

/// "osoba|osoby|osób" of a list of them; a text is a unit that does not change, unless its forms
/// are known. A `|` in it would divide it.
std::string unit_forms(const Reading& reading, const YamlNode& node, std::string_view key,
                       std::size_t needed) {
  const auto form_of = [&](const YamlNode& item) {
    std::string form = text_of(item);
    if (form.find('|') == std::string::npos) return form;
    reading.report(Kind::unit_divided, item.place, {std::string(key), form});
    return std::string();
  };
  if (node.is_scalar()) return form_of(node);
  std::vector<std::string> forms;
  for (const YamlNode& item : node.items) {
    if (item.is_scalar()) forms.push_back(form_of(item));
  }
  if (node.is_sequence() && forms.size() == node.items.size() && forms.size() != needed) {
    reading.report(Kind::unit_forms, node.place,
                   {std::string(key), std::to_string(forms.size()), std::to_string(needed)});
  }
  return list_of(forms, "|");
}

/// Its own, else that of the catalogue, else what is counted says it.
void read_unit(const Reading& reading, const Values& values, const std::string& of_catalogue,
               std::optional<Count> count, Indicator& indicator) {
  constexpr std::size_t of_polish = 3;
  constexpr std::size_t of_english = 2;
  std::string forms = of_catalogue;
  const YamlNode* node = values.find("unit");
  if (node && node->is_mapping()) {
    const Values languages = values.object("unit");
    if (const YamlNode* english = languages.find("en")) {
      indicator.unit_forms.english = unit_forms(reading, *english, "unit.en", of_english);
    }
    node = languages.find("pl");
    if (node) forms = unit_forms(reading, *node, "unit.pl", of_polish);
  } else if (node) {
    forms = unit_forms(reading, *node, "unit", of_polish);
  }
  if (forms.empty() && count) forms = unit_of_count(*count);
  indicator.unit = several_of_unit(forms);
  const bool has_own = forms.find('|') != std::string::npos;
  const auto known = known_unit_forms(indicator.unit);
  if (has_own) {
    indicator.unit_forms.polish = forms;
  } else if (known) {
    indicator.unit_forms.polish = known->polish;
  }
  if (known && indicator.unit_forms.english.empty()) indicator.unit_forms.english = known->english;
}

/// A criterion has that of `of`.
bool has_where(Count count) {
  return count != Count::measured && count != Count::ratio && count != Count::criterion;
}

/// Keys of the indicator itself that belong to one way of counting only.
void check_keys(const Reading& reading, const Values& values, Count count) {
  const auto check = [&](std::string_view key, bool has_meaning) {
    if (!values.has(key) || has_meaning) return;
    reading.report(Kind::key_not_for_count, values.key_place(key),
                   {std::string(key), std::string(count_word(count))});
  };
  check("take", count == Count::measured);
  check("when", count == Count::persons);
  check("where", has_where(count));
  check("targets_by", has_partners(count));
  for (const std::string_view key : {"numerator", "denominator"}) check(key, count == Count::ratio);
  for (const std::string_view key : {"reached", "threshold", "groups"}) {
    check(key, count == Count::criterion);
  }
  // Of a criterion it says whose result is asked for, of others what they are a part of.
  const YamlNode* const of = values.find("of");
  const bool is_population = of && of->is_mapping();
  if (of && count == Count::criterion && !is_population) {
    reading.report(Kind::expected_mapping, of->place, {"indicators.of", shown(of->text)});
  }
  check("of", !is_population || count == Count::criterion);
  const auto need = [&](std::string_view key) {
    if (values.mentions(key)) return;
    reading.report(Kind::missing_key, values.place(), {std::string(key), "indicators"});
  };
  if (count == Count::ratio) {
    for (const std::string_view key : {"numerator", "denominator"}) need(key);
  }
  if (count == Count::criterion) {
    for (const std::string_view key : {"reached", "threshold"}) need(key);
  }
}

void check_integer(const Reading& reading, const Values& owner, std::string_view key,
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
                     {std::string(key), std::string(count_word(count))});
    }
  }
  if (!is_whole(count)) return;
  const std::string word(count_word(count));
  check_integer(reading, values, "baseline", word);
  check_integer(reading, values, "target", word);
  for (const std::string_view key : {"total", "women", "men", "at_most"}) {
    check_integer(reading, target, key, word);
  }
}

/// The entry of a catalogue that `definition` names, and its condition; no entry when it names
/// none.
struct Defined {
  const CatalogueEntry* entry = nullptr;
  const OwnCatalogues::Entry* own = nullptr;  // where it is of a catalogue of the project's own
  Count count{};

  /// Null: everyone.
  [[nodiscard]] const YamlNode* where() const {
    if (own) return own->where.is_null() ? nullptr : &own->where;
    return entry ? catalogue_condition(entry->code, count) : nullptr;
  }
};

void report_unknown_code(const Reading& reading, const Values& values) {
  std::vector<std::string_view> known(catalogue_codes.begin(), catalogue_codes.end());
  for (const std::string& code : reading.catalogues->codes()) known.push_back(code);
  const YamlNode& node = *values.find("definition");
  reading.report(Kind::definition_word, node.place,
                 {"definition", shown(node.text), known_shown(node.text, known)});
}

/// What the catalogue says, but for entities, of which the project has a log or measures them.
Defined defined_by(const Reading& reading, const Values& values) {
  Defined defined;
  const YamlNode* const node = values.find("definition");
  if (!node || !node->is_scalar() || text_of(*node).empty()) return defined;
  const std::string code = text_of(*node);
  defined.own = reading.catalogues->find(code);
  defined.entry = defined.own ? &defined.own->entry : find_in_catalogue(code);
  if (!defined.entry) {
    report_unknown_code(reading, values);
    return defined;
  }
  const bool of_entities = !defined.entry->entities.empty() && reading.has_entities;
  defined.count = of_entities ? Count::entities : defined.entry->count;
  return defined;
}

bool asks_for_records(const Condition& condition) {
  bool found = false;
  for_each_part(condition, [&](const Condition& part) {
    found = found || part.complete != Completeness::not_asked;
  });
  return found;
}

/// An indicator, and the condition that it has of its own.
struct OwnIndicator {
  Indicator indicator;
  Condition own;
};

/// `own` becomes what it asks beside the catalogue.
Condition read_where(const Reading& reading, const Values& values, const Defined& defined,
                     Count count, Condition& own) {
  const YamlNode* const where = values.find("where");
  const YamlNode* const common = defined.where();
  const bool has_own = where && where->is_mapping();
  Condition condition = common ? read_condition(reading, *common, count) : Condition();
  if (!has_own) return condition;
  own = read_condition(reading, *where, count);
  return common ? both(std::move(condition), own) : own;
}

Condition condition_of(const Reading& reading, const Values& owner, Count count) {
  const YamlNode* const where = owner.find("where");
  return where && where->is_mapping() ? read_condition(reading, *where, count) : Condition();
}

void read_criterion(const Reading& reading, const Values& values, Indicator& indicator) {
  const Values reached = values.object("reached");
  Criterion& criterion = indicator.criterion.emplace();
  indicator.where = condition_of(reading, values.object("of"), Count::criterion);
  for (const YamlNode* outcome : reached.texts("outcome")) {
    criterion.outcome.push_back(reading.codes.outcomes.intern(text_of(*outcome)));
  }
  criterion.within = parse_term(reached.text("within")).value_or(Term());
  criterion.threshold = values.percent("threshold").value_or(Rate());
  DeclaredIds ids(reading, "indicators.groups");
  for (const Values& group : values.objects("groups")) {
    const std::string id = group.text("id");
    if (!ids.declare(id, group.place("id"))) continue;
    criterion.groups.push_back({id, group.local_text("name", id),
                                condition_of(reading, group, Count::criterion),
                                group.percent("threshold").value_or(Rate())});
  }
}

/// Ids of partners with numbers beside them.
void read_partner_targets(const Reading& reading, const Values& values, Indicator& indicator) {
  const YamlNode* const targets = values.object("targets_by").find("partner");
  if (!targets || !targets->is_mapping()) return;
  const bool any_allowed = reading.project.budget.latest().partners.empty();
  for (const YamlEntry& entry : targets->entries) {
    const Code partner = resolve(reading, entry.key, "targets_by", "budget.partners",
                                 reading.codes.partners, any_allowed);
    if (!entry.value.is_scalar()) continue;  // said by check_shape
    const auto target = parse_quantity(text_of(entry.value));
    if (!target) {
      reading.report(Kind::definition_number, entry.value.place,
                     {shown(entry.key.text), shown(entry.value.text)});
    } else if (is_whole(indicator.count) && !target->is_whole()) {
      reading.report(
          Kind::target_not_whole, entry.value.place,
          {shown(entry.key.text), target->text(), std::string(count_word(indicator.count))});
    } else if (partner != no_code) {
      indicator.partner_targets.emplace_back(partner, *target);
    }
  }
}

OwnIndicator read_indicator(const Reading& reading, const Values& values, bool has_gate) {
  const Defined defined = defined_by(reading, values);
  const CatalogueEntry* const entry = defined.entry;
  check_definition_key(reading, values, entry);
  Indicator indicator;
  Condition own;
  indicator.id = values.text("id");
  indicator.name = values.local_text("name", indicator.id);
  indicator.kind = values.has("kind") ? (values.text("kind") == "result" ? Indicator::Kind::result
                                                                         : Indicator::Kind::output)
                                      : kind_of_count(values).value_or(Indicator::Kind::output);
  if (entry) {
    indicator.code = entry->code;
    indicator.kind = entry->kind;
    if (!values.has("name")) indicator.name = entry->name;
  }
  if (defined.own) {
    indicator.method = entry->derivation;
    indicator.source = entry->source;
  }
  indicator.baseline = values.quantity("baseline").value_or(Quantity());
  indicator.target = read_target(reading, values, "target");
  indicator.take = values.text("take") == "last" ? Indicator::Take::last : Indicator::Take::sum;
  indicator.when =
      values.text("when") == "period" ? Indicator::When::supported : Indicator::When::begins;
  indicator.place = values.place("id");
  for (const YamlNode* name : values.texts("tasks")) {
    const Code task = resolve(reading, *name, "tasks", "budget.tasks", reading.codes.tasks, false);
    if (task != no_code) indicator.tasks.push_back(task);
  }

  const std::optional<Count> count = entry ? defined.count : count_of(values.text("count"));
  read_unit(reading, values, entry ? entry->unit : std::string(), count, indicator);
  const YamlNode* const where = values.find("where");
  if (count) {
    indicator.count = *count;
    check_keys(reading, values, *count);
    check_target(reading, values, *count);
    const bool needs_records = entry && entry->complete_records;
    if (has_where(*count)) indicator.where = read_where(reading, values, defined, *count, own);
    if (needs_records && has_gate) indicator.where.complete = reading.project.complete_record;
    if (needs_records || asks_for_records(indicator.where)) {
      reading.project.records = reading.project.complete_record;
    }
    if (*count == Count::criterion) read_criterion(reading, values, indicator);
    read_partner_targets(reading, values, indicator);
  } else if (where && where->is_mapping()) {
    indicator.where = read_condition(reading, *where, std::nullopt);  // for its findings
  }
  return {std::move(indicator), std::move(own)};
}

/// The position of the indicator that a part of a ratio names.
std::size_t read_part(const Reading& reading, const Values& values, std::string_view key) {
  const std::vector<Indicator>& indicators = reading.project.indicators;
  const YamlNode* const node = values.find(key);
  if (!node) return 0;  // reported
  const auto found = find_indicator(reading, *node, key, [](const Indicator& indicator) {
    return !is_percentage(indicator.count);
  });
  if (!found) return 0;
  if (is_percentage(indicators[*found].count)) {
    reading.report(Kind::ratio_of_ratio, values.place(key),
                   {std::string(key), shown(values.text(key))});
  }
  return *found;
}

}  // namespace

void read_indicators(const Reading& reading, const Values& definition) {
  std::vector<Indicator>& indicators = reading.project.indicators;
  std::vector<std::pair<std::size_t, Values>> ratios;
  std::vector<DeclaredIndicator> declared;
  const bool has_gate = definition.object("project").text("completeness") != "warn";
  DeclaredIds ids(reading, "indicators");
  for (const Values& values : definition.objects("indicators")) {
    OwnIndicator read = read_indicator(reading, values, has_gate);
    if (!ids.declare(read.indicator.id, values.place("id"))) continue;
    if (read.indicator.count == Count::ratio) ratios.emplace_back(indicators.size(), values);
    indicators.push_back(std::move(read.indicator));
    declared.push_back({values, std::move(read.own)});
  }
  // A ratio may stand before its parts, so they are looked up when all are known.
  for (const auto& [position, values] : ratios) {
    indicators[position].numerator = read_part(reading, values, "numerator");
    indicators[position].denominator = read_part(reading, values, "denominator");
  }
  read_relations(reading, definition, declared);
}

}  // namespace euproj
