// Findings about documents, corrections, claims and sums, whole, of small registers.

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "euproj/app/run.hpp"
#include "support/memory_files.hpp"

template <>
struct doctest::StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += "\n  " + line;
    return {text.c_str(), static_cast<unsigned>(text.size())};
  }
};

namespace euproj::testing {
namespace {

using Lines = std::vector<std::string>;

struct Register {
  std::string rows;    // with their header
  std::string budget;  // and whatever else follows `financing`
  std::string split = "";
  std::string as_of = "2026-12-31";
  std::string command = "check";
};

/// The first line of each finding, without the file's name and the word of its severity.
Lines findings_of(const Register& of) {
  MemoryFiles files;
  files.put(
      "p.yaml",
      "euproj: 1\n"
      "project: {id: p, title: T, period: {start: 2026-01-01, end: 2027-12-31}}\n"
      "financing:\n" +
          of.split +
          "  total: 150000.00\n"
          "  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]\n" +
          of.budget + "data: {expenditures: w.csv}\n");
  files.put("w.csv", of.rows);
  std::ostringstream out;
  std::ostringstream err;
  Env env{files, out, err, *Date::from(2026, 11, 30), {}, false, false, true};
  std::vector<std::string> arguments = {of.command, "p.yaml", "--lang", "en"};
  if (!of.as_of.empty()) arguments.insert(arguments.end(), {"--as-of", of.as_of});
  static_cast<void>(run(arguments, env));
  Lines lines;
  std::istringstream text(err.str());
  for (std::string line; std::getline(text, line);) {
    if (!line.empty() && line.front() != ' ') lines.push_back(line);
  }
  return lines;
}

const std::string two_tasks =
    "budget:\n  tasks: [{id: \"1\", planned: 90000.00}, {id: \"2\", planned: 60000.00}]\n";
const std::string two_claims = two_tasks +
                               "claims: [{id: \"1\", from: 2026-01-01, to: 2026-03-31},\n"
                               "         {id: \"2\", from: 2026-04-01, to: 2026-06-30}]\n";

}  // namespace

TEST_CASE("a document is one in any spelling of its number and issuer") {
  const std::string header = "doc_no;issuer_nip;paid_date;task;eligible\n";
  const std::string first = "FA 21/03-A;8965412070;2026-03-09;1;861.00\n";
  const Lines twice = {
      "w.csv:3:1: warning: document `%` of 861.00 is already in w.csv:2 [document-twice]"};
  for (const std::string number :
       {"fa21/03-a", "FA\u00A021/03-A", "FA 21/03\u2013A", "FA-21/03 a", "Fa 21/03A"}) {
    for (const std::string issuer :
         {"8965412070", "PL 896-541-2070", "pl8965412070", "", "brak", "896 541 20 70"}) {
      CAPTURE(number);
      CAPTURE(issuer);
      const Lines seen = findings_of(
          {header + first + number + ";" + issuer + ";2026-03-10;1;861.00\n", two_tasks});
      std::string expected = twice.front();
      expected.replace(expected.find('%'), 1, number);
      const std::size_t unseen = expected.find("\u00A0");  // which is named
      if (unseen != std::string::npos) expected.replace(unseen, 2, "<NBSP>");
      CHECK(seen == Lines{expected});
    }
  }
  // Another issuer, or another number: two documents.
  CHECK(findings_of({header + first + "FA 21/03-A;5471009368;2026-03-10;1;861.00\n", two_tasks})
            .empty());
  CHECK(findings_of({header + first + "FA 2103-A;8965412070;2026-03-10;1;861.00\n", two_tasks})
            .empty());
}

TEST_CASE("parts of a document differ in where they go, and stay within its gross amount") {
  const std::string header = "doc_no;book_no;paid_date;claim;task;description;gross;eligible\n";
  const auto findings = [&](const std::string& rows) {
    return findings_of({header + rows, two_claims});
  };
  const auto twice = [](const std::string& line, const std::string& amount) {
    return "w.csv:" + line + ":1: warning: document `F 1` of " + amount +
           " is already in w.csv:2 [document-twice]";
  };
  // Other task, claim, book number or description, in all no more than gross.
  CHECK(
      findings("F 1;;2026-03-09;1;1;;200.00;100.00\nF 1;;2026-03-09;1;2;;200.00;100.00\n").empty());
  CHECK(
      findings("F 1;;2026-03-09;1;1;;200.00;100.00\nF 1;;2026-03-09;2;1;;200.00;100.00\n").empty());
  CHECK(findings("F 1;7;2026-03-09;1;1;;200.00;100.00\nF 1;8;2026-03-09;1;1;;200.00;100.00\n")
            .empty());
  CHECK(findings("F 1;;2026-03-09;1;1;a;200.00;100.00\nF 1;;2026-03-09;1;1;b;200.00;100.00\n")
            .empty());
  // Rows that are equal in all that are parts of nothing.
  CHECK(findings("F 1;7;2026-03-09;1;1;a;200.00;100.00\nF 1;7;2026-03-09;1;1;a;200.00;100.00\n") ==
        Lines{twice("3", "100.00")});
  // Beyond the gross amount, across claims, tasks and books.
  CHECK(findings("F 1;7;2026-03-09;1;1;a;199.99;100.00\nF 1;8;2026-05-09;2;2;b;199.99;100.00\n") ==
        Lines{twice("3", "100.00")});
  // Unequal parts beyond it are too much of one document.
  CHECK(findings("F 1;;2026-03-09;1;1;;150.00;100.00\nF 1;;2026-03-09;1;2;;150.00;50.01\n") ==
        Lines{"w.csv:3:1: warning: document `F 1` is settled for 150.01 in total, but it amounts "
              "to 150.00 gross (first in w.csv:2) [invoice-over-gross]"});
  // Without a gross amount nothing shows that an equal amount is another part.
  CHECK(findings("F 1;;2026-03-09;1;1;;;100.00\nF 1;;2026-05-09;2;1;;;100.00\n") ==
        Lines{twice("3", "100.00")});
  CHECK(findings("F 1;7;2026-03-09;1;1;a;;100.00\nF 1;8;2026-03-09;1;2;b;;100.00\n") ==
        Lines{twice("3", "100.00")});
  CHECK(findings("F 1;;2026-03-09;1;1;;;100.00\nF 1;;2026-03-09;1;1;;;60.00\n").empty());
  // Each further row is one finding.
  CHECK(findings("F 1;;2026-03-09;1;1;;;1.00\nF 1;;2026-03-09;1;1;;;1.00\n"
                 "F 1;;2026-03-09;1;1;;;1.00\n") == Lines{twice("3", "1.00"), twice("4", "1.00")});
}

TEST_CASE("numbers that differ in separators and leading zeros are pointed at") {
  const std::string header = "doc_no;issuer_nip;paid_date;task;eligible\n";
  const auto findings = [&](const std::string& rows) {
    return findings_of({header + rows, two_tasks});
  };
  const auto similar = [](const std::string& line, const std::string& number) {
    return "w.csv:" + line + ":1: warning: number `" + number +
           "` differs from `FA 7/26` in w.csv:2 only in separators or leading zeros; they are two "
           "documents [similar-documents]";
  };
  const std::string first = "FA 7/26;5471009368;2026-05-11;1;90.00\n";
  CHECK(findings(first + "FA 07/26;5471009368;2026-05-18;1;90.00\n") ==
        Lines{similar("3", "FA 07/26")});
  CHECK(findings(first + "FA/007.26;;2026-05-18;1;12.00\n") == Lines{similar("3", "FA/007.26")});
  CHECK(
      findings(first +
               "FA 7 26;547-100-93-68;2026-05-18;1;1.00\nfa7-26;5471009368;2026-05-19;2;2.00\n") ==
      Lines{similar("3", "FA 7 26")});  // the third is the second in another spelling
  CHECK(findings(first + "FA 07/26;8965412070;2026-05-18;1;90.00\n").empty());  // another firm
  CHECK(findings(first + "FA 72/6;5471009368;2026-05-18;1;90.00\n").empty());
  CHECK(findings(first + "FA 70/26;5471009368;2026-05-18;1;90.00\n").empty());
  // The number of the firm that is similar need not be the first of its spelling.
  CHECK(findings("FA 07/26;8965412070;2026-05-10;1;90.00\n" + first +
                 "FA 07/26;5471009368;2026-05-18;1;90.00\n") ==
        Lines{"w.csv:4:1: warning: number `FA 07/26` differs from `FA 7/26` in w.csv:3 only in "
              "separators or leading zeros; they are two documents [similar-documents]"});
}

TEST_CASE("a NIP is wrong once, however many documents have it") {
  const std::string header = "doc_no;issuer_nip;paid_date;task;eligible\n";
  CHECK(findings_of({header +
                         "A 1;8965412073;2026-05-11;1;9.00\nA 2;8965412070;2026-05-11;1;9.00\n"
                         "A 3;896-541-20-73;2026-05-11;1;9.00\nA 4;8965412073;2026-05-11;1;9.00\n"
                         "A 5;CZ8965412073;2026-05-11;1;9.00\nA 6;90050100027;2026-05-11;1;9.00\n",
                     two_tasks}) ==
        Lines{"w.csv:2:5: warning: NIP `8965412073` has a wrong check digit (3 such rows) "
              "[nip-check-digit]",
              "w.csv:7:5: warning: a NIP has 10 digits, but this one has 11 characters "
              "[nip-form]"});
}

TEST_CASE("corrections of corrections lead to the first document") {
  const std::string header = "doc_no;issuer_nip;paid_date;task;gross;eligible;corrects\n";
  const auto findings = [&](const std::string& rows) {
    return findings_of({header + rows, two_tasks});
  };
  const std::string first = "M 1;8965412070;2026-02-09;1;1500.00;1500.00;\n";
  CHECK(findings(first + "K 1;8965412070;2026-05-04;1;-300.00;-300.00;M 1\n"
                         "K 2;8965412070;2026-06-01;1;80.00;80.00;k-1\n"
                         "K 3;;2026-06-02;1;-1280.00;-1280.00;K\u00A02\n")
            .empty());
  // A grosz below zero, at the day on which it happens: the log's order is not that of days.
  CHECK(findings(first + "K 3;;2026-06-02;1;-1000.01;-1000.01;K 2\n"
                         "K 1;8965412070;2026-05-04;1;-300.00;-300.00;M 1\n"
                         "K 2;8965412070;2026-06-01;1;-200.00;-200.00;K 1\n") ==
        Lines{"w.csv:3:37: warning: document `K 3` changes document `M 1` in w.csv:2 by -1,000.01, "
              "of which 1,000.00 is left after corrections [correction-too-large]"});
  // The invoice of another firm with the same number does not cover it.
  CHECK(findings("M 1;5471009368;2026-02-09;1;9000.00;9000.00;\n" + first +
                 "K 1;8965412070;2026-05-04;1;-1500.01;-1500.01;M 1\n") ==
        Lines{"w.csv:4:47: warning: document `K 1` changes document `M 1` in w.csv:3 by -1,500.01, "
              "of which 1,500.00 is left after corrections [correction-too-large]"});
  // Nor does it matter who has issued what names nobody.
  CHECK(findings("M 1;;2026-02-09;1;9.00;9.00;\n"
                 "K 1;8965412070;2026-05-04;1;-9.00;-9.00;M 1\n")
            .empty());
  CHECK(findings(first + "K 1;;2026-05-04;1;-9.00;-9.00;M 1\n").empty());
  // A number that is not there ends a chain, where it is named.
  CHECK(findings("K 1;;2026-05-04;1;-9.00;-9.00;M 9\nK 2;;2026-05-05;1;-9.00;-9.00;K 1\n") ==
        Lines{"w.csv:2:31: error: document `K 1` corrects `M 9`, which is not in the log "
              "[corrects-unknown]"});
}

TEST_CASE("corrections that run in a circle are errors, those that lead into one too") {
  const std::string header = "doc_no;paid_date;task;eligible;corrects\n";
  CHECK(findings_of({header + "K 1;2026-05-04;1;-9.00;K 1\nK 2;2026-05-04;1;-9.00;K 3\n"
                              "K 3;2026-05-04;1;-9.00;K 2\nK 4;2026-05-04;1;-9.00;K 3\n",
                     two_tasks}) ==
        Lines{"w.csv:2:24: error: document `K 1` corrects `K 1` in w.csv:2, from which the "
              "corrections lead in a circle [corrects-in-circle]",
              "w.csv:3:24: error: document `K 2` corrects `K 3` in w.csv:4, from which the "
              "corrections lead in a circle [corrects-in-circle]",
              "w.csv:4:24: error: document `K 3` corrects `K 2` in w.csv:3, from which the "
              "corrections lead in a circle [corrects-in-circle]",
              "w.csv:5:24: error: document `K 4` corrects `K 3` in w.csv:4, from which the "
              "corrections lead in a circle [corrects-in-circle]"});
  // A further row of the invoice itself is no circle.
  CHECK(findings_of({header + "M 1;2026-05-04;1;9.00;\nM 1;2026-05-05;1;-9.00;m1\n", two_tasks})
            .empty());
}

TEST_CASE("a correction has the issuer and the task of its original, and amounts of one sign") {
  const std::string header = "doc_no;issuer_nip;paid_date;task;gross;net;grant;eligible;corrects\n";
  const std::string first =
      "M 1;8965412070;2026-02-09;1;600.00;600.00;;400.00;\n"
      "M 1;8965412070;2026-02-09;2;600.00;600.00;;200.00;\n";
  const auto findings = [&](const std::string& rows) {
    return findings_of({header + first + rows, two_tasks});
  };
  CHECK(findings("K 1;8965412070;2026-05-04;2;-50.00;-50.00;;-50.00;M 1\n").empty());
  CHECK(findings("K 1;5471009368;2026-05-04;2;-50.00;-50.00;;-50.00;M 1\n") ==
        Lines{"w.csv:4:5: warning: document `K 1` corrects `M 1` in w.csv:3, which somebody else "
              "has issued [correction-of-other-issuer]"});
  CHECK(findings("K 1;8965412070;2026-05-04;2;-50.00;-50.00;;-50.00;M 1\n"
                 "K 2;5471009368;2026-05-05;2;-50.00;-50.00;;-50.00;K 1\n") ==
        Lines{"w.csv:5:5: warning: document `K 2` corrects `M 1` in w.csv:3, which somebody else "
              "has issued [correction-of-other-issuer]"});
  CHECK(findings("K 1;8965412070;2026-05-04;1;-50.00;;;50.00;M 1\n") ==
        Lines{"w.csv:4:29: warning: document `K 1` corrects `M 1` in w.csv:2: the eligible amount "
              "50.00 and gross -50.00 have different signs [correction-signs]"});
  CHECK(findings("K 1;8965412070;2026-05-04;1;-50.00;50.00;;-50.00;M 1\n") ==
        Lines{"w.csv:4:36: warning: document `K 1` corrects `M 1` in w.csv:2: the eligible amount "
              "-50.00 and net 50.00 have different signs [correction-signs]"});
  CHECK(findings("K 1;8965412070;2026-05-04;1;;;10.00;-50.00;M 1\n") ==
        Lines{"w.csv:4:31: warning: document `K 1` corrects `M 1` in w.csv:2: the eligible amount "
              "-50.00 and grant 10.00 have different signs [correction-signs]"});
  CHECK(findings("K 1;8965412070;2026-05-04;1;-50.00;;;-50.01;M 1\n") ==
        Lines{"w.csv:4:38: warning: document `K 1` corrects `M 1` in w.csv:2: the eligible amount "
              "-50.01 is larger than gross -50.00 [correction-above-gross]"});
  CHECK(findings("K 1;8965412070;2026-05-04;1;0.00;0.00;0.00;0.00;M 1\n").empty());
}

TEST_CASE("VAT that is not eligible is looked for in the document as a whole") {
  const std::string header = "doc_no;paid_date;task;claim;gross;net;vat;eligible;corrects\n";
  const std::string claims = two_claims.substr(two_tasks.size());
  const auto findings = [&](const std::string& vat, const std::string& rows) {
    return findings_of({header + rows, two_tasks + "  vat: " + vat + "\n" + claims});
  };
  const auto held = [](const std::string& at, const std::string& sum, const std::string& most) {
    return "w.csv:" + at + ": warning: document `N 1`: " + sum + " eligible in total, but " + most +
           " without the VAT that is not eligible [vat-not-eligible]";
  };
  const std::string parts =
      "N 1;2026-02-09;1;1;369.00;300.00;69.00;200.00;\n"
      "N 1;2026-04-09;2;2;369.00;300.00;69.00;127.60;\n";
  CHECK(findings("eligible", parts).empty());
  CHECK(findings("not_eligible", parts) == Lines{held("3:40", "327.60", "300.00")});
  CHECK(findings("{eligible_share: 0%}", parts) == Lines{held("3:40", "327.60", "300.00")});
  CHECK(findings("{eligible_share: 39.9%}", parts) == Lines{held("3:40", "327.60", "327.53")});
  CHECK(findings("{eligible_share: 40%}", parts).empty());
  CHECK(findings("{eligible_share: 100%}", parts).empty());
  // A correction takes back no more than its own net amount.
  CHECK(findings("not_eligible",
                 "N 9;2026-02-09;1;1;369.00;300.00;69.00;300.00;\n"
                 "N 1;2026-02-10;1;1;-123.00;-100.00;-23.00;-100.01;N 9\n") ==
        Lines{held("3:43", "-100.01", "-100.00")});
  // Of three parts the one that passes the limit is told, once.
  CHECK(findings("not_eligible",
                 "N 1;2026-02-09;1;1;246.00;200.00;46.00;150.00;\n"
                 "N 1;2026-02-09;2;1;246.00;200.00;46.00;50.01;\n"
                 "N 1;2026-02-09;2;2;246.00;200.00;46.00;20.00;\n") ==
        Lines{held("3:40", "200.01", "200.00")});
  // Gross and VAT tell the net amount; net alone does not tell a share of VAT.
  CHECK(findings("not_eligible", "N 1;2026-02-09;1;1;123.00;;23.00;100.00;\n").empty());
  CHECK(findings("{eligible_share: 50%}", "N 1;2026-02-09;1;1;123.00;;23.00;111.50;\n").empty());
  CHECK(findings("{eligible_share: 50%}", "N 1;2026-02-09;1;1;123.00;;23.00;111.51;\n") ==
        Lines{held("2:34", "111.51", "111.50")});
  const std::string unknown =
      "w.csv:2:36: warning: document `N 1` has no net amount, so nobody knows how much VAT is in "
      "it "
      "[document-without-net]";
  CHECK(findings("not_eligible",
                 "N 1;2026-02-09;1;1;50.00;;;20.00;\nN 1;2026-02-09;2;1;50.00;;;30.00;\n")
            .size() == 1);
  CHECK(findings("{eligible_share: 50%}", "N 1;2026-02-09;1;1;;90.00;;90.00;\n").size() == 1);
}

TEST_CASE("a register without columns of net and VAT is one finding") {
  CHECK(findings_of({"doc_no;paid_date;task;gross;eligible\nN 1;2026-02-09;1;5.00;5.00\n"
                     "N 2;2026-02-09;1;6.00;5.00\nN 3;2026-02-09;1;6.00;5.00\n",
                     two_tasks + "  vat: not_eligible\n"}) ==
        Lines{"w.csv:2:23: warning: document `N 1` has no net amount, so nobody knows how much VAT "
              "is in it (3 such rows) [document-without-net]"});
}

TEST_CASE("what comes into a claim after its submission changes it") {
  const std::string header = "doc_no;issue_date;paid_date;claim;task;eligible;corrects\n";
  const auto budget = [](const std::string& status, const std::string& submitted) {
    return two_tasks + "claims: [{id: \"1\", from: 2026-01-01, to: 2026-03-31, status: " + status +
           ", submitted: " + submitted + "},\n  {id: \"2\", from: 2026-04-01, to: 2026-06-30}]\n";
  };
  const std::string rows =
      "O 1;2026-01-12;2026-01-19;1;1;3000.00;\n"
      "O 3;2026-04-20;2026-04-27;1;1;310.00;\n"
      "O 4;2026-05-20;2026-05-20;1;1;-95.50;O 1\n"
      "O 5;2026-04-20;2026-04-27;2;1;700.00;\n"
      "O 6;2026-03-28;2026-03-29;;1;1.00;\n";
  const std::string by_name =
      "w.csv:3:27: warning: document `O 3` of 310.00 came into claim `1` after it was submitted "
      "on ";
  const std::string by_correction =
      "w.csv:4:27: warning: document `O 4` of -95.50 came into claim `1` after it was submitted "
      "on ";
  const std::string differs =
      "p.yaml:8:79: warning: claim `1`: `submitted.eligible` of 2026-04-10 says 3,001.00, but the "
      "log gives 3,215.50 (difference 214.50) [claim-differs]";
  const std::string april = "{date: 2026-04-10, eligible: 3001.00}";
  const std::string changed = "2026-04-10 [claim-changed]";
  for (const std::string status : {"submitted", "approved", "paid"}) {
    const Lines seen = findings_of({header + rows, budget(status, april)});
    REQUIRE(seen.size() == 3);
    CHECK(seen[0].find("[claim-differs]") != std::string::npos);
    CHECK(seen[1] == by_name + changed);
    CHECK(seen[2] == by_correction + changed);
  }
  CHECK(findings_of({header + rows, budget("paid", april)})[0] == differs);
  // A draft is not closed; late documents are then what they are everywhere.
  for (const std::string& line : findings_of({header + rows, budget("draft", april)})) {
    CHECK(line.find("[paid-after-claim]") != std::string::npos);
  }
  // Nobody knows of the submission before its day; the log gave 3001.00 then.
  CHECK(findings_of({header + rows, budget("paid", april), "", "2026-04-09"}).empty());
  // A document that falls into the claim by its day, and came after an early submission.
  CHECK(findings_of({header + rows, budget("paid", "{date: 2026-03-28}"), "", "2026-03-31"}) ==
        Lines{"w.csv:6:16: warning: document `O 6` of 1.00 came into claim `1` after it was "
              "submitted on 2026-03-28 [claim-changed]"});
}

TEST_CASE("flat-rate costs are a part of what a claim was submitted with") {
  const std::string budget =
      "budget:\n  tasks: [{id: \"1\", planned: 120000.00}]\n  indirect: {rate: 25%}\n"
      "claims: [{id: \"1\", from: 2026-01-01, to: 2026-03-31},\n"
      "         {id: \"2\", from: 2026-04-01, to: 2026-06-30, status: paid,\n"
      "          submitted: {date: 2026-07-02, eligible: %}}]\n";
  const std::string rows =
      "doc_no;paid_date;task;eligible\nA;2026-03-02;1;0.03\nB;2026-05-02;1;0.03\n";
  const auto findings = [&](const std::string& amount) {
    std::string with = budget;
    with.replace(with.find('%', with.find("eligible")), 1, amount);
    return findings_of({rows, with});
  };
  // 25 % of 0.03 is nothing yet, of 0.06 a grosz.
  CHECK(findings("0.04").empty());
  CHECK(findings("0.03") ==
        Lines{"p.yaml:11:22: warning: claim `2`: `submitted.eligible` of 2026-07-02 says 0.03, but "
              "the log gives 0.04 (difference 0.01) [claim-differs]"});
}

TEST_CASE("findings are those that the day of the report could know") {
  const std::string budget =
      "budget:\n"
      "  - tasks: [{id: \"1\", planned: 30000.00}, {id: \"2\", planned: 120000.00}]\n"
      "    categories: [{id: c}]\n"
      "    limits: [{id: l, categories: [c], max: 10%, of: direct}]\n"
      "  - valid_from: 2026-09-01\n"
      "    tasks: [{id: \"1\", planned: 95000.00}, {id: \"2\", planned: 54999.99}]\n"
      "    categories: [{id: c}]\n"
      "    limits: [{id: l, categories: [c], max: 20%, of: direct}]\n";
  const std::string header = "doc_no;issuer_nip;paid_date;task;category;eligible\n";
  const std::string rows = header +
                           "Q 1;8965412070;2026-02-09;1;c;34000.00\n"
                           "Q 3;5471009368;2026-10-12;2;;21000.00\n"
                           "Q 3;5471009368;2026-10-19;2;;21000.00\n"
                           "Q 4;5471009369;2026-11-09;2;;48000.00\n"
                           "Q 5;;2031-11-09;2;;1.00\n"
                           "Q 6;;2025-12-31;2;;1.00\n";
  const std::string far_away =
      "w.csv:6:6: warning: document `Q 5`: paid_date 2031-11-09 is outside the eligibility period "
      "2026-01-01–2027-12-31 [document-outside-period]";
  const std::string early =
      "w.csv:7:6: warning: document `Q 6`: paid_date 2025-12-31 is outside the eligibility period "
      "2026-01-01–2027-12-31 [document-outside-period]";
  const Lines spring = {
      "p.yaml:7:13: warning: task `1`: 34,000.00 spent, 30,000.00 planned (4,000.00 too much) "
      "[task-over-budget]",
      "p.yaml:9:14: warning: limit `l`: 34,000.00 used, 15,000.00 allowed (19,000.00 too much) "
      "[limit-exceeded]",
      far_away, early};
  CHECK(findings_of({rows, budget, "", "2026-03-31"}) == spring);
  CHECK(findings_of({rows, budget, "", "2026-08-31"}) == spring);
  const Lines autumn = {
      "p.yaml:4:10: warning: 149,999.99 is planned (direct 149,999.99, indirect 0.00), but the "
      "project's total is 150,000.00 (0.01 is missing) [planned-below-total]",
      "p.yaml:13:14: warning: limit `l`: 34,000.00 used, 29,999.99 allowed (4,000.01 too much) "
      "[limit-exceeded]",
      far_away, early};
  CHECK(findings_of({rows, budget, "", "2026-09-01"}) == autumn);
  const Lines december = findings_of({rows, budget, "", "2026-12-31"});
  Lines codes;
  for (const std::string& line : december) codes.push_back(line.substr(line.rfind('[')));
  CHECK(codes == Lines{"[planned-below-total]", "[task-over-budget]", "[limit-exceeded]",
                       "[document-twice]", "[nip-check-digit]", "[document-outside-period]",
                       "[document-outside-period]"});
  // Without a day all is looked at that the log has, also what is paid after today.
  const Lines all = findings_of({rows, budget, "", ""});
  CHECK(all.size() == december.size());
  // A report of a period is one of its last day.
  CHECK(findings_of({rows, budget, "", "2026-03-31", "report"}) == spring);
}

TEST_CASE("a total that an amendment cuts holds from its day on") {
  const std::string rows = "doc_no;paid_date;task;eligible\nA 1;2026-02-09;1;140000.00\n";
  const std::string versions =
      "financing:\n"
      "  - total: 150000.00\n"
      "    sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]\n"
      "  - valid_from: 2026-06-01\n"
      "    total: 139999.99\n"
      "    sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]\n";
  MemoryFiles files;
  files.put(
      "p.yaml",
      "euproj: 1\nproject: {id: p, title: T, period: {start: 2026-01-01, end: 2027-12-31}}\n" +
          versions + "data: {expenditures: w.csv}\n");
  files.put("w.csv", rows);
  const auto findings = [&](const std::string& day) {
    std::ostringstream out;
    std::ostringstream err;
    Env env{files, out, err, *Date::from(2026, 11, 30), {}, false, false, true};
    static_cast<void>(run({"check", "p.yaml", "--lang", "en", "--as-of", day}, env));
    return err.str().substr(0, err.str().find('\n'));
  };
  CHECK(findings("2026-05-31").empty());
  CHECK(findings("2026-06-01") ==
        "p.yaml:7:12: warning: eligible costs 140,000.00 exceed the project's total 139,999.99 by "
        "0.01 [project-over-budget]");
}

TEST_CASE("a cell that cannot be read is an error on every day") {
  CHECK(findings_of({"doc_no;paid_date;task;eligible\nA 1;2026-11-09;1;dużo\n", two_tasks, "",
                     "2026-03-31"}) ==
        Lines{"w.csv:2:18: error: column `eligible`: `dużo` is not a number [not-a-number]"});
}

TEST_CASE("tasks' plans and their flat rate come to the total") {
  const std::string rows = "doc_no;paid_date;task;eligible\nX 1;2026-02-02;1;10.00\n";
  const auto findings = [&](const std::string& budget) { return findings_of({rows, budget}); };
  const auto tasks = [](const std::string& first, const std::string& second,
                        const std::string& more) {
    return "budget:\n  tasks: [{id: \"1\"" + first + "}, {id: \"2\"" + second + "}]\n" + more;
  };
  const auto planned = [](const std::string& amount) { return ", planned: " + amount; };
  const std::string fifth = "  indirect: {rate: 20%}\n";
  CHECK(findings(tasks(planned("75000.00"), planned("50000.00"), fifth)).empty());
  CHECK(
      findings(tasks(planned("75000.00"), planned("49000.00"), fifth)) ==
      Lines{"p.yaml:4:10: warning: 148,800.00 is planned (direct 124,000.00, indirect 24,800.00), "
            "but the project's total is 150,000.00 (1,200.00 is missing) [planned-below-total]"});
  CHECK(findings(tasks(planned("90000.00"), planned("60000.01"), "")) ==
        Lines{"p.yaml:4:10: warning: 150,000.01 is planned (direct 150,000.01, indirect 0.00), but "
              "the project's total is 150,000.00 (0.01 too much) [planned-over-total]"});
  // A flat rate of 29999.998 may be printed as 29999.99 or 30000.00.
  CHECK(findings(tasks(planned("75000.00"), planned("49999.99"), fifth)).size() == 1);
  CHECK(
      findings(tasks(planned("75000.00"), planned("50000.01"), "  indirect: {rate: 19.999991%}\n"))
          .empty());
  CHECK(findings(tasks(planned("75000.00"), "", fifth)).empty());  // the second may have the rest
  CHECK(findings(tasks("", "", fifth)).empty());
  CHECK(findings("").empty());
  // A version that says nothing of tasks plans nothing.
  CHECK(findings_of(Register{"doc_no;paid_date;task;eligible\n",
                             "budget:\n"
                             "  - tasks: [{id: \"1\", planned: 150000.00}]\n"
                             "  - valid_from: 2026-06-01\n"
                             "    shift_limit: 10%\n"})
            .empty());
}

TEST_CASE("ids that a spreadsheet makes one number") {
  const auto found = [](const std::string& tasks, const std::vector<std::string>& named) {
    Register of{"doc_no,paid_date,task,eligible\n", "budget: {tasks: [" + tasks + "]}\n"};
    for (std::size_t i = 0; i < named.size(); ++i) {
      of.rows += "FV " + std::to_string(i) + ",2026-05-0" + std::to_string(i + 1) + "," + named[i] +
                 ",10.00\n";
    }
    Lines lines = findings_of(of);
    std::erase_if(lines, [](const std::string& line) {
      return line.find("[id-lost-zeros]") == std::string::npos;
    });
    return lines;
  };
  const auto tasks = [](const std::vector<std::string>& ids) {
    std::string text;
    for (const std::string& id : ids) {
      text += (text.empty() ? "" : ", ") + ("{id: \"" + id + "\", name: Z, planned: 10.00}");
    }
    return text;
  };
  const auto lost = [](const std::string& line, const std::string& seen, const std::string& other) {
    return Lines{"w.csv:" + line + ":17: warning: `" + seen + "` may be `" + other +
                 "`: no row names `" + other + "`, and a spreadsheet writes both as the number " +
                 seen + " [id-lost-zeros]"};
  };
  CHECK(found(tasks({"1.1", "1.2", "1.10"}), {"1.2", "1.1", "1.1"}) == lost("3", "1.1", "1.10"));
  CHECK(found(tasks({"2", "2.0"}), {"2"}) == lost("2", "2", "2.0"));
  CHECK(found(tasks({"7", "07"}), {"7"}) == lost("2", "7", "07"));
  CHECK(found(tasks({"1.1", "1.10"}), {"1.1", "1.10"}).empty());  // it kept the other
  CHECK(found(tasks({"1.1", "1.10"}), {"1.10"}).empty());         // it kept this one
  CHECK(found(tasks({"1.1", "1.10"}), {}).empty());
  CHECK(found(tasks({"1.1", "1.11", "1.1a", "1.", ".10", "1.1.0"}), {"1.1"}).empty());
}

}  // namespace euproj::testing
