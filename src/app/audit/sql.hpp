#pragma once
// `euproj sql`: a script that computes the figures again in an engine that we did not write.

#include <string>
#include <vector>

#include "app/run/output.hpp"
#include "euproj/sql/sql_script.hpp"

namespace euproj {

class SqlCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "sql"; }
  [[nodiscard]] FixedText help() const override { return Text::help_sql; }
  void declare(Parameters& parameters) override;
  void check() override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  std::vector<std::string> projects_;
  SqlDialect dialect_ = SqlDialect::duckdb;
  PeriodOptions period_;
  std::string output_;
  bool allow_outside_ = false;
};

}  // namespace euproj
