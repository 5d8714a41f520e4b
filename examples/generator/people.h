// Invented participants: who they are, and when they were in the project.
#pragma once

#include <string>
#include <vector>

#include "calendar.h"
#include "identity.h"
#include "random_source.h"
#include "table.h"

namespace euproj_examples {

// One stay in the project. A person who comes back has several.
struct Stay {
  Day entry;          // the signed declaration
  Day first_support;  // on or after the entry
  Day exit;
  bool completed = true;
};

struct Person {
  std::string id;
  std::string pesel;
  std::string other_id;
  bool pesel_only = false;  // the register leaves sex and birth date to the PESEL
  Sex sex = Sex::woman;
  Day birth;
  std::string group;
  std::string role;  // not written: which forms of support the person uses
  std::string household;
  std::string labour_status;
  std::string education;
  std::string degurba;
  std::string disability;  // "yes", "no" or "refused", as the dialect spells it
  std::string municipality;
  std::string ground;
  std::vector<Stay> stays;

  [[nodiscard]] Day start() const { return stays.front().first_support; }
};

struct Ages {
  int youngest = 0;
  int oldest = 0;
};

// A date of birth that makes someone of a drawn age on the given day.
Day draw_birth(RandomSource& random, Ages ages, Day on);

// Fills labour status, education and disability so that they suit the age.
void draw_characteristics(RandomSource& random, Person& person, const Dialect& dialect);

// Sorts by the first entry and gives the ids PREFIX-001, PREFIX-002, ...
void number_people(std::vector<Person>& people, const std::string& prefix);

// Renames the households, ... in the order in which they entered.
void number_households(std::vector<Person>& people);

// True when one stay covers all the days, from its first support to its exit.
bool takes_part(const Person& person, Day from, Day until);

// The columns of a register without PESEL, headed by their own names.
std::vector<Column> register_columns();

Table participants_table(const std::vector<Person>& people, const std::vector<Column>& columns,
                         const Dialect& dialect);

}  // namespace euproj_examples
