#pragma once
// Value: an expression of SQL as a tree, without the words of any engine.
//
// Rules are written with it once; render.cpp writes them for each engine, whose differences stand
// in dialect.cpp. Every column is named with the alias of its table, so no engine can
// take one name for another.

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "euproj/base/checked.hpp"
#include "euproj/core/date.hpp"

namespace euproj::sql {

/// What a column holds. Amounts of tables are decimals; all that is computed is `wide`: whole
/// numbers of grosze, or of ten-thousandths, since no two engines round a quotient of decimals
/// alike.
enum class Type : std::uint8_t { key, text, date, whole, wide, money, quantity };
inline constexpr int money_decimals = 2;
inline constexpr int quantity_decimals = 4;

enum class Op : std::uint8_t {
  none,  // nothing: no condition
  column,
  number,
  text,
  date,
  null,
  equal,
  differs,
  less,
  at_most,
  more,
  at_least,
  and_also,
  or_else,
  negation,
  is_null,
  one_of,  // parts: the value, then texts
  joined,  // texts, one behind the other
  plus,
  minus,
  times,
  whole_quotient,  // cut toward zero
  remainder,
  without_sign,
  choice,  // condition, value, .., otherwise
  first_known,
  cast,
  refusal,     // of a row that must not be
  days_later,  // of a constant number
  months_later,
  years_later,
  first_of_month,
  sum,
  count,
  count_distinct,
  least,
  greatest,
  row_number,   // `split` keys, then the order
  running_sum,  // the amount, `split` keys, then the order; of the rows before this one
};

class Value {
 public:
  struct Node;

  Value();
  explicit Value(Node node);
  [[nodiscard]] const Node& node() const { return *node_; }
  [[nodiscard]] bool is_none() const;

 private:
  std::shared_ptr<const Node> node_;
};

struct Value::Node {
  Op op = Op::none;
  std::string name;   // of a column; a text
  std::string alias;  // of a column's table
  Int128 number = 0;
  Date day;
  Type type{};              // of a cast
  std::size_t split = 0;    // of a window: how many parts are its keys
  bool descending = false;  // of a window: the order of each of its parts
  std::vector<Value> parts = {};
};

[[nodiscard]] Value column(std::string_view alias, std::string_view name);
[[nodiscard]] Value number(Int128 number);
[[nodiscard]] Value text(std::string_view text);
[[nodiscard]] Value date(Date day);  // unknown: null
[[nodiscard]] Value null();

[[nodiscard]] Value operator==(const Value& a, const Value& b);
[[nodiscard]] Value operator!=(const Value& a, const Value& b);
[[nodiscard]] Value operator<(const Value& a, const Value& b);
[[nodiscard]] Value operator<=(const Value& a, const Value& b);
[[nodiscard]] Value operator>(const Value& a, const Value& b);
[[nodiscard]] Value operator>=(const Value& a, const Value& b);
/// Of nothing and a condition: the condition.
[[nodiscard]] Value operator&&(const Value& a, const Value& b);
[[nodiscard]] Value operator||(const Value& a, const Value& b);
[[nodiscard]] Value operator!(const Value& a);
[[nodiscard]] Value operator+(const Value& a, const Value& b);
[[nodiscard]] Value operator-(const Value& a, const Value& b);
[[nodiscard]] Value operator*(const Value& a, const Value& b);

/// Texts, one behind the other.
[[nodiscard]] Value joined(const std::vector<Value>& texts);
[[nodiscard]] Value always();
[[nodiscard]] Value never();
[[nodiscard]] Value is_null(const Value& a);
[[nodiscard]] Value is_known(const Value& a);
/// Of no texts: never.
[[nodiscard]] Value one_of(const Value& a, const std::vector<std::string>& texts);
[[nodiscard]] Value whole_quotient(const Value& a, const Value& b);
[[nodiscard]] Value remainder(const Value& a, const Value& b);
[[nodiscard]] Value choice(const Value& condition, const Value& then, const Value& otherwise);
[[nodiscard]] Value first_known(const Value& a, const Value& otherwise);
[[nodiscard]] Value cast(const Value& a, Type type);
/// Stops the script where there is such a row, with a sentence that names it.
[[nodiscard]] Value refusal(const Value& sentence);
[[nodiscard]] Value size_of(const Value& a);  // without its sign
[[nodiscard]] Value smaller(const Value& a, const Value& b);
[[nodiscard]] Value larger(const Value& a, const Value& b);
[[nodiscard]] Value days_later(const Value& day, std::int64_t days);
[[nodiscard]] Value months_later(const Value& day, std::int64_t months);
[[nodiscard]] Value years_later(const Value& day, std::int64_t years);
[[nodiscard]] Value first_of_month(const Value& day);

// Of a group of rows.
[[nodiscard]] Value sum(const Value& a);  // null of no rows
[[nodiscard]] Value sum_or_zero(const Value& a);
[[nodiscard]] Value count();
[[nodiscard]] Value count_distinct(const Value& a);
[[nodiscard]] Value least(const Value& a);
[[nodiscard]] Value greatest(const Value& a);

// Of the rows of one key, in an order; blanks last.
using Values = std::vector<Value>;
[[nodiscard]] Value row_number_from_last(const Values& keys, const Values& order);
[[nodiscard]] Value row_number(const Values& keys, const Values& order);
/// Of the rows before it; of the first one 0.
[[nodiscard]] Value sum_before(const Value& amount, const Values& keys, const Values& order);

/// Whether it adds up rows of a group, or names a column.
[[nodiscard]] bool is_aggregate(const Value& value);
[[nodiscard]] bool names_column(const Value& value);

}  // namespace euproj::sql
