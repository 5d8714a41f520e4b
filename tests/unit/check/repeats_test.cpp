// What is logged more than once, against a slow count of the same rows.

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "support/log_run.hpp"
#include "support/random.hpp"

namespace euproj::testing {
namespace {

/// Findings of a log that is read from several files.
std::vector<std::string> findings_of(LogKind kind, const std::vector<std::string>& files) {
  LogRun run;
  for (std::size_t i = 0; i < files.size(); ++i) {
    run.add(kind, std::string(1, static_cast<char>('a' + i)) + ".csv", files[i]);
  }
  run.read();
  return run.findings();
}

TEST_CASE("of each log a copy is found, whatever its bytes, and counts once") {
  const std::string repeated =
      "b.csv:0:0: error: the same rows as in a.csv (2): a copy, even if saved in another way; it "
      "does not count [file-repeats-another]";
  CHECK(findings_of(LogKind::support, {"date,person_id,form,hours\n2022-02-01,U-1,f,1\n"
                                       "2022-02-02,U-2,f,1.50\n",
                                       "form;hours;person_id;date\r\nf;1,5;U-2;2022-02-02\r\n"
                                       "f;1;U-1;2022-02-01\r\n"}) ==
        std::vector<std::string>{repeated});
  CHECK(findings_of(LogKind::outcomes, {"person_id,outcome,date\nU-1,praca,2022-02-01\n"
                                        "U-2,praca,2022-02-01\n",
                                        "outcome,person_id,date\npraca,U-2,2022-02-01\n"
                                        "praca,U-1,2022-02-01\n"}) ==
        std::vector<std::string>{repeated});
  CHECK(findings_of(LogKind::participants, {"person_id,sex,birth_date\nU-1,K,1990-05-01\n"
                                            "U-2,M,1990-05-01\n",
                                            "sex,birth_date,person_id\nM,1990-05-01,U-2\n"
                                            "K,1990-05-01,U-1\n"}) ==
        std::vector<std::string>{repeated});
}

TEST_CASE("lists that differ in one cell, or have no row, repeat nothing") {
  const std::string header = "date,person_id,form,hours,provider,session_id,headcount,date_to\n";
  const std::string row = "2022-02-01,U-1,f,1,A,S,,2022-02-02\n";
  for (const char* const other :
       {"2022-02-02,U-1,f,1,A,S,,2022-02-02\n", "2022-02-01,U-2,f,1,A,S,,2022-02-02\n",
        "2022-02-01,U-1,g,1,A,S,,2022-02-02\n", "2022-02-01,U-1,f,2,A,S,,2022-02-02\n",
        "2022-02-01,U-1,f,1,B,S,,2022-02-02\n", "2022-02-01,U-1,f,1,A,T,,2022-02-02\n",
        "2022-02-01,,f,1,A,S,1,2022-02-02\n", "2022-02-01,U-1,f,1,A,S,,2022-02-03\n"}) {
    INFO(other);
    CHECK(findings_of(LogKind::support, {header + row, header + other}).empty());
  }
  CHECK(findings_of(LogKind::support, {header, header}).empty());
}

TEST_CASE("a payroll differs from another by its book numbers alone") {
  const std::string header = "doc_no,book_no,paid_date,task,eligible\n";
  CHECK(findings_of(LogKind::expenditures, {header + "LP 1,7,2022-02-01,1,10.00\n",
                                            header + "LP 1,8,2022-02-01,1,10.00\n"})
            .empty());
  CHECK(findings_of(LogKind::expenditures, {header + "LP 1,7,2022-02-01,1,10.00\n",
                                            header + "LP 1,7,2022-02-01,1,10.00\n"})
            .size() == 1);
}

}  // namespace
}  // namespace euproj::testing
