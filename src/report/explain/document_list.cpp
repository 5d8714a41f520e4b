#include <algorithm>
#include <memory>
#include <numeric>
#include <unordered_map>

#include "euproj/model/documents.hpp"
#include "euproj/report/evidence.hpp"
#include "report/figures/documents_in_scope.hpp"
#include "report/parts/typed_table.hpp"

namespace euproj {
namespace {

using parts::Words;

struct DocumentLine {
  DocumentFigures document;
  std::string name;         // its number, or what is spent without one
  std::string description;  // the log's, or which claim was decided
  std::vector<Money> shares;
};

/// The lines of the list, in its order. What a line adds to a source is a difference of cumulative
/// shares, so the lines add up:
///
///   document        eligible   together   eu 85 %            adds
///   claims before      10.10      10.10     8.59  (8.585)
///   FV 1               10.10      20.20    17.17             8.58
///   FV 2               10.10      30.30    25.76 (25.755)    8.59
///   without            what the report has of the source, less these
class DocumentList {
 public:
  DocumentList(const Dossier& dossier, const SourceSet& sources, const ReportScope& scope,
               const Figures& figures, Language language)
      : dossier_(dossier),
        sources_(sources),
        words_(language),
        is_of_claim_(scope.claim.has_value()),
        financing_(dossier.project.financing.on(
            scope.known_on ? std::min(*scope.known_on, scope.period.last) : scope.period.last)) {
    find_lines(RowsInScope(dossier, scope));
    mark_repeats();
    add_up(figures);
  }

  [[nodiscard]] std::size_t size() const { return lines_.size() + (has_rest_ ? 1 : 0); }
  [[nodiscard]] const Words& words() const { return words_; }

  [[nodiscard]] DocumentLine operator[](std::size_t at) const {
    if (at == lines_.size()) return rest();
    const Line& line = lines_[at];
    const ExpenditureRow row = row_of(line);
    DocumentLine made{document_of(dossier_.codes, sources_, row), {}, {}, {}};
    DocumentFigures& document = made.document;
    made.name = document.document;
    made.description = document.description;
    if (line.is_decision) {
      made.description =
          words_(Text::row_decision, {std::string(dossier_.codes.claims.text(row.claim))});
    }
    if (line.is_decision || line.is_repeat) document.gross = document.net = document.vat = {};
    made.shares = added_by(line, row);
    return made;
  }

  /// What the lines come to, added up one by one: eligible, and by source.
  struct Total {
    Money eligible;
    std::vector<Money> shares;
  };
  [[nodiscard]] Total total() const {
    Total total{has_rest_ ? rest_eligible_ : Money(), rest_shares_};
    if (!has_rest_) std::fill(total.shares.begin(), total.shares.end(), Money());
    for (const Line& line : lines_) {
      const ExpenditureRow row = row_of(line);
      total.eligible += row.eligible;
      const std::vector<Money> shares = added_by(line, row);
      for (std::size_t i = 0; i < shares.size(); ++i) total.shares[i] += shares[i];
    }
    return total;
  }

  /// What any line has.
  struct Held {
    bool book = false, issuer = false, issued = false, category = false, description = false;
    bool partner = false, source = false, gross = false, net = false, vat = false, grant = false;
    bool corrects = false, evidence = false;
  };
  [[nodiscard]] const Held& held() const { return held_; }

 private:
  struct Sums {
    Money direct;
    Money grants;
  };
  struct Line {
    std::uint32_t row = 0;  // position in the log, or in the decisions
    bool is_decision = false;
    bool is_repeat = false;  // an earlier line is of the same document
    Sums before;
  };

  [[nodiscard]] ExpenditureRow row_of(const Line& line) const {
    return line.is_decision ? decisions_[line.row] : dossier_.logs.expenditures[line.row];
  }
  static Sums with(Sums sums, const ExpenditureRow& row) {
    return {sums.direct + row.eligible, sums.grants + row.grant.value_or(Money())};
  }
  [[nodiscard]] std::vector<Money> shares_of(const Sums& sums) const {
    return financing_.shares(sums.direct, sums.grants, {});
  }
  [[nodiscard]] std::vector<Money> added_by(const Line& line, const ExpenditureRow& row) const {
    std::vector<Money> shares = shares_of(with(line.before, row));
    subtract(shares, shares_of(line.before));
    return shares;
  }
  static void subtract(std::vector<Money>& shares, const std::vector<Money>& others) {
    for (std::size_t i = 0; i < shares.size(); ++i) shares[i] -= others[i];
  }

  void find_lines(const RowsInScope& scope) {
    const auto& log = dossier_.logs.expenditures;
    const auto is_shown = [&](const ExpenditureRow& row) {
      if (!scope.has_by_its_end(row)) return false;
      if (!is_of_claim_ || scope.has(row)) return true;
      first_ = with(first_, row);
      return false;
    };
    std::vector<Date> paid;
    for (std::uint32_t at = 0; at < log.size(); ++at) {
      const ExpenditureRow row = log[at];
      if (!is_shown(row)) continue;
      lines_.push_back({at, false, false, {}});
      if (!is_of_claim_) paid.push_back(row.paid);
    }
    if (!is_of_claim_) sort_by(paid);
    for (const ExpenditureRow& row : rows_of_decisions(dossier_)) {
      if (!is_shown(row)) continue;
      lines_.push_back({static_cast<std::uint32_t>(decisions_.size()), true, false, {}});
      decisions_.push_back(row);
    }
  }

  void sort_by(const std::vector<Date>& paid) {
    if (std::is_sorted(paid.begin(), paid.end())) return;
    std::vector<std::size_t> order(lines_.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return paid[a] < paid[b]; });
    std::vector<Line> sorted;
    sorted.reserve(lines_.size());
    for (const std::size_t at : order) sorted.push_back(lines_[at]);
    lines_ = std::move(sorted);
  }

  void mark_repeats() {
    const Documents documents(dossier_);
    std::unordered_map<std::uint32_t, std::size_t> document_of_row;
    for (std::size_t i = 0; i < documents.all().size(); ++i) {
      const std::vector<std::uint32_t>& rows = documents.all()[i].rows;
      if (rows.size() < 2) continue;
      for (const std::uint32_t row : rows) document_of_row.emplace(row, i);
    }
    std::vector<bool> is_told(documents.all().size());
    for (Line& line : lines_) {
      const auto found = line.is_decision ? document_of_row.end() : document_of_row.find(line.row);
      if (found == document_of_row.end()) continue;
      line.is_repeat = is_told[found->second];
      is_told[found->second] = true;
    }
  }

  void add_up(const Figures& figures) {
    last_ = first_;
    for (Line& line : lines_) {
      const ExpenditureRow row = row_of(line);
      line.before = last_;
      last_ = with(last_, row);
      hold(row);
    }
    held_.description |= !decisions_.empty();
    const auto of_report = [&](const auto& money) {
      return is_of_claim_ ? money.period : money.cumulative;
    };
    rest_eligible_ = of_report(figures.eligible) - (last_.direct - first_.direct);
    for (const SourceFigures& source : figures.sources) rest_shares_.push_back(of_report(source));
    subtract(rest_shares_, shares_of(last_));
    const std::vector<Money> before = shares_of(first_);
    for (std::size_t i = 0; i < before.size(); ++i) rest_shares_[i] += before[i];
    has_rest_ =
        !rest_eligible_.is_zero() || std::any_of(rest_shares_.begin(), rest_shares_.end(),
                                                 [](Money share) { return !share.is_zero(); });
  }

  [[nodiscard]] DocumentLine rest() const {
    DocumentLine made{{}, words_(Text::row_without_documents), {}, rest_shares_};
    made.document.eligible = rest_eligible_;
    return made;
  }

  void hold(const ExpenditureRow& row) {
    held_.book |= row.book != no_code;
    held_.issuer |= row.issuer != no_code;
    held_.issued |= row.issued.known();
    held_.category |= row.category != no_code;
    held_.description |= row.description != no_code;
    held_.partner |= row.partner != no_code;
    held_.source |= row.source != no_code;
    held_.gross |= row.gross.optional().has_value();
    held_.net |= row.net.optional().has_value();
    held_.vat |= row.vat.optional().has_value();
    held_.grant |= row.grant.optional().has_value();
    held_.corrects |= row.corrects != no_code;
    held_.evidence |= row.evidence != no_code;
  }

  const Dossier& dossier_;
  const SourceSet& sources_;
  Words words_;
  bool is_of_claim_;
  const Financing& financing_;
  std::vector<ExpenditureRow> decisions_;
  std::vector<Line> lines_;
  Held held_;
  Sums first_;  // of claims before
  Sums last_;   // with all lines
  bool has_rest_ = false;
  Money rest_eligible_;
  std::vector<Money> rest_shares_;
};

/// A column is left out where no line has it: the sheet is to be read on paper.
Table table_of(const std::shared_ptr<const DocumentList>& list, const Figures& figures,
               std::string id, std::size_t first, std::size_t count) {
  using Row = DocumentLine;
  using Document = DocumentFigures;
  parts::TypedTable<Row> table(list->words(), std::move(id));
  const DocumentList::Held& held = list->held();
  const auto text = [&](bool is_held, const char* column, FixedText heading,
                        std::string_view Document::*member) {
    if (!is_held) return;
    table.label(column, heading, [member](const Row& row) { return row.document.*member; });
  };
  const auto amount = [&](bool is_held, const char* column, FixedText heading,
                          std::optional<Money> Document::*member) {
    if (!is_held) return;
    table.column(column, heading, [member](const Row& row) { return row.document.*member; });
  };
  table.empty_note(Text::none_documents_listed);
  table.label("document", Text::column_document, &Row::name);
  text(held.book, "book", Text::column_book, &Document::book);
  text(held.issuer, "issuer", Text::column_issuer, &Document::issuer);
  if (held.issued) {
    table.column("issued", Text::column_issued, [](const Row& row) { return row.document.issued; });
  }
  table.column("paid", Text::column_paid, [](const Row& row) { return row.document.paid; });
  table.label("task", Text::column_task, [](const Row& row) { return row.document.task; });
  text(held.category, "category", Text::column_category, &Document::category);
  if (held.description) {
    table.column("description", Text::column_description, &Row::description);
  }
  text(held.partner, "partner", Text::column_partner, &Document::partner);
  text(held.source, "source", Text::column_payer, &Document::source);
  amount(held.gross, "gross", Text::column_gross, &Document::gross);
  amount(held.net, "net", Text::column_net, &Document::net);
  amount(held.vat, "vat", Text::column_vat, &Document::vat);
  table.column("eligible", Text::column_document_eligible,
               [](const Row& row) { return row.document.eligible; });
  amount(held.grant, "grant", Text::column_grant, &Document::grant);
  table.list(parts::source_columns(figures, list->words()), &Row::shares);
  text(held.corrects, "corrects", Text::column_corrects, &Document::corrects);
  text(held.evidence, "evidence", Text::column_evidence, &Document::evidence);
  table.label("at", Text::column_where, [](const Row& row) {
    return row.document.file.empty() ? std::string() : row.document.at();
  });
  table.lazy_rows({count, [list, first](std::size_t at) { return (*list)[first + at]; }});
  if (count > 0 && count <= max_rows_held) table.total_row(Text::row_total, "document");
  return table.take();
}

}  // namespace

WorkbookEvidence build_document_list(const Dossier& dossier, const SourceSet& sources,
                                     const ReportScope& scope, const Figures& figures,
                                     Language language, std::size_t max_rows) {
  WorkbookEvidence made;
  if (figures.costs_suppressed) return made;
  const auto list =
      std::make_shared<const DocumentList>(dossier, sources, scope, figures, language);
  const Words& words = list->words();
  std::vector<std::string> tables;
  std::size_t first = 0;
  do {
    const std::string part = first == 0 ? "" : std::to_string(first / max_rows + 1);
    const std::string id = part.empty() ? "documents" : "documents_" + part;
    DocumentSection section;
    section.id = id;
    section.title = words(Text::section_documents);
    if (!part.empty()) section.title += " (" + part + ")";
    section.only_in_workbook = true;  // its columns are many, and print small
    section.add_note(words(figures.claim ? Text::note_documents_of_claim : Text::note_documents));
    section.add_note(words(Text::note_currency, {figures.currency}));
    section.add(table_of(list, figures, id, first, std::min(max_rows, list->size() - first)));
    made.sections.push_back(std::move(section));
    tables.push_back(id);
    first += max_rows;
  } while (first < list->size());
  const char* const step = figures.claim ? "period" : "cumulative";
  const auto add_check = [&](std::string name, std::string column, CellPlace total, Money value) {
    CheckedRows rows{tables, std::move(column), true, {}, {}, value};
    made.checks.push_back({std::move(name), {}, {std::move(total)}, std::move(rows), {}});
  };
  const DocumentList::Total total = list->total();
  add_check(words(Text::check_documents), "eligible", {"costs", 2, step}, total.eligible);
  for (std::size_t i = 0; i < figures.sources.size(); ++i) {
    const SourceFigures& source = figures.sources[i];
    add_check(words(Text::check_documents_source, {parts::source_label(words, figures, source)}),
              "source_" + source.id, {"sources", i, step}, total.shares[i]);
  }
  return made;
}

}  // namespace euproj
