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

TEST_CASE(
    "without_residue: what computing leaves behind, on both sides of a millionth of a grosz") {
  const auto text = [](std::string_view written) { return without_residue(number_text(written)); };
  CHECK(text("0.4000000000000057") == "0.4");
  CHECK(text("100.20000000000000284") == "100.2");
  CHECK(text("0.400000009") == "0.4");
  CHECK(text("0.40000001") == "0.40000001");
  CHECK(text("0.3999999901") == "0.4");
  CHECK(text("0.399999989") == "0.399999989");
  CHECK(text("9.999999999") == "10");
  CHECK(text("-0.999999999") == "-1");
  CHECK(text("-99.9999999999") == "-100");
  CHECK(text("1234.5678000000012") == "1234.5678");
  CHECK(text("-0.000000001") == "0");
  CHECK(text("3.3333333333333335") == "3.33333333333333");
  CHECK(text("12.34567") == "12.34567");
  CHECK(text("7.5") == "7.5");
  CHECK(text("46056") == "46056");
}

TEST_CASE("day_text: days of both epochs, times, and what is no day") {
  const std::int32_t excel = day_zero_1900;
  const std::int32_t mac = day_zero_1904;
  CHECK(day_text("44571", excel) == "2022-01-10");
  CHECK(day_text("44571.75", excel) == "2022-01-10 18:00");
  CHECK(day_text("44571.34375", excel) == "2022-01-10 08:15");
  CHECK(day_text("44571.5000116", excel) == "2022-01-10 12:00:01");
  CHECK(day_text("44571.9999999", excel) == "2022-01-11");
  CHECK(day_text("44571.0000001", excel) == "2022-01-10");
  CHECK(day_text("43109", mac) == "2022-01-10");
  CHECK(day_text("0", mac) == "1904-01-01");
  CHECK(day_text("61", excel) == "1900-03-01");
  CHECK(day_text("0.5", excel) == "12:00");
  CHECK(day_text("0.0625", excel) == "01:30");
  CHECK(day_text("2958465", excel) == "9999-12-31");
  CHECK_FALSE(day_text("2958466", excel));
  CHECK_FALSE(day_text("2957004", mac));
  CHECK_FALSE(day_text("0.5E500", excel));
  CHECK_FALSE(day_text("44571.x", excel));
  CHECK_FALSE(day_text("-1", excel));
  CHECK_FALSE(day_text("-0.5", excel));
  CHECK_FALSE(day_text("abc", excel));
  CHECK_FALSE(day_text("", excel));
}

TEST_CASE("hours_text: hours that are kept as a part of a day") {
  CHECK(hours_text("1.25") == "30:00");
  CHECK(hours_text("0.104166666666667") == "02:30");
  CHECK(hours_text("0.0208449074074074") == "00:30:01");
  CHECK(hours_text("0") == "00:00");
  CHECK_FALSE(hours_text("-0.5"));
  CHECK_FALSE(hours_text("x"));
  CHECK(hours_of_duration("PT30H15M00S") == "30:15");
  CHECK(hours_of_duration("PT2H30M0.5S") == "02:30");
  CHECK(hours_of_duration("PT45M") == "00:45");
  CHECK(hours_of_duration("PT1H0M1S") == "01:00:01");
  CHECK_FALSE(hours_of_duration("P1D"));
  CHECK_FALSE(hours_of_duration("PTxH"));
  CHECK_FALSE(hours_of_duration("PT-1H"));
  CHECK_FALSE(hours_of_duration("PT1H2"));
}

TEST_CASE("formats: which show a date or a time, hours, or zeros") {
  for (const char* format :
       {"yyyy\\-mm\\-dd", "d/m/yy", "[$-415]D MMMM YYYY", "hh:mm:ss", "0;0;yyyy"}) {
    CAPTURE(format);
    CHECK(look_of(format) == NumberLook{NumberLook::day});
  }
  for (const char* format : {"[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[$-415][h]:mm"}) {
    CAPTURE(format);
    CHECK(look_of(format) == NumberLook{NumberLook::hours});
  }
  CHECK(look_of("000") == NumberLook{NumberLook::zeros, 3});
  CHECK(look_of("00000000000") == NumberLook{NumberLook::zeros, 11});
  CHECK(look_of("00;-00") == NumberLook{NumberLook::zeros, 2});
  for (const char* format : {"General", "0.00", "#,##0.00 [$zł-415]", "0 \"dni\"", "0\\d", "0_d",
                             "[Red]0.00", "@", "\"dni", "0*d", "[dd", "0", "#000", ""}) {
    CAPTURE(format);
    CHECK(look_of(format) == NumberLook{});
  }
  for (const char* id : {"14", "22", "27", "45", "47", "58"}) {
    CHECK(built_in_look(id) == NumberLook{NumberLook::day});
  }
  CHECK(built_in_look("46") == NumberLook{NumberLook::hours});
  for (const char* id : {"0", "4", "13", "23", "44", "48", "49", "164", "", "x"}) {
    CHECK(built_in_look(id) == NumberLook{});
  }
}

}  // namespace euproj
