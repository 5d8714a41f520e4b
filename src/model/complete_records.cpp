#include "euproj/model/complete_records.hpp"

#include <algorithm>

namespace euproj {

std::vector<RecordField> missing_fields(const ParticipantRow& row, Completeness needed) {
  std::vector<RecordField> missing;
  for (const RecordFieldInfo& info : record_fields) {
    if (is_needed(info, needed) && !is_known(row, info.field)) missing.push_back(info.field);
  }
  return missing;
}

Completeness needed_records(const Condition& condition) {
  Completeness needed = condition.complete;
  for (const Condition& part : condition.all) {
    const Completeness also = needed_records(part);
    // A full record has sex and age.
    if (needed == Completeness::not_asked || also == Completeness::full) needed = also;
  }
  return needed;
}

Condition without_needed_records(Condition condition) {
  condition.complete = Completeness::not_asked;
  for (Condition& part : condition.all) part = without_needed_records(std::move(part));
  return condition;
}

}  // namespace euproj
