#pragma once
// `euproj sample`: which documents or participants to check, the same ones for everybody who has
// the seed; and what the errors found in them say of the whole (src/calc/README.md#sampling).

#include <string>

#include "app/run/output.hpp"
#include "euproj/report/sample_answer.hpp"

namespace euproj {

class SampleCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "sample"; }
  [[nodiscard]] FixedText help() const override { return Text::help_sample; }
  void declare(Parameters& parameters) override;
  void check() override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  /// The scope is known once the project is: says what is wrong with it.
  [[nodiscard]] std::optional<SampleRequest> request_of(const Project& project, Env& env) const;
  /// False when the results are not those of the sample, which is reported.
  [[nodiscard]] bool project_results(SampleAnswer& answer, Env& env) const;
  [[nodiscard]] ExitCode write(const SampleAnswer& answer, const SampleRequest& request,
                               Env& env) const;

  std::string project_;
  SampleOf of_ = SampleOf::documents;
  SampleMethod method_ = SampleMethod::random;
  std::size_t size_ = 0;
  std::string seed_;
  std::string results_;
  PeriodOptions period_;
  FormatOptions format_;
  TextOptions text_;
  std::string output_;
  bool allow_outside_ = false;
};

}  // namespace euproj
