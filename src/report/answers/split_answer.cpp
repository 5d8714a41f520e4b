#include "euproj/report/split_answer.hpp"

#include "euproj/words/texts.hpp"
#include "report/parts/typed_table.hpp"

namespace euproj {

std::vector<SplitAnswer> build_split_answers(const Project& project,
                                             std::span<const Money> amounts) {
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
  const parts::Words words(language);
  parts::TypedTable<SplitAnswer> table(words, "splits");
  table.column("amount", Text::split_amount, &SplitAnswer::amount);
  const auto& sources = project.financing.latest().sources;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    table.column(sources[i].id, sources[i].id,
                 [i](const SplitAnswer& answer) { return answer.sources[i].second; });
  }
  table.rows(answers);
  Document document;
  document.title = project.title.in(language);
  document.language = language;
  document.currency = project.currency;
  document.sections.push_back(parts::section_of("split", words(Text::split_title)));
  document.sections.back().tables.push_back(table.take());
  return document;
}

}  // namespace euproj
