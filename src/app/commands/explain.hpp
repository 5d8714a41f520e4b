#pragma once
// `euproj explain`: what is behind one indicator, the whole story of one person, or what a finding
// means.

#include "app/run/for_each_project.hpp"
#include "app/run/output.hpp"
#include "euproj/report/explained.hpp"

namespace euproj {

class ExplainCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "explain"; }
  [[nodiscard]] FixedText help() const override { return Text::help_explain; }
  void declare(Parameters& parameters) override;
  void check() override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  /// `explain CODE` of a finding; no project.
  [[nodiscard]] ExitCode run_finding(Env& env) const;
  [[nodiscard]] ExitCode unknown_finding(Env& env) const;
  [[nodiscard]] Loaded load_shown(Env& world) const;
  /// What is asked of a project that could be read; or what is wrong with the question.
  [[nodiscard]] Result<ExplainRequest, std::string> request_of(const Dossier& dossier,
                                                               Date day) const;
  [[nodiscard]] std::string indicator_fault(const Project& project) const;
  [[nodiscard]] std::string person_fault(const Dossier& dossier) const;
  [[nodiscard]] std::string rendered(const Explained& explained, const Env& env) const;
  /// Beside a report of the same period, not over it: ID-PERIOD-INDICATOR.EXT.
  [[nodiscard]] std::string file_part(const ReportingPeriod& period) const;

  std::vector<std::string> projects_ = std::vector<std::string>(1);
  std::string code_;       // of a finding, instead of a project
  std::string indicator_;  // may be empty when there is a person
  std::string person_;     // a person_id
  bool reveal_ = false;    // PESEL and personal columns too
  std::string small_cells_;
  PeriodOptions period_;
  FormatOptions format_;
  TextOptions text_;
  OutputOptions output_;
  bool allow_outside_ = false;
};

}  // namespace euproj
