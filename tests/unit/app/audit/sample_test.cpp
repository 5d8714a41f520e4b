// `euproj sample`: the draws against a slow reading of src/calc/README.md#sampling, projections by
// hand, and what is refused.

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "euproj/app/run.hpp"
#include "euproj/calc/sampling.hpp"
#include "support/random.hpp"
#include "support/small_project.hpp"

namespace euproj {
namespace {

using testing::Random;
using testing::small_project;

TEST_CASE("a draw is what sha256sum prints") {
  // printf '12345:1' | sha256sum
  CHECK(sample_draw("12345", 1) == 0xaccc83ff00006ba9u);
}

TEST_CASE("at random: floor of u times N, repeats passed over") {
  Random random(3);
  for (int round = 0; round < 300; ++round) {
    const auto items = static_cast<std::size_t>(random.number(1, 60));
    const auto size = static_cast<std::size_t>(random.number(1, 60));
    const std::string seed = std::to_string(random.next());
    std::set<std::size_t> expected;
    for (std::uint64_t k = 1; expected.size() < std::min(items, size); ++k) {
      const long double u = std::ldexp(static_cast<long double>(sample_draw(seed, k)), -64);
      expected.insert(static_cast<std::size_t>(std::floor(u * static_cast<long double>(items))));
    }
    const auto drawn = draw_at_random(items, size, seed);
    CHECK(std::vector<std::size_t>(expected.begin(), expected.end()) == drawn);
  }
}

TEST_CASE("by money: whole items first, then points in steps of the interval") {
  Random random(5);
  for (int round = 0; round < 500; ++round) {
    std::vector<Money> amounts;
    const int items = random.number(1, 40);
    for (int i = 0; i < items; ++i) {
      const bool is_large = random.chance(10);
      amounts.push_back(Money::minor(random.between(1, is_large ? 50'000'000 : 100'000)));
    }
    const auto size = static_cast<std::size_t>(random.number(1, 15));
    const std::string seed = std::to_string(random.next());
    const MonetarySample sample = draw_by_money(amounts, size, seed);

    std::set<std::size_t> whole;
    long double rest = 0;
    auto points = static_cast<long double>(std::min<std::size_t>(size, amounts.size()));
    for (const Money amount : amounts) rest += static_cast<long double>(amount.minor_units());
    for (bool again = true; again && points > 0;) {
      again = false;
      const long double interval = rest / points;
      for (std::size_t at = 0; at < amounts.size() && points > 0; ++at) {
        const auto amount = static_cast<long double>(amounts[at].minor_units());
        if (whole.contains(at) || amount <= interval) continue;
        whole.insert(at);
        rest -= amount;
        points -= 1;
        again = true;
      }
    }
    std::set<std::size_t> drawn;
    const long double u = std::ldexp(static_cast<long double>(sample_draw(seed, 1)), -64);
    for (long double i = 0; i < points; i += 1) {
      const long double point = (u + i) * rest / points;
      long double before = 0;
      for (std::size_t at = 0; at < amounts.size(); ++at) {
        if (whole.contains(at)) continue;
        before += static_cast<long double>(amounts[at].minor_units());
        if (point < before) {
          drawn.insert(at);
          break;
        }
      }
    }
    CHECK(std::vector<std::size_t>(whole.begin(), whole.end()) == sample.whole);
    CHECK(std::vector<std::size_t>(drawn.begin(), drawn.end()) == sample.drawn);
    CHECK(static_cast<long double>(sample.rest.minor_units()) == rest);
  }
}

TEST_CASE("projections by hand") {
  const auto zl = [](std::int64_t grosz) { return Money::minor(grosz); };
  // 5.00 of 300.00 are wrong: of 1 000.00 that is 16.666.. = 16.67.
  CHECK(*project_by_ratio({{zl(10'000), zl(9'500), false}, {zl(20'000), zl(20'000), false}},
                          zl(100'000)) == zl(1'667));
  // 10.00 of the whole item, and 25.00 / 100.00 of an interval of 400.00.
  CHECK(*project_by_interval({{zl(500'000), zl(499'000), true}, {zl(10'000), zl(7'500), false}},
                             zl(80'000), 2) == zl(1'000 + 10'000));
  // 0.01 / 0.03 of 0.50 / 1: 16.67 grosz, half up 17.
  CHECK(*project_by_interval({{zl(3), zl(2), false}}, zl(50), 1) == zl(17));
  // Too little was claimed: the error is negative, and half a grosz goes away from zero.
  CHECK(*project_by_ratio({{zl(2), zl(3), false}}, zl(1)) == zl(-1));
  CHECK_FALSE(project_by_ratio({}, zl(1)).has_value());
}

struct SampleRun {
  ExitCode code{};
  std::string out;
  std::string err;
};

SampleRun sample(testing::MemoryFiles files, std::vector<std::string> options) {
  std::ostringstream out, err;
  Env env{files, out, err, *Date::from(2022, 12, 31), {}, false, false, true};
  std::vector<std::string> arguments = {"sample", "project.yaml", "--seed", "7"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const ExitCode code = run(arguments, env);
  return {code, out.str(), err.str()};
}

testing::MemoryFiles with_documents() {
  testing::MemoryFiles files = small_project();
  files.put("wydatki.csv",
            "doc_no,paid_date,claim,task,eligible,corrects\n"
            "FV 1/2022,2022-01-20,1,1,100.00,\n"
            "FV 2/2022,2022-01-21,1,1,40.00,\n"
            "FV 2/2022,2022-01-21,1,1,60.00,\n"
            "FK 1/2022,2022-02-20,1,1,-33.33,FV 1/2022\n"
            "FV 3/2022,2022-02-21,1,1,10.00,\n"
            "FK 3/2022,2022-02-22,1,1,-10.00,FV 3/2022\n");
  return files;
}

TEST_CASE("a document is all its rows with its corrections; what comes to nothing is left out") {
  const SampleRun ran = sample(with_documents(), {"--size", "9", "--format", "csv"});
  CHECK(ran.code == ExitCode::done);
  CHECK(ran.out ==
        "key,amount,whole,at\r\n"
        "FV 1/2022,66.67,false,wydatki.csv:2; wydatki.csv:5\r\n"
        "FV 2/2022,100.00,false,wydatki.csv:3; wydatki.csv:4\r\n");
}

TEST_CASE("the order of the rows changes nothing, and neither does a second run") {
  testing::MemoryFiles files = with_documents();
  const std::string before = sample(files, {"--size", "1", "--format", "json"}).out;
  CHECK(before == sample(files, {"--size", "1", "--format", "json"}).out);
  CHECK(before.find("\"format\": \"euproj-sample/1\"") != std::string::npos);
}

TEST_CASE("results are projected, and those that do not fit are told") {
  testing::MemoryFiles files = with_documents();
  files.put("wyniki.csv", "document;correct\nFV 1/2022;66,67\nFV 2/2022;90,00\n");
  SampleRun ran = sample(files, {"--size", "9", "--results", "wyniki.csv", "--format", "json"});
  CHECK(ran.code == ExitCode::done);
  CHECK(ran.out.find("\"formula\": \"10.00 / 166.67 * 166.67 = 10.00\"") != std::string::npos);

  files.put("wyniki.csv", "document,correct\nFV 1/2022,66.67\nFV 1/2022,1\nFV 2/2022,x\n");
  ran = sample(files, {"--size", "9", "--results", "wyniki.csv", "--lang", "en"});
  CHECK(ran.code == ExitCode::bad_data);
  CHECK(ran.out.empty());
  CHECK_MESSAGE(ran.err.find("document `FV 1/2022` has a result in wyniki.csv:2 already") !=
                    std::string::npos,
                ran.err);
  CHECK(ran.err.find("wyniki.csv:4") != std::string::npos);

  files.put("wyniki.csv", "document,correct\nFV 1/2022,66.67\nFV 9/2022,1\n");
  ran = sample(files, {"--size", "9", "--results", "wyniki.csv", "--lang", "en"});
  CHECK(ran.code == ExitCode::bad_data);
  CHECK(ran.err.find("document `FV 2/2022` is in the sample, but it has no result") !=
        std::string::npos);
  CHECK(ran.err.find("document `FV 9/2022` has a result, but it is not in the sample") !=
        std::string::npos);
}

TEST_CASE("wrong usage is told") {
  const auto usage = [](const std::vector<std::string>& options) {
    const SampleRun ran = sample(small_project(), options);
    CHECK(ran.code == ExitCode::wrong_usage);
    CHECK(ran.out.empty());
    return ran.err;
  };
  CHECK(usage({"--lang", "en"}).find("--size") != std::string::npos);
  CHECK(usage({"--size", "0", "--lang", "en"}).find("from 1 to 100000") != std::string::npos);
  CHECK(usage({"--size", "2", "--of", "participants", "--method", "monetary-unit", "--lang", "en"})
            .find("participants have no amounts") != std::string::npos);
  CHECK(usage({"--size", "2", "--claim", "9", "--lang", "en"}).find("`9`") != std::string::npos);
  CHECK(usage({"--size", "2", "--format", "xlsx"}).find("euproj:") != std::string::npos);
}

}  // namespace
}  // namespace euproj
