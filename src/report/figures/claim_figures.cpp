#include <algorithm>
#include <map>
#include <tuple>

#include "euproj/calc/costs.hpp"
#include "euproj/model/documents.hpp"
#include "euproj/model/money_rules.hpp"
#include "report/figures/add_figures.hpp"
#include "report/figures/documents_in_scope.hpp"

namespace euproj {
namespace {

std::string place_text(const SourceSet& sources, Origin origin) {
  return sources.file(origin.file).path + ":" + std::to_string(origin.line);
}

}  // namespace

void add_corrections(const Dossier& dossier, const SourceSet& sources, const ReportScope& scope,
                     Figures& figures) {
  const RowsInScope rows(dossier, scope);
  const auto add = [&](const ExpenditureRow& row, std::string at) {
    figures.corrections.push_back({std::string(dossier.codes.documents.text(row.document)),
                                   std::string(dossier.codes.documents.text(row.corrects)),
                                   row.paid, std::string(dossier.codes.tasks.text(row.task)),
                                   row.eligible, std::move(at)});
  };
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    if (row.corrects == no_code || !rows.has(row)) continue;
    add(row, place_text(sources, row.origin));
  }
  const ClaimFinder claims(dossier);
  for (const ExpenditureRow& row : rows_of_decisions(dossier)) {
    if (!rows.has(row)) continue;
    const Place& place = claims.claim_of(row)->decided->place;
    add(row, sources.file(place.file).path + ":" + std::to_string(place.line));
  }
  std::stable_sort(figures.corrections.begin(), figures.corrections.end(),
                   [](const CorrectionFigures& a, const CorrectionFigures& b) {
                     return std::tie(a.day, a.document) < std::tie(b.day, b.document);
                   });
}

void add_claim_report(const Dossier& dossier, const SourceSet& sources, const ReportScope& scope,
                      Figures& figures) {
  const Claim& claim = dossier.project.claims.at(*scope.claim);
  ClaimReportFigures made;
  made.id = claim.id;
  made.status = claim.status;
  const RowsInScope in_scope(dossier, scope);
  std::map<std::pair<Code, Code>, MoneyFigures> lines;
  std::vector<std::uint32_t> rows;  // of the claim
  const auto add = [&](const ExpenditureRow& row) {
    if (!in_scope.has_by_its_end(row)) return false;
    MoneyFigures& line = lines[{row.task, row.category}];
    line.cumulative += row.eligible;
    if (!in_scope.has(row)) return false;
    line.period += row.eligible;
    return true;
  };
  const auto& expenditures = dossier.logs.expenditures;
  for (std::uint32_t at = 0; at < expenditures.size(); ++at) {
    if (add(expenditures[at])) rows.push_back(at);
  }
  for (const ExpenditureRow& row : rows_of_decisions(dossier)) add(row);
  const auto add_form = [&](const std::string& task, const std::string& category,
                            const MoneyFigures& money) {
    if (money.cumulative.is_zero() && money.period.is_zero()) return;
    MoneyFigures& line =
        lines[{dossier.codes.tasks.find(task), dossier.codes.categories.find(category)}];
    line.period += money.period;
    line.cumulative += money.cumulative;
  };
  for (const LumpSumFigures& sum : figures.lump_sums) add_form(sum.task, {}, sum.eligible);
  for (const UnitCostFigures& cost : figures.unit_costs) {
    add_form(cost.task, cost.category, cost.eligible);
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

void add_on_the_way(const Dossier& dossier, Figures& figures) {
  if (dossier.project.claims.empty()) return;
  const OnTheWay found = compute_on_the_way(dossier, figures.period.last);
  OnTheWayFigures made;
  std::vector<std::pair<Waiting, std::uint32_t>> all;
  const auto add = [&](Waiting state, const OnTheWay::Part& part) {
    OnTheWayFigures::Part figure{state, part.amount, {}};
    for (const std::uint32_t at : part.rows) {
      figure.documents.push_back(
          dossier.codes.documents.text(dossier.logs.expenditures[at].document));
      all.emplace_back(state, at);
    }
    made.parts.push_back(std::move(figure));
  };
  add(Waiting::no_claim, found.no_claim);
  add(Waiting::later_claim, found.later_claim);
  add(Waiting::paid_outside, found.paid_outside);
  const std::size_t count = all.size();
  made.documents = {count, [&dossier, all = std::move(all)](std::size_t at) {
                      const auto [state, position] = all[at];
                      const ExpenditureRow row = dossier.logs.expenditures[position];
                      const Codes& codes = dossier.codes;
                      return WaitingDocument{state,
                                             codes.documents.text(row.document),
                                             row.paid,
                                             codes.claims.text(row.claim),
                                             codes.tasks.text(row.task),
                                             row.eligible};
                    }};
  figures.on_the_way = std::move(made);
}

}  // namespace euproj
