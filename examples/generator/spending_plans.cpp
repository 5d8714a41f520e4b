// The costs of the five projects. A cost line reads: category, description, kind of document,
// weight, months between two documents, first month, VAT percent.
#include "spending_plans.h"

namespace euproj_examples {

namespace {

constexpr auto wages = DocumentKind::payroll;
constexpr auto contract = DocumentKind::contractor;
constexpr auto invoice = DocumentKind::invoice;

BudgetPart part(const std::string& task, Grosze planned, const std::vector<CostLine>& lines) {
  return {.task = task, .planned = planned, .lines = lines, .funded = true, .partner = ""};
}

}  // namespace

SpendingPlan bytom_spending() {
  return {.period = {.start = day_of(2019, 3, 1), .end = day_of(2021, 2, 28)},
          .parts = {part("1", 72000000,
                         {{"personel", "Wynagrodzenia asystentów rodziny", wages, 90},
                          {"uslugi", "Superwizja asystentów rodziny", invoice, 5, 3, 2, 0},
                          {"podroze", "Bilety miesięczne asystentów", invoice, 5, 1, 0, 8}}),
                    part("2", 19999650,
                         {{"personel", "Trener umiejętności wychowawczych", contract, 40, 1, 2},
                          {"uslugi", "Sala i poczęstunek, trening", invoice, 15, 1, 2, 8},
                          {"uslugi", "Zajęcia integracyjne dla rodzin", invoice, 15, 3, 2, 8},
                          {"uslugi", "Nocleg, trening wyjazdowy", invoice, 24, 6, 4, 8},
                          {"materialy", "Materiały dydaktyczne", invoice, 6, 4, 2, 23}}),
                    part("3", 8000000,
                         {{"personel", "Koordynator projektu, część etatu", wages, 92},
                          {"materialy", "Materiały biurowe, plakaty", invoice, 8, 4, 0, 23}})},
          .corrections = 3,
          .partly_eligible_percent = 4,
          .first_nip = 10};
}

SpendingPlan opole_spending() {
  return {.period = {.start = day_of(2020, 10, 4), .end = day_of(2022, 10, 31)},
          .parts = {part("1", 21000000,
                         {{"personel", "Psycholog, poradnictwo specjalistyczne", contract, 25},
                          {"uslugi", "Kolonie letnie, wyjazd dzieci", invoice, 34, 12, 9, 0},
                          {"uslugi", "Wyjazd zimowy dzieci", invoice, 20, 12, 3, 0},
                          {"uslugi", "Warsztaty społeczno-integracyjne", invoice, 15, 6, 7, 23},
                          {"materialy", "Nagrody i materiały plastyczne", invoice, 6, 6, 5, 23}}),
                    part("2", 9500000,
                         {{"uslugi", "Spotkania integracyjne, poczęstunek", invoice, 45, 1, 0, 8},
                          {"uslugi", "Wyjazd integracyjny rodzin", invoice, 35, 10, 10, 8},
                          {"personel", "Pedagog rodzin zastępczych", contract, 20}}),
                    part("3", 5007500,
                         {{"uslugi", "Piknik rodzinny, scena i animacje", invoice, 48, 12, 11, 23},
                          {"uslugi", "Konferencja, tłumacz i materiały", invoice, 22, 12, 23, 23},
                          {"personel", "Specjalista do spraw rozliczeń", contract, 30}})},
          .corrections = 2,
          .partly_eligible_percent = 6,
          .first_nip = 100};
}

SpendingPlan jastrzebie_spending() {
  return {.period = {.start = day_of(2022, 1, 1), .end = day_of(2023, 9, 30)},
          .parts = {part("1", 38000000,
                         {{"personel", "Opiekun mieszkań chronionych", wages, 45},
                          {"personel", "Psycholog, grupy wsparcia", contract, 25},
                          {"uslugi", "Szkolenia rodzin zastępczych", invoice, 15, 3, 2, 0},
                          {"uslugi", "Wyjazd edukacyjny rodzin", invoice, 15, 5, 4, 8}}),
                    part("2", 51293886,
                         {{"personel", "Terapeuta uzależnień", contract, 18},
                          {"personel", "Psycholog punktu interwencji kryzysowej", wages, 32},
                          {"uslugi", "Warsztaty w szkołach", invoice, 22, 1, 1, 0},
                          {"uslugi", "Zajęcia socjoterapeutyczne", invoice, 16, 1, 1, 0},
                          {"uslugi", "Mediacje rodzinne", invoice, 8, 1, 1, 0},
                          {"materialy", "Materiały do zajęć", invoice, 4, 4, 1, 23}}),
                    part("3", 15000000,
                         {{"personel", "Kierownik projektu, część etatu", wages, 60},
                          {"personel", "Księgowość projektu, część etatu", wages, 35},
                          {"materialy", "Plakaty i materiały biurowe", invoice, 5, 5, 0, 23}})},
          .corrections = 4,
          .partly_eligible_percent = 3,
          .first_nip = 200};
}

SpendingPlan lublin_spending() {
  return {.period = {.start = day_of(2018, 10, 1), .end = day_of(2021, 1, 31)},
          .parts = {part("1", 9000000,
                         {{"personel", "Trener, wsparcie motywacyjne", contract, 85, 1, 1},
                          {"materialy", "Materiały na spotkania", invoice, 15, 3, 2, 23}}),
                    part("2", 22020813,
                         {{"personel", "Nauczyciele, zajęcia wyrównawcze", contract, 50, 1, 1},
                          {"personel", "Broker edukacyjny", contract, 25, 1, 1},
                          {"uslugi", "Zajęcia socjoterapeutyczne", invoice, 20, 1, 2, 0},
                          {"materialy", "Podręczniki i przybory", invoice, 5, 6, 1, 5}}),
                    part("3", 9000000,
                         {{"uslugi", "Warsztaty dla rodzin", invoice, 70, 2, 3, 0},
                          {"uslugi", "Warsztaty pieczenia i gotowania", invoice, 30, 3, 4, 8}}),
                    part("4", 19000000,
                         {{"personel", "Psycholog punktu konsultacyjnego", contract, 36},
                          {"personel", "Prawnik punktu konsultacyjnego", contract, 32},
                          {"personel", "Pedagog punktu konsultacyjnego", contract, 27},
                          {"materialy", "Wyposażenie i druki punktu", invoice, 5, 6, 0, 23}})},
          .corrections = 3,
          .partly_eligible_percent = 4,
          .first_nip = 300};
}

SpendingPlan bartoszyce_spending() {
  const std::string partner = "SION w Bartoszycach";
  SpendingPlan plan = {
      .period = {.start = day_of(2017, 10, 1), .end = day_of(2020, 12, 31)},
      .parts = {part("1", 20800000,
                     {{"personel", "Asystent rodziny, umowa o pracę", wages, 94},
                      {"podroze", "Zwrot za dojazdy asystenta", invoice, 6, 1, 0, 0}}),
                part("2", 17500000,
                     {{"personel", "Trener „Szkoły dla rodziców”", contract, 35, 1, 1},
                      {"uslugi", "Punkt Konsultacyjny: psycholog i prawnik", invoice, 40, 1, 1, 0},
                      {"personel", "Wychowawca, grupowe zajęcia dla dzieci", contract, 20, 1, 1},
                      {"materialy",
                       "Materiały na zajęcia dla dzieci:\n1) papier i farby \"Plakatowe\"\n"
                       "2) gry planszowe",
                       invoice, 5, 4, 1, 23}}),
                part(
                    "3", 12500000,
                    {{"personel", "Konsultant rodziny", contract, 50, 1, 2},
                     {"uslugi", "Szkolenie \"Pierwsza pomoc przedmedyczna\"", invoice, 14, 6, 4, 0},
                     {"uslugi", "Szkolenie \"Budżet domowy\"", invoice, 14, 6, 6, 0},
                     {"uslugi", "Warsztaty pielęgnacyjno-opiekuńcze", invoice, 22, 3, 3, 0}}),
                part("4", 14500000,
                     {{"uslugi", "Wycieczka rodzinna:\n- autokar\n- bilety, przewodnik", invoice,
                       40, 6, 7, 8},
                      {"uslugi", "Wyjazd rodzinny, nocleg i wyżywienie", invoice, 60, 12, 9, 8}}),
                part(
                    "5", 8679500,
                    {{"uslugi", "Warsztaty międzypokoleniowe", invoice, 55, 3, 5, 0},
                     {"uslugi", "Rodzinny Piknik Integracyjny:\nscena, \"dmuchaniec\", poczęstunek",
                      invoice, 45, 12, 8, 23}})},
      .corrections = 4,
      .partly_eligible_percent = 4,
      .first_nip = 400};
  plan.parts[3].partner = partner;
  plan.parts[4].partner = partner;
  // The own contribution comes from the commune's current tasks of social assistance.
  plan.parts.push_back({.task = "1",
                        .planned = 4200000,
                        .lines = {{"personel", "Asystent rodziny, środki gminy", wages, 1, 3, 2}},
                        .funded = false,
                        .partner = ""});
  return plan;
}

}  // namespace euproj_examples
