// What two indicators have in common, against an oracle that is asked for both conditions at once.

#include <doctest/doctest.h>

#include <algorithm>

#include "euproj/calc/people_counts.hpp"
#include "euproj/report/build_figures.hpp"
#include "euproj/report/document.hpp"
#include "support/counting_oracle.hpp"
#include "support/counting_words.hpp"
#include "support/slow_calendar.hpp"

namespace euproj {
namespace {

using testing::CountingOracle;
using testing::DayRange;
using testing::PlainLogs;
using testing::Random;

PlainLogs logs_with_persons(std::uint64_t seed, DayRange days) {
  Random random(seed);
  PlainLogs logs = testing::random_logs(seed, days);
  logs.indicators.erase(logs.indicators.begin() + 2, logs.indicators.end());
  for (auto& indicator : logs.indicators) indicator.when_period = false;  // conditions are common
  logs.measurements.clear();  // of indicators that are gone
  for (int more = random.number(0, 3); more > 0; --more) {
    testing::PlainIndicator indicator;
    indicator.count = random.chance(80) ? Count::persons : Count::entries;
    indicator.where = testing::random_condition(random, 1);
    logs.indicators.push_back(indicator);
  }
  return logs;
}

std::int64_t persons_of(const PlainLogs& logs, std::size_t one, std::size_t other, int day) {
  PlainLogs asked = logs;
  testing::PlainIndicator both;
  both.count = Count::persons;
  both.where.all = {logs.indicators[one].where, logs.indicators[other].where};
  asked.indicators = {both};
  return CountingOracle(asked).value(0, day).total / 10'000;
}

TEST_CASE("each cell is the number of persons for whom both conditions hold") {
  const DayRange days{testing::slow_position({2022, 2, 16}), 24};
  std::int64_t common = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const PlainLogs logs = logs_with_persons(seed, days);
    const int day = days.first + Random(seed).number(0, days.count);
    const Dossier dossier = testing::build_dossier(logs, days);
    const std::size_t threads = seed % 3 + 1;
    const Overlap overlap =
        compute_people_counts(dossier, {{}, testing::to_date(day)}, threads).overlap;
    INFO("seed " << seed);
    REQUIRE(overlap.indicators.size() >= 2);
    for (std::size_t row = 0; row < overlap.indicators.size(); ++row) {
      REQUIRE(logs.indicators[overlap.indicators[row]].count == Count::persons);
      for (std::size_t column = 0; column < overlap.indicators.size(); ++column) {
        const std::int64_t shown = overlap.persons[row][column];
        REQUIRE(shown ==
                persons_of(logs, overlap.indicators[row], overlap.indicators[column], day));
        REQUIRE(shown == overlap.persons[column][row]);
        if (row != column) common += shown;
      }
    }
  }
  CHECK(common > 200);
}

const DocumentSection* overlap_section(const Document& document) {
  for (const DocumentSection& section : document.sections) {
    if (section.id == "overlap") return &section;
  }
  return nullptr;
}

TEST_CASE("the table is square, for the workbook, of at most 30 indicators, and of two or more") {
  const DayRange days{testing::slow_position({2022, 2, 16}), 24};
  const Period period{testing::to_date(days.first), testing::to_date(days.first + 20)};
  PlainLogs logs = testing::random_logs(7, days);
  logs.measurements.clear();
  for (const std::size_t count : {1u, 2u, 30u, 31u}) {
    testing::PlainIndicator persons;
    persons.count = Count::persons;
    logs.indicators.assign(count, persons);
    const Figures figures = build_figures(testing::build_dossier(logs, days), period);
    const Document document = build_document(figures, Language::english);
    const DocumentSection* section = overlap_section(document);
    CAPTURE(count);
    REQUIRE((section != nullptr) == (count > 1));
    if (section == nullptr) continue;
    CHECK(section->title == "Overlap of indicators");
    CHECK(section->only_in_workbook);
    CHECK(section->notes.size() == (count > 30 ? 2 : 1));
    const Table& table = section->tables.at(0);
    CHECK(table.rows.size() == std::min<std::size_t>(count, 30));
    for (const TableRow& row : table.rows) {
      REQUIRE(row.cells.size() == table.rows.size() + 2);
      CHECK(std::get<Quantity>(row.cells.back().value) == figures.indicators[0].cumulative.total);
    }
  }
}

}  // namespace
}  // namespace euproj
