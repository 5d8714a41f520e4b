// What is shown of support by form, and of participants by age, sums rows as they stand.

#include <doctest/doctest.h>

#include <string>

#include "euproj/calc/people_counts.hpp"
#include "euproj/calc/person_view.hpp"
#include "support/load_project.hpp"
#include "support/memory_files.hpp"

namespace euproj {
namespace {

Loaded small_project(const std::string& participants, const std::string& support) {
  testing::MemoryFiles files;
  files.put("p/project.yaml",
            "euproj: 1\n"
            "project: {id: p, title: T, period: {start: 2022-01-01, end: 2022-12-31}}\n"
            "financing:\n"
            "  total: 1000.00\n"
            "  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]\n"
            "data: {participants: u.csv, support: w.csv}\n");
  files.put("p/u.csv", participants);
  files.put("p/w.csv", support);
  Loaded loaded = testing::load_project("p/project.yaml", files);
  for (const Diagnostic& finding : loaded.diagnostics.all()) {
    if (finding.severity != Severity::warning) FAIL_CHECK(finding.message(Language::english));
  }
  return loaded;
}

/// Persons, sessions, hours and heads of a form up to a day.
std::string form_text(const Loaded& loaded, std::string_view form, Date day, std::size_t threads) {
  const auto forms = compute_people_counts(loaded.dossier, {}, threads).forms;
  const FormSeries& of = forms.at(loaded.dossier.codes.forms.find(form));
  const SexedQuantity persons = of.persons.at(day);
  return persons.total.text() + " (" + persons.women.text() + " K, " + persons.men.text() + " M) " +
         of.support.at(day).sessions.text() + " " + of.support.at(day).hours.text() + " " +
         of.support.at(day).headcount.text();
}

}  // namespace

TEST_CASE(
    "support by form: persons once, a session on its first day, hours and heads of every row") {
  const Loaded loaded = small_project(
      "person_id,sex,birth_date,entry_date\nU-1,K,1990-01-01,2022-03-01\nU-2,M,1990-01-01,2022-03-"
      "01\n",
      "date,person_id,form,session_id,hours,headcount\n"
      "2022-03-08,U-1,x,s1,2,\n"
      "2022-03-01,U-2,x,s1,1.5,\n"
      "2022-03-09,U-2,x,,1,\n"
      "2022-03-10,,x,s2,,7\n"
      "2022-03-10,U-2,y,s1,,\n");
  for (const std::size_t threads : {std::size_t{1}, std::size_t{2}}) {
    CHECK(form_text(loaded, "x", *Date::from(2022, 2, 28), threads) == "0 (0 K, 0 M) 0 0 0");
    CHECK(form_text(loaded, "x", *Date::from(2022, 3, 1), threads) == "1 (0 K, 1 M) 1 1.5 0");
    CHECK(form_text(loaded, "x", *Date::from(2022, 3, 8), threads) == "2 (1 K, 1 M) 1 3.5 0");
    CHECK(form_text(loaded, "x", *Date::from(2022, 3, 9), threads) == "2 (1 K, 1 M) 2 4.5 0");
    CHECK(form_text(loaded, "x", *Date::from(2022, 3, 10), threads) == "2 (1 K, 1 M) 3 4.5 7");
    CHECK(form_text(loaded, "y", *Date::from(2022, 3, 10), threads) == "1 (0 K, 1 M) 1 0 0");
  }
}

TEST_CASE("participants by age: the completed years at the start, each band at both of its ends") {
  const Loaded loaded = small_project(
      "person_id,sex,birth_date,entry_date\n"
      "U-1,K,2022-03-01,2022-03-01\nU-2,K,2004-03-02,2022-03-01\nU-3,K,2004-03-01,2022-03-01\n"
      "U-4,K,1997-03-02,2022-03-01\nU-5,K,1997-03-01,2022-03-01\nU-6,K,1992-03-02,2022-03-01\n"
      "U-7,K,1992-03-01,2022-03-01\nU-8,K,1967-03-02,2022-03-01\nU-9,K,1967-03-01,2022-03-01\n"
      "U-10,K,1905-01-01,2022-03-01\n",
      "date,person_id,form\n2022-03-01,U-1,x\n2022-03-01,U-2,x\n2022-03-01,U-3,x\n"
      "2022-03-01,U-4,x\n2022-03-01,U-5,x\n2022-03-01,U-6,x\n2022-03-01,U-7,x\n"
      "2022-03-01,U-8,x\n2022-03-01,U-9,x\n2022-03-01,U-10,x\n");
  std::string bands;
  for (const Person& person : loaded.dossier.people.persons) {
    bands += std::to_string(age_band_of(PersonView(loaded.dossier, person).age()));
  }
  CHECK(bands == "0011223344");
  std::string counts;
  for (const auto& series : compute_people_counts(loaded.dossier, {}).people.by_age) {
    counts += series.at(*Date::from(2022, 3, 1)).total.text();
  }
  CHECK(counts == "222220");
}

}  // namespace euproj
