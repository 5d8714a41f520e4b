#include "euproj/report/split_answer.hpp"

#include "euproj/words/texts.hpp"

namespace euproj {

std::vector<SplitAnswer> build_split_answers(const Project& project, std::span<const Money> amounts) {
  const Financing& financing = project.financing.latest();
  std::vector<SplitAnswer> answers;
  for (const Money amount : amounts) {
    const std::vector<Money> shares = financing.shares(amount);
    SplitAnswer answer{amount, {}};
    for (std::size_t i = 0; i < shares.size(); ++i) {
      answer.sources.emplace_back(financing.sources[i].id, shares[i]);
    }
    answers.push_back(std::move(answer));
  }
  return answers;
}

Document build_split_document(const std::vector<SplitAnswer>& answers, const Project& project,
                              Language language) {
  Table table;
  table.id = "splits";
  table.columns.push_back(
      {"amount", std::string(text(Text::split_amount, language)), ColumnKind::money});
  for (const FundingSource& source : project.financing.latest().sources) {
    table.columns.push_back({source.id, source.id, ColumnKind::money});
  }
  for (const SplitAnswer& answer : answers) {
    TableRow row;
    row.cells.emplace_back(answer.amount);
    for (const auto& [id, share] : answer.sources) row.cells.emplace_back(share);
    table.rows.push_back(std::move(row));
  }
  DocumentSection section;
  section.id = "split";
  section.title = text(Text::split_title, language);
  section.tables.push_back(std::move(table));
  Document document;
  document.title = project.title.in(language);
  document.language = language;
  document.currency = project.currency;
  document.sections.push_back(std::move(section));
  return document;
}

}  // namespace euproj
