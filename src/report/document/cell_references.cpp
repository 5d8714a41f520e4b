// Names begin with a word and `_`, so none looks like a cell ("A1", "R1C1").

#include "report/document/cell_references.hpp"

#include <algorithm>
#include <set>

#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/words/texts.hpp"
#include "report/document/sections.hpp"

namespace euproj::parts {
namespace {

constexpr std::size_t max_characters_of_id = 200;  // Excel: 255 in all

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Letters and digits of ASCII stay, Polish letters lose their signs, all else is `_`.
std::string name_part(const std::string& id) {
  std::string part;
  for (std::size_t at = 0; at < id.size() && part.size() < max_characters_of_id;) {
    const std::size_t first = at;
    (void)next_code_point(id, at);
    const std::string letter =
        at - first == 1 ? id.substr(first, 1) : folded(id.substr(first, at - first));
    part += letter.size() == 1 && is_letter_or_digit(letter.front()) ? letter.front() : '_';
  }
  return part;
}

class Names {
 public:
  explicit Names(const Document& document) : index_(document) {}

  void add(const std::string& wanted, CellPlace place) {
    if (!index_.has(place)) return;
    std::string name = wanted;
    for (int number = 2; !taken_.insert(folded(name)).second; ++number) {
      name = wanted + "_" + std::to_string(number);
    }
    names_.push_back({std::move(name), std::move(place)});
  }

  /// A name for each of the columns.
  void add_row(const std::string& prefix, const std::string& table, std::size_t row,
               const std::vector<std::string>& columns) {
    for (const std::string& column : columns) add(prefix + "_" + column, {table, row, column});
  }

  template <typename Rows>
  void add_rows(const std::string& prefix, const std::string& table, const Rows& rows,
                const std::vector<std::string>& columns) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      add_row(prefix + "_" + name_part(rows[i].id), table, i, columns);
    }
  }

  const DocumentIndex& index() const { return index_; }
  std::vector<FigureName> all() { return std::move(names_); }

 private:
  const DocumentIndex index_;
  std::set<std::string> taken_;
  std::vector<FigureName> names_;
};

void add_persons(Names& names) {
  names.add("persons_total_cumulative", {"participants", 0, "cumulative"});
  names.add("persons_women_cumulative", {"participants", 1, "cumulative"});
  names.add("persons_men_cumulative", {"participants", 2, "cumulative"});
  names.add("persons_active", {"participants", 3, "cumulative"});
  names.add("persons_exited", {"participants", 4, "cumulative"});
  if (const auto total = names.index().total_row("by_age")) {
    for (const std::string sex : {"total", "women", "men"}) {
      names.add("persons_" + sex + "_period", {"by_age", *total, "period_" + sex});
    }
  }
}

void add_money(Names& names, const Figures& figures) {
  const std::vector<std::string> of_source = {"agreed", "period", "cumulative", "remaining",
                                              "used_percent"};
  if (const auto total = names.index().total_row("sources")) {
    names.add_row("financing", "sources", *total, of_source);
  }
  names.add_rows("source", "sources", figures.sources, of_source);
  names.add_row("expenditure_direct", "costs", 0, {"period", "cumulative"});
  names.add_row("expenditure_indirect", "costs", 1, {"period", "cumulative"});
  names.add_row("expenditure_total", "costs", 2, {"period", "cumulative"});
  names.add_rows("task", "tasks", figures.tasks, {"planned", "period", "cumulative", "remaining"});
  names.add_rows("category", "categories", figures.categories, {"period", "cumulative"});
  names.add_rows("claim", "claims", figures.claims, {"eligible"});
}

void add_indicators(Names& names, const Figures& figures) {
  for (std::size_t i = 0; i < figures.indicators.size(); ++i) {
    const std::string prefix = "indicator_" + name_part(figures.indicators[i].id) + "_";
    for (const std::string of : {"target", "period", "cumulative", "achieved"}) {
      names.add(prefix + of, indicator_place(figures, i, of + "_total"));
      names.add(prefix + of + "_women", indicator_place(figures, i, of + "_women"));
      names.add(prefix + of + "_men", indicator_place(figures, i, of + "_men"));
    }
  }
}

}  // namespace

DocumentIndex::DocumentIndex(const Document& document) {
  for (const DocumentSection& section : document.sections) {
    for (const Table& table : section.tables) tables_.emplace(table.id, &table);
  }
}

const Table* DocumentIndex::table(std::string_view id) const {
  const auto found = tables_.find(id);
  return found == tables_.end() ? nullptr : found->second;
}

bool DocumentIndex::has(const CellPlace& place) const {
  const Table* const found = table(place.table);
  return found != nullptr && place.row < found->row_count() &&
         std::any_of(found->columns.begin(), found->columns.end(),
                     [&](const TableColumn& column) { return column.id == place.column; });
}

std::optional<std::size_t> DocumentIndex::total_row(std::string_view id) const {
  const Table* const found = table(id);
  if (found == nullptr || found->rows.empty()) return std::nullopt;
  if (found->rows.back().role != RowRole::total) return std::nullopt;
  return found->row_count() - 1;
}

CellPlace indicator_place(const Figures& figures, std::size_t indicator, std::string column) {
  const Indicator::Kind kind = figures.indicators.at(indicator).kind;
  const auto row = static_cast<std::size_t>(
      std::count_if(figures.indicators.begin(),
                    figures.indicators.begin() + static_cast<std::ptrdiff_t>(indicator),
                    [&](const IndicatorFigures& each) { return each.kind == kind; }));
  return {indicator_table(kind), row, std::move(column)};
}

std::vector<FigureName> build_names(const Document& document, const Figures& figures) {
  Names names(document);
  add_persons(names);
  add_money(names, figures);
  add_indicators(names, figures);
  return names.all();
}

std::vector<CellNote> build_notes(const Figures& figures, const Words& words) {
  std::vector<CellNote> notes;
  const auto note = [&](CellPlace place, std::string text) {
    notes.push_back({std::move(place), std::move(text)});
  };
  if (!figures.sources.empty() && !figures.costs_suppressed) {
    note({"sources", 0, "period"}, words(Text::note_source_period));
    note({"sources", 0, "cumulative"}, words(Text::note_source_cumulative));
  }
  if (figures.flat_rate) {
    note({"costs", 1, "cumulative"}, flat_rate_text(*figures.flat_rate, words));
  }
  for (std::size_t i = 0; i < figures.indicators.size(); ++i) {
    const IndicatorFigures& indicator = figures.indicators[i];
    if (const std::string& rule = indicator.rule.in(words.language()); !rule.empty()) {
      note(indicator_place(figures, i, "cumulative_total"),
           words(Text::note_indicator_rule, {rule}));
    }
    if (indicator.achieved && !is_percentage(indicator.count)) {
      note(indicator_place(figures, i, "achieved_total"), words(Text::note_achieved));
    }
  }
  note({"participants", 0, "cumulative"}, words(Text::note_persons));
  return notes;
}

}  // namespace euproj::parts
