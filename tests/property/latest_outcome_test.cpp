// The last situation within the window (src/calc/README.md#latest), exhaustively: a search and a
// job on all days from the day before the exit to 30 days after it, or not at all, with and without
// a return. The oracle reads the rule day by day: it looks back from the day to the latest of the
// two.

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "euproj/calc/people_counts.hpp"
#include "euproj/calc/units.hpp"
#include "support/load_project.hpp"
#include "support/memory_files.hpp"

namespace euproj {
namespace {

constexpr int first_day = -1;  // of an outcome, from the exit on
constexpr int last_day = 30;
constexpr int window = 28;
constexpr int return_day = 10;  // of those who return
constexpr int second_exit = 20;
constexpr int end = second_exit + window + 2;  // of the days that are compared
const Date exit_date = *Date::from(2022, 6, 30);

using Day = std::optional<int>;

struct Leaver {
  Day search;
  Day job;
  bool returns = false;
};

enum class Situation { none, search, job };

/// What counts on `day`: nothing while no exit is known; else the latest of the two that is of this
/// participation, within its window and not after the day; of one day the job.
Situation situation(const Leaver& leaver, int day) {
  if (day < 0) return Situation::none;
  int begin = -1'000;
  int exit = 0;
  if (leaver.returns && day >= return_day) {
    if (day < second_exit) return Situation::none;
    begin = return_day;
    exit = second_exit;
  }
  for (int on = day; on >= begin && on >= first_day - 1; --on) {
    if (on > exit + window) continue;
    if (leaver.job == on) return Situation::job;
    if (leaver.search == on) return Situation::search;
  }
  return Situation::none;
}

/// Whether an outcome on a day that is still to come, or on this one, would make the person count.
bool may_count(const Leaver& leaver, Situation wanted, int day) {
  Leaver known = leaver;  // what is dated later is not known
  if (known.search > day) known.search.reset();
  if (known.job > day) known.job.reset();
  if (leaver.returns && day < return_day) known.returns = false;
  for (int later = day; later <= end; ++later) {
    Leaver supposed = known;
    (wanted == Situation::job ? supposed.job : supposed.search) = later;
    if (situation(supposed, later) == wanted) return true;
  }
  return false;
}

/// Whether the other outcome, likewise, would take the person out who counts.
bool may_lose(const Leaver& leaver, Situation now, int day) {
  return may_count(leaver, now == Situation::job ? Situation::search : Situation::job, day);
}

struct World {
  std::vector<Leaver> leavers;
  Loaded loaded{Diagnostics::Warnings::stay_warnings};

  World() {
    std::vector<Day> days = {std::nullopt};
    for (int day = first_day; day <= last_day; ++day) days.push_back(day);
    for (const bool returns : {false, true}) {
      for (const Day search : days) {
        for (const Day job : days) leavers.push_back({search, job, returns});
      }
    }
    load();
  }

  void load() {
    std::string people = "person_id,sex,birth_date,entry_date,exit_date,labour_status,education\n";
    std::string outcomes = "person_id,outcome,date\n";
    const auto date = [](int day) { return exit_date.plus_days(day).iso(); };
    for (std::size_t i = 0; i < leavers.size(); ++i) {
      const std::string id = "U-" + std::to_string(i + 1);
      people += id + ",K,1990-01-01,2022-01-03," + date(0) + ",inactive,3\n";
      if (leavers[i].returns) {
        people +=
            id + ",K,1990-01-01," + date(return_day) + "," + date(second_exit) + ",inactive,3\n";
      }
      // The job is written first: the order of rows says nothing.
      if (leavers[i].job) outcomes += id + ",employment," + date(*leavers[i].job) + "\n";
      if (leavers[i].search) outcomes += id + ",job_seeking," + date(*leavers[i].search) + "\n";
    }
    testing::MemoryFiles files;
    files.put("p/project.yaml",
              "euproj: 1\n"
              "project: {id: p, title: T, period: {start: 2022-01-01, end: 2022-12-31}}\n"
              "financing:\n"
              "  total: 1000.00\n"
              "  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]\n"
              "indicators:\n"
              "  - {id: S, definition: EECR01}\n"
              "  - {id: J, definition: EECR04}\n"
              "  - {id: N, kind: result, count: persons,\n"
              "     where: {not: {outcome: job_seeking, within: 4 weeks,\n"
              "                   latest_of: [employment, job_seeking]}}}\n"
              "data: {participants: u.csv, outcomes: r.csv}\n");
    files.put("p/u.csv", people);
    files.put("p/r.csv", outcomes);
    loaded = testing::load_project("p/project.yaml", files);
    REQUIRE_FALSE(loaded.diagnostics.has_errors());
    REQUIRE(loaded.dossier.people.persons.size() == leavers.size());
  }
};

const World& world() {
  static const World made;
  return made;
}

std::string told(const Leaver& leaver) {
  const auto day = [](Day of) { return of ? std::to_string(*of) : std::string("–"); };
  return "search " + day(leaver.search) + ", job " + day(leaver.job) +
         (leaver.returns ? ", returns" : "");
}

TEST_CASE("the last situation decides, on every day, in every order") {
  const World& all = world();
  const Dossier& dossier = all.loaded.dossier;
  std::size_t lost = 0;
  for (const Situation wanted : {Situation::search, Situation::job}) {
    const std::size_t indicator = wanted == Situation::search ? 0 : 1;
    for_each_unit(dossier, dossier.project.indicators[indicator], [&](const Unit& unit) {
      const Leaver& leaver = all.leavers[unit.person];
      for (int day = first_day - 1; day <= end; ++day) {
        INFO(told(leaver) << ", day " << day);
        const bool counts = unit.counted.contains(exit_date.plus_days(day));
        REQUIRE(counts == (situation(leaver, day) == wanted));
        if (counts && situation(leaver, day + 1) != wanted) ++lost;
      }
    });
  }
  MESSAGE("days on which somebody ceases to count: " << lost);
  CHECK(lost > 1'000);
}

TEST_CASE("nobody is in both, and who is in neither had nothing within the window") {
  const World& all = world();
  const Dossier& dossier = all.loaded.dossier;
  const auto series = compute_people_counts(dossier, {}).indicators;
  for (int day = first_day - 1; day <= end; ++day) {
    std::int64_t search = 0;
    std::int64_t job = 0;
    for (const Leaver& leaver : all.leavers) {
      search += situation(leaver, day) == Situation::search ? 1 : 0;
      job += situation(leaver, day) == Situation::job ? 1 : 0;
    }
    const Date on = exit_date.plus_days(day);
    REQUIRE(series[0].values.at(on).total == Quantity::whole(search));
    REQUIRE(series[1].values.at(on).total == Quantity::whole(job));
    const auto everyone = static_cast<std::int64_t>(all.leavers.size());
    REQUIRE(series[2].values.at(on).total == Quantity::whole(everyone - search));
  }
}

TEST_CASE("a window is open for whom a later outcome may still let count, or take out") {
  const World& all = world();
  const Dossier& dossier = all.loaded.dossier;
  std::size_t open = 0;
  std::size_t lost = 0;
  for (int day = first_day; day <= end; ++day) {
    const Date on = exit_date.plus_days(day);
    using Found = std::map<std::pair<std::size_t, PersonIndex>, Date>;
    const OpenWindows windows = compute_people_counts(dossier, {on, on}).open_windows;
    const auto by_person = [](const std::vector<OpenWindow>& some) {
      Found by;
      for (const OpenWindow& each : some) by[{each.indicator, each.person}] = each.last_day;
      return by;
    };
    const Found found = by_person(windows.gains);
    const Found losing = by_person(windows.losses);
    for (const Situation wanted : {Situation::search, Situation::job}) {
      const std::size_t indicator = wanted == Situation::search ? 0 : 1;
      for (PersonIndex person = 0; person < all.leavers.size(); ++person) {
        const Leaver& leaver = all.leavers[person];
        INFO(told(leaver) << ", day " << day << ", indicator " << indicator);
        const bool has_left =
            day >= 0 && !(leaver.returns && day >= return_day && day < second_exit);
        const bool expected =
            has_left && situation(leaver, day) != wanted && may_count(leaver, wanted, day);
        const auto window_found = found.find({indicator, person});
        REQUIRE((window_found != found.end()) == expected);
        const bool loses = situation(leaver, day) == wanted && may_lose(leaver, wanted, day);
        const auto losing_found = losing.find({indicator, person});
        REQUIRE((losing_found != losing.end()) == loses);
        const int exit = leaver.returns && day >= second_exit ? second_exit : 0;
        const Date last_of_window = exit_date.plus_days(exit + window);
        if (expected) REQUIRE(window_found->second == last_of_window);
        if (loses) REQUIRE(losing_found->second == last_of_window);
        open += expected ? 1 : 0;
        lost += loses ? 1 : 0;
      }
    }
    // `not`: who counts as a seeker, and would not if a job came, misses something too.
    for (PersonIndex person = 0; person < all.leavers.size(); ++person) {
      const Leaver& leaver = all.leavers[person];
      INFO(told(leaver) << ", day " << day << ", not");
      const bool expected =
          situation(leaver, day) == Situation::search && may_count(leaver, Situation::job, day);
      REQUIRE((found.find({2, person}) != found.end()) == expected);
      const bool has_left = day >= 0 && !(leaver.returns && day >= return_day && day < second_exit);
      const bool loses = has_left && situation(leaver, day) != Situation::search &&
                         may_count(leaver, Situation::search, day);
      REQUIRE((losing.find({2, person}) != losing.end()) == loses);
    }
  }
  CHECK(open > 10'000);
  CHECK(lost > 10'000);
}

}  // namespace
}  // namespace euproj
