// What the values of a definition contradict or refer to in vain, each finding whole.
#include <doctest/doctest.h>

#include <string>

#include "support/definition.hpp"

using namespace euproj;
using namespace euproj::testing;

TEST_CASE("definition: sources") {
  CHECK(findings(without_financing + "financing:\n"
                                     "  total: 100.00\n"
                                     "  sources:\n"
                                     "    - {id: eu, kind: eu}\n"
                                     "    - {id: state, kind: state, rate: 8%, amount: 5.00}\n"
                                     "    - {id: own, kind: own, remainder: true}\n"
                                     "    - {id: city, kind: other, remainder: true}\n") ==
        "6:12+2 source-without-weight: source `eu` has none of `rate`, `amount`, `remainder`\n"
        "7:12+5 source-weight: source `state` has `rate`, `amount` at the same time\n"
        "9:42+4 second-remainder: source `own` has `remainder: true` already\n");
  CHECK(findings(without_financing +
                 "financing:\n"
                 "  total: 100.00\n"
                 "  sources:\n"
                 "    - {id: eu, kind: eu, rate: 85%}\n"
                 "    - {id: own, kind: own, remainder: false, amount: 15.00}\n") ==
        "5:3+7 no-remainder: no source has `remainder: true`\n");
  CHECK(findings(without_financing + "financing:\n"
                                     "  total: 100.00\n"
                                     "  sources: []\n") ==
        "5:3+7 no-remainder: no source has `remainder: true`\n");
  CHECK(findings(without_financing + "financing:\n"
                                     "  total: 100.00\n"
                                     "  sources:\n"
                                     "    - {id: eu, kind: eu, rate: 85%}\n"
                                     "    - {id: state, kind: state, amount: 15.01}\n"
                                     "    - {id: own, kind: own, remainder: true}\n") ==
        "5:3+7 sources-exceed-total: the sources' rates and amounts add up to 100.01, the total "
        "is 100.00\n");
  CHECK(findings(without_financing +
                 "financing:\n"
                 "  total: 100.00\n"
                 "  sources: [{id: eu, kind: eu, rate: 85%}, {id: eu, kind: eu, remainder: true}"
                 "]\n") ==
        "5:49+2 duplicate-id: id `eu` is used twice in `financing.sources`, first in :5\n");
  CHECK(findings(without_financing +
                 "financing:\n"
                 "  total: 100.00\n"
                 "  split: documents\n"
                 "  sources: [{id: a, kind: own, rate: 5%}, {id: b, kind: private, remainder: tr"
                 "ue}]\n") ==
        "5:10+9 split-by-documents: `split: documents` with 2 sources beside eu and state, there"
        " is room for one\n"
        "5:10+9 split-without-grant: `split: documents` without a source of kind eu or state\n");
  CHECK(findings(without_financing +
                 "financing:\n"
                 "  total: 100.00\n"
                 "  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: tru"
                 "e}]\n"
                 "  agreed: [{sources: [ue], amount: 85.00}, {sources: [], amount: 1.00}, {sourc"
                 "es: [eu, eu], amount: 85.00}]\n"
                 "advances: [{date: 2022-01-01, amount: 10.00, source: stat}]\n") ==
        "6:23+2 unknown-reference: `sources` names `ue`, which `financing.sources` does not have"
        "; it has: `eu`, `own`\n"
        "6:54+1 empty-list: the list `sources` is empty\n"
        "6:88+2 repeated-item: `eu` is in the list `sources` twice\n"
        "7:54+4 unknown-reference: `source` names `stat`, which `financing.sources` does not hav"
        "e; it has: `eu`, `own`\n");
}

TEST_CASE("definition: flat rates") {
  const std::string budget = "budget:\n  categories: [{id: place, role: staff}, {id: biuro}]\n";
  const auto seen = [&](const std::string& flat) {
    return findings(minimal + budget + "  indirect: {" + flat + "}\n");
  };
  CHECK(seen("remaining: 40%, of: staff, besides: [biuro], rounding: half_up").empty());
  CHECK(seen("bands: [{up_to: 1.00, rate: 25%}, {rate: 10%}], exclude: [biuro]").empty());
  CHECK(seen("rate: 20%, of: staff, in_kind: excluded").empty());
  CHECK(seen("of: staff") ==
        "8:13+1 indirect-form: the flat rate has 0 of the keys `rate`, `bands`, `remaining`, but "
        "needs one\n");
  CHECK(seen("rate: 20%, remaining: 40%") ==
        "8:13+1 indirect-form: the flat rate has 2 of the keys `rate`, `bands`, `remaining`, but "
        "needs one\n");
  CHECK(seen("bands: [{rate: 25%}, {up_to: 1.00, rate: 10%}]") ==
        "8:35+1 bands-order: band 2 of the flat rate has the bound 1.00, but the one before has "
        "–\n");
  CHECK(seen("bands: [{up_to: 2.00, rate: 25%}, {up_to: 2.00, rate: 10%}, {rate: 5%}]") ==
        "8:48+1 bands-order: band 2 of the flat rate has the bound 2.00, but the one before has "
        "2.00\n");
  CHECK(seen("bands: [{up_to: 2.00, rate: 25%}]") ==
        "8:14+5 bands-end: the last band of the flat rate ends at 2.00, so a higher plan has no "
        "rate\n");
  CHECK(
      findings(minimal + "budget:\n  categories: [{id: biuro}]\n  indirect: {remaining: 40%}\n") ==
      "8:13+1 no-staff-category: the flat rate is of staff costs, but no category has `role: "
      "staff`\n");
}

TEST_CASE("definition: references") {
  CHECK(findings(minimal +
                 "budget:\n"
                 "  tasks: [{id: 1}]\n"
                 "  categories: [{id: staff}]\n"
                 "  limits: [{id: l, categories: [stafff, cross], max: 10%}]\n"
                 "support_forms: [{id: terapia, task: 2}]\n"
                 "groups: [{id: dzieci}]\n"
                 "capacity: [{id: c, form: terapie, count: persons, at_once: 1}]\n"
                 "indicators:\n"
                 "  - {id: P1, kind: output, count: persons, where: {support: [terapia, mediacje"
                 "], not: {group: dziecko}}}\n") ==
        "9:33+6 unknown-reference: `categories` names `stafff`, which `budget.categories` does n"
        "ot have; it has: `staff`\n"
        "9:41+5 unknown-reference: `categories` names `cross`, which `budget.categories` does no"
        "t have; it has: `staff`\n"
        "10:37+1 unknown-reference: `task` names `2`, which `budget.tasks` does not have; it has"
        ": `1`\n"
        "12:26+7 unknown-reference: `form` names `terapie`, which `support_forms` does not have;"
        " it has: `terapia`\n"
        "14:71+8 unknown-reference: `support` names `mediacje`, which `support_forms` does not h"
        "ave; it has: `terapia`\n"
        "14:95+7 unknown-reference: `group` names `dziecko`, which `groups` does not have; it ha"
        "s: `dzieci`\n");
  CHECK(findings(minimal + "budget: {limits: [{id: l, categories: [cross], max: 10%}]}\n") ==
        "6:40+5 unknown-reference: `categories` names `cross`, which `budget.categories` does no"
        "t have; it has: –\n");
}

TEST_CASE("definition: conditions") {
  CHECK(findings(minimal +
                 "indicators:\n"
                 "  - {id: P1, kind: output, count: persons, where: {within: 4 weeks, place_kind"
                 ": [created]}}\n"
                 "  - {id: P2, kind: output, count: places, where: {sex: K, any: [{support: a}]}"
                 "}\n"
                 "  - {id: P3, kind: output, count: measured, where: {sex: K}}\n"
                 "  - {id: P4, kind: output, count: headcount, where: {support: a, group: g}}\n"
                 "  - {id: P5, kind: output, count: persons, where: {outcome: x, within: a month"
                 "}}\n"
                 "  - {id: P6, kind: output, count: persons, where: {outcome: x, within: 4weeks,"
                 " age: {max: 200}}}\n"
                 "  - {id: P7, kind: output, count: persons, where: {min_hours: 0, min_sessions:"
                 " 0}}\n") ==
        "7:52+6 within-without-outcome: `within` stands without `outcome`\n"
        "7:69+10 key-not-for-count: `place_kind` means nothing with `count: persons`\n"
        "8:51+3 key-not-for-count: `sex` means nothing with `count: places`\n"
        "8:66+7 key-not-for-count: `support` means nothing with `count: places`\n"
        "9:45+5 key-not-for-count: `where` means nothing with `count: measured`\n"
        "10:66+5 key-not-for-count: `group` means nothing with `count: headcount`\n"
        "11:72+7 definition-term: `within` is `a month`, not a length of time\n"
        "12:72+6 definition-term: `within` is `4weeks`, not a length of time\n"
        "12:91+3 age-beyond-life: an age of 200 years is more than 130\n"
        "13:63+1 not-above-zero: `min_hours` is 0, more than zero is needed\n"
        "13:80+1 not-positive: `min_sessions` is `0`, at least 1 is needed\n");
}

TEST_CASE("definition: ratios") {
  CHECK(findings(minimal +
                 "indicators:\n"
                 "  - {id: W1, kind: result, count: ratio, numerator: W2, denominator: P1}\n"
                 "  - {id: W2, kind: result, count: ratio, numerator: P1}\n"
                 "  - {id: P1, kind: output, count: persons, numerator: P1, take: last}\n"
                 "  - {id: W3, kind: result, count: ratio, numerator: P1, denominator: P2}\n") ==
        "7:53+2 ratio-of-ratio: `numerator` names `W2`, itself a ratio\n"
        "8:5+1 missing-key: `indicators` has no `denominator`, which it needs\n"
        "9:44+9 key-not-for-count: `numerator` means nothing with `count: persons`\n"
        "9:59+4 key-not-for-count: `take` means nothing with `count: persons`\n"
        "10:70+2 unknown-reference: `denominator` names `P2`, which `indicators` does not have; "
        "it has: `P1`\n");
}

TEST_CASE("definition: `when` is of persons, and one word") {
  CHECK(findings(minimal + "indicators:\n"
                           "  - {id: P1, kind: output, count: persons, when: period}\n"
                           "  - {id: P2, kind: output, count: sessions, when: period}\n"
                           "  - {id: P3, kind: output, count: persons, when: ever}\n") ==
        "8:45+4 key-not-for-count: `when` means nothing with `count: sessions`\n"
        "9:50+4 definition-word: `when` is `ever`; known: `period`\n");
}

TEST_CASE("definition: targets") {
  CHECK(findings(minimal +
                 "indicators:\n"
                 "  - {id: P1, kind: output, count: sessions, target: {women: 1, men: 2}}\n"
                 "  - {id: P2, kind: output, count: persons, target: 3.5, baseline: 0.5}\n"
                 "  - {id: P3, kind: output, count: hours, target: -1.5}\n"
                 "  - {id: P4, kind: output, count: persons, target: {total: 35, women: 20, men:"
                 " 10}}\n"
                 "  - {id: P5, kind: output, count: persons, target: many}\n"
                 "  - {id: P6, kind: output, count: persons, target: {women: -1}}\n"
                 "  - {id: P7, kind: output, count: hours, target: [1]}\n") ==
        "7:54+5 target-by-sex: `women` with `count: sessions`, a value that has no sex\n"
        "7:64+3 target-by-sex: `men` with `count: sessions`, a value that has no sex\n"
        "8:52+3 target-not-whole: `target` is 3.5, `count: persons` gives whole numbers\n"
        "8:67+3 target-not-whole: `baseline` is 0.5, `count: persons` gives whole numbers\n"
        "9:50+4 negative-target: `target` is -1.5, a target cannot be negative\n"
        "10:60+2 target-sum: women and men add up to 30, `total` is 35\n"
        "11:52+4 definition-number: `target` is `many`, not a number\n"
        "12:60+2 negative-target: `women` is -1, a target cannot be negative\n"
        "13:50+1 definition-number: `target` is `[...]`, not a number\n");
}

TEST_CASE("definition: data") {
  CHECK(findings(minimal +
                 "data:\n"
                 "  support: {file: a.csv, columns: {fromm: Forma}, values: {seks: {k: K}}}\n") ==
        "7:36+5 unknown-key: unknown key `fromm` in `data.support.columns`; known: `date`, `date"
        "_to`, `person_id`, `form`, `task`, `session_id`, `hours`, `provider`, …\n"
        "7:60+4 unknown-key: unknown key `seks` in `data.support.values`; known: `date`, `date_t"
        "o`, `person_id`, `form`, `task`, `session_id`, `hours`, `provider`, …\n");
}

TEST_CASE("definition: all faults of a file come in one run") {
  CHECK(findings("euproj: 3\n"
                 "project: {id: P, title: T, period: {start: 2022-01-01, end: 2021-01-01}}\n"
                 "financing: {total: x, sources: [{id: eu, kind: ue, rate: 85}]}\n"
                 "indicators: [{id: P1, kind: output, count: ratio}]\n") ==
        "1:9+1 format-version: the format version is `3`, this program knows version 1\n"
        "2:15+1 project-id-form: the project id is `P`, it consists of small letters a-z, digits"
        " and hyphens\n"
        "2:61+10 period-reversed: the end 2021-01-01 is before the start 2022-01-01\n"
        "3:20+1 definition-money: `total` is `x`, not an amount\n"
        "3:23+7 no-remainder: no source has `remainder: true`\n"
        "3:48+2 definition-word: `kind` is `ue`; known: `eu`, `state`, `own`, `private`, `other`\n"
        "3:58+2 percent-sign: `rate` is `85` without a % sign\n"
        "4:14+1 missing-key: `indicators` has no `denominator`, which it needs\n"
        "4:14+1 missing-key: `indicators` has no `numerator`, which it needs\n");
  CHECK(polish_findings("euproj: 3\n"
                        "project: {id: P, title: T, period: {start: 2022-01-01, end: 2021-01-01}}\n"
                        "financing: {total: x, sources: [{id: eu, kind: ue, rate: 85}]}\n"
                        "indicators: [{id: P1, kind: output, count: ratio}]\n") ==
        "1:9+1 format-version: wersja formatu to `3`, a ten program zna wersję 1\n"
        "2:15+1 project-id-form: id projektu to `P`, a składa się z małych liter a-z, cyfr i myś"
        "lników\n"
        "2:61+10 period-reversed: koniec 2021-01-01 jest przed początkiem 2022-01-01\n"
        "3:20+1 definition-money: `total` to `x`, a nie kwota\n"
        "3:23+7 no-remainder: żadne źródło nie ma `remainder: true`\n"
        "3:48+2 definition-word: `kind` to `ue`; znane: `eu`, `state`, `own`, `private`, `other`\n"
        "3:58+2 percent-sign: `rate` to `85` bez znaku %\n"
        "4:14+1 missing-key: w `indicators` brak klucza `denominator`\n"
        "4:14+1 missing-key: w `indicators` brak klucza `numerator`\n");
}
