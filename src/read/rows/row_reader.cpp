#include "read/rows/row_reader.hpp"

#include <utility>

#include "read/rows/row_rules.hpp"
#include "read/words/words.hpp"

namespace euproj {
namespace {

/// Reports what rules find, with the place of the cell.
class CellListener {
 public:
  explicit CellListener(RowCells& cells) : cells_(cells) {}

  [[nodiscard]] bool failed(Column column) const { return cells_.failed(column); }
  [[nodiscard]] std::string_view text(Column column) const { return cells_.peek(column); }
  [[nodiscard]] bool ok() const { return cells_.ok(); }
  template <typename Say>
  void report(const Say& say) {
    say(cells_);
  }

 private:
  RowCells& cells_;
};

IdentityNumber read_identity(std::string_view seen, Interner& other_ids) {
  IdentityNumber number;
  if (const auto pesel = parse_pesel(ungrouped_pesel(seen))) number.pesel = pesel->number;
  number.other_id = other_ids.intern(seen);
  return number;
}

/// By its id; what is declared may name the code of the catalogue. Only what is measured has
/// measurements.
std::size_t read_indicator(RowCells& cells, Column column, const Project& project) {
  const std::string_view id = cells.text(column);
  if (id.empty()) return 0;
  const bool measured_only = column == Column::measurements_indicator;
  std::vector<std::string_view> known;
  std::optional<std::size_t> of_code;
  for (std::size_t i = 0; i < project.indicators.size(); ++i) {
    const Indicator& indicator = project.indicators[i];
    const bool fits = !measured_only || indicator.count == Count::measured;
    if (fits) known.push_back(indicator.id);
    if (!measured_only && indicator.code == id && !of_code) of_code = i;
    if (indicator.id != id) continue;
    if (!fits) cells.report(Kind::not_a_measured_indicator, column, {indicator.id});
    return i;
  }
  if (of_code) return *of_code;
  cells.report_unknown_code(column, id, known);
  return 0;
}

/// What a cell says by its column's type; nothing, or no_code, when it is blank or faulty.
template <Column column>
auto value_of(RowCells& cells, const RowContext& context) {
  using Kept = KeptColumn<column>;
  constexpr ColumnType type = column_info(column).type;
  if constexpr (type == ColumnType::text) {
    return cells.text(column);
  } else if constexpr (type == ColumnType::id) {
    return cells.interned(column, Kept::words_in(context.codes));
  } else if constexpr (type == ColumnType::word) {
    return cells.repeated(column, Kept::words_in(context.codes));
  } else if constexpr (type == ColumnType::unique) {
    return Kept::words_in(context.codes).append(cells.text(column));
  } else if constexpr (type == ColumnType::listed) {
    const Listed listed = context.listed[static_cast<std::size_t>(column)];
    if (!Kept::is_kept && !listed.is_declared) return no_code;  // there is nothing to check
    return cells.listed(column, Kept::words_in(context.codes), listed);
  } else if constexpr (type == ColumnType::identity) {
    return read_identity(cells.text(column), Kept::words_in(context.codes));
  } else if constexpr (type == ColumnType::indicator) {
    return read_indicator(cells, column, context.project);
  } else if constexpr (type == ColumnType::project) {
    cells.check_project(column, context.project_number, context.project.number);
    return no_code;
  } else if constexpr (type == ColumnType::date) {
    return cells.date(column);
  } else if constexpr (type == ColumnType::money) {
    return cells.money(column, context.project.currency);
  } else if constexpr (type == ColumnType::quantity) {
    return cells.quantity(column, context.project.currency);
  } else if constexpr (type == ColumnType::count) {
    return cells.count(column);
  } else if constexpr (type == ColumnType::pesel) {
    return cells.pesel(column);
  } else {
    return cells.word(column);
  }
}

template <typename Value>
struct IsOptional : std::false_type {};
template <typename Value>
struct IsOptional<std::optional<Value>> : std::true_type {};

template <Column column, typename Row>
void read_cell(RowCells& cells, const RowContext& context, Row& row) {
  [[maybe_unused]] const auto value = value_of<column>(cells, context);
  if constexpr (KeptColumn<column>::is_kept) {
    auto& member = KeptColumn<column>::in(row);
    if constexpr (IsOptional<std::remove_cv_t<decltype(value)>>()) {
      if (value) keep(member, *value);
    } else if constexpr (std::is_same_v<std::remove_cvref_t<decltype(member)>, PlaceKind>) {
      if (value != no_code) keep(member, value);
    } else {
      keep(member, value);
    }
  }
}

template <typename Row>
void push(RowCells& cells, const RowContext& context, auto& rows) {
  Row row = read_row<Row>(cells, context);
  if (cells.ok()) rows.push_back(std::move(row));
}

}  // namespace

RowContext::RowContext(const Project& its_project, Codes& its_codes)
    : project(its_project), codes(its_codes), project_number(project_key(its_project.number)) {
  const Budget& budget = project.budget.latest();
  const auto list = [&](Column column, bool is_declared, std::size_t count) {
    listed[static_cast<std::size_t>(column)] = {is_declared, count};
  };
  const auto list_all = [&](Column column, const auto& words) {
    list(column, !words.empty(), words.size());
  };
  list_all(Column::participants_group, project.groups);
  list_all(Column::support_form, project.support_forms);
  // Costs carry tasks, support does not: there the name is only checked.
  list(Column::support_task, budget.tasks_declared, budget.tasks.size());
  list(Column::expenditures_task, budget.tasks_declared, budget.tasks.size());
  list(Column::expenditures_category, budget.categories_declared, budget.categories.size());
  list_all(Column::expenditures_claim, project.claims);
  list(Column::settlements_lump_sum, true, budget.lump_sums.size());
  list(Column::settlements_claim, true, project.claims.size());
  list_all(Column::expenditures_partner, budget.partners);
  for (const Column column : {Column::entities_partner, Column::participants_partner,
                              Column::support_partner, Column::outcomes_partner}) {
    list_all(column, budget.partners);
  }
  list(Column::declared_claim, true, project.claims.size());
  list(Column::expenditures_source, true, project.financing.latest().sources.size());
}

template <typename Row>
Row read_row(RowCells& cells, const RowContext& context) {
  RowAsRead<Row> row;
  row.origin = cells.origin();
  for_each_column<Row::log>([&](auto column) {
    if constexpr (is_read_column<column>) read_cell<column>(cells, context, row);
  });
  CellListener listener(cells);
  settle(row, listener);
  return row;
}

template ParticipantRow read_row(RowCells& cells, const RowContext& context);
template SupportRow read_row(RowCells& cells, const RowContext& context);

void read_row_of(LogKind log, RowCells& cells, const RowContext& context, Logs& logs) {
  switch (log) {
    case LogKind::participants:
      return push<ParticipantRow>(cells, context, logs.participants);
    case LogKind::support:
      return push<SupportRow>(cells, context, logs.support);
    case LogKind::outcomes:
      return push<OutcomeRow>(cells, context, logs.outcomes);
    case LogKind::places:
      return push<PlaceRow>(cells, context, logs.places);
    case LogKind::measurements:
      return push<MeasurementRow>(cells, context, logs.measurements);
    case LogKind::expenditures:
      return push<ExpenditureRow>(cells, context, logs.expenditures);
    case LogKind::aliases:
      return push<AliasRow>(cells, context, logs.aliases);
    case LogKind::entities:
      return push<EntityRow>(cells, context, logs.entities);
    case LogKind::declared:
      return push<DeclaredRow>(cells, context, logs.declarations);
    case LogKind::settlements:
      return push<SettlementRow>(cells, context, logs.settlements);
    case LogKind::waivers:
      return push<WaiverRow>(cells, context, logs.waivers);
  }
}

}  // namespace euproj
