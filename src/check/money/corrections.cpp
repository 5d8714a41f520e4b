#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

#include "check/check_list.hpp"
#include "check/money/document_view.hpp"
#include "euproj/core/nip.hpp"
#include "euproj/model/documents.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

constexpr std::uint32_t nothing = 0xFFFFFFFF;

/// Corrections lead to originals: K 2 corrects K 1, which corrects M 1.
class Chains {
 public:
  Chains(const DocumentView& view, const Documents& documents)
      : view_(view), documents_(documents), origins_(documents.all().size()) {}

  /// The original that a document leads to, by position in Documents::all(); `nothing` where its
  /// chain ends at a number that the log does not have, or runs in a circle.
  [[nodiscard]] std::uint32_t original_of(std::uint32_t document) {
    std::vector<std::uint32_t> way;
    std::uint32_t at = document;
    while (at != nothing && origins_[at].state == State::unknown) {
      origins_[at].state = State::on_the_way;
      way.push_back(at);
      at = next(at);
    }
    std::uint32_t original = nothing;
    if (at != nothing && origins_[at].state == State::known) {
      original = origins_[at].original;
    } else if (at != nothing) {  // on the way: a circle
      const auto begin = std::find(way.begin(), way.end(), at);
      std::for_each(begin, way.end(), [&](std::uint32_t d) { origins_[d].in_circle = true; });
    } else if (!way.empty() && !documents_.all()[way.back()].corrects) {
      original = way.back();
    }
    for (const std::uint32_t d : way) {
      origins_[d].state = State::known;
      origins_[d].original = original;
    }
    return original;
  }
  [[nodiscard]] bool is_in_circle(std::uint32_t document) const {
    return origins_[document].in_circle;
  }

 private:
  enum class State : std::uint8_t { unknown, on_the_way, known };
  struct Origin {
    State state = State::unknown;
    bool in_circle = false;
    std::uint32_t original = nothing;
  };

  [[nodiscard]] std::uint32_t next(std::uint32_t document) const {
    const LoggedDocument& of = documents_.all()[document];
    if (!of.corrects) return nothing;
    const auto corrected = documents_.corrected_by(view_.row(of.rows.front()));
    return corrected ? corrected->document : nothing;
  }

  const DocumentView& view_;
  const Documents& documents_;
  std::vector<Origin> origins_;
};

class CorrectionCheck {
 public:
  CorrectionCheck(const DocumentView& view, const Documents& documents, Diagnostics& diagnostics)
      : view_(view), documents_(documents), chains_(view, documents), diagnostics_(diagnostics) {}

  void run(const std::vector<std::uint32_t>& corrections) {
    std::vector<Link> links;
    for (const std::uint32_t at : corrections) {
      const ExpenditureRow row = view_.row(at);
      const auto corrected = documents_.corrected_by(row);
      if (!corrected) {
        check_unknown(row);
        continue;
      }
      const std::uint32_t original = chains_.original_of(corrected->document);
      if (!view_.knows(row)) continue;
      if (original == nothing) {
        check_circle(row, corrected->document);
        continue;
      }
      check_row(row, *corrected, original);
      links.push_back({original, row.paid, at});
    }
    check_sums(links);
  }

 private:
  /// A correction and the original that it leads to.
  struct Link {
    std::uint32_t original = 0;
    Date paid;
    std::uint32_t at = 0;
  };

  [[nodiscard]] std::string corrected_number(const ExpenditureRow& row) const {
    return std::string(view_.dossier.codes.documents.text(row.corrects));
  }
  [[nodiscard]] Place place(const ExpenditureRow& row) const {
    return view_.place(row, Column::expenditures_corrects);
  }

  /// The rows of an original that are no corrections.
  [[nodiscard]] std::vector<ExpenditureRow> rows_of(std::uint32_t original) const {
    std::vector<ExpenditureRow> rows;
    for (const std::uint32_t at : documents_.all()[original].rows) {
      if (view_.row(at).corrects == no_code) rows.push_back(view_.row(at));
    }
    return rows;
  }

  void check_unknown(const ExpenditureRow& row) {
    if (!view_.knows(row) || view_.dossier.logs.is_partly_unread(LogKind::expenditures) ||
        documents_.is_left_out(row.corrects)) {
      return;
    }
    diagnostics_.report(Kind::corrects_unknown, place(row),
                        {view_.number(row), corrected_number(row)});
  }

  /// A chain that ends at an unknown number is told there.
  void check_circle(const ExpenditureRow& row, std::uint32_t corrected) {
    if (!chains_.is_in_circle(corrected)) return;
    const ExpenditureRow other = view_.row(documents_.all()[corrected].rows.front());
    diagnostics_.report(
        Kind::corrects_in_circle, place(row),
        {view_.number(row), view_.number(other), view_.place(other, Column::expenditures_doc_no)});
  }

  void check_row(const ExpenditureRow& row, const Documents::Corrected& corrected,
                 std::uint32_t original) {
    const std::vector<ExpenditureRow> rows = rows_of(original);
    const auto same_task = std::find_if(
        rows.begin(), rows.end(), [&](const ExpenditureRow& r) { return r.task == row.task; });
    const bool is_other_task = same_task == rows.end();
    const ExpenditureRow& first = is_other_task ? rows.front() : *same_task;
    const Place other = view_.place(first, Column::expenditures_doc_no);
    check_order(row, corrected.document);
    const auto report = [&](KindOf<3> kind, Column column) {
      diagnostics_.report(kind, view_.place(row, column),
                          {view_.number(row), view_.number(first), other});
    };
    if (corrected.is_of_other_issuer || is_of_other_issuer(row, original)) {
      report(Kind::correction_of_other_issuer, Column::expenditures_issuer_nip);
    }
    if (is_other_task) report(Kind::correction_in_other_task, Column::expenditures_task);
    if (const std::optional<OtherSign> sign = other_sign(row)) {
      diagnostics_.report(
          Kind::correction_signs, view_.place(row, sign->column),
          {view_.number(row), row.eligible.text(), std::string(column_info(sign->column).name),
           sign->amount.text(), view_.number(first), other});
    }
    if (row.gross && size_of(row.eligible) > size_of(*row.gross)) {
      diagnostics_.report(Kind::correction_above_gross,
                          view_.place(row, Column::expenditures_eligible),
                          {view_.number(row), row.eligible.text(), (*row.gross).text(),
                           view_.number(first), other});
    }
  }

  /// Of a chain's first document; a blank issuer contradicts nothing.
  [[nodiscard]] bool is_of_other_issuer(const ExpenditureRow& row, std::uint32_t original) const {
    const std::string own = nip_key(view_.dossier.codes.issuers.text(row.issuer));
    const std::string& its = documents_.all()[original].issuer;
    return !own.empty() && !its.empty() && own != its;
  }

  void check_order(const ExpenditureRow& row, std::uint32_t corrected) {
    const std::vector<std::uint32_t>& rows = documents_.all()[corrected].rows;
    const auto earliest = std::min_element(
        rows.begin(), rows.end(),
        [&](std::uint32_t a, std::uint32_t b) { return view_.row(a).paid < view_.row(b).paid; });
    const ExpenditureRow other = view_.row(*earliest);
    if (other.paid <= row.paid) return;
    diagnostics_.report(Kind::corrects_later, place(row),
                        {view_.number(row), row.paid.iso(), view_.number(other), other.paid.iso(),
                         view_.place(other, Column::expenditures_doc_no)});
  }

  /// What is left of each original after its corrections, in the order of their days.
  void check_sums(std::vector<Link>& links) {
    std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) {
      return std::tie(a.original, a.paid, a.at) < std::tie(b.original, b.paid, b.at);
    });
    for (auto first = links.begin(); first != links.end();) {
      const std::uint32_t original = first->original;
      const auto end =
          std::find_if(first, links.end(), [&](const Link& l) { return l.original != original; });
      check_sum(original, first, end);
      first = end;
    }
  }

  void check_sum(std::uint32_t original, std::vector<Link>::const_iterator first,
                 std::vector<Link>::const_iterator end) {
    const std::vector<ExpenditureRow> rows = rows_of(original);
    // A part of it that could not be read may cover the correction.
    if (view_.dossier.logs.is_partly_unread(LogKind::expenditures) ||
        documents_.is_left_out(rows.front().document)) {
      return;
    }
    Money left;
    bool is_known = false;  // else a correction comes too early, which is said
    for (const ExpenditureRow& row : rows) {
      if (!view_.knows(row)) continue;
      left += row.eligible;
      is_known = true;
    }
    if (!is_known) return;
    const bool was_negative = left.is_negative();
    const auto is_beyond = [&] { return !left.is_zero() && left.is_negative() != was_negative; };
    for (; first != end; ++first) {
      const ExpenditureRow row = view_.row(first->at);
      const Money before = left;
      const bool was_beyond = is_beyond();
      left += row.eligible;
      if (was_beyond || !is_beyond()) continue;
      diagnostics_.report(Kind::correction_too_large, place(row),
                          {view_.number(row), row.eligible.text(), view_.number(rows.front()),
                           before.text(), view_.place(rows.front(), Column::expenditures_doc_no)});
    }
  }

  const DocumentView& view_;
  const Documents& documents_;
  Chains chains_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_corrections(const Dossier& dossier, const Documents& documents,
                       Diagnostics& diagnostics) {
  const std::vector<std::uint32_t> corrections = dossier.logs.expenditures.find(
      &ExpenditureRow::corrects, [](Code code) { return code != no_code; });
  if (corrections.empty()) return;
  const DocumentView view(dossier);
  CorrectionCheck(view, documents, diagnostics).run(corrections);
}

}  // namespace euproj
