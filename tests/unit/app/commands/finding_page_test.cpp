// schemas/findings.md: a page on every finding, made of its registry entry and of the small project
// in tests/findings/cases that provokes it, with what `check` says of it. UPDATE_GOLDEN=1 rewrites
// it.

#include "app/commands/finding_page.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "euproj/app/env.hpp"
#include "euproj/app/run.hpp"
#include "euproj/base/encoding.hpp"
#include "euproj/words/diagnostics.hpp"
#include "support/memory_files.hpp"
#include "support/source_dir.hpp"

namespace euproj {
namespace {

const std::filesystem::path source = source_dir();
constexpr std::size_t longest_line = 200;  // in bytes

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

/// With "…" for what was seen: "{0}" has no value yet.
std::string sentence(std::string_view pattern) {
  const std::string words = pattern_filled(pattern, "…");
  return words.ends_with("…") ? words : words + ".";
}

struct Case {
  testing::MemoryFiles files;
  std::map<std::string, std::string> contents;  // by name, the definition apart
};

Case read_case(const std::filesystem::path& folder) {
  Case made;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = std::filesystem::relative(entry.path(), folder).generic_string();
    if (entry.is_directory()) {
      made.files.put_folder(name);
      continue;
    }
    made.contents[name] = bytes_of(entry.path());
    made.files.put(name, made.contents[name]);
  }
  return made;
}

/// A long line without its middle: the end of a finding is its code.
std::string cut_inside(const std::string& line) {
  if (line.size() <= longest_line) return line;
  const auto inside_a_letter = [&](std::size_t at) {
    return (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U;
  };
  std::size_t end = longest_line / 2;
  while (inside_a_letter(end)) --end;
  std::size_t again = line.size() - longest_line / 2;
  while (inside_a_letter(again)) ++again;
  return line.substr(0, end) + " … " + line.substr(again);
}

/// As a Markdown reader can show it: no byte that is not text, no line without end.
std::string shown_text(const std::string& bytes) {
  const auto encoding = detect_encoding(bytes);
  const bool text =
      byte_order_mark(bytes).length == 0 && encoding && *encoding == TextEncoding::utf8 &&
      std::none_of(bytes.begin(), bytes.end(), [](char c) {
        return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\r' && c != '\t';
      });
  if (!text) return "(" + std::to_string(bytes.size()) + " B)\n";
  std::string shown;
  std::istringstream lines(bytes);
  for (std::string line; std::getline(lines, line);) {
    if (line.ends_with('\r')) line.pop_back();
    shown += cut_inside(line) + "\n";
  }
  return shown;
}

std::string checked(Case& made, const char* language) {
  std::ostringstream out;
  std::ostringstream err;
  Env env{made.files, out, err, *Date::from(2026, 1, 1), {}, false, false, true};
  static_cast<void>(run({"check", "project.yaml", "--lang", language}, env));
  return shown_text(err.str() + out.str());
}

void add_words(std::string& page, const KindInfo& info, Language language) {
  const bool polish = language == Language::polish;
  const bool warning = info.severity == Severity::warning;
  const bool note = info.severity == Severity::note;
  page += polish ? "<!-- pl -->\n" : "<!-- en -->\n";
  page += polish ? (note      ? "**Uwaga:** "
                    : warning ? "**Ostrzeżenie:** "
                              : "**Błąd:** ")
                 : (note      ? "**Note:** "
                    : warning ? "**Warning:** "
                              : "**Error:** ");
  page += sentence(info.message.in(language)) + "\n\n";
  if (info.help.in(language).empty()) return;
  page +=
      (polish ? "**Co zrobić:** " : "**What to do:** ") + sentence(info.help.in(language)) + "\n\n";
}

void add_output(std::string& page, Case& made, std::string_view code, const char* language) {
  const std::string output = checked(made, language);
  INFO(code);
  const std::string printed = "[" + std::string(code) + "]";
  CHECK(output.find(printed) != std::string::npos);
  const bool polish = std::string_view(language) == "pl";
  page += polish ? "<!-- pl -->\n`euproj check project.yaml`:\n\n```text\n"
                 : "<!-- en -->\n`euproj check project.yaml --lang en`:\n\n```text\n";
  page += output + "```\n\n";
}

std::string section_of(const KindInfo& info) {
  std::string page = "## " + std::string(info.code) + "\n\n";
  add_words(page, info, Language::polish);
  add_words(page, info, Language::english);
  const std::filesystem::path folder = source / "tests/findings/cases" / std::string(info.code);
  if (!std::filesystem::exists(folder)) return page;
  Case made = read_case(folder);
  page += "<!-- pl en -->\n";
  // The definition first, then what it names.
  for (const bool definition : {true, false}) {
    for (const auto& [name, bytes] : made.contents) {
      if ((name == "project.yaml") != definition) continue;
      const std::string form = name.substr(name.find_last_of('.') + 1);
      page += "`" + name + "`:\n\n```" + (form == "xlsx" ? "text" : form) + "\n" +
              shown_text(bytes) + "```\n\n";
    }
  }
  add_output(page, made, info.code, "pl");
  add_output(page, made, info.code, "en");
  return page;
}

std::string whole_page() {
  std::string page =
      "# Uwagi programu · Findings\n\n"
      "Każda uwaga ma stały kod; przy każdym jest najmniejszy projekt, który ją wywołuje, i to, co "
      "program\no nim mówi. `euproj explain KOD` wypisuje stronę jednej uwagi.\n\n"
      "Every finding has a stable code; with each stands the smallest project that provokes it, "
      "and "
      "what\nthe program says of it. `euproj explain CODE` prints the page of one.\n\n"
      "Każda uwaga ma też przedmiot (`subject` w JSON), po którym poznaje ją `data.waivers`: to, "
      "czego nie zmienia\nżaden numer wiersza. W wierszu dziennika jest to `person_id`, `doc_no`, "
      "`place_id`, wskaźnik, kwota ryczałtowa albo\nNIP lub `other_id`; w definicji `id` pozycji, "
      "a "
      "bez niego klucze (`advances[2022-01-20]`); gdzie indziej, i gdy jedna uwaga\njest o całej "
      "kolumnie "
      "pliku, pierwsze słowo uwagi, np. nazwa kolumny. PESEL nigdy nie jest przedmiotem.\n\n"
      "Every finding also has a subject (`subject` in JSON), by which `data.waivers` knows it: "
      "what "
      "no line number\nchanges. In a row of a log that is `person_id`, `doc_no`, `place_id`, "
      "indicator, lump sum, or NIP or `other_id`;\nin the definition the `id` of the entry, or "
      "else "
      "the keys (`advances[2022-01-20]`); elsewhere, and where one finding\nis about a column of a "
      "whole "
      "file, the first word of the finding, such as the column. A PESEL never is one.\n\n"
      "<!-- Generated from include/euproj/words/kinds_*.def and tests/findings/cases by "
      "finding_page_test:\n     UPDATE_GOLDEN=1 ctest --preset dev -R finding_page -->\n\n";
  std::map<std::string_view, const KindInfo*> by_code;
  for (std::size_t i = 0; i < kind_count(); ++i) {
    const KindInfo& info = kind_info(AnyKind(i));
    by_code[info.code] = &info;
  }
  for (const auto& [code, info] : by_code) page += section_of(*info);
  return page;
}

TEST_CASE("schemas/findings.md says what the registry and the cases say") {
  const std::filesystem::path path = source / "schemas/findings.md";
  const std::string page = whole_page();
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << page;
    return;
  }
  const bool same = bytes_of(path) == page;
  CHECK_MESSAGE(same, "rewrite it: UPDATE_GOLDEN=1 ctest --preset dev -R finding_page");
}

TEST_CASE("a section of the page is found by its code, in the language asked for") {
  const std::string_view page =
      "# Page\n\n## a-b\n\n<!-- pl -->\npo polsku\n\n<!-- en -->\nin English\n\n"
      "<!-- pl en -->\n```yaml\n## no heading\n```\n\n## a-b-c\n\nother\n\n";
  CHECK(finding_section(page, "a-b", Language::polish) ==
        "## a-b\n\npo polsku\n\n```yaml\n## no heading\n```\n");
  CHECK(finding_section(page, "a-b", Language::english) ==
        "## a-b\n\nin English\n\n```yaml\n## no heading\n```\n");
  CHECK(finding_section(page, "a-b-c", Language::polish) == "## a-b-c\n\nother\n");
  CHECK(finding_section(page, "a", Language::polish).empty());
}

}  // namespace
}  // namespace euproj
