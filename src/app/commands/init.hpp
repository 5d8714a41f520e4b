#pragma once
// `euproj init`: the files of examples/new-project, which are themselves a tested example. With
// --from a definition for files that somebody keeps already, as far as their headers tell, on
// standard output.

#include "app/run/output.hpp"
#include "euproj/read/recognise_data.hpp"

namespace euproj {

class InitCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "init"; }
  [[nodiscard]] FixedText help() const override { return Text::help_init; }
  void declare(Parameters& parameters) override;
  void check() override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  [[nodiscard]] ExitCode make(const std::string& folder, Env& env) const;
  /// The example, with the schema beside it and the common indicators of the fund.
  [[nodiscard]] std::string definition() const;
  /// The definition that the files suggest; what is doubtful stands in comments.
  [[nodiscard]] ExitCode describe(Env& env) const;
  static void write_log(Env& env, const RecognisedData& data, LogKind log);

  bool from_ = false;
  std::string fund_;  // as typed; empty: that of the example
  std::vector<std::string> arguments_;
};

}  // namespace euproj
