// Common results: who may count, and until which day.

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/catalogue_count.hpp"

using namespace euproj;
using namespace euproj::testing;

TEST_CASE("catalogue: results by status at entry") {
  std::string rows;
  std::string outcomes;
  for (const std::string outcome : {"job_seeking", "education", "qualification", "employment"}) {
    for (const std::string status : {"unemployed", "long_term_unemployed", "inactive",
                                     "inactive_not_in_education", "employed"}) {
      const std::string name = outcome + "-" + status;
      rows += person(name, "1990-01-01", "2022-06-30," + status + ",3,1,pl,,,,,");
      outcomes += name + "," + outcome + ",2022-07-10\n";
    }
  }
  const Counted counted(rows, outcomes);
  const auto of = [](const std::string& outcome, const std::vector<std::string>& statuses) {
    std::string ids;
    for (const std::string& status : statuses) ids += outcome + "-" + status + " ";
    return ids;
  };
  const std::vector<std::string> inactive = {"inactive", "inactive_not_in_education"};
  const std::vector<std::string> without_work = {"unemployed", "long_term_unemployed", "inactive",
                                                 "inactive_not_in_education"};
  const std::vector<std::string> all = {"unemployed", "long_term_unemployed", "inactive",
                                        "inactive_not_in_education", "employed"};
  CHECK(counted.in("CR01") == of("job_seeking", inactive));
  CHECK(counted.in("EECR01") == of("job_seeking", inactive));
  CHECK(counted.in("CR02") == of("education", {"unemployed", "long_term_unemployed",
                                               "inactive_not_in_education", "employed"}));
  CHECK(counted.in("EECR02") == of("education", all));
  CHECK(counted.in("CR03") == of("qualification", all));
  CHECK(counted.in("EECR03") == of("qualification", all));
  CHECK(counted.in("CR04") == of("employment", without_work));
  CHECK(counted.in("EECR04") == of("employment", without_work));
  CHECK(counted.in("CR05").empty());  // nobody here is disadvantaged
}

TEST_CASE("catalogue: results within 4 weeks of the exit, the 28th day included") {
  const std::string rest = "2022-06-30,inactive_not_in_education,3,1,pl,yes,,,,";
  const std::string stays = ",inactive_not_in_education,3,1,pl,yes,,,,";
  for (const auto& each :
       std::vector<std::pair<std::string, std::string>>{{"CR01", "job_seeking"},
                                                        {"CR02", "education"},
                                                        {"CR03", "qualification"},
                                                        {"CR04", "employment"},
                                                        {"CR05", "employment"},
                                                        {"CR05", "job_seeking"},
                                                        {"EECR01", "job_seeking"},
                                                        {"EECR02", "education"},
                                                        {"EECR03", "qualification"},
                                                        {"EECR04", "employment"}}) {
    const auto& code = each.first;
    const auto& outcome = each.second;
    CAPTURE(code);
    const Counted counted(
        person("during", "1990-01-01", rest) + person("day0", "1990-01-01", rest) +
            person("day28", "1990-01-01", rest) + person("day29", "1990-01-01", rest) +
            person("before", "1990-01-01", rest) + person("stays", "1990-01-01", stays),
        "during," + outcome + ",2022-04-01\nday0," + outcome + ",2022-06-30\nday28," + outcome +
            ",2022-07-28\nday29," + outcome + ",2022-07-29\nbefore," + outcome +
            ",2022-02-28\nstays," + outcome + ",2022-06-30\n");
    CHECK(counted.in(code) == "during day0 day28 ");
  }
}

TEST_CASE("catalogue: CR05 counts a disadvantaged person once for any positive change") {
  const std::string start = "2022-06-30,";
  const auto with = [&](const std::string& id, const std::string& status,
                        const std::string& flags) {
    return person(id, "1990-01-01", start + status + ",3,1,pl," + flags);
  };
  const Counted counted(
      with("disabled", "unemployed", "yes,,,,") + with("foreign", "unemployed", ",yes,,,") +
          with("minority", "unemployed", ",,yes,,") + with("homeless", "unemployed", ",,,yes,") +
          with("other", "employed", ",,,,yes") + with("worker", "employed", ",,,,yes") +
          with("refused", "unemployed", "refused,,,,"),
      "disabled,employment,2022-07-01\ndisabled,education,2022-07-02\n"
      "disabled,qualification,2022-07-03\nforeign,education,2022-07-01\n"
      "minority,qualification,2022-07-01\nhomeless,employment,2022-07-01\n"
      "other,education,2022-07-01\nworker,employment,2022-07-01\n"
      "refused,employment,2022-07-01\n");
  CHECK(counted.in("CR05") == "disabled foreign minority other ");
}
