#pragma once
// Preset: what is known of a file of a central system: its columns by label, and what its dates
// look like (schemas/README.md#data_file).
//
// Columns are found by their labels, never by position; two columns of one label are told apart by
// their order. A label that a user's file writes otherwise is named in `columns:`, a word in
// `values:`, both by the names of fields.def.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/base/utf8.hpp"

namespace euproj {

enum class PresetField : std::uint8_t {
#define EUPROJ_PRESET_FIELD(name, list, privacy) name,
#include "read/central/fields.def"
#undef EUPROJ_PRESET_FIELD
};
// One more for each row of the table: NOLINTNEXTLINE(bugprone-macro-parentheses)
#define EUPROJ_PRESET_FIELD(name, list, privacy) +1
inline constexpr std::size_t preset_field_count = 0
#include "read/central/fields.def"
    ;
#undef EUPROJ_PRESET_FIELD

enum class InCell : std::uint8_t { one, list };  // a list is joined by `|`

struct PresetFieldInfo {
  std::string_view name;
  InCell values{};
  bool is_personal = false;
};

/// What 3/4/2025 is where nothing in the file tells.
enum class SlashDates : std::uint8_t { day_first, unknown };

struct Preset {
  std::string_view name;  // of `preset:`
  SlashDates slashes{};
  bool has_institution_block = false;  // its labels repeat those of the person, and stand before
  std::span<const PresetField> needed;
  std::span<const PresetField> expected;  // a file without one of them is read, with a warning
};

/// Null when there is no such preset; the field table allows none.
[[nodiscard]] const Preset* find_preset(std::string_view name);

[[nodiscard]] const PresetFieldInfo& preset_field(PresetField field);
[[nodiscard]] std::span<const PresetFieldInfo> preset_fields();  // by PresetField

struct PresetLabel {
  PresetField field{};
  std::string folded;  // as `folded` of base/utf8.hpp gives it
};
[[nodiscard]] const std::vector<PresetLabel>& preset_labels();

/// The system's label of a field, to name what to look for.
[[nodiscard]] std::string_view preset_label(PresetField field);

/// The label of two columns: the first is labour_detail, the second subform.
inline constexpr std::string_view label_of_both_details = "w tym";
/// It stands in the person block only (src/read/central/README.md#labels).
inline constexpr std::string_view label_in_person_block = "rodzaj uczestnika";

/// Trimmed; empty members stay, a blank cell has none.
[[nodiscard]] inline std::vector<std::string_view> members_of(std::string_view cell) {
  std::vector<std::string_view> members;
  cell = trimmed(cell);
  while (!cell.empty()) {
    const std::size_t end = cell.find('|');
    members.push_back(trimmed(cell.substr(0, end)));
    if (end == std::string_view::npos) break;
    cell.remove_prefix(end + 1);
    if (cell.empty()) members.emplace_back();  // "a|" has two members
  }
  return members;
}

}  // namespace euproj
