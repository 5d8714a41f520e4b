#include "report/figures/claim_figures.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "euproj/model/money_rules.hpp"

namespace euproj {
namespace {

std::string place_text(const SourceSet& sources, Origin origin) {
  return sources.file(origin.file).path + ":" + std::to_string(origin.line);
}

ClaimDocumentFigures document_of(const Codes& codes, const SourceSet& sources,
                                 const ExpenditureRow& row) {
  ClaimDocumentFigures made;
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
  made.file = sources.file(row.origin.file).path;
  made.line = row.origin.line;
  return made;
}

}  // namespace

void add_corrections(const Dossier& dossier, const SourceSet& sources, Figures& figures) {
  const std::vector<Date> claim_days = last_days_of_claims(dossier);
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    if (row.corrects == no_code) continue;
    const Date day = accounting_day(row, claim_days);
    if (!figures.period.contains(day)) continue;
    figures.corrections.push_back({std::string(dossier.codes.documents.text(row.document)),
                                   std::string(dossier.codes.documents.text(row.corrects)), day,
                                   std::string(dossier.codes.tasks.text(row.task)), row.eligible,
                                   place_text(sources, row.origin)});
  }
  std::stable_sort(figures.corrections.begin(), figures.corrections.end(),
                   [](const CorrectionFigures& a, const CorrectionFigures& b) {
                     return std::tie(a.day, a.document) < std::tie(b.day, b.document);
                   });
}

void add_claim_report(const Dossier& dossier, const SourceSet& sources, const Claim& claim,
                      Figures& figures) {
  ClaimReportFigures made;
  made.id = claim.id;
  made.status = claim.status;
  const std::vector<Date> claim_days = last_days_of_claims(dossier);
  std::map<std::pair<Code, Code>, MoneyFigures> lines;
  std::vector<std::uint32_t> rows;  // of the claim
  const auto& expenditures = dossier.logs.expenditures;
  for (std::uint32_t at = 0; at < expenditures.size(); ++at) {
    const ExpenditureRow row = expenditures[at];
    const Date day = accounting_day(row, claim_days);
    if (day > figures.period.last) continue;
    MoneyFigures& line = lines[{row.task, row.category}];
    line.cumulative += row.eligible;
    if (day < figures.period.first) continue;
    line.period += row.eligible;
    rows.push_back(at);
  }
  const std::size_t documents = rows.size();
  made.documents = {documents, [&dossier, &sources, rows = std::move(rows)](std::size_t at) {
                      return document_of(dossier.codes, sources,
                                         dossier.logs.expenditures[rows[at]]);
                    }};
  for (const auto& [key, money] : lines) {
    made.lines.push_back({std::string(dossier.codes.tasks.text(key.first)),
                          std::string(dossier.codes.categories.text(key.second)), money});
  }
  figures.claim = std::move(made);
}

void add_unclaimed(const Dossier& dossier, Figures& figures) {
  if (dossier.project.claims.empty()) return;
  const Date last = last_claimed_day(dossier.project);
  const std::vector<Date> claim_days = last_days_of_claims(dossier);
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    const Date day = accounting_day(row, claim_days);
    if (day <= last || day > figures.period.last) continue;
    figures.unclaimed += row.eligible;
    ++figures.unclaimed_documents;
  }
}

}  // namespace euproj
