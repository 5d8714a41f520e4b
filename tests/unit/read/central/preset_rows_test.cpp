#include <doctest/doctest.h>

#include "euproj/words/kinds.hpp"
#include "support/preset_run.hpp"

namespace euproj {
namespace {

using testing::PresetRun;
using Lines = std::vector<std::string>;

// PESEL of the invented sample files: 84051797021 a woman, 71113097050 a man.
const std::string header =
    "PESEL/Inny identyfikator;brak PESEL;Techniczny identyfikator;Płeć;Wiek;Wykształcenie;"
    "Data rozpoczęcia udziału w projekcie;Data zakończenia udziału w projekcie;"
    "Status osoby na rynku pracy;w tym;Sytuacja po zakończeniu;Zakres wsparcia;"
    "Rodzaj przyznanego wsparcia;w tym;Data rozpoczęcia udziału we wsparciu;Niepełnosprawność\n";

std::string woman(const std::string& rest) {
  return "84051797021;Nie;T1;Kobieta;40;Wyższe (ISCED 5–8);2025-03-10;" + rest;
}

}  // namespace

TEST_CASE("preset: lists of one cell are supports, and a person without any exists") {
  PresetRun run;
  run.add_preset("sm-efs",
                 header +
                     woman(";Osoba bezrobotna;Inne;;Z;a|b|a;x||y;"
                           "2025-03-10|2025-03-10|2025-04-01;Nie\n") +
                     "71113097050;Nie;T2;Mężczyzna;53;Średnie I stopnia lub niższe (ISCED 0-2);"
                     "2025-03-10;;Osoba bezrobotna;Osoba długotrwale bezrobotna;;;;;;"
                     "Odmawiam podania danych\n");
  run.read();
  CHECK(run.told() == Lines{});
  REQUIRE(run.logs.participants.size() == 2);
  CHECK(run.id(0) == "u-2");
  CHECK(run.id(1) == "u-3");
  CHECK(run.attribute(0, Attribute::education) == "5-8");
  CHECK(run.attribute(0, Attribute::labour_status) == "unemployed");
  CHECK(run.attribute(0, Attribute::disability) == "no");
  CHECK(run.attribute(1, Attribute::education) == "0-2");
  CHECK(run.attribute(1, Attribute::labour_status) == "long_term_unemployed");
  CHECK(run.attribute(1, Attribute::disability) == "refused");
  REQUIRE(run.logs.support.size() == 3);
  CHECK(run.form(1) == "b");
  CHECK(run.logs.support[2].date.iso() == "2025-04-01");
  CHECK(run.logs.has(LogKind::support));
}

TEST_CASE("preset: reading ends, whatever the file ends with") {
  for (const char* end : {"\n", "\r", "\n\r", "\n\n", "\r\n\r"}) {
    PresetRun run;
    run.add_preset("sm-efs", header + woman(";Osoba bezrobotna;Inne;;Z;a;;2025-03-10;Nie") + end);
    run.read();
    CHECK(run.logs.participants.size() == 1);
  }
}

TEST_CASE("preset: rows of one person are one participant, exact repetitions one support") {
  PresetRun run;
  run.add_preset("sm-efs", header + woman(";Osoba pracująca;;;Z;a;;2025-03-10;Nie\n") +
                               woman("2025-09-30;Osoba pracująca;;;Z;b;;2025-05-19;Nie\n") +
                               woman(";Osoba pracująca;;;Z;a;;2025-03-10;Nie\n"));
  run.read();
  CHECK(run.told() == Lines{"s.csv:4:1: warning: the same support stands more than once, "
                            "repetitions: 1; it counts once [support-repeated]"});
  REQUIRE(run.logs.participants.size() == 1);
  CHECK(run.logs.participants[0].exit.iso() == "2025-09-30");  // one row gives it, none denies it
  CHECK(run.logs.support.size() == 2);
}

TEST_CASE("preset: rows of one person that contradict each other") {
  PresetRun run;
  run.add_preset("sm-efs", header + woman(";Osoba pracująca;;;Z;a;;2025-03-10;Nie\n") +
                               woman(";Osoba bezrobotna;;;Z;b;;2025-05-19;Tak\n"));
  run.read();
  CHECK(run.told() ==
        Lines{"s.csv:3:0: error: column `Status osoby na rynku pracy`: another value than in "
              "s.csv:2 of the same person [person-rows-differ]",
              "s.csv:3:0: error: column `Niepełnosprawność`: another value than in s.csv:2 of the "
              "same person [person-rows-differ]"});
  CHECK(run.logs.participants.size() == 1);
}

TEST_CASE("preset: numbers that a spreadsheet has damaged") {
  PresetRun run;
  run.add_preset("sm-efs",
                 "PESEL;Data rozpoczęcia udziału w projekcie;Rodzaj przyznanego "
                 "wsparcia;Data rozpoczęcia udziału we wsparciu\n"
                 "3222897069;45733;a;45733|\n"  // 03222897069
                 "‘84051797021;10.03.2025;a;2025-03-10 09:01\n"
                 "71113097;2025-03-10;a;2025-03-10\n");
  run.read();
  CHECK(run.told() ==
        Lines{"s.csv:2:1: warning: column `PESEL`: the number has lost its leading zeros "
              "(missing: 1); with them it is valid [pesel-padded]",
              "s.csv:2:20: warning: column `Data rozpoczęcia udziału we wsparciu`: dates: 2, but "
              "forms in column `Rodzaj przyznanego wsparcia`: 1 [list-lengths-differ]",
              "s.csv:4:1: error: column `PESEL`: a 8-character text, a PESEL has 11 digits "
              "[pesel-not-eleven-digits]"});
  REQUIRE(run.logs.participants.size() == 2);
  CHECK(run.logs.participants[0].pesel == 3222897069U);
  CHECK(run.logs.participants[0].entry.iso() == "2025-03-17");
  CHECK(run.logs.participants[1].entry.iso() == "2025-03-10");
  REQUIRE(run.logs.support.size() == 3);
  CHECK(run.logs.support[1].date.iso() == "2025-03-10");
}

TEST_CASE("preset: without a PESEL the other number and the age tell who it is") {
  PresetRun run;
  run.add_preset("sm-efs", header +
                               "XX1;Tak;T4;Kobieta;34;Wyższe;2025-03-17;;;;;;a;;2025-03-17;Nie\n"
                               "XX1;Tak;T4;Kobieta;34;Wyższe;2025-03-17;;;;;;a;;2025-03-18;Nie\n");
  run.read();
  CHECK(run.told() == Lines{});
  REQUIRE(run.logs.participants.size() == 1);
  const ParticipantRow& person = run.logs.participants[0];
  CHECK(person.pesel == 0);
  CHECK(run.codes.other_ids.text(person.other_id) == "XX1");
  CHECK(completed_years(person.born, person.entry) == 34);
  CHECK(run.logs.support.size() == 2);
}

TEST_CASE("preset: unknown words are told once, with a mapping to paste") {
  PresetRun run;
  run.project.support_forms = {{"kurs", {"Kursy", ""}, "", {}, {}}};
  run.codes.forms.intern("kurs");
  run.add_preset("sm-efs",
                 header +
                     woman("2025-09-30;rencista;;Osoba podjęła pracę;Z;kurs \"A\";;"
                           "2025-03-10;lekka\n") +
                     "71113097050;Nie;T2;Mężczyzna;53;;2025-03-10;;rencista;;inne;Z;KURSY;;"
                     "2025-03-10;Nie\n");
  run.read();
  CHECK(run.told() ==
        Lines{"s.csv:2:75: error: column `Status osoby na rynku pracy`: unknown value `rencista`, "
              "rows: 2 [unknown-preset-value]",
              "s.csv:2:85: warning: column `Sytuacja po zakończeniu`: `Osoba podjęła pracę` gives "
              "no outcome, rows: 1 [unmapped-exit-situation]",
              "s.csv:2:110: error: column `Rodzaj przyznanego wsparcia`: unknown value `kurs "
              "\"A\"`, rows: 1 [unknown-preset-value]",
              "s.csv:2:131: error: column `Niepełnosprawność`: unknown 5-character value, rows: 1 "
              "[unknown-personal-preset-value]"});
  const auto& all = run.diagnostics.all();
  const auto help = [&](AnyKind kind) {
    for (const Diagnostic& finding : all) {
      if (finding.kind == kind) return finding.help(Language::english);
    }
    return std::string();
  };
  CHECK(help(Kind::unknown_preset_value) ==
        "say at this file what it means: `values: {labour_status: {\"rencista\": word}}`; words: "
        "`unemployed`, `long_term_unemployed`, `inactive`, `employed`, "
        "`inactive_not_in_education`");
  CHECK(help(Kind::unmapped_exit_situation) ==
        "map it to a code: `values: {exit_situation: {\"Osoba podjęła pracę\": employment}}`; "
        "others: education, qualification, job_seeking; `\"-\"` skips it");
}

TEST_CASE("preset: mapped words give forms and outcomes") {
  PresetRun run;
  DataFile& file = run.add_preset(
      "sm-efs", header + woman("2025-09-30;Osoba pracująca;;Osoba  podjęła pracę|inne;Z;"
                               "doradztwo/konsultacje|doradztwo/konsultacje;pomoc psychologiczna|;"
                               "2025-03-10|2025-03-10;Nie\n"));
  file.values = {
      {"form",
       {{"Doradztwo/konsultacje", "d"}, {"doradztwo/konsultacje / pomoc psychologiczna", "p"}}},
      {"exit_situation", {{"osoba podjeła pracę", "employment"}}}};
  run.read();
  CHECK(run.told() == Lines{});
  REQUIRE(run.logs.support.size() == 2);
  CHECK(run.form(0) == "p");
  CHECK(run.form(1) == "d");
  REQUIRE(run.logs.outcomes.size() == 1);
  CHECK(run.logs.outcomes[0].date.iso() == "2025-09-30");
  CHECK(run.codes.outcomes.text(run.logs.outcomes[0].outcome) == "employment");
}

TEST_CASE("preset: named under both logs a file is read once, with what both declare") {
  PresetRun run;
  run.add_preset("sm-efs", header + woman(";Osoba pracująca;;;Z;a;;2025-03-10;Nie\n"));
  DataFile& again = run.declare(LogKind::support, "s.csv");
  again.preset = "sm-efs";
  again.values = {{"form", {{"a", "b"}}}};
  run.read();
  CHECK(run.told() == Lines{});
  CHECK(run.logs.files.size() == 1);
  CHECK(run.form(0) == "b");
}

TEST_CASE("preset: a second file continues the persons of the first") {
  PresetRun run;
  run.add_preset("sm-efs", header + woman(";Osoba pracująca;;;Z;a;;2025-03-10;Nie\n"));
  DataFile& second = run.add(LogKind::participants, "t.csv",
                             header +
                                 "71113097050;Nie;T2;Mężczyzna;53;;2025-03-10;;;;;Z;a;;"
                                 "2025-03-10;Nie\n" +
                                 woman(";Osoba pracująca;;;Z;b;;2025-04-10;Nie\n"));
  second.preset = "sm-efs";
  run.read();
  CHECK(run.told() == Lines{});
  REQUIRE(run.logs.participants.size() == 2);
  CHECK(run.id(0) == "u-2");
  CHECK(run.id(1) == "u2-2");
  CHECK(run.codes.person_ids.text(run.logs.support[2].person_id) == "u-2");
}

TEST_CASE("preset: contradictions within one row are warnings") {
  PresetRun run;
  run.add_preset("sm-efs",
                 "PESEL;Wiek;Obywatelstwo;Obywatel państwa trzeciego;Data rozpoczęcia udziału w "
                 "projekcie;Sytuacja po zakończeniu;Rodzaj przyznanego wsparcia;"
                 "Data rozpoczęcia udziału we wsparciu\n"
                 "84051797021;41;Obywatelstwo polskie;Tak;2025-03-10;praca;a;2025-03-10\n");
  run.project.data[0].values = {{"exit_situation", {{"praca", "employment"}}}};
  run.read();
  CHECK(run.told() ==
        Lines{"s.csv:2:13: warning: column `Wiek`: the age differs from that of the birth date on "
              "the entry day, which counts [age-differs]",
              "s.csv:2:16: warning: column `Obywatelstwo` contradicts column `Obywatel państwa "
              "trzeciego`; the citizenship counts [citizenship-contradicts]",
              "s.csv:2:52: warning: column `Sytuacja po zakończeniu`: the outcome `employment` has "
              "no exit date and does not count [exit-situation-without-exit]"});
  CHECK(run.attribute(0, Attribute::citizenship) == "pl");
}

TEST_CASE("preset: a person without any number is told by the name, which nobody prints") {
  PresetRun run;
  run.add_preset("sl2014",
                 "Rodzaj uczestnika;Imię;Nazwisko;Pesel;Brak PESEL;Płeć;Wiek;Data rozpoczęcia "
                 "udziału w projekcie;Rodzaj przyznanego wsparcia;Data rozpoczęcia udziału we "
                 "wsparciu\n"
                 "indywidualny;Ewa;Zmyślona;;Tak;kobieta;30;2018-03-05;a;2018-03-05\n"
                 "indywidualny;EWA;Zmyślona;;Tak;kobieta;30;2018-03-05;b;2018-03-06\n");
  run.read();
  CHECK(run.told() ==
        Lines{"s.csv:2:28: warning: column `Pesel`: there is no number at all; the person is told "
              "by the name [identity-by-name]",
              "s.csv:3:28: warning: column `Pesel`: there is no number at all; the person is told "
              "by the name [identity-by-name]"});
  CHECK(run.logs.participants.size() == 1);
  CHECK(run.logs.support.size() == 2);
}

TEST_CASE("preset: an institution alone is no person") {
  PresetRun run;
  run.add_preset("pefs-lsi2014",
                 "Typ;PESEL;Data rozpoczęcia udziału w projekcie;Rodzaj przyznanego wsparcia;"
                 "Data rozpoczęcia udziału we wsparciu\n"
                 "Instytucja;;2019-01-07;a;2019-01-07\n"
                 "Osoba;'83090999025;2019-02-04;a;2019-02-04\n"
                 "Firma;;2019-02-04;a;2019-02-04\n");
  run.read();
  CHECK(run.told() == Lines{"s.csv:4:1: error: column `Typ`: unknown value `Firma`, rows: 1 "
                            "[unknown-preset-value]"});
  CHECK(run.logs.participants.size() == 1);
  CHECK(run.logs.support.size() == 1);
}

}  // namespace euproj
