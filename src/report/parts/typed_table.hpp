#pragma once
// TypedTable: a table described by its columns, each of which knows what it shows of an item.
//
//   TypedTable<TaskFigures> table(words, "tasks");
//   table.label("id", Text::column_id, &TaskFigures::id);
//   table.column("planned", Text::column_planned, &TaskFigures::planned);
//   table.column("remaining", Text::column_remaining,
//                [](const TaskFigures& task) { return attention_if_negative(task.remaining); })
//       .rule(difference_of("planned", "cumulative"));
//   table.rows(figures.tasks);
//   table.total_row(Text::row_total, "id");
//   return table.take();
//
// A row is the columns applied to an item, so it has as many cells as the table has columns, each
// of its column's kind. The kind follows from the type of what the projection (a member or a
// function) gives: `cell_of` below has one overload for each type that can be shown. All columns
// are declared before the first row; one that comes later is an InternalError.

#include <array>
#include <cstddef>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "euproj/report/document.hpp"
#include "report/parts/words.hpp"

namespace euproj::parts {

/// What a projection gives. `suppressed` (--small-cells): a word is shown instead of the number, so
/// that nothing adds it up.
struct ShownCell : Cell {
  using Cell::Cell;
  bool suppressed = false;
};

/// A cell whose column's kind is known to the compiler. Default: does not apply ("–").
template <ColumnKind column_kind>
struct TypedCell : ShownCell {
  static constexpr ColumnKind kind = column_kind;

  TypedCell() = default;
  explicit TypedCell(ShownCell shown) : ShownCell(std::move(shown)) {}

  /// Nothing stands there, not even "–".
  [[nodiscard]] static TypedCell blank() { return TypedCell(ShownCell(std::string())); }
  [[nodiscard]] TypedCell with(Tone t) const {
    TypedCell toned = *this;
    toned.tone = t;
    return toned;
  }
};
using TextCell = TypedCell<ColumnKind::text>;
using CountCell = TypedCell<ColumnKind::count>;
using MoneyCell = TypedCell<ColumnKind::money>;
using PercentCell = TypedCell<ColumnKind::percent>;
using DateCell = TypedCell<ColumnKind::date>;

/// What can be shown, one overload a type. No value, or an unknown day: does not apply.
[[nodiscard]] TextCell cell_of(const Words& words, std::string_view text);
[[nodiscard]] TextCell cell_of(const Words& words, FixedText text);
[[nodiscard]] TextCell cell_of(const Words& words, const LocalText& text);
[[nodiscard]] CountCell cell_of(const Words& words, std::int64_t count);
[[nodiscard]] CountCell cell_of(const Words& words, const std::optional<Quantity>& quantity);
[[nodiscard]] MoneyCell cell_of(const Words& words, const std::optional<Money>& money);
[[nodiscard]] PercentCell cell_of(const Words& words, const std::optional<Percent>& percent);
[[nodiscard]] DateCell cell_of(const Words& words, Date day);
template <ColumnKind kind>
[[nodiscard]] TypedCell<kind> cell_of(const Words& /*words*/, TypedCell<kind> cell) {
  return cell;
}

/// The same for projections that add a tone or decimals to a value.
[[nodiscard]] TextCell text_cell(std::string text, Tone tone = Tone::normal);
/// By what a finding is now: under --strict a warning is an error, too.
[[nodiscard]] constexpr bool is_error(Severity severity) { return severity > Severity::warning; }
[[nodiscard]] TextCell severity_cell(const Words& words, Severity severity);
/// At least so many decimals are shown.
[[nodiscard]] CountCell count_cell(const std::optional<Quantity>& quantity, int decimals = 0);
[[nodiscard]] CountCell count_cell(std::int64_t count, Tone tone = Tone::normal);
[[nodiscard]] MoneyCell attention_if_negative(const std::optional<Money>& money);

/// Of numbers that always apply: where there is none it is suppressed.
[[nodiscard]] CountCell suppressible(const std::optional<std::int64_t>& count);
[[nodiscard]] CountCell suppressible(const std::optional<Quantity>& quantity, int decimals = 0);
/// Of numbers that may not apply, and whether this one is suppressed.
[[nodiscard]] CountCell suppressible(const std::optional<Quantity>& quantity, bool suppressed,
                                     int decimals);

/// Total, women and men.
template <ColumnKind kind>
using SexCells = std::array<TypedCell<kind>, 3>;
[[nodiscard]] SexCells<ColumnKind::count> sex_cells(const Value& value, int decimals = 0);
[[nodiscard]] SexCells<ColumnKind::count> sex_cells(const Target& target, int decimals = 0);

[[nodiscard]] ColumnRule sum_of(std::string_view column, std::string_view other);
[[nodiscard]] ColumnRule difference_of(std::string_view column, std::string_view less);
[[nodiscard]] ColumnRule ratio_of(std::string_view part, std::string_view whole);
/// Rounded down to the grosz.
[[nodiscard]] ColumnRule product_of(std::string_view units, std::string_view rate);

/// Without tables.
[[nodiscard]] DocumentSection section_of(std::string_view id, std::string title);

/// A text of the report, or one that a figure brings. Lives as long as the call that it is given
/// to.
struct Heading {
  Heading(FixedText text) : named(text) {}
  Heading(std::string_view text) : given(text), is_given(true) {}
  Heading(const char* text) : given(text), is_given(true) {}
  Heading(const std::string& text) : given(text), is_given(true) {}

  FixedText named{};
  std::string_view given;
  bool is_given = false;
};

/// How a column makes a cell of an item: a function and what it captured, both without a type, so
/// that a column costs the compiler one small function and the table one copy of its code.
class Projection {
 public:
  using Make = ShownCell (*)(const void* captured, const Words& words, const void* item);

  template <typename Captured>
  Projection(Make make, const Captured& captured) : make_(make) {
    static_assert(std::is_trivially_copyable_v<Captured> && sizeof(Captured) <= sizeof captured_,
                  "a projection captures a few numbers, or one reference");
    std::memcpy(captured_, &captured, sizeof captured);
  }

  /// With the word of suppressed cells.
  [[nodiscard]] Cell operator()(const Words& words, const void* item) const;

 private:
  Make make_;
  alignas(std::max_align_t) unsigned char captured_[32];
};

/// What a column is beside its cells; see TableColumn.
class ColumnOptions {
 public:
  explicit ColumnOptions(TableColumn& column) : column_(column) {}

  ColumnOptions& rule(ColumnRule rule);
  ColumnOptions& watch(Watch watch, std::string_view plan = {});
  ColumnOptions& on_paper(std::string heading);

 private:
  TableColumn& column_;
};

/// What of a typed table does not depend on the type of its items.
class TableBuilder {
 public:
  TableBuilder(const Words& words, std::string_view id);
  ~TableBuilder();
  TableBuilder(TableBuilder&&) noexcept;
  TableBuilder& operator=(TableBuilder&&) noexcept;

  void title(FixedText text);
  void title(std::string text);
  /// What is printed instead of a table without rows.
  void empty_note(FixedText text);
  void medium(Medium medium);

  /// Of a column that is there already.
  [[nodiscard]] ColumnOptions options(std::string_view column_id);

  /// Adds up the items of each money and count column. A column where an item is absent has no
  /// total, one where an item is suppressed a suppressed one. `label` stands in column
  /// `label_column`; the rest is blank, but for what `total_cell` gives afterwards.
  void total_row(FixedText label, std::string_view label_column);
  template <ColumnKind kind>
  void total_cell(std::string_view column_id, TypedCell<kind> cell) {
    set_total(column_id, kind, std::move(cell));
  }

  /// A row that belongs to no item: one text, the other cells blank.
  void words_row(std::string_view column_id, std::string text);
  /// The heading of the rows below, across all columns.
  void heading_row(std::string text, Tone tone);

  [[nodiscard]] bool empty() const { return table_.row_count() == 0; }
  [[nodiscard]] Table take();

 protected:
  ColumnOptions add_column(std::string_view id, const Heading& heading, ColumnKind kind,
                           const Projection& projection);
  void add_row(const void* item, RowRole role);
  void set_lazy_rows(LazyRows<TableRow> rows);
  /// The columns applied to one item.
  [[nodiscard]] static TableRow row_of(const std::vector<Projection>& projections,
                                       const Words& words, const void* item, RowRole role);
  [[nodiscard]] const std::vector<Projection>& projections() const { return projections_; }
  [[nodiscard]] const Words& words() const { return words_; }
  [[nodiscard]] std::string sex_heading(const Heading& heading, std::size_t sex) const;
  [[noreturn]] static void throw_wrong_size(std::size_t entries, std::size_t columns);

  static constexpr std::array<const char*, 3> sex_ids = {"_total", "_women", "_men"};

 private:
  void set_total(std::string_view column_id, ColumnKind kind, ShownCell cell);
  [[nodiscard]] std::string heading_text(const Heading& heading) const;
  [[nodiscard]] std::size_t position_of(std::string_view column_id) const;

  Words words_;
  Table table_;
  std::vector<Projection> projections_;  // one a column
};

template <typename Item>
class TypedTable : public TableBuilder {
 public:
  using TableBuilder::TableBuilder;

  /// `project`: a member of the item, or a function of it. A function may capture the words and a
  /// few numbers by value; it is copied byte by byte.
  template <typename Project>
  ColumnOptions column(std::string_view id, Heading heading, Project project) {
    return add_column(id, heading, KindOf<Project>::value, {&make_cell<Project>, project});
  }

  /// A text that names the row: an id, a name. Renderers keep it in one piece.
  template <typename Project>
  ColumnOptions label(std::string_view id, Heading heading, Project project) {
    static_assert(KindOf<Project>::value == ColumnKind::text, "a label is a text");
    return add_column(id, heading, ColumnKind::label, {&make_cell<Project>, project});
  }

  /// Three columns: "period_total" "In the period T", then women and men. `project` gives SexCells;
  /// `on_paper` is a shorter heading, where the columns must fit a page.
  template <typename Project>
  void sexes(std::string_view id, Heading heading, Project project,
             std::optional<FixedText> on_paper = {}) {
    for (std::size_t sex = 0; sex < sex_ids.size(); ++sex) {
      ColumnOptions made = column(std::string(id) + sex_ids[sex], sex_heading(heading, sex),
                                  [project, sex](const Item& item) { return project(item)[sex]; });
      if (on_paper) made.on_paper(sex_heading(*on_paper, sex));
    }
  }

  /// A column for each of `columns`, which are an id and a heading: `project` gives a list with as
  /// many entries, or the row is an InternalError.
  template <typename Project>
  void list(const std::vector<std::pair<std::string, std::string>>& columns, Project project) {
    for (std::size_t at = 0; at < columns.size(); ++at) {
      column(columns[at].first, columns[at].second,
             [project, at, size = columns.size()](const Item& item) {
               const auto& entries = std::invoke(project, item);
               if (entries.size() != size) throw_wrong_size(entries.size(), size);
               return entries[at];
             });
    }
  }

  void row(const Item& item, RowRole role = RowRole::item) { add_row(&item, role); }

  template <typename Items>
  void rows(const Items& items) {
    for (const Item& item : items) add_row(&item, RowRole::item);
  }

  /// Rows made when they are looked at; before all others. What the items refer to must outlive the
  /// table.
  void lazy_rows(LazyRows<Item> items) {
    const std::size_t size = items.size();
    set_lazy_rows({size, [items = std::move(items), columns = projections(),
                          words = words()](std::size_t at) {
                     const Item item = items[at];
                     return row_of(columns, words, &item, RowRole::item);
                   }});
  }

 private:
  template <typename Project>
  struct KindOf {
    using Value = std::invoke_result_t<const Project&, const Item&>;
    static constexpr ColumnKind value =
        decltype(cell_of(std::declval<const Words&>(), std::declval<Value>()))::kind;
  };

  template <typename Project>
  static ShownCell make_cell(const void* captured, const Words& words, const void* item) {
    const Project& project = *static_cast<const Project*>(captured);
    return cell_of(words, std::invoke(project, *static_cast<const Item*>(item)));
  }
};

}  // namespace euproj::parts
