#pragma once
// `euproj check`: the findings, and one line a project on standard output.
//
// Findings go to standard error as everywhere; with `--format json` or `sarif` they are the result
// and go to standard output; with -o to that file.

#include "app/run/for_each_project.hpp"
#include "app/run/output.hpp"
#include "euproj/render/render.hpp"

namespace euproj {

class CheckCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "check"; }
  [[nodiscard]] FixedText help() const override { return Text::help_check; }
  void declare(Parameters& parameters) override;
  void check() override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  struct Checked {
    Checked() : loaded(Diagnostics::Warnings::stay_warnings) {}

    Loaded loaded;       // of it the findings, and the files they point into
    std::string result;  // what goes to standard output, or to the file
    Date last;           // of the project
  };

  [[nodiscard]] ProjectRun project_run() const {
    return {projects_, batch_.threads, common_.language};
  }
  [[nodiscard]] Checked check_project(const std::string& path, Env& env) const;
  [[nodiscard]] std::string result_text(const std::string& path, const Loaded& loaded,
                                        Env& env) const;
  [[nodiscard]] Result<std::string, RenderFault> workbook(const std::vector<Checked>& checked,
                                                          const Env& env) const;
  [[nodiscard]] std::string all_results(const std::vector<Checked>& checked) const;

  std::vector<std::string> projects_;
  PeriodOptions period_;  // one command line for `check` and `report`
  FormatOptions format_;
  OutputOptions output_;
  BatchOptions batch_;
  bool allow_outside_ = false;
};

}  // namespace euproj
