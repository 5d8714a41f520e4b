#include "report/parts/typed_table.hpp"

#include <doctest/doctest.h>

#include "euproj/base/checked.hpp"
#include "euproj/words/texts.hpp"

namespace euproj::parts {
namespace {

struct Thing {
  std::string name;
  std::optional<Money> planned;
  Money spent;
  std::optional<std::int64_t> persons;
  std::optional<Percent> used = {};
  Date day = {};
  std::vector<Money> shares = {};
};

const Words english(Language::english);

Money amount(std::int64_t units) { return Money::minor(units); }

TypedTable<Thing> things() {
  TypedTable<Thing> table(english, "things");
  table.label("name", Text::column_task, &Thing::name);
  table.column("planned", Text::column_planned, &Thing::planned);
  table.column("left", Text::column_remaining, [](const Thing& thing) {
    return attention_if_negative(*thing.planned - thing.spent);
  });
  table.column("persons", "Persons",
               [](const Thing& thing) { return suppressible(thing.persons); });
  table.column("used", Text::column_used, &Thing::used);
  table.column("day", Text::column_date, &Thing::day);
  return table;
}

std::vector<ColumnKind> kinds_of(const Table& table) {
  std::vector<ColumnKind> kinds;
  for (const TableColumn& column : table.columns) kinds.push_back(column.kind);
  return kinds;
}

TEST_CASE("the kind of a column follows from the type of what it shows") {
  CHECK(kinds_of(things().take()) == std::vector{ColumnKind::label, ColumnKind::money,
                                                 ColumnKind::money, ColumnKind::count,
                                                 ColumnKind::percent, ColumnKind::date});
}

TEST_CASE("a row is the columns applied to an item") {
  TypedTable<Thing> table = things();
  table.row({"a", amount(100), amount(130), 7, Percent{13000}, *Date::from(2022, 5, 1)});
  const Table made = table.take();
  REQUIRE(made.rows.size() == 1);
  const std::vector<Cell>& cells = made.rows[0].cells;
  REQUIRE(cells.size() == made.columns.size());
  CHECK(std::get<std::string>(cells[0].value) == "a");
  CHECK(std::get<Money>(cells[1].value) == amount(100));
  CHECK(std::get<Money>(cells[2].value) == amount(-30));
  CHECK(cells[2].tone == Tone::attention);
  CHECK(std::get<Quantity>(cells[3].value) == Quantity::whole(7));
  CHECK(std::get<Percent>(cells[4].value) == Percent{13000});
  CHECK(std::get<Date>(cells[5].value) == *Date::from(2022, 5, 1));
}

TEST_CASE("what does not apply is absent, and what is suppressed is a word") {
  TypedTable<Thing> table(english, "things");
  table.column("planned", Text::column_planned, &Thing::planned);
  table.column("persons", "Persons",
               [](const Thing& thing) { return suppressible(thing.persons); });
  table.column("day", Text::column_date, &Thing::day);
  table.column("blank", "Blank", [](const Thing&) { return MoneyCell::blank(); });
  table.row({"a", {}, {}, {}});
  const Table made = table.take();
  const std::vector<Cell>& cells = made.rows[0].cells;
  CHECK(std::holds_alternative<std::monostate>(cells[0].value));
  CHECK(std::get<std::string>(cells[1].value) == "#");
  CHECK(std::holds_alternative<std::monostate>(cells[2].value));
  CHECK(std::get<std::string>(cells[3].value).empty());
}

TEST_CASE("a column that comes after a row is an internal error") {
  TypedTable<Thing> table = things();
  table.row({"a", amount(1), {}, 1});
  CHECK_THROWS_WITH_AS(table.column("late", Text::column_task, &Thing::name),
                       "column `late` comes after the rows of its table", InternalError);
}

TEST_CASE("a list with more or fewer entries than columns is an internal error") {
  TypedTable<Thing> table(english, "things");
  table.list({{"source_eu", "eu"}, {"source_own", "own"}}, &Thing::shares);
  table.row({"a", {}, {}, {}, {}, {}, {amount(1), amount(2)}});
  CHECK_THROWS_WITH_AS(table.row({"b", {}, {}, {}, {}, {}, {amount(1)}}),
                       "an item has 1 entries for 2 columns", InternalError);
  CHECK_THROWS_WITH_AS(table.row({"c", {}, {}, {}, {}, {}, {amount(1), amount(2), amount(3)}}),
                       "an item has 3 entries for 2 columns", InternalError);
  CHECK(std::get<Money>(table.take().rows[0].cells[1].value) == amount(2));
}

TEST_CASE("a total adds up amounts and counts, and leaves percentages and texts blank") {
  TypedTable<Thing> table = things();
  table.row({"a", amount(100), amount(130), 7, Percent{13000}});
  table.row({"b", amount(50), amount(10), 5, Percent{2000}});
  table.total_row(Text::row_total, "name");
  table.total_cell("used", cell_of(english, std::optional(Percent{9333})));
  const Table made = table.take();
  const TableRow& total = made.rows.back();
  CHECK(total.role == RowRole::total);
  CHECK(std::get<std::string>(total.cells[0].value) == "Total");
  CHECK(std::get<Money>(total.cells[1].value) == amount(150));
  CHECK(std::get<Money>(total.cells[2].value) == amount(10));
  CHECK(std::get<Quantity>(total.cells[3].value) == Quantity::whole(12));
  CHECK(std::get<Percent>(total.cells[4].value) == Percent{9333});
  CHECK(std::get<std::string>(total.cells[5].value).empty());
}

TEST_CASE(
    "a column with an absent item has no total, one with a suppressed item a suppressed one") {
  TypedTable<Thing> table(english, "things");
  table.label("name", Text::column_task, &Thing::name);
  table.column("planned", Text::column_planned, &Thing::planned);
  table.column("persons", "Persons",
               [](const Thing& thing) { return suppressible(thing.persons); });
  table.row({"a", {}, {}, {}});
  table.row({"b", amount(50), {}, 5});
  table.total_row(Text::row_total, "name");
  const Table made = table.take();
  CHECK(std::holds_alternative<std::monostate>(made.rows.back().cells[1].value));
  CHECK(std::get<std::string>(made.rows.back().cells[2].value) == "#");
}

TEST_CASE("a total that is not there, or of another kind, cannot be set") {
  TypedTable<Thing> table = things();
  table.row({"a", amount(1), {}, 1});
  CHECK_THROWS_WITH_AS(table.total_cell("used", PercentCell()), "column `used` has no such total",
                       InternalError);
  table.total_row(Text::row_total, "name");
  CHECK_THROWS_WITH_AS(table.total_cell("used", MoneyCell()), "column `used` has no such total",
                       InternalError);
  CHECK_THROWS_WITH_AS(table.total_cell("usd", PercentCell()),
                       "the table `things` has no column `usd`", InternalError);
}

TEST_CASE("lazy rows are made when they are looked at, stand before the others and are added up") {
  std::size_t made_rows = 0;
  TypedTable<Thing> table(english, "things");
  table.label("name", Text::column_task, &Thing::name);
  table.column("spent", Text::column_amount, &Thing::spent);
  table.lazy_rows(
      {3, [&made_rows](std::size_t at) {
         ++made_rows;
         return Thing{std::to_string(at), {}, amount(static_cast<std::int64_t>(at) + 1), 0};
       }});
  CHECK(made_rows == 0);
  table.total_row(Text::row_total, "name");
  CHECK(made_rows == 3);
  const Table made = table.take();
  CHECK(made.row_count() == 4);
  CHECK(std::get<std::string>(made.row(1).cells[0].value) == "1");
  CHECK(std::get<Money>(made.row(3).cells[1].value) == amount(6));
}

TEST_CASE("values by sex are three columns") {
  TypedTable<Value> table(english, "values");
  table.sexes("period", Text::column_period, [](const Value& value) { return sex_cells(value); });
  table.row({Quantity::whole(3), Quantity::whole(2), {}, {.men = true}});
  const Table made = table.take();
  REQUIRE(made.columns.size() == 3);
  CHECK(made.columns[1].id == "period_women");
  CHECK(std::get<Quantity>(made.rows[0].cells[1].value) == Quantity::whole(2));
  CHECK(std::get<std::string>(made.rows[0].cells[2].value) == "#");
}

}  // namespace
}  // namespace euproj::parts
