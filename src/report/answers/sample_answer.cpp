#include "euproj/report/sample_answer.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "euproj/calc/sampling.hpp"
#include "euproj/model/documents.hpp"
#include "euproj/model/money_rules.hpp"
#include "euproj/words/texts.hpp"
#include "report/parts/typed_table.hpp"

namespace euproj {
namespace {

/// The document that a chain of corrections begins with; a circle, which is an error, ends it.
std::uint32_t root_of(const Documents& documents, const Dossier& dossier, std::uint32_t document) {
  std::set<std::uint32_t> seen;
  while (seen.insert(document).second) {
    const LoggedDocument& logged = documents.all()[document];
    if (!logged.corrects) break;
    const auto corrected = documents.corrected_by(dossier.logs.expenditures[logged.rows.front()]);
    if (!corrected) break;
    document = corrected->document;
  }
  return document;
}

class Population {
 public:
  Population(const Dossier& dossier, const SourceSet& sources, const SampleRequest& request)
      : dossier_(dossier), sources_(sources), request_(request), claims_(dossier) {}

  [[nodiscard]] std::vector<SampledItem> documents() const {
    const Documents documents(dossier_);
    const auto& rows = dossier_.logs.expenditures;
    std::vector<SampledItem> items;
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_root;
    std::vector<bool> is_joined(rows.size());
    for (std::uint32_t at = 0; at < documents.all().size(); ++at) {
      std::vector<std::uint32_t>& joined = by_root[root_of(documents, dossier_, at)];
      for (const std::uint32_t row : documents.all()[at].rows) {
        joined.push_back(row);
        is_joined[row] = true;
      }
    }
    for (auto& [root, joined] : by_root) {
      add(documents.all()[root].rows.front(), joined, items);
    }
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      if (!is_joined[row]) add(row, {row}, items);
    }
    return sorted(std::move(items));
  }

  [[nodiscard]] std::vector<SampledItem> participants() const {
    std::vector<SampledItem> items;
    for (const Person& person : dossier_.people.persons) {
      if (!person.start.known() || !request_.period.contains(person.start)) continue;
      SampledItem item;
      item.key = shown_person_id(dossier_.codes, dossier_.logs, dossier_.people, person);
      for (const std::uint32_t row : dossier_.people.participations(person)) {
        item.at.push_back(place(dossier_.logs.participants[row].origin));
      }
      items.push_back(std::move(item));
    }
    return sorted(std::move(items));
  }

 private:
  [[nodiscard]] bool is_in_scope(const ExpenditureRow& row) const {
    if (!request_.claim) return request_.period.contains(row.paid);
    return claims_.position_of(row) == request_.claim;
  }

  /// Rows of one document, its corrections with it, as far as they lie in the scope.
  void add(std::uint32_t named_by, std::vector<std::uint32_t> rows,
           std::vector<SampledItem>& items) const {
    std::sort(rows.begin(), rows.end());
    SampledItem item;
    Money amount;
    for (const std::uint32_t at : rows) {
      const ExpenditureRow row = dossier_.logs.expenditures[at];
      if (!is_in_scope(row)) continue;
      amount += row.eligible;
      item.at.push_back(place(row.origin));
    }
    if (amount <= Money()) return;
    item.amount = amount;
    item.key = dossier_.codes.documents.text(dossier_.logs.expenditures[named_by].document);
    items.push_back(std::move(item));
  }

  [[nodiscard]] std::string place(Origin origin) const {
    return sources_.file(origin.file).path + ":" + std::to_string(origin.line);
  }

  /// By key, those of one key by where they stand: the order does not depend on that of the rows.
  static std::vector<SampledItem> sorted(std::vector<SampledItem> items) {
    std::sort(items.begin(), items.end(), [](const SampledItem& a, const SampledItem& b) {
      return std::tie(a.key, a.amount, a.at) < std::tie(b.key, b.amount, b.at);
    });
    return items;
  }

  const Dossier& dossier_;
  const SourceSet& sources_;
  const SampleRequest& request_;
  ClaimFinder claims_;
};

void draw(const std::vector<SampledItem>& population, SampleAnswer& answer) {
  const SampleRequest& request = answer.request;
  if (request.method == SampleMethod::random) {
    for (const std::size_t at : draw_at_random(population.size(), request.size, request.seed)) {
      answer.items.push_back(population[at]);
    }
    return;
  }
  std::vector<Money> amounts;
  for (const SampledItem& item : population) amounts.push_back(*item.amount);
  const MonetarySample sample = draw_by_money(amounts, request.size, request.seed);
  answer.rest = sample.rest;
  answer.points = sample.points;
  if (sample.points > 0) {
    answer.interval =
        Money::minor(sample.rest.minor_units() / static_cast<std::int64_t>(sample.points));
  }
  for (std::size_t at = 0; at < population.size(); ++at) {
    const bool is_whole = std::binary_search(sample.whole.begin(), sample.whole.end(), at);
    if (!is_whole && !std::binary_search(sample.drawn.begin(), sample.drawn.end(), at)) continue;
    answer.items.push_back(population[at]);
    answer.items.back().whole = is_whole;
  }
}

}  // namespace

SampleAnswer build_sample(const Dossier& dossier, const SourceSet& sources,
                          const SampleRequest& request) {
  SampleAnswer answer;
  answer.request = request;
  answer.project = dossier.project.id;
  answer.title = dossier.project.title.polish;
  answer.currency = dossier.project.currency;
  const Population population(dossier, sources, request);
  const std::vector<SampledItem> items =
      request.of == SampleOf::documents ? population.documents() : population.participants();
  answer.population = items.size();
  for (const SampledItem& item : items) answer.total += item.amount.value_or(Money());
  draw(items, answer);
  return answer;
}

SampleResultFaults add_projection(const std::vector<SampleResult>& results, SampleAnswer& answer) {
  SampleResultFaults faults;
  std::map<std::string, Money> correct;
  for (const SampleResult& result : results) correct[result.document] = result.correct;
  std::vector<CheckedItem> checked;
  SampleProjection projection;
  for (const SampledItem& item : answer.items) {
    const auto found = correct.find(item.key);
    if (found == correct.end()) {
      faults.missing.push_back(item.key);
      continue;
    }
    checked.push_back({*item.amount, found->second, item.whole});
    projection.found += *item.amount - found->second;
  }
  for (const auto& result : correct) {
    const std::string& document = result.first;
    const bool is_sampled =
        std::any_of(answer.items.begin(), answer.items.end(),
                    [&](const SampledItem& item) { return item.key == document; });
    if (!is_sampled) faults.unknown.push_back(document);
  }
  if (!faults.missing.empty() || !faults.unknown.empty()) return faults;
  if (answer.request.method == SampleMethod::random) {
    Money amount;
    for (const CheckedItem& item : checked) amount += item.amount;
    const auto error = project_by_ratio(checked, answer.total);
    projection.error = error.value_or(Money());
    projection.formula = projection.found.text() + " / " + amount.text() + " * " +
                         answer.total.text() + " = " + projection.error.text();
  } else {
    projection.error = project_by_interval(checked, answer.rest, answer.points).value_or(Money());
    for (const CheckedItem& item : checked) {
      const Money error = item.amount - item.correct;
      if (error.is_zero()) continue;
      const std::string term = item.whole
                                   ? error.text()
                                   : error.text() + " / " + item.amount.text() + " * " +
                                         answer.rest.text() + " / " + std::to_string(answer.points);
      projection.formula += (projection.formula.empty() ? "" : " + ") + term;
    }
    if (projection.formula.empty()) projection.formula = "0";
    projection.formula += " = " + projection.error.text();
  }
  answer.projection = std::move(projection);
  return faults;
}

Document build_sample_document(const SampleAnswer& answer, Language language) {
  const parts::Words words(language);
  const bool of_documents = answer.request.of == SampleOf::documents;
  DocumentSection section = parts::section_of("sample", words(Text::sample_title));
  section.add_fact(words(Text::sample_scope), answer.request.scope);
  section.add_fact(words(Text::sample_of),
                   words(of_documents ? Text::sample_documents : Text::sample_participants));
  section.add_fact(words(Text::sample_method),
                   words(answer.request.method == SampleMethod::random ? Text::sample_random
                                                                       : Text::sample_monetary));
  section.add_fact(words(Text::sample_seed), answer.request.seed);
  section.add_fact(words(Text::sample_population),
                   Quantity::whole(static_cast<std::int64_t>(answer.population)));
  if (of_documents) section.add_fact(words(Text::sample_total), answer.total);
  if (answer.interval) section.add_fact(words(Text::sample_interval), *answer.interval);
  parts::TypedTable<SampledItem> table(words, "sample");
  table.empty_note(Text::sample_empty);
  table.label("key", of_documents ? Text::sample_document : Text::sample_person, &SampledItem::key);
  if (of_documents) {
    table.column("amount", Text::sample_amount, &SampledItem::amount);
    const std::int64_t total = answer.total.minor_units();
    table.column("share", Text::sample_share, [total](const SampledItem& item) {
      return percent_of(item.amount->minor_units(), total);
    });
  }
  if (answer.request.method == SampleMethod::monetary_unit) {
    table.column("whole", Text::sample_whole, [words](const SampledItem& item) {
      return parts::text_cell(item.whole ? words(Text::sample_whole_yes) : "");
    });
  }
  table.column("at", Text::sample_at, [](const SampledItem& item) {
    return parts::text_cell(parts::comma_list(item.at));
  });
  table.rows(answer.items);
  section.add(table.take());
  if (answer.projection) {
    section.add_note(
        words(Text::sample_error, {answer.projection->found.text(), answer.projection->error.text(),
                                   answer.projection->formula}));
  }
  section.add_note(words(Text::sample_again, {answer.request.seed}));
  Document document;
  document.title = words(Text::sample_title);
  document.subtitle = answer.title;
  document.language = language;
  document.currency = answer.currency;
  document.sections.push_back(std::move(section));
  return document;
}

}  // namespace euproj
