#include "sql/tables/tables.hpp"

#include "euproj/model/indicator.hpp"

namespace euproj::sql {
namespace {

TableColumns participations() {
  TableColumns made{"participations",
                    {{"project", Type::key},
                     {"person", Type::key},
                     {"row_no", Type::whole},
                     {"birth_date", Type::date}}};
  for (std::size_t i = 0; i < attribute_count; ++i) {
    made.columns.push_back({attribute_column(static_cast<Attribute>(i)), Type::text});
  }
  for (const auto& [name, type] : Columns{{"household", Type::text},
                                          {"entry_day", Type::date},
                                          {"exit_day", Type::date},
                                          {"completed", Type::text},
                                          {"partner", Type::text}}) {
    made.columns.push_back({name, type});
  }
  return made;
}

std::vector<TableColumns> all_tables() {
  return {
      {"identities", {{"project", Type::key}, {"person", Type::key}, {"person_id", Type::key}}},
      participations(),
      {"support",
       {{"project", Type::key},
        {"person", Type::text},
        {"row_no", Type::whole},
        {"day", Type::date},
        {"form", Type::key},
        {"session_key", Type::key},
        {"hours", Type::quantity},
        {"repeated", Type::whole},
        {"headcount", Type::whole},
        {"partner", Type::text}}},
      {"outcomes",
       {{"project", Type::key},
        {"person", Type::key},
        {"row_no", Type::whole},
        {"outcome", Type::key},
        {"day", Type::date},
        {"partner", Type::text}}},
      {"places",
       {{"project", Type::key},
        {"place", Type::key},
        {"row_no", Type::whole},
        {"kind", Type::key},
        {"first_day", Type::date},
        {"last_day", Type::date},
        {"capacity", Type::whole}}},
      {"measurements",
       {{"project", Type::key},
        {"indicator", Type::key},
        {"row_no", Type::whole},
        {"day", Type::date},
        {"amount", Type::quantity},
        {"women", Type::quantity},
        {"men", Type::quantity}}},
      {"entities",
       {{"project", Type::key},
        {"entity", Type::key},
        {"row_no", Type::whole},
        {"day", Type::date},
        {"kind", Type::text},
        {"size", Type::text},
        {"partner", Type::text}}},
      {"documents",
       {{"project", Type::key},
        {"row_no", Type::whole},
        {"document", Type::key},
        {"document_key", Type::key},
        {"claim", Type::text},
        {"task", Type::text},
        {"category", Type::text},
        {"source", Type::text},
        {"partner", Type::text},
        {"paid", Type::date},
        {"eligible", Type::money},
        {"grant_amount", Type::money}}},
      {"declared_values",
       {{"project", Type::key},
        {"claim", Type::key},
        {"indicator", Type::key},
        {"row_no", Type::whole},
        {"of_period", Type::whole},
        {"total", Type::quantity},
        {"women", Type::quantity},
        {"men", Type::quantity}}},
      {"settlements",
       {{"project", Type::key},
        {"lump_sum", Type::key},
        {"row_no", Type::whole},
        {"claim", Type::text},
        {"day", Type::date}}},
      {"projects", {{"project", Type::key}, {"export_version", Type::whole}}},
  };
}

}  // namespace

std::string attribute_column(Attribute which) {
  const std::string_view name = attribute_names.at(static_cast<std::size_t>(which));
  return which == Attribute::group ? "group_id" : std::string(name);  // a word of SQL
}

const std::vector<TableColumns>& tables() {
  static const std::vector<TableColumns> all = all_tables();
  return all;
}

}  // namespace euproj::sql
