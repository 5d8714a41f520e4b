// `euproj diff`: what moved by meaning between two definitions of a project, or which figures
// differ between two reports or seals.

#include "app/commands/list.hpp"
#include "app/run/compare_reports.hpp"
#include "app/run/output.hpp"
#include "euproj/read/read_project.hpp"
#include "euproj/render/render_answers.hpp"
#include "euproj/render/render_diagnostics.hpp"
#include "euproj/words/file_faults.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

class DiffCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "diff"; }
  [[nodiscard]] FixedText help() const override { return Text::help_diff; }

  void declare(Parameters& parameters) override {
    parameters.argument("OLD.yaml", Text::help_diff_old, before_, true);
    parameters.argument("NEW.yaml", Text::help_diff_new, after_, true);
    format_.declare(parameters, Text::help_format);
    text_.declare(parameters);
    declare_findings(parameters);
  }

  void check() override { format_.check_one_of({Format::text, Format::json}, *this); }

  [[nodiscard]] ExitCode run(Env& env) override {
    return is_json(before_) && is_json(after_) ? compare_figures(env) : compare_definitions(env);
  }

 private:
  static bool is_json(const std::string& path) { return extension_in(path) == "json"; }

  [[nodiscard]] ExitCode compare_figures(Env& env) const {
    SourceSet sources;
    Diagnostics diagnostics;
    const auto read = [&](const std::string& path) {
      const FileId file = sources.add(path, path);
      const auto content = env.files.read(path);
      std::optional<std::vector<NamedFigure>> figures;
      if (!content) {
        report_unreadable(path, content.reason(), {file}, diagnostics);
      } else if (figures = figures_in((*content)->bytes()); !figures) {
        diagnostics.report(Kind::not_a_report, {file}, {path});
      }
      return figures;
    };
    const auto before = read(before_);
    const auto after = read(after_);
    env.err << render_diagnostics_text(diagnostics, sources, {.language = common_.language});
    if (const ExitCode code = exit_code_of(diagnostics); code != ExitCode::done) return code;
    const std::vector<FigureChange> changes = build_figure_changes(*before, *after);
    if (format_.one() == Format::json) {
      env.out << render_figure_changes_json(changes);
    } else {
      env.out << render_text(
          build_figure_changes_document(before_, after_, changes, common_.language),
          text_style(common_, text_, env));
    }
    return ExitCode::done;
  }

  [[nodiscard]] ExitCode compare_definitions(Env& env) const {
    const Loaded before = load_definition(before_, warnings_of(common_), env.files);
    const Loaded after = load_definition(after_, warnings_of(common_), env.files);
    print_findings(before, common_, env);
    print_findings(after, common_, env);
    const ExitCode code =
        highest(exit_code_of(before.diagnostics), exit_code_of(after.diagnostics));
    if (code != ExitCode::done) return code;

    DifferenceAnswer answer;
    answer.changes = build_changes(read_entries(before.dossier.definition.file, before.sources),
                                   read_entries(after.dossier.definition.file, after.sources));
    // Amounts of two currencies have no difference.
    if (before.dossier.project.currency == after.dossier.project.currency) {
      answer.money = build_difference(before.dossier.project, after.dossier.project);
    }
    if (format_.one() == Format::json) {
      env.out << render_difference_json(answer);
    } else {
      env.out << render_text(build_difference_document(before_, after_, answer, common_.language),
                             text_style(common_, text_, env));
    }
    return ExitCode::done;
  }

  std::string before_;
  std::string after_;
  FormatOptions format_;
  TextOptions text_;
};

}  // namespace

std::unique_ptr<Command> diff_command() { return std::make_unique<DiffCommand>(); }

}  // namespace euproj
