// The sections `budget`, `claims` and `advances` (SPEC 2, 4.7).

#include "read/project_builder.hpp"

namespace euproj {
namespace {

Limit::Base base_of(const std::string& word) {
  if (word == "direct") return Limit::Base::direct;
  if (word == "eu") return Limit::Base::eu;
  return Limit::Base::total;
}

Claim::Status status_of(const std::string& word) {
  if (word == "submitted") return Claim::Status::submitted;
  if (word == "approved") return Claim::Status::approved;
  if (word == "paid") return Claim::Status::paid;
  return Claim::Status::draft;
}

void read_tasks(const Reading& reading, const Values& budget) {
  reading.project.budget.tasks_declared = budget.lists("tasks");
  DeclaredIds ids(reading, "budget.tasks");
  for (const Values& values : budget.objects("tasks")) {
    const std::string id = values.text("id");
    if (!ids.declare(id, values.place("id"))) continue;
    reading.codes.tasks.intern(id);
    reading.project.budget.tasks.push_back(
        {id, values.local_text("name", id), values.money("planned"), values.place()});
  }
}

void read_categories(const Reading& reading, const Values& budget) {
  reading.project.budget.categories_declared = budget.lists("categories");
  DeclaredIds ids(reading, "budget.categories");
  for (const Values& values : budget.objects("categories")) {
    const std::string id = values.text("id");
    if (!ids.declare(id, values.place("id"))) continue;
    reading.codes.categories.intern(id);
    reading.project.budget.categories.push_back({id, values.local_text("name", id)});
  }
}

void read_limits(const Reading& reading, const Values& budget) {
  DeclaredIds ids(reading, "budget.limits");
  for (const Values& values : budget.objects("limits")) {
    Limit limit;
    limit.id = values.text("id");
    limit.of = base_of(values.text("of"));
    limit.place = values.place();
    // A limit on a category that nothing declares would never be reached: no undeclared ones here.
    for (const YamlNode* name : values.texts("categories")) {
      const Code code = resolve(reading, *name, "categories", "budget.categories",
                                reading.codes.categories, false);
      if (code != no_code) limit.categories.push_back(code);
    }
    const std::optional<Rate> max = values.percent("max");
    if (!ids.declare(limit.id, values.place("id")) || !max) continue;
    limit.max = *max;
    reading.project.budget.limits.push_back(std::move(limit));
  }
}

void read_advances(const Reading& reading, const Values& definition) {
  for (const Values& values : definition.objects("advances")) {
    Advance advance;
    advance.place = values.place();
    const YamlNode* const source = values.find("source");
    if (source && source->is_scalar()) {
      const Code code = resolve(reading, *source, "source", "financing.sources",
                                reading.codes.sources, false);
      if (code != no_code) advance.source = code - 1;
    }
    const std::optional<Date> date = values.date("date");
    const std::optional<Money> amount = values.money("amount");
    if (!date || !amount) continue;
    advance.date = *date;
    advance.amount = *amount;
    reading.project.advances.push_back(advance);
  }
}

}  // namespace

void read_budget(const Reading& reading, const Values& budget) {
  read_tasks(reading, budget);
  read_categories(reading, budget);
  reading.project.budget.indirect = budget.object("indirect").percent("rate");
  read_limits(reading, budget);
}

void read_claims(const Reading& reading, const Values& definition) {
  DeclaredIds ids(reading, "claims");
  for (const Values& values : definition.objects("claims")) {
    const std::string id = values.text("id");
    const std::optional<Period> period = read_period(reading, values, "from", "to");
    if (!ids.declare(id, values.place("id")) || !period) continue;
    reading.codes.claims.intern(id);
    reading.project.claims.push_back(
        {id, *period, status_of(values.text("status")), values.place()});
  }
  read_advances(reading, definition);
}

}  // namespace euproj
