// Explanations against the report: on every month end of the five examples what counts adds up to
// the reported value, and every place that is named exists; on random projects a reason says that
// something counts exactly when it does.

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>

#include "euproj/app/real_files.hpp"
#include "euproj/calc/explanation.hpp"
#include "euproj/calc/people_counts.hpp"
#include "euproj/report/explained.hpp"
#include "euproj/words/texts.hpp"
#include "support/counting_logs.hpp"
#include "support/load_project.hpp"
#include "support/slow_calendar.hpp"
#include "support/source_dir.hpp"

namespace euproj {
namespace {

/// Which reasons say "it counts", from the table itself: those of group_counted.
bool says_counted(Because because) {
  constexpr std::array groups = {
#define EUPROJ_REASON(name, group) Text::group,
#include "euproj/calc/reasons.def"
#undef EUPROJ_REASON
  };
  return groups.at(static_cast<std::size_t>(because)) == Text::group_counted;
}

std::size_t lines_of(const std::string& path) {
  static std::map<std::string, std::size_t> known;
  const auto [found, is_new] = known.try_emplace(path, 0);
  if (is_new) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) ++found->second;
  }
  return found->second;
}

void check_place(const std::string& folder, const std::string& place) {
  const std::size_t colon = place.rfind(':');
  REQUIRE(colon != std::string::npos);
  const std::size_t line = std::stoul(place.substr(colon + 1));
  if (line < 2 || line > lines_of(folder + place.substr(0, colon))) FAIL_CHECK(place);
}

void check_project(const std::string& name, std::size_t& rows) {
  const std::string folder = source_dir() + "/examples/" + name + "/";
  const RealFiles files;
  const Loaded loaded = testing::load_project(folder + "project.yaml", files);
  REQUIRE_FALSE(loaded.diagnostics.has_errors());
  const Project& project = loaded.dossier.project;
  const auto series = compute_people_counts(loaded.dossier, {}).indicators;
  const CalendarDay first = project.period.first.calendar();
  const Date month = *Date::from(first.year, first.month, 1);
  for (int months = 1; month.plus_months(months - 1) <= project.period.last; ++months) {
    ExplainRequest wish;
    wish.day = month.plus_months(months).plus_days(-1);
    for (std::size_t i = 0; i < project.indicators.size(); ++i) {
      wish.indicator = i;
      const Explained explained = build_explained(loaded.dossier, loaded.sources, wish);
      Quantity sum;
      for (const ExplainedRow& row : explained.indicator->rows) {
        ++rows;
        CHECK(row.counted == row.since.known());
        CHECK_FALSE(row.at.empty());
        CHECK_FALSE(row.reason.empty());
        if (row.counted) sum += row.amount;
        for (const std::string& place : row.at) check_place(folder, place);
      }
      const Quantity reported = series[i].values.at(wish.day).total;
      if (sum != reported || explained.indicator->value != reported) {
        FAIL_CHECK(name << " " << project.indicators[i].id << " " << wish.day.iso() << ": rows "
                        << sum.text() << ", report " << reported.text());
      }
    }
  }
}

/// One at a time they are the same as all at once.
void check_counted(const CountedUnits& counted, const Explanation& explanation) {
  std::size_t at = 0;
  for (const ExplainedUnit& unit : explanation.units) {
    if (!unit.counted) continue;
    if (at == counted.size()) FAIL("fewer units");
    const ExplainedUnit one = counted[at++];
    const bool same =
        one.counted && one.since == unit.since && one.unit.amount == unit.unit.amount &&
        one.unit.person == unit.unit.person && one.unit.row == unit.unit.row &&
        one.unit.household == unit.unit.household && one.reason.because == unit.reason.because &&
        one.reason.arguments.size() == unit.reason.arguments.size() &&
        std::equal(one.rows.begin(), one.rows.end(), unit.rows.begin(), unit.rows.end(),
                   [](Origin a, Origin b) { return a.file == b.file && a.line == b.line; });
    if (!same) FAIL("unit " << at << " differs");
  }
  if (at != counted.size()) FAIL("more units");
  if (counted.value() != *explanation.value) FAIL("another value");
}

TEST_CASE("what counts adds up to the reported value in every month, and every place exists") {
  std::size_t rows = 0;
  for (const char* const name : {"bytom", "opole", "jastrzebie", "lublin", "bartoszyce"}) {
    check_project(name, rows);
  }
  CHECK(rows > 10'000);
}

TEST_CASE("a reason says that something counts exactly when it does, on every day") {
  std::size_t counted = 0;
  std::size_t units = 0;
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    const testing::DayRange range{testing::slow_position({2022, 2, 16}), 24};
    const testing::PlainLogs logs = testing::random_logs(seed, range);
    const Dossier dossier = testing::build_dossier(logs, range);
    const auto series = compute_people_counts(dossier, {}).indicators;
    for (int at = range.first - 1; at < range.first + range.count; at += 3) {
      const Date day = testing::to_date(at);
      for (std::size_t i = 0; i < logs.indicators.size(); ++i) {
        if (logs.indicators[i].count == Count::ratio) continue;
        const Explanation explanation = compute_explanation(dossier, i, day);
        if (explanation.value != series[i].values.at(day).total) {
          FAIL("seed " << seed << ", indicator " << i << ", " << day.iso() << ": value");
        }
        if (seed % 5 == 0) check_counted(CountedUnits(dossier, i, day), explanation);
        for (const ExplainedUnit& unit : explanation.units) {
          ++units;
          counted += unit.counted ? 1 : 0;
          if (says_counted(unit.reason.because) == unit.counted) continue;
          FAIL("seed " << seed << ", indicator " << i << ", " << day.iso() << ", counted "
                       << unit.counted << ": "
                       << build_reason_text(dossier, unit.reason, Language::english));
        }
      }
    }
  }
  CHECK(counted > units / 20);
  CHECK(units > 100'000);
}

}  // namespace
}  // namespace euproj
