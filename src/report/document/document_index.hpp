#pragma once
// The tables of a document by id.

#include <optional>
#include <string_view>
#include <unordered_map>

#include "euproj/report/document.hpp"

namespace euproj::parts {

/// Of a document that outlives it and keeps its sections.
class DocumentIndex {
 public:
  explicit DocumentIndex(const Document& document);

  [[nodiscard]] bool has(const CellPlace& place) const;
  [[nodiscard]] std::optional<std::size_t> total_row(std::string_view id) const;

 private:
  [[nodiscard]] const Table* table(std::string_view id) const;

  std::unordered_map<std::string_view, const Table*> tables_;
};

}  // namespace euproj::parts
