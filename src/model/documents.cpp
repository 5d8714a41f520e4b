#include "euproj/model/documents.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "euproj/base/repeat_filter.hpp"
#include "euproj/base/unicode.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/nip.hpp"
#include "euproj/model/money_rules.hpp"

namespace euproj {

// Of a million documents hardly any has a second row: texts are folded only where the numbers that
// stand for them agree.
Documents::Documents(const Dossier& dossier)
    : dossier_(dossier), is_in_(dossier.logs.expenditures.size()) {
  const auto& rows = dossier.logs.expenditures;
  const Interner& numbers = dossier.codes.documents;
  std::vector<std::uint64_t> likeness(numbers.size() + 1);  // by code
  for (Code code = 1; code <= numbers.size(); ++code) {
    likeness[code] = strict_likeness_number(numbers.text(code));
  }
  for (const Code code : dossier.logs.documents_left_out) {
    left_out_.insert(strict_likeness_of(numbers.text(code)));
  }
  // First pass: the filter forgets no number and errs only towards "may repeat". Second pass: those
  // that may are sorted by the number that stands for their text, and texts are folded among equals
  // only.
  RepeatFilter filter(2 * rows.size());
  for (const ExpenditureRow& row : rows) {
    filter.add(likeness[row.document]);
    if (row.corrects != no_code) filter.add(likeness[row.corrects]);
  }
  std::vector<std::pair<std::uint64_t, std::uint32_t>> few;
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    const ExpenditureRow row = rows[at];
    const std::uint64_t number = likeness[row.document];
    if (row.corrects != no_code || filter.may_repeat(number)) few.emplace_back(number, at);
  }
  std::sort(few.begin(), few.end());
  for (auto first = few.begin(); first != few.end();) {
    const auto end =
        std::find_if(first, few.end(), [&](const auto& f) { return f.first != first->first; });
    std::map<std::string, std::vector<std::uint32_t>> alike;  // hardly ever more than one
    for (; first != end; ++first) {
      const Code number = rows[first->second].document;
      alike[strict_likeness_of(numbers.text(number))].push_back(first->second);
    }
    for (const auto& [number, its_rows] : alike) {
      const auto begin = static_cast<std::uint32_t>(all_.size());
      add_number(its_rows);
      for (std::uint32_t at = begin; at < all_.size(); ++at) by_number_[number].push_back(at);
    }
  }
}

const std::string& Documents::issuer_of(const ExpenditureRow& row) const {
  const auto [found, is_new] = issuers_.try_emplace(row.issuer);
  if (is_new) found->second = nip_key(dossier_.codes.issuers.text(row.issuer));
  return found->second;
}

/// The rows of one number, by issuer. A row without one is of the document that has its amount.
void Documents::add_number(const std::vector<std::uint32_t>& rows) {
  const auto& log = dossier_.logs.expenditures;
  const std::size_t begin = all_.size();
  const auto begin_at = static_cast<std::ptrdiff_t>(begin);
  std::vector<std::uint32_t> without_issuer;
  std::map<std::string, std::size_t> by_issuer;
  for (const std::uint32_t at : rows) {
    is_in_[at] = true;
    const std::string& issuer = issuer_of(log[at]);
    if (issuer.empty()) {
      without_issuer.push_back(at);
      continue;
    }
    const auto [found, is_new] = by_issuer.emplace(issuer, all_.size());
    if (is_new) all_.push_back({{}, issuer});
    all_[found->second].rows.push_back(at);
  }
  if (all_.size() == begin) all_.emplace_back();
  std::map<Money, std::size_t> by_amount;
  if (!without_issuer.empty()) {
    for (std::size_t i = begin; i < all_.size(); ++i) {
      for (const std::uint32_t at : all_[i].rows) by_amount.emplace(log[at].eligible, i);
    }
  }
  for (const std::uint32_t at : without_issuer) {
    const auto same = by_amount.find(log[at].eligible);
    all_[same == by_amount.end() ? begin : same->second].rows.push_back(at);
  }
  std::for_each(all_.begin() + begin_at, all_.end(), [&](LoggedDocument& document) {
    std::sort(document.rows.begin(), document.rows.end());
    document.corrects = std::all_of(document.rows.begin(), document.rows.end(),
                                    [&](std::uint32_t at) { return log[at].corrects != no_code; });
  });
}

// Which document a correction means, where several have its number (src/calc/README.md#documents):
//
//   the correction names an issuer    the document of that issuer, else one without; else the
//                                     first, which is told, for it may be a slip
//   it names none                     the document in its task, else the first
std::optional<Documents::Corrected> Documents::corrected_by(const ExpenditureRow& row) const {
  const auto found =
      by_number_.find(strict_likeness_of(dossier_.codes.documents.text(row.corrects)));
  if (found == by_number_.end()) return std::nullopt;
  const std::vector<std::uint32_t>& named = found->second;
  const std::string& issuer = issuer_of(row);
  const auto first_of = [&](const auto& fits) {
    return std::find_if(named.begin(), named.end(),
                        [&](std::uint32_t at) { return fits(all_[at]); });
  };
  if (issuer.empty()) {
    const auto in_task = first_of([&](const LoggedDocument& document) {
      return std::any_of(document.rows.begin(), document.rows.end(), [&](std::uint32_t at) {
        return dossier_.logs.expenditures[at].task == row.task;
      });
    });
    return Corrected{in_task == named.end() ? named.front() : *in_task, false};
  }
  const auto same = first_of([&](const LoggedDocument& d) { return d.issuer == issuer; });
  if (same != named.end()) return Corrected{*same, false};
  const auto blank = first_of([&](const LoggedDocument& d) { return d.issuer.empty(); });
  if (blank != named.end()) return Corrected{*blank, false};
  return Corrected{named.front(), true};
}

bool Documents::is_left_out(Code number) const {
  return !left_out_.empty() &&
         left_out_.contains(strict_likeness_of(dossier_.codes.documents.text(number)));
}

// Numbers are folded once a code, and the log is walked once for all decisions together.
std::vector<CutDocument> cut_documents(const Dossier& dossier) {
  std::vector<CutDocument> cuts;
  std::unordered_map<std::string, std::vector<std::size_t>> by_number;  // its likeness: cuts
  const std::vector<Claim>& claims = dossier.project.claims;
  for (std::size_t claim = 0; claim < claims.size(); ++claim) {
    if (!claims[claim].decided) continue;
    for (const IneligibleAmount& amount : claims[claim].decided->ineligible) {
      by_number[strict_likeness_of(amount.document)].push_back(cuts.size());
      cuts.push_back({claim, &amount, {}});
    }
  }
  if (cuts.empty()) return cuts;
  const Interner& numbers = dossier.codes.documents;
  std::vector<const std::vector<std::size_t>*> by_code(numbers.size() + 1, nullptr);
  for (Code code = 1; code <= numbers.size(); ++code) {
    const auto found = by_number.find(strict_likeness_of(numbers.text(code)));
    if (found != by_number.end()) by_code[code] = &found->second;
  }
  const auto& log = dossier.logs.expenditures;
  const ClaimFinder finder(dossier);
  const auto is_cut = [&](Code code) { return by_code[code] != nullptr; };
  for (const std::uint32_t at : log.find(&ExpenditureRow::document, is_cut)) {
    const ExpenditureRow row = log[at];
    for (const std::size_t cut : *by_code[row.document]) {
      if (finder.position_of(row) == cuts[cut].claim) cuts[cut].rows.push_back(at);
    }
  }
  return cuts;
}

std::vector<ExpenditureRow> rows_of_decisions(const Dossier& dossier) {
  std::vector<ExpenditureRow> made;
  const auto& log = dossier.logs.expenditures;
  for (const CutDocument& cut : cut_documents(dossier)) {
    const Claim& claim = dossier.project.claims[cut.claim];
    Money left = cut.amount->amount;
    for (std::size_t i = 0; i < cut.rows.size() && !left.is_zero(); ++i) {
      ExpenditureRow row = log[cut.rows[i]];
      const Money whole = std::max(row.eligible, Money());
      // Rows give down to zero in the order of the log, and the last one what is left, be it below
      // zero: a decision on more than the log has is a finding, and still lowers the claim by all
      // of it.
      const Money taken = i + 1 == cut.rows.size() ? left : std::min(left, whole);
      if (taken.is_zero()) continue;
      left -= taken;
      if (row.grant && !whole.is_zero()) {
        const Rate part = Rate::of(taken.minor_units(), whole.minor_units());
        row.grant = Money() - share_of(*row.grant, part, Rounding::half_up);
      }
      row.corrects = row.document;
      row.eligible = Money() - taken;
      row.paid = claim.decided->date;
      row.claim = dossier.codes.claims.find(claim.id);
      made.push_back(row);
    }
  }
  return made;
}

}  // namespace euproj
