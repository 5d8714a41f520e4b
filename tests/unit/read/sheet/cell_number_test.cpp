#include "read/sheet/cell_number.hpp"

#include <doctest/doctest.h>

namespace euproj {

TEST_CASE("number_text: digits and a point, at most 15 significant digits") {
  CHECK(number_text("12345678901") == "12345678901");
  CHECK(number_text("1.2345678901E10") == "12345678901");
  CHECK(number_text("1.2345678901E+10") == "12345678901");
  CHECK(number_text("0.30000000000000004") == "0.3");
  CHECK(number_text("2.6749999999999998") == "2.675");
  CHECK(number_text("999999999999999.9") == "1000000000000000");
  CHECK(number_text("99999999999999.99") == "100000000000000");
  CHECK(number_text("9999999999999.99") == "9999999999999.99");
  CHECK(number_text("1E-3") == "0.001");
  CHECK(number_text("-9.3000000000000007") == "-9.3");
  CHECK(number_text("-0") == "0");
  CHECK(number_text("0.0") == "0");
  CHECK(number_text("007.50") == "7.5");
  CHECK(number_text("1e3") == "1000");
}

TEST_CASE("number_text: what is no number stays as it is written") {
  for (const char* text : {"", "-", ".", "1,5", "#N/A", "1E", "1E999", "0x10", "1.2.3", "1E40"}) {
    CAPTURE(text);
    CHECK(number_text(text) == text);
  }
}

TEST_CASE("day_text: days of both epochs, times, and what is no day") {
  CHECK(day_text("44571", Epoch::of_1900) == "2022-01-10");
  CHECK(day_text("44571.75", Epoch::of_1900) == "2022-01-10");
  CHECK(day_text("43109", Epoch::of_1904) == "2022-01-10");
  CHECK(day_text("61", Epoch::of_1900) == "1900-03-01");
  CHECK(day_text("0.5", Epoch::of_1900) == "12:00");
  CHECK(day_text("0.0625", Epoch::of_1900) == "01:30");
  CHECK(day_text("2958465", Epoch::of_1900) == "9999-12-31");
  CHECK_FALSE(day_text("2958466", Epoch::of_1900));
  CHECK_FALSE(day_text("0.5E500", Epoch::of_1900));
  CHECK_FALSE(day_text("44571.x", Epoch::of_1900));
  CHECK_FALSE(day_text("-1", Epoch::of_1900));
  CHECK_FALSE(day_text("-0.5", Epoch::of_1900));
  CHECK_FALSE(day_text("abc", Epoch::of_1900));
  CHECK_FALSE(day_text("", Epoch::of_1900));
}

TEST_CASE("formats: which show a date or a time") {
  for (const char* format :
       {"yyyy\\-mm\\-dd", "d/m/yy", "[$-415]D MMMM YYYY", "[h]:mm", "hh:mm:ss", "0;0;yyyy"}) {
    CAPTURE(format);
    CHECK(shows_date(format));
  }
  for (const char* format : {"General", "0.00", "#,##0.00 [$zł-415]", "0 \"dni\"", "0\\d", "0_d",
                             "[Red]0.00", "@", "\"dni", "0*d", "[dd"}) {
    CAPTURE(format);
    CHECK_FALSE(shows_date(format));
  }
  for (const char* id : {"14", "22", "27", "45", "47", "58"}) CHECK(is_built_in_date(id));
  for (const char* id : {"0", "4", "13", "23", "44", "48", "49", "164", "", "x"}) {
    CHECK_FALSE(is_built_in_date(id));
  }
}

}  // namespace euproj
