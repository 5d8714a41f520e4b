#pragma once
// `euproj list WHAT [PROJECT.yaml]`: ids of a definition, or codes, one a line: for scripts, and
// for the shells, whose completions ask it.

#include "app/cli/command.hpp"

namespace euproj {

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

}  // namespace euproj
