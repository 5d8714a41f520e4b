#pragma once
// A made-up report with the awkward cases in it: no target, target 0, a ratio over zero, negative
// periods, more than 100 %, a name that wraps, a name that begins with "=", 30 findings of a kind.

#include "euproj/report/figures.hpp"
#include "euproj/words/texts.hpp"

namespace euproj::samples {

inline Date day(int year, int month, int day_of_month) {
  return *Date::from(year, month, day_of_month);
}

inline Money zloty(std::int64_t grosze) { return Money::minor(grosze); }

inline Value counts(std::int64_t women, std::int64_t men) {
  return {Quantity::whole(women + men), Quantity::whole(women), Quantity::whole(men)};
}

inline IndicatorFigures indicator(std::string id, std::string name, Indicator::Kind kind,
                                  Count count) {
  IndicatorFigures made;
  made.id = std::move(id);
  made.name.polish = std::move(name);
  made.kind = kind;
  made.count = count;
  made.unit = "osoby";
  return made;
}

inline std::vector<IndicatorFigures> indicators() {
  std::vector<IndicatorFigures> all;

  all.push_back(indicator(
      "P1",
      "Liczba osób zagrożonych ubóstwem lub wykluczeniem społecznym objętych usługami wspierania "
      "rodziny i pieczy zastępczej w programie",
      Indicator::Kind::output, Count::persons));
  all.back().target = {Quantity::whole(350), Quantity::whole(200), Quantity::whole(150)};
  all.back().period = counts(-1, 2);
  all.back().cumulative = counts(80, 40);
  all.back().achieved = Percent{34'29};
  all.back().achieved_women = Percent{40'00};
  all.back().achieved_men = Percent{26'67};

  all.push_back(indicator("P2", "=HYPERLINK(\"http://example.org\")", Indicator::Kind::output,
                          Count::sessions));
  all.back().name.english = "=SUM(A1:A9)";
  all.back().unit = "spotkania";
  all.back().target.total = Quantity::whole(1000);
  all.back().period.total = Quantity::whole(0);
  all.back().cumulative.total = Quantity::whole(1234);
  all.back().achieved = Percent{123'40};

  all.push_back(indicator("P3",
                          "Liczba obiektów dostosowanych do potrzeb osób z "
                          "niepełnosprawnościami",
                          Indicator::Kind::output, Count::measured));
  all.back().unit = "szt.";
  all.back().target.total = Quantity::whole(0);  // horizontal: listed though not planned
  all.back().period.total = Quantity::scaled(125'000);
  all.back().cumulative.total = Quantity::scaled(125'000);

  all.push_back(indicator("R1", "Odsetek osób, których sytuacja społeczna uległa poprawie",
                          Indicator::Kind::result, Count::ratio));
  all.back().code = "EECR05";
  all.back().unit = "%";
  all.back().baseline = Quantity::whole(10);
  all.back().target.total = Quantity::whole(80);
  all.back().cumulative.total = Quantity::scaled(66'6700);
  all.back().achieved = Percent{83'33};

  all.push_back(indicator("R2", "Liczba osób pracujących po opuszczeniu programu",
                          Indicator::Kind::result, Count::persons));
  all.back().period = counts(0, 0);
  all.back().cumulative = counts(3, 1);
  return all;
}

inline BreakdownFigures by_age() {
  BreakdownFigures breakdown;
  breakdown.of = Breakdown::age;
  breakdown.rows = {{"<18", {}, counts(1, 1), counts(10, 10), {}},
                    {"18-29", {}, counts(0, 0), counts(30, 10), {}},
                    {"30-54", {}, counts(-2, 1), counts(30, 15), {}},
                    {"55+", {}, counts(0, 0), counts(10, 4), {}},
                    {"", {}, counts(0, 0), counts(0, 1), {}}};
  return breakdown;
}

inline BreakdownFigures by_group() {
  BreakdownFigures breakdown;
  breakdown.of = Breakdown::group;
  breakdown.rows = {{"dzieci",
                     {"Dzieci 6–15 lat z rodzin objętych asystenturą", "Children aged 6–15"},
                     counts(1, 1),
                     counts(10, 10),
                     {Quantity::whole(30), Quantity::whole(20), Quantity::whole(10)}},
                    {"rodzice", {"Rodzice", "Parents"}, counts(-2, 1), counts(70, 29), {}}};
  return breakdown;
}

inline BreakdownFigures by_word(Breakdown of, std::string first, std::string second) {
  BreakdownFigures breakdown;
  breakdown.of = of;
  breakdown.rows = {{std::move(first), {}, counts(0, 1), counts(50, 20), {}},
                    {std::move(second), {}, counts(-1, 1), counts(30, 20), {}}};
  return breakdown;
}

inline void add_money(Figures& figures) {
  figures.currency = "PLN";
  figures.total = zloty(1'042'938'86);
  figures.sources = {{"eu", SourceKind::eu, "85 %", zloty(886'498'03), zloty(42'500'00),
                      zloty(212'500'85), zloty(673'997'18), Percent{23'97}},
                     {"state", SourceKind::state, "8 %", zloty(83'435'10), zloty(4'000'00),
                      zloty(20'000'08), zloty(63'435'02), Percent{23'97}},
                     {"own", SourceKind::own, "", zloty(73'005'73), zloty(3'500'00),
                      zloty(17'500'07), zloty(55'505'66), Percent{23'97}}};
  figures.direct = {zloty(41'666'66), zloty(208'334'16)};
  figures.indirect = {zloty(8'333'34), zloty(41'666'84)};
  figures.eligible = {zloty(50'000'00), zloty(250'001'00)};
  figures.flat_rate = FlatRateFigures{Rate::of(1, 5), {}, Rounding::down, zloty(208'334'16)};
  figures.tasks = {{"1",
                    {"Asystentura rodzinna i terapia uzależnień dla rodzin", ""},
                    zloty(400'000'00),
                    zloty(45'000'00),
                    zloty(150'000'00),
                    zloty(250'000'00)},
                   {"2",
                    {"Świetlica środowiskowa", ""},
                    zloty(50'000'00),
                    zloty(-3'333'34),
                    zloty(58'334'16),
                    zloty(-8'334'16)},
                   {"3", {"Wolontariat", ""}, std::nullopt, zloty(0), zloty(0), std::nullopt}};
  figures.categories = {{"staff", {"Personel", ""}, zloty(41'666'66), zloty(188'334'16)},
                        {"cross", {"Cross-financing", ""}, zloty(0), zloty(20'000'00)}};
  figures.limits = {{"cross-financing", zloty(20'000'00), Limit::Base::total, zloty(1'042'938'86),
                     Rate::of(1, 10), zloty(104'293'88), zloty(84'293'88), false},
                    {"equipment", zloty(20'000'00), Limit::Base::direct, zloty(150'000'00),
                     Rate::of(1, 10), zloty(15'000'00), zloty(-5'000'00), true}};
  figures.claims = {{"WNP-001",
                     {day(2022, 1, 1), day(2022, 3, 31)},
                     Claim::Status::paid,
                     zloty(200'001'00),
                     {zloty(170'000'85), zloty(16'000'08), zloty(14'000'07)}},
                    {"WNP-002",
                     {day(2022, 4, 1), day(2022, 6, 30)},
                     Claim::Status::draft,
                     zloty(50'000'00),
                     {zloty(42'500'00), zloty(4'000'00), zloty(3'500'00)}}};
  figures.advances = {{day(2022, 1, 20), "eu", zloty(250'000'00)},
                      {day(2022, 4, 20), "", zloty(23'529'41)}};
}

inline void add_people(Figures& figures) {
  figures.participants = {120, 80, 40, 70, 50, counts(40, 12)};
  figures.breakdowns = {by_age(), by_group(),
                        by_word(Breakdown::labour_status, "long_term_unemployed", "employed"),
                        by_word(Breakdown::education, "2", "6")};
  SupportFigures therapy;
  therapy.id = "terapia";
  therapy.name = {"Terapia uzależnień, współuzależnień i przemocy w rodzinie", "Therapy"};
  therapy.persons_period = counts(3, 1);
  therapy.persons_cumulative = counts(33, 11);
  therapy.persons_supported = counts(30, 10);
  therapy.sessions_period = Quantity::whole(12);
  therapy.sessions_cumulative = Quantity::whole(1234);
  therapy.hours_period = Quantity::scaled(18'5000);
  therapy.hours_cumulative = Quantity::scaled(2100'2500);
  SupportFigures picnic;
  picnic.id = "piknik";
  picnic.persons_period = counts(0, 0);
  picnic.persons_cumulative = counts(0, 0);
  picnic.persons_supported = counts(0, 0);
  picnic.headcount_cumulative = Quantity::whole(204);
  figures.support = {therapy, picnic};
  figures.places = {{"PL-1", "Placówka wsparcia dziennego, ul. Górna 1", PlaceKind::created,
                     day(2022, 3, 1), Date(), 15},
                    {"PL-2", "", PlaceKind::supported, day(2022, 3, 1), day(2023, 9, 30), 1}};
  for (int month = 1; month <= 6; ++month) {
    figures.months.push_back({day(2022, month, 1),
                              20 * month,
                              zloty(month * 10'000'00),
                              zloty(month * (month + 1) * 5'000'00),
                              {},
                              {}});
  }
}

inline void add_findings(Figures& figures) {
  figures.findings.push_back({"over-budget", Severity::warning, "project.yaml", 41, 5,
                              "zadanie `2`: wydano 58 334,16, plan 50 000,00"});
  for (std::uint32_t line = 2; line < 32; ++line) {
    figures.findings.push_back({"outside-project", Severity::warning, "dane/wsparcie-2022-05.csv",
                                line, 1,
                                "data 2021-12-31 jest przed początkiem projektu; popraw "
                                "datę albo okres realizacji projektu"});
  }
  figures.findings.push_back({"pesel-checksum", Severity::error, "dane/uczestnicy.csv", 7, 0,
                              "cyfra kontrolna numeru PESEL się nie zgadza"});
}

/// `complete` unless a test says otherwise.
inline Figures figures() {
  Figures made;
  made.project_id = "jastrzebie-miasto-rodziny";
  made.number = "RPSL.09.02.05-IŻ.01-24-350/19";
  made.title = {"Jastrzębie-Zdrój – Miasto Rodziny", "Jastrzębie-Zdrój – City of Families"};
  made.project_facts = {{Text::fact_number, made.number},
                        {Text::fact_beneficiary, "Miasto Jastrzębie-Zdrój"},
                        {Text::fact_implementer, "Ośrodek Pomocy Społecznej"},
                        {Text::fact_programme, "RPO Województwa Śląskiego 2014–2020"},
                        {Text::fact_partners, ""}};
  made.project_period = {day(2022, 1, 1), day(2023, 9, 30)};
  made.durability = Period{day(2023, 10, 1), day(2025, 12, 31)};
  made.period = {day(2022, 5, 1), day(2022, 5, 31)};
  add_money(made);
  made.indicators = indicators();
  add_people(made);
  add_findings(made);
  made.version = "0.1.0";
  made.options = {"--period", "2022-05"};
  made.inputs = {{"project.yaml", std::string(64, 'a'), 4321, 0, false, {}, {}},
                 {"dane/uczestnicy.csv", std::string(64, '7'), 1234567, 120, false, {}, {}}};
  return made;
}

/// A project of which nothing is known but its id.
inline Figures empty_figures() {
  Figures made;
  made.project_id = "pusty";
  made.project_period = {day(2022, 1, 1), day(2023, 9, 30)};
  made.period = {day(2022, 1, 1), day(2022, 1, 31)};
  made.currency = "PLN";
  return made;
}

}  // namespace euproj::samples
