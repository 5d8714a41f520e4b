#include <algorithm>
#include <map>

#include "euproj/words/texts.hpp"
#include "report/document/sections.hpp"

namespace euproj::parts {
namespace {

/// A figure that a page shows: its stable name, and in words.
struct NamedOnPage {
  std::string name;
  std::string label;
  std::string stepless;  // without "in the period": what a row changes, what is reconciled
};

/// Those of people, then those of money, in the order of the report.
std::vector<NamedOnPage> figures_on_page(const Figures& figures, const Words& words) {
  std::vector<NamedOnPage> shown;
  const auto with_steps = [&](const std::string& name, const std::string& label,
                              const std::string& rest) {
    shown.push_back({name + ".period" + rest, words(Text::sealed_in_period, {label}), label});
    shown.push_back({name + ".cumulative" + rest, words(Text::sealed_cumulative, {label}), label});
  };
  for (const IndicatorFigures& indicator : figures.indicators) {
    const std::string name = "indicators." + indicator.id;
    const std::string& id = indicator.id;
    with_steps(name, id, ".total");
    with_steps(name, words(Text::sealed_women, {id}), ".women");
    with_steps(name, words(Text::sealed_men, {id}), ".men");
  }
  const std::string people = words(Text::sealed_participants);
  shown.push_back({"participants.total", people, people});
  const std::string women = words(Text::sealed_women, {people});
  const std::string men = words(Text::sealed_men, {people});
  shown.push_back({"participants.women", women, women});
  shown.push_back({"participants.men", men, men});
  const auto money = [&](const std::string& name, const std::string& label) {
    with_steps(name, label, "");
  };
  money("expenditure.direct", words(Text::sealed_direct));
  money("expenditure.indirect", words(Text::sealed_indirect));
  money("expenditure.eligible", words(Text::sealed_eligible));
  for (const SourceFigures& source : figures.sources) {
    money("financing.sources." + source.id, source.id);
  }
  for (const TaskFigures& task : figures.tasks) {
    money("expenditure.tasks." + task.id, words(Text::sealed_task, {task.id}));
  }
  for (const ClaimFigures& claim : figures.claims) {
    const std::string label = words(Text::sealed_claim, {claim.id});
    shown.push_back({"expenditure.claims." + claim.id + ".eligible", label, label});
  }
  return shown;
}

bool is_money(const std::string& name) {
  return name.starts_with("financing.") || name.starts_with("expenditure.");
}

/// A count in a column of money, as in the table of key figures.
MoneyCell value_cell(const Words& words, const std::string& name,
                     const std::optional<std::string>& value) {
  if (!value) return {};
  if (is_money(name)) {
    const auto amount = parse_money(*value);
    return amount ? cell_of(words, std::optional(*amount)) : MoneyCell();
  }
  const auto count = parse_quantity(*value);
  return count ? MoneyCell(count_cell(std::optional(*count))) : MoneyCell();
}

struct ChangedLine {
  std::string period;
  std::string figure;
  MoneyCell sealed;
  MoneyCell now;
  MoneyCell difference;
};

Table changed_figures(const Figures& figures, const std::vector<NamedOnPage>& shown,
                      const Words& words, std::size_t& others) {
  TypedTable<ChangedLine> table(words, "changed_figures");
  table.title(Text::changes_figures);
  table.label("period", Text::column_sealed_period, &ChangedLine::period);
  table.label("figure", Text::column_sealed_figure, &ChangedLine::figure);
  table.column("sealed", Text::column_sealed, &ChangedLine::sealed);
  table.column("now", Text::column_known_now, &ChangedLine::now);
  table.column("difference", Text::column_sealed_difference, &ChangedLine::difference);
  for (const SealChanges& seal : figures.closed->changes) {
    std::size_t listed = 0;
    for (const NamedOnPage& each : shown) {
      const auto change =
          std::find_if(seal.figures.begin(), seal.figures.end(),
                       [&](const FigureChange& figure) { return figure.name == each.name; });
      if (change == seal.figures.end()) continue;
      ++listed;
      table.row({seal.part, each.label, value_cell(words, each.name, change->sealed),
                 value_cell(words, each.name, change->now),
                 value_cell(words, each.name, change->difference)});
    }
    others += seal.figures.size() - listed;
  }
  return table.take();
}

FixedText what_text(FigureReason::What what) {
  switch (what) {
    case FigureReason::What::came:
      return Text::change_came;
    case FigureReason::What::went:
      return Text::change_went;
    case FigureReason::What::changed:
      return Text::change_changed;
    case FigureReason::What::definition:
      return Text::change_definition;
  }
  return Text::change_changed;
}

struct ReasonLine {
  std::string period;
  FixedText what{};
  std::string key;
  std::string at;
  std::string affects;
};

/// Each cause once, with the figures on this page that it changes.
Table changed_rows(const Figures& figures, const std::vector<NamedOnPage>& shown,
                   const Words& words) {
  TypedTable<ReasonLine> table(words, "changed_rows");
  table.title(Text::changes_rows);
  table.label("period", Text::column_sealed_period, &ReasonLine::period);
  table.label("what", Text::column_sealed_what, &ReasonLine::what);
  table.label("key", Text::column_sealed_key, &ReasonLine::key);
  table.label("at", Text::column_sealed_at, &ReasonLine::at);
  table.column("affects", Text::column_sealed_affects, &ReasonLine::affects);
  for (const SealChanges& seal : figures.closed->changes) {
    std::map<FigureReason, std::vector<std::string>> reasons;
    for (const NamedOnPage& each : shown) {
      for (const FigureChange& change : seal.figures) {
        if (change.name != each.name) continue;
        for (const FigureReason& reason : change.why) {
          std::vector<std::string>& affected = reasons[reason];
          if (std::find(affected.begin(), affected.end(), each.stepless) == affected.end()) {
            affected.push_back(each.stepless);
          }
        }
      }
    }
    for (const auto& [reason, affected] : reasons) {
      table.row({seal.part, what_text(reason.what), reason.key, reason.at, comma_list(affected)});
    }
  }
  return table.take();
}

struct ReconciledLine {
  std::string figure;
  MoneyCell sealed;
  MoneyCell changed;
  MoneyCell since;
  MoneyCell cumulative;
};

Table reconciliation_table(const Reconciliation& reconciliation,
                           const std::vector<NamedOnPage>& shown, const Words& words) {
  TypedTable<ReconciledLine> table(words, "reconciliation");
  table.title(words(Text::reconciliation_title, {reconciliation.part}));
  table.label("figure", Text::column_sealed_figure, &ReconciledLine::figure);
  table.column("sealed", words(Text::column_sealed_until, {reconciliation.last.iso()}),
               &ReconciledLine::sealed);
  table.column("changed", Text::column_changed_since, &ReconciledLine::changed);
  table.column("since", words(Text::column_after_seal, {reconciliation.last.iso()}),
               &ReconciledLine::since);
  table.column("cumulative", Text::column_cumulative, &ReconciledLine::cumulative);
  for (const NamedOnPage& each : shown) {
    const auto figure = std::find_if(
        reconciliation.figures.begin(), reconciliation.figures.end(),
        [&](const ReconciledFigure& reconciled) { return reconciled.name == each.name; });
    if (figure == reconciliation.figures.end()) continue;
    const auto cell = [&](const std::string& value) { return value_cell(words, each.name, value); };
    const auto is_zero = [](const std::string& value) {
      return value.find_first_of("123456789") == std::string::npos;
    };
    if (is_zero(figure->sealed) && is_zero(figure->changed) && is_zero(figure->cumulative))
      continue;
    table.row({each.stepless, cell(figure->sealed), cell(figure->changed), cell(figure->since),
               cell(figure->cumulative)});
  }
  return table.take();
}

}  // namespace

DocumentSection changes_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("changes", words(Text::section_changes));
  const ClosedPeriods& closed = *figures.closed;
  const std::vector<NamedOnPage> shown = figures_on_page(figures, words);
  if (closed.changes.empty()) {
    section.add_note(words(Text::changes_none, {comma_list(closed.parts)}));
  } else {
    std::size_t others = 0;
    section.add(changed_figures(figures, shown, words, others));
    section.add(changed_rows(figures, shown, words));
    if (others > 0) section.add_note(words(Text::changes_others, {std::to_string(others)}));
  }
  if (closed.reconciliation) {
    section.add(reconciliation_table(*closed.reconciliation, shown, words));
  }
  return section;
}

}  // namespace euproj::parts
