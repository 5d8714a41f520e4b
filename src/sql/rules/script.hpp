#pragma once
// Script: the statements of a script while rules add theirs, and what every rule knows.
//
// Steps in the order in which rules build on each other:
//
//   moments   days and claims that figures are of              moments.cpp
//   costs     documents, decisions, simplified forms           costs.cpp, unit_costs.cpp,
//                                                              lump_sums.cpp, simplified.cpp
//   totals    direct costs, the base, flat-rate costs          totals.cpp
//   shares    of every source, to the grosz                    shares.cpp
//   persons   who started when, and what they were             persons.cpp
//   indicators conditions, counts, values by day and period    conditions.cpp,
//                                                              indicator_counts.cpp,
//                                                              indicators.cpp
//   partners  what indicators count of each partner            partner_counts.cpp
//   figures   rows of the answer                               money_figures.cpp, settlement.cpp,
//                                                              documented_figures.cpp,
//                                                              indicator_figures.cpp,
//                                                              people_figures.cpp,
//                                                              declared_figures.cpp,
//                                                              overlap_figures.cpp

#include <optional>
#include <string>
#include <vector>

#include "euproj/sql/sql_script.hpp"
#include "sql/algebra/relation.hpp"

namespace euproj::sql {

/// Grosze, and whole numbers, in ten-thousandths: all figures stand in one column.
inline constexpr std::int64_t per_unit = 10'000;
inline constexpr std::int64_t per_grosz = 100;

inline const std::string moment_before = "before";
inline const std::string moment_end = "end";
inline const std::string moment_agreed = "agreed";
/// Of the documents of so many claims.
[[nodiscard]] std::string moment_of_claims(std::size_t claims);
/// Whether a moment (alias m) is one of the two that a period is between.
[[nodiscard]] Value is_of_period();

class Script {
 public:
  explicit Script(const std::vector<SqlProject>& its_projects) : projects(its_projects) {}

  void add(Statement statement) { statements.push_back(std::move(statement)); }
  void say(std::string text) { statements.push_back(Remark{std::move(text)}); }
  void leave_out(const std::string& what) { not_computed.push_back(what); }

  const std::vector<SqlProject>& projects;
  std::vector<Statement> statements;
  std::vector<std::string> not_computed;
  int steps_named = 0;  // steps whose names are numbers
};

/// A table that rules append rows to, before the first of them.
[[nodiscard]] Constants no_rows(const std::string& name, const std::string& comment,
                                const Columns& columns);
/// Rows of figures by moment: (project, moment, figure, amount). The answer has of each figure what
/// it is at the end, less what it was before.
[[nodiscard]] Step figures_at(std::string comment, std::vector<Select> parts);
/// Rows of figures that are no difference: (project, figure, period, cumulative).
[[nodiscard]] Step figures_apart(std::string comment, std::vector<Select> parts);
/// Of an indicator on a day, or of women and men beside all: (project, indicator, .., total, women,
/// men), in ten-thousandths.
extern const Columns value_columns;
extern const Columns counted_columns;  // of the period's last day

/// A quotient of whole numbers by a rule that is known here.
[[nodiscard]] Value divided(const Value& a, const Value& b, Rounding rounding);
/// The same by a rule in a column, of a quotient and a remainder that stand in columns.
[[nodiscard]] Value rounded(const Value& quotient, const Value& remainder, const Value& divisor,
                            const Value& rounding);
/// a of b as a percentage of two decimals, half up, in ten-thousandths; null where b is 0.
[[nodiscard]] Value percent(const Value& a, const Value& b);
[[nodiscard]] Value nonzero(
    const Value& a);  // null of 0: engines divide by it each in their own way
[[nodiscard]] Value flag(const Value& condition);    // 1 or 0
[[nodiscard]] Value one_if(const Value& condition);  // the same in ten-thousandths
[[nodiscard]] Value zero_if_null(const Value& value);
[[nodiscard]] Value in_ten_thousandths(const std::optional<Quantity>& quantity);  // none: null

void add_moments(Script& script);
void add_costs(Script& script);
void add_totals(Script& script);
void add_shares(Script& script);
void add_money_figures(Script& script);
void add_persons(Script& script);
void add_indicator_counts(Script& script);
void add_indicators(Script& script);
void add_people_figures(Script& script);
void add_declared_figures(Script& script);
void add_overlap_figures(Script& script);
/// Days on which values are declared, and those before their claims.
[[nodiscard]] std::vector<Date> days_of_declarations(const SqlProject& project);
void add_participant_figures(Script& script);
void add_settlement(Script& script);
void add_documented_figures(Script& script);
[[nodiscard]] Constants settling_claims(const Script& script);
void add_unit_costs(Script& script);
void add_lump_sums(Script& script);
void add_simplified(Script& script);
void add_simplified_figures(Script& script);

}  // namespace euproj::sql
