#include "sql/algebra/relation.hpp"

namespace euproj::sql {
namespace {

Value equal_columns(std::string_view a, std::string_view b, const std::vector<std::string>& all) {
  Value on;
  for (const std::string& name : all) on = on && column(b, name) == column(a, name);
  return on;
}

}  // namespace

Select& Select::join(std::string_view table, std::string_view alias, std::string_view its,
                     const std::vector<std::string>& columns_equal) {
  from.push_back(
      {std::string(table), std::string(alias), false, equal_columns(its, alias, columns_equal)});
  return *this;
}

Select& Select::left_join(std::string_view table, std::string_view alias, std::string_view its,
                          const std::vector<std::string>& columns_equal) {
  from.push_back(
      {std::string(table), std::string(alias), true, equal_columns(its, alias, columns_equal)});
  return *this;
}

}  // namespace euproj::sql
