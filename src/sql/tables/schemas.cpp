// The tables as statements of an engine: as they are, in partitions, and on several machines.

#include <algorithm>

#include "euproj/sql/export_tables.hpp"
#include "sql/algebra/dialect.hpp"
#include "sql/algebra/render.hpp"
#include "sql/tables/tables.hpp"

namespace euproj {
namespace {

using namespace sql;

constexpr int partitions = 8;

std::string version_line() { return "Version " + std::to_string(export_version) + "."; }

/// Null: its rows are of no person.
const ColumnOf* person_of(const TableColumns& table) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [](const ColumnOf& column) { return column.name == "person"; });
  return found == table.columns.end() ? nullptr : &*found;
}

/// One row a project: not worth a partition.
bool is_small(const TableColumns& table) { return table.name == "projects"; }

std::string plain_schema() {
  std::string text = comment_lines(
      "Tables of an export of euproj, as PostgreSQL and DuckDB have them. Amounts have a fixed "
      "scale, yes is 1, an empty cell is NULL. `euproj sql` writes them for each engine.\n" +
      version_line());
  for (const TableColumns& table : tables()) {
    text += "CREATE TABLE " + table.name + " (" +
            column_list(table.columns, SqlDialect::postgresql) + ");\n";
  }
  return text;
}

std::string partitioned_schema() {
  std::string text = comment_lines(
      "The same tables for PostgreSQL in " + std::to_string(partitions) +
      " partitions by hash. Run it once before the first script of `euproj sql`, which takes "
      "tables that are there.\n" +
      version_line() +
      "\nWhat is of persons is divided by project and person, all else by project, so equal keys "
      "of two tables of persons meet in partitions of the same number. A partition may be a "
      "foreign table (postgres_fdw) and lie on another machine. `projects` has one row a project, "
      "and is "
      "whole.\nNot divided: the steps of a script. They are temporary tables of one session; only "
      "reading the tables is spread.");
  for (const TableColumns& table : tables()) {
    text += "\nCREATE TABLE " + table.name + " (" +
            column_list(table.columns, SqlDialect::postgresql) + ")";
    if (is_small(table)) {
      text += ";\nALTER TABLE " + table.name + " ADD PRIMARY KEY (project);\n";
      continue;
    }
    text += std::string(" PARTITION BY HASH (project") +
            (person_of(table) != nullptr ? ", person" : "") + ");\n";
    for (int i = 0; i < partitions; ++i) {
      text += "CREATE TABLE " + table.name + "_" + std::to_string(i) + " PARTITION OF " +
              table.name + " FOR VALUES WITH (MODULUS " + std::to_string(partitions) +
              ", REMAINDER " + std::to_string(i) + ");\n";
    }
  }
  return text;
}

std::string cluster_schema() {
  std::string text = comment_lines(
      "The same tables for a cluster of ClickHouse. Run it once on any node before the first "
      "script of `euproj sql`, which takes tables that are there; the macro {cluster} of the "
      "servers names the cluster.\n" +
      version_line() +
      "\nRows lie in NAME_local on each shard, NAME is what scripts read and write. What is of "
      "persons is divided by project and person, so that all rows of a person are on one shard, "
      "and sorted by them; all else is divided by project.\nNot divided: the steps of a script. "
      "Shards read, filter and add up what a step takes from the tables; the steps themselves are "
      "temporary tables of the session that runs the script, and joins send them to the shards.");
  for (const TableColumns& table : tables()) {
    // A blank person is NULL in `support`; a key of ClickHouse is not.
    std::string key = "project";
    if (const ColumnOf* const person = person_of(table)) {
      key += person->type == Type::key ? ", person" : ", ifNull(person, '')";
    }
    text += "\nCREATE TABLE " + table.name + "_local ON CLUSTER '{cluster}' (" +
            column_list(table.columns, SqlDialect::clickhouse) +
            ")\n  ENGINE = MergeTree ORDER BY (" + key + ");\nCREATE TABLE " + table.name +
            " ON CLUSTER '{cluster}' AS " + table.name +
            "_local\n  ENGINE = Distributed('{cluster}', currentDatabase(), " + table.name +
            "_local, cityHash64(" + key + "));\n";
  }
  return text;
}

}  // namespace

const std::vector<ExportSchema>& export_schemas() {
  static const std::vector<ExportSchema> all = {
      {"schema.sql", plain_schema()},
      {"schema-postgresql-partitions.sql", partitioned_schema()},
      {"schema-clickhouse-cluster.sql", cluster_schema()}};
  return all;
}

}  // namespace euproj
