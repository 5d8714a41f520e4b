#pragma once
// The definition that the bench reports on: ten indicators which together use every condition of
// `where`, money that grows with the number of documents, so that no budget is exceeded.

#include <cstdint>
#include <string>

namespace euproj::bench {

inline constexpr int task_count = 20;
inline constexpr int form_count = 12;

inline std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

/// Each task gets a fifth more than its documents come to on average, in whole thousands.
inline std::uint64_t planned_of_task(std::uint64_t documents) {
  return (documents * 1500 / 1000 + 200) * 1000;
}

inline std::string definition_text(std::uint64_t documents) {
  const std::uint64_t planned = planned_of_task(documents);
  const std::uint64_t total = planned * task_count / 100 * 120;  // with a fifth of indirect costs
  const auto money = [](std::uint64_t whole) { return std::to_string(whole) + ".00"; };
  std::string text = R"(euproj: 1
project:
  id: bench
  title: "Program, na którym mierzy się szybkość"
  fund: ESF+
  period: {start: 2024-01-01, end: 2026-12-31}
  durability: {months: 24}
financing:
  total: )" + money(total) +
                     R"(
  sources:
    - {id: eu, kind: eu, rate: 85%}
    - {id: state, kind: state, rate: 8%}
    - {id: own, kind: own, remainder: true}
  agreed:
    - {sources: [eu], amount: )" +
                     money(total / 100 * 85) + R"(}
    - {sources: [state], amount: )" +
                     money(total / 100 * 8) + R"(}
    - {sources: [own], amount: )" +
                     money(total / 100 * 7) + R"(}
budget:
  indirect: {rate: 20%}
  limits: [{id: wyposazenie, categories: [wyposazenie], max: 30%, of: total}]
  categories:
)";
  for (const char* category : {"personel", "uczestnicy", "sale", "materialy", "uslugi",
                               "wyposazenie", "dojazdy", "inne"}) {
    text += "    - {id: " + std::string(category) + "}\n";
  }
  text += "  tasks:\n";
  for (int task = 1; task <= task_count; ++task) {
    text += "    - {id: T" + two_digits(task) + ", name: Zadanie " + std::to_string(task) +
            ", planned: " + money(planned) + "}\n";
  }
  text += "claims:\n";
  for (int claim = 0; claim < 12; ++claim) {
    const std::string year = std::to_string(2024 + claim / 4);
    constexpr const char* quarters[] = {"-01-01, to: Y-03-31", "-04-01, to: Y-06-30",
                                        "-07-01, to: Y-09-30", "-10-01, to: Y-12-31"};
    std::string days = year + quarters[claim % 4];
    days.replace(days.find('Y'), 1, year);
    text += "  - {id: \"" + std::to_string(claim + 1) + "\", from: " + days + ", status: paid}\n";
  }
  text += "support_forms:\n";
  for (int form = 1; form <= form_count; ++form) {
    text += "  - {id: F" + two_digits(form) + ", name: Forma " + std::to_string(form) +
            ", task: T" + two_digits(form) + "}\n";
  }
  return text + R"(groups:
  - {id: mlodzi, name: Młodzi, age: {max: 29}}
  - {id: dorosli, name: Dorośli, age: {min: 18}}
  - {id: seniorzy, name: Seniorzy, age: {min: 55}}
indicators:
  - {id: P1, name: Osoby w poradnictwie, kind: output, unit: osoby, target: {total: 1000}, count: persons,
     where: {support: [F01, F02, F03, F04, F05, F06]}}
  - {id: P2, name: Bezrobotne kobiety 18–29 lat, kind: output, unit: osoby, count: persons,
     where: {sex: K, age: {min: 18, max: 29}, labour_status: unemployed}}
  - {id: P3, name: Osoby w trudnej sytuacji bez wyższego wykształcenia, kind: output, unit: osoby, count: persons,
     where: {any: [{disability: yes}, {homeless: yes}, {age: {min: 55}}], not: {education: ["5", "6", "7", "8"]}}}
  - {id: P4, name: Dorośli po co najmniej trzech spotkaniach, kind: output, unit: osoby, count: persons,
     where: {support: [F01, F02, F03], min_sessions: 3, group: [dorosli, seniorzy]}}
  - {id: P5, name: Gospodarstwa wiejskie, kind: output, unit: gospodarstwa, count: households,
     where: {degurba: "3", all: [{minority: no}, {not: {foreign_background: yes}}]}}
  - {id: P6, name: Godziny terapii w dwóch gminach, kind: output, unit: godziny, count: hours,
     where: {support: [F07, F08], municipality: [Bytom, "Opole, Zaodrze"], ground: [bezrobocie, ubóstwo]}}
  - {id: P7, name: Wejścia osób w innej niekorzystnej sytuacji, kind: output, unit: wejścia, count: entries,
     where: {disadvantaged: yes, citizenship: [PL, UA]}}
  - {id: R1, name: Osoby pracujące lub uczące się po zakończeniu udziału, kind: result, unit: osoby, count: persons,
     where: {outcome: [employment, education], within: 4 weeks, completed: yes}}
  - {id: R2, name: Osoby po co najmniej dwunastu godzinach szkolenia, kind: result, unit: osoby, count: persons,
     where: {support: [F09, F10, F11, F12], min_hours: 12}}
  - {id: R3, name: Utworzone miejsca, kind: result, unit: miejsca, count: places,
     where: {place_kind: created}}
data:
  participants: uczestnicy.csv
  support: wsparcie.csv
  outcomes: rezultaty.csv
  places: miejsca.csv
  expenditures: wydatki.csv
)";
}

}  // namespace euproj::bench
