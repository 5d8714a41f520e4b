#pragma once
// Findings of checks, whole: one change to a small right project provokes each.

#include <doctest/doctest.h>

#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "euproj/app/run.hpp"
#include "support/small_project.hpp"

namespace euproj::testing {

struct Change {
  std::string file;
  std::string old_text;  // empty: a new file
  std::string new_text;
};

struct CheckCase {
  std::string code;
  std::vector<Change> changes;
  std::vector<std::string> lines;  // the first line of each finding, in order
};

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

/// The first lines of the findings of `euproj check`, without excerpts and help.
inline std::vector<std::string> findings_of_check(const std::vector<Change>& changes) {
  MemoryFiles files = small_project();
  for (const Change& change : changes) {
    if (change.old_text.empty()) {
      files.put(change.file, change.new_text);
      continue;
    }
    const auto content = files.read(change.file);
    REQUIRE(content.ok());
    files.put(change.file,
              replaced(std::string(content.value()->bytes()), change.old_text, change.new_text));
  }
  std::ostringstream out, err;
  Env env{files, out, err, *Date::from(2022, 6, 30), {}, false, false, true};
  static_cast<void>(run({"check", "project.yaml", "--lang", "en"}, env));
  std::vector<std::string> lines;
  std::istringstream text(err.str());
  for (std::string line; std::getline(text, line);) {
    if (!line.empty() && line.front() != ' ') lines.push_back(line);
  }
  return lines;
}

inline void check_in_words(const std::vector<CheckCase>& cases) {
  for (const CheckCase& check : cases) {
    CAPTURE(check.code);
    std::string seen, expected;
    for (const std::string& line : findings_of_check(check.changes)) seen += line + "\n";
    for (const std::string& line : check.lines) expected += line + "\n";
    CHECK(seen == expected);
  }
}

/// The codes in the lines that the cases expect.
inline std::set<std::string> provoked_by(const std::vector<CheckCase>& cases) {
  std::set<std::string> provoked;
  for (const CheckCase& check : cases) {
    for (const std::string& line : check.lines) {
      provoked.insert(line.substr(line.rfind('[') + 1, line.size() - line.rfind('[') - 2));
    }
  }
  return provoked;
}

}  // namespace euproj::testing
