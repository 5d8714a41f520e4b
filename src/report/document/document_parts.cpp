#include "report/document/document_parts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "euproj/model/logs.hpp"
#include "euproj/words/texts.hpp"

namespace euproj::parts {
namespace {

bool is_additive(ColumnKind kind) { return kind == ColumnKind::money || kind == ColumnKind::count; }

template <typename Number>
std::optional<Number> total_of(const Table& table, std::size_t column) {
  Number sum;
  bool any = false;
  for (std::size_t at = 0; at < table.row_count(); ++at) {
    const TableRow row = table.row(at);
    if (row.role != RowRole::item) continue;
    const Number* number = std::get_if<Number>(&row.cells[column].value);
    if (number == nullptr) return std::nullopt;
    sum += *number;
    any = true;
  }
  return any ? std::optional(sum) : std::nullopt;
}

constexpr std::array<std::pair<std::string_view, FixedText>, 5> labour_words = {{
    {"unemployed", Text::labour_unemployed},
    {"long_term_unemployed", Text::labour_long_term_unemployed},
    {"inactive", Text::labour_inactive},
    {"inactive_not_in_education", Text::labour_inactive_not_in_education},
    {"employed", Text::labour_employed},
}};

constexpr std::array<FixedText, education_levels.size()> education_words = {
    Text::isced_0,   Text::isced_1,   Text::isced_2,   Text::isced_3,   Text::isced_4,
    Text::isced_5,   Text::isced_6,   Text::isced_7,   Text::isced_8,   Text::isced_0_2,
    Text::isced_1_2, Text::isced_3_4, Text::isced_5_8,
};

/// "18-29" -> "18–29 lat", "65+" -> "65 lat i więcej", "<18" -> "poniżej 18 lat".
std::string age_label(const Words& words, const std::string& key) {
  if (key.front() == '<') return words(Text::age_under, {key.substr(1)});
  if (key.back() == '+') return words(Text::age_from, {key.substr(0, key.size() - 1)});
  const std::size_t hyphen = key.find('-');
  if (hyphen == std::string::npos) return words(Text::age_band, {key});
  return words(Text::age_band, {key.substr(0, hyphen) + "–" + key.substr(hyphen + 1)});
}

}  // namespace

std::string Words::operator()(FixedText which) const { return std::string(text(which, language_)); }

TableColumn column(std::string_view id, std::string heading, ColumnKind kind, ColumnRule rule) {
  TableColumn made;
  made.id = id;
  made.heading = std::move(heading);
  made.kind = kind;
  made.rule = std::move(rule);
  return made;
}

ColumnRule sum_of(std::vector<std::string> columns) {
  return {ColumnRule::Kind::sum, std::move(columns)};
}

ColumnRule difference_of(std::string column, std::string less) {
  return {ColumnRule::Kind::difference, {std::move(column), std::move(less)}};
}

ColumnRule ratio_of(std::string part, std::string whole) {
  return {ColumnRule::Kind::ratio, {std::move(part), std::move(whole)}};
}

void add_sex_columns(Table& table, const Words& words, std::string_view id,
                     const std::string& heading, ColumnKind kind) {
  const std::string prefix(id);
  table.columns.push_back(
      column(prefix + "_total", heading + " " + words(Text::letter_total), kind));
  table.columns.push_back(
      column(prefix + "_women", heading + " " + words(Text::letter_women), kind));
  table.columns.push_back(column(prefix + "_men", heading + " " + words(Text::letter_men), kind));
}

Cell quantity_cell(const std::optional<Quantity>& value, int decimals) {
  Cell cell = optional_cell(value);
  cell.decimals = decimals;
  return cell;
}

Cell hidden_cell(const Words& words) { return {words(Text::cell_hidden)}; }

Cell count_cell(const Words& words, const std::optional<std::int64_t>& count) {
  return count ? Cell(Quantity::whole(*count)) : hidden_cell(words);
}

Cell count_cell(const Words& words, const std::optional<Quantity>& count, int decimals) {
  return count ? quantity_cell(count, decimals) : hidden_cell(words);
}

void add_values(std::vector<Cell>& cells, const Words& words, const Value& value, int decimals) {
  const auto add = [&](bool hidden, const std::optional<Quantity>& number) {
    cells.push_back(hidden ? hidden_cell(words) : quantity_cell(number, decimals));
  };
  add(value.hidden.total, value.total);
  add(value.hidden.women, value.women);
  add(value.hidden.men, value.men);
}

void add_row(Table& table, std::vector<Cell> cells, RowRole role) {
  TableRow row;
  row.role = role;
  row.cells = std::move(cells);
  row.cells.resize(table.columns.size());
  table.rows.push_back(std::move(row));
}

void add_total_row(Table& table, std::string label, std::size_t label_column,
                   const Cell& hidden) {
  std::vector<Cell> cells(table.columns.size(), Cell(std::string()));
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!is_additive(table.columns[i].kind)) continue;
    if (const auto money = total_of<Money>(table, i)) {
      cells[i] = Cell(*money);
    } else if (const auto count = total_of<Quantity>(table, i)) {
      cells[i] = Cell(*count);
    } else {
      const bool any_hidden = std::any_of(
          table.rows.begin(), table.rows.end(), [&](const TableRow& row) {
            return std::holds_alternative<std::string>(row.cells[i].value) &&
                   row.cells[i].value == hidden.value;
          });
      cells[i] = any_hidden ? hidden : Cell();
    }
  }
  cells[label_column] = Cell(std::move(label));
  add_row(table, std::move(cells), RowRole::total);
}

void set_last_row_cell(Table& table, std::string_view column_id, Cell cell) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [&](const TableColumn& c) { return c.id == column_id; });
  const auto position = static_cast<std::size_t>(found - table.columns.begin());
  table.rows.back().cells.at(position) = std::move(cell);
}

Cell used_of_total(const Figures& figures) {
  return optional_cell(
      percent_of(figures.eligible.cumulative.minor_units(), figures.total.minor_units()));
}

std::string period_text(const Words& words, Period period) {
  return words(Text::period_span, {period.first.iso(), period.last.iso()});
}

std::string breakdown_label(const Words& words, Breakdown of, const BreakdownRow& row) {
  if (row.key.empty()) return words(Text::row_not_given);
  if (const std::string& name = row.name.in(words.language()); !name.empty()) return name;
  switch (of) {
    case Breakdown::age:
      return age_label(words, row.key);
    case Breakdown::labour_status:
      for (const auto& [word, label] : labour_words) {
        if (row.key == word) return words(label);
      }
      return row.key;
    case Breakdown::education:
      for (std::size_t i = 0; i < education_levels.size(); ++i) {
        if (row.key == education_levels[i]) return words(education_words[i]);
      }
      return row.key;
    case Breakdown::group:
      return row.key;
  }
  return row.key;
}

FixedText source_kind_text(SourceKind kind) {
  switch (kind) {
    case SourceKind::eu:
      return Text::source_eu;
    case SourceKind::state:
      return Text::source_state;
    case SourceKind::own:
      return Text::source_own;
    case SourceKind::private_funds:
      return Text::source_private;
    case SourceKind::other:
      return Text::source_other;
  }
  return Text::source_other;
}

FixedText claim_status_text(Claim::Status status) {
  switch (status) {
    case Claim::Status::draft:
      return Text::claim_draft;
    case Claim::Status::submitted:
      return Text::claim_submitted;
    case Claim::Status::approved:
      return Text::claim_approved;
    case Claim::Status::paid:
      return Text::claim_paid;
  }
  return Text::claim_draft;
}

}  // namespace euproj::parts
