#include "euproj/model/documents.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "check/check_list.hpp"
#include "check/money/document_view.hpp"
#include "check/nip_finding.hpp"
#include "euproj/base/repeat_filter.hpp"
#include "euproj/base/unicode.hpp"
#include "euproj/core/nip.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

/// A day beyond the project's end and today is a slip whatever day the report is of.
void check_days(const DocumentView& view, const ExpenditureRow& row, Diagnostics& diagnostics) {
  const Period period = view.dossier.project.period;
  const bool is_known = view.knows(row);
  const Date last = std::max(period.last, view.dossier.day.today);
  const auto check = [&](Date date, Column column) {
    if (!date.known() || period.contains(date) || (!is_known && date <= last)) return;
    diagnostics.report(Kind::document_outside_period, view.place(row, column),
                       {view.number(row), std::string(column_info(column).name), date.iso(),
                        period.first.iso(), period.last.iso()});
  };
  check(row.issued, Column::expenditures_issue_date);
  check(row.paid, Column::expenditures_paid_date);
}

void check_amounts(const DocumentView& view, const ExpenditureRow& row, bool needs_grant,
                   Diagnostics& diagnostics) {
  if (row.gross && row.net && row.vat && *row.net + *row.vat != *row.gross) {
    diagnostics.report(Kind::gross_differs, view.place(row, Column::expenditures_gross),
                       {view.number(row), (*row.gross).text(), (*row.net).text(), (*row.vat).text(),
                        (*row.net + *row.vat).text()});
  }
  if (needs_grant && !row.grant) {
    diagnostics.report(Kind::missing_grant, view.place(row, Column::expenditures_grant),
                       {view.number(row)});
  }
  if (row.corrects != no_code) return;  // what follows is said there with the corrected row
  if (row.eligible.is_negative()) {
    diagnostics.report(Kind::negative_without_corrects,
                       view.place(row, Column::expenditures_eligible),
                       {view.number(row), row.eligible.text()});
  }
  if (const std::optional<OtherSign> other = other_sign(row)) {
    diagnostics.report(Kind::signs_differ, view.place(row, other->column),
                       {view.number(row), row.eligible.text(),
                        std::string(column_info(other->column).name), other->amount.text()});
  }
}

}  // namespace

void check_documents(const Dossier& dossier, Diagnostics& diagnostics) {
  const DocumentView view(dossier);
  const auto& versions = dossier.project.financing.all();
  const bool needs_grant =
      std::any_of(versions.begin(), versions.end(), [](const Financing& financing) {
        return financing.split_by == Financing::SplitBy::documents;
      });
  const ClaimFinder claims(dossier);
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    check_days(view, row, diagnostics);
    if (!view.knows(row)) continue;
    check_amounts(view, row, needs_grant, diagnostics);
    const Claim* const claim = claims.named_by(row);
    if (claim == nullptr || row.paid <= claim->period.last) continue;
    if (changes_closed_claim(row, *claim, dossier.day)) continue;  // which is said instead
    diagnostics.report(Kind::paid_after_claim, view.place(row, Column::expenditures_paid_date),
                       {view.number(row), row.paid.iso(), claim->id, claim->period.last.iso()});
  }
}

namespace {

/// The rows of one document that the day knows, in the order of the log.
using Parts = std::vector<ExpenditureRow>;

/// One document may be divided among tasks, claims and categories, and a payroll among the books'
/// numbers, within its gross amount. What goes beyond that is there twice, or too much of it.
class RepeatCheck {
 public:
  RepeatCheck(const DocumentView& view, const Parts& parts, Diagnostics& diagnostics)
      : view_(view), parts_(parts), diagnostics_(diagnostics) {
    for (const ExpenditureRow& row : parts) {
      if (row.gross) gross_ = std::max(gross_.value_or(Money()), size_of(*row.gross));
    }
  }

  void run() {
    for (const ExpenditureRow& row : parts_) {
      const bool was_within = is_within_gross();
      settled_ += row.eligible;
      if (const std::optional<Place> first = first_of(row)) {
        diagnostics_.report(Kind::document_twice, place(row),
                            {view_.number(row), row.eligible.text(), *first});
      } else if (gross_ && was_within && !is_within_gross()) {
        diagnostics_.report(
            Kind::invoice_over_gross, place(row),
            {view_.number(row), settled_.text(), gross_->text(), place(parts_.front())});
      }
      remember(row);
    }
  }

 private:
  using Destination = std::tuple<Money, Code, Code, Code>;       // amount, task, category, claim
  using Twin = std::tuple<Destination, std::string_view, Code>;  // book, description

  [[nodiscard]] Place place(const ExpenditureRow& row) const {
    return view_.place(row, Column::expenditures_doc_no);
  }
  [[nodiscard]] static Destination destination(const ExpenditureRow& row) {
    return {row.eligible, row.task, row.category, row.claim};
  }
  [[nodiscard]] Twin twin(const ExpenditureRow& row) const {
    return {destination(row), view_.dossier.codes.books.text(row.book), row.description};
  }
  [[nodiscard]] bool is_within_gross() const { return !gross_ || size_of(settled_) <= *gross_; }

  /// The row that this one repeats; none: it is another part of the document.
  [[nodiscard]] std::optional<Place> first_of(const ExpenditureRow& row) const {
    const auto found = [](const auto& places, const auto& key) -> std::optional<Place> {
      const auto first = places.find(key);
      return first == places.end() ? std::nullopt : std::optional(first->second);
    };
    if (const auto first = found(twins_, twin(row))) return first;
    if (gross_) return is_within_gross() ? std::nullopt : found(amounts_, row.eligible);
    // Nothing shows that the document is divided. A correction often is.
    return row.corrects == no_code ? found(amounts_, row.eligible)
                                   : found(destinations_, destination(row));
  }
  void remember(const ExpenditureRow& row) {
    twins_.try_emplace(twin(row), place(row));
    destinations_.try_emplace(destination(row), place(row));
    amounts_.try_emplace(row.eligible, place(row));
  }

  const DocumentView& view_;
  const Parts& parts_;
  Diagnostics& diagnostics_;
  std::optional<Money> gross_;  // of the document; rows may repeat it
  Money settled_;
  std::map<Twin, Place> twins_;  // the first of each
  std::map<Destination, Place> destinations_;
  std::map<Money, Place> amounts_;
};

/// Whether the log of a row has the columns that tell how much VAT is in a document.
bool tells_vat(const Logs& logs, const ExpenditureRow& row) {
  const auto has = [&](Column column) { return logs.place(row.origin, column).cell != 0; };
  return has(Column::expenditures_net) ||
         (has(Column::expenditures_gross) && has(Column::expenditures_vat));
}

/// All parts of a document together are held to its net amount and the share of VAT that is
/// eligible. Rows repeat the amounts of their document, so the largest is taken.
void check_vat(const DocumentView& view, const Parts& parts, Diagnostics& diagnostics) {
  Money settled;
  std::optional<Money> most;
  const Rate all = Rate::of(1, 1);
  const ExpenditureRow* held = nullptr;  // the first row whose budget does not take VAT as it is
  for (const ExpenditureRow& row : parts) {
    const Budget& budget = view.dossier.project.budget.on(row.paid);
    if (budget.eligible_vat == all) continue;
    if (held == nullptr) held = &row;
    const std::optional<Money> its_most = eligible_at_most(row, budget);
    if (its_most && (!most || size_of(*its_most) > size_of(*most))) most = its_most;
  }
  if (held == nullptr) return;
  if (!most) {
    const Message message(Kind::document_without_net, {view.number(*held)});
    const Place place = view.place(*held, Column::expenditures_eligible);
    if (tells_vat(view.dossier.logs, *held)) {
      diagnostics.report(message, place);
    } else {
      diagnostics.report_of_cause(held->origin.file, message, place, "net");
    }
    return;
  }
  for (const ExpenditureRow& row : parts) {
    const bool was_within = size_of(settled) <= size_of(*most);
    settled += row.eligible;
    if (!was_within || size_of(settled) <= size_of(*most)) continue;
    diagnostics.report(Kind::vat_not_eligible, view.place(row, Column::expenditures_eligible),
                       {view.number(row), settled.text(), most->text()});
  }
}

bool holds_vat(const Project& project) {
  const auto& versions = project.budget.all();
  return std::any_of(versions.begin(), versions.end(),
                     [](const Budget& budget) { return budget.eligible_vat != Rate::of(1, 1); });
}

}  // namespace

void check_whole_documents(const Dossier& dossier, Diagnostics& diagnostics) {
  const DocumentView view(dossier);
  const Documents documents(dossier);
  check_corrections(dossier, documents, diagnostics);
  const bool with_vat = holds_vat(dossier.project);
  Parts parts;
  for (const LoggedDocument& document : documents.all()) {
    parts.clear();
    for (const std::uint32_t at : document.rows) {
      if (view.knows(view.row(at))) parts.push_back(view.row(at));
    }
    if (parts.size() > 1) RepeatCheck(view, parts, diagnostics).run();
    if (with_vat) check_vat(view, parts, diagnostics);
  }
  if (!with_vat) return;
  parts.resize(1);
  for (std::uint32_t at = 0; at < dossier.logs.expenditures.size(); ++at) {
    if (!documents.stands_alone(at)) continue;
    parts.front() = view.row(at);
    if (view.knows(parts.front())) check_vat(view, parts, diagnostics);
  }
}

namespace {

/// A way of writing the number of an issuer's documents, where it is first.
struct Writing {
  std::uint64_t loose = 0;  // loose_likeness_number
  std::uint32_t at = 0;
  Code document = no_code;
  Code issuer = no_code;
};

/// Those whose numbers may be alike in the loose way, in the order of that and of the log.
std::vector<Writing> similar_writings(const DocumentView& view) {
  const Interner& numbers = view.dossier.codes.documents;
  const auto& rows = view.dossier.logs.expenditures;
  std::vector<std::uint64_t> loose(numbers.size() + 1);  // by code; 0: not met
  RepeatFilter filter(numbers.size());
  for (const ExpenditureRow& row : rows) {
    if (loose[row.document] != 0 || !view.knows(row)) continue;
    loose[row.document] = loose_likeness_number(numbers.text(row.document));
    filter.add(loose[row.document]);
  }
  std::vector<Writing> writings;
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    const ExpenditureRow row = rows[at];
    if (!filter.may_repeat(loose[row.document]) || !view.knows(row)) continue;
    writings.push_back({loose[row.document], at, row.document, row.issuer});
  }
  const auto of_one = [](const Writing& a) { return std::tie(a.loose, a.document, a.issuer); };
  std::stable_sort(writings.begin(), writings.end(),
                   [&](const Writing& a, const Writing& b) { return of_one(a) < of_one(b); });
  const auto repeats =
      std::unique(writings.begin(), writings.end(),
                  [&](const Writing& a, const Writing& b) { return of_one(a) == of_one(b); });
  writings.erase(repeats, writings.end());
  std::sort(writings.begin(), writings.end(), [](const Writing& a, const Writing& b) {
    return std::tie(a.loose, a.at) < std::tie(b.loose, b.at);
  });
  return writings;
}

}  // namespace

void check_similar_documents(const Dossier& dossier, Diagnostics& diagnostics) {
  const DocumentView view(dossier);
  const std::vector<Writing> writings = similar_writings(view);
  struct First {
    std::string strict;  // what is one document to strict_likeness_of is no pair of similar ones
    std::uint32_t at = 0;
  };
  std::map<std::string, std::map<std::string, First>> firsts;  // loose number, issuer
  std::set<std::pair<std::string, std::string>> told;          // issuer, strict number
  for (std::size_t i = 0; i < writings.size(); ++i) {
    const bool begins = i == 0 || writings[i - 1].loose != writings[i].loose;
    const bool ends = i + 1 == writings.size() || writings[i + 1].loose != writings[i].loose;
    if (begins) {
      firsts.clear();
      told.clear();
    }
    if (begins && ends) continue;
    const std::string_view number = dossier.codes.documents.text(writings[i].document);
    const std::string issuer = nip_key(dossier.codes.issuers.text(writings[i].issuer));
    std::map<std::string, First>& alike = firsts[loose_likeness_of(number)];
    First own{strict_likeness_of(number), writings[i].at};
    // A blank issuer may be any.
    const auto find = [&](const std::string& key) {
      const auto found = alike.find(key);
      return found == alike.end() || found->second.strict == own.strict ? alike.end() : found;
    };
    auto earlier = find(issuer);
    if (earlier == alike.end()) earlier = find({});
    if (earlier == alike.end() && issuer.empty() && !alike.empty()) {
      earlier = find(alike.begin()->first);
    }
    if (earlier != alike.end() && told.emplace(issuer, own.strict).second) {
      const ExpenditureRow first = view.row(earlier->second.at);
      const ExpenditureRow row = view.row(own.at);
      const ToldApart apart = tell_apart(view.number(first), view.number(row));
      diagnostics.report(
          Kind::similar_documents, view.place(row, Column::expenditures_doc_no),
          {apart.second, apart.first, view.place(first, Column::expenditures_doc_no)});
    }
    alike.try_emplace(issuer, std::move(own));
  }
}

void check_issuers(const Dossier& dossier, Diagnostics& diagnostics) {
  const DocumentView view(dossier);
  const Interner& issuers = dossier.codes.issuers;
  std::vector<std::optional<NipFault>> faults(issuers.size() + 1);  // by code
  bool any = false;
  for (Code code = 1; code <= issuers.size(); ++code) {
    faults[code] = nip_fault(nip_key(issuers.text(code)));
    any = any || faults[code].has_value();
  }
  if (!any) return;
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    if (!faults[row.issuer] || !view.knows(row)) continue;
    const std::string key = nip_key(issuers.text(row.issuer));
    report_nip(dossier, *faults[row.issuer], key, row.origin, Column::expenditures_issuer_nip,
               diagnostics);
  }
}

}  // namespace euproj
