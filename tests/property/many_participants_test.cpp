// A log of 300 000 participants with faults in one row of a hundred: each is found in its line, and
// none is invented.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

#include "euproj/check/checks.hpp"
#include "support/log_run.hpp"
#include "support/random.hpp"

namespace euproj {
namespace {

using testing::LogRun;
using testing::Random;

constexpr int persons = 300'000;

struct Written {
  std::string text = "person_id,pesel,birth_date,group,entry_date,exit_date\n";
  std::vector<std::string> faults;  // "line:code"
  std::uint32_t lines = 1;

  void add(const std::string& row) {
    text += row;
    ++lines;
  }
  void fault(std::string_view code) {
    faults.push_back(std::to_string(lines) + ":" + std::string(code));
  }
};

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

/// The digits of day `days` after 1950-01-01, then a serial of four: no two persons have the same.
std::string pesel_of(int person) {
  const Date born = Date::from_serial(Date::from(1950, 1, 1)->serial() + person / 9'000);
  std::string digits = born.iso();
  digits = digits.substr(2, 2) + digits.substr(5, 2) + digits.substr(8, 2) +
           two_digits(person % 9'000 / 100) + two_digits(person % 100);
  constexpr std::array<int, 10> weights = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
  int sum = 0;
  for (std::size_t at = 0; at < weights.size(); ++at) sum += weights[at] * (digits[at] - '0');
  return digits + static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::string day(int number) { return Date::from_serial(19'000 + number).iso(); }

void write_faulty(Written& log, const std::string& id, std::string pesel, Random& random) {
  const std::string entry = day(random.number(0, 100));
  const std::string exit = day(random.number(101, 200));
  const auto row = [&](const std::string& group, const std::string& in, const std::string& out) {
    log.add(id + "," + pesel + ",," + group + "," + in + "," + out + "\n");
  };
  switch (random.number(1, 6)) {
    case 1:
      pesel.back() = pesel.back() == '9' ? '0' : static_cast<char>(pesel.back() + 1);
      row("a", entry, exit);
      return log.fault("pesel-check-digit");
    case 2:
      row("a", "2022-02-30", exit);
      return log.fault("no-such-day");
    case 3:
      row("b", exit, entry);
      return log.fault("exit-before-entry");
    case 4:  // without an exit the first is still running when the second begins
      row("a", entry, "");
      row("a", entry, "");
      log.fault("same-entry-date");
      return log.fault("re-entry-without-exit");
    case 5:
      row("a", entry, exit);
      row("a", entry, exit);
      log.fault("same-entry-date");
      return log.fault("re-entry-before-exit");
    default:
      row("c" + std::to_string(log.faults.size()), entry, exit);  // one word is one finding
      return log.fault("unknown-code");
  }
}

Written written(std::uint64_t seed) {
  Random random(seed);
  Written log;
  for (int person = 0; person < persons; ++person) {
    const std::string id = "U-" + std::to_string(person);
    if (random.chance(1)) {
      write_faulty(log, id, pesel_of(person), random);
      continue;
    }
    const std::string exit = random.chance(50) ? day(random.number(101, 200)) : "";
    const std::string group = random.chance(50) ? "a" : "b";
    log.add(id + "," + pesel_of(person) + ",," + group + "," + day(random.number(0, 100)) + "," +
            exit + "\n");
  }
  return log;
}

TEST_CASE("300 000 participants: every fault is found in its line, none is invented") {
  Written log = written(3);
  REQUIRE(log.faults.size() > 2'500);
  LogRun run;
  for (const std::string id : {"a", "b"}) {
    run.project.groups.emplace_back().id = id;
    run.codes.attribute(Attribute::group).intern(id);
  }
  run.project.period = {*Date::from(2022, 1, 1), *Date::from(2022, 12, 31)};
  run.add(LogKind::participants, "log.csv", std::move(log.text));
  run.read();

  Dossier dossier;
  dossier.project = std::move(run.project);
  dossier.codes = std::move(run.codes);
  dossier.logs = std::move(run.logs);
  dossier.people = group_people(dossier.logs);
  check_logs(dossier, run.diagnostics, 3);

  std::vector<std::string> found;
  for (const Diagnostic& finding : run.diagnostics.all()) {
    found.push_back(std::to_string(finding.place.line) + ":" +
                    std::string(kind_info(finding.kind).code));
  }
  std::sort(found.begin(), found.end());
  std::sort(log.faults.begin(), log.faults.end());
  const auto differ =
      std::mismatch(found.begin(), found.end(), log.faults.begin(), log.faults.end());
  CHECK_MESSAGE(differ.first == found.end(), "found " << *differ.first);
  CHECK_MESSAGE(differ.second == log.faults.end(), "not found " << *differ.second);
  const auto is_unreadable = [](const std::string& fault) {
    return fault.ends_with("pesel-check-digit") || fault.ends_with("no-such-day") ||
           fault.ends_with("unknown-code");
  };
  const auto unreadable = std::count_if(log.faults.begin(), log.faults.end(), is_unreadable);
  CHECK(dossier.people.persons.size() == persons - static_cast<std::size_t>(unreadable));
}

}  // namespace
}  // namespace euproj
