#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "euproj/base/collation.hpp"

using namespace euproj;

TEST_CASE("names as a Polish dictionary has them") {
  // Sorted as PN-80/N-01223 and glibc's pl_PL sort them.
  const std::vector<std::string> right = {
      "",          "1 etap",   "2 etap",  "Adam",    "Ącki",     "Bielsko-Biała", "Bytom",
      "Cieszyn",   "Ćmielów",  "Elbląg",  "Ełk",     "Lublin",   "Łask",          "Łódź",
      "Nysa",      "Ńa",       "Opole",   "Ósemka",  "Sanok",    "Sopot",         "Środa",
      "Świdnica",  "Toruń",    "Zabrze",  "Zielona", "Źródła",   "Żary",          "Żywiec"};
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
  const std::vector<std::string> names = {"a",  "A",  "ą", "Ą", "aa", "ab", "b", "0", "~", "[",
                                          "é",  "e",  "ę", "z", "ź",  "ż",  "",  "-", "я", "\u00A0"};
  for (const std::string& a : names) {
    CHECK_FALSE(is_before_in_polish(a, a));
    for (const std::string& b : names) {
      if (a == b) continue;
      CAPTURE(a);
      CAPTURE(b);
      CHECK(is_before_in_polish(a, b) != is_before_in_polish(b, a));
      for (const std::string& c : names) {
        if (is_before_in_polish(a, b) && is_before_in_polish(b, c)) CHECK(is_before_in_polish(a, c));
      }
    }
  }
}
