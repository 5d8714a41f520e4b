// What the definitions say of time: the days that figures are of, and the claims.

#include <algorithm>
#include <set>

#include "sql/rules/script.hpp"

namespace euproj::sql {
namespace {

/// One row of `moments`.
std::vector<Value> moment_row(const Project& project, const std::string& moment,
                              std::string_view axis, Date day, std::size_t claims, Date known) {
  return {text(project.id),
          text(moment),
          text(axis),
          date(day),
          number(static_cast<Int128>(claims)),
          date(known),
          number(static_cast<Int128>(project.budget.position_on(day) + 1)),
          number(static_cast<Int128>(project.financing.position_on(day) + 1))};
}

Date day_of_claims(const Project& project, std::size_t claims, Date known) {
  const Date last = claims == 0 ? project.period.first : project.claims.at(claims - 1).period.last;
  return std::min(last, known);
}

/// The months of a project up to the end of the period: last days, and the day before the first.
struct ReportedMonths {
  std::vector<Date> firsts;
  std::vector<Date> lasts;

  explicit ReportedMonths(const SqlProject& each) {
    const Period project = each.dossier->project.period;
    const Date last = std::min(project.last, each.period.last);
    const CalendarDay begin = project.first.calendar();
    for (Date first = *Date::from(begin.year, begin.month, 1); first <= last;
         first = first.plus_months(1)) {
      firsts.push_back(first);
      lasts.push_back(std::min(first.plus_months(1).plus_days(-1), last));
    }
  }
  [[nodiscard]] static std::string moment_of(Date day) { return "up to " + day.iso(); }
  [[nodiscard]] Date day_before(std::size_t month) const { return firsts[month].plus_days(-1); }
  /// All that are asked about, once.
  [[nodiscard]] std::set<Date> days() const {
    std::set<Date> all(lasts.begin(), lasts.end());
    for (std::size_t i = 0; i < firsts.size(); ++i) all.insert(day_before(i));
    return all;
  }
};

Constants moments(const Script& script) {
  Constants made{
      "moments",
      "What figures are of: the day before the period, its last day, and the documents of the "
      "first n claims "
      "up to that day. Each has the version of the budget and of the financing that is in force on "
      "its day. "
      "`agreed` is the whole of the agreement. What lies behind a day does not exist on it.",
      {{"project", Type::key},
       {"moment", Type::key},
       {"axis", Type::key},
       {"day", Type::date},
       {"claims", Type::whole},
       {"known", Type::date},
       {"budget", Type::whole},
       {"financing", Type::whole}},
      {}};
  for (const SqlProject& each : script.projects) {
    const Project& project = each.dossier->project;
    const Date before = each.period.first.plus_days(-1);
    const Date end = each.period.last;
    made.rows.push_back(moment_row(project, moment_before, "day", before, 0, before));
    made.rows.push_back(moment_row(project, moment_end, "day", end, 0, end));
    made.rows.push_back(moment_row(project, moment_agreed, "agreement", end, 0, end));
    for (const Date day : ReportedMonths(each).days()) {
      made.rows.push_back(
          moment_row(project, ReportedMonths::moment_of(day), "month", day, 0, day));
    }
    if (project.claims.empty()) continue;
    for (std::size_t claims = 0; claims <= project.claims.size(); ++claims) {
      made.rows.push_back(moment_row(project, moment_of_claims(claims), "claims",
                                     day_of_claims(project, claims, end), claims, end));
    }
  }
  return made;
}

Constants days(const Script& script) {
  Constants made{"days",
                 "The days on which people are counted.",
                 {{"project", Type::key}, {"day", Type::date}},
                 {}};
  for (const SqlProject& each : script.projects) {
    const Project& project = each.dossier->project;
    std::set<Date> all = {each.period.first.plus_days(-1), each.period.last};
    if (has_simplified_forms(project)) {
      all.merge(ReportedMonths(each).days());
      for (std::size_t claims = 0; claims <= project.claims.size(); ++claims) {
        all.insert(day_of_claims(project, claims, each.period.last));
      }
    }
    for (const Date day : days_of_declarations(each)) all.insert(day);
    for (const Date day : all) made.rows.push_back({text(project.id), date(day)});
  }
  return made;
}

Constants claims(const Script& script) {
  Constants made{
      "claims",
      "Payment claims in their order, with their days and the moments before and after each.",
      {{"project", Type::key},
       {"claim", Type::key},
       {"claim_no", Type::whole},
       {"first_day", Type::date},
       {"last_day", Type::date},
       {"moment_before", Type::key},
       {"moment_after", Type::key},
       {"shown", Type::whole}},
      {}};
  for (const SqlProject& each : script.projects) {
    const Project& project = each.dossier->project;
    for (std::size_t i = 0; i < project.claims.size(); ++i) {
      const Claim& claim = project.claims[i];
      made.rows.push_back({text(project.id), text(claim.id), number(static_cast<Int128>(i + 1)),
                           date(claim.period.first), date(claim.period.last),
                           text(moment_of_claims(i)), text(moment_of_claims(i + 1)),
                           number(claim.period.first <= each.period.last ? 1 : 0)});
    }
  }
  return made;
}

Constants months(const Script& script) {
  Constants made{"months",
                 "Calendar months of the projects, the last one up to the last day.",
                 {{"project", Type::key},
                  {"month", Type::key},
                  {"last_day", Type::date},
                  {"moment_before", Type::key},
                  {"moment_after", Type::key}},
                 {}};
  for (const SqlProject& each : script.projects) {
    const ReportedMonths reported(each);
    for (std::size_t i = 0; i < reported.firsts.size(); ++i) {
      made.rows.push_back({text(each.dossier->project.id),
                           text(reported.firsts[i].iso().substr(0, 7)), date(reported.lasts[i]),
                           text(ReportedMonths::moment_of(reported.day_before(i))),
                           text(ReportedMonths::moment_of(reported.lasts[i]))});
    }
  }
  return made;
}

}  // namespace

Value is_of_period() { return column("m", "axis") == text("day"); }

std::string moment_of_claims(std::size_t claims) { return "claims " + std::to_string(claims); }

void add_moments(Script& script) {
  script.add(moments(script));
  script.add(days(script));
  script.add(claims(script));
  script.add(months(script));
}

Constants no_rows(const std::string& name, const std::string& comment, const Columns& columns) {
  return {name, comment, columns, {}};
}

Step figures_at(std::string comment, std::vector<Select> parts) {
  return {"figures_at",
          std::move(comment),
          {{"project", Type::key},
           {"moment", Type::key},
           {"figure", Type::key},
           {"amount", Type::wide}},
          std::move(parts),
          true};
}

Step figures_apart(std::string comment, std::vector<Select> parts) {
  return {"figures",
          std::move(comment),
          {{"project", Type::key},
           {"figure", Type::key},
           {"in_period", Type::wide},
           {"cumulative", Type::wide}},
          std::move(parts),
          true};
}

}  // namespace euproj::sql
