// The log `aliases`: what is read of it, whom it joins, and that nothing of it is printed.

#include <doctest/doctest.h>

#include <sstream>

#include "euproj/app/run.hpp"
#include "support/log_run.hpp"
#include "support/small_project.hpp"

namespace euproj {
namespace {

using testing::LogRun;
using testing::MemoryFiles;

const std::string woman = "90050100027";  // the PESEL of the first person below
const std::string header = "identity,same_as,reason\n";

/// U-1 is logged with an other_id, and again, as U-3, with the PESEL that she received later.
MemoryFiles with_two_numbers(const std::string& data, const std::string& aliases) {
  MemoryFiles files = testing::small_project();
  const auto definition = files.read("project.yaml");
  files.put("project.yaml", std::string(definition.value()->bytes()) + data);
  files.put("uczestnicy.csv",
            "person_id,pesel,other_id,sex,birth_date,group,household_id,entry_date,exit_date\n"
            "U-1,,PASZPORT7,K,1990-05-01,rodzice,G-1,2022-01-10,2022-02-01\n"
            "U-2,,,M,1985-02-11,rodzice,G-1,2022-01-12,2022-03-31\n"
            "U-3," +
                woman + ",PASZPORT7,K,1990-05-01,rodzice,G-1,2022-03-01,\n");
  files.put("wsparcie.csv",
            "date,person_id,form,session_id,hours,provider\n2022-01-10,U-1,doradztwo,s1,2,A-1\n"
            "2022-01-12,U-2,doradztwo,s1,1.5,A-1\n2022-03-01,U-3,doradztwo,s4,1,A-1\n");
  files.put("aliasy.csv", aliases);
  return files;
}

struct Ran {
  ExitCode code{};
  std::string out;
  std::string err;
};

Ran run_on(MemoryFiles& files, const std::vector<std::string>& arguments) {
  std::ostringstream out, err;
  Env env{files, out, err, *Date::from(2022, 6, 30), {}, false, false, true};
  const ExitCode code = run(arguments, env);
  return {code, out.str(), err.str()};
}

Ran check(MemoryFiles files) { return run_on(files, {"check", "project.yaml", "--lang", "en"}); }

bool tells(const Ran& ran, const std::string& text) {
  return (ran.out + ran.err).find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("aliases: a PESEL is read as a number, any other text as an other_id") {
  LogRun run;
  run.add(LogKind::aliases, "a.csv", "same_as;reason;identity\nA 7;dokument;850615 00120\n");
  run.read();
  CHECK(run.findings().empty());
  REQUIRE(run.logs.aliases.size() == 1);
  const AliasRow& row = run.logs.aliases[0];
  CHECK(row.identity.pesel == 85061500120);
  CHECK(row.same_as.pesel == 0);
  CHECK(run.codes.other_ids.text(row.same_as.other_id) == "A 7");
  CHECK(row.origin.line == 2);
  REQUIRE(run.logs.files.size() == 1);  // provenance
  CHECK(run.logs.files[0].rows == 1);
  CHECK(run.logs.files[0].bytes == 50);
}

TEST_CASE("aliases: all three columns are needed") {
  LogRun run;
  run.add(LogKind::aliases, "a.csv", "identity\nA1\n");
  run.read();
  CHECK(run.findings() ==
        std::vector<std::string>{
            "a.csv:1:1: error: the column `reason` is missing [missing-column]",
            "a.csv:1:1: error: the column `same_as` is missing [missing-column]"});
  CHECK(run.logs.is_partly_unread(LogKind::aliases));
}

TEST_CASE("aliases: without one, two numbers are two persons, and a warning says so") {
  const Ran ran = check(with_two_numbers("", ""));
  CHECK(tells(ran,
              "uczestnicy.csv:4:17: warning: `U-3` and `U-1` in uczestnicy.csv:2 have the same "
              "other_id, in one of the rows beside a PESEL; counted as two "
              "[maybe-same-person]"));
  CHECK(tells(ran, "add the other_id and the PESEL to the `aliases`"));
}

TEST_CASE("aliases: any form of a data entry joins the two, and no finding is left") {
  const std::string rows = header + "PASZPORT7," + woman + ",otrzymała PESEL\n";
  for (const std::string data : {"  aliases: aliasy.csv\n", "  aliases: [aliasy.csv]\n",
                                 "  aliases: alias?.csv\n", "  aliases: {file: aliasy.csv}\n"}) {
    CAPTURE(data);
    CHECK(check(with_two_numbers(data, rows)).err == check(testing::small_project()).err);
  }
}

TEST_CASE("aliases: one person_id with two numbers that an alias joins is no error") {
  const auto with = [](const std::string& aliases) {
    MemoryFiles files = with_two_numbers("  aliases: aliasy.csv\n", aliases);
    files.put("uczestnicy.csv",
              "person_id,other_id,sex,birth_date,group,household_id,entry_date,exit_date\n"
              "U-1,X1,K,1990-05-01,rodzice,G-1,2022-01-10,2022-02-01\n"
              "U-2,,M,1985-02-11,rodzice,G-1,2022-01-12,2022-03-31\n"
              "U-1,X3,K,1990-05-01,rodzice,G-1,2022-03-01,\n");
    files.put("wsparcie.csv",
              "date,person_id,form\n2022-01-10,U-1,doradztwo\n"
              "2022-01-12,U-2,doradztwo\n");
    return check(files);
  };
  CHECK(tells(with(header),
              "uczestnicy.csv:4:1: error: `U-1` has another identity number here "
              "than in uczestnicy.csv:2 [two-identities]"));
  // X2 is nobody's, but joins the other two.
  const Ran joined = with(header + "X1,X2,nowy paszport\nX3,X2,nowy paszport\n");
  CHECK_FALSE(tells(joined, "two-identities"));
  CHECK(tells(joined,
              "aliasy.csv:2:4: warning: column `same_as`: this is no participant's "
              "identity number [alias-unknown]"));
  // What an unread row would join is not known: nothing is invented.
  CHECK_FALSE(tells(with(header + "X1,X3,\n"), "two-identities"));
}

TEST_CASE("aliases: no message holds a PESEL or an other_id") {
  const std::string bad = header + "PASZPORT7,PASZPORT7,x\n" + woman + "," + woman + ",x\n" +
                          "PASZPORT7," + woman + ",\n" + "OBCY99," + woman + ",x\n,OBCY99,x\n";
  MemoryFiles files = with_two_numbers("  aliases: aliasy.csv\n", bad);
  for (const std::string language : {"pl", "en"}) {
    for (const std::string form : {"text", "json"}) {
      const Ran ran =
          run_on(files, {"check", "project.yaml", "--lang", language, "--findings", form});
      CHECK(tells(ran, "alias-same"));
      CHECK(tells(ran, "alias-unknown"));
      for (const std::string& secret : {woman, std::string("PASZPORT"), std::string("OBCY")}) {
        CHECK_FALSE(tells(ran, secret));
      }
    }
  }
}

TEST_CASE("similar person_ids: a dash between digits tells two ids apart") {
  const auto with = [](const std::string& first, const std::string& second) {
    MemoryFiles files = testing::small_project();
    files.put("uczestnicy.csv", "person_id,sex,birth_date,household_id,entry_date\n" + first +
                                    ",K,1990-05-01,G-1,2022-01-10\n" + second +
                                    ",K,1990-05-02,G-1,2022-01-10\n");
    return tells(check(files), "[similar-person-ids]");
  };
  CHECK(with("U-1", "u1"));
  CHECK(with("ŁÓDŹ 1", "łódź–1"));
  CHECK(with("A-1-11", "a 1 11"));
  CHECK_FALSE(with("A-1-11", "A-11-1"));
  CHECK_FALSE(with("U-1", "U/1"));
  CHECK_FALSE(with("Ł1", "L1"));
}

}  // namespace euproj
