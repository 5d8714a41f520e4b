#include <algorithm>
#include <optional>

#include "euproj/words/texts.hpp"
#include "report/document/sections.hpp"

namespace euproj::parts {
namespace {

class Checks {
 public:
  Checks(const Document& document, const Figures& figures, const Words& words)
      : document_(document), figures_(figures), words_(words) {}

  std::vector<AgreementCheck> all() {
    // In costs: direct, indirect, eligible.
    for (const char* const id : {"period", "cumulative"}) {
      add(words_(Text::check_sources, {heading("costs", id)}), items("sources", id),
          {{"costs", 2, id}});
      add(words_(Text::check_costs, {heading("costs", id)}), {{"costs", 0, id}, {"costs", 1, id}},
          {{"costs", 2, id}});
      add(words_(Text::check_tasks, {heading("costs", id)}), items("tasks", id),
          {{"costs", 0, id}});
      add_where_complete(words_(Text::check_categories, {heading("costs", id)}),
                         items("categories", id), {{"costs", 0, id}});
      add(words_(Text::check_partners, {heading("costs", id)}), items("partners", id),
          {{"costs", 2, id}});
    }
    add_rows(Text::check_partner, "partners", sources_of("partners"), "cumulative");
    add_rows(Text::check_claim_before, "claim_sources", {"before", "claim"}, "cumulative");
    add_rows(Text::check_claim, "claims", sources_of("claims"), "eligible");
    // In participants: all, women, men.
    add_where_complete(words_(Text::check_sexes),
                       {{"participants", 1, "cumulative"}, {"participants", 2, "cumulative"}},
                       {{"participants", 0, "cumulative"}});
    add(words_(Text::check_ages), items("by_age", "cumulative_total"),
        {{"participants", 0, "cumulative"}});
    for (const char* const id : {"by_group", "by_labour_status", "by_education"}) {
      add_where_complete(words_(Text::check_breakdown, {title(id)}), items(id, "cumulative_total"),
                         {{"participants", 0, "cumulative"}});
    }
    for (const Indicator::Kind kind : {Indicator::Kind::output, Indicator::Kind::result}) {
      for (const char* const step : {"period", "cumulative"}) {
        add_rows_where_complete(Text::check_indicator_sexes, indicator_table(kind),
                                {std::string(step) + "_women", std::string(step) + "_men"},
                                std::string(step) + "_total", heading("costs", step));
      }
    }
    add_rates();
    return std::move(checks_);
  }

 private:
  /// A source with a rate has that part of the costs, and the flat rate its own: where amendments
  /// or documents make it another, there is nothing to recompute.
  void add_rates() {
    const auto add_share = [&](std::string name, Rate rate, Rounding rounding, CellPlace base,
                               CellPlace whole) {
      const auto amount = sum({base});
      if (!amount || !sum({whole})) return;
      const Money share = share_of(Money::minor(*amount), rate, rounding);
      if (share.minor_units() != *sum({whole})) return;
      checks_.push_back({std::move(name),
                         {},
                         {std::move(whole)},
                         {},
                         CheckedShare{rate, rounding, std::move(base), share}});
    };
    for (std::size_t row = 0; row < figures_.sources.size(); ++row) {
      const SourceFigures& source = figures_.sources[row];
      if (!source.rate) continue;
      add_share(words_(Text::check_source_rate,
                       {source_label(words_, figures_, source), share_text(words_, source)}),
                *source.rate, source.rounding, {"costs", 2, "cumulative"},
                {"sources", row, "cumulative"});
    }
    if (!figures_.flat_rate) return;
    add_share(words_(Text::check_flat_rate, {figures_.flat_rate->rate.percent_text() + " %"}),
              figures_.flat_rate->rate, figures_.flat_rate->rounding, {"costs", 0, "cumulative"},
              {"costs", 1, "cumulative"});
  }

  std::string title(const std::string& table_id) const {
    const Table* const found = table(table_id);
    return found == nullptr ? std::string() : found->title;
  }

  /// "In period" -> "in period"; headings begin with a letter of ASCII in both languages.
  static std::string within_sentence(std::string heading) {
    char& first = heading.front();
    if (first >= 'A' && first <= 'Z') first = static_cast<char>(first - 'A' + 'a');
    return heading;
  }

  const Table* table(const std::string& id) const {
    for (const DocumentSection& section : document_.sections) {
      for (const Table& each : section.tables) {
        if (each.id == id) return &each;
      }
    }
    return nullptr;
  }

  std::string heading(const std::string& table_id, const std::string& column_id) const {
    const Table* found = table(table_id);
    if (found == nullptr) return {};
    for (const TableColumn& each : found->columns) {
      if (each.id == column_id) return within_sentence(each.heading);
    }
    return {};
  }

  std::vector<CellPlace> items(const std::string& table_id, const std::string& column_id) const {
    std::vector<CellPlace> places;
    const Table* found = table(table_id);
    if (found == nullptr) return places;
    for (std::size_t row = 0; row < found->rows.size(); ++row) {
      if (found->rows[row].role == RowRole::item) places.push_back({table_id, row, column_id});
    }
    return places;
  }

  std::vector<std::string> sources_of(const std::string& table_id) const {
    std::vector<std::string> ids;
    const Table* found = table(table_id);
    if (found == nullptr) return ids;
    for (const TableColumn& each : found->columns) {
      if (each.id.starts_with("source_")) ids.push_back(each.id);
    }
    return ids;
  }

  /// In units of the cells; none where a cell is missing or no number.
  std::optional<std::int64_t> sum(const std::vector<CellPlace>& places) const {
    std::int64_t total = 0;
    for (const CellPlace& place : places) {
      const Table* found = table(place.table);
      if (found == nullptr || place.row >= found->rows.size()) return std::nullopt;
      const auto column =
          std::find_if(found->columns.begin(), found->columns.end(),
                       [&](const TableColumn& each) { return each.id == place.column; });
      if (column == found->columns.end()) return std::nullopt;
      const auto index = static_cast<std::size_t>(column - found->columns.begin());
      const CellValue& value = found->rows[place.row].cells[index].value;
      if (const auto* money = std::get_if<Money>(&value)) {
        total = checked_add(total, money->minor_units());
      } else if (const auto* count = std::get_if<Quantity>(&value)) {
        total = checked_add(total, count->scaled_units());
      } else {
        return std::nullopt;
      }
    }
    return total;
  }

  void add(std::string name, std::vector<CellPlace> parts, std::vector<CellPlace> whole) {
    if (parts.empty() || !sum(parts) || !sum(whole)) return;
    checks_.push_back({std::move(name), std::move(parts), std::move(whole)});
  }

  void add_where_complete(std::string name, std::vector<CellPlace> parts,
                          std::vector<CellPlace> whole) {
    if (sum(parts) == sum(whole)) add(std::move(name), std::move(parts), std::move(whole));
  }

  void add_rows(TextOf<1> name, const std::string& table_id, const std::vector<std::string>& parts,
                const std::string& whole) {
    for (const CellPlace& place : items(table_id, whole)) {
      std::vector<CellPlace> summed;
      for (const std::string& part : parts) summed.push_back({table_id, place.row, part});
      const auto* label =
          std::get_if<std::string>(&table(table_id)->rows[place.row].cells[0].value);
      add(words_(name, {label == nullptr ? std::string() : *label}), std::move(summed), {place});
    }
  }

  void add_rows_where_complete(TextOf<2> name, const std::string& table_id,
                               const std::vector<std::string>& parts, const std::string& whole,
                               const std::string& step) {
    for (const CellPlace& place : items(table_id, whole)) {
      std::vector<CellPlace> summed;
      for (const std::string& part : parts) summed.push_back({table_id, place.row, part});
      const auto* label =
          std::get_if<std::string>(&table(table_id)->rows[place.row].cells[0].value);
      add_where_complete(words_(name, {label == nullptr ? std::string() : *label, step}),
                         std::move(summed), {place});
    }
  }

  const Document& document_;
  const Figures& figures_;
  const Words& words_;
  std::vector<AgreementCheck> checks_;
};

}  // namespace

std::vector<AgreementCheck> build_agreement_checks(const Document& document, const Figures& figures,
                                                   const Words& words) {
  return Checks(document, figures, words).all();
}

}  // namespace euproj::parts
