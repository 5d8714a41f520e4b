#pragma once
// `euproj seal`: closes a period or a claim by writing down what is known of it
// (src/app/audit/README.md#seal).

#include "app/audit/sealing.hpp"
#include "app/run/output.hpp"

namespace euproj {

class SealCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "seal"; }
  [[nodiscard]] FixedText help() const override { return Text::help_seal; }
  void declare(Parameters& parameters) override;
  void check() override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  struct Target {
    ReportScope scope;
    std::string part;
    std::string folder;  // with its slash
    std::string path;
  };
  /// Says what is wrong with the usage, where only the project can tell.
  [[nodiscard]] std::optional<Target> target_of(const Project& project, Env& env) const;
  /// The seals in the folder of the new one: the chain that it joins.
  [[nodiscard]] std::vector<Seal> chain_of(const Target& target, Loaded& loaded, Env& env) const;
  [[nodiscard]] Seal seal_of(const Loaded& loaded, const Target& target,
                             const std::vector<Seal>& chain, PeopleCounts counts) const;
  /// Puts the old one aside; where that cannot be done, says so.
  [[nodiscard]] bool keep_old(const Target& target, Seal& seal, Env& env) const;
  [[nodiscard]] std::size_t threads() const;                     // from 1
  [[nodiscard]] std::size_t useful(const Loaded& loaded) const;  // of these

  std::string project_;
  PeriodOptions period_;
  std::string folder_;
  bool replace_ = false;
  std::string reason_;
  BatchOptions batch_;
  bool allow_outside_ = false;
};

}  // namespace euproj
