#include "read/definition/scalars.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "euproj/core/money.hpp"
#include "euproj/core/rate.hpp"
#include "euproj/words/kinds.hpp"
#include "read/words/words.hpp"

namespace euproj {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<Kind> money_fault(std::string_view text) {
  const auto amount = parse_money(text);
  if (amount) return amount->is_negative() ? std::optional(Kind::negative_amount) : std::nullopt;
  // A comma is never read as a decimal sign here, so it is not a matter of decimals.
  const bool has_comma = text.find(',') != std::string_view::npos;
  switch (amount.reason()) {
    case NumberFault::too_large: return Kind::definition_money_too_large;
    case NumberFault::ambiguous:
    case NumberFault::too_many_decimals:
      return has_comma ? Kind::definition_money : Kind::definition_money_decimals;
    case NumberFault::shape:
    case NumberFault::other_decimal: return Kind::definition_money;
  }
  return Kind::definition_money;
}

std::optional<Kind> percent_fault(std::string_view text) {
  const auto rate = parse_percent(text);
  if (rate) return std::nullopt;
  switch (rate.reason()) {
    case PercentFault::no_percent_sign:
      return parse_percent(std::string(text) + '%') ? Kind::percent_sign
                                                    : Kind::definition_percent;
    case PercentFault::too_many_decimals: return Kind::percent_decimals;
    case PercentFault::over_hundred: return Kind::percent_over_hundred;
    case PercentFault::shape: return Kind::definition_percent;
  }
  return Kind::definition_percent;
}

std::optional<Kind> date_fault(std::string_view text) {
  const auto date = parse_date(text);
  if (date) return std::nullopt;
  const bool has_form =
      date.reason() == DateFault::no_such_day || date.reason() == DateFault::out_of_range;
  return has_form ? Kind::definition_no_such_day : Kind::definition_date;
}

bool is_project_id(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || c == '-';
  });
}

bool is_currency(std::string_view text) {
  return text.size() == 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<Kind> unless(bool fits, Kind kind) {
  return fits ? std::nullopt : std::optional(kind);
}

}  // namespace

std::optional<std::int64_t> parse_whole(std::string_view text) {
  if (text.empty() || text.size() > 9 || (text.size() > 1 && text.front() == '0')) {
    return std::nullopt;
  }
  std::int64_t value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Date> parse_month(std::string_view text) {
  if (text.size() != 7) return std::nullopt;
  const auto first = parse_date(std::string(text) + "-01");
  return first ? std::optional<Date>(*first) : std::nullopt;
}

std::optional<Term> parse_term(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, Term::Unit>, 6> units = {{
      {"day", Term::Unit::days}, {"days", Term::Unit::days},
      {"week", Term::Unit::weeks}, {"weeks", Term::Unit::weeks},
      {"month", Term::Unit::months}, {"months", Term::Unit::months},
  }};
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos || blank > 4) return std::nullopt;
  const std::optional<std::int64_t> length = parse_whole(text.substr(0, blank));
  if (!length) return std::nullopt;
  for (const auto& [word, unit] : units) {
    if (text.substr(blank + 1) == word) return Term{static_cast<int>(*length), unit};
  }
  return std::nullopt;
}

std::optional<Answer> parse_answer(std::string_view text) {
  if (text == "true") return Answer::yes;
  if (text == "false") return Answer::no;
  return answer_of(text);
}

std::optional<Kind> scalar_fault(Shape shape, std::string_view text) {
  switch (shape) {
    case Shape::date: return date_fault(text);
    case Shape::month: return unless(parse_month(text).has_value(), Kind::definition_month);
    case Shape::money: return money_fault(text);
    case Shape::percent: return percent_fault(text);
    case Shape::whole: return unless(parse_whole(text).has_value(), Kind::definition_whole_number);
    case Shape::positive:
      if (text == "0") return Kind::not_positive;
      return unless(parse_whole(text).has_value(), Kind::definition_whole_number);
    case Shape::target:
    case Shape::quantity: return unless(parse_quantity(text).ok(), Kind::definition_number);
    case Shape::term: return unless(parse_term(text).has_value(), Kind::definition_term);
    case Shape::project_id: return unless(is_project_id(text), Kind::project_id_form);
    case Shape::currency: return unless(is_currency(text), Kind::currency_form);
    case Shape::format_version: return unless(text == "1", Kind::format_version);
    case Shape::text:
    case Shape::texts:
    case Shape::texts_or_none:
    case Shape::local_text:
    case Shape::word:
    case Shape::words:
    case Shape::object:
    case Shape::objects:
    case Shape::objects_needed:
    case Shape::versions:
    case Shape::data_entry:
    case Shape::headers:
    case Shape::translations: return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace euproj
