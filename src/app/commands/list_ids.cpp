// `euproj list WHAT [PROJECT.yaml]`: ids of a definition, or codes, one a line: for scripts, and
// for the shells, whose completions ask it.

#include <algorithm>

#include "app/cli/command.hpp"
#include "app/commands/list.hpp"
#include "app/run/output.hpp"
#include "euproj/app/load.hpp"
#include "euproj/read/read_catalogue.hpp"

namespace euproj {
namespace {

class ListCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "list"; }
  [[nodiscard]] FixedText help() const override { return Text::help_ids; }
  void declare(Parameters& parameters) override;
  void check() override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  enum class What { indicators, claims, periods, catalogue, findings };
  static const Words<What>& all_lists();
  [[nodiscard]] bool is_of_project() const { return what_ < What::catalogue; }

  What what_{};
  std::string project_;
};

std::vector<std::string> indicators_of(const Project& project) {
  std::vector<std::string> ids;
  for (const Indicator& indicator : project.indicators) ids.push_back(indicator.id);
  for (const LumpSum& sum : project.budget.latest().lump_sums) ids.push_back(sum.id);
  for (const UnitCost& cost : project.budget.latest().unit_costs) ids.push_back(cost.id);
  return ids;
}

/// Words for --period: from the project's start to today, or to its end.
std::vector<std::string> periods_of(const Project& project, Date today) {
  std::vector<std::string> words = {"last-month", "all"};
  std::vector<std::string> quarters;
  std::vector<std::string> years;
  const auto add = [](std::vector<std::string>& some, std::string word) {
    if (some.empty() || some.back() != word) some.push_back(std::move(word));
  };
  const CalendarDay start = project.period.first.calendar();
  const Date last = std::min(today, project.period.last);
  auto month = Date::from(start.year, start.month, 1);
  for (; month && *month <= last; month = month->plus_months(1)) {
    const CalendarDay day = month->calendar();
    const std::string name = month->iso();
    add(years, name.substr(0, 4));
    add(quarters, name.substr(0, 4) + "-Q" + std::to_string((day.month + 2) / 3));
    words.push_back(name.substr(0, 7));
  }
  words.insert(words.end(), quarters.begin(), quarters.end());
  words.insert(words.end(), years.begin(), years.end());
  return words;
}

const Words<ListCommand::What>& ListCommand::all_lists() {
  static const Words<What> all = {{"indicators", What::indicators},
                                  {"claims", What::claims},
                                  {"periods", What::periods},
                                  {"catalogue", What::catalogue},
                                  {"findings", What::findings}};
  return all;
}

void ListCommand::declare(Parameters& parameters) {
  Parameter what{"WHAT", {}, Text::help_ids_what, {}};
  what.is_required = true;
  for (const auto& [name, list] : all_lists()) what.words.push_back(name);
  parameters.converted(std::move(what), [this, &parameters](const std::string& typed) {
    what_ = parameters.choose("WHAT", typed, all_lists());
  });
  parameters.argument("PROJECT.yaml", Text::help_one_project, project_);
}

void ListCommand::check() {
  if (is_of_project() && project_.empty()) throw fault(Text::usage_missing, {"PROJECT.yaml"});
}

ExitCode ListCommand::run(Env& env) {
  std::vector<std::string> words;
  if (is_of_project()) {
    const Loaded loaded = load_definition(project_, warnings_of(common_), env.files);
    // Also of a definition with errors, as far as it can be read: it is being written.
    if (!loaded.has_project) {
      print_findings(loaded, common_, env);
      return exit_code_of(loaded.diagnostics);
    }
    const Project& project = loaded.dossier.project;
    if (what_ == What::indicators) words = indicators_of(project);
    if (what_ == What::periods) words = periods_of(project, env.today);
    if (what_ == What::claims) {
      for (const Claim& claim : project.claims) words.push_back(claim.id);
    }
  } else if (what_ == What::catalogue) {
    for (const CatalogueEntry& entry : read_catalogue()) words.push_back(entry.code);
  } else {
    for (std::size_t i = 0; i < kind_count(); ++i) words.emplace_back(kind_info(AnyKind(i)).code);
  }
  for (const std::string& word : words) env.out << word << "\n";
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> list_command() { return std::make_unique<ListCommand>(); }

}  // namespace euproj
