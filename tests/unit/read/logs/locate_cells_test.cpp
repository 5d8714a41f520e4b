#include "euproj/read/locate_cells.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "euproj/words/kinds.hpp"
#include "read/csv/csv_scanner.hpp"
#include "support/log_run.hpp"

namespace euproj {
namespace {

const std::string header = "person_id,outcome,date,evidence\n";

/// What each cell of each row is given when it is asked for, as `line:column`.
std::vector<std::string> located(const std::string& bytes, const std::vector<std::uint32_t>& lines,
                                 std::optional<Encoding> encoding = {}) {
  testing::LogRun run;
  run.add(LogKind::outcomes, "r.csv", bytes).encoding = encoding;
  run.read();
  const FileId file = run.logs.files.at(0).file;
  for (const std::uint32_t line : lines) {
    for (const std::uint32_t cell : {4U, 1U}) {
      run.diagnostics.report(Kind::missing_value, {file, line, 0, 0, cell}, {"x"});
    }
  }
  locate_cells(run.logs, run.project, run.files, run.sources, run.diagnostics);
  run.diagnostics.sort();
  std::vector<std::string> places;
  for (const Diagnostic& finding : run.diagnostics.all()) {
    if (finding.kind != AnyKind(Kind::missing_value)) continue;
    places.push_back(std::to_string(finding.place.line) + ":" +
                     std::to_string(finding.place.column));
  }
  return places;
}

using Lines = std::vector<std::string>;

TEST_CASE("locate_cells: rows are found by their lines, whatever stands between them") {
  const std::string rows =
      "\"a\n,\n\"\"\",work,2022-01-01,\"x, y\"\r\n"  // lines 2 to 4
      "\r\n\n"
      "b,\"wo\nrk\",2022-01-01,x\n"  // lines 7 and 8
      ",,,\n"
      "c,work,2022-01-01,x";
  CHECK(located(header + rows, {2, 7, 10}) == Lines{"2:1", "2:26", "7:1", "7:22", "10:1", "10:19"});
  CHECK(located("\xEF\xBB\xBFsep=,\r\n" + header + rows, {11}) == Lines{"11:1", "11:19"});
}

TEST_CASE("locate_cells: bytes are those of the text, be it decoded") {
  const std::string rows = "\xB9,work,2022-01-01,x\n";  // ą
  CHECK(located(header + rows, {2}, Encoding::windows_1250) == Lines{"2:1", "2:20"});
  // What is no ASCII stands behind all that the encoding is guessed from.
  std::string late = header;
  for (int row = 0; row < 2'500; ++row) {
    late += "a,work,2022-01-01," + std::string(2'000, 'x') + "\n";
  }
  CHECK(located(late + rows, {2'502}) == Lines{"2502:1", "2502:20"});
}

TEST_CASE("locate_cells: what is not there has no column") {
  CHECK(located(header + "a,work,2022-01-01,x\n\nb,work,2022-01-01\n", {2, 3, 4, 5}) ==
        Lines{"2:1", "2:19", "3:0", "3:0", "4:0", "4:1", "5:0", "5:0"});
}

}  // namespace
}  // namespace euproj
