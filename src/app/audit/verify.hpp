#pragma once
// `euproj verify`: whether reports and seals that came back are what the logs give
// (src/app/audit/README.md#verify).

#include <string>
#include <vector>

#include "app/audit/recorded_request.hpp"
#include "app/run/report_project.hpp"
#include "euproj/report/verification.hpp"

namespace euproj {

class VerifyCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "verify"; }
  [[nodiscard]] FixedText help() const override { return Text::help_verify; }
  void declare(Parameters& parameters) override;
  void check() override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  /// What is found of one file.
  struct Found {
    Verification verification;
    Diagnostics diagnostics;
    SourceSet sources;
    FileId file = no_file;
  };

  // Each gives `done` where the file could be compared; else what is wrong is in the diagnostics or
  // was printed.
  [[nodiscard]] ExitCode verify(const std::string& path, Env& env) const;
  [[nodiscard]] ExitCode verify_json(std::string_view bytes, Found& found, Env& env) const;
  [[nodiscard]] ExitCode verify_workbook(std::string_view bytes, Found& found, Env& env) const;
  [[nodiscard]] ExitCode verify_seal(const std::string& path, Found& found, Env& env) const;
  [[nodiscard]] ExitCode report_again(const RecordedRequest& recorded, Format format, Found& found,
                                      std::string& bytes, Env& env) const;

  [[nodiscard]] ExitCode verify_sql(Env& env) const;

  std::string project_;
  std::vector<std::string> files_;
  std::string sql_;  // the result of a script instead of files
  PeriodOptions period_;
  FormatOptions format_;
  bool allow_outside_ = false;
};

}  // namespace euproj
