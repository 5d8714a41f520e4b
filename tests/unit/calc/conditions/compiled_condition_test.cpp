// What is asked of persons by code is the same for small codes and for those beyond 64.

#include "calc/conditions/compiled_condition.hpp"

#include <doctest/doctest.h>

#include <string>

#include "calc/counting/person_units.hpp"
#include "euproj/calc/people_counts.hpp"
#include "euproj/calc/person_view.hpp"
#include "support/load_project.hpp"
#include "support/memory_files.hpp"

namespace euproj {
namespace {

constexpr int many = 70;  // codes, of which some are beyond 64

/// One person for each of many forms and places of living, with as many rows of non-participants.
Loaded wide_project(const std::string& indicators) {
  testing::MemoryFiles files;
  files.put("p/project.yaml",
            "euproj: 1\n"
            "project: {id: p, title: T, period: {start: 2022-01-01, end: 2022-12-31}}\n"
            "financing:\n"
            "  total: 1000.00\n"
            "  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]\n" +
                indicators + "data: {participants: u.csv, support: w.csv}\n");
  std::string participants = "person_id,sex,birth_date,entry_date,municipality\n";
  std::string support = "date,person_id,form,hours,headcount\n";
  for (int i = 1; i <= many; ++i) {
    const std::string number = std::to_string(i);
    participants += "U-" + number + ",K,1990-01-01,2022-03-01,town" + number + "\n";
    support += "2022-03-01,U-" + number + ",f" + number + ",2,\n";
    for (int row = 0; row < 40; ++row) support += "2022-03-02,,f" + number + ",,3\n";
  }
  files.put("p/u.csv", participants);
  files.put("p/w.csv", support);
  return testing::load_project("p/project.yaml", files);
}

}  // namespace

TEST_CASE("a set of codes holds what was put in, once, on both sides of 64") {
  CodeSet codes;
  CHECK(codes.empty());
  for (const Code code : {1U, 63U, 64U, 65U, 4'000'000'000U}) {
    CHECK_FALSE(codes.contains(code));
    CHECK(codes.insert(code));
    CHECK_FALSE(codes.insert(code));
    CHECK(codes.contains(code));
    CHECK_FALSE(codes.empty());
  }
  CHECK_FALSE(codes.contains(0));
  CHECK_FALSE(codes.contains(2));
  CHECK_FALSE(codes.contains(127));
  codes.clear();
  CHECK(codes.empty());
  CHECK_FALSE(codes.contains(64));
}

TEST_CASE("forms and attributes beyond 64 codes are asked for as those below") {
  const Loaded loaded = wide_project("");
  const Dossier& dossier = loaded.dossier;
  REQUIRE(dossier.people.persons.size() == many);
  PersonView person(dossier);
  for (PersonIndex index = 0; index < many; ++index) {
    person.move_to(&dossier.people.persons[index]);
    const SupportFact row = person.support().front();
    for (int i = 1; i <= many; ++i) {
      const bool own = i == static_cast<int>(index) + 1;
      const DaySpans expected = own ? DaySpans::from(*Date::from(2022, 3, 1)) : DaySpans();
      Condition form;
      form.support = {dossier.codes.forms.find("f" + std::to_string(i))};
      Condition town;
      town.attributes = {
          {Attribute::municipality,
           {dossier.codes.attribute(Attribute::municipality).find("town" + std::to_string(i))}}};
      for (const Condition& condition : {form, town}) {
        const CompiledCondition compiled(condition);
        REQUIRE(person_days(person, compiled) == expected);
        REQUIRE(row_days(person, compiled, row) == expected);
      }
    }
  }
}

TEST_CASE("what the person was at entry and what changes with the days are asked together") {
  const Loaded loaded = wide_project("");
  const Dossier& dossier = loaded.dossier;
  const auto town = [&](const std::string& number) {
    Condition condition;
    condition.attributes = {
        {Attribute::municipality,
         {dossier.codes.attribute(Attribute::municipality).find("town" + number)}}};
    return condition;
  };
  const auto form = [&](const std::string& number) {
    Condition condition;
    condition.support = {dossier.codes.forms.find("f" + number)};
    return condition;
  };
  Condition any_town;
  any_town.any = {town("1"), town("2")};
  Condition any_mixed;
  any_mixed.any = {town("1"), form("2")};
  Condition all_mixed;
  all_mixed.all = {any_town, form("2")};
  Condition not_town;
  not_town.none = {town("1")};
  Condition not_mixed;
  not_mixed.none = {any_mixed};
  Condition deep = not_town;
  deep.all = {any_mixed};

  struct Case {
    const Condition& condition;
    bool is_fixed;  // yes or no, the same on every day
    bool first;     // whether it holds for the first person,
    bool second;
    bool third;  // and for each that follows
  };
  for (const Case& each :
       {Case{any_town, true, true, true, false}, Case{any_mixed, false, true, true, false},
        Case{all_mixed, false, false, true, false}, Case{not_town, true, false, true, true},
        Case{not_mixed, false, false, false, true}, Case{deep, false, false, true, false},
        Case{Condition(), true, true, true, true}}) {
    const CompiledCondition compiled(each.condition);
    CHECK(compiled.is_fixed() == each.is_fixed);
    PersonView person(dossier);
    for (PersonIndex index = 0; index < many; ++index) {
      person.move_to(&dossier.people.persons[index]);
      const bool expected = index == 0 ? each.first : index == 1 ? each.second : each.third;
      REQUIRE(person_days(person, compiled) ==
              (expected ? DaySpans::from(*Date::from(2022, 3, 1)) : DaySpans()));
    }
  }
}

TEST_CASE("rows of non-participants are counted by the thousand, each once") {
  const Loaded loaded = wide_project(
      "indicators:\n"
      "  - {id: h, name: H, kind: output, unit: u, count: headcount}\n"
      "  - {id: g, name: G, kind: output, unit: u, count: hours}\n");
  const Date last = *Date::from(2022, 12, 31);
  std::uint32_t rows = 0;
  visit_non_participants(loaded.dossier, [&](const SupportFact& row, std::uint32_t at) {
    REQUIRE(at == loaded.dossier.people.non_participants.first + rows++);
    REQUIRE(row.headcount == 3);
    REQUIRE(row.form == loaded.dossier.logs.support[at].form);
  });
  CHECK(rows == many * 40);
  for (const std::size_t threads : {std::size_t{1}, std::size_t{3}}) {
    const PeopleCounts counts = compute_people_counts(loaded.dossier, {{}, last}, threads);
    CHECK(counts.indicators[0].values.at(last).total.text() == std::to_string(many * 40 * 3));
    CHECK(counts.indicators[1].values.at(last).total.text() == std::to_string(many * 2));
    for (std::size_t form = 1; form <= many; ++form) {
      const SupportAmount support = counts.forms.at(form).support.at(last);
      REQUIRE(support.headcount.text() == "120");
      REQUIRE(support.sessions.text() == "41");
      REQUIRE(support.hours.text() == "2");
      REQUIRE(counts.forms.at(form).persons.at(last).women.text() == "1");
    }
  }
}

}  // namespace euproj
