#include "read/logs/dialect.hpp"

#include <doctest/doctest.h>

#include <string>

#include "read/logs/log_form.hpp"

namespace euproj {
namespace {

DataFile log_of(LogKind kind) {
  DataFile declared;
  declared.kind = kind;
  return declared;
}

std::optional<char> delimiter_of(std::string_view text,
                                 const DataFile& declared = log_of(LogKind::participants)) {
  Diagnostics diagnostics;
  const auto layout = find_layout(text, declared, *log_form(declared), 0, diagnostics);
  return layout ? std::optional(layout->delimiter) : std::nullopt;
}

std::optional<char> decimal_of(const std::string& amounts,
                               DataFile declared = log_of(LogKind::expenditures)) {
  const std::string text = "doc_no;eligible;grant\n" + amounts;
  declared.columns = {{"paid_date", "doc_no"}, {"task", "doc_no"}};
  Diagnostics diagnostics;
  CsvScanner scanner(text, ';');
  REQUIRE(scanner.next());
  UnknownColumns told;
  const auto heading = read_header(scanner.row(), declared, 0, diagnostics, 0, told);
  REQUIRE(heading);
  return find_decimal_sign(text, {';', {0, 1, false, 0, {}}}, *heading, declared, 0, diagnostics);
}

}  // namespace

TEST_CASE("dialect: the delimiter with the most known names") {
  CHECK(delimiter_of("person_id;sex;birth_date\n") == ';');
  CHECK(delimiter_of("person_id,sex,birth_date\n") == ',');
  CHECK(delimiter_of("person_id\tsex\tbirth_date\n") == '\t');
  CHECK(delimiter_of("Uwagi, inne;person_id;sex\n") == ';');
  CHECK(delimiter_of("\n\n PERSON_ID , Sex \n") == ',');
  CHECK(delimiter_of("\"person_id\";\"sex\"\n") == ';');
}

TEST_CASE("dialect: with equal names the most constant number of cells") {
  CHECK(delimiter_of("person_id\nA;1\nB;2\n") == ',');
  CHECK(delimiter_of("person_id\nA\nB\n") == ';');
}

TEST_CASE("dialect: names that columns maps are known, those they replace are not") {
  DataFile declared = log_of(LogKind::participants);
  declared.columns = {{"person_id", "Kod uczestnika"}, {"sex", "PŁEĆ"}};
  CHECK(delimiter_of("kod uczestnika,płeć\n", declared) == ',');
  CHECK_FALSE(delimiter_of("person_id,sex\n", declared));
}

TEST_CASE("dialect: a declared delimiter is not questioned") {
  DataFile declared = log_of(LogKind::participants);
  declared.delimiter = '|';
  CHECK(delimiter_of("person_id|sex\n", declared) == '|');
  CHECK_FALSE(delimiter_of("a;sex\n", declared));
}

TEST_CASE("dialect: the decimal sign of the sample") {
  CHECK(decimal_of("1;100;50\n") == '.');
  CHECK(decimal_of("1;100,50;50\n2;1 042 938,86 zł;\n") == ',');
  CHECK(decimal_of("1;100;50.5\n") == '.');
  CHECK(decimal_of("1;1.234,50;0\n") == ',');
  CHECK(decimal_of("1;0,125;0\n") == ',');
  CHECK_FALSE(decimal_of("1;100,50;\n2;;100.50\n"));
}

TEST_CASE("dialect: a sign that may group thousands decides nothing") {
  CHECK(decimal_of("1;781.795;1,5\n") == ',');
  CHECK(decimal_of("1;781,795;\n") == '.');
}

TEST_CASE("dialect: a declared decimal sign is not questioned") {
  DataFile declared = log_of(LogKind::expenditures);
  declared.decimal = ',';
  CHECK(decimal_of("1;100.50;50.20\n", declared) == ',');
}

}  // namespace euproj
