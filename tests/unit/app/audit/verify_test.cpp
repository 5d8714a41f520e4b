// `euproj verify`: what it finds in reports and seals that came back, and what it leaves alone.

#include <doctest/doctest.h>

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "app/run/compare_reports.hpp"
#include "euproj/app/run.hpp"
#include "euproj/base/zip_reader.hpp"
#include "support/random.hpp"
#include "support/small_project.hpp"
#include "support/stored_zip.hpp"
#include "support/workbook_cells.hpp"

namespace euproj {
namespace {

using testing::MemoryFiles;
using testing::Random;
using testing::small_project;

struct Ran {
  ExitCode code{};
  std::string out;
  std::string err;
};

Ran euproj(MemoryFiles& files, const std::vector<std::string>& arguments) {
  std::ostringstream out, err;
  Env env{files, out, err, *Date::from(2022, 6, 30), {}, false, false, true};
  const ExitCode code = run(arguments, env);
  return {code, out.str(), err.str()};
}

MemoryFiles with_report(const std::string& name, std::vector<std::string> options = {}) {
  MemoryFiles files = small_project();
  std::vector<std::string> arguments = {"report", "project.yaml", "-o", name, "--quiet"};
  if (options.empty()) options = {"--period", "2022-03"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const Ran ran = euproj(files, arguments);
  REQUIRE_MESSAGE(ran.code == ExitCode::done, ran.err);
  return files;
}

using Parts = std::map<std::string, std::string>;

Parts unpacked(const std::string& bytes) {
  const ZipReader reader(bytes);
  REQUIRE(reader.ok());
  Parts parts;
  for (const std::string name :
       {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        "xl/styles.xml", "xl/sharedStrings.xml"}) {
    const auto part = reader.find(name);
    if (!part) continue;
    REQUIRE(reader.unpack(*part, [&](std::string_view piece) {
      parts[name] += piece;
      return true;
    }));
  }
  for (int number = 1;; ++number) {
    const std::string name = "xl/worksheets/sheet" + std::to_string(number) + ".xml";
    const auto part = reader.find(name);
    if (!part) break;
    REQUIRE(reader.unpack(*part, [&](std::string_view piece) {
      parts[name] += piece;
      return true;
    }));
  }
  return parts;
}

std::string packed(const Parts& parts) {
  std::vector<std::pair<std::string, std::string>> list(parts.begin(), parts.end());
  return testing::stored_zip(list);
}

/// Where a digit of a value or a formula, or a letter of a text, may be changed.
std::vector<std::size_t> places_in(const std::string& part, const std::string& open,
                                   const std::string& close) {
  std::vector<std::size_t> places;
  for (std::size_t at = part.find(open); at != std::string::npos; at = part.find(open, at + 1)) {
    const std::size_t begin = part.find('>', at) + 1;
    const std::size_t end = part.find(close, begin);
    for (std::size_t i = begin; i < end; ++i) {
      const char c = part[i];
      if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) places.push_back(i);
    }
  }
  return places;
}

TEST_CASE("a report is what the logs give, whatever its options") {
  const std::vector<std::vector<std::string>> all = {{"--period", "2022-03"},
                                                     {"--period", "all"},
                                                     {"--period", "last-month"},
                                                     {"--period", "2022", "--as-of", "2022-05-05"},
                                                     {"--claim", "1"},
                                                     {"--lang", "en", "--period", "2022-Q1"},
                                                     {"--small-cells", "3", "--period", "2022"},
                                                     {"--label", "Ściśle tajne & \"własne\""},
                                                     {"--period", "2022-01-05..2022-02-10"}};
  for (const auto& options : all) {
    for (const char* const name : {"raport.json", "raport.xlsx"}) {
      CAPTURE(options.back());
      CAPTURE(name);
      MemoryFiles files = with_report(name, options);
      const Ran ran = euproj(files, {"verify", "project.yaml", name});
      CHECK(ran.code == ExitCode::done);
      CHECK_MESSAGE(ran.out.find("zgodny") != std::string::npos, ran.out, ran.err);
    }
  }
}

TEST_CASE("a day later a report of all days is still what it was") {
  MemoryFiles files = with_report("raport.json", {"--period", "all"});
  std::ostringstream out, err;
  Env env{files, out, err, *Date::from(2022, 9, 1), {}, false, false, true};
  CHECK(run({"verify", "project.yaml", "raport.json"}, env) == ExitCode::done);
}

TEST_CASE("each change of a cell's value, formula or text is found at its cell") {
  const MemoryFiles origin = with_report("raport.xlsx");
  const Parts parts = unpacked(origin.text_of("raport.xlsx"));
  std::vector<std::pair<std::string, std::size_t>> places;
  // Where the inputs stand is no figure: what became of them is told beside the differences.
  const testing::ReadWorkbook workbook(origin.text_of("raport.xlsx"));
  std::string provenance;
  for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
    if (workbook.sheets[i].name == "Pochodzenie danych") {
      provenance = "xl/worksheets/sheet" + std::to_string(i + 1) + ".xml";
    }
  }
  REQUIRE(parts.contains(provenance));
  for (const auto& [name, part] : parts) {
    if (!name.starts_with("xl/worksheets/") || name == provenance) continue;
    for (const auto& [open, close] : {std::pair("<v>", "</v>"), std::pair("<f>", "</f>")}) {
      for (const std::size_t at : places_in(part, open, close)) places.emplace_back(name, at);
    }
  }
  REQUIRE(places.size() > 1'000);
  Random random(7);
  random.shuffle(places);
  int told = 0;
  for (std::size_t i = 0; i < 1'000; ++i) {
    Parts changed = parts;
    char& c = changed[places[i].first][places[i].second];
    c = c == '9' ? '1' : c == 'Z' ? 'A' : static_cast<char>(c + 1);
    MemoryFiles files = origin;
    files.put("raport.xlsx", packed(changed));
    const Ran ran = euproj(files, {"verify", "project.yaml", "raport.xlsx"});
    // A text may then be of no shared text: the workbook is damaged, which is told too.
    told += ran.code == ExitCode::differs || ran.code == ExitCode::bad_data ? 1 : 0;
  }
  CHECK(told == 1'000);
}

TEST_CASE("what a workbook's difference is called, and what stood there") {
  MemoryFiles files = with_report("raport.xlsx");
  files.put("uczestnicy.csv",
            files.text_of("uczestnicy.csv") + "U-3,K,1991-05-01,rodzice,G-2,2022-01-11,,\n");
  files.put("wsparcie.csv",
            files.text_of("wsparcie.csv") + "2022-01-11,,U-3,doradztwo,s9,1,A-2,\n");
  const Ran ran = euproj(files, {"verify", "project.yaml", "raport.xlsx", "--lang", "en"});
  CHECK(ran.code == ExitCode::differs);
  CHECK_MESSAGE(ran.out.find("(indicator_P1_cumulative)") != std::string::npos, ran.out);
  CHECK(ran.out.find(": the file has 2, the logs give 3\n") != std::string::npos);
  CHECK(ran.out.find("  uczestnicy.csv: changed; came: none; went: none\n") != std::string::npos);
  CHECK(ran.out.find("  wydatki.csv: the same bytes\n") != std::string::npos);
}

TEST_CASE("each figure of a JSON report that is changed is found at its pointer") {
  MemoryFiles origin = with_report("raport.json");
  const auto leaves = read_json_leaves(origin.text_of("raport.json"));
  REQUIRE(leaves.ok());
  std::size_t figures = 0;
  const std::string text = origin.text_of("raport.json");
  for (std::size_t at = 0; at < text.find("\"findings\""); ++at) {
    const char c = text[at];
    if (c < '0' || c > '9') continue;
    // The digits of format, period and names are no figures, but they are found all the same.
    MemoryFiles files = origin;
    std::string changed = text;
    changed[at] = c == '9' ? '1' : static_cast<char>(c + 1);
    files.put("raport.json", changed);
    CAPTURE(changed.substr(at - 30, 60));
    const ExitCode code = euproj(files, {"verify", "project.yaml", "raport.json"}).code;
    CHECK((code == ExitCode::differs || code == ExitCode::bad_data));
    ++figures;
  }
  CHECK(figures > 200);
  const Ran ran = [&] {
    std::string changed = text;
    const std::size_t at = changed.find("\"women\": 1");
    REQUIRE(at != std::string::npos);
    changed.replace(at, 10, "\"women\": 7");
    origin.put("raport.json", changed);
    return euproj(origin, {"verify", "project.yaml", "raport.json", "--format", "json"});
  }();
  CHECK(ran.code == ExitCode::differs);
  CHECK(ran.out.find(R"("there":"7","here":"1")") != std::string::npos);
}

TEST_CASE("a seal: bytes, rows, and which rows came and went") {
  MemoryFiles files = small_project();
  REQUIRE(euproj(files, {"seal", "project.yaml", "--period", "2022-02"}).code == ExitCode::done);
  const std::string seal = "seals/maly-2022-02.seal.json";
  Ran ran = euproj(files, {"verify", "project.yaml", seal, "--lang", "en"});
  CHECK(ran.code == ExitCode::done);
  CHECK(ran.out.find("  wydatki.csv: the same bytes\n") != std::string::npos);

  std::string costs = files.text_of("wydatki.csv");
  for (std::size_t at = 0; (at = costs.find('\n', at)) != std::string::npos; at += 2) {
    costs.replace(at, 1, "\r\n");
  }
  files.put("wydatki.csv", costs);
  ran = euproj(files, {"verify", "project.yaml", seal, "--lang", "en"});
  CHECK(ran.code == ExitCode::done);
  CHECK(ran.out.find("  wydatki.csv: the same rows, other bytes\n") != std::string::npos);

  files.put("wydatki.csv", files.text_of("wydatki.csv") + "FV 9/2022,2022-12-01,,1,5.00,\r\n");
  ran = euproj(files, {"verify", "project.yaml", seal, "--lang", "en"});
  CHECK(ran.code == ExitCode::done);  // no figure of February moves
  CHECK(ran.out.find("  wydatki.csv: changed; came: wydatki.csv:4; went: none\n") !=
        std::string::npos);

  files.put("wydatki.csv",
            "doc_no,paid_date,claim,task,eligible,corrects\n"
            "FK 1/2022,2022-02-20,,1,-33.33,FV 1/2022\n"
            "FV 1/2022,2022-01-20,1,1,99.00,\n");
  ran = euproj(files, {"verify", "project.yaml", seal, "--lang", "en"});
  CHECK(ran.code == ExitCode::differs);
  CHECK(ran.out.find("/figures/expenditure.direct.cumulative") != std::string::npos);
  CHECK(ran.out.find("wydatki.csv: changed; came: wydatki.csv:3; went: wydatki.csv:2\n") !=
        std::string::npos);
}

TEST_CASE("a sealed claim that changes, or leaves the definition, is told with its amounts") {
  MemoryFiles files = small_project();
  REQUIRE(euproj(files, {"seal", "project.yaml", "--claim", "1"}).code == ExitCode::done);
  std::string definition = files.text_of("project.yaml");
  files.put("project.yaml", definition + "  seals: seals/*.seal.json\n");
  Ran ran = euproj(files, {"check", "project.yaml", "--lang", "en"});
  CHECK_MESSAGE(ran.err.find("claim-changed-since-seal") == std::string::npos, ran.err);

  files.put("wydatki.csv", files.text_of("wydatki.csv") + "FV 2/2022,2022-02-21,1,1,10.00,\n");
  ran = euproj(files, {"check", "project.yaml", "--lang", "en"});
  CHECK_MESSAGE(
      ran.err.find("wydatki.csv:4:26: warning: claim `1` was sealed at 83.33, but today it "
                   "is 95.83 (difference 12.50); document `FV 2/2022` "
                   "[claim-changed-since-seal]") != std::string::npos,
      ran.err);

  const std::string claims = "claims: [{id: \"1\", from: 2022-01-01, to: 2022-03-31}]\n";
  definition.erase(definition.find(claims), claims.size());
  files.put("project.yaml", definition + "  seals: seals/*.seal.json\n");
  files.put("wydatki.csv", "doc_no,paid_date,task,eligible\nFV 1/2022,2022-01-20,1,100.00\n");
  ran = euproj(files, {"check", "project.yaml", "--lang", "en"});
  CHECK_MESSAGE(ran.err.find("claim `1` was sealed at 83.33, but today it is 0.00 (difference "
                             "-83.33)") != std::string::npos,
                ran.err);
}

TEST_CASE("what is no report, or of somebody else, is refused in words") {
  MemoryFiles files = with_report("raport.json");
  const auto refused = [&](const std::string& name, const std::string& bytes) {
    files.put(name, bytes);
    const Ran ran = euproj(files, {"verify", "project.yaml", name, "--lang", "en"});
    CHECK(ran.code == ExitCode::bad_data);
    CHECK(ran.out.empty());
    return ran.err.substr(0, ran.err.find('\n'));
  };
  const std::string none =
      ": error: `x.json` is no report of euproj (XLSX, JSON), and no seal [not-a-report]";
  CHECK(refused("x.json", "") == "x.json" + none);
  CHECK(refused("x.json", "[1, 2") == "x.json" + none);
  CHECK(refused("x.json", std::string(100'000, '[')) == "x.json" + none);
  CHECK(refused("x.json", R"({"format": "euproj-report/1"})") == "x.json" + none);
  std::string other = files.text_of("raport.json");
  other.replace(other.find("\"maly\""), 6, "\"inny\"");
  CHECK(refused("inny.json", other) ==
        "inny.json: error: `inny.json` is of project `inny`, but the definition of project `maly` "
        "[report-of-other-project]");
  CHECK(refused("x.xlsx", "PK\x03\x04 and no more").find("[spreadsheet-damaged]") !=
        std::string::npos);
  CHECK(euproj(files, {"verify", "project.yaml", "nie-ma.json"}).code == ExitCode::failure);
}

TEST_CASE("formulas are the same however a program writes them") {
  CHECK(comparable_formula("SUM('Wydatki'!$A$1:A3) + 1") ==
        comparable_formula("sum(Wydatki!A1:A3)+1"));
  CHECK(comparable_formula("\"a b\"") != comparable_formula("\"ab\""));
  CHECK(comparable_formula("A1") != comparable_formula("A2"));
  // Gnumeric writes a range of one cell as the cell.
  CHECK(comparable_formula("=SUM('Dowody – miejsca'!B29:B29)") ==
        comparable_formula("=SUM('Dowody – miejsca'!B29)"));
  CHECK(comparable_formula("SUM(B2:B29)") != comparable_formula("SUM(B29)"));
  CHECK(comparable_formula("SUM(B29:C29)") != comparable_formula("SUM(B29)"));
  CHECK(comparable_formula("\"B2:B2\"") != comparable_formula("\"B2\""));
}

}  // namespace
}  // namespace euproj
