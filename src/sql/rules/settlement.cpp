// Advances, and what claims settle of them (src/calc/README.md#advances).

#include <algorithm>

#include "sql/rules/script.hpp"

namespace euproj::sql {
namespace {

bool has_advances(const SqlProject& each) {
  const std::vector<Advance>& all = each.dossier->project.advances;
  return std::any_of(all.begin(), all.end(),
                     [&](const Advance& one) { return one.date <= each.period.last; });
}

Constants advances(const Script& script) {
  Constants made{"advances",
                 "Advances received, and returned (below zero), in grosze.",
                 {{"project", Type::key}, {"day", Type::date}, {"amount", Type::wide}},
                 {}};
  for (const SqlProject& each : script.projects) {
    if (!has_advances(each)) continue;
    for (const Advance& one : each.dossier->project.advances) {
      const Int128 amount = one.amount.minor_units();
      made.rows.push_back(
          {text(each.dossier->project.id), date(one.date),
           number(one.direction == Advance::Direction::returned ? -amount : amount)});
    }
  }
  return made;
}

Constants advanced_from(const Script& script) {
  Constants made{"advanced_from",
                 "From which day on a source has advanced something; an advance without a source "
                 "is of eu and state.",
                 {{"project", Type::key}, {"source", Type::key}, {"day", Type::date}},
                 {}};
  for (const SqlProject& each : script.projects) {
    if (!has_advances(each)) continue;
    const std::vector<FundingSource>& sources =
        each.dossier->project.financing.on(each.period.last).sources;
    for (const Advance& one : each.dossier->project.advances) {
      for (std::size_t i = 0; i < sources.size(); ++i) {
        if (one.source ? *one.source != i : !is_grant(sources[i].kind)) continue;
        made.rows.push_back({text(each.dossier->project.id), text(sources[i].id), date(one.date)});
      }
    }
  }
  return made;
}

Step advanced_sources() {
  Select rows;
  rows.of("advanced_from", "a")
      .join("moments", "m", "a", {"project"})
      .only(column("m", "moment") == text(moment_end) && column("a", "day") <= column("m", "day"))
      .gives({column("a", "project"), column("a", "source"), count()});
  return {"advanced_sources",
          "Sources that the advances are of.",
          {{"project", Type::key}, {"source", Type::key}, {"times", Type::whole}},
          {rows}};
}

Constants advance_rules(const Script& script) {
  Constants made{"advance_rules",
                 "What part of the advances must be settled before the next one; without claims "
                 "all costs settle.",
                 {{"project", Type::key},
                  {"has_claims", Type::whole},
                  {"numerator", Type::wide},
                  {"denominator", Type::wide}},
                 {}};
  for (const SqlProject& each : script.projects) {
    if (!has_advances(each)) continue;
    const Project& project = each.dossier->project;
    const auto& rule = project.advances_rule;
    made.rows.push_back({text(project.id), number(project.claims.empty() ? 0 : 1),
                         rule ? number(rule->numerator()) : null(),
                         rule ? number(rule->denominator()) : null()});
  }
  return made;
}

/// Shares of a moment of each claim that settles, with a sign.
Select settled_shares(const char* moment, int sign, bool of_decided) {
  Select rows;
  rows.of("advance_rules", "r")
      .join("settling_claims", "c", "r", {"project"})
      .join("moments", "m", "r", {"project"})
      .join("shares", "s",
            column("s", "project") == column("c", "project") &&
                column("s", "moment") == column("c", moment))
      .join("advanced_sources", "a", "s", {"project", "source"})
      .only(column("m", "moment") == text(moment_end) && column("s", "party") == text("") &&
            column("c", "settles") <= column("m", "day"));
  if (of_decided) {
    rows.only(is_known(column("c", "approved")) && column("c", "decided") <= column("m", "day"));
  }
  return rows.gives({column("s", "project"), number(sign) * column("s", "amount")});
}

Step settled_parts() {
  Select without_claims;
  without_claims.of("advance_rules", "r")
      .join("shares", "s", "r", {"project"})
      .join("advanced_sources", "a", "s", {"project", "source"})
      .only(column("r", "has_claims") == number(0) && column("s", "party") == text("") &&
            column("s", "moment") == text(moment_end))
      .gives({column("s", "project"), column("s", "amount")});
  return {"settled_parts",
          "Claims that are handed in settle their share of the sources that advanced: by their "
          "approved amount, where a "
          "decision says one. Drafts, and documents between claims, settle nothing.",
          {{"project", Type::key}, {"amount", Type::wide}},
          {settled_shares("moment_after", 1, false), settled_shares("moment_before", -1, false),
           settled_shares("moment_approved", 1, true), settled_shares("moment_logged", -1, true),
           without_claims}};
}

Step settled_sums() {
  Select rows;
  rows.of("settled_parts", "p").gives({column("p", "project"), sum(column("p", "amount"))});
  return {"settled_sums",
          "All that is settled.",
          {{"project", Type::key}, {"settled", Type::wide}},
          {rows}};
}

Step settlement() {
  const auto paid = [](const Value& condition, int sign) {
    return sum_or_zero(choice(column("a", "day") <= column("m", "day") && condition,
                              number(sign) * column("a", "amount"), number(0)));
  };
  Select rows;
  rows.of("advance_rules", "r")
      .join("moments", "m", "r", {"project"})
      .join("advances", "a", "r", {"project"})
      .left_join("settled_sums", "s", "r", {"project"})
      .only(column("m", "moment") == text(moment_end))
      .gives({column("r", "project"), column("r", "numerator"), column("r", "denominator"),
              paid(column("a", "amount") >= number(0), 1),
              paid(column("a", "amount") < number(0), -1),
              zero_if_null(greatest(column("s", "settled")))});
  return {"settlement",
          "Advances by the last day.",
          {{"project", Type::key},
           {"numerator", Type::wide},
           {"denominator", Type::wide},
           {"received", Type::wide},
           {"returned", Type::wide},
           {"settled", Type::wide}},
          {rows}};
}

Step settlement_figures() {
  std::vector<Select> parts;
  const auto add = [&](const char* figure, const Value& value) {
    Select one;
    one.of("settlement", "s")
        .gives({column("s", "project"), text(std::string("expenditure.advances.") + figure), null(),
                value});
    parts.push_back(one);
  };
  const Value kept = column("s", "received") - column("s", "returned");
  const Value due =
      divided(kept * column("s", "numerator"), nonzero(column("s", "denominator")), Rounding::up);
  const auto grosze = [](const Value& amount) { return number(per_grosz) * amount; };
  add("received", grosze(column("s", "received")));
  add("returned", grosze(column("s", "returned")));
  add("settled", grosze(column("s", "settled")));
  add("settled_percent", percent(column("s", "settled"), kept));
  add("open", grosze(kept - column("s", "settled")));
  add("missing", choice(is_null(column("s", "denominator")), null(),
                        grosze(larger(due - column("s", "settled"), number(0)))));
  return figures_apart(
      "What is settled, what is open, and what is missing before the next advance.",
      std::move(parts));
}

}  // namespace

Constants settling_claims(const Script& script) {
  Constants made{"settling_claims",
                 "Claims that are handed in: from which day they settle, and what a decision "
                 "approved of them.",
                 {{"project", Type::key},
                  {"claim", Type::key},
                  {"moment_before", Type::key},
                  {"moment_after", Type::key},
                  {"moment_logged", Type::key},
                  {"moment_approved", Type::key},
                  {"settles", Type::date},
                  {"decided", Type::date},
                  {"approved", Type::wide}},
                 {}};
  for (const SqlProject& each : script.projects) {
    const std::vector<Claim>& claims = each.dossier->project.claims;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const Claim& claim = claims[i];
      if (!is_handed_in(claim.status)) continue;
      const bool is_approved = claim.decided && claim.decided->approved;
      made.rows.push_back({text(each.dossier->project.id), text(claim.id),
                           text(moment_of_claims(i)), text(moment_of_claims(i + 1)),
                           text("logged " + claim.id), text("approved " + claim.id),
                           date(claim.submitted ? claim.submitted->date : claim.period.last),
                           date(is_approved ? claim.decided->date : Date()),
                           is_approved ? number(claim.decided->approved->minor_units()) : null()});
    }
  }
  return made;
}

void add_settlement(Script& script) {
  script.add(advances(script));
  script.add(advanced_from(script));
  script.add(advanced_sources());
  script.add(advance_rules(script));
  script.add(settled_parts());
  script.add(settled_sums());
  script.add(settlement());
  script.add(settlement_figures());
}

}  // namespace euproj::sql
