#include "core/currency.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace euproj {
namespace {

/// The active codes of ISO 4217 for money (list one, 2024), without funds and metals.
constexpr std::string_view codes =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP "
    "BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP "
    "GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS "
    "KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR "
    "MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF "
    "SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD "
    "TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

struct Sign {
  std::string_view word;
  std::string_view codes;  // which it may be, parted by blanks
};
constexpr std::array<Sign, 17> signs = {{
    {"zł", "PLN"},
    {"ZŁ", "PLN"},
    {"Zł", "PLN"},
    {"zl", "PLN"},
    {"€", "EUR"},
    {"euro", "EUR"},
    {"$", "USD CAD AUD NZD"},
    {"£", "GBP"},
    {"Kč", "CZK"},
    {"kč", "CZK"},
    {"Kc", "CZK"},
    {"Ft", "HUF"},
    {"lei", "RON MDL"},
    {"лв", "BGN"},
    {"kr", "SEK DKK NOK ISK"},
    {"₴", "UAH"},
    {"¥", "JPY CNY"},
}};

constexpr std::size_t code_length = 3;

/// Three letters as a code, empty for any other word.
std::string as_code(std::string_view word) {
  if (word.size() != code_length) return {};
  std::string code(word);
  for (char& c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c < 'A' || c > 'Z') return {};
  }
  return code;
}

const Sign* find_sign(std::string_view word) {
  const auto* const found =
      std::find_if(signs.begin(), signs.end(), [&](const Sign& sign) { return sign.word == word; });
  return found == signs.end() ? nullptr : found;
}

}  // namespace

bool is_written_currency(std::string_view word, std::string_view code) {
  if (code.empty()) return false;
  if (as_code(word) == code) return true;
  const Sign* const sign = find_sign(word);
  return sign != nullptr && sign->codes.find(code) != std::string_view::npos;
}

bool is_any_currency(std::string_view word) {
  const std::string code = as_code(word);
  if (!code.empty() && codes.find(code) != std::string_view::npos) return true;
  return find_sign(word) != nullptr;
}

}  // namespace euproj
