// Keys, types and values of a definition, each finding whole: place, code and sentence.
#include <doctest/doctest.h>

#include <string>

#include "support/definition.hpp"

using namespace euproj;
using namespace euproj::testing;

TEST_CASE("definition: keys: unknown, missing, without a value") {
  CHECK(findings(minimal + "indicator: []\n") ==
        "6:1+9 unknown-key: unknown key `indicator` in `definition`; known: `indicators`\n");
  CHECK(findings(minimal + "claims:\n"
                           "  - {id: 1, from: 2022-01-01, to: 2022-01-31, satus: paid}\n"
                           "  - {id: 2, from: 2022-02-01}\n") ==
        "7:47+5 unknown-key: unknown key `satus` in `claims`; known: `status`\n"
        "8:5+1 missing-key: `claims` has no `to`, which it needs\n");
  CHECK(findings(minimal + "foo: bar\n") ==
        "6:1+3 unknown-key: unknown key `foo` in `definition`; known: `euproj`, `project`, `fina"
        "ncing`, `budget`, `claims`, `advances`, `advances_rule`, `support_forms`, …\n");
  CHECK(findings("euproj: 1\n") ==
        "1:1+6 missing-key: `definition` has no `financing`, which it needs\n"
        "1:1+6 missing-key: `definition` has no `project`, which it needs\n");
  CHECK(findings("project: {id: p}\n"
                 "financing: {}\n") ==
        "1:1+7 missing-key: `definition` has no `euproj`, which it needs\n"
        "1:1+7 missing-key: `project` has no `period`, which it needs\n"
        "1:1+7 missing-key: `project` has no `title`, which it needs\n"
        "2:1+9 missing-key: `financing` has no `sources`, which it needs\n"
        "2:1+9 missing-key: `financing` has no `total`, which it needs\n");
  CHECK(findings(minimal + "budget:\n"
                           "  tasks:\n"
                           "    - id: 1\n"
                           "      planned:\n"
                           "    - id: ~\n"
                           "    - id: \"\"\n") ==
        "9:7+7 no-value: `planned` has no value\n"
        "10:11+1 no-value: `id` has no value\n"
        "11:11+2 no-value: `id` has no value\n");
}

TEST_CASE("definition: types") {
  CHECK(findings(minimal + "budget: 5\n"
                           "claims: {id: 1}\n"
                           "groups: [dzieci]\n"
                           "data: [a.csv]\n") ==
        "6:9+1 expected-mapping: `budget` is `5`, a mapping is expected\n"
        "7:9+1 expected-list: `claims` is `{...}`, a list is expected\n"
        "8:10+6 expected-mapping: `groups` is `dzieci`, a mapping is expected\n"
        "9:7+1 expected-mapping: `data` is `[...]`, a mapping is expected\n");
  CHECK(findings("[a, b]\n") ==
        "1:1+1 expected-mapping: `definition` is `[...]`, a mapping is expected\n");
  CHECK(findings(minimal + "privacy: {key_file: [a]}\n"
                           "support_forms: [{id: a, name: [b]}]\n") ==
        "6:21+1 expected-text: `key_file` is `[...]`, a text is expected\n"
        "7:31+1 expected-text: `name` is `[...]`, a text is expected\n");
  CHECK(findings(minimal +
                 "indicators:\n"
                 "  - {id: P1, kind: output, count: persons, where: {support: {a: b}, outcome: ["
                 "], group: [a, a], any: [], all: {sex: K}}}\n") ==
        "7:61+1 expected-texts: `support` is `{...}`, a text or a list of texts is expected\n"
        "7:78+1 empty-list: the list `outcome` is empty\n"
        "7:93+1 repeated-item: `a` is in the list `group` twice\n"
        "7:102+1 empty-list: the list `any` is empty\n"
        "7:111+1 expected-list: `all` is `{...}`, a list is expected\n");
  CHECK(findings(minimal +
                 "data: {participants: [], support: [a.csv, [b.csv]], outcomes: {file: []}}\n") ==
        "6:22+1 empty-list: the list `participants` is empty\n"
        "6:43+1 expected-text: `support` is `[...]`, a text is expected\n"
        "6:70+1 empty-list: the list `file` is empty\n");
  CHECK(findings(minimal + "data: {support: {file: a.csv, columns: [a], values: {form: x}}}\n") ==
        "6:40+1 expected-mapping: `columns` is `[...]`, a mapping is expected\n"
        "6:60+1 expected-mapping: `form` is `x`, a mapping is expected\n");
  CHECK(findings(minimal +
                 "data: {support: {file: a.csv, columns: {form: [a]}, values: {form: {a: ~}}}}"
                 "\n") ==
        "6:47+1 expected-text: `form` is `[...]`, a text is expected\n"
        "6:72+1 no-value: `a` has no value\n");
}

TEST_CASE("definition: words") {
  CHECK(
      findings(minimal + "claims: [{id: 1, from: 2022-01-01, to: 2022-01-31, status: payed}]\n") ==
      "6:60+5 definition-word: `status` is `payed`; known: `draft`, `submitted`, `returned`, "
      "`rejected`, `approved`, `paid`\n");
  CHECK(findings(minimal +
                 "data: {places: {file: a.csv, encoding: utf8, delimiter: \"|\", decimal: \";\","
                 " date: yyyy-mm-dd, preset: sl2015}}\n") ==
        "6:40+4 definition-word: `encoding` is `utf8`; known: `utf-8`\n"
        "6:57+3 definition-word: `delimiter` is `|`; known: `,`, `;`, `tab`, `\\t`\n"
        "6:71+3 definition-word: `decimal` is `;`; known: `,`, `.`\n"
        "6:82+10 definition-word: `date` is `yyyy-mm-dd`; known: `iso`, `dd.mm.yyyy`, `dd-mm-yyy"
        "y`, `dd/mm/yyyy`, `mm/dd/yyyy`\n"
        "6:102+6 definition-word: `preset` is `sl2015`; known: `sl2014`\n");
  CHECK(findings(minimal + "indicators:\n"
                           "  - {id: P1, kind: product, count: person}\n") ==
        "7:20+7 definition-word: `kind` is `product`; known: `output`, `result`\n"
        "7:36+6 definition-word: `count` is `person`; known: `persons`\n");
  CHECK(findings(minimal +
                 "indicators:\n"
                 "  - {id: P1, kind: output, count: persons, where: {sex: kobiety, education: 9,"
                 " degurba: [1, 4], labour_status: jobless, completed: refused, disability: mayb"
                 "e, place_kind: made}}\n") ==
        "7:57+7 definition-word: `sex` is `kobiety`; known: `kobieta`\n"
        "7:77+1 definition-word: `education` is `9`; known: `0`, `1`, `2`, `3`, `4`, `5`, `6`, `"
        "7`, `8`, `0-2`, `1-2`, `3-4`, …\n"
        "7:93+1 definition-word: `degurba` is `4`; known: `1`, `2`, `3`\n"
        "7:112+7 definition-word: `labour_status` is `jobless`; known: `unemployed`, `long_term_"
        "unemployed`, `inactive`, `inactive_not_in_education`, `employed`\n"
        "7:132+7 definition-word: `completed` is `refused`; known: `yes`, `no`, `tak`, `nie`, `t"
        "rue`, `false`\n"
        "7:153+5 definition-word: `disability` is `maybe`; known: `yes`, `no`, `refused`, `tak`,"
        " `nie`, `odmowa`, `true`, `false`\n"
        "7:160+10 key-not-for-count: `place_kind` means nothing with `count: persons`\n"
        "7:172+4 definition-word: `place_kind` is `made`; known: `created`, `supported`\n");
}

TEST_CASE("definition: ids and form") {
  CHECK(findings("euproj: 2\n"
                 "project: {id: Moj_projekt, title: T, period: {start: 2022-01-01, end: 2022-12-"
                 "31}, currency: pln}\n"
                 "financing: {total: 1.00, sources: [{id: own, kind: own, remainder: true}]}\n") ==
        "1:9+1 format-version: the format version is `2`, this program knows version 1\n"
        "2:15+11 project-id-form: the project id is `Moj_projekt`, it consists of small letters "
        "a-z, digits and hyphens\n"
        "2:94+3 currency-form: the currency is `pln`, a code of three capital letters is expecte"
        "d\n");
  CHECK(findings(minimal +
                 "budget: {tasks: [{id: 1}, {id: \"1\"}], categories: [{id: a}, {id: a}], limits"
                 ": [{id: l, categories: a, max: 10%}, {id: l, categories: a, max: 10%}]}\n") ==
        "6:32+3 duplicate-id: id `1` is used twice in `budget.tasks`, first in :6\n"
        "6:66+1 duplicate-id: id `a` is used twice in `budget.categories`, first in :6\n"
        "6:119+1 duplicate-id: id `l` is used twice in `budget.limits`, first in :6\n");
  CHECK(findings(minimal +
                 "support_forms: [{id: a}, {id: a}]\n"
                 "groups: [{id: g}, {id: g}]\n"
                 "capacity: [{id: c, form: a, count: persons, at_once: 1}, {id: c, form: a, coun"
                 "t: persons, at_once: 1}]\n") ==
        "6:31+1 duplicate-id: id `a` is used twice in `support_forms`, first in :6\n"
        "7:24+1 duplicate-id: id `g` is used twice in `groups`, first in :7\n"
        "8:63+1 duplicate-id: id `c` is used twice in `capacity`, first in :8\n");
  CHECK(findings(minimal + "indicators:\n"
                           "  - {id: P1, kind: output, count: persons}\n"
                           "  - {id: P1, kind: result, count: places}\n"
                           "claims:\n"
                           "  - {id: 1, from: 2022-01-01, to: 2022-01-31}\n"
                           "  - {id: 1, from: 2022-02-01, to: 2022-02-28}\n") ==
        "8:10+2 duplicate-id: id `P1` is used twice in `indicators`, first in :7\n"
        "11:10+1 duplicate-id: id `1` is used twice in `claims`, first in :10\n");
}

TEST_CASE("definition: dates and periods") {
  CHECK(findings("euproj: 1\n"
                 "project:\n"
                 "  id: p\n"
                 "  title: T\n"
                 "  period: {start: 2022-02-30, end: 31.12.2022}\n"
                 "  agreement: {date: 2022-1-1}\n"
                 "  durability: {start: 2024-01-01, end: 2023-01-01}\n"
                 "financing: {total: 1.00, sources: [{id: own, kind: own, remainder: true}]}\n") ==
        "5:19+10 definition-no-such-day: `start` is `2022-02-30`, a day that no calendar has\n"
        "5:36+10 definition-date: `end` is `31.12.2022`, not a date YYYY-MM-DD\n"
        "6:21+8 definition-date: `date` is `2022-1-1`, not a date YYYY-MM-DD\n"
        "7:40+10 period-reversed: the end 2023-01-01 is before the start 2024-01-01\n");
  CHECK(findings("euproj: 1\n"
                 "project:\n"
                 "  id: p\n"
                 "  title: T\n"
                 "  period: {start: 2022-12-31, end: 2022-01-01}\n"
                 "  durability: {months: 24, start: 2024-01-01}\n"
                 "financing: {total: 1.00, sources: [{id: own, kind: own, remainder: true}]}\n") ==
        "5:36+10 period-reversed: the end 2022-01-01 is before the start 2022-12-31\n"
        "6:15+1 durability-form: the durability gives `start`, `months`, either `start` and `end"
        "` or only `months` is needed\n");
  CHECK(findings("euproj: 1\n"
                 "project:\n"
                 "  id: p\n"
                 "  title: T\n"
                 "  period: {start: 2022-01-01, end: 2022-12-31}\n"
                 "  durability: {start: 2023-01-01}\n"
                 "financing: {total: 1.00, sources: [{id: own, kind: own, remainder: true}]}\n") ==
        "6:15+1 durability-form: the durability gives `start`, either `start` and `end` or only "
        "`months` is needed\n");
  CHECK(findings(minimal + "claims: [{id: 1, from: 2022-03-01, to: 2022-02-28}]\n") ==
        "6:40+10 period-reversed: the end 2022-02-28 is before the start 2022-03-01\n");
}

TEST_CASE("definition: money") {
  CHECK(findings(without_financing + "financing:\n"
                                     "  total: 781.795\n"
                                     "  sources: [{id: own, kind: own, remainder: true}]\n") ==
        "4:10+7 definition-money-decimals: `total` is `781.795`, an amount has at most two decim"
        "als\n");
  CHECK(findings(without_financing + "financing:\n"
                                     "  total: 1 000,00\n"
                                     "  sources: [{id: own, kind: own, remainder: true}]\n") ==
        "4:10+8 definition-money: `total` is `1 000,00`, not an amount\n");
  CHECK(findings(without_financing + "financing:\n"
                                     "  total: 1e3\n"
                                     "  sources: [{id: own, kind: own, remainder: true}]\n") ==
        "4:10+3 definition-money: `total` is `1e3`, not an amount\n");
  CHECK(findings(without_financing + "financing:\n"
                                     "  total: 0x10\n"
                                     "  sources: [{id: own, kind: own, remainder: true}]\n") ==
        "4:10+4 definition-money: `total` is `0x10`, not an amount\n");
  CHECK(findings(without_financing + "financing:\n"
                                     "  total: 1_000\n"
                                     "  sources: [{id: own, kind: own, remainder: true}]\n") ==
        "4:10+5 definition-money: `total` is `1_000`, not an amount\n");
  CHECK(findings(without_financing + "financing:\n"
                                     "  total: \"1,234\"\n"
                                     "  sources: [{id: own, kind: own, remainder: true}]\n") ==
        "4:10+7 definition-money: `total` is `1,234`, not an amount\n");
  CHECK(findings(without_financing + "financing:\n"
                                     "  total: 1234567890123.00\n"
                                     "  sources: [{id: own, kind: own, remainder: true}]\n") ==
        "4:10+16 definition-money-too-large: `total` is `#############.00`, an amount is at most"
        " 100 thousand million\n");
  CHECK(findings(without_financing + "financing:\n"
                                     "  total: 0\n"
                                     "  sources: [{id: own, kind: own, remainder: true}]\n") ==
        "4:10+1 total-not-positive: the total is 0.00, it must be more than zero\n");
  CHECK(findings(without_financing + "financing:\n"
                                     "  total: [1]\n"
                                     "  sources: [{id: own, kind: own, remainder: true}]\n") ==
        "4:10+1 definition-money: `total` is `[...]`, not an amount\n");
  CHECK(findings(minimal + "budget: {tasks: [{id: 1, planned: -5}]}\n") ==
        "6:35+2 negative-amount: `planned` is `-5`, this amount cannot be negative\n");
}

TEST_CASE("definition: percentages") {
  CHECK(findings(minimal + "budget: {indirect: {rate: 0.2}}\n") ==
        "6:27+3 percent-sign: `rate` is `0.2` without a % sign\n");
  CHECK(findings(minimal + "budget: {indirect: {rate: 120%}}\n") ==
        "6:27+4 percent-over-hundred: `rate` is `120%`, more than 100%\n");
  CHECK(findings(minimal + "budget: {indirect: {rate: 84.12345678%}}\n") ==
        "6:27+12 percent-decimals: `rate` is `84.12345678%`, a percentage has at most seven deci"
        "mals\n");
  CHECK(findings(minimal + "budget: {indirect: {rate: twenty}}\n") ==
        "6:27+6 definition-percent: `rate` is `twenty`, not a percentage\n");
  CHECK(findings(minimal + "budget: {indirect: {rate: \"8,5%\"}}\n") ==
        "6:27+6 definition-percent: `rate` is `8,5%`, not a percentage\n");
}

TEST_CASE("definition: numbers") {
  CHECK(findings(minimal +
                 "groups: [{id: g, age: {min: 6.5, max: 1_5}, planned: {women: 1e2, men: -1}}]"
                 "\n") ==
        "6:29+3 definition-whole-number: `min` is `6.5`, not a whole number\n"
        "6:39+3 definition-whole-number: `max` is `1_5`, not a whole number\n"
        "6:62+3 definition-number: `women` is `1e2`, not a number\n"
        "6:72+2 negative-target: `men` is -1, a target cannot be negative\n");
  CHECK(findings(minimal + "capacity: [{id: c, form: f, count: persons, at_once: 0}]\n") ==
        "6:54+1 not-positive: `at_once` is `0`, at least 1 is needed\n");
  CHECK(findings(minimal +
                 "groups: [{id: g, age: {min: 15, max: 6}}, {id: h, age: {min: 1990}}, {id: i, p"
                 "lanned: 2.5}]\n") ==
        "6:38+1 age-reversed: an age from 15 to 6 includes nobody\n"
        "6:62+4 age-beyond-life: an age of 1990 years is more than 130\n"
        "6:87+3 definition-whole-number: `planned` is `2.5`, not a whole number\n");
}
