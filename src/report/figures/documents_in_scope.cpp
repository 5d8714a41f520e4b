#include "report/figures/documents_in_scope.hpp"

namespace euproj {

bool RowsInScope::has(const ExpenditureRow& row) const {
  if (!scope_.claim) return scope_.period.contains(row.paid);
  return is_known(row) && claims_.position_of(row) == scope_.claim;
}

bool RowsInScope::has_by_its_end(const ExpenditureRow& row) const {
  if (!scope_.claim) return row.paid <= scope_.period.last;
  const std::optional<std::size_t> claim = claims_.position_of(row);
  return is_known(row) && claim && *claim <= *scope_.claim;
}

bool RowsInScope::is_known(const ExpenditureRow& row) const {
  return !scope_.known_on || row.paid <= *scope_.known_on;
}

DocumentFigures document_of(const Codes& codes, const SourceSet& sources,
                            const ExpenditureRow& row) {
  DocumentFigures made;
  made.document = codes.documents.text(row.document);
  made.book = codes.books.text(row.book);
  made.issuer = codes.issuers.text(row.issuer);
  made.issued = row.issued;
  made.paid = row.paid;
  made.task = codes.tasks.text(row.task);
  made.category = codes.categories.text(row.category);
  made.gross = row.gross.optional();
  made.net = row.net.optional();
  made.vat = row.vat.optional();
  made.eligible = row.eligible;
  made.grant = row.grant.optional();
  made.corrects = codes.documents.text(row.corrects);
  made.description = codes.descriptions.text(row.description);
  made.partner = codes.partners.text(row.partner);
  made.source = codes.sources.text(row.source);
  made.evidence = codes.descriptions.text(row.evidence);
  made.file = sources.file(row.origin.file).path;
  made.line = row.origin.line;
  return made;
}

}  // namespace euproj
