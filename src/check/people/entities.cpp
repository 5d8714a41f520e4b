#include "euproj/model/entities.hpp"

#include <string>

#include "check/check_list.hpp"
#include "check/nip_finding.hpp"
#include "euproj/core/nip.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

/// `member` of a later row against that of the earliest row that says it.
template <typename Word>
void check_word(const Dossier& dossier, const Entity& entity, Word EntityRow::*member,
                const std::array<std::string_view, 4>& names, Column column,
                Diagnostics& diagnostics) {
  const auto name = [&](Word word) {
    return std::string(names.at(static_cast<std::size_t>(word) - 1));
  };
  const EntityRow* first = nullptr;
  for (const std::uint32_t at : entity.rows) {
    const EntityRow& row = dossier.logs.entities[at];
    const Word is = row.*member;
    if (is == Word::unknown) continue;
    if (first == nullptr) first = &row;
    if (is == first->*member) continue;
    diagnostics.report(Kind::entity_differs, dossier.logs.place(row.origin, column),
                       {std::string(column_info(column).name), name(is),
                        dossier.logs.place(first->origin, column), name(first->*member)});
  }
}

}  // namespace

void check_entities(const Dossier& dossier, Diagnostics& diagnostics) {
  for (const EntityRow& row : dossier.logs.entities) {
    const std::string key = nip_key(dossier.codes.issuers.text(row.nip));
    if (const auto fault = nip_fault(key)) {
      report_nip(dossier, *fault, key, row.origin, Column::entities_nip, diagnostics);
    }
  }
  for (const Entity& entity : group_entities(dossier.logs, dossier.codes)) {
    check_word(dossier, entity, &EntityRow::kind, entity_kinds, Column::entities_kind, diagnostics);
    check_word(dossier, entity, &EntityRow::size, entity_sizes, Column::entities_size, diagnostics);
  }
}

}  // namespace euproj
