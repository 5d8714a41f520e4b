#include "euproj/base/unicode.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using namespace euproj;

TEST_CASE("names as a Polish dictionary has them") {
  // Sorted as PN-80/N-01223 and glibc's pl_PL sort them.
  const std::vector<std::string> right = {
      "",         "1 etap",  "2 etap", "Adam",    "Ącki",   "Bielsko-Biała", "Bytom",
      "Cieszyn",  "Ćmielów", "Elbląg", "Ełk",     "Lublin", "Łask",          "Łódź",
      "Nysa",     "Ńa",      "Opole",  "Ósemka",  "Sanok",  "Sopot",         "Środa",
      "Świdnica", "Toruń",   "Zabrze", "Zielona", "Źródła", "Żary",          "Żywiec"};
  std::vector<std::string> sorted = right;
  std::reverse(sorted.begin(), sorted.end());
  std::sort(sorted.begin(), sorted.end(), is_before_in_polish);
  CHECK(sorted == right);
}

TEST_CASE("case and foreign marks decide last, and no two different names are equal") {
  CHECK(is_before_in_polish("adam", "Bogdan"));
  CHECK(is_before_in_polish("Adam", "bogdan"));
  CHECK(is_before_in_polish("Müller", "Mulnik"));
  CHECK(is_before_in_polish("Mulat", "Müller"));
  CHECK(is_before_in_polish("Kowal", "Kowalska"));
  CHECK(is_before_in_polish("_a", "0"));
  CHECK(is_before_in_polish("~a", "0"));
  CHECK(is_before_in_polish("9", "a"));
}

TEST_CASE("it is a strict order: of any two, one is before, never both") {
  const std::vector<std::string> names = {"a", "A", "ą", "Ą", "aa", "ab", "b", "0", "~", "[",
                                          "é", "e", "ę", "z", "ź",  "ż",  "",  "-", "я", "\u00A0"};
  for (const std::string& a : names) {
    CHECK_FALSE(is_before_in_polish(a, a));
    for (const std::string& b : names) {
      if (a == b) continue;
      CAPTURE(a);
      CAPTURE(b);
      CHECK(is_before_in_polish(a, b) != is_before_in_polish(b, a));
      for (const std::string& c : names) {
        if (is_before_in_polish(a, b) && is_before_in_polish(b, c))
          CHECK(is_before_in_polish(a, c));
      }
    }
  }
}

TEST_CASE("widths are those of a terminal") {
  CHECK(display_width("") == 0);
  CHECK(display_width("Jastrzębie-Zdrój") == 16);
  CHECK(display_width("o\u0301") == 1);
  CHECK(display_width("\u65E5\u672C") == 4);
  CHECK(display_width("\u200Bx\uFEFF") == 1);
  CHECK(display_width("\u2705 \U0001F600") == 5);  // emoji are wide
  CHECK(display_width("█▏…–·\uFFFD\u00AD") == 7);  // signs of charts and texts are not
}

TEST_CASE("folding makes spellings of one word equal") {
  CHECK(folded("Zażółć Gęślą JAŹŃ") == "zazolc gesla jazn");
  CHECK(folded("ZAŻÓŁĆ GĘŚLĄ jaźń") == "zazolc gesla jazn");
  CHECK(folded("Za\u0301z") == folded("Záz"));
  CHECK(folded("  Data zako\u0144czenia\u00A0udziału. ") == "data zakonczenia udzialu");
  CHECK(folded("PESEL/Inny identyfikator") == "pesel inny identyfikator");
  CHECK(folded("ISCED 0–2") == "isced 0 2");
  CHECK(folded("...") == "");
  CHECK(folded("") == "");
}

TEST_CASE("letters of Polish and its neighbours fold to those of a keyboard without them") {
  const std::vector<std::pair<std::string, char>> letters = {
      {"ąĄáÁäÄâÂ", 'a'}, {"ćĆčČç", 'c'}, {"ďĎ", 'd'},     {"ęĘéÉěĚë", 'e'},
      {"íÍ", 'i'},       {"łŁ", 'l'},    {"ńŃňŇ", 'n'},   {"óÓöÖôÔ", 'o'},
      {"řŘ", 'r'},       {"śŚšŠ", 's'},  {"úÚůŮüÜ", 'u'}, {"źŹżŻžŽ", 'z'}};
  for (const auto& each : letters) {
    const auto& marked = each.first;
    const auto& plain = each.second;
    CAPTURE(marked);
    const std::string all = folded(marked);
    CHECK_FALSE(all.empty());
    CHECK(all.find_first_not_of(plain) == std::string::npos);
  }
  CHECK(folded("я β ß") == "");  // of another alphabet, or no mark: as any other sign
}

TEST_CASE("capitals and small letters are one word") {
  CHECK(lower_case("ZAŻÓŁĆ GĘŚLĄ JAŹŃ 12/A") == "zażółć gęślą jaźń 12/a");
  CHECK(lower_case("ŽĹŐŸĿ") == "žĺőÿŀ");
  CHECK(lower_case("Ж×Þ") == "ж×þ");
  CHECK(same_word("KOBIETA", "kobieta"));
  CHECK(same_word("MĘŻCZYZNA", "mężczyzna"));
  CHECK_FALSE(same_word("MEZCZYZNA", "mężczyzna"));
  CHECK_FALSE(same_word("tak", "takt"));
  CHECK_FALSE(same_word("", "a"));
  CHECK(same_word("", ""));
}

TEST_CASE("what could move a cursor, turn a line round or break XML is not shown") {
  for (const std::uint32_t c : {0x0u, 0x1Bu, 0x7Fu, 0x80u, 0x9Fu, 0x2028u, 0x2029u, 0x202Au,
                                0x202Eu, 0x2066u, 0x2069u, 0xFFFEu, 0xFFFFu, 0x1FFFEu, 0x10FFFFu}) {
    CAPTURE(c);
    CHECK_FALSE(is_showable(c));
  }
  for (const std::uint32_t c : {0x20u, 0x7Eu, 0xA0u, 0x104u, 0x200Bu, 0x2027u, 0x202Fu, 0x2065u,
                                0x206Au, 0xFFFDu, 0x1F600u}) {
    CAPTURE(c);
    CHECK(is_showable(c));
  }
}

TEST_CASE("ids that look alike are told apart by what cannot be seen") {
  const auto told = [](std::string_view first, std::string_view second) {
    const ToldApart apart = tell_apart(first, second);
    return apart.first + " / " + apart.second + " / " + apart.unseen;
  };
  CHECK(told("U-1", "u 1") == "U-1 / u 1 / ");
  CHECK(told("U 1", "U\u00A01") == "U 1 / U<NBSP>1 / `<NBSP>`");
  CHECK(told("U\u200B1", "U1") == "U<U+200B>1 / U1 / `<U+200B>`");
  CHECK(told("U\u20131", "U-1") == "U<U+2013>1 / U-1 / `<U+2013>`");
  CHECK(told("A-1", "\u0410-1") == "A-1 / <Cyrillic \u0410>-1 / `<Cyrillic \u0410>`");
  CHECK(told("\u0391\u0392", "AB") ==
        "<Greek \u0391><Greek \u0392> / AB / `<Greek \u0391>`, `<Greek \u0392>`");
  CHECK(told("Дом-1", "дом 1") == "Дом-1 / дом 1 / ");  // one alphabet
  CHECK(told("o\u0301", "ó") == "o<U+0301> / ó / `<U+0301>`");
}

TEST_CASE("ids are alike in a strict way but for case, blanks and dashes") {
  CHECK(strict_likeness_of("FA 07/26") == "fa07/26");
  CHECK(strict_likeness_of("fa\u2013\u00A007/26") == "fa07/26");
  CHECK(strict_likeness_of("F\u200BA 07/26") == "fa07/26");
  CHECK(strict_likeness_of("1 11") == "1-11");
  CHECK(strict_likeness_of("\u0410-1") != strict_likeness_of("A-1"));
  CHECK(strict_likeness_of("0") == "0");
}

TEST_CASE("numbers are alike in a loose way but for signs and leading zeros") {
  CHECK(loose_likeness_of("FA 07/26") == "fa7/26");
  CHECK(loose_likeness_of("fa-7-26") == "fa7/26");
  CHECK(loose_likeness_of("FA/7/026") == "fa7/26");
  CHECK(loose_likeness_of("FA 7 26") == "fa7/26");
  CHECK(loose_likeness_of("1/12") != loose_likeness_of("11/2"));
  CHECK(loose_likeness_of("0") == "0");
  CHECK(loose_likeness_of("00/0") == "0/0");
  CHECK(loose_likeness_of("100") == "100");
  CHECK(loose_likeness_of("F/A 1") == "fa1");
  CHECK(loose_likeness_of("1a2") == "1a2");
  CHECK(loose_likeness_of("ŻÓŁĆ 01") == loose_likeness_of("żółć1"));
  for (const char* id : {"FA 07/26", "0", "", "ŻÓŁĆ 01", "00/0", "7-"}) {
    CHECK(loose_likeness_number(id) == loose_likeness_number(loose_likeness_of(id)));
    CHECK(strict_likeness_number(id) == strict_likeness_number(strict_likeness_of(id)));
  }
}

TEST_CASE("ids that look alike: case, blanks and dashes of any kind; between digits a dash stays") {
  CHECK(likeness_of("Jan-Kowalski 1") == "jankowalski1");
  CHECK(likeness_of("JAN\u00A0KOWALSKI\u20131") == "jankowalski1");
  CHECK(likeness_of("ŻÓŁĆ\u2212Ś") == likeness_of("żółćś"));
  CHECK(likeness_of("o\u0301") == likeness_of("ó"));
  CHECK(likeness_of("o") != likeness_of("ó"));
  CHECK(likeness_of("1\u200B1") == "11");
  CHECK(likeness_of("BY5512\u0410") == likeness_of("by5512a"));
  CHECK(likeness_of("R-07") == likeness_of("R-7"));
  CHECK(likeness_of("R-007/2026") == likeness_of("r 7/2026"));
  CHECK(likeness_of("R-70") != likeness_of("R-7"));
  CHECK(likeness_of("R-707") != likeness_of("R-77"));
  CHECK(likeness_of("0") == "0");
  CHECK(likeness_of("000") == "0");
  CHECK(likeness_of("A0") != likeness_of("A"));
  CHECK(likeness_of("1-0") == "1-0");
  CHECK(likeness_of("1-01") == likeness_of("1-1"));
  CHECK(likeness_of("1-01") != likeness_of("11"));
  CHECK(likeness_of("1-11") == "1-11");
  CHECK(likeness_of("1 11") == "1-11");
  CHECK(likeness_of("11-1") != likeness_of("1-11"));
  CHECK(likeness_of("U-0001") == likeness_of("u 0001"));
  CHECK(likeness_of("U-0001") != likeness_of("U-0010"));
  CHECK(likeness_of("Rodz. 17") != likeness_of("Rodz. 71"));
  CHECK(likeness_of("W-1") != likeness_of("W-11"));
  for (const std::string id : {"Jan-Kowalski 1", "ŻÓŁĆ\u2212Ś", "1-11", ""}) {
    CHECK(likeness_number(id) == likeness_number(likeness_of(id)));
  }
  CHECK(likeness_number("1-11") != likeness_number("11-1"));
}

TEST_CASE("what cannot be seen in a text is named, letters of one alphabet are not") {
  CHECK(with_unseen_named("klub") == "klub");
  CHECK(with_unseen_named("klub\u00A0seniora") == "klub<NBSP>seniora");
  CHECK(with_unseen_named("klub\u200B") == "klub<U+200B>");
  CHECK(with_unseen_named("\u00ADklub") == "<U+00AD>klub");
  CHECK(with_unseen_named("kl\u0443b") == "kl<Cyrillic \u0443>b");
  CHECK(with_unseen_named("Рубіжне") == "Рубіжне");  // all in one alphabet
  CHECK(with_unseen_named("żółć – „dwa” 2 €") == "żółć – „dwa” 2 €");
}

TEST_CASE("header key: composed, small, with one blank between words") {
  CHECK(header_key("Numer  dowodu") == "numer dowodu");
  CHECK(header_key(" Dzien\u0301\nzap\u0142aty\u00A0") == "dzień zapłaty");
  CHECK(header_key("ZAŻÓŁĆ\u2009GĘŚLĄ\tJaźń") == "zażółć gęślą jaźń");
  CHECK(header_key("Nr\u200B do\u00ADwodu\uFEFF") == "nr dowodu");
  CHECK(header_key("Zad.") == "zad.");  // signs stay: `ignore` names `Lp.`
  CHECK(header_key("Łódź") != header_key("Lodz"));
  CHECK(header_key(" \n ").empty());
}
