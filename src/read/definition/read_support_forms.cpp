// The sections `support_forms`, `groups` and `capacity`.

#include "read/definition/project_builder.hpp"

#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

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
    reading.project.support_forms.push_back(
        {id, values.local_text("name", id), values.text("task"), values.place()});
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
    const std::optional<std::int64_t> at_once = values.whole("at_once");
    if (!ids.declare(rule.id, values.place("id")) || !at_once) continue;
    rule.at_once = *at_once;
    reading.project.capacity.push_back(std::move(rule));
  }
}

}  // namespace

void read_support_forms(const Reading& reading, const Values& definition) {
  read_forms(reading, definition);
  read_groups(reading, definition);
  read_capacity(reading, definition);
}

}  // namespace euproj
