#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "euproj/base/sha256.hpp"
#include "euproj/render/render.hpp"
#include "euproj/report/document.hpp"
#include "render/html/text.hpp"
#include "support/page_text.hpp"
#include "support/sample_figures.hpp"

using namespace euproj;
using testing::page_text;

namespace {

std::string page(const Figures& figures, Language language = Language::polish) {
  return render_html(build_document(figures, language));
}

pugi::xml_document parsed(const std::string& html) {
  pugi::xml_document document;
  const pugi::xml_parse_result result = document.load_string(html.c_str(), pugi::parse_full);
  CAPTURE(result.description());
  CAPTURE(
      html.substr(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset - 80, 0)), 160));
  REQUIRE(result);
  return document;
}

/// The words of a page, with English grouping commas taken out of numbers.
std::set<std::string> words_of(const std::string& html) {
  const std::string text =
      std::regex_replace(page_text(html), std::regex("(\\d),(?=\\d\\d\\d)"), "$1");
  std::set<std::string> words;
  std::istringstream in(text);
  for (std::string word; in >> word;) {
    if (word.ends_with('%')) word.pop_back();
    words.insert(word);
  }
  return words;
}

}  // namespace

TEST_CASE("a page is well-formed, and each id is there once") {
  Figures figures = samples::figures();
  for (const bool complete : {true, false}) {
    figures.complete = complete;
    for (const Language language : {Language::polish, Language::english}) {
      const auto document = parsed(page(figures, language));
      std::set<std::string> ids;
      for (const auto& found : document.select_nodes("//*[@id]")) {
        CHECK(ids.insert(found.node().attribute("id").value()).second);
      }
      for (const auto& found : document.select_nodes("//*[@aria-labelledby]")) {
        std::istringstream names(found.node().attribute("aria-labelledby").value());
        for (std::string name; names >> name;) CHECK(ids.contains(name));
      }
      for (const auto& found : document.select_nodes("//*[@href]")) {
        const std::string to = found.node().attribute("href").value();
        CHECK(to.starts_with("#"));
        CHECK(ids.contains(to.substr(1)));
      }
    }
  }
}

TEST_CASE("a page asks for nothing, and runs its own script alone") {
  const std::string html = page(samples::figures());
  const auto document = parsed(html);
  for (const char* name : {"link", "img", "iframe", "object", "embed", "form", "base"}) {
    CAPTURE(name);
    CHECK(document.select_nodes(("//" + std::string(name)).c_str()).empty());
  }
  CHECK(document.select_nodes("//@*[starts-with(name(), 'on')] | //@style | //@src").empty());
  const std::string style = document.select_node("//style").node().child_value();
  CHECK(style.find("url(") == std::string::npos);
  CHECK(style.find("@import") == std::string::npos);
  const std::string policy =
      document.select_node("//meta[@http-equiv]").node().attribute("content").value();
  REQUIRE(document.select_nodes("//script").size() == 1);
  const std::string script = document.select_node("//script").node().child_value();
  CHECK(policy == "default-src 'none'; style-src 'sha256-" + base64_of_sha256(sha256(style)) +
                      "'; script-src 'sha256-" + base64_of_sha256(sha256(script)) +
                      "'; base-uri 'none'; form-action 'none'");
  for (const char* name : {"http", "fetch", "import", "eval", "innerHTML"}) {
    CAPTURE(name);
    CHECK(script.find(name) == std::string::npos);
  }
}

TEST_CASE("tables and charts can be read aloud") {
  const auto document = parsed(page(samples::figures()));
  CHECK(std::string(document.child("html").attribute("lang").value()) == "pl");
  for (const auto& found : document.select_nodes("//table")) {
    CHECK(found.node().child("caption"));
    CHECK(found.node().child("thead"));
  }
  CHECK(document.select_nodes("//th[not(@scope)]").empty());
  CHECK(document.select_nodes("//svg[not(@aria-hidden) and @role!='img']").empty());
  const auto charts = document.select_nodes("//svg[@role='img']");
  CHECK(charts.size() >= 5);
  for (const auto& found : charts) {
    CHECK(found.node().child("title").text());
    CHECK(found.node().child("desc").text());
    CHECK(std::string(found.node().parent().name()) == "figure");
  }
  CHECK(document.select_nodes("//main").size() == 1);
  CHECK(document.select_nodes("//nav").size() == 1);
  CHECK(document.select_nodes("//h1").size() == 1);
}

TEST_CASE("every number of the JSON report is on the page") {
  std::string json = render_json(samples::figures(), JsonLayout::one_line);
  json.erase(json.find("\"findings\""));
  const std::set<std::string> words = words_of(page(samples::figures(), Language::english));
  const std::regex number(R"re("(-?\d+\.\d+)"|:(-?\d+)[,}])re");
  std::size_t seen = 0;
  for (std::sregex_iterator match(json.begin(), json.end(), number), end; match != end; ++match) {
    const std::string wanted = (*match)[1].matched ? (*match)[1].str() : (*match)[2].str();
    CAPTURE(wanted);
    CHECK((words.contains(wanted) || words.contains(wanted + "0")));  // hours have two decimals
    ++seen;
  }
  CHECK(seen > 60);
}

TEST_CASE("text from files stays text") {
  Figures figures = samples::figures();
  figures.number = "\"}</style><script>x</script>";
  figures.title.polish = "<b>Tytuł</b> & reszta";
  figures.sources[0].id = "\"><i>";
  const std::string html = page(figures);
  (void)parsed(html);
  CHECK(html.find("<b>") == std::string::npos);
  CHECK(html.find("<i>") == std::string::npos);
  CHECK(html.find("<script") == html.rfind("<script"));  // the page's own
  CHECK(html.find("<script>x") == std::string::npos);
  CHECK(page_text(html).find("<b>Tytuł</b> & reszta") != std::string::npos);
}

TEST_CASE("INCOMPLETE stands on the page, in every section and on every sheet of paper") {
  Figures figures = samples::figures();
  CHECK(page(figures).find("INCOMPLETE") == std::string::npos);
  figures.complete = false;
  const auto document = parsed(page(figures));
  CHECK(document.select_nodes("//header/p[@class='incomplete']").size() == 1);
  CHECK(document.select_nodes("//section/p[@class='incomplete']").size() ==
        document.select_nodes("//section").size());
  const std::string style = document.select_node("//style").node().child_value();
  CHECK(style.find("@top-left { content: \"RAPORT NIEKOMPLETNY") != std::string::npos);
}

TEST_CASE("a bar ends at 100 %, and an arrow says that there is more") {
  const auto document = parsed(page(samples::figures()));
  const auto bars = document.select_nodes("//section[@id='indicators']//rect[@class='s1']");
  CHECK(bars.size() >= 2);
  for (const auto& bar : bars) {
    const std::string width = bar.node().attribute("width").value();
    CHECK(std::stod(width) <= 100);
  }
  CHECK(document.select_nodes("//section[@id='indicators']//path").size() >= 1);
}

TEST_CASE("the overview stands on top, each of its figures also in a table further down") {
  const Document built = build_document(samples::figures(), Language::polish);
  const auto document = parsed(render_html(built));
  CHECK(std::string(document.select_node("//main/section").node().attribute("id").value()) ==
        "overview");
  CHECK(document.select_nodes("//section[@id='overview']//div[@class='card']").size() ==
        built.overview->cards.size());
  CHECK(document.select_nodes("//section[@id='overview']//svg[@class='bar']").size() >=
        built.overview->bars.size());
  const auto figures = document.select_nodes("//section[@id='overview']//p[@class='figure']");
  CHECK(figures.size() == built.overview->cards.size());
  for (const auto& figure : figures) {
    const std::string shown = figure.node().text().get();
    CAPTURE(shown);
    CHECK(document.select_node(
        ("//section[@id!='overview']//*[self::td or self::dd][.='" + shown + "']").c_str()));
  }
  CHECK(document.select_nodes("//section[@id='checks']//details").size() == 1);
}

TEST_CASE("a hidden number is hidden in the overview, and has no bar") {
  Figures figures = samples::figures();
  figures.small_cells = 5;
  figures.findings.clear();
  IndicatorFigures& first = figures.indicators.front();
  first.cumulative.total = std::nullopt;
  first.cumulative.suppressed.total = true;
  first.achieved = std::nullopt;
  const auto document = parsed(page(figures));
  const auto row = document.select_node("//section[@id='overview']//tbody/tr").node();
  CHECK(row.select_nodes("td[.='#']").size() == 2);  // the value and what is achieved
  CHECK(row.select_nodes(".//svg").empty());
}

TEST_CASE("on a narrow screen each number says its heading") {
  const auto document = parsed(page(samples::figures()));
  const auto numbers = document.select_nodes("//tbody//td[contains(@class, 'n')][.!='']");
  CHECK(numbers.size() > 100);
  for (const auto& found : numbers) {
    int at = 1;
    for (auto before = found.node().previous_sibling(); before;
         before = before.previous_sibling()) {
      at += before.attribute("colspan").as_int(1);
    }
    const auto heading = found.node().parent().parent().parent().select_node(
        ("thead/tr/th[" + std::to_string(at) + "]").c_str());
    REQUIRE(heading);
    CHECK(std::string(found.node().attribute("data-label").value()) ==
          pugi::xpath_query("string(.)").evaluate_string(heading));
  }
}

TEST_CASE("evidence of a kind is one part of the page, folded by indicator") {
  Document document = build_document(samples::figures(), Language::english);
  for (const char* const id : {"P1", "P2"}) {
    DocumentSection evidence;
    evidence.id = std::string("evidence_") + id;
    evidence.title = std::string("Evidence ") + id;
    evidence.sheet = "Evidence – persons";
    evidence.add_note("nobody");
    document.sections.push_back(evidence);
  }
  const auto found = parsed(render_html(document));
  CHECK(found.select_nodes("//h2[.='Evidence – persons']").size() == 1);
  CHECK(found.select_nodes("//details[starts-with(@id, 'evidence_')]").size() == 2);
  CHECK(found.select_nodes("//nav//a[.='Evidence – persons']").size() == 1);
}
