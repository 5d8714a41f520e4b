#pragma once
// `euproj export`: the logs of projects as tables for an SQL engine.

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
  /// What is wrong with the folder; nothing where the projects can be added to it.
  [[nodiscard]] ExitCode check_folder(const std::vector<Loaded>& loaded, Env& env) const;
  [[nodiscard]] std::string path_of(const std::string& file) const;

  std::vector<std::string> projects_;
  std::string folder_;
  bool allow_outside_ = false;
};

}  // namespace euproj
