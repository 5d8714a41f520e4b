#pragma once
// What refers to the figures of a document: names for scripts, notes of cells, and where they
// stand.

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "euproj/report/document.hpp"
#include "euproj/report/figures.hpp"
#include "report/parts/words.hpp"

namespace euproj::parts {

/// The tables of a document by id. The document outlives it and keeps its sections.
class DocumentIndex {
 public:
  explicit DocumentIndex(const Document& document);

  [[nodiscard]] bool has(const CellPlace& place) const;
  /// Its position, where the table ends with a total.
  [[nodiscard]] std::optional<std::size_t> total_row(std::string_view table_id) const;

 private:
  [[nodiscard]] const Table* table(std::string_view id) const;

  std::unordered_map<std::string_view, const Table*> tables_;
};

/// Where an indicator stands; `column` is one of "cumulative_total", "target_women", ...
[[nodiscard]] CellPlace indicator_place(const Figures& figures, std::size_t indicator,
                                        std::string column);

/// "indicator_P1_cumulative": from the ids of the figures, the same in every language and period.
/// What the document does not show has no name.
[[nodiscard]] std::vector<FigureName> build_names(const Document& document, const Figures& figures);

/// The rules behind figures.
[[nodiscard]] std::vector<CellNote> build_notes(const Figures& figures, const Words& words);

}  // namespace euproj::parts
