// The registry of findings and the sink.

#include "euproj/words/diagnostics.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

TEST_CASE("every kind of finding has a code of its own, in lower case and hyphens") {
  std::set<std::string_view> codes;
  for (std::size_t i = 0; i < kind_count(); ++i) {
    const KindInfo& info = kind_info(AnyKind(i));
    INFO(info.name);
    CHECK(codes.insert(info.code).second);
    CHECK(std::all_of(info.code.begin(), info.code.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }));
    CHECK_FALSE(info.code.empty());
    CHECK_FALSE(info.code.starts_with('-'));
    CHECK_FALSE(info.code.ends_with('-'));
    CHECK(info.code.find("--") == std::string_view::npos);
  }
  CHECK(codes.size() > 50);
}

TEST_CASE("every message has both languages, and help both or neither") {
  for (std::size_t i = 0; i < kind_count(); ++i) {
    const KindInfo& info = kind_info(AnyKind(i));
    INFO(info.code);
    CHECK_FALSE(info.message.polish.empty());
    CHECK_FALSE(info.message.english.empty());
    CHECK(info.help.polish.empty() == info.help.english.empty());
  }
}

TEST_CASE("messages and help end without a stop and have no blanks at the ends") {
  for (std::size_t i = 0; i < kind_count(); ++i) {
    const KindInfo& info = kind_info(AnyKind(i));
    INFO(info.code);
    for (const std::string_view text :
         {info.message.polish, info.message.english, info.help.polish, info.help.english}) {
      CHECK_FALSE(text.ends_with('.'));
      CHECK_FALSE(text.starts_with(' '));
      CHECK_FALSE(text.ends_with(' '));
    }
  }
}

TEST_CASE("a pattern without its arguments: placeholders stay, or one word stands for all") {
  CHECK(pattern_text("{0} {{a: {1}}}") == "{0} {a: {1}}");
  CHECK(pattern_text("{1} {1:year|years}: 12:30") == "{1} {1|year|years}: 12:30");
  CHECK(pattern_filled("`{0}` {{{1}}} {0:rok|lata|lat}", "…") == "`…` {…} lat");
}

Place line(std::uint32_t number) { return {0, number, 1, 0, 0}; }

TEST_CASE("findings are counted by severity, and --strict makes warnings errors") {
  Diagnostics lenient;
  lenient.report(Kind::never_supported, line(3), {"U-1"});
  lenient.report(Kind::exit_before_entry, line(2), {"U-1", "a", "b"});
  lenient.report(Kind::file_not_found, line(0), {"x"});
  CHECK(lenient.warning_count() == 1);
  CHECK(lenient.error_count() == 2);
  CHECK(lenient.has_failures());

  Diagnostics strict(Diagnostics::Warnings::are_errors);
  strict.report(Kind::never_supported, line(3), {"U-1"});
  CHECK(strict.warning_count() == 0);
  CHECK(strict.error_count() == 1);
  CHECK_FALSE(strict.has_failures());
  CHECK(strict.all().front().severity == Severity::error);
}

TEST_CASE("sorted findings stand by place, exact repeats dropped, and the counts follow") {
  Diagnostics findings;
  findings.report(Kind::never_supported, line(3), {"U-1"});
  findings.report(Kind::exit_before_entry, line(2), {"U-1", "a", "b"});
  findings.report(Kind::never_supported, line(3), {"U-1"});
  findings.report(Kind::never_supported, line(3), {"U-0"});
  findings.sort();
  REQUIRE(findings.all().size() == 3);
  CHECK(findings.all()[0].place.line == 2);
  CHECK(findings.all()[1].arguments == std::vector<MessageArgument>{"U-0"});
  CHECK(findings.warning_count() == 2);
  CHECK(findings.error_count() == 1);
}

TEST_CASE("another place is named with its file, in a spreadsheet with sheet and cell too") {
  SourceSet sources;
  const FileId log = sources.add("dane/u.csv", "p/dane/u.csv");
  const FileId book = sources.add("u.xlsx", "p/u.xlsx");
  sources.keep_sheet(book, "luty");
  Diagnostics findings;
  findings.report(Kind::two_identities, line(9), {"U-1", Place{log, 4, 7, 0, 2}});
  findings.report(Kind::two_identities, line(9), {"U-2", Place{book, 4, 0, 0, 2}});
  CHECK(findings.all()[0].message(Language::english, &sources) ==
        "`U-1` has another identity number here than in dane/u.csv:4");
  CHECK(findings.all()[1].message(Language::polish, &sources) ==
        "`U-2` ma tu inny numer tożsamości niż w u.xlsx:4 (arkusz `luty`, komórka B4)");
}

TEST_CASE("rows of one cause are one finding, at the first of them, with their number") {
  Diagnostics findings;
  const auto late = [&](std::uint64_t cause, std::uint32_t at, const char* day) {
    findings.report_of_cause(cause, {Kind::support_after_exit, {"U-1", day, "2026-01-31"}},
                             line(at));
  };
  late(1, 8, "2026-03-08");
  late(1, 5, "2026-03-05");
  late(2, 9, "2026-03-09");
  late(1, 7, "2026-03-07");
  CHECK(findings.warning_count() == 2);
  SourceSet sources;
  sources.add("w.csv", "w.csv");
  CHECK(findings.all()[0].place.line == 5);
  CHECK(located_message(findings.all()[0], sources, Language::english) ==
        "`U-1` has support on 2026-03-05, after leaving the project on 2026-01-31 (3 such rows)");
  CHECK(located_message(findings.all()[0], sources, Language::polish) ==
        "`U-1` ma wsparcie 2026-03-05, po wyjściu z projektu 2026-01-31 (3 takie wiersze)");
  CHECK(findings.all()[1].count == 1);
}

TEST_CASE("rows of one cause are one finding also where parts were read beside each other") {
  const auto late = [&](Diagnostics& to, std::uint64_t cause, std::uint32_t at) {
    to.report_of_cause(cause, {Kind::support_after_exit, {"U-1", std::to_string(at), "2026-01-31"}},
                       line(at));
  };
  Diagnostics findings;
  late(findings, 1, 8);
  Diagnostics part;
  part.report(Kind::never_supported, line(3), {"U-1"});
  late(part, 1, 5);
  late(part, 2, 6);
  late(part, 1, 7);
  findings.append(std::move(part));
  Diagnostics other;
  late(other, 2, 9);
  findings.append(std::move(other));
  CHECK(findings.warning_count() == 3);
  findings.sort();
  REQUIRE(findings.all().size() == 3);
  CHECK(findings.warning_count() == 3);
  CHECK(findings.all()[1].place.line == 5);
  CHECK(findings.all()[1].arguments[1].text == "5");
  CHECK(findings.all()[1].count == 3);
  CHECK(findings.all()[2].place.line == 6);
  CHECK(findings.all()[2].count == 2);
}

TEST_CASE("a finding reads in the language asked for") {
  Diagnostics findings;
  findings.report(Kind::never_supported, line(3), {"U-1"});
  const Diagnostic& finding = findings.all().front();
  CHECK(finding.message(Language::english) == "`U-1` has no support at all and is in no indicator");
  CHECK(finding.message(Language::polish) ==
        "`U-1` nie ma ani jednego wsparcia, więc nie wchodzi do żadnego wskaźnika");
  CHECK_FALSE(finding.help(Language::english).empty());
}

}  // namespace
}  // namespace euproj
