#include "sql/algebra/value.hpp"

#include <algorithm>

namespace euproj::sql {
namespace {

Value made(Op op, std::vector<Value> parts) {
  Value::Node node;
  node.op = op;
  node.parts = std::move(parts);
  return Value(std::move(node));
}

Value later(const Value& day, std::int64_t many, Op op) {
  Value::Node node;
  node.op = op;
  node.number = many;
  node.parts = {day};
  return Value(std::move(node));
}

Value window(Op op, Values parts, const Values& keys, const Values& order, bool descending) {
  Value::Node node;
  node.op = op;
  node.split = parts.size() + keys.size();
  node.descending = descending;
  node.parts = std::move(parts);
  node.parts.insert(node.parts.end(), keys.begin(), keys.end());
  node.parts.insert(node.parts.end(), order.begin(), order.end());
  return Value(std::move(node));
}

}  // namespace

Value::Value() : node_(std::make_shared<const Node>()) {}
Value::Value(Node node) : node_(std::make_shared<const Node>(std::move(node))) {}
bool Value::is_none() const { return node_->op == Op::none; }

Value column(std::string_view alias, std::string_view name) {
  Value::Node node;
  node.op = Op::column;
  node.alias = alias;
  node.name = name;
  return Value(std::move(node));
}

Value number(Int128 number) {
  Value::Node node;
  node.op = Op::number;
  node.number = number;
  return Value(std::move(node));
}

Value text(std::string_view text) {
  Value::Node node;
  node.op = Op::text;
  node.name = text;
  return Value(std::move(node));
}

Value date(Date day) {
  if (!day.known()) return null();
  Value::Node node;
  node.op = Op::date;
  node.day = day;
  return Value(std::move(node));
}

Value null() { return made(Op::null, {}); }

Value operator==(const Value& a, const Value& b) { return made(Op::equal, {a, b}); }
Value operator!=(const Value& a, const Value& b) { return made(Op::differs, {a, b}); }
Value operator<(const Value& a, const Value& b) { return made(Op::less, {a, b}); }
Value operator<=(const Value& a, const Value& b) { return made(Op::at_most, {a, b}); }
Value operator>(const Value& a, const Value& b) { return made(Op::more, {a, b}); }
Value operator>=(const Value& a, const Value& b) { return made(Op::at_least, {a, b}); }
Value operator&&(const Value& a, const Value& b) {
  if (a.is_none()) return b;
  if (b.is_none()) return a;
  return made(Op::and_also, {a, b});
}
Value operator||(const Value& a, const Value& b) {
  if (a.is_none()) return b;
  if (b.is_none()) return a;
  return made(Op::or_else, {a, b});
}
Value operator!(const Value& a) { return made(Op::negation, {a}); }
Value operator+(const Value& a, const Value& b) { return made(Op::plus, {a, b}); }
Value operator-(const Value& a, const Value& b) { return made(Op::minus, {a, b}); }
Value operator*(const Value& a, const Value& b) { return made(Op::times, {a, b}); }

Value joined(const std::vector<Value>& texts) { return made(Op::joined, texts); }

Value always() { return number(1) == number(1); }
Value never() { return number(1) == number(0); }
Value is_null(const Value& a) { return made(Op::is_null, {a}); }
Value is_known(const Value& a) { return !is_null(a); }

Value one_of(const Value& a, const std::vector<std::string>& texts) {
  if (texts.empty()) return never();
  Values parts = {a};
  for (const std::string& each : texts) parts.push_back(text(each));
  if (texts.size() == 1) return a == parts.back();
  return made(Op::one_of, std::move(parts));
}

Value whole_quotient(const Value& a, const Value& b) { return made(Op::whole_quotient, {a, b}); }
Value remainder(const Value& a, const Value& b) { return made(Op::remainder, {a, b}); }
Value choice(const Value& condition, const Value& then, const Value& otherwise) {
  return made(Op::choice, {condition, then, otherwise});
}
Value first_known(const Value& a, const Value& otherwise) {
  return made(Op::first_known, {a, otherwise});
}
Value cast(const Value& a, Type type) {
  Value::Node node;
  node.op = Op::cast;
  node.type = type;
  node.parts = {a};
  return Value(std::move(node));
}
Value refusal(const Value& sentence) { return made(Op::refusal, {sentence}); }
Value size_of(const Value& a) { return made(Op::without_sign, {a}); }
Value smaller(const Value& a, const Value& b) { return choice(a <= b, a, b); }
Value larger(const Value& a, const Value& b) { return choice(a >= b, a, b); }
Value days_later(const Value& day, std::int64_t days) { return later(day, days, Op::days_later); }
Value months_later(const Value& day, std::int64_t months) {
  return later(day, months, Op::months_later);
}
Value years_later(const Value& day, std::int64_t years) {
  return later(day, years, Op::years_later);
}

Value first_of_month(const Value& day) { return made(Op::first_of_month, {day}); }

Value sum(const Value& a) { return made(Op::sum, {a}); }
Value sum_or_zero(const Value& a) {
  return first_known(cast(sum(a), Type::wide), cast(number(0), Type::wide));
}
Value count() { return made(Op::count, {}); }
Value count_distinct(const Value& a) { return made(Op::count_distinct, {a}); }
Value least(const Value& a) { return made(Op::least, {a}); }
Value greatest(const Value& a) { return made(Op::greatest, {a}); }

Value row_number_from_last(const Values& keys, const Values& order) {
  return window(Op::row_number, {}, keys, order, true);
}
Value row_number(const Values& keys, const Values& order) {
  return window(Op::row_number, {}, keys, order, false);
}
Value sum_before(const Value& amount, const Values& keys, const Values& order) {
  return first_known(cast(window(Op::running_sum, {amount}, keys, order, false), Type::wide),
                     cast(number(0), Type::wide));
}

bool is_aggregate(const Value& value) {
  constexpr std::array adding = {Op::sum, Op::count, Op::count_distinct, Op::least, Op::greatest};
  const Op op = value.node().op;
  if (std::find(adding.begin(), adding.end(), op) != adding.end()) return true;
  if (op == Op::row_number || op == Op::running_sum) return false;  // of each row
  return std::any_of(value.node().parts.begin(), value.node().parts.end(), is_aggregate);
}

bool names_column(const Value& value) {
  return value.node().op == Op::column ||
         std::any_of(value.node().parts.begin(), value.node().parts.end(), names_column);
}

}  // namespace euproj::sql
