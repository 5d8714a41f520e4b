// Figures of money: expenditure, tasks, categories, limits, sources, claims, partners, documents on
// the way. Each by the stable name that the JSON report has.

#include "sql/rules/script.hpp"

namespace euproj::sql {
namespace {

const std::string no_party;

/// Grosze as all figures stand.
Value as_figure(const Value& grosze) { return number(per_grosz) * grosze; }

Step expenditure_figures() {
  std::vector<Select> parts;
  const auto add = [&](const char* figure, const Value& grosze) {
    Select one;
    one.of("amounts", "a")
        .only(column("a", "party") == text(no_party))
        .gives({column("a", "project"), column("a", "moment"), text(figure), as_figure(grosze)});
    parts.push_back(one);
  };
  add("expenditure.direct", column("a", "direct"));
  add("expenditure.indirect", column("a", "indirect"));
  add("expenditure.eligible", column("a", "direct") + column("a", "indirect"));
  return figures_at("Eligible costs are direct costs and flat-rate costs.", std::move(parts));
}

Step base_figure() {
  Select base;
  base.of("amounts", "a")
      .join("moments", "m", "a", {"project", "moment"})
      .join("flat_rates", "r",
            column("r", "project") == column("m", "project") &&
                column("r", "budget") == column("m", "budget"))
      .only(column("a", "party") == text(no_party) && column("a", "moment") == text(moment_end))
      .gives({column("a", "project"), text("expenditure.indirect.base"), null(),
              as_figure(column("a", "base"))});
  return figures_apart("What the flat rate is taken of.", {base});
}

/// Ids that the definition declares, in any version, and those that only the log has.
Step used_ids(const std::string& what, const std::string& table, const std::string& comment) {
  Select declared;
  declared.of(table, "d").gives({column("d", "project"), column("d", what)});
  Select logged;
  logged.of("costs", "c")
      .left_join(table, "d", "c", {"project", what})
      .only(is_null(column("d", "project")) && column("c", what) != text(""))
      .gives({column("c", "project"), column("c", what), count()});
  declared.columns.push_back(number(0));
  return {"used_" + table,
          comment,
          {{"project", Type::key}, {what, Type::key}, {"logged", Type::whole}},
          {declared, logged}};
}

template <typename List>
Constants declared_ids(const Script& script, const std::string& table, const std::string& what,
                       List Budget::*list) {
  Constants made{
      table, "As the definition declares them.", {{"project", Type::key}, {what, Type::key}}, {}};
  for (const SqlProject& each : script.projects) {
    for (const auto& one : each.dossier->project.budget.latest().*list) {
      made.rows.push_back({text(each.dossier->project.id), text(one.id)});
    }
  }
  return made;
}

Constants task_plans(const Script& script) {
  Constants made{"task_plans",
                 "Plans of tasks by version of the budget, in grosze.",
                 {{"project", Type::key},
                  {"budget", Type::whole},
                  {"task", Type::key},
                  {"planned", Type::wide}},
                 {}};
  for (const SqlProject& each : script.projects) {
    const std::vector<Budget>& budgets = each.dossier->project.budget.all();
    for (std::size_t i = 0; i < budgets.size(); ++i) {
      for (const Task& task : budgets[i].tasks) {
        if (!task.planned) continue;
        made.rows.push_back({text(each.dossier->project.id), number(static_cast<Int128>(i + 1)),
                             text(task.id), number(task.planned->minor_units())});
      }
    }
  }
  return made;
}

/// What each id comes to at each moment, zero included.
Step sums_by(const std::string& what, const std::string& table, const std::string& name,
             const std::string& comment) {
  Select sums;
  sums.of("moments", "m")
      .join("used_" + table, "u", "m", {"project"})
      .left_join("lines", "l",
                 column("l", "project") == column("m", "project") &&
                     column("l", "moment") == column("m", "moment") &&
                     column("l", what) == column("u", what))
      .gives({column("m", "project"), column("m", "moment"), column("u", what),
              sum_or_zero(column("l", "eligible"))});
  return {
      name,
      comment,
      {{"project", Type::key}, {"moment", Type::key}, {what, Type::key}, {"amount", Type::wide}},
      {sums}};
}

Step figures_by(const std::string& what, const std::string& table, const std::string& prefix,
                const std::string& comment) {
  Select figures;
  figures.of(table, "s")
      .gives({column("s", "project"), column("s", "moment"),
              joined({text(prefix), column("s", what)}), as_figure(column("s", "amount"))});
  return figures_at(comment, {figures});
}

Step remaining_of_tasks() {
  Select rest;
  rest.of("task_sums", "s")
      .join("moments", "m", "s", {"project", "moment"})
      .join("task_plans", "p",
            column("p", "project") == column("s", "project") &&
                column("p", "task") == column("s", "task") &&
                column("p", "budget") == column("m", "budget"))
      .only(column("s", "moment") == text(moment_end))
      .gives({column("s", "project"),
              joined({text("expenditure.tasks."), column("s", "task"), text(".remaining")}), null(),
              as_figure(column("p", "planned") - column("s", "amount"))});
  return figures_apart("A task has left what is planned less what was spent.", {rest});
}

Step source_figures() {
  Select figures;
  figures.of("shares", "s")
      .only(column("s", "party") == text(no_party))
      .gives({column("s", "project"), column("s", "moment"),
              joined({text("financing.sources."), column("s", "source")}),
              as_figure(column("s", "amount"))});
  return figures_at("What each source pays.", {figures});
}

Step agreed_figures() {
  std::vector<Select> parts;
  const Value agreed = column("g", "amount");
  const Value used = column("s", "amount");
  const auto add = [&](const char* figure, const Value& value) {
    Select one;
    one.of("shares", "g")
        .join("shares", "s", "g", {"project", "party", "source"})
        .only(column("g", "party") == text(no_party) &&
              column("g", "moment") == text(moment_agreed) &&
              column("s", "moment") == text(moment_end))
        .gives({column("g", "project"),
                joined({text("financing.sources."), column("g", "source"), text(figure)}), null(),
                value});
    parts.push_back(one);
  };
  add(".agreed", as_figure(agreed));
  add(".remaining", as_figure(agreed - used));
  add(".used_percent", percent(used, agreed));
  return figures_apart("What a source agreed to, what of it is left, and what part is used.",
                       std::move(parts));
}

Constants limits(const Script& script) {
  Constants made{"limits",
                 "Limits by version of the budget: a part of the total, of the planned direct "
                 "costs, or of the agreed "
                 "amount of the EU.",
                 {{"project", Type::key},
                  {"budget", Type::whole},
                  {"limit_id", Type::key},
                  {"base", Type::key},
                  {"numerator", Type::wide},
                  {"denominator", Type::wide}},
                 {}};
  constexpr std::string_view bases[] = {"total", "direct", "eu"};
  for (const SqlProject& each : script.projects) {
    const std::vector<Budget>& budgets = each.dossier->project.budget.all();
    for (std::size_t i = 0; i < budgets.size(); ++i) {
      for (const Limit& limit : budgets[i].limits) {
        made.rows.push_back({text(each.dossier->project.id), number(static_cast<Int128>(i + 1)),
                             text(limit.id), text(bases[static_cast<std::size_t>(limit.of)]),
                             number(limit.max.numerator()), number(limit.max.denominator())});
      }
    }
  }
  return made;
}

Constants limited_categories(const Script& script) {
  Constants made{"limited_categories",
                 "Which categories a limit is on.",
                 {{"project", Type::key},
                  {"budget", Type::whole},
                  {"limit_id", Type::key},
                  {"category", Type::key},
                  {"times", Type::whole}},
                 {}};
  for (const SqlProject& each : script.projects) {
    const std::vector<Budget>& budgets = each.dossier->project.budget.all();
    for (std::size_t i = 0; i < budgets.size(); ++i) {
      for (const Limit& limit : budgets[i].limits) {
        for (const Code category : limit.categories) {
          made.rows.push_back({text(each.dossier->project.id), number(static_cast<Int128>(i + 1)),
                               text(limit.id), text(each.dossier->codes.categories.text(category)),
                               number(1)});
        }
      }
    }
  }
  return made;
}

Step limit_bases() {
  const auto base = [](const char* name, const Value& amount) {
    Select one;
    one.of("moments", "m")
        .join("financing_versions", "f", "m", {"project", "financing"})
        .only(column("m", "moment") == text(moment_end))
        .gives({column("m", "project"), column("m", "budget"), text(name), amount});
    return one;
  };
  Select total = base("total", column("f", "total"));
  Select direct;
  direct.of("moments", "m")
      .join("task_plans", "p", "m", {"project", "budget"})
      .only(column("m", "moment") == text(moment_end))
      .gives({column("m", "project"), column("m", "budget"), text("direct"),
              sum(column("p", "planned"))});
  Select eu;
  eu.of("moments", "m")
      .join("sources", "s", "m", {"project", "financing"})
      .join("shares", "g",
            column("g", "project") == column("s", "project") &&
                column("g", "source") == column("s", "source"))
      .only(column("m", "moment") == text(moment_end) &&
            column("g", "moment") == text(moment_agreed) &&
            column("g", "party") == text(no_party) && column("s", "kind") == text("eu"))
      .gives(
          {column("m", "project"), column("m", "budget"), text("eu"), sum(column("g", "amount"))});
  return {"limit_bases",
          "What limits are parts of, by the versions of the last day.",
          {{"project", Type::key},
           {"budget", Type::whole},
           {"base", Type::key},
           {"amount", Type::wide}},
          {total, direct, eu}};
}

Step limit_sums() {
  Select sums;
  sums.of("limits", "t")
      .join("moments", "m", "t", {"project", "budget"})
      .left_join("limited_categories", "k", "t", {"project", "budget", "limit_id"})
      .left_join("lines", "l",
                 column("l", "project") == column("m", "project") &&
                     column("l", "moment") == column("m", "moment") &&
                     column("l", "category") == column("k", "category"))
      .only(column("m", "moment") == text(moment_end))
      .gives({column("t", "project"), column("t", "budget"), column("t", "limit_id"),
              column("t", "base"), column("t", "numerator"), column("t", "denominator"),
              sum_or_zero(column("l", "eligible"))});
  return {"limit_sums",
          "What was spent in the categories of a limit.",
          {{"project", Type::key},
           {"budget", Type::whole},
           {"limit_id", Type::key},
           {"base", Type::key},
           {"numerator", Type::wide},
           {"denominator", Type::wide},
           {"used", Type::wide}},
          {sums}};
}

Step limit_figures() {
  std::vector<Select> parts;
  const Value base = zero_if_null(column("b", "amount"));
  const Value most = whole_quotient(base * column("s", "numerator"), column("s", "denominator"));
  const auto add = [&](const char* figure, const Value& value) {
    Select one;
    one.of("limit_sums", "s")
        .left_join("limit_bases", "b", "s", {"project", "budget", "base"})
        .gives({column("s", "project"),
                joined({text("expenditure.limits."), column("s", "limit_id"), text(figure)}),
                null(), value});
    parts.push_back(one);
  };
  add(".used", as_figure(column("s", "used")));
  add(".max", as_figure(most));
  add(".exceeded", choice(column("s", "used") > most, number(per_unit), number(0)));
  return figures_apart("A limit is rounded down to the grosz.", std::move(parts));
}

Step claim_figures() {
  Select eligible;
  eligible.of("claims", "c")
      .join("amounts", "a",
            column("a", "project") == column("c", "project") &&
                column("a", "moment") == column("c", "moment_after"))
      .join("amounts", "b",
            column("b", "project") == column("c", "project") &&
                column("b", "moment") == column("c", "moment_before"))
      .only(column("c", "shown") == number(1) && column("a", "party") == text(no_party) &&
            column("b", "party") == text(no_party))
      .gives({column("c", "project"),
              joined({text("expenditure.claims."), column("c", "claim"), text(".eligible")}),
              null(),
              as_figure(column("a", "direct") + column("a", "indirect") -
                        (column("b", "direct") + column("b", "indirect")))});
  Select shares;
  shares.of("claims", "c")
      .join("shares", "a",
            column("a", "project") == column("c", "project") &&
                column("a", "moment") == column("c", "moment_after"))
      .join("shares", "b",
            column("b", "project") == column("c", "project") &&
                column("b", "moment") == column("c", "moment_before") &&
                column("b", "source") == column("a", "source"))
      .only(column("c", "shown") == number(1) && column("a", "party") == text(no_party) &&
            column("b", "party") == text(no_party))
      .gives({column("c", "project"),
              joined({text("expenditure.claims."), column("c", "claim"), text(".sources."),
                      column("a", "source")}),
              null(), as_figure(column("a", "amount") - column("b", "amount"))});
  return figures_apart(
      "A claim has what the claims up to it come to, less what those before it come to, so that "
      "roundings never "
      "drift.",
      {eligible, shares});
}

Step party_amounts() {
  const Value eligible = column("a", "direct") + column("a", "indirect");
  Select others;
  others.of("amounts", "a")
      .only(column("a", "party") != text(no_party))
      .gives({column("a", "project"), column("a", "moment"), column("a", "party"), text(""),
              eligible});
  Select of_others;
  of_others.of("shares", "s")
      .only(column("s", "party") != text(no_party))
      .gives({column("s", "project"), column("s", "moment"), column("s", "party"),
              column("s", "source"), column("s", "amount")});
  return {"party_amounts",
          "What partners have: eligible costs (no source) and shares by source. The leader's lines "
          "follow.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"partner", Type::key},
           {"source", Type::key},
           {"amount", Type::wide}},
          {others, of_others}};
}

Step project_amounts() {
  Select eligible;
  eligible.of("amounts", "a")
      .only(column("a", "party") == text(no_party))
      .gives({column("a", "project"), column("a", "moment"), text(""),
              column("a", "direct") + column("a", "indirect")});
  Select shares;
  shares.of("shares", "s")
      .only(column("s", "party") == text(no_party))
      .gives({column("s", "project"), column("s", "moment"), column("s", "source"),
              column("s", "amount")});
  return {"project_amounts",
          "The same of the project.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"source", Type::key},
           {"amount", Type::wide}},
          {eligible, shares}};
}

Step others_amounts() {
  Select sums;
  sums.of("party_amounts", "o")
      .gives({column("o", "project"), column("o", "moment"), column("o", "source"),
              sum(column("o", "amount"))});
  return {"others_amounts",
          "And of all partners but the leader.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"source", Type::key},
           {"amount", Type::wide}},
          {sums}};
}

Step leader_amounts() {
  Select rest;
  rest.of("project_amounts", "a")
      .join("moments", "m", "a", {"project", "moment"})
      .join("parties", "p",
            column("p", "project") == column("m", "project") &&
                column("p", "budget") == column("m", "budget"))
      .left_join("others_amounts", "o", "a", {"project", "moment", "source"})
      .only(column("p", "leads") == number(1))
      .gives({column("a", "project"), column("a", "moment"), column("p", "partner"),
              column("a", "source"), column("a", "amount") - zero_if_null(column("o", "amount"))});
  return {"party_amounts",
          "The leader has what the others leave.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"partner", Type::key},
           {"source", Type::key},
           {"amount", Type::wide}},
          {rest},
          true};
}

Step party_figures() {
  Select eligible;
  eligible.of("party_amounts", "a")
      .only(column("a", "source") == text(""))
      .gives({column("a", "project"), column("a", "moment"),
              joined({text("expenditure.partners."), column("a", "partner")}),
              as_figure(column("a", "amount"))});
  return figures_at("Eligible costs by partner.", {eligible});
}

Step party_shares() {
  Select shares;
  shares.of("party_amounts", "a")
      .only(column("a", "source") != text("") && column("a", "moment") == text(moment_end))
      .gives({column("a", "project"),
              joined({text("expenditure.partners."), column("a", "partner"), text(".sources."),
                      column("a", "source")}),
              null(), as_figure(column("a", "amount"))});
  Select rest;
  rest.of("party_amounts", "a")
      .join("moments", "m", "a", {"project", "moment"})
      .join("parties", "p",
            column("p", "project") == column("m", "project") &&
                column("p", "budget") == column("m", "budget") &&
                column("p", "partner") == column("a", "partner"))
      .only(column("a", "source") == text("") && column("a", "moment") == text(moment_end) &&
            is_known(column("p", "planned")))
      .gives({column("a", "project"),
              joined({text("expenditure.partners."), column("a", "partner"), text(".remaining")}),
              null(), as_figure(column("p", "planned") - column("a", "amount"))});
  return figures_apart("Shares by partner, and what is left of a partner's plan.", {shares, rest});
}

/// Documents that are paid by the last day, by why they are in no ended claim's period.
Step waiting() {
  const Value later = column("c", "last_day") > column("m", "day");
  const Value outside = column("d", "paid") < column("c", "first_day") ||
                        column("d", "paid") > column("c", "last_day");
  const Value state =
      choice(is_null(column("c", "claim")), text("no_claim"),
             choice(later, text("later_claim"), choice(outside, text("paid_outside"), text(""))));
  Select rows;
  rows.of("costs", "d")
      .join("moments", "m", "d", {"project"})
      .left_join("claims", "c", "d", {"project", "claim_no"})
      .only(column("m", "moment") == text(moment_end) && column("d", "paid") <= column("m", "day"))
      .gives({column("d", "project"), column("d", "row_no"), state, column("d", "eligible")});
  return {"waiting",
          "Documents on the way: in no claim yet, in a claim that ends later, or in a claim but "
          "paid outside its days. "
          "Rows of decisions have numbers below zero.",
          {{"project", Type::key},
           {"row_no", Type::whole},
           {"state", Type::text},
           {"eligible", Type::wide}},
          {rows}};
}

Constants waiting_states(const Script& script) {
  Constants made{"waiting_states",
                 "Of projects with claims.",
                 {{"project", Type::key}, {"state", Type::key}},
                 {}};
  for (const SqlProject& each : script.projects) {
    if (each.dossier->project.claims.empty()) continue;
    for (const char* state : {"no_claim", "later_claim", "paid_outside"}) {
      made.rows.push_back({text(each.dossier->project.id), text(state)});
    }
  }
  return made;
}

Step waiting_figures() {
  // What a decision takes back is part of its claim, not paid outside it.
  const Value is_row = column("w", "row_no") > number(0);
  const Value counts = is_row || column("w", "state") == text("later_claim");
  std::vector<Select> parts;
  const auto add = [&](const char* figure, const Value& value) {
    Select one;
    one.of("waiting_states", "s")
        .left_join("waiting", "w", "s", {"project", "state"})
        .gives({column("s", "project"),
                joined({text("expenditure.on_the_way."), column("s", "state"), text(figure)}),
                null(), value});
    parts.push_back(one);
  };
  add(".count", sum_or_zero(choice(is_row, number(per_unit), number(0))));
  add(".amount", sum_or_zero(choice(counts, as_figure(column("w", "eligible")), number(0))));
  return figures_apart("What is on the way, by reason.", std::move(parts));
}

}  // namespace

void add_money_figures(Script& script) {
  script.add(expenditure_figures());
  script.add(base_figure());
  script.add(declared_ids(script, "tasks", "task", &Budget::tasks));
  script.add(used_ids("task", "tasks", "Tasks of the definition and of the log."));
  script.add(task_plans(script));
  script.add(sums_by("task", "tasks", "task_sums", "Costs by task."));
  script.add(figures_by("task", "task_sums", "expenditure.tasks.", ""));
  script.add(remaining_of_tasks());
  script.add(declared_ids(script, "categories", "category", &Budget::categories));
  script.add(used_ids("category", "categories", "Categories of the definition and of the log."));
  script.add(sums_by("category", "categories", "category_sums", "Costs by category."));
  script.add(figures_by("category", "category_sums", "expenditure.categories.", ""));
  script.add(source_figures());
  script.add(agreed_figures());
  script.add(limits(script));
  script.add(limited_categories(script));
  script.add(limit_bases());
  script.add(limit_sums());
  script.add(limit_figures());
  script.add(claim_figures());
  script.add(party_amounts());
  script.add(project_amounts());
  script.add(others_amounts());
  script.add(leader_amounts());
  script.add(party_figures());
  script.add(party_shares());
  script.add(waiting());
  script.add(waiting_states(script));
  script.add(waiting_figures());
}

}  // namespace euproj::sql
