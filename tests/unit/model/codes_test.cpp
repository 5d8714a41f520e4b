// Codes of parts that were read beside one another become those of the parts read one after
// another.

#include "euproj/model/codes.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/random.hpp"

namespace euproj {

TEST_CASE("any number of threads takes in the words of parts as one reader would meet them") {
  for (const std::size_t threads : {1U, 2U, 5U}) {
    testing::Random random(43);
    Codes whole;
    Codes shared;
    for (Codes* const codes : {&whole, &shared}) codes->person_ids.intern("known");
    std::vector<Codes> parts;
    for (int part = 0; part < 3; ++part) parts.push_back(Codes::overlay(shared));
    struct Row {
      Code person_id;
      Code household;
      Code book;
    };
    std::vector<std::vector<Row>> rows(parts.size());
    std::vector<std::string> persons;
    std::vector<std::string> households;
    // So many that threads share them: fewer are taken by one.
    for (std::size_t part = 0; part < parts.size(); ++part) {
      for (int row = 0; row < 10'000; ++row) {
        persons.push_back(row % 50 == 0 ? "known" : "P" + std::to_string(random.number(1, 20'000)));
        households.push_back("a longer household " + std::to_string(random.number(1, 9'000)));
        rows[part].push_back({parts[part].person_ids.intern(persons.back()),
                              parts[part].households.intern(households.back()),
                              parts[part].books.append("K" + std::to_string(row))});
      }
    }
    std::vector<const Codes*> its;
    for (const Codes& part : parts) its.push_back(&part);
    const std::vector<CodeTables<CodeRemap>> remaps = shared.merge(its, threads);
    std::size_t at = 0;
    for (std::size_t part = 0; part < parts.size(); ++part) {
      for (const Row& row : rows[part]) {
        if (remaps[part].person_ids(row.person_id) != whole.person_ids.intern(persons[at]) ||
            remaps[part].households(row.household) != whole.households.intern(households[at]) ||
            remaps[part].books(row.book) != at + 1) {
          FAIL("row " << at << " on " << threads << " threads");
        }
        ++at;
      }
    }
    CHECK(shared.person_ids.size() == whole.person_ids.size());
    CHECK(shared.households.size() == whole.households.size());
    CHECK(shared.books.size() == at);
  }
}

}  // namespace euproj
