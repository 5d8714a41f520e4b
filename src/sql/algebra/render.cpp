#include "sql/algebra/render.hpp"

#include <algorithm>

namespace euproj::sql {
namespace {

constexpr std::size_t line_width = 100;

std::string digits_of(Int128 number) {
  if (number < 0) return "-" + digits_of(-number);
  std::string digits;
  do {
    digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(number % 10)));
    number /= 10;
  } while (number > 0);
  return digits;
}

bool is_infix(Op op) {
  constexpr std::array all = {Op::equal,    Op::differs,  Op::less,    Op::at_most, Op::more,
                              Op::at_least, Op::and_also, Op::or_else, Op::joined,  Op::plus,
                              Op::minus,    Op::times,    Op::is_null, Op::one_of};
  return std::find(all.begin(), all.end(), op) != all.end();
}

class ValueWriter {
 public:
  explicit ValueWriter(SqlDialect dialect) : words_(words_of(dialect)) {}

  /// As a part of another value: infix operators stand in brackets.
  [[nodiscard]] std::string part(const Value& value) const {
    return is_infix(value.node().op) ? "(" + whole(value) + ")" : whole(value);
  }

  [[nodiscard]] std::string whole(const Value& value) const {
    const Value::Node& node = value.node();
    const auto& parts = node.parts;
    switch (node.op) {
      case Op::none:
        throw InternalError("a value of SQL that is nothing");
      case Op::column:
        return node.alias + "." + node.name;
      case Op::number:
        return node.number < 0 ? "(" + digits_of(node.number) + ")" : digits_of(node.number);
      case Op::text:
        return quoted(node.name, words_);
      case Op::date:
        return filled_in(words_.date_constant, node.day.iso());
      case Op::null:
        return "NULL";
      case Op::equal:
        return infix(parts, " = ");
      case Op::differs:
        return infix(parts, " <> ");
      case Op::less:
        return infix(parts, " < ");
      case Op::at_most:
        return infix(parts, " <= ");
      case Op::more:
        return infix(parts, " > ");
      case Op::at_least:
        return infix(parts, " >= ");
      case Op::and_also:
        return chain(value, Op::and_also, " AND ");
      case Op::or_else:
        return chain(value, Op::or_else, " OR ");
      case Op::negation:
        if (parts[0].node().op == Op::is_null)
          return part(parts[0].node().parts[0]) + " IS NOT NULL";
        return "NOT (" + whole(parts[0]) + ")";
      case Op::is_null:
        return part(parts[0]) + " IS NULL";
      case Op::one_of:
        return part(parts[0]) + " IN (" + list(parts, 1, parts.size()) + ")";
      case Op::joined:
        return list(parts, 0, parts.size(), " || ");
      case Op::plus:
        return chain(value, Op::plus, " + ");
      case Op::minus:
        return infix(parts, " - ");
      case Op::times:
        return infix(parts, " * ");
      case Op::whole_quotient:
        return filled_in(words_.whole_quotient, part(parts[0]), part(parts[1]));
      case Op::remainder:
        return filled_in(words_.remainder, part(parts[0]), part(parts[1]));
      case Op::without_sign:
        return "abs(" + whole(parts[0]) + ")";
      case Op::choice:
        return "CASE WHEN " + whole(parts[0]) + " THEN " + whole(parts[1]) + " ELSE " +
               whole(parts[2]) + " END";
      case Op::first_known:
        return "coalesce(" + whole(parts[0]) + ", " + whole(parts[1]) + ")";
      case Op::cast:
        return "CAST(" + whole(parts[0]) + " AS " + std::string(type(node.type)) + ")";
      case Op::refusal:
        return filled_in(words_.refusal, whole(parts[0]));
      case Op::days_later:
        return filled_in(words_.days_later, part(parts[0]), digits_of(node.number));
      case Op::months_later:
        return filled_in(words_.months_later, part(parts[0]), digits_of(node.number));
      case Op::years_later:
        return filled_in(words_.years_later, part(parts[0]), digits_of(node.number));
      case Op::first_of_month:
        return filled_in(words_.first_of_month, whole(parts[0]));
      case Op::sum:
        return "sum(" + whole(parts[0]) + ")";
      case Op::count:
        return "count(*)";
      case Op::count_distinct:
        return "count(DISTINCT " + whole(parts[0]) + ")";
      case Op::least:
        return "min(" + whole(parts[0]) + ")";
      case Op::greatest:
        return "max(" + whole(parts[0]) + ")";
      case Op::row_number:
        return "row_number() OVER (" + window(node, 0) + ")";
      case Op::running_sum:
        return "sum(" + whole(parts[0]) + ") OVER (" + window(node, 1) +
               " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)";
    }
    throw InternalError("an operation without words");
  }

  [[nodiscard]] std::string_view type(Type of) const {
    return words_.types.at(static_cast<std::size_t>(of));
  }

 private:
  [[nodiscard]] std::string infix(const Values& parts, std::string_view sign) const {
    return part(parts[0]) + std::string(sign) + part(parts[1]);
  }

  /// a AND b AND c, without brackets between.
  [[nodiscard]] std::string chain(const Value& value, Op op, std::string_view sign) const {
    std::string text;
    for (const Value& each : value.node().parts) {
      if (!text.empty()) text += sign;
      text += each.node().op == op ? chain(each, op, sign) : part(each);
    }
    return text;
  }

  [[nodiscard]] std::string list(const Values& parts, std::size_t first, std::size_t end,
                                 std::string_view between = ", ") const {
    std::string text;
    for (std::size_t i = first; i < end; ++i) {
      if (i > first) text += between;
      text += whole(parts[i]);
    }
    return text;
  }

  [[nodiscard]] std::string window(const Value::Node& node, std::size_t first_key) const {
    std::string text = "PARTITION BY " + list(node.parts, first_key, node.split) + " ORDER BY ";
    for (std::size_t i = node.split; i < node.parts.size(); ++i) {
      text += i == node.split ? "" : ", ";
      text += whole(node.parts[i]) + (node.descending ? " DESC NULLS LAST" : "");
    }
    return text;
  }

  const DialectWords& words_;
};

std::string rendered(const Select& select, const Columns& columns, SqlDialect dialect) {
  const ValueWriter writer(dialect);
  if (select.columns.size() != columns.size()) {
    throw InternalError("a select with other columns than its step");
  }
  const bool is_grouped = std::any_of(select.columns.begin(), select.columns.end(), is_aggregate);
  std::string text = "SELECT";
  std::string keys;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Value& value = select.columns[i];
    const std::string written = writer.whole(value);
    // What is computed has the type of its column in every branch of a UNION: DuckDB rounds a rate
    // beside a sum.
    const bool is_column = value.node().op == Op::column;
    const std::string typed =
        is_column ? written
                  : "CAST(" + written + " AS " + std::string(writer.type(columns[i].type)) + ")";
    text += (i == 0 ? " " : ",\n       ") + typed + " AS " + columns[i].name;
    if (is_grouped && !is_aggregate(value) && names_column(value)) {
      keys += (keys.empty() ? "" : ", ") + written;
    }
  }
  for (std::size_t i = 0; i < select.from.size(); ++i) {
    const Joined& joined = select.from[i];
    text += i == 0 ? "\nFROM " : joined.keeps_unmatched ? "\nLEFT JOIN " : "\nJOIN ";
    text += joined.table + " AS " + joined.alias;
    if (i > 0) text += " ON " + writer.whole(joined.on);
  }
  if (!select.where.is_none()) {
    std::string where = writer.whole(select.where);
    text += "\nWHERE " + where;
  }
  if (!keys.empty()) text += "\nGROUP BY " + keys;
  if (!select.having.is_none()) text += "\nHAVING " + writer.whole(select.having);
  return text;
}

std::string rendered(const Step& step, SqlDialect dialect) {
  std::string text = comment_lines(step.comment);
  text += step.appends ? "INSERT INTO " + step.name + "\n"
                       : "CREATE TEMPORARY TABLE " + step.name + " AS\n";
  for (std::size_t i = 0; i < step.parts.size(); ++i) {
    if (i > 0) text += "\nUNION ALL\n";
    text += rendered(step.parts[i], step.columns, dialect);
  }
  text += ";\n";
  // Rows are added to a table many times; what was said of it holds well enough.
  if (!step.appends) text += filled_in(words_of(dialect).has_rows, step.name);
  return text;
}

std::string rendered(const Constants& constants, SqlDialect dialect) {
  const ValueWriter writer(dialect);
  std::string text = comment_lines(constants.comment);
  text += "CREATE TEMPORARY TABLE " + constants.name + " (" +
          column_list(constants.columns, dialect) + ");\n";
  constexpr std::size_t rows_of_statement = 200;
  for (std::size_t i = 0; i < constants.rows.size(); ++i) {
    text +=
        i % rows_of_statement == 0 ? "INSERT INTO " + constants.name + " VALUES\n  (" : ",\n  (";
    std::string row;
    for (const Value& value : constants.rows[i]) {
      // What a constant is cast to says its column.
      row += (row.empty() ? "" : ", ");
      row += value.node().op == Op::date ? "'" + value.node().day.iso() + "'" : writer.whole(value);
    }
    text += row + ")";
    if (i + 1 == constants.rows.size() || (i + 1) % rows_of_statement == 0) text += ";\n";
  }
  return text;
}

std::string rendered(const Remark& remark, SqlDialect) { return comment_lines(remark.text); }

}  // namespace

std::string quoted(std::string_view text, const DialectWords& words) {
  std::string made = "'";
  for (const char c : text) {
    made += c;
    if (c == '\'' || (c == '\\' && words.doubles_backslashes)) made += c;
  }
  return made + "'";
}

std::string comment_lines(std::string_view text) {
  std::string lines;
  std::string line = "--";
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string word(text.substr(at, end - at));
    if (line.size() + 1 + word.size() > line_width) {
      lines += line + "\n";
      line = "--  ";
    }
    line += " " + word;
    if (end < text.size() && text[end] == '\n') {
      lines += line + "\n";
      line = "--";
    }
    at = end + 1;
  }
  return line == "--" ? lines : lines + line + "\n";
}

std::string column_list(const Columns& columns, SqlDialect dialect) {
  const ValueWriter writer(dialect);
  std::string list;
  for (const ColumnOf& each : columns) {
    list += (list.empty() ? "" : ", ") + each.name + " " + std::string(writer.type(each.type));
  }
  return list;
}

std::string render(const Value& value, SqlDialect dialect) {
  return ValueWriter(dialect).whole(value);
}

std::string render(const Statement& statement, SqlDialect dialect) {
  return std::visit([dialect](const auto& each) { return rendered(each, dialect); }, statement);
}

}  // namespace euproj::sql
