#pragma once
// `euproj split`: how the sources share any amount under the project's rules. With --infer, without
// a project: which rates and roundings give published amounts.

#include "app/run/output.hpp"

namespace euproj {

class SplitCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "split"; }
  [[nodiscard]] FixedText help() const override { return Text::help_split; }
  void declare(Parameters& parameters) override;
  void check() override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  [[nodiscard]] ExitCode split(Env& env) const;
  [[nodiscard]] ExitCode infer(Env& env) const;
  [[nodiscard]] ExitCode infer_from_list(Env& env) const;
  void print(Env& env, const std::string& json, const Document& document) const;

  std::string project_;
  std::vector<std::string> amounts_;  // with `infer_` the total first, parts "name=amount"
  bool infer_ = false;
  std::string list_;         // of --infer: a file instead of amounts
  std::string columns_;      // of the list, "TOTAL,PART"; empty: the usual ones
  bool keep_going_ = false;  // of the list: without its bad rows
  FormatOptions format_;
};

}  // namespace euproj
