#pragma once
// Complete records: what of a person must be known before an indicator of ESF+ counts them
// (Art. 17(5) of 2021/1057). One rule for counting, its reasons, the checks and the list of gaps.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "euproj/model/logs.hpp"

namespace euproj {

enum class RecordField : std::uint8_t { sex, birth_date, labour_status, education };

struct RecordFieldInfo {
  RecordField field{};
  std::string_view name;  // of its column
  Column column{};
  Column also{};  // another column that says it: a PESEL has sex and birth date
  bool of_sex_and_age = false;
};

inline constexpr std::array<RecordFieldInfo, 4> record_fields = {{
    {RecordField::sex, "sex", Column::participants_sex, Column::participants_pesel, true},
    {RecordField::birth_date, "birth_date", Column::participants_birth_date,
     Column::participants_pesel, true},
    {RecordField::labour_status, "labour_status", Column::participants_labour_status,
     Column::participants_labour_status, false},
    {RecordField::education, "education", Column::participants_education,
     Column::participants_education, false},
}};

[[nodiscard]] constexpr const RecordFieldInfo& record_field_info(RecordField field) {
  return record_fields.at(static_cast<std::size_t>(field));
}
/// Whether a record without it is incomplete.
[[nodiscard]] constexpr bool is_needed(const RecordFieldInfo& info, Completeness needed) {
  return needed == Completeness::full ||
         (needed == Completeness::sex_and_age && info.of_sex_and_age);
}

[[nodiscard]] inline bool is_known(const ParticipantRow& row, RecordField field) {
  switch (field) {
    case RecordField::sex:
      return row.attribute(Attribute::sex) != no_code;
    case RecordField::birth_date:
      return row.born.known();
    case RecordField::labour_status:
      return row.attribute(Attribute::labour_status) != no_code;
    case RecordField::education:
      return row.attribute(Attribute::education) != no_code;
  }
  return false;
}

/// Of the row that gives a person's attributes.
[[nodiscard]] inline bool is_complete(const ParticipantRow& row, Completeness needed) {
  for (const RecordFieldInfo& info : record_fields) {
    if (is_needed(info, needed) && !is_known(row, info.field)) return false;
  }
  return true;
}
[[nodiscard]] std::vector<RecordField> missing_fields(const ParticipantRow& row,
                                                      Completeness needed);

/// What the condition asks of a record before all else; not what stands under `any` or `not`.
[[nodiscard]] Completeness needed_records(const Condition& condition);
/// The condition that does not ask for it.
[[nodiscard]] Condition without_needed_records(Condition condition);

}  // namespace euproj
