#include "euproj/read/read_project.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "euproj/base/format.hpp"
#include "euproj/words/kinds.hpp"
#include "read/definition/catalogues.hpp"
#include "read/definition/reading.hpp"
#include "read/definition/sections.hpp"
#include "read/keys/check_shape.hpp"
#include "read/yaml/tree.hpp"

namespace euproj {

extern const std::string_view project_schema_text;  // schemas/project.schema.json, see CMakeLists

namespace {

// The section `project`: who, under which agreement, from when to when.

/// The keys of the durability that are given, for the finding: `start`, `months`.
std::string given_keys(const Values& durability) {
  std::string given;
  for (const std::string_view key : {"start", "end", "months"}) {
    if (!durability.has(key)) continue;
    if (!given.empty()) given += ", ";
    given += '`' + std::string(key) + '`';
  }
  return given.empty() ? "–" : given;
}

void read_durability(const Reading& reading, const Values& durability) {
  const bool by_months = durability.has("months");
  const bool by_days = durability.has("start") && durability.has("end");
  const bool mixed = by_months && (durability.has("start") || durability.has("end"));
  if (by_months == by_days || mixed) {
    reading.report(Kind::durability_form, durability.place(), {given_keys(durability)});
    return;
  }
  if (by_days) {
    reading.project.durability = read_period(reading, durability, "start", "end");
    return;
  }
  const std::optional<std::int64_t> months = durability.integer("months");
  if (!months || !reading.project.period.last.known()) return;
  // Whole months from the day after the end: end 30.09.2023, 24 months -> 01.10.2023-30.09.2025.
  const Date first = reading.project.period.last.plus_days(1);
  reading.project.durability =
      Period{first, first.plus_months(static_cast<int>(*months)).plus_days(-1)};
}

/// Years after `from`, which is one of Art. 82 of Regulation (EU) 2021/1060: 31 December of the
/// year of the last payment.
void read_retention(const Reading& reading, const Values& retention) {
  constexpr std::int64_t max_years = 100;
  const std::optional<std::int64_t> years = retention.integer("years");
  const std::optional<Date> from = retention.date("from");
  if (!years || !from) return;
  if (*years > max_years) {
    reading.report(Kind::retention_years, retention.place("years"),
                   {std::to_string(*years), std::to_string(max_years)});
    return;
  }
  const Date last = reading.project.period.last;
  if (last.known() && *from < last) {
    reading.report(Kind::retention_before_end, retention.place("from"), {from->iso(), last.iso()});
  }
  reading.project.kept_until = from->plus_months(static_cast<int>(*years) * 12);
}

void read_identity(const Reading& reading, const Values& values) {
  Project& project = reading.project;
  project.id = values.text("id");
  project.number = values.text("number");
  project.title = values.local_text("title", {});
  project.beneficiary = values.text("beneficiary");
  project.implementer = values.text("implementer");
  for (const YamlNode* partner : values.texts("partners")) {
    project.partners.push_back(text_of(*partner));
  }
  project.programme = values.text("programme");
  project.fund = values.text("fund");
  project.priority_axis = values.text("priority_axis");
  project.measure = values.text("measure");
  const Values agreement = values.object("agreement");
  project.agreement_number = agreement.text("number");
  project.agreement_date = agreement.date("date");
  if (values.has("currency")) project.currency = values.text("currency");
  // Art. 17(5) of 2021/1057: of objective l no more is needed.
  if (values.text("objective") == "l") project.complete_record = Completeness::sex_and_age;
  read_exchange_rates(reading, values);

  const Values period = values.object("period");
  project.period_place = values.place("period");
  if (const auto read = read_period(reading, period, "start", "end")) project.period = *read;
  const YamlNode* const durability = values.find("durability");
  if (durability && durability->is_mapping()) read_durability(reading, Values(durability));
  read_retention(reading, values.object("retention"));
}

// The sections `support_forms`, `groups` and `capacity`.

void read_forms(const Reading& reading, const Values& definition) {
  DeclaredIds ids(reading, "support_forms");
  for (const Values& values : definition.objects("support_forms")) {
    const std::string id = values.text("id");
    const YamlNode* const task = values.find("task");
    if (task && task->is_scalar() && reading.project.budget.latest().tasks_declared) {
      static_cast<void>(
          resolve(reading, *task, "task", "budget.tasks", reading.codes.tasks, false));
    }
    if (!ids.declare(id, values.place("id"))) continue;
    reading.codes.forms.intern(id);
    const std::string sessions = values.text("sessions");
    reading.project.support_forms.push_back({id, values.local_text("name", id), values.text("task"),
                                             sessions == "group" ? SupportForm::Sessions::group
                                             : sessions == "individual"
                                                 ? SupportForm::Sessions::individual
                                                 : SupportForm::Sessions::undeclared,
                                             values.place()});
  }
}

/// Persons are whole.
void check_planned(const Reading& reading, const Values& owner, std::string_view key) {
  const std::optional<Quantity> persons = owner.quantity(key);
  if (!persons || persons->is_whole()) return;
  reading.report(Kind::definition_whole_number, owner.place(key),
                 {std::string(key), persons->text()});
}

void read_groups(const Reading& reading, const Values& definition) {
  DeclaredIds ids(reading, "groups");
  for (const Values& values : definition.objects("groups")) {
    Group group;
    group.id = values.text("id");
    group.name = values.local_text("name", group.id);
    if (values.has("age")) group.age = read_age(reading, values.object("age"));
    group.planned = read_target(reading, values, "planned");
    group.place = values.place();
    check_planned(reading, values, "planned");
    for (const std::string_view key : {"total", "women", "men"}) {
      check_planned(reading, values.object("planned"), key);
    }
    if (!ids.declare(group.id, values.place("id"))) continue;
    reading.codes.attribute(Attribute::group).intern(group.id);
    reading.project.groups.push_back(std::move(group));
  }
}

void read_capacity(const Reading& reading, const Values& definition) {
  DeclaredIds ids(reading, "capacity");
  for (const Values& values : definition.objects("capacity")) {
    CapacityRule rule;
    rule.id = values.text("id");
    rule.of = values.text("count") == "households" ? CapacityRule::Of::households
                                                   : CapacityRule::Of::persons;
    rule.place = values.place();
    const YamlNode* const form = values.find("form");
    if (form && form->is_scalar()) {
      rule.form = resolve(reading, *form, "form", "support_forms", reading.codes.forms,
                          reading.project.support_forms.empty());
    }
    const std::optional<std::int64_t> at_once = values.integer("at_once");
    if (!ids.declare(rule.id, values.place("id")) || !at_once) continue;
    rule.at_once = *at_once;
    reading.project.capacity.push_back(std::move(rule));
  }
}

/// Of what is an error by its kind: a warning costs nobody the project, under --strict neither.
std::size_t error_count_of(const Diagnostics& diagnostics) {
  const std::vector<Diagnostic>& all = diagnostics.all();
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [](const Diagnostic& finding) {
        return kind_info(finding.kind).severity > Severity::warning;
      }));
}

}  // namespace

std::string_view project_schema() { return project_schema_text; }

std::optional<Project> read_project(FileId file, const SourceSet& sources, Codes& codes,
                                    Diagnostics& diagnostics, const OpenCatalogue& open) {
  const std::size_t errors_before = error_count_of(diagnostics);
  const std::optional<YamlNode> root = read_yaml(file, sources.file(file).text, diagnostics);
  if (!root) return std::nullopt;
  check_shape(*root, diagnostics);

  Project project;
  const Values definition(&*root);
  OwnCatalogues catalogues;
  const Reading reading{project, codes, diagnostics, definition.object("data").has("entities"),
                        &catalogues};
  read_identity(reading, definition.object("project"));
  read_financing(reading, definition);
  read_budget(reading, definition);
  read_claims(reading, definition);
  read_forms(reading, definition);
  read_groups(reading, definition);
  read_capacity(reading, definition);
  catalogues.read(reading, definition, sources, open);
  read_indicators(reading, definition);
  read_simplified_forms(reading, definition);
  read_data_files(reading, definition.object("data"));
  const Values privacy = definition.object("privacy");
  project.privacy_key.pattern = privacy.text("key_file");
  project.privacy_key.place = privacy.place("key_file");

  if (error_count_of(diagnostics) > errors_before) return std::nullopt;
  return project;
}

namespace {

/// What names an item of a list, in this order; `source` goes with a date.
constexpr std::array<std::string_view, 6> identities = {"id",   "valid_from", "month",
                                                        "date", "file",       "sources"};

/// 1000.00 -> 1000, "85.50 %" -> 85.5%; what is no plain number stays.
std::string number_form(std::string text) {
  const bool percent = text.ends_with('%');
  std::string digits = percent ? text.substr(0, text.size() - 1) : text;
  while (percent && digits.ends_with(' ')) digits.pop_back();
  const std::size_t sign = digits.starts_with('-') || digits.starts_with('+') ? 1 : 0;
  const std::size_t point = digits.find('.');
  const bool number = digits.size() > sign &&
                      digits.find_first_not_of("0123456789.", sign) == std::string::npos &&
                      std::count(digits.begin(), digits.end(), '.') <= 1;
  if (!number) return text;
  if (point != std::string::npos) {
    while (digits.ends_with('0')) digits.pop_back();
    if (digits.ends_with('.')) digits.pop_back();
  }
  return percent ? digits + "%" : digits;
}

std::string scalar_form(const YamlNode& node) {
  return node.quoted ? node.text : number_form(node.text);
}

/// A whole value on one line; the order of keys and of alternatives does not show, nor whether one
/// word stands in a list.
std::string form_of(const YamlNode& node) {
  std::vector<std::string> parts;
  for (const YamlNode& item : node.items) parts.push_back(form_of(item));
  for (const YamlEntry& entry : node.entries) {
    parts.push_back(entry.key.text + ": " + form_of(entry.value));
  }
  if (!node.is_sequence() && !node.is_mapping()) return scalar_form(node);
  if (node.is_sequence() && parts.size() == 1) return parts.front();
  std::sort(parts.begin(), parts.end());
  return node.is_sequence() ? "[" + list_of(parts) + "]" : "{" + list_of(parts) + "}";
}

class Flattening {
 public:
  explicit Flattening(std::vector<DefinitionEntry>& entries) : entries_(entries) {}

  void add(const YamlNode& node, const std::string& path) {
    switch (node.kind) {
      case YamlNode::Kind::null:
        return;
      case YamlNode::Kind::scalar:
        entries_.push_back({path, scalar_form(node)});
        return;
      case YamlNode::Kind::mapping:
        add_mapping(node, path);
        return;
      case YamlNode::Kind::sequence:
        add_sequence(node, path);
        return;
    }
  }

 private:
  void add_mapping(const YamlNode& node, const std::string& path) {
    for (const YamlEntry& entry : node.entries) {
      const std::string& key = entry.key.text;
      if (path.empty() && is_versioned_section(key)) {
        add_versions(entry.value, key);
      } else if (key == "where") {
        entries_.push_back({path + ".where", form_of(entry.value)});
      } else if (key == "pl" || key == "file") {
        add(entry.value, path);  // `name: X` is `name: {pl: X}`, a path is `{file: path}`
      } else {
        add(entry.value, path.empty() ? key : path + "." + key);
      }
    }
  }

  /// Each version by the day from which it holds, and the latest once more without one: for a
  /// definition that has another number of them.
  void add_versions(const YamlNode& node, const std::string& section) {
    const std::span<const YamlNode> versions =
        node.is_sequence() ? std::span<const YamlNode>(node.items) : std::span(&node, 1);
    if (versions.empty()) return;
    for (const YamlNode& version : versions) {
      const YamlEntry* const day = version.find("valid_from");
      add(version, section + "[" + (day == nullptr ? "first" : form_of(day->value)) + "]");
    }
    add(versions.back(), section);
  }

  void add_sequence(const YamlNode& node, const std::string& path) {
    const bool words = std::none_of(node.items.begin(), node.items.end(),
                                    [](const YamlNode& item) { return item.is_mapping(); });
    if (words) {
      if (!node.items.empty()) entries_.push_back({path, form_of(node)});
      return;
    }
    std::map<std::string, int> times;
    for (const YamlNode& item : node.items) {
      const std::string name = identity(item);
      std::string named = name.empty() ? path : path + "[" + name + "]";
      if (++times[named] > 1) named += "#" + std::to_string(times[named]);
      add(item, named);
    }
  }

  static std::string identity(const YamlNode& item) {
    for (const std::string_view key : identities) {
      const YamlEntry* const found = item.find(key);
      if (found == nullptr) continue;
      const YamlEntry* const source = item.find("source");
      const bool with_source = key == "date" && source != nullptr;
      std::string name = form_of(found->value);
      if (name.starts_with('[')) name = name.substr(1, name.size() - 2);
      return name + (with_source ? " " + form_of(source->value) : "");
    }
    return item.is_mapping() ? "" : form_of(item);
  }

  std::vector<DefinitionEntry>& entries_;
};

}  // namespace

std::vector<DefinitionEntry> read_entries(FileId file, const SourceSet& sources) {
  std::vector<DefinitionEntry> entries;
  Diagnostics told_already;
  if (const auto root = read_yaml(file, sources.file(file).text, told_already)) {
    Flattening(entries).add(*root, "");
  }
  return entries;
}

}  // namespace euproj
