#pragma once
// A small project in memory, right in every file: what fuzzers and fault tests begin with.

#include <array>
#include <string>

#include "support/memory_files.hpp"

namespace euproj::testing {

inline const std::array<std::string, 7>& small_project_files() {
  static const std::array<std::string, 7> names = {
      "project.yaml", "uczestnicy.csv", "wsparcie.csv", "rezultaty.csv",
      "miejsca.csv",  "pomiary.csv",    "wydatki.csv"};
  return names;
}

inline MemoryFiles small_project() {
  MemoryFiles files;
  files.put("project.yaml", R"(euproj: 1
project:
  id: maly
  title: "Mały projekt"
  beneficiary: Gmina Przykładowa
  period: {start: 2022-01-01, end: 2022-12-31}
financing:
  total: 10000.00
  sources:
    - {id: eu, kind: eu, rate: 85%}
    - {id: state, kind: state, amount: 800.00}
    - {id: own, kind: own, remainder: true}
budget:
  tasks: [{id: "1", name: "Wsparcie", planned: 8000.00}]
  indirect: {rate: 25%}
claims: [{id: "1", from: 2022-01-01, to: 2022-03-31}]
support_forms: [{id: doradztwo, name: "Doradztwo", task: "1"}]
groups: [{id: rodzice, name: "Rodzice", age: {min: 18}}]
capacity: [{id: c, form: doradztwo, per: provider, count: households, at_once: 2}]
indicators:
  - {id: P1, name: Osoby, kind: output, unit: osoby, target: {total: 3}, count: persons}
  - {id: P2, name: Godziny, kind: output, unit: godz., target: {total: 5}, count: hours,
     where: {support: [doradztwo], any: [{sex: K}, {not: {age: {min: 40}}}]}}
  - {id: R1, name: Praca, kind: result, unit: osoby, target: {total: 1}, count: persons,
     where: {outcome: [praca], within: 4 weeks}}
  - {id: R2, name: Miejsca, kind: result, unit: miejsca, target: {total: 1}, count: places}
  - {id: R3, name: Udział, kind: result, unit: "%", count: ratio, numerator: R1, denominator: P1}
  - {id: R4, name: Pomiar, kind: result, unit: szt., count: measured, take: last}
data:
  participants: uczestnicy.csv
  support: wsparcie.csv
  outcomes: rezultaty.csv
  places: miejsca.csv
  measurements: pomiary.csv
  expenditures: wydatki.csv
)");
  files.put("uczestnicy.csv",
            "person_id,sex,birth_date,group,household_id,entry_date,exit_date,completed\n"
            "U-1,K,1990-05-01,rodzice,G-1,2022-01-10,,\n"
            "U-2,M,1985-02-11,rodzice,G-1,2022-01-12,2022-03-31,tak\n");
  files.put("wsparcie.csv",
            "date,date_to,person_id,form,session_id,hours,provider,headcount\n"
            "2022-01-10,2022-02-10,U-1,doradztwo,s1,2,A-1,\n"
            "2022-01-12,,U-2,doradztwo,s1,1.5,A-1,\n"
            "2022-01-13,,,doradztwo,s2,,A-2,12\n");
  files.put("rezultaty.csv", "person_id,outcome,date,evidence\nU-2,praca,2022-04-28,umowa\n");
  files.put("miejsca.csv", "place_id,name,kind,from,to,capacity\nM-1,Klub,created,2022-02-01,,1\n");
  files.put("pomiary.csv", "indicator,date,value,women,men\nR4,2022-02-28,7.5,,\n");
  files.put("wydatki.csv",
            "doc_no,paid_date,claim,task,eligible,corrects\n"
            "FV 1/2022,2022-01-20,1,1,100.00,\n"
            "FK 1/2022,2022-02-20,,1,-33.33,FV 1/2022\n");
  return files;
}

}  // namespace euproj::testing
