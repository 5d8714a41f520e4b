#include <doctest/doctest.h>

#include <array>

#include "euproj/base/unicode.hpp"
#include "read/central/dates.hpp"
#include "read/central/preset.hpp"
#include "read/central/words.hpp"
#include "support/definition.hpp"
#include "support/preset_run.hpp"

namespace euproj {
namespace {

using testing::PresetRun;
using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("preset header: the person begins after the institution, the order is free") {
  PresetRun run;
  run.add_preset("sl2014",
                 "Kraj,w tym,Rodzaj przyznanego wsparcia,W tym,Data rozpoczęcia udziału we "
                 "wsparciu,Kraj,Rodzaj uczestnika,Data rozpoczęcia udziału w projekcie,Pesel,"
                 "Status osoby na rynku pracy,W tym,Data rozpoczęcia udziału we wsparciu,"
                 "Rodzaj przyznanego wsparcia,W tym\n"
                 "Polska,x,szkolenie,y,03.09.2018,Polska,indywidualny,03.09.2018,86021198144,"
                 "osoba bezrobotna,osoba długotrwale bezrobotna,04.09.2018,kurs,inne\n");
  run.read();
  CHECK(run.told() == Lines{});
  REQUIRE(run.logs.support.size() == 1);
  CHECK(run.form(0) == "kurs");
  CHECK(run.logs.support[0].date.iso() == "2018-09-04");
  CHECK(run.attribute(0, Attribute::labour_status) == "long_term_unemployed");
}

TEST_CASE("preset header: what is missing, repeated or mapped in vain") {
  PresetRun run;
  run.add_preset("pefs-lsi2014",
                 "Typ;PESEL;Pesel;Data rozpoczęcia udziału;Rodzaj przyznanego wsparcia\n");
  run.project.data[0].columns = {{"date", "Data wsparcia"}};
  run.read();
  CHECK(run.told() ==
        Lines{"s.csv:1:1: error: there is no header `Data wsparcia`, which `columns` maps to "
              "`date` [mapped-header-missing]",
              "s.csv:1:1: error: the column `Data rozpoczęcia udziału w projekcie` is missing, "
              "without which the preset `pefs-lsi2014` cannot be read [preset-needs-column]",
              "s.csv:1:11: error: the column `Pesel` stands here again [repeated-column]"});
  CHECK(run.findings().size() == 3 + 16);
}

TEST_CASE("preset header: a column is named by its header in the file") {
  PresetRun run;
  run.add_preset("sm-efs", "PESEL;Start;Forma;Kiedy\n84051797021;2025-03-10;a;2025-03-10\n");
  run.project.data[0].columns = {{"entry_date", "start"}, {"form", "Forma"}, {"date", "KIEDY"}};
  run.read();
  CHECK(run.told() == Lines{});
  CHECK(run.logs.support.size() == 1);
  CHECK(run.findings().front() ==
        "s.csv:1:1: warning: the column `Data zakończenia udziału w projekcie` of the preset "
        "`sm-efs` is missing; `exit_date` stays blank for every person [preset-lacks-column]");
}

TEST_CASE("preset dates: what 3/4/2019 is, the file tells once") {
  const std::string header =
      "Rodzaj uczestnika;Pesel;Data rozpoczęcia udziału w projekcie;"
      "Rodzaj przyznanego wsparcia;Data rozpoczęcia udziału we wsparciu\n";
  PresetRun month_first;
  month_first.add_preset("sl2014", header + "i;58080898130;3/4/2019;a;3/14/2019\n");
  month_first.read();
  CHECK(month_first.told() == Lines{});
  CHECK(month_first.logs.participants.at(0).entry.iso() == "2019-03-04");

  PresetRun unclear;
  unclear.add_preset("sl2014", header + "i;58080898130;3/4/2019;a;4/4/2019\n");
  unclear.read();
  CHECK(unclear.told() ==
        Lines{"s.csv:2:15: error: column `Data rozpoczęcia udziału w projekcie`: `03/04/2019` is "
              "2019-04-03 or 2019-03-04 [ambiguous-date]"});

  PresetRun declared;
  declared.add_preset("sl2014", header + "i;58080898130;3/4/2019;a;3/4/2019\n").date =
      DateForm::mm_dd_yyyy;
  declared.read();
  CHECK(declared.told() == Lines{});
  CHECK(declared.logs.participants.at(0).entry.iso() == "2019-03-04");
}

TEST_CASE("preset dictionary: education by its ISCED digits, also in unknown texts") {
  const auto word = [](std::string_view text) {
    return preset_word(PresetField::education, folded(text)).value_or("?");
  };
  CHECK(word("Średnie I stopnia lub niższe (ISCED 0–2)") == "0-2");
  CHECK(word("Ponadgimnazjalne (ISCED 3) lub policealne (ISCED 4)") == "3-4");
  CHECK(word("Podstawowe (ISCED 1) lub gimnazjalne (ISCED 2)") == "1-2");
  CHECK(word("wyższe (ISCED 5-8)") == "5-8");
  CHECK(word("niepełne podstawowe (ISCED 0)") == "0");
  CHECK(word("zasadnicze zawodowe(ISCED 3)") == "3");
  CHECK(word("wyższy stopień lub tytuł naukowy (dr, prof.) (ISCED 8)") == "8");
  CHECK(word("gimnazjalne") == "2");
  CHECK(word("0–2") == "0-2");
  CHECK(word("6") == "6");
  CHECK(word("ISCED 2-5") == "?");
  CHECK(word("średnie") == "?");
}

TEST_CASE("preset dictionary: degurba by its digit or its words") {
  const auto word = [](std::string_view text) {
    return preset_word(PresetField::degurba, folded(text)).value_or("?");
  };
  CHECK(word("3 — obszar wiejski") == "3");
  CHECK(word("obszar słabo zaludniony") == "3");
  CHECK(word("miejsko-wiejski (tereny pośrednie)") == "2");
  CHECK(word("małe miasta i przedmieścia") == "2");
  CHECK(word("obszar gęsto zaludniony") == "1");
  CHECK(word("inny") == "?");
}

TEST_CASE("preset list: empty members stay") {
  CHECK(members_of("a|| b |") == std::vector<std::string_view>{"a", "", "b", ""});
  CHECK(members_of("  ").empty());
  CHECK(members_of("a") == std::vector<std::string_view>{"a"});
}

TEST_CASE("where: a range of levels counts where each of its levels does") {
  const auto accepted = [](const std::string& levels) {
    const auto definition = testing::read_definition(
        testing::minimal +
        "indicators: [{id: P, kind: output, count: persons, where: {education: " + levels +
        "}}]\n");
    std::string words;
    const Indicator& indicator = definition.project.value().indicators.at(0);
    for (const Code code : indicator.where.attributes.at(0).accepted) {
      words += std::string(definition.codes.attribute(Attribute::education).text(code)) + " ";
    }
    return words;
  };
  CHECK(accepted("[0, 1, 2]") == "0 1 2 0-2 1-2 ");
  CHECK(accepted("[1, 2]") == "1 2 1-2 ");  // CO09: a range with ISCED 0 is not in it
  CHECK(accepted("[5, 6, 7]") == "5 6 7 ");
  CHECK(accepted("[3-4]") == "3-4 ");
}

TEST_CASE("preset: only participants and support come from such a file, and only its fields") {
  const auto findings = [](const std::string& data) {
    auto definition = testing::read_definition(testing::minimal + "data: {" + data + "}\n");
    return testing::findings_of(definition.diagnostics);
  };
  CHECK(findings("participants: {file: a.csv, preset: sl2014, values: {exit_situation: {a: b}}}") ==
        "");
  CHECK(findings("support: {file: a.csv, preset: sl2014, columns: {person_id: b}}") ==
        "6:57+9 unknown-key: unknown key `person_id` in `data.support.columns`; known: `row_type`, "
        "`project`, `participant_kind`, `pesel`, `no_pesel`, `technical_id`, `first_name`, "
        "`last_name`, …\n");
}

}  // namespace euproj
