// Capacity: at most so many households or persons per provider on any day (SPEC 2 `capacity`).

#include <algorithm>
#include <map>

#include "check/checks_list.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

/// Somebody begins or stops being served; `row` is where it says so.
struct Change {
  Date day;
  bool begins = false;
  Code who = no_code;
  std::uint32_t row = 0;
};

/// Whom a row occupies the provider with: a household (or person), no_code for nobody known.
Code occupant(const Dossier& dossier, const CapacityRule& rule, const SupportRow& row) {
  if (rule.of == CapacityRule::Of::persons) return row.person_id;
  const PersonIndex index = dossier.people.find(row.person_id);
  if (index == no_person) return no_code;
  return dossier.people.first_row(dossier.logs, dossier.people.persons[index]).household;
}

std::string who_text(const Dossier& dossier, const CapacityRule& rule,
                     const std::map<Code, int>& served) {
  std::string out;
  for (const auto& [who, rows] : served) {
    if (!out.empty()) out += ", ";
    out += rule.of == CapacityRule::Of::households
               ? dossier.codes.households.text(who)
               : looks_like_pesel(dossier.codes.person_ids.text(who))
                     ? std::string_view("u-?")
                     : dossier.codes.person_ids.text(who);
  }
  return out;
}

/// One finding for each time the bound is passed: at the row that passes it, who is served then.
void check_provider(const Dossier& dossier, const CapacityRule& rule, Code provider,
                    std::vector<Change>& changes, Diagnostics& diagnostics) {
  std::sort(changes.begin(), changes.end(), [&](const Change& a, const Change& b) {
    if (a.day != b.day) return a.day < b.day;
    if (a.begins != b.begins) return b.begins;  // who leaves makes room for who comes
    return dossier.logs.support[a.row].origin < dossier.logs.support[b.row].origin;
  });
  std::map<Code, int> served;
  bool over = false;
  for (const Change& change : changes) {
    if (change.begins) {
      ++served[change.who];
    } else if (--served[change.who] == 0) {
      served.erase(change.who);
    }
    const bool now_over = served.size() > static_cast<std::size_t>(rule.at_once);
    if (now_over && !over) {
      diagnostics.report(
          Kind::capacity_exceeded,
          dossier.logs.place(dossier.logs.support[change.row].origin, Column::support_provider),
          {rule.id, std::string(dossier.codes.providers.text(provider)), change.day.iso(),
           std::to_string(served.size()), std::to_string(rule.at_once),
           who_text(dossier, rule, served)});
    }
    over = now_over;
  }
}

}  // namespace

void check_capacity(const Dossier& dossier, Diagnostics& diagnostics) {
  for (const CapacityRule& rule : dossier.project.capacity) {
    std::map<Code, std::vector<Change>> by_provider;
    for (std::uint32_t at = 0; at < dossier.logs.support.size(); ++at) {
      const SupportRow& row = dossier.logs.support[at];
      if (row.form != rule.form) continue;
      const Code who = occupant(dossier, rule, row);
      if (who == no_code) continue;
      const Date last = row.date_to.known() ? row.date_to : row.date;
      auto& changes = by_provider[row.provider];
      changes.push_back({row.date, true, who, at});
      changes.push_back({last.plus_days(1), false, who, at});
    }
    for (auto& [provider, changes] : by_provider) {
      check_provider(dossier, rule, provider, changes, diagnostics);
    }
  }
}

}  // namespace euproj
