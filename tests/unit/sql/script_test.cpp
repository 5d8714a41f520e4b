// What is said of a script as a whole: which figures need no witness, and what an export has.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "euproj/sql/export_tables.hpp"
#include "euproj/sql/sql_script.hpp"
#include "support/examples.hpp"

namespace euproj {
namespace {

SqlScript script_of(const std::string& example, SqlDialect dialect) {
  const Dossier& dossier = testing::dossier_of(example);
  return build_sql_script({{&dossier, dossier.project.period}}, dialect);
}

TEST_CASE("targets, plans and thresholds are the definition's own") {
  CHECK(is_given_figure("indicators.P1.target.total"));
  CHECK(is_given_figure("expenditure.tasks.1.planned"));
  CHECK(is_given_figure("expenditure.lump_sums.KR1.amount"));
  CHECK_FALSE(is_given_figure("expenditure.unit_costs.S1.unpaid.amount"));
  CHECK_FALSE(is_given_figure("indicators.P1.cumulative.total"));
}

TEST_CASE("the script depends on definition and period alone, and says what it leaves out") {
  const SqlScript script = script_of("jastrzebie", SqlDialect::duckdb);
  CHECK(script.text == script_of("jastrzebie", SqlDialect::duckdb).text);
  REQUIRE_FALSE(script.not_computed.empty());
  for (const std::string& what : script.not_computed) {
    CHECK(script.text.find("-- not computed: " + what) != std::string::npos);
  }
  CHECK(script.text.find("CREATE FUNCTION") == std::string::npos);
  CHECK(script.text.find("LATERAL") == std::string::npos);
}

TEST_CASE("each engine has its own words, and no other engine's") {
  CHECK(script_of("opole", SqlDialect::clickhouse).text.find("HUGEINT") == std::string::npos);
  CHECK(script_of("opole", SqlDialect::postgresql).text.find("HUGEINT") == std::string::npos);
  CHECK(script_of("opole", SqlDialect::duckdb).text.find("intDiv") == std::string::npos);
}

TEST_CASE("an export has a row for each row of the logs, and no PESEL") {
  const Dossier& dossier = testing::dossier_of("jastrzebie");
  for (const ExportTable& table : export_tables()) {
    std::string rows;
    table.write_rows(dossier, [&](std::string_view piece) { rows += piece; });
    CHECK(rows.find("PESEL") == std::string::npos);
    const auto lines = static_cast<std::size_t>(std::count(rows.begin(), rows.end(), '\n'));
    if (table.name == "documents") CHECK(lines == dossier.logs.expenditures.size());
    if (table.name == "support") CHECK(lines == dossier.logs.support.size());
    if (table.name == "projects") CHECK(lines == 1);
    for (const ParticipantRow& row : dossier.logs.participants) {
      if (row.pesel == 0) continue;
      CHECK(rows.find(std::to_string(row.pesel)) == std::string::npos);
      break;
    }
  }
}

TEST_CASE("schemas divide each table, by person where it has persons") {
  const auto text_of = [](const std::string& file) {
    for (const ExportSchema& schema : export_schemas()) {
      if (schema.file == file) return schema.text;
    }
    return std::string();
  };
  const std::string parts = text_of("schema-postgresql-partitions.sql");
  const std::string cluster = text_of("schema-clickhouse-cluster.sql");
  for (const ExportTable& table : export_tables()) {
    const bool of_persons = table.header.find(",person,") != std::string::npos;
    const std::size_t at = parts.find("CREATE TABLE " + table.name + " (");
    REQUIRE(at != std::string::npos);
    const std::string statement = parts.substr(at, parts.find(";", at) - at);
    const bool is_divided = statement.find("PARTITION BY HASH (project") != std::string::npos;
    CHECK(is_divided == (table.name != "projects"));
    CHECK((statement.find("HASH (project, person)") != std::string::npos) == of_persons);
    const std::size_t shard = cluster.find(", " + table.name + "_local, cityHash64(project");
    REQUIRE(shard != std::string::npos);
    const std::string key = cluster.substr(shard, cluster.find(";", shard) - shard);
    CHECK((key.find("person") != std::string::npos) == of_persons);
  }
}

}  // namespace
}  // namespace euproj
