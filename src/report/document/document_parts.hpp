#pragma once
// The parts that sections are built of: columns, rows, totals, words of closed dictionaries.
//
// Nothing here knows a figure of a report; a total row adds up the items above it and nothing else.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/report/document.hpp"
#include "euproj/report/figures.hpp"
#include "euproj/words/texts.hpp"

namespace euproj::parts {

/// The texts of one language.
class Words {
 public:
  explicit Words(Language language) : language_(language) {}

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] std::string operator()(FixedText which) const;
  template <std::size_t count>
  [[nodiscard]] std::string operator()(TextOf<count> which,
                                       const std::string (&values)[count]) const {
    return text(which, language_, values);
  }

 private:
  Language language_;
};

[[nodiscard]] TableColumn column(std::string_view id, std::string heading, ColumnKind kind,
                                 ColumnRule rule = {});
[[nodiscard]] ColumnRule sum_of(std::vector<std::string> columns);
[[nodiscard]] ColumnRule difference_of(std::string column, std::string less);
[[nodiscard]] ColumnRule ratio_of(std::string part, std::string whole);

/// Three columns: "period_total" "In the period T", then women and men.
void add_sex_columns(Table& table, const Words& words, std::string_view id,
                     const std::string& heading, ColumnKind kind);

template <typename Value>
[[nodiscard]] Cell optional_cell(const std::optional<Value>& value) {
  return value ? Cell(*value) : Cell();
}

/// An indicator's value; what may have a fraction shows at least `decimals`.
[[nodiscard]] Cell quantity_cell(const std::optional<Quantity>& value, int decimals = 0);

/// What stands where a number is hidden (--small-cells). A word, so that nothing adds it up.
[[nodiscard]] Cell hidden_cell(const Words& words);

/// Of figures that always apply: none is hidden.
[[nodiscard]] Cell count_cell(const Words& words, const std::optional<std::int64_t>& count);
[[nodiscard]] Cell count_cell(const Words& words, const std::optional<Quantity>& count,
                              int decimals = 0);

/// Three cells, total, women and men, as add_sex_columns has columns.
void add_values(std::vector<Cell>& cells, const Words& words, const Value& value,
                int decimals = 0);

void add_row(Table& table, std::vector<Cell> cells, RowRole role = RowRole::item);

/// Adds up the items of each money and count column. A column where an item is absent has no
/// total, one where an item is hidden has a hidden one, and neither have percentages, unless `set_last_row_cell` gives one afterwards.
void add_total_row(Table& table, std::string label, std::size_t label_column = 0,
                   const Cell& hidden = {});
void set_last_row_cell(Table& table, std::string_view column_id, Cell cell);

/// Eligible costs as a percentage of the project's value: the total row of the sources' `used`.
[[nodiscard]] Cell used_of_total(const Figures& figures);

[[nodiscard]] std::string period_text(const Words& words, Period period);
[[nodiscard]] std::string breakdown_label(const Words& words, Breakdown of,
                                          const BreakdownRow& row);
[[nodiscard]] FixedText source_kind_text(SourceKind kind);
[[nodiscard]] FixedText claim_status_text(Claim::Status status);

}  // namespace euproj::parts
