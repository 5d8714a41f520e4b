// What a log says does not depend on how its text is shared out: blocks of a few bytes, so that
// every quote and every line feed meets a seam, give what one thread reads from end to end.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/log_run.hpp"
#include "support/random.hpp"

namespace euproj {
namespace {

using testing::LogRun;

std::string day(Date date) { return date.known() ? date.iso() : ""; }

/// All that was read, with words in place of codes, and the codes' own order.
std::vector<std::string> described(LogRun& run) {
  std::vector<std::string> lines = run.findings();
  const auto line = [&](Origin origin, const std::string& text) {
    lines.push_back(std::to_string(origin.file) + ":" + std::to_string(origin.line) + " " + text);
  };
  const auto word = [](const Interner& words, Code code) {
    return std::to_string(code) + "=" + std::string(words.text(code)) + " ";
  };
  for (const ParticipantRow& row : run.logs.participants) {
    line(row.origin, word(run.codes.person_ids, row.person_id) +
                         word(run.codes.other_ids, row.other_id) +
                         word(run.codes.attribute(Attribute::municipality),
                              row.attribute(Attribute::municipality)) +
                         day(row.entry));
  }
  for (const SupportRow& row : run.logs.support) {
    line(row.origin, word(run.codes.person_ids, row.person_id) + word(run.codes.forms, row.form) +
                         word(run.codes.sessions, row.session) + day(row.date) + row.hours.text() +
                         std::to_string(row.headcount));
  }
  for (const OutcomeRow& row : run.logs.outcomes) {
    line(row.origin, word(run.codes.person_ids, row.person_id) +
                         word(run.codes.outcomes, row.outcome) + day(row.date));
  }
  for (const ExpenditureRow& row : run.logs.expenditures) {
    line(row.origin, word(run.codes.documents, row.document) + word(run.codes.books, row.book) +
                         word(run.codes.documents, row.corrects) + word(run.codes.tasks, row.task) +
                         row.eligible.text());
  }
  for (const PlaceRow& row : run.logs.places) {
    line(row.origin, word(run.codes.places, row.place) + row.name + day(row.from));
  }
  for (const MeasurementRow& row : run.logs.measurements) {
    line(row.origin, run.project.indicators[row.indicator].id + " " + day(row.date) +
                         (row.value ? row.value->text() : ""));
  }
  for (const AliasRow& row : run.logs.aliases) {
    line(row.origin, word(run.codes.other_ids, row.identity.other_id) +
                         word(run.codes.other_ids, row.same_as.other_id));
  }
  for (const LogFile& file : run.logs.files) lines.push_back(std::to_string(file.rows) + " rows");
  for (const bool unread : run.logs.unread) lines.push_back(unread ? "unread" : "read");
  std::vector<std::string> left_out;
  for (const Code code : run.logs.persons_left_out) {
    left_out.push_back("out " + word(run.codes.person_ids, code));
  }
  for (const Code code : run.logs.documents_left_out) {
    left_out.push_back("out " + word(run.codes.documents, code));
  }
  std::sort(left_out.begin(), left_out.end());
  lines.insert(lines.end(), left_out.begin(), left_out.end());
  return lines;
}

struct Log {
  LogKind kind;
  std::string text;
};

std::vector<std::string> read(const std::vector<Log>& logs, ReadOptions options) {
  LogRun run;
  run.project.indicators.resize(2);
  for (Indicator& indicator : run.project.indicators) indicator.count = Count::measured;
  run.project.indicators[0].id = "M1";
  run.project.indicators[1].id = "M2";
  for (std::size_t i = 0; i < logs.size(); ++i) {
    run.add(logs[i].kind, std::to_string(i) + ".csv", logs[i].text);
  }
  run.read(options);
  return described(run);
}

void check_any_sharing(const std::vector<Log>& logs) {
  const std::vector<std::string> whole = read(logs, {1, std::size_t{1} << 20});
  for (const std::size_t threads : {1U, 2U, 5U}) {
    for (const std::size_t bytes : {1U, 2U, 3U, 7U, 16U, 61U, 200U, 1000U}) {
      CAPTURE(threads);
      CAPTURE(bytes);
      REQUIRE(read(logs, {threads, bytes}) == whole);
    }
  }
}

TEST_CASE(
    "a log whose beginning only is UTF-8 is read as if all of it had been seen, and it alone") {
  const std::string heading = "person_id,sex,birth_date,entry_date,municipality\n";
  std::string ascii;
  for (int row = 0; row < 40; ++row) {
    ascii += "a" + std::to_string(row) + ",K,1990-01-01," + (row % 9 == 0 ? "x" : "2024-01-10") +
             ",Bytom\n";
  }
  const std::string windows = heading + ascii +
                              "b1,K,1990-01-01,2024-01-10,\xA3\xF3"
                              "d\x9F\n";
  const std::string utf8 = heading + ascii + "b1,K,1990-01-01,2024-01-10,Łódź\n";
  const std::string mixed = utf8 +
                            "b2,K,1990-01-01,2024-01-10,\xA3\xF3"
                            "d\x9F\n";
  const auto read_with = [](const std::string& text, const ReadOptions& options,
                            std::optional<Encoding> encoding) {
    LogRun run;
    // Words and rows before and after, the same and others.
    run.add(LogKind::support, "w.csv", "person_id,date,form\na1,2024-02-01,f1\nz9,2024-02-01,\n");
    run.add(LogKind::participants, "u.csv", text).encoding = encoding;
    run.add(LogKind::participants, "v.csv",
            "person_id,sex,birth_date,entry_date,municipality\na3,K,1990-01-01,2024-01-11,Bytom\n"
            "n1,K,1990-01-01,2024-01-11,Opole\n");
    run.read(options);
    std::vector<std::string> lines = described(run);
    lines.push_back(std::to_string(run.sources.size()) + " files");
    return lines;
  };
  for (const std::string& text : {windows, utf8, mixed}) {
    for (const std::optional<Encoding> encoding :
         {std::optional<Encoding>(), std::optional(Encoding::utf8),
          std::optional(Encoding::windows_1250)}) {
      const std::vector<std::string> seen_at_once =
          read_with(text, {1, 1U << 20, 1U << 20}, encoding);
      for (const std::size_t threads : {1U, 3U}) {
        for (const std::size_t block : {16U, 300U, 1U << 20}) {
          for (const std::size_t sample : {1U, 100U, 1500U}) {
            CAPTURE(threads);
            CAPTURE(block);
            CAPTURE(sample);
            REQUIRE(read_with(text, {threads, block, sample}, encoding) == seen_at_once);
          }
        }
      }
    }
  }
}

TEST_CASE("blocks of any size and any number of threads read what one thread does") {
  check_any_sharing({
      {LogKind::participants,
       "person_id,sex,birth_date,entry_date,municipality,other_id\n"
       "a1,K,1990-01-01,2024-01-10,\"Opole,\nZaodrze\",\n\n"
       "a2,M,1980-02-30,2024-01-11,Bytom,X1\n"
       "a3,M,1980-02-03,2024-01-12,\"By\"\"tom\",X2\r\n"
       "a1,K,1990-01-01,2025-01-10,Bytom,X3\n"},
      {LogKind::support,
       "person_id,date,form,hours,session_id,headcount\n"
       "a1,2024-02-01,\"f\n\n1\",1.5,s1,\n"
       "a9,2024-02-02,f2,x,s2,\n"
       ",2024-02-02,f2,,s2,12\n"
       "a3,2024-02-03,f\"3,2,s1,\n"
       "a2,2024-02-03,f2,2,s3\n"
       ",,,,,\n"
       "a9,2024-02-04,f1,2,s3,\n"
       "a3,2024-02-05,\"never closed,2,s3,\na1,2024-02-01,f1,1,s1,\n"},
      {LogKind::expenditures,
       "doc_no,issue_date,paid_date,task,eligible,book_no,corrects\n"
       "F/1,2024-01-01,2024-01-02,T1,10.00,7,\n"
       "F/2,2024-01-01,2024-01-02,\"T\n2\",10.00,7,F/1\n"
       "F/3,2024-01-01,2024-01-02,T1,10.001,7,F/4\n"
       "F/4,2024-01-01,2024-01-02,T1,-10.00,8,F/9"},
      {LogKind::outcomes,
       "person_id,outcome,date\na3,work,2024-03-01\na9,school,2024-03-02\na3,school,2024-03-03\n"},
      {LogKind::places,
       "place_id,name,kind,from,to,capacity\nP2,\"Club,\ntwo\",created,2024-01-01,,15\n"
       "P1,,supported,2024-01-02,2024-12-31,\nP3,,nothing,2024-01-02,,\nP2,,created,2025-01-01,,"
       "15\n"},
      {LogKind::measurements,
       "indicator,date,value\nM2,2024-06-30,1.5\nM3,2024-06-30,1\nM1,2024-07-31,-1\nM2,2024-07-31,"
       "2\n"},
      {LogKind::aliases,
       "identity,same_as,reason\nX3,Y7,a passport\nX1,X2,\"a "
       "\"\"new\"\"\nnumber\"\nY7,,\nY8,X9,another\n"},
  });
}

TEST_CASE("quotes and line feeds anywhere make no difference to who reads them") {
  testing::Random random(11);
  const std::vector<std::string> pieces = {
      "p1",   "p2,", ",",          "\n",    "\"",     "\"\"", "\r\n",
      "\n\n", "\r",  "2024-01-05", ",f1,1", "\"a\nb", "x\"",  "p3,2024-02-01,f1,1\n"};
  for (int round = 0; round < 60; ++round) {
    std::string text = "person_id,date,form,hours\n";
    for (int piece = random.number(0, 40); piece > 0; --piece) {
      text +=
          pieces[static_cast<std::size_t>(random.number(0, static_cast<int>(pieces.size()) - 1))];
    }
    CAPTURE(text);
    check_any_sharing({{LogKind::support, text},
                       {LogKind::outcomes, "person_id,outcome,date\np3,o,2024-01-01\n"}});
  }
}

TEST_CASE("a text may end with anything, and reading it ends") {
  for (const char* end :
       {"", "\n", "\r", "\n\r", "\r\n\r", "\n\n", "\n\r\n\r", "\r\r", ",", "\"", "\n\""}) {
    CAPTURE(std::string(end));
    check_any_sharing(
        {{LogKind::support, std::string("person_id,date,form") + end},
         {LogKind::support, std::string("person_id,date,form\np1,2024-01-05,f1") + end}});
  }
}

TEST_CASE("a quote that nothing closes is one finding however many blocks follow") {
  std::string text = "person_id,date,form\np1,2024-01-05,\"f1\n";
  for (int i = 0; i < 500; ++i) text += "p2,2024-01-05,f" + std::to_string(i) + "\n";
  LogRun run;
  run.add(LogKind::support, "s.csv", text);
  run.read({4, 64});
  CHECK(run.logs.support.empty());
  const std::vector<std::string> findings = run.findings();
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().starts_with("s.csv:2:15: error: "));
}

}  // namespace
}  // namespace euproj
