#pragma once
// `euproj export`: the logs of projects as tables for an SQL engine.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "app/run/output.hpp"

namespace euproj {

class ExportCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "export"; }
  [[nodiscard]] FixedText help() const override { return Text::help_export; }
  void declare(Parameters& parameters) override;
  void check() override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  /// Calls `work` while all tables are being written: their files come into place together, and
  /// none does where it says that something is wrong.
  ExitCode write_tables(Env& env, const std::function<ExitCode(const std::vector<Sink>&)>& work);
  /// Rows of all projects, one project after the other: one at a time is in memory.
  ExitCode write_projects(Env& env, const std::vector<Sink>& tables);
  /// What is wrong with the tables that are in the folder; finds the projects that they hold.
  [[nodiscard]] ExitCode check_folder(Env& env);
  [[nodiscard]] ExitCode write_schemas(Env& env) const;
  [[nodiscard]] std::string path_of(const std::string& file) const;

  std::vector<std::string> projects_;
  std::map<std::string, std::string, std::less<>> held_;  // projects, and the first table with each
  std::string folder_;
  bool allow_outside_ = false;
};

}  // namespace euproj
