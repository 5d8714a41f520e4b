#pragma once
// Relations: the steps of a script, each a table that later steps read.
//
// A step is made once and kept, so that an auditor may look at it; it is called by what its rows
// are, and its comment says the rule. Joins are on equality alone; what else must hold stands in
// `where`.

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sql/algebra/value.hpp"

namespace euproj::sql {

struct ColumnOf {
  std::string name;
  Type type{};
};
using Columns = std::vector<ColumnOf>;

struct Joined {
  std::string table;
  std::string alias;
  bool keeps_unmatched = false;  // a left join
  Value on;                      // none: the first
};

/// One SELECT. Columns that add up rows group by all others.
struct Select {
  std::vector<Value> columns;  // in the order of the step's
  std::vector<Joined> from;
  Value where = {};
  Value having = {};  // of the groups

  Select& of(std::string_view table, std::string_view alias) {
    from.push_back({std::string(table), std::string(alias), false, {}});
    return *this;
  }
  /// Where these columns are equal in the table of alias `of` and here.
  Select& join(std::string_view table, std::string_view alias, std::string_view of,
               const std::vector<std::string>& columns_equal);
  Select& left_join(std::string_view table, std::string_view alias, std::string_view of,
                    const std::vector<std::string>& columns_equal);
  Select& join(std::string_view table, std::string_view alias, const Value& on) {
    from.push_back({std::string(table), std::string(alias), false, on});
    return *this;
  }
  Select& left_join(std::string_view table, std::string_view alias, const Value& on) {
    from.push_back({std::string(table), std::string(alias), true, on});
    return *this;
  }
  Select& only(const Value& condition) {
    where = where && condition;
    return *this;
  }
  Select& only_groups(const Value& condition) {
    having = having && condition;
    return *this;
  }
  Select& gives(std::vector<Value> values) {
    columns = std::move(values);
    return *this;
  }
};

struct Step {
  std::string name;
  std::string comment;  // the rule
  Columns columns;
  std::vector<Select> parts;  // one under the other
  bool appends = false;       // to a table of this name that is there
};

/// What the definition says, as a table.
struct Constants {
  std::string name;
  std::string comment;
  Columns columns;
  std::vector<std::vector<Value>> rows;
};

/// Lines that only explain.
struct Remark {
  std::string text;
};

using Statement = std::variant<Constants, Step, Remark>;

}  // namespace euproj::sql
