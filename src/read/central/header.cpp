#include "read/central/header.hpp"

#include <algorithm>

#include "euproj/base/suggest.hpp"
#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"
#include "read/rows/header.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

std::vector<std::string> folded_names(const CsvRow& row) {
  std::vector<std::string> names;
  for (const CsvCell& cell : row.cells) names.push_back(folded(cell.text));
  return names;
}

/// Where the columns of the person begin: the institution's before them have the same labels.
std::size_t person_block(const Preset& preset, const std::vector<std::string>& names) {
  if (!preset.has_institution_block) return 0;
  const auto anchor = std::find(names.begin(), names.end(), label_in_person_block);
  return anchor == names.end() ? 0 : static_cast<std::size_t>(anchor - names.begin());
}

class PresetHeaderReader {
 public:
  PresetHeaderReader(const Preset& preset, const CsvRow& row, const DataFile& declared)
      : preset_(preset), row_(row), declared_(declared), names_(folded_names(row)) {
    for (const CsvCell& cell : row.cells) header_.names.push_back(shown(trimmed(cell.text)));
  }

  /// Null where only the known labels are to be counted.
  PresetHeader& find_columns(FileId file, Diagnostics* diagnostics) {
    file_ = file;
    diagnostics_ = diagnostics;
    map_declared();
    const std::size_t begin = person_block(preset_, names_);
    for (std::size_t at = 0; at < begin; ++at) find_project(at);
    std::size_t details = 0;
    for (std::size_t at = begin; at < names_.size(); ++at) {
      if (names_[at] == label_of_both_details) {
        if (++details > 2) continue;
        place(details == 1 ? PresetField::labour_detail : PresetField::subform, at);
        continue;
      }
      for (const PresetLabel& label : preset_labels()) {
        if (label.folded == names_[at]) place(label.field, at);
      }
    }
    return header_;
  }

  bool has_all_columns() {
    const PresetHeader& header = find_columns(no_file, nullptr);
    const auto has = [&](PresetField field) { return header.cell(field) > 0; };
    if (!std::all_of(preset_.needed.begin(), preset_.needed.end(), has)) return false;
    for (std::size_t i = 0; i < preset_field_count; ++i) {
      if (is_mapped(static_cast<PresetField>(i)) && header.cells[i] == 0) return false;
    }
    return true;
  }

  bool check_columns() {
    for (const PresetField field : preset_.needed) {
      if (header_.cell(field) == 0) report(Kind::preset_needs_column, field);
    }
    for (const PresetField field : preset_.expected) {
      if (header_.cell(field) == 0) report(Kind::preset_lacks_column, field);
    }
    return good_;
  }

 private:
  [[nodiscard]] bool is_mapped(PresetField field) const {
    return std::any_of(declared_.columns.begin(), declared_.columns.end(),
                       [&](const auto& entry) { return entry.first == preset_field(field).name; });
  }

  /// The project's columns stand before those of institutions and persons.
  void find_project(std::size_t at) {
    for (const PresetLabel& label : preset_labels()) {
      if (label.field == PresetField::project && label.folded == names_[at]) place(label.field, at);
    }
  }

  void map_declared() {
    for (std::size_t i = 0; i < preset_field_count; ++i) {
      const auto field = static_cast<PresetField>(i);
      for (const auto& [name, header] : declared_.columns) {
        if (name != preset_field(field).name) continue;
        const auto found = std::find(names_.begin(), names_.end(), folded(header));
        if (found != names_.end()) {
          header_.cells[i] = static_cast<std::uint16_t>(found - names_.begin() + 1);
        } else {
          report_mapping(name, header);
        }
      }
    }
  }

  void place(PresetField field, std::size_t at) {
    if (is_mapped(field)) return;
    std::uint16_t& known = header_.cells[static_cast<std::size_t>(field)];
    if (known == 0) {
      known = static_cast<std::uint16_t>(at + 1);
    } else if (diagnostics_ != nullptr) {
      diagnostics_->report(
          Kind::repeated_column,
          {file_, row_.line, row_.cells[at].column, 0, static_cast<std::uint32_t>(at + 1)},
          {header_.names[at], std::to_string(known)});
      good_ = false;
    }
  }

  void report_mapping(const std::string& name, const std::string& header) {
    if (diagnostics_ == nullptr) return;
    diagnostics_->report(Kind::mapped_header_missing, {file_, row_.line, 1},
                         {name, shown(header), nearest_header(header)});
    good_ = false;
  }

  void report(KindOf<4> kind, PresetField field) {
    if (is_mapped(field)) return;  // said by report_mapping
    const std::string label(preset_label(field));
    diagnostics_->report(kind, {file_, row_.line, 1},
                         {label, std::string(preset_.name), std::string(preset_field(field).name),
                          nearest_header(label)});
    if (kind == Kind::preset_needs_column) good_ = false;
  }

  [[nodiscard]] std::string nearest_header(std::string_view wanted) const {
    const std::vector<std::string_view> headers(header_.names.begin(), header_.names.end());
    const std::vector<std::string_view> known(names_.begin(), names_.end());
    const std::string_view near = nearest(folded(wanted), known);
    const auto found = std::find(known.begin(), known.end(), near);
    if (near.empty() || found == known.end()) return list_shown(headers, 8);
    return "`" + header_.names[static_cast<std::size_t>(found - known.begin())] + "`";
  }

  const Preset& preset_;
  const CsvRow& row_;
  const DataFile& declared_;
  std::vector<std::string> names_;  // folded
  PresetHeader header_;
  FileId file_ = no_file;
  Diagnostics* diagnostics_ = nullptr;
  bool good_ = true;
};

}  // namespace

std::string PresetHeader::name(PresetField field) const {
  const std::size_t at = cell(field);
  return at == 0 ? std::string(preset_field(field).name) : names[at - 1];
}

std::size_t count_known_labels(const Preset& preset, const DataFile& declared,
                               const CsvRow& header) {
  PresetHeaderReader reader(preset, header, declared);
  const auto& cells = reader.find_columns(no_file, nullptr).cells;
  return cells.size() - static_cast<std::size_t>(std::count(cells.begin(), cells.end(), 0));
}

bool has_needed_labels(const Preset& preset, const DataFile& declared, const CsvRow& row) {
  PresetHeaderReader reader(preset, row, declared);
  return reader.has_all_columns();
}

std::optional<PresetHeader> read_preset_header(const Preset& preset, const CsvRow& row,
                                               const DataFile& declared, FileId file,
                                               Diagnostics& diagnostics) {
  if (row.fault != CsvFault::none) {
    diagnostics.report(message_of(row.fault), {file, row.line, row.fault_column});
    return std::nullopt;
  }
  PresetHeaderReader reader(preset, row, declared);
  PresetHeader& header = reader.find_columns(file, &diagnostics);
  if (!reader.check_columns()) return std::nullopt;
  return std::move(header);
}

}  // namespace euproj
