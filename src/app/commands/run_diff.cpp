// `euproj diff`: what moved by meaning between two definitions of a project.

#include <algorithm>

#include "app/cli/usage_text.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/definition_changes.hpp"
#include "app/run/findings_output.hpp"
#include "euproj/render/render.hpp"
#include "euproj/render/render_answers.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

class DifferenceText {
 public:
  explicit DifferenceText(Language language) : language_(language) {}

  Document document(const Options& options, const DifferenceAnswer& answer) const {
    Document document;
    document.language = language_;
    document.title = say(Text::diff_title);
    document.subtitle = options.projects[0] + " → " + options.projects[1];
    document.sections = {changes_section(answer)};
    if (answer.money && moves(*answer.money)) {
      document.sections.push_back(money_section(*answer.money));
    }
    return document;
  }

 private:
  std::string say(FixedText which) const { return std::string(text(which, language_)); }

  DocumentSection changes_section(const DifferenceAnswer& answer) const {
    DocumentSection section;
    section.id = "changes";
    section.title = say(Text::diff_changes);
    if (answer.changes.empty()) {
      section.notes = {say(Text::diff_none)};
      return section;
    }
    Table table;
    table.id = "changes";
    table.columns = {{"path", say(Text::diff_column_path), ColumnKind::text},
                     {"old", say(Text::diff_column_old), ColumnKind::text},
                     {"new", say(Text::diff_column_new), ColumnKind::text},
                     {"change", say(Text::diff_column_change), ColumnKind::count}};
    const auto side = [](const std::optional<std::string>& value) {
      return value ? Cell(*value) : Cell();
    };
    for (const DefinitionChange& change : answer.changes) {
      TableRow row;
      row.cells = {Cell(change.path), side(change.before), side(change.after),
                   change.change ? Cell(*change.change) : Cell(std::string())};
      if (!change.before) row.cells.back() = Cell(say(Text::diff_added));
      if (!change.after) row.cells.back() = Cell(say(Text::diff_removed));
      table.rows.push_back(std::move(row));
    }
    section.tables = {std::move(table)};
    return section;
  }

  DocumentSection money_section(const MoneyDifference& money) const {
    DocumentSection section;
    section.id = "money";
    section.title = say(Text::diff_money);
    Table tasks = table_of("tasks", Text::diff_tasks, Text::diff_column_task);
    for (const MoneyMove& task : money.tasks) add(tasks, task.id, task, RowRole::item);
    if (!money.indirect.before.is_zero() || !money.indirect.after.is_zero()) {
      add(tasks, say(Text::diff_indirect), money.indirect, RowRole::item);
    }
    add(tasks, say(Text::diff_rest), money.rest, RowRole::item);
    add(tasks, say(Text::diff_total), money.total, RowRole::total);
    Table sources = table_of("sources", Text::diff_sources, Text::column_source);
    for (const MoneyMove& source : money.sources) add(sources, source.id, source, RowRole::item);
    add(sources, say(Text::diff_total), money.total, RowRole::total);
    section.tables = {std::move(tasks), std::move(sources)};
    return section;
  }

  static bool moves(const MoneyDifference& money) {
    const auto moved = [](const MoneyMove& move) { return !move.change().is_zero(); };
    return moved(money.total) || moved(money.rest) || moved(money.indirect) ||
           std::any_of(money.tasks.begin(), money.tasks.end(), moved) ||
           std::any_of(money.sources.begin(), money.sources.end(), moved);
  }

  Table table_of(std::string id, FixedText title, FixedText first) const {
    Table table;
    table.id = std::move(id);
    table.title = say(title);
    table.columns = {{"id", say(first), ColumnKind::text},
                     {"old", say(Text::diff_column_old), ColumnKind::money},
                     {"new", say(Text::diff_column_new), ColumnKind::money},
                     {"change", say(Text::diff_column_change), ColumnKind::money}};
    return table;
  }

  static void add(Table& table, const std::string& name, const MoneyMove& move, RowRole role) {
    TableRow row;
    row.role = role;
    row.cells = {Cell(name), Cell(move.before), Cell(move.after), Cell(move.change())};
    table.rows.push_back(std::move(row));
  }

  Language language_;
};

}  // namespace

ExitCode run_diff(const Options& options, Env& env) {
  const Format format = options.formats.front();
  if (options.formats.size() > 1 || (format != Format::text && format != Format::json)) {
    env.err << usage_text(options, Text::usage_word,
                          {"diff --format", options.format_words, "text, json"});
    return ExitCode::wrong_usage;
  }
  const Loaded before = load_definition(options.projects[0], warnings_of(options), env.files);
  const Loaded after = load_definition(options.projects[1], warnings_of(options), env.files);
  print_findings(before, options, env);
  print_findings(after, options, env);
  const ExitCode code =
      highest(exit_code_of(before.diagnostics), exit_code_of(after.diagnostics));
  if (code != ExitCode::done) return code;

  DifferenceAnswer answer;
  answer.changes =
      changes_between(read_entries(before.dossier.definition.file, before.sources),
                      read_entries(after.dossier.definition.file, after.sources));
  // Amounts of two currencies have no difference.
  if (before.dossier.project.currency == after.dossier.project.currency) {
    answer.money = build_difference(before.dossier.project, after.dossier.project);
  }
  if (format == Format::json) {
    env.out << render_difference_json(answer);
  } else {
    TextStyle style;
    style.colour = use_colour(options, env, env.out_is_terminal);
    env.out << render_text(DifferenceText(options.language).document(options, answer), style);
  }
  return ExitCode::done;
}

}  // namespace euproj
