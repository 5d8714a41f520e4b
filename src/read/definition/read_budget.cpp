#include <algorithm>

#include "euproj/words/kinds.hpp"
#include "read/definition/reading.hpp"
#include "read/definition/sections.hpp"

namespace euproj {
namespace {

Limit::Base base_of(const std::string& word) {
  if (word == "direct") return Limit::Base::direct;
  if (word == "eu") return Limit::Base::eu;
  return Limit::Base::total;
}

/// The word's position in a closed list; the first where it is none of them.
template <typename Enum, std::size_t count>
Enum word_value(const std::array<std::string_view, count>& words, std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  return found == words.end() ? Enum{} : static_cast<Enum>(found - words.begin());
}

std::vector<Code> read_category_list(const Reading& reading, const Values& of,
                                     std::string_view key) {
  std::vector<Code> categories;
  for (const YamlNode* name : of.texts(key)) {
    const Code code =
        resolve(reading, *name, key, "budget.categories", reading.codes.categories, false);
    if (code != no_code) categories.push_back(code);
  }
  return categories;
}

/// Ascending, and only the last without a bound.
std::vector<FlatRate::Band> read_bands(const Reading& reading, const Values& of) {
  std::vector<FlatRate::Band> bands;
  for (const Values& values : of.objects("bands")) {
    const std::optional<Rate> rate = values.percent("rate");
    if (!rate) continue;
    const std::optional<Money> up_to = values.money("up_to");
    if (!bands.empty() && (!bands.back().up_to || (up_to && *up_to <= *bands.back().up_to))) {
      reading.report(Kind::bands_order, values.place(),
                     {std::to_string(bands.size() + 1), up_to ? up_to->text() : "–",
                      bands.back().up_to ? bands.back().up_to->text() : "–"});
      continue;
    }
    bands.push_back({up_to, *rate});
  }
  if (!bands.empty() && bands.back().up_to) {
    reading.report(Kind::bands_end, of.key_place("bands"), {bands.back().up_to->text()});
  }
  return bands;
}

std::optional<FlatRate> read_flat_rate(const Reading& reading, const Values& of,
                                       const Budget& budget) {
  if (of.place().file == no_file) return std::nullopt;  // no such key
  FlatRate flat;
  flat.place = of.place();
  const int forms = of.mentions("rate") + of.mentions("bands") + of.mentions("remaining");
  if (forms != 1) {
    reading.report(Kind::indirect_form, of.place(), {std::to_string(forms)});
    return std::nullopt;
  }
  if (const auto rate = of.percent("rate")) flat.bands = {{std::nullopt, *rate}};
  if (const auto rate = of.percent("remaining")) flat.bands = {{std::nullopt, *rate}};
  if (of.mentions("bands")) flat.bands = read_bands(reading, of);
  if (flat.bands.empty()) return std::nullopt;  // which check_shape has said
  flat.covers_rest = of.mentions("remaining");
  flat.of = flat.covers_rest ? FlatRate::Base::staff
                             : word_value<FlatRate::Base>(flat_rate_base_words, of.text("of"));
  flat.exclude = read_category_list(reading, of, "exclude");
  flat.besides = read_category_list(reading, of, "besides");
  flat.excludes_in_kind = of.text("in_kind") == "excluded";
  flat.rounding = parse_rounding(of.text("rounding")).value_or(Rounding::down);
  const bool has_staff = std::any_of(budget.categories.begin(), budget.categories.end(),
                                     [](const Category& category) { return category.is_staff; });
  if (flat.of == FlatRate::Base::staff && !has_staff) {
    reading.report(Kind::no_staff_category, of.place());
  }
  return flat;
}

std::optional<Decision> read_decision(const Values& values) {
  const std::optional<Date> date = values.date("date");
  if (!date) return std::nullopt;
  Decision decision{*date, values.money("approved"), {}, values.place()};
  for (const Values& each : values.objects("ineligible")) {
    const std::optional<Money> amount = each.money("amount");
    if (!amount || each.text("document").empty()) continue;
    decision.ineligible.push_back(
        {each.text("document"), *amount, each.text("reason"), each.place()});
  }
  return decision;
}

std::optional<Submission> read_submission(const Values& values) {
  const std::optional<Date> date = values.date("date");
  if (!date) return std::nullopt;
  return Submission{*date, values.money("eligible"), values.place()};
}

void read_tasks(const Reading& reading, const Values& of, Budget& budget) {
  budget.tasks_declared = of.lists("tasks");
  DeclaredIds ids(reading, "budget.tasks");
  for (const Values& values : of.objects("tasks")) {
    const std::string id = values.text("id");
    if (!ids.declare(id, values.place("id"))) continue;
    reading.codes.tasks.intern(id);
    budget.tasks.push_back(
        {id, values.local_text("name", id), values.money("planned"), values.place()});
  }
}

void read_categories(const Reading& reading, const Values& of, Budget& budget) {
  budget.categories_declared = of.lists("categories");
  DeclaredIds ids(reading, "budget.categories");
  for (const Values& values : of.objects("categories")) {
    const std::string id = values.text("id");
    if (!ids.declare(id, values.place("id"))) continue;
    reading.codes.categories.intern(id);
    budget.categories.push_back(
        {id, values.local_text("name", id), values.text("role") == "staff"});
  }
}

void read_limits(const Reading& reading, const Values& of, Budget& budget) {
  DeclaredIds ids(reading, "budget.limits");
  for (const Values& values : of.objects("limits")) {
    Limit limit;
    limit.id = values.text("id");
    limit.of = base_of(values.text("of"));
    limit.place = values.place();
    // A limit on a category that nothing declares would never be reached: no undeclared ones here.
    limit.categories = read_category_list(reading, values, "categories");
    const std::optional<Rate> max = values.percent("max");
    if (!ids.declare(limit.id, values.place("id")) || !max) continue;
    limit.max = *max;
    budget.limits.push_back(std::move(limit));
  }
}

void read_partners(const Reading& reading, const Values& of, Budget& budget) {
  DeclaredIds ids(reading, "budget.partners");
  for (const Values& values : of.objects("partners")) {
    const std::string id = values.text("id");
    if (!ids.declare(id, values.place("id"))) continue;
    reading.codes.partners.intern(id);
    budget.partners.push_back({id, values.local_text("name", id), values.money("planned"),
                               values.text("leads") == "true", values.place()});
  }
  const auto leaders = std::count_if(budget.partners.begin(), budget.partners.end(),
                                     [](const Partner& partner) { return partner.leads; });
  if (!budget.partners.empty() && leaders != 1) {
    reading.report(Kind::partners_leader, of.key_place("partners"), {std::to_string(leaders)});
  }
}

void read_schedule(const Reading& reading, const Values& of, Budget& budget) {
  budget.schedule_place = of.key_place("schedule");
  for (const Values& values : of.objects("schedule")) {
    const std::optional<Date> month = values.month("month");
    const std::optional<Money> amount = values.money("amount");
    if (!month || !amount) continue;
    const auto same =
        std::find_if(budget.schedule.begin(), budget.schedule.end(),
                     [&](const PlannedMonth& other) { return other.first == *month; });
    if (same != budget.schedule.end()) {
      reading.report(Kind::schedule_month_twice, values.place("month"),
                     {values.text("month"), same->place});
      continue;
    }
    budget.schedule.push_back({*month, *amount, values.place("month")});
  }
  std::sort(budget.schedule.begin(), budget.schedule.end(),
            [](const PlannedMonth& a, const PlannedMonth& b) { return a.first < b.first; });
}

void read_advances(const Reading& reading, const Values& definition) {
  for (const Values& values : definition.objects("advances")) {
    Advance advance;
    if (values.text("kind") == "returned") advance.direction = Advance::Direction::returned;
    advance.place = values.place();
    const YamlNode* const source = values.find("source");
    if (source && source->is_scalar()) {
      const Code code =
          resolve(reading, *source, "source", "financing.sources", reading.codes.sources, false);
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

Budget read_budget_version(const Reading& reading, const Values& values) {
  Budget budget;
  budget.valid_from = values.date("valid_from");
  read_tasks(reading, values, budget);
  read_categories(reading, values, budget);
  read_partners(reading, values, budget);
  read_schedule(reading, values, budget);
  budget.shift_limit = values.percent("shift_limit");
  if (const auto share = values.object("vat").percent("eligible_share")) {
    budget.eligible_vat = *share;
  } else if (values.text("vat") == "not_eligible") {
    budget.eligible_vat = Rate();
  }
  budget.vat_declared = values.has("vat");
  budget.indirect = read_flat_rate(reading, values.object("indirect"), budget);
  read_limits(reading, values, budget);
  return budget;
}

void forget_plan(Task& task) { task.planned = Money(); }
void forget_plan(Category&) {}
void forget_plan(Partner& partner) {
  partner.planned = Money();
  partner.leads = false;
}

/// A version that says nothing of partners has the same leader as the others.
void share_leader(const std::vector<Budget>& versions, Budget& version) {
  const auto leads = [](const Partner& partner) { return partner.leads; };
  if (std::any_of(version.partners.begin(), version.partners.end(), leads)) return;
  for (const Budget& other : versions) {
    const auto leader = std::find_if(other.partners.begin(), other.partners.end(), leads);
    if (leader == other.partners.end()) continue;
    version.partners[static_cast<std::size_t>(leader - other.partners.begin())].leads = true;
    return;
  }
}

}  // namespace

void read_budget(const Reading& reading, const Values& definition) {
  std::vector<Budget> versions;
  for (const Values& values : in_order_of_validity(reading, definition, "budget")) {
    versions.push_back(read_budget_version(reading, values));
  }
  if (versions.empty()) return;
  const auto forget = [](auto& entry) { forget_plan(entry); };
  align_entries(reading.codes.tasks, &Budget::tasks, versions, forget);
  align_entries(reading.codes.categories, &Budget::categories, versions, forget);
  align_entries(reading.codes.partners, &Budget::partners, versions, forget);
  for (Budget& version : versions) {  // what one version declares the others know
    share_leader(versions, version);
    for (const Budget& other : versions) {
      version.tasks_declared |= other.tasks_declared;
      version.categories_declared |= other.categories_declared;
    }
  }
  reading.project.budget.set(std::move(versions));
}

void read_claims(const Reading& reading, const Values& definition) {
  DeclaredIds ids(reading, "claims");
  for (const Values& values : definition.objects("claims")) {
    const std::string id = values.text("id");
    const std::optional<Period> period = read_period(reading, values, "from", "to");
    if (!ids.declare(id, values.place("id")) || !period) continue;
    reading.codes.claims.intern(id);
    Claim claim{id,
                *period,
                word_value<Claim::Status>(claim_status_words, values.text("status")),
                {},
                read_submission(values.object("submitted")),
                read_decision(values.object("decided")),
                values.place()};
    for (const YamlNode* kind : values.texts("kind")) {
      claim.kinds.push_back(word_value<Claim::Kind>(claim_kind_words, text_of(*kind)));
    }
    reading.project.claims.push_back(std::move(claim));
  }
  read_advances(reading, definition);
  reading.project.advances_rule = definition.percent("advances_rule");
}

}  // namespace euproj
