#pragma once
// PresetHeader: which cell of a central system's file holds which field.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "euproj/model/data_file.hpp"
#include "euproj/words/diagnostics.hpp"
#include "read/central/preset.hpp"
#include "read/csv/csv_scanner.hpp"

namespace euproj {

struct PresetHeader {
  std::array<std::uint16_t, preset_field_count> cells{};  // 1-based, 0: the file has no such column
  std::vector<std::string> names;                         // by cell, as the file writes them

  [[nodiscard]] std::size_t width() const { return names.size(); }
  [[nodiscard]] std::uint16_t cell(PresetField field) const {
    return cells[static_cast<std::size_t>(field)];
  }
  /// As the file writes it; the field's own name when the file has no such column.
  [[nodiscard]] std::string name(PresetField field) const;
};

/// How many labels of a header row are known: what tells the delimiter.
[[nodiscard]] std::size_t count_known_labels(const Preset& preset, const DataFile& declared,
                                             const CsvRow& header);

/// Whether a row has the label of every field that is needed, and every header that is mapped.
[[nodiscard]] bool has_needed_labels(const Preset& preset, const DataFile& declared,
                                     const CsvRow& row);

/// Nothing when a needed column is missing or a mapping of `columns:` leads nowhere. Unknown
/// columns are not reported: these systems add and rename what no figure needs.
[[nodiscard]] std::optional<PresetHeader> read_preset_header(const Preset& preset,
                                                             const CsvRow& row,
                                                             const DataFile& declared, FileId file,
                                                             Diagnostics& diagnostics);

}  // namespace euproj
