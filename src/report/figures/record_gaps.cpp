// "Braki": whose records are incomplete, and what of them is missing (src/calc/README.md#complete).

#include "euproj/model/complete_records.hpp"
#include "euproj/report/build_figures.hpp"

namespace euproj {

void build_gaps(const Dossier& dossier, const SourceSet& sources, Figures& figures) {
  const Completeness needed = dossier.project.records;
  if (needed == Completeness::not_asked) return;
  std::vector<GapFigures>& gaps = figures.gaps.emplace();
  for (const Person& person : dossier.people.persons) {
    const ParticipantRow& record = attributes_of(dossier.logs, person);
    if (!person.start.known() || person.start > figures.period.last) continue;
    if (is_complete(record, needed)) continue;
    GapFigures gap;
    gap.key = shown_person_id(dossier.codes, dossier.logs, dossier.people, person);
    gap.at = sources.file(record.origin.file).path + ":" + std::to_string(record.origin.line);
    for (const RecordField field : missing_fields(record, needed)) {
      gap.missing.emplace_back(record_field_info(field).name);
    }
    gaps.push_back(std::move(gap));
  }
}

}  // namespace euproj
