// The common indicators: all of them are there, in both languages.

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "euproj/read/read_catalogue.hpp"
#include "read/definition/catalogues.hpp"

using namespace euproj;

TEST_CASE("catalogue: every code of both programmes once, in order") {
  std::vector<std::string> expected;
  const auto add = [&](const std::string& stem, int last) {
    for (int number = 1; number <= last; ++number) {
      expected.push_back(stem + (number < 10 ? "0" : "") + std::to_string(number));
    }
  };
  add("CO", 23);
  add("CR", 9);
  add("EECO", 19);
  add("EECR", 6);
  std::vector<std::string> codes;
  for (const CatalogueEntry& entry : read_catalogue()) codes.push_back(entry.code);
  CHECK(codes == expected);
  CHECK(std::vector<std::string>(catalogue_codes.begin(), catalogue_codes.end()) == expected);
  CHECK(find_in_catalogue("EECO02")->name.english == "Unemployed, including long-term unemployed");
  CHECK(find_in_catalogue("eeco02") == nullptr);
  CHECK(find_in_catalogue("") == nullptr);
}

TEST_CASE("catalogue: every text is there in both languages") {
  for (const CatalogueEntry& entry : read_catalogue()) {
    CAPTURE(entry.code);
    for (const LocalText* text :
         {&entry.programme, &entry.name, &entry.derivation, &entry.source}) {
      CHECK(text->polish.size() > 3);
      CHECK(text->english.size() > 3);
      CHECK(text->polish != text->english);
    }
    CHECK_FALSE(entry.unit.empty());
    CHECK((entry.kind == Indicator::Kind::result) == (entry.code.find('R') != std::string::npos));
    CHECK(entry.reason.polish.empty() == entry.is_counted());
    CHECK(entry.reason.english.empty() == entry.is_counted());
    CHECK(entry.where.empty() == (!entry.is_counted() || entry.code == "EECO01"));
  }
}

TEST_CASE("catalogue: each entry says how sure its name, its code and its rule are, and by whom") {
  for (const CatalogueEntry& entry : read_catalogue()) {
    CAPTURE(entry.code);
    std::set<Certainty::Of> said;
    for (const Certainty& certain : entry.certain) {
      CHECK(said.insert(certain.of).second);
      CHECK(std::string("ABC").find(certain.mark) != std::string::npos);
      CHECK(certain.by.polish.size() > 3);
      CHECK(certain.by.english.size() > 3);
    }
    for (const auto of : {Certainty::Of::name, Certainty::Of::code, Certainty::Of::rule}) {
      CHECK(said.contains(of));
    }
  }
  // The number is B (a program that reads exports uses it), the last situation A (SFC FAQ).
  for (const char* code : {"EECR01", "EECR04"}) {
    const CatalogueEntry& entry = *find_in_catalogue(code);
    CHECK(entry.certain.at(1).mark == 'B');
    CHECK(entry.certain.at(2).mark == 'A');
    CHECK(entry.certain.at(2).by.english.find("SFC FAQ") != std::string::npos);
    CHECK(entry.source.english.find("SFC FAQ") != std::string::npos);
  }
}

TEST_CASE("catalogue: what the log of entities gives says so in both languages") {
  for (const CatalogueEntry& entry : read_catalogue()) {
    CAPTURE(entry.code);
    const bool by_log = !entry.entities.empty();
    CHECK(by_log == (entry.code == "EECO18" || entry.code == "EECO19"));
    for (const std::string* text : {&entry.derivation.polish, &entry.derivation.english}) {
      CHECK((text->find("`entities`") != std::string::npos) == by_log);
    }
  }
}

TEST_CASE("catalogue: what a project's logs cannot give is measured") {
  const std::set<std::string> measured = {"CO12", "CO13",   "CO14",   "CO20",   "CO21",
                                          "CO22", "CO23",   "CR06",   "CR07",   "CR08",
                                          "CR09", "EECO18", "EECO19", "EECR05", "EECR06"};
  for (const CatalogueEntry& entry : read_catalogue()) {
    CAPTURE(entry.code);
    CHECK(entry.is_counted() == !measured.contains(entry.code));
  }
}
