// Waivers, labels and retention: what they say, whole, and that no waiver hides what it may not.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "euproj/app/run.hpp"
#include "euproj/base/encoding.hpp"
#include "euproj/core/pesel.hpp"
#include "euproj/read/json_leaves.hpp"
#include "euproj/words/diagnostics.hpp"
#include "support/small_project.hpp"
#include "support/source_dir.hpp"
#include "support/workbook_cells.hpp"

namespace euproj::testing {
namespace {

struct WaivedRun {
  ExitCode code{};
  std::string out;
  std::string err;
};

WaivedRun waived_run(MemoryFiles& files, const std::vector<std::string>& arguments) {
  std::ostringstream out, err;
  Env env{files, out, err, *Date::from(2026, 1, 1), {}, false, false, true};
  const ExitCode code = run(arguments, env);
  return {code, out.str(), err.str()};
}

struct Found {
  std::string code;
  std::string severity;
  std::string subject;

  friend auto operator<=>(const Found&, const Found&) = default;
};

/// The findings of `check --format json`, sorted.
std::vector<Found> findings_of(MemoryFiles& files, const std::vector<std::string>& options = {}) {
  std::vector<std::string> arguments = {"check", "project.yaml", "--format", "json"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  std::istringstream lines(waived_run(files, arguments).out);
  std::vector<Found> all;
  for (std::string line; std::getline(lines, line);) {
    const auto leaves = read_json_leaves(line);
    REQUIRE(leaves);
    std::map<std::string, std::string> by_pointer;
    for (const JsonLeaf& leaf : *leaves) by_pointer[leaf.pointer] = leaf.value;
    all.push_back({by_pointer["/code"], by_pointer["/severity"], by_pointer["/subject"]});
  }
  std::sort(all.begin(), all.end());
  return all;
}

bool is_of_waivers(const std::string& code) { return code.starts_with("waiver-"); }

std::vector<Found> without_waivers(std::vector<Found> all) {
  std::erase_if(all, [](const Found& each) { return is_of_waivers(each.code); });
  return all;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::vector<std::filesystem::path> all_cases() {
  std::vector<std::filesystem::path> cases;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(source_dir()) /
                                                               "tests/findings/cases")) {
    cases.push_back(entry.path());
  }
  std::sort(cases.begin(), cases.end());
  return cases;
}

MemoryFiles files_of(const std::filesystem::path& folder) {
  MemoryFiles files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = std::filesystem::relative(entry.path(), folder).generic_string();
    if (entry.is_directory()) {
      files.put_folder(name);
    } else {
      files.put(name, bytes_of(entry.path()));
    }
  }
  return files;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

/// Names the log in the definition; false where that would be another definition.
bool name_waivers(MemoryFiles& files) {
  std::string text = files.text_of("project.yaml");
  if (text.find("waivers:") != std::string::npos || !text.starts_with("euproj: 1\n")) return false;
  if (const std::size_t inline_data = text.find("\ndata: {"); inline_data != std::string::npos) {
    text.insert(inline_data + 8, "waivers: przyjete.csv, ");
  } else if (const std::size_t block = text.find("\ndata:\n"); block != std::string::npos) {
    const std::size_t key = text.find_first_not_of(' ', block + 7);
    text.insert(block + 7, std::string(key - block - 7, ' ') + "waivers: przyjete.csv\n");
  } else if (text.find("\ndata") == std::string::npos) {
    text += "data: {waivers: przyjete.csv}\n";
  } else {
    return false;
  }
  files.put("project.yaml", text);
  return true;
}

void put_waivers(MemoryFiles& files, const std::vector<Found>& waived, bool by_subject) {
  std::string rows = "code,subject,reason,by,until\n";
  std::set<std::string> seen;
  for (const Found& each : waived) {
    const std::string named =
        each.code + "," + (by_subject ? quoted(each.subject) : std::string()) + ",powód,ja,";
    if (seen.insert(named).second) rows += named + "2099-12-31\n";
  }
  files.put("przyjete.csv", rows);
}

const std::string no_rows = "code,subject,reason,by,until\n";

TEST_CASE("what is waived and what is left are what was found; no error is ever hidden") {
  std::size_t cases_with_waived = 0;
  for (const auto& folder : all_cases()) {
    CAPTURE(folder.filename().string());
    MemoryFiles files = files_of(folder);
    if (!name_waivers(files)) continue;
    files.put("przyjete.csv", no_rows);
    const std::vector<Found> before = findings_of(files);
    std::vector<Found> warnings, errors;
    for (const Found& each : before) {
      if (each.severity == "warning") warnings.push_back(each);
      if (each.severity == "error") errors.push_back(each);
    }
    for (const bool by_subject : {true, false}) {
      CAPTURE(by_subject);
      put_waivers(files, before, by_subject);  // errors, too
      const std::vector<Found> after = without_waivers(findings_of(files));
      std::vector<Found> left;
      std::copy_if(after.begin(), after.end(), std::back_inserter(left),
                   [](const Found& each) { return each.severity == "error"; });
      CHECK(left == errors);
      const std::string told = waived_run(files, {"check", "project.yaml", "--lang", "en"}).out;
      const std::size_t at = told.find("waived: ");
      if (at == std::string::npos) {
        CHECK(after == before);  // the definition could not be read, so neither could the waivers
        continue;
      }
      if (by_subject && !warnings.empty()) ++cases_with_waived;
      const auto left_warnings = std::count_if(
          after.begin(), after.end(), [](const Found& each) { return each.severity == "warning"; });
      CHECK(left_warnings == 0);
      CHECK(std::stoul(told.substr(at + 8)) == warnings.size());
      if (!errors.empty()) continue;
      CHECK(waived_run(files, {"check", "project.yaml", "--strict"}).code ==
            (before.size() == warnings.size() ? ExitCode::done : ExitCode::bad_data));
    }
  }
  CHECK(cases_with_waived > 60);
}

TEST_CASE("a warning that is waived is none for --strict and --fail-on") {
  for (const auto& folder : all_cases()) {
    CAPTURE(folder.filename().string());
    MemoryFiles files = files_of(folder);
    if (!name_waivers(files)) continue;
    files.put("przyjete.csv", no_rows);
    const std::vector<Found> before = findings_of(files);
    const bool only_warnings =
        !before.empty() && std::all_of(before.begin(), before.end(), [](const Found& each) {
          return each.severity == "warning";
        });
    if (!only_warnings) continue;
    CHECK(waived_run(files, {"check", "project.yaml", "--strict"}).code == ExitCode::bad_data);
    put_waivers(files, before, true);
    CHECK(waived_run(files, {"check", "project.yaml", "--strict"}).code == ExitCode::done);
    CHECK(waived_run(files, {"check", "project.yaml", "--fail-on", "warning"}).code ==
          ExitCode::done);
    CHECK(waived_run(files, {"report", "project.yaml", "--strict"}).code == ExitCode::done);
  }
}

TEST_CASE("subjects name no PESEL and no line: blank lines above a log change none") {
  std::size_t moved = 0;
  for (const auto& folder : all_cases()) {
    CAPTURE(folder.filename().string());
    MemoryFiles files = files_of(folder);
    const std::vector<Found> before = findings_of(files);
    for (const Found& each : before) {
      CHECK(!looks_like_pesel(each.subject));
      CHECK(each.subject.find("\n") == std::string::npos);
    }
    bool is_moved = false;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      const std::string name = std::filesystem::relative(entry.path(), folder).generic_string();
      const std::string bytes = entry.is_directory() ? "" : files.text_of(name);
      const bool is_text = name.ends_with(".csv") && byte_order_mark(bytes).length == 0;
      if (!is_text || bytes.empty()) continue;
      files.put(name, "\n\n" + bytes);
      is_moved = true;
    }
    // There the line, or its number in the definition, is what is wrong.
    if (!is_moved || folder.filename() == "header-line-missing") continue;
    const std::vector<Found> after = findings_of(files);
    if (after.size() != before.size()) continue;  // the form of the file was the finding
    ++moved;
    CHECK(after == before);
  }
  CHECK(moved > 100);
}

/// Three warnings: of two persons who never got support, and of the agreement.
MemoryFiles warned() {
  MemoryFiles files = small_project();
  std::string text = files.text_of("project.yaml");
  text.replace(text.find("budget:"), 0, "advances: [{date: 2012-02-01, amount: 100.00}]\n");
  text += "  waivers: uwagi.csv\n";
  files.put("project.yaml", text);
  files.put("uczestnicy.csv", files.text_of("uczestnicy.csv") +
                                  "U-8,K,1990-05-01,rodzice,,2022-01-10,,\n"
                                  "44051401359,M,1985-02-11,rodzice,,2022-01-12,,\n");
  files.put("uwagi.csv", no_rows);
  return files;
}

/// The first lines of findings.
std::string said(const std::string& err) {
  std::istringstream text(err);
  std::string first;
  for (std::string line; std::getline(text, line);) {
    if (!line.empty() && line.front() != ' ') first += line + "\n";
  }
  return first;
}

std::string checked(MemoryFiles& files, const std::string& rows,
                    const std::vector<std::string>& options = {}) {
  files.put("uwagi.csv", no_rows + rows);
  std::vector<std::string> arguments = {"check", "project.yaml", "--lang", "en"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const WaivedRun ran = waived_run(files, arguments);
  return said(ran.err) + ran.out;
}

TEST_CASE("whole messages of waivers") {
  MemoryFiles files = small_project();
  files.put("project.yaml", files.text_of("project.yaml") + "  waivers: uwagi.csv\n");
  CHECK(checked(files, "agreed-difers,,r,b,2099-01-01\n") ==
        "uwagi.csv:2:1: error: there is no finding with the code `agreed-difers` (column code) "
        "[waiver-unknown-code]\n"
        "project.yaml: 1 error, 0 warnings\n");
  CHECK(checked(files, "sex-missing,U-1,r,b,2099-01-01\n") ==
        "uwagi.csv:2:1: error: `sex-missing` is an error, and only a warning can be waived "
        "[waiver-of-error]\n"
        "project.yaml: 1 error, 0 warnings\n");
  CHECK(checked(files, "never-supported,,r,b,2025-12-31\n") ==
        "uwagi.csv:2:22: warning: `never-supported` was waived until 2025-12-31, which was before "
        "2026-01-01 [waiver-expired]\n"
        "project.yaml: 0 errors, 1 warning\n");
  CHECK(checked(files, "never-supported,,r,b,2026-01-01\n") ==
        "uwagi.csv:2:1: warning: `never-supported` is waived, but there is no such finding "
        "[waiver-unused]\n"
        "project.yaml: 0 errors, 1 warning\n");
  // Of the report it is the last day that counts.
  CHECK(
      said(waived_run(files, {"report", "project.yaml", "--period", "2022", "--lang", "en"}).err) ==
      "uwagi.csv:2:1: warning: `never-supported` is waived, but there is no such finding "
      "[waiver-unused]\n");
}

TEST_CASE("whole messages of retention, and what the report says of it") {
  const auto with = [](const std::string& retention) {
    MemoryFiles files = small_project();
    std::string text = files.text_of("project.yaml");
    text.replace(text.find("  period:"), 0, "  retention: {" + retention + "}\n");
    files.put("project.yaml", text);
    return files;
  };
  MemoryFiles files = with("years: 101, from: 2022-12-31");
  CHECK(said(waived_run(files, {"check", "project.yaml", "--lang", "en"}).err) ==
        "project.yaml:6:22: error: documents are to be kept for 101 years; it may be 1 to 100 "
        "[retention-years]\n");
  files = with("years: 5, from: 2022-12-30");
  CHECK(said(waived_run(files, {"check", "project.yaml", "--lang", "en"}).err) ==
        "project.yaml:6:31: warning: documents are kept counting from 2022-12-30, but the project "
        "runs until 2022-12-31 [retention-before-end]\n");
  files = with("years: 5, from: 2031-12-31");
  CHECK(waived_run(files, {"check", "project.yaml"}).err.empty());
  const WaivedRun json = waived_run(files, {"report", "project.yaml", "--format", "json"});
  CHECK(json.out.find("\"retention\": {\n    \"until\": \"2036-12-31\"\n  }") != std::string::npos);
  for (const char* const format : {"text", "html"}) {
    const WaivedRun ran =
        waived_run(files, {"report", "project.yaml", "--lang", "en", "--format", format});
    CHECK(ran.out.find("Documents are kept until") != std::string::npos);
    CHECK(ran.out.find("2036-12-31") != std::string::npos);
  }
}

TEST_CASE("reports move what is waived, with its reason, and leave the rest") {
  MemoryFiles files = warned();
  const std::vector<Found> before = findings_of(files);
  CAPTURE(euproj(files, {"check", "project.yaml", "--lang", "en"}).err);
  files.put("uwagi.csv", no_rows +
                             "never-supported,U-8,Choroba,A. Nowak,2099-12-31\n"
                             "advance-outside-project,,\"Aneks, 44051401359\",B. Lis,2026-01-01\n");
  const std::vector<std::string> report = {"report", "project.yaml", "--lang", "en"};
  const auto as = [&](std::vector<std::string> more) {
    more.insert(more.begin(), report.begin(), report.end());
    return waived_run(files, more);
  };
  const WaivedRun json = as({"--format", "json"});
  CHECK(json.code == ExitCode::done);
  std::map<std::string, std::string> leaves;
  const auto read = read_json_leaves(json.out);
  REQUIRE(read.ok());
  for (const JsonLeaf& leaf : *read) leaves[leaf.pointer] = leaf.value;
  CHECK(leaves["/waived/0/code"] == "advance-outside-project");
  CHECK(leaves["/waived/0/subject"] == "advances[2012-02-01]");
  CHECK(leaves["/waived/0/reason"] == "Aneks, ###########");
  CHECK(leaves["/waived/0/by"] == "B. Lis");
  CHECK(leaves["/waived/0/until"] == "2026-01-01");
  CHECK(leaves["/waived/1/subject"] == "U-8");
  CHECK(!leaves.contains("/waived/2/code"));
  CHECK(json.out.find("44051401359") == std::string::npos);
  CHECK(findings_of(files).size() == before.size() - 2);
  for (const char* const format : {"text", "html"}) {
    const WaivedRun ran = as({"--format", format});
    for (const char* const words : {"Waived findings", "Choroba", "A. Nowak", "2099-12-31"}) {
      CHECK(ran.out.find(words) != std::string::npos);
    }
  }
  REQUIRE(as({"-o", "r.xlsx"}).code == ExitCode::done);
  CHECK(waived_run(files, {"verify", "project.yaml", "r.xlsx"}).code == ExitCode::done);
  const WaivedRun hidden = as({"--format", "json", "--small-cells", "3"});
  CHECK(hidden.out.find("\"waived\": null") != std::string::npos);
  CHECK(hidden.out.find("Choroba") == std::string::npos);
  const WaivedRun sarif =
      waived_run(files, {"check", "project.yaml", "--format", "sarif", "--as-of", "2022-06-30"});
  CHECK(sarif.out.find("\"justification\": \"Choroba\"") != std::string::npos);
}

TEST_CASE("a label stands on every page, and in no figure") {
  MemoryFiles files = small_project();
  const std::vector<std::string> report = {"report", "project.yaml", "--quiet"};
  const auto as = [&](std::vector<std::string> more) {
    more.insert(more.begin(), report.begin(), report.end());
    return waived_run(files, more);
  };
  CHECK(as({"--label", "POUFNE"}).out.starts_with("POUFNE\n"));
  CHECK(as({"--label", "POUFNE", "--format", "json"}).out.find("\"label\": \"POUFNE\"") !=
        std::string::npos);
  const std::string html = as({"--label", "A&B", "--format", "html"}).out;
  CHECK(html.find("<p class=\"label\">A&amp;B</p>") != std::string::npos);
  CHECK(html.find("@top-right { content: \"A\\26 B\"") != std::string::npos);
  for (const char* const name : {"r.xlsx", "r.json"}) {
    REQUIRE(as({"--label", "POUFNE", "-o", name}).code == ExitCode::done);
    const WaivedRun verified = waived_run(files, {"verify", "project.yaml", name});
    CHECK_MESSAGE(verified.code == ExitCode::done, verified.out);
    REQUIRE(as({"-o", name}).code == ExitCode::done);
    CHECK(waived_run(files, {"verify", "project.yaml", name}).code == ExitCode::done);
  }
  for (const std::string& label : {std::string("a\nb"), std::string(" "), std::string(61, 'a')}) {
    CHECK(as({"--label", label}).code == ExitCode::wrong_usage);
  }
  const std::string without = as({"--format", "json"}).out;
  CHECK(without.find("label") == std::string::npos);
  CHECK(without.find("waived") == std::string::npos);
}

}  // namespace
}  // namespace euproj::testing
