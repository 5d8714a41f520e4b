#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "euproj/base/unicode.hpp"
#include "euproj/render/render.hpp"
#include "euproj/report/document.hpp"
#include "support/sample_figures.hpp"

using namespace euproj;

namespace {

std::size_t count_of(const std::string& text, const std::string& piece) {
  std::size_t count = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) {
    ++count;
  }
  return count;
}

std::string rendered(const Figures& figures, Language language, std::size_t width = 100) {
  TextStyle style;
  style.width = width;
  return render_text(build_document(figures, language), style);
}

bool has_line(const std::string& text, const std::string& wanted) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line == wanted) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("no line of a report is wider than asked for") {
  Figures figures = samples::figures();
  figures.complete = false;
  figures.indicators[0].name.polish += std::string(250, 'x');
  figures.findings[0].file = std::string(150, 'f') + ".csv";
  for (const Language language : {Language::polish, Language::english}) {
    for (const std::size_t width : {120U, 100U, 80U, 60U, 40U, 20U}) {
      std::istringstream lines(rendered(figures, language, width));
      for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        CHECK(display_width(line) <= width);
      }
    }
  }
}

TEST_CASE("an indicator shows its total, then women and men") {
  const std::string text = rendered(samples::figures(), Language::polish);
  CHECK(has_line(text,
                 "P1  Liczba osób zagrożonych         osoby            0       350"
                 "          1          120     34,29 %"));
  CHECK(has_line(text,
                 "    – kobiety                                                200"
                 "         -1           80     40,00 %"));
  CHECK(text.find("123,40 %") != std::string::npos);
}

TEST_CASE("INCOMPLETE stands at the top and in every section") {
  Figures figures = samples::figures();
  CHECK(count_of(rendered(figures, Language::polish), "INCOMPLETE") == 0);
  figures.complete = false;
  const std::string text = rendered(figures, Language::polish);
  CHECK(text.rfind("*** RAPORT NIEKOMPLETNY (INCOMPLETE)", 0) == 0);
  CHECK(count_of(text, "INCOMPLETE") == 1 + 10);  // ten sections: months are for the workbook
}

TEST_CASE("twenty findings of a code are shown and the rest is counted") {
  const std::string text = rendered(samples::figures(), Language::polish);
  CHECK(count_of(text, "dane/wsparcie-2022-05.csv:") == 20);
  CHECK(text.find("… i 10 kolejnych; wszystkie w skoroszycie i w JSON") != std::string::npos);
  CHECK(has_line(text, "1 błąd [pesel-checksum]"));
  CHECK(has_line(text, "30 ostrzeżeń [outside-project]"));
}

TEST_CASE("without colour there is no escape sequence, not even one from a name") {
  Figures figures = samples::figures();
  figures.tasks[0].name.polish = "\x1b[2Jzadanie";
  CHECK(rendered(figures, Language::polish).find('\x1b') == std::string::npos);
}

TEST_CASE("an empty project has a report too") {
  const std::string text = rendered(samples::empty_figures(), Language::english);
  CHECK(has_line(text, "No payment claims."));
  CHECK(has_line(text, "Nothing to report: the definition and the data raise no objections."));
}

TEST_CASE("for an old printer everything is 7 bits and stands where it stood") {
  Figures figures = samples::figures();
  figures.complete = false;
  figures.title.polish = "Zażółć gęślą jaźń – „próba” 100 € 漢字 ∑";
  for (const Language language : {Language::polish, Language::english}) {
    for (const std::size_t width : {120U, 80U, 60U}) {
      TextStyle style;
      style.width = width;
      style.ascii = true;
      const std::string text = render_text(build_document(figures, language), style);
      CHECK(std::all_of(text.begin(), text.end(),
                        [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);) CHECK(line.size() <= width);
    }
  }
  TextStyle style;
  style.ascii = true;
  const std::string text = render_text(build_document(figures, Language::polish), style);
  CHECK(text.find("Zazolc gesla jazn - \"proba\" 100 EUR ?? ?") != std::string::npos);
  CHECK(has_line(text,
                 "    - mezczyzni                                              150"
                 "          2           40     26,67 %"));
}
