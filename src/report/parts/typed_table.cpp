#include "report/parts/typed_table.hpp"

#include <algorithm>

#include "euproj/base/checked.hpp"
#include "euproj/words/texts.hpp"

namespace euproj::parts {
namespace {

bool is_additive(ColumnKind kind) { return kind == ColumnKind::money || kind == ColumnKind::count; }

/// The items of one column added up.
class ColumnSum {
 public:
  void add(const CellValue& value) {
    ++items_;
    if (const auto* amount = std::get_if<Money>(&value)) {
      money_ += *amount;
      ++amounts_;
    } else if (const auto* number = std::get_if<Quantity>(&value)) {
      count_ += *number;
      ++numbers_;
    } else if (const auto* word = std::get_if<std::string>(&value); word && !word->empty()) {
      suppressed_ = true;  // no other words stand in columns of numbers
    }
  }

  [[nodiscard]] ShownCell total() const {
    ShownCell cell;
    if (items_ > 0 && amounts_ == items_) return ShownCell(money_);
    if (items_ > 0 && numbers_ == items_) return ShownCell(count_);
    cell.suppressed = suppressed_;
    return cell;
  }

 private:
  Money money_;
  Quantity count_;
  std::size_t items_ = 0;
  std::size_t amounts_ = 0;
  std::size_t numbers_ = 0;
  bool suppressed_ = false;
};

template <ColumnKind kind, typename Value>
TypedCell<kind> optional_cell(const std::optional<Value>& value) {
  return value ? TypedCell<kind>(ShownCell(*value)) : TypedCell<kind>();
}

/// With the word of suppressed cells.
Cell finished(const Words& words, ShownCell shown) {
  if (shown.suppressed) return Cell(words(Text::cell_hidden));
  return Cell(std::move(shown));
}

CountCell suppressed_cell() {
  CountCell cell;
  cell.suppressed = true;
  return cell;
}

}  // namespace

TextCell cell_of(const Words& /*words*/, std::string_view text) {
  return text_cell(std::string(text));
}
TextCell cell_of(const Words& words, FixedText text) { return text_cell(words(text)); }
TextCell cell_of(const Words& words, const LocalText& text) {
  return text_cell(text.in(words.language()));
}
CountCell cell_of(const Words& /*words*/, std::int64_t count) { return count_cell(count); }
CountCell cell_of(const Words& /*words*/, const std::optional<Quantity>& quantity) {
  return count_cell(quantity);
}
MoneyCell cell_of(const Words& /*words*/, const std::optional<Money>& money) {
  return optional_cell<ColumnKind::money>(money);
}
PercentCell cell_of(const Words& /*words*/, const std::optional<Percent>& percent) {
  return optional_cell<ColumnKind::percent>(percent);
}
DateCell cell_of(const Words& /*words*/, Date day) {
  return day.known() ? DateCell(ShownCell(day)) : DateCell();
}

TextCell severity_cell(const Words& words, Severity severity) {
  return is_error(severity) ? text_cell(words(Text::severity_error), Tone::attention)
                            : text_cell(words(Text::severity_warning));
}

TextCell text_cell(std::string text, Tone tone) {
  return TextCell(ShownCell(std::move(text), tone));
}

CountCell count_cell(const std::optional<Quantity>& quantity, int decimals) {
  CountCell cell = optional_cell<ColumnKind::count>(quantity);
  cell.decimals = decimals;
  return cell;
}

CountCell count_cell(std::int64_t count, Tone tone) {
  return CountCell(ShownCell(Quantity::whole(count), tone));
}

MoneyCell attention_if_negative(const std::optional<Money>& money) {
  const bool negative = money && money->is_negative();
  return optional_cell<ColumnKind::money>(money).with(negative ? Tone::attention : Tone::normal);
}

CountCell suppressible(const std::optional<std::int64_t>& count) {
  return count ? count_cell(*count) : suppressed_cell();
}

CountCell suppressible(const std::optional<Quantity>& quantity, int decimals) {
  return quantity ? count_cell(quantity, decimals) : suppressed_cell();
}

CountCell suppressible(const std::optional<Quantity>& quantity, bool suppressed, int decimals) {
  return suppressed ? suppressed_cell() : count_cell(quantity, decimals);
}

SexCells<ColumnKind::count> sex_cells(const Value& value, int decimals) {
  return {suppressible(value.total, value.suppressed.total, decimals),
          suppressible(value.women, value.suppressed.women, decimals),
          suppressible(value.men, value.suppressed.men, decimals)};
}

SexCells<ColumnKind::count> sex_cells(const Target& target, int decimals) {
  return {count_cell(target.total, decimals), count_cell(target.women, decimals),
          count_cell(target.men, decimals)};
}

ColumnRule sum_of(std::string_view column, std::string_view other) {
  return {ColumnRule::Kind::sum, {std::string(column), std::string(other)}};
}

ColumnRule difference_of(std::string_view column, std::string_view less) {
  return {ColumnRule::Kind::difference, {std::string(column), std::string(less)}};
}

ColumnRule ratio_of(std::string_view part, std::string_view whole) {
  return {ColumnRule::Kind::ratio, {std::string(part), std::string(whole)}};
}

ColumnRule product_of(std::string_view units, std::string_view rate) {
  return {ColumnRule::Kind::product, {std::string(units), std::string(rate)}};
}

DocumentSection section_of(std::string_view id, std::string title) {
  DocumentSection section;
  section.id = id;
  section.title = std::move(title);
  return section;
}

ColumnOptions& ColumnOptions::rule(ColumnRule rule) {
  column_.rule = std::move(rule);
  return *this;
}

ColumnOptions& ColumnOptions::watch(Watch watch, std::string_view plan) {
  column_.watch = watch;
  column_.plan = plan;
  return *this;
}

ColumnOptions& ColumnOptions::on_paper(std::string heading) {
  column_.paper_heading = std::move(heading);
  return *this;
}

TableBuilder::TableBuilder(const Words& words, std::string_view id) : words_(words) {
  table_.id = id;
}

TableBuilder::~TableBuilder() = default;
TableBuilder::TableBuilder(TableBuilder&&) noexcept = default;
TableBuilder& TableBuilder::operator=(TableBuilder&&) noexcept = default;

Table TableBuilder::take() { return std::move(table_); }

void TableBuilder::title(FixedText text) { table_.title = words_(text); }
void TableBuilder::title(std::string text) { table_.title = std::move(text); }
void TableBuilder::empty_note(FixedText text) { table_.empty_note = words_(text); }
void TableBuilder::medium(Medium medium) { table_.medium = medium; }

Cell Projection::operator()(const Words& words, const void* item) const {
  return finished(words, make_(captured_, words, item));
}

ColumnOptions TableBuilder::add_column(std::string_view id, const Heading& heading, ColumnKind kind,
                                       const Projection& projection) {
  if (!empty()) {
    throw InternalError("column `" + std::string(id) + "` comes after the rows of its table");
  }
  TableColumn column;
  column.id = id;
  column.heading = heading_text(heading);
  column.kind = kind;
  table_.columns.push_back(std::move(column));
  projections_.push_back(projection);
  return ColumnOptions(table_.columns.back());
}

ColumnOptions TableBuilder::options(std::string_view column_id) {
  return ColumnOptions(table_.columns[position_of(column_id)]);
}

TableRow TableBuilder::row_of(const std::vector<Projection>& projections, const Words& words,
                              const void* item, RowRole role) {
  TableRow row;
  row.role = role;
  row.cells.reserve(projections.size());
  for (const Projection& projection : projections) row.cells.push_back(projection(words, item));
  return row;
}

void TableBuilder::add_row(const void* item, RowRole role) {
  table_.rows.push_back(row_of(projections_, words_, item, role));
}

void TableBuilder::set_lazy_rows(LazyRows<TableRow> rows) { table_.lazy_rows = std::move(rows); }

void TableBuilder::total_row(FixedText label, std::string_view label_column) {
  std::vector<ColumnSum> sums(table_.columns.size());
  for (std::size_t at = 0; at < table_.row_count(); ++at) {
    const TableRow row = table_.row(at);
    if (row.role != RowRole::item) continue;
    for (std::size_t i = 0; i < sums.size(); ++i) {
      if (is_additive(table_.columns[i].kind)) sums[i].add(row.cells[i].value);
    }
  }
  words_row(label_column, words_(label));
  TableRow& total = table_.rows.back();
  total.role = RowRole::total;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (is_additive(table_.columns[i].kind)) total.cells[i] = finished(words_, sums[i].total());
  }
}

void TableBuilder::set_total(std::string_view column_id, ColumnKind kind, ShownCell cell) {
  const std::size_t column = position_of(column_id);
  if (table_.rows.empty() || table_.rows.back().role != RowRole::total ||
      table_.columns[column].kind != kind) {
    throw InternalError("column `" + std::string(column_id) + "` has no such total");
  }
  table_.rows.back().cells[column] = finished(words_, std::move(cell));
}

void TableBuilder::words_row(std::string_view column_id, std::string text) {
  TableRow row;
  row.cells.assign(table_.columns.size(), Cell(std::string()));
  row.cells[position_of(column_id)] = Cell(std::move(text));
  table_.rows.push_back(std::move(row));
}

void TableBuilder::heading_row(std::string text, Tone tone) {
  words_row(table_.columns.front().id, std::move(text));
  table_.rows.back().role = RowRole::heading;
  table_.rows.back().cells.front().tone = tone;
}

std::string TableBuilder::heading_text(const Heading& heading) const {
  return heading.is_given ? std::string(heading.given) : words_(heading.named);
}

std::string TableBuilder::sex_heading(const Heading& heading, std::size_t sex) const {
  constexpr std::array letters = {Text::letter_total, Text::letter_women, Text::letter_men};
  return heading_text(heading) + " " + words_(letters.at(sex));
}

void TableBuilder::throw_wrong_size(std::size_t entries, std::size_t columns) {
  throw InternalError("an item has " + std::to_string(entries) + " entries for " +
                      std::to_string(columns) + " columns");
}

std::size_t TableBuilder::position_of(std::string_view column_id) const {
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    if (table_.columns[i].id == column_id) return i;
  }
  throw InternalError("the table `" + table_.id + "` has no column `" + std::string(column_id) +
                      "`");
}

}  // namespace euproj::parts
