// Rows read many at a time are those that are read one by one, and so are the findings.
//
// A column with `values:` is not read many at a time: with a replacement that replaces nothing in
// each column, every row of a log is read by read_row.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "euproj/model/columns.hpp"
#include "support/log_run.hpp"
#include "support/random.hpp"

namespace euproj {
namespace {

using testing::LogRun;
using testing::Random;

template <typename Rows>
void add_rows(const Rows& rows, std::vector<std::string>& lines) {
  for (const auto& row : rows) {
    std::string line;
    row.fields(row,
               [&](const auto& field) { line += std::to_string(packed::number_of(field)) + " "; });
    lines.push_back(line);
  }
}

std::vector<std::string> described(LogRun& run) {
  std::vector<std::string> lines = run.findings();
  for (const ParticipantRow& row : run.logs.participants) {
    std::string line = row.born.iso() + " " + row.entry.iso() + " " + row.exit.iso() + " ";
    for (const std::uint64_t number :
         {std::uint64_t{row.person_id}, std::uint64_t{row.other_id}, row.pesel,
          std::uint64_t{row.household}, std::uint64_t{row.origin.line},
          static_cast<std::uint64_t>(row.completed)}) {
      line += std::to_string(number) + " ";
    }
    for (std::size_t i = 0; i < attribute_count; ++i) {
      line += std::to_string(row.attribute(static_cast<Attribute>(i))) + " ";
    }
    lines.push_back(line);
  }
  add_rows(run.logs.support, lines);
  add_rows(run.logs.outcomes, lines);
  add_rows(run.logs.expenditures, lines);
  for (const PlaceRow& row : run.logs.places) {
    lines.push_back(row.name + " " + row.from.iso() + " " + row.to.iso() + " " +
                    std::to_string(row.place) + " " + std::to_string(static_cast<int>(row.kind)) +
                    " " + std::to_string(row.capacity) + " " + std::to_string(row.evidence));
  }
  for (const Interner* const words :
       {&run.codes.evidences, &run.codes.places, &run.codes.documents}) {
    for (Code code = 1; code <= words->size(); ++code) lines.emplace_back(words->text(code));
  }
  for (Code code = 1; code <= run.codes.person_ids.size(); ++code) {
    lines.emplace_back(run.codes.person_ids.text(code));
  }
  for (Code code = 1; code <= run.codes.books.size(); ++code) {
    lines.emplace_back(run.codes.books.text(code));
  }
  for (const LogFile& file : run.logs.files) lines.push_back(std::to_string(file.rows) + " rows");
  lines.push_back(std::to_string(run.logs.persons_left_out.size()) + " persons left out");
  lines.push_back(std::to_string(run.logs.documents_left_out.size()) + " documents left out");
  return lines;
}

std::vector<std::string> read(LogKind kind, const std::string& text, bool is_one_by_one,
                              bool has_lists) {
  LogRun run;
  if (has_lists) {
    run.project.support_forms.resize(1);
    run.project.groups.resize(1);
    run.codes.forms.intern("f1");
    run.codes.attribute(Attribute::group).intern("g1");
  }
  DataFile& file = run.add(kind, "log.csv", text);
  for (const ColumnInfo& column : columns_of(kind)) {
    if (is_one_by_one)
      file.values.push_back({std::string(column.name), {{"nobody wrote", "this"}}});
  }
  run.read();
  return described(run);
}

/// Cells of one column: the first ones are usual, the others rare.
struct Cells {
  std::string header;
  std::vector<std::string> usual;
  std::vector<std::string> rare;
};

const std::vector<std::string> odd_texts = {
    "-",    "—",    " a ", "", "\"a, b\"", "\"a \"\"b\"\"\"", "Łódź", "\"line\nfeed\"",
    "\"\"", "a\"b", "\t"};

std::vector<Cells> cells_of(LogKind kind) {
  const Cells person = {"person_id",
                        {"P1", "P2", "Person-000000012", "Q3"},
                        {"44051401359", "", "-", " P1 ", "Łucja"}};
  const Cells day = {"date",
                     {"2024-01-02", "2024-01-02", "2024-02-29"},
                     {"2023-02-29", "02.01.2024", "", "x", " 2024-01-02 ", "2024-01-02\""}};
  const Cells text = {
      "task", {"T1", "T2", "a longer name of a task", "\"Opole, Zaodrze\""}, odd_texts};
  const auto of = [](Cells cells, const std::string& header) {
    cells.header = header;
    return cells;
  };
  const Cells answer = {"disability", {"yes", "no", "refused", ""}, {"Tak", "maybe", "-", " no"}};
  const Cells money = {"eligible",
                       {"10.00", "1234.5", "7"},
                       {"-3.10", "1 000.00", "10,00", "", "1.234", "5 zł", "x"}};
  if (kind == LogKind::support) {
    return {day,
            of(day, "date_to"),
            person,
            {"form", {"f1"}, {"f2", "F1", " f1", ""}},
            text,
            of(text, "session_id"),
            {"hours", {"1", "1.25", "0.5", ""}, {"-1", "x", "1,5", "0"}},
            {"headcount", {""}, {"12", "x", "0"}}};
  }
  if (kind == LogKind::outcomes) return {person, of(text, "outcome"), day, of(text, "evidence")};
  if (kind == LogKind::places) {
    return {of(text, "place_id"),
            of(text, "name"),
            {"kind", {"created", "supported"}, {"Created", "x", ""}},
            of(day, "from"),
            of(day, "to"),
            {"capacity", {"15", "1", ""}, {"0", "1.5", " 3", "-"}},
            of(text, "evidence")};
  }
  if (kind == LogKind::expenditures) {
    return {of(text, "doc_no"),
            of(text, "book_no"),
            of(day, "issue_date"),
            of(day, "paid_date"),
            text,
            of(text, "issuer_nip"),
            money,
            of(money, "gross"),
            of(money, "grant"),
            of(text, "corrects")};
  }
  return {
      person,
      {"pesel", {"44051401359", "44051401458", ""}, {"44051401358", "'44051401359", "1"}},
      of(text, "other_id"),
      {"sex", {"K", "M", "M", ""}, {"kobieta", "x", "-"}},
      {"birth_date", {"1944-05-14", "1944-05-14", ""}, {"1990-01-01", "2025-01-01", "1850-01-01"}},
      {"group", {"g1", "g1", ""}, {"g2", " g1"}},
      of(text, "household_id"),
      of(day, "entry_date"),
      of(day, "exit_date"),
      answer,
      {"education", {"1", "5-8", ""}, {"9", "-"}},
      of(text, "municipality")};
}

/// Not all files have all columns.
std::vector<Cells> some_columns(LogKind kind, Random& random) {
  std::vector<Cells> some;
  for (const Cells& cells : cells_of(kind)) {
    bool is_needed = false;
    for (const ColumnInfo& column : columns_of(kind)) {
      is_needed = is_needed || (column.name == cells.header && column.need == Need::needed);
    }
    if (is_needed || random.chance(70)) some.push_back(cells);
  }
  return some;
}

std::string log_of(LogKind kind, int percent_rare, Random& random) {
  const std::vector<Cells> columns = some_columns(kind, random);
  std::string text;
  for (const Cells& column : columns) text += (text.empty() ? "" : ",") + column.header;
  text += "\n";
  for (int row = random.number(0, 300); row > 0; --row) {
    std::string line;
    for (const Cells& column : columns) {
      line += random.pick(random.chance(percent_rare) ? column.rare : column.usual) + ",";
    }
    line.pop_back();
    if (random.chance(percent_rare)) line += ",one more";
    text += line + (random.chance(10) ? "\r\n" : "\n");
  }
  return text;
}

}  // namespace

TEST_CASE("rows read many at a time are those read one by one") {
  Random random(41);
  for (const LogKind kind : {LogKind::participants, LogKind::support, LogKind::outcomes,
                             LogKind::places, LogKind::expenditures}) {
    for (int round = 0; round < 200; ++round) {
      const std::string text = log_of(kind, round % 4, random);
      const bool has_lists = random.chance(50);
      CAPTURE(text);
      REQUIRE(read(kind, text, false, has_lists) == read(kind, text, true, has_lists));
    }
  }
}

}  // namespace euproj
