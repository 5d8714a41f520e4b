// 2437 published projects: what a share of the total by a usual rate gives, and which rounding the
// published EU part shows (src/calc/README.md#split asks; here the answer is counted).

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/core/money.hpp"
#include "euproj/core/split.hpp"
#include "support/slow_rounding.hpp"
#include "support/source_dir.hpp"

namespace euproj {
namespace {

/// Hundredths of a percent. Derived from the list itself: the rates on a grid of 0.01 % that meet
/// the published EU part within 1 grosz for at least two projects above 100 000 PLN, where a chance
/// meeting is rarer than 1 in 300. They are the known ones: 85 and 80 % (less and more developed
/// regions), 84.28 % (PO WER), 91.89 % (youth initiative), 94.29 % (innovations), 80.75 % = 95 % of
/// 85 %, 95 % and 100 %.
constexpr std::array<std::int64_t, 8> usual_rates = {8'500, 8'428, 9'189, 8'000,
                                                     9'429, 8'075, 9'500, 10'000};

struct Published {
  std::int64_t total = 0;  // grosze
  std::int64_t eu = 0;
};

/// "1234.50" as 123450, digit by digit; the program's own parser is not asked.
std::optional<std::int64_t> grosze(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos || dot == 0 || text.size() != dot + 3) return std::nullopt;
  std::int64_t value = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at == dot) continue;
    if (text[at] < '0' || text[at] > '9' || text.size() > 18) return std::nullopt;
    value = value * 10 + (text[at] - '0');
  }
  return value;
}

struct PublishedList {
  std::vector<Published> projects;
  int unread = 0;
};

/// Title and beneficiary may be quoted, but no quoted `;` occurs, so a row that is not seven
/// cells, the two amounts with a dot and two decimals, counts as unread.
PublishedList read_list(std::istream& in) {
  PublishedList list;
  std::string line;
  std::getline(in, line);  // the header
  while (std::getline(in, line)) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, ';');) cells.push_back(cell);
    const auto total = cells.size() == 7 ? grosze(cells[2]) : std::nullopt;
    const auto eu = cells.size() == 7 ? grosze(cells[3]) : std::nullopt;
    if (total && eu) {
      list.projects.push_back({*total, *eu});
    } else {
      ++list.unread;
    }
  }
  return list;
}

/// total x rate / 100 % and eu differ by at most a grosz, compared without division.
bool meets(const Published& project, std::int64_t rate) {
  const Int128 exact = static_cast<Int128>(project.total) * rate;
  const Int128 distance = exact - static_cast<Int128>(project.eu) * 10'000;
  return distance >= -10'000 && distance <= 10'000;
}

struct Tally {
  int met = 0;
  int down = 0;
  int half_up = 0;
  int both = 0;
  int none = 0;

  [[nodiscard]] std::string text() const {
    return std::to_string(met) + " within a grosz; down reproduces " + std::to_string(down) +
           ", half_up " + std::to_string(half_up) + ", both " + std::to_string(both) +
           ", neither " + std::to_string(none);
  }
};

void count(Tally& tally, const Published& project, std::int64_t down, std::int64_t half_up) {
  const bool is_down = down == project.eu;
  const bool is_half_up = half_up == project.eu;
  tally.met += 1;
  tally.down += is_down ? 1 : 0;
  tally.half_up += is_half_up ? 1 : 0;
  tally.both += is_down && is_half_up ? 1 : 0;
  tally.none += !is_down && !is_half_up ? 1 : 0;
}

/// `euproj split --infer --list` counts the same, and finds the usual rates by itself.
void check_program(const PublishedList& list, const Tally& all,
                   const std::array<Tally, usual_rates.size()>& by_rate, int unusual) {
  std::vector<PublishedPart> parts;
  for (const Published& project : list.projects) {
    parts.push_back({Money::minor(project.total), Money::minor(project.eu)});
  }
  const InferredList inferred = infer_list(parts);
  REQUIRE(inferred.rates.size() == usual_rates.size());
  CHECK(inferred.of_other_rate == static_cast<std::size_t>(unusual));
  const auto check = [](const RateTally& program, const Tally& here) {
    CHECK(static_cast<int>(program.met) == here.met);
    CHECK(static_cast<int>(program.down) == here.down);
    CHECK(static_cast<int>(program.half_up) == here.half_up);
    CHECK(static_cast<int>(program.down_and_half_up) == here.both);
    CHECK(static_cast<int>(program.neither) == here.none);
  };
  RateTally sum;
  for (const RateTally& tally : inferred.rates) {
    sum += tally;
    for (std::size_t i = 0; i < usual_rates.size(); ++i) {
      if (tally.rate == Rate::of(usual_rates[i], 10'000)) check(tally, by_rate[i]);
    }
  }
  check(sum, all);
}

TEST_CASE("shares of published totals by usual rates equal exact rational arithmetic") {
  std::ifstream in(source_dir() + "/../shared/data/lists/poland-esf-2014-2020.csv",
                   std::ios::binary);
  if (!in) {
    MESSAGE("SKIPPED: ../shared/data/lists/poland-esf-2014-2020.csv is not here");
    return;
  }
  const PublishedList list = read_list(in);
  Tally all;
  std::array<Tally, usual_rates.size()> by_rate;
  int unusual = 0;
  for (const Published& project : list.projects) {
    bool is_usual = false;
    for (std::size_t i = 0; i < usual_rates.size() && !is_usual; ++i) {
      const std::int64_t rate = usual_rates[i];
      if (!meets(project, rate)) continue;
      is_usual = true;
      const Int128 exact = static_cast<Int128>(project.total) * rate;
      const auto down =
          static_cast<std::int64_t>(testing::slow_round(exact, 10'000, Rounding::down));
      const auto half_up =
          static_cast<std::int64_t>(testing::slow_round(exact, 10'000, Rounding::half_up));
      const Money total = Money::minor(project.total);
      if (share_of(total, Rate::of(rate, 10'000), Rounding::down) != Money::minor(down) ||
          share_of(total, Rate::of(rate, 10'000), Rounding::half_up) != Money::minor(half_up)) {
        FAIL_CHECK(total.text() << " by " << Rate::of(rate, 10'000).percent_text() << " %");
      }
      count(all, project, down, half_up);
      count(by_rate[i], project, down, half_up);
    }
    if (!is_usual) ++unusual;
  }
  check_program(list, all, by_rate, unusual);
  std::string lines;
  for (std::size_t i = 0; i < usual_rates.size(); ++i) {
    lines += "\n  " + Rate::of(usual_rates[i], 10'000).percent_text() + " %: " + by_rate[i].text();
  }
  MESSAGE("published amounts: " << list.projects.size() << " projects read, " << list.unread
                                << " rows not read, " << unusual << " of no usual rate; of the "
                                << "others " << all.text() << lines);
  CHECK(list.projects.size() > 2'000);
  CHECK(list.unread == 0);
  CHECK(all.met > 1'500);
}

}  // namespace
}  // namespace euproj
