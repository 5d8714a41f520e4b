// NIP: how it is compared, and its check digit.

#include "euproj/core/nip.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace euproj {
namespace {

TEST_CASE("a NIP is compared without case, blanks, dashes and the country it is of") {
  for (const char* written : {"5471009368", "547-100-93-68", "PL5471009368", "pl 547 100 93 68",
                              "547\u00A0100\u00A093\u00A068", "PL547\u2013100\u201393\u201368"}) {
    CAPTURE(written);
    CHECK(nip_key(written) == "5471009368");
  }
  CHECK(nip_key("CZ 1234-5678") == "cz12345678");
  CHECK(nip_key("Plastyk sp. z o.o.") == "plastyksp.zo.o.");  // a firm's name, no country
  for (const char* none : {"", "brak", "Nie dotyczy", "N/D", "0", "000-000-00-00"}) {
    CAPTURE(none);
    CHECK(nip_key(none).empty());
  }
}

TEST_CASE("of ten digits that begin alike one at most is a NIP") {
  CHECK_FALSE(nip_fault("5471009368"));
  CHECK_FALSE(nip_fault("8965412070"));
  CHECK(nip_fault("8965412073") == NipFault::check_digit);
  CHECK(nip_fault("547100936") == NipFault::not_ten_digits);
  CHECK(nip_fault("54710093681") == NipFault::not_ten_digits);
  CHECK(nip_fault("547100936a") == NipFault::not_ten_digits);
  CHECK_FALSE(nip_fault("cz12345678"));
  CHECK_FALSE(nip_fault(""));
  constexpr int weights[] = {6, 5, 7, 2, 3, 4, 5, 6, 7};
  for (int begin = 100'000'000; begin < 100'002'000; ++begin) {
    const std::string nine = std::to_string(begin);
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i) sum += weights[i] * (nine[i] - '0');
    for (int digit = 0; digit < 10; ++digit) {
      CHECK(nip_fault(nine + std::to_string(digit)).has_value() == (sum % 11 != digit));
    }
  }
}

}  // namespace
}  // namespace euproj
