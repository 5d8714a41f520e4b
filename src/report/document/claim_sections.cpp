#include <algorithm>

#include "euproj/words/texts.hpp"
#include "report/document/sections.hpp"

namespace euproj::parts {
namespace {

Table claims_table(const Figures& figures, const Words& words) {
  TypedTable<ClaimFigures> table(words, "claims");
  table.title(Text::table_claims);
  table.empty_note(Text::none_claims);
  table.label("id", Text::column_claim, &ClaimFigures::id);
  table.column("from", Text::column_from,
               [](const ClaimFigures& claim) { return claim.period.first; });
  table.column("to", Text::column_to, [](const ClaimFigures& claim) { return claim.period.last; });
  table.column("status", Text::column_status,
               [](const ClaimFigures& claim) { return claim_status_text(claim.status); });
  table.column("eligible", Text::column_eligible, &ClaimFigures::eligible);
  table.list(source_columns(figures, words), &ClaimFigures::shares);
  table.rows(figures.claims);
  if (!table.empty()) table.total_row(Text::row_total, "id");
  return table.take();
}

std::string kinds_text(const ClaimFigures& claim, const Words& words) {
  std::vector<std::string> kinds;
  for (const Claim::Kind kind : claim.kinds) kinds.push_back(words(claim_kind_text(kind)));
  return comma_list(kinds);
}

/// What claims are for, what they were submitted with, and what was decided on them.
Table decisions_table(const Figures& figures, const Words& words) {
  TypedTable<ClaimFigures> table(words, "decisions");
  table.title(Text::table_decisions);
  table.label("id", Text::column_claim, &ClaimFigures::id);
  table.label("kind", Text::column_claim_kind,
              [words](const ClaimFigures& claim) { return kinds_text(claim, words); });
  table.column("submitted", Text::column_submitted, [](const ClaimFigures& claim) {
    return claim.submitted ? claim.submitted->date : Date();
  });
  table.column("submitted_amount", Text::column_submitted_amount, [](const ClaimFigures& claim) {
    return claim.submitted ? claim.submitted->eligible : std::nullopt;
  });
  table.column("decided", Text::column_decided, [](const ClaimFigures& claim) {
    return claim.decided ? claim.decided->date : Date();
  });
  table.column("approved", Text::column_approved, [](const ClaimFigures& claim) {
    return claim.decided ? claim.decided->approved : std::nullopt;
  });
  table.column("ineligible", Text::column_ineligible, [](const ClaimFigures& claim) {
    std::optional<Money> sum;
    if (!claim.decided) return sum;
    sum = Money();
    for (const IneligibleAmount& cut : claim.decided->ineligible) *sum += cut.amount;
    return sum;
  });
  for (const ClaimFigures& claim : figures.claims) {
    if (claim.submitted || claim.decided || !claim.kinds.empty()) table.row(claim);
  }
  return table.take();
}

struct IneligibleLine {
  std::string claim;
  IneligibleAmount cut;
};

Table ineligible_table(const Figures& figures, const Words& words) {
  TypedTable<IneligibleLine> table(words, "ineligible");
  table.title(Text::table_ineligible);
  table.label("claim", Text::column_claim, &IneligibleLine::claim);
  table.label("document", Text::column_document,
              [](const IneligibleLine& line) { return line.cut.document; });
  table.column("amount", Text::column_amount,
               [](const IneligibleLine& line) { return line.cut.amount; });
  table.column("reason", Text::column_cut_reason,
               [](const IneligibleLine& line) { return line.cut.reason; });
  for (const ClaimFigures& claim : figures.claims) {
    if (!claim.decided) continue;
    for (const IneligibleAmount& cut : claim.decided->ineligible) table.row({claim.id, cut});
  }
  if (!table.empty()) table.total_row(Text::row_total, "claim");
  return table.take();
}

/// The first numbers of documents, and how many there are beside.
std::string first_documents(const std::vector<std::string_view>& documents, const Words& words) {
  constexpr std::size_t max_shown = 3;
  std::vector<std::string> shown;
  for (const std::string_view each : documents) {
    if (shown.size() == max_shown) break;
    shown.emplace_back(each);
  }
  const std::size_t others = documents.size() - shown.size();
  return others == 0 ? comma_list(shown)
                     : words(Text::and_others, {comma_list(shown), std::to_string(others)});
}

Table on_the_way_table(const OnTheWayFigures& on_the_way, const Words& words) {
  using Part = OnTheWayFigures::Part;
  TypedTable<Part> table(words, "on_the_way");
  table.title(Text::table_on_the_way);
  table.label("state", Text::column_state,
              [](const Part& part) { return waiting_text(part.state); });
  table.column("count", Text::column_document_count,
               [](const Part& part) { return static_cast<std::int64_t>(part.documents.size()); });
  table.column("amount", Text::column_amount, &Part::amount);
  table.column("documents", Text::column_documents,
               [words](const Part& part) { return first_documents(part.documents, words); });
  for (const Part& part : on_the_way.parts) {
    if (!part.documents.empty()) table.row(part);
  }
  return table.take();
}

Table on_the_way_documents_table(const OnTheWayFigures& on_the_way, const Words& words) {
  TypedTable<WaitingDocument> table(words, "on_the_way_documents");
  table.title(Text::table_on_the_way_documents);
  table.medium(Medium::workbook);
  table.label("document", Text::column_document, &WaitingDocument::document);
  table.column("paid", Text::column_paid, &WaitingDocument::paid);
  table.label("task", Text::column_task, &WaitingDocument::task);
  table.label("claim", Text::column_claim, &WaitingDocument::claim);
  table.column("eligible", Text::column_document_eligible, &WaitingDocument::eligible);
  table.column("state", Text::column_state,
               [](const WaitingDocument& row) { return waiting_text(row.state); });
  table.lazy_rows(on_the_way.documents);
  return table.take();
}

Table advances_table(const Figures& figures, const Words& words) {
  TypedTable<AdvanceFigures> table(words, "advances");
  table.title(Text::table_advances);
  table.label("source", Text::column_source, [words, &figures](const AdvanceFigures& advance) {
    return source_label(words, figures, advance.source);
  });
  table.column("date", Text::column_date, &AdvanceFigures::date);
  table.column("amount", Text::column_amount, &AdvanceFigures::amount);
  table.rows(figures.advances);
  table.total_row(Text::row_total, "source");
  return table.take();
}

struct SettlementLine {
  std::string name;
  MoneyCell amount;
  PercentCell percent = PercentCell::blank();
};

Table settlement_table(const Settlement& settlement, const Words& words) {
  TypedTable<SettlementLine> table(words, "settlement");
  table.title(Text::table_settlement);
  table.label("name", Text::column_figure, &SettlementLine::name);
  table.column("amount", Text::column_amount, &SettlementLine::amount);
  table.column("percent", Text::column_percent, &SettlementLine::percent);
  table.row({words(Text::row_received), cell_of(words, settlement.received)});
  table.row({words(Text::row_returned), cell_of(words, settlement.returned)});
  table.row({settlement.claims.empty() ? words(Text::row_settled_none)
                                       : words(Text::row_settled, {comma_list(settlement.claims)}),
             cell_of(words, settlement.settled), cell_of(words, settlement.percent)});
  table.row({words(Text::row_open), cell_of(words, settlement.open)});
  if (settlement.missing) {
    const Tone tone = settlement.missing->is_zero() ? Tone::good : Tone::attention;
    table.row({words(Text::row_missing, {settlement.rule->percent_text()}),
               cell_of(words, settlement.missing).with(tone)});
  }
  return table.take();
}

/// What was claimed before, what this claim brings, and both.
template <typename Item, typename Project>
void add_claim_columns(TypedTable<Item>& table, Project money_of) {
  table.column("before", Text::column_before,
               [money_of](const Item& item) { return money_of(item).before(); });
  table.column("claim", Text::column_this_claim,
               [money_of](const Item& item) { return money_of(item).period; });
  table
      .column("cumulative", Text::column_cumulative,
              [money_of](const Item& item) { return money_of(item).cumulative; })
      .rule(sum_of("before", "claim"));
}

Table claim_sources_table(const Figures& figures, const Words& words) {
  TypedTable<SourceFigures> table(words, "claim_sources");
  table.title(Text::table_claim_sources);
  table.label("id", Text::column_source, [words, &figures](const SourceFigures& source) {
    return source_label(words, figures, source);
  });
  table.column("agreed", Text::column_agreed, &SourceFigures::agreed);
  add_claim_columns(table, [](const SourceFigures& source) {
    return MoneyFigures{source.period, source.cumulative};
  });
  table.column("remaining", Text::column_remaining, &SourceFigures::remaining)
      .rule(difference_of("agreed", "cumulative"));
  table.rows(figures.sources);
  table.total_row(Text::row_total, "id");
  return table.take();
}

struct ClaimCostLine {
  std::string name;
  MoneyFigures money;
};

Table claim_costs_table(const Figures& figures, const Words& words) {
  TypedTable<ClaimCostLine> table(words, "claim_costs");
  table.title(Text::table_claim_costs);
  table.label("name", Text::column_costs, &ClaimCostLine::name);
  add_claim_columns(table, [](const ClaimCostLine& line) { return line.money; });
  table.row({words(Text::row_direct), figures.direct});
  table.row({indirect_label(figures, words), figures.indirect});
  table.row({words(Text::row_eligible), figures.eligible}, RowRole::total);
  return table.take();
}

Table claim_tasks_table(const Figures& figures, const Words& words) {
  TypedTable<TaskFigures> table(words, "claim_tasks");
  table.title(Text::table_claim_tasks);
  table.label("id", Text::column_task, &TaskFigures::id);
  table.column("planned", Text::column_planned, &TaskFigures::planned);
  add_claim_columns(table, [](const TaskFigures& task) {
    return MoneyFigures{task.period, task.cumulative};
  });
  table
      .column("remaining", Text::column_remaining,
              [](const TaskFigures& task) { return attention_if_negative(task.remaining); })
      .rule(difference_of("planned", "cumulative"));
  table.rows(figures.tasks);
  if (!table.empty()) table.total_row(Text::row_total, "id");
  return table.take();
}

Table claim_lines_table(const ClaimReportFigures& claim, const Words& words) {
  TypedTable<ClaimLineFigures> table(words, "claim_lines");
  table.title(Text::table_claim_lines);
  table.label("task", Text::column_task, &ClaimLineFigures::task);
  table.label("category", Text::column_category, [words](const ClaimLineFigures& line) {
    return line.category.empty() ? words(Text::row_not_given) : line.category;
  });
  add_claim_columns(table, [](const ClaimLineFigures& line) { return line.direct; });
  table.rows(claim.lines);
  if (!table.empty()) table.total_row(Text::row_total, "task");
  return table.take();
}

/// Narrow enough for 100 columns.
Table documents_in_text(const ClaimReportFigures& claim, const Words& words) {
  using Row = DocumentFigures;
  TypedTable<Row> table(words, "claim_documents_text");
  table.title(Text::table_claim_documents);
  table.empty_note(Text::none_documents);
  table.medium(Medium::text);
  table.label("document", Text::column_document, &Row::document);
  table.column("paid", Text::column_paid, &Row::paid);
  table.label("task", Text::column_task, &Row::task);
  table.label("category", Text::column_category, &Row::category);
  table.column("eligible", Text::column_document_eligible, &Row::eligible);
  table.column("at", Text::column_where, &Row::at);
  table.lazy_rows(claim.documents);
  if (!table.empty()) table.total_row(Text::row_total, "document");
  return table.take();
}

}  // namespace

DocumentSection claims_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("claims", words(Text::section_claims));
  section.add_note(words(Text::note_currency, {figures.currency}));
  section.add(claims_table(figures, words));
  const auto is_in_process = [](const ClaimFigures& claim) {
    return claim.submitted || claim.decided || !claim.kinds.empty();
  };
  if (std::any_of(figures.claims.begin(), figures.claims.end(), is_in_process)) {
    section.add(decisions_table(figures, words));
  }
  Table ineligible = ineligible_table(figures, words);
  if (!ineligible.rows.empty()) section.add(std::move(ineligible));
  if (figures.on_the_way && !figures.on_the_way->documents.empty()) {
    section.add(on_the_way_table(*figures.on_the_way, words));
    section.add(on_the_way_documents_table(*figures.on_the_way, words));
  }
  if (!figures.advances.empty()) section.add(advances_table(figures, words));
  if (figures.settlement) section.add(settlement_table(*figures.settlement, words));
  return section;
}

DocumentSection claim_report_section(const Figures& figures, const Words& words) {
  const ClaimReportFigures& claim = *figures.claim;
  DocumentSection section = section_of("claim", words(Text::section_claim, {claim.id}));
  section.add_note(words(Text::note_claim, {words(claim_status_text(claim.status)),
                                            std::to_string(claim.documents.size())}));
  section.add_note(words(Text::note_currency, {figures.currency}));
  section.add(claim_sources_table(figures, words));
  section.add(claim_costs_table(figures, words));
  section.add(claim_tasks_table(figures, words));
  section.add(claim_lines_table(claim, words));
  section.add(documents_in_text(claim, words));
  return section;
}

}  // namespace euproj::parts
