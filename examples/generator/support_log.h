// The log of support: individual hours, group sessions, and people from outside the project.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "calendar.h"
#include "people.h"
#include "random_source.h"
#include "table.h"

namespace euproj_examples {

struct SupportRow {
  Day date;
  Day date_to;
  std::string person_id;  // empty: a row with a headcount
  std::string form;
  std::string task;
  std::string session_id;
  int half_hours = 0;
  std::string provider;
  int headcount = 0;
};

// What one meeting of a group is.
struct GroupSession {
  std::string form;
  std::string task;
  std::string session_id;
  Day date;
  Day date_to;
  int half_hours = 0;
  std::string provider;
  int places = 0;  // at most so many take part
};

using Admission = std::function<bool(const Person&)>;

class SupportLog {
 public:
  // Ignored when the person already has a row of that form on that day.
  void add(const SupportRow& row);

  // Drawn participants who are in the project on all days of the session and are admitted.
  void add_group_session(RandomSource& random, const std::vector<Person>& people,
                         const GroupSession& session, const Admission& admits);

  // Individual meetings from the first support to the exit of every stay of an admitted person,
  // about `days_between` days apart, with the forms in turn.
  struct IndividualPlan {
    std::vector<std::string> forms;
    std::string task;
    std::vector<std::string> providers;  // one for each form
    int days_between = 30;
    int shortest = 2;  // in half hours
    int longest = 4;
    int first_after = 0;  // days from the first support to the first meeting
  };
  void add_individual(RandomSource& random, const std::vector<Person>& people,
                      const IndividualPlan& plan, const Admission& admits);

  // The rows in the order of their dates; with `year` only those of one year.
  [[nodiscard]] Table table(const std::vector<std::string>& columns, const Dialect& dialect,
                            int year = 0) const;

 private:
  std::vector<SupportRow> rows_;
  std::set<std::tuple<std::string, std::string, int>> known_;  // person, form, day
};

}  // namespace euproj_examples
