#pragma once
// `euproj report`: each project by itself; one that fails does not stop the others. Of several that
// go to a folder there is a summary too.

#include "app/run/inputs.hpp"
#include "app/run/report_project.hpp"

namespace euproj {

class ReportCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "report"; }
  [[nodiscard]] FixedText help() const override { return Text::help_report; }
  void declare(Parameters& parameters) override;
  void check() override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  /// `inputs` gets what was read, as it stood before it was read.
  [[nodiscard]] ExitCode report_all(const OutputTarget& target, Env& world,
                                    WatchedInputs& inputs) const;
  [[nodiscard]] std::vector<ReportRequest> read_definitions(Env& env) const;
  /// As text on standard output; beside the reports as `_fleet-PERIOD` in each of their formats but
  /// text and csv. No project's id begins with `_`.
  [[nodiscard]] ExitCode write_fleet(std::span<const ProjectReport> reports,
                                     const OutputTarget& target, Env& env) const;

  ReportOptions options_{common_};
};

}  // namespace euproj
