#include "euproj/render/render_diagnostics.hpp"

#include <doctest/doctest.h>

#include "euproj/words/kinds.hpp"

using namespace euproj;

namespace {

Place place(FileId file, std::uint32_t line, std::uint32_t column, std::uint32_t length = 1) {
  Place made;
  made.file = file;
  made.line = line;
  made.column = column;
  made.length = length;
  return made;
}

struct Run {
  SourceSet sources;
  Diagnostics diagnostics;
  DiagnosticStyle style;

  Run() {
    const FileId definition = sources.add("project.yaml", "./p/project.yaml");
    sources.keep_text(definition, "euproj: 1\ndata:\n  participants: dane/brak.csv\n");
    sources.add("dane/a.csv", "./p/dane/a.csv");
  }

  std::string text() const { return render_diagnostics_text(diagnostics, sources, style); }
};

}  // namespace

TEST_CASE("a finding in a definition: place, message, excerpt, caret, help") {
  Run run;
  run.diagnostics.report(Kind::file_not_found, place(0, 3, 17, 13), {"dane/brak.csv"});
  CHECK(run.text() ==
        "./p/project.yaml:3:17: error: nie ma pliku `dane/brak.csv` [file-not-found]\n"
        "    3 |   participants: dane/brak.csv\n"
        "      |                 ^~~~~~~~~~~~~\n"
        "  pomoc: sprawdź nazwę; ścieżki liczą się od folderu definicji\n");
  run.style.language = Language::english;
  CHECK(run.text() ==
        "./p/project.yaml:3:17: error: there is no file `dane/brak.csv` [file-not-found]\n"
        "    3 |   participants: dane/brak.csv\n"
        "      |                 ^~~~~~~~~~~~~\n"
        "  help: check the name; paths are relative to the folder of the definition\n");
}

TEST_CASE("parts of a place that are not known are left out, and a log is never quoted") {
  Run run;
  run.style.language = Language::english;
  run.diagnostics.report(Kind::file_not_found, place(1, 7, 0), {"x"});
  run.diagnostics.report(Kind::file_not_found, place(1, 0, 0), {"x"});
  run.diagnostics.report(Kind::file_not_found, Place{}, {"x"});
  const std::string help =
      "  help: check the name; paths are relative to the folder of the definition\n";
  CHECK(run.text() == "./p/dane/a.csv:7: error: there is no file `x` [file-not-found]\n" + help +
                          "./p/dane/a.csv: error: there is no file `x` [file-not-found]\n" + help +
                          "error: there is no file `x` [file-not-found]\n" + help);
}

TEST_CASE("of a kind so many in each file, then how many more") {
  Run run;
  run.style.most_per_kind = 2;
  for (std::uint32_t line = 1; line <= 5; ++line) {
    run.diagnostics.report(Kind::no_file_matches, place(1, line, 1), {"*.csv"});
  }
  const std::string text = run.text();
  CHECK(text.find("a.csv:2:1") != std::string::npos);
  CHECK(text.find("a.csv:3:1") == std::string::npos);
  CHECK(text.find("… i 3 więcej [no-file-matches]; `--findings json` pokazuje wszystkie\n") !=
        std::string::npos);
  run.style.most_per_kind = 0;
  CHECK(run.text().find("a.csv:5:1") != std::string::npos);
}

TEST_CASE("user text cannot bring its own escape sequences") {
  Run run;
  run.diagnostics.report(Kind::file_not_found, Place{}, {"\x1b[2J"});
  CHECK(run.text().find('\x1b') == std::string::npos);
  run.style.colour = true;
  CHECK(run.text().find("\x1b[1;31merror: \x1b[0m") != std::string::npos);
}
