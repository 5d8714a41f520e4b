#pragma once
// Changes in closed periods, and the reconciliation of cumulative figures
// (src/app/audit/README.md#seal).
//
//   sealed up to 2026-09: 54 · changed since: +1 (RB/031) · in 2026-10: +3 · known now: 58
//
//            sealed figures              what the sealed request gives today        today's figures
//   54 ------------------------> 55 = 54 + 1 changed ------------------------> 58 = 55 + 3 since

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "euproj/core/date.hpp"
#include "euproj/core/quantity.hpp"
#include "euproj/model/seal.hpp"

namespace euproj {

/// An entry of a definition that is not what it was.
/// Added when there is no `before`, removed when there is no `after`.
struct DefinitionChange {
  std::string path;
  std::optional<std::string> before;
  std::optional<std::string> after;
  std::optional<Quantity> change;  // of two numbers
};

struct FigureReason {
  enum class What : std::uint8_t { came, went, changed, definition };
  What what{};
  std::string key;  // person, document, row; of the definition its entry: "indicators[P1].target"
  std::string at;   // FILE:LINE: of what went as it was sealed, else as it is now

  friend auto operator<=>(const FigureReason&, const FigureReason&) = default;
};

/// A figure of a sealed period that is no longer what it was. No value: there is no such figure.
struct FigureChange {
  std::string name;
  std::optional<std::string> sealed;
  std::optional<std::string> now;
  std::optional<std::string> difference;  // of numbers
  std::vector<FigureReason> why;
};

/// One sealed period or claim with figures that differ.
struct SealChanges {
  std::string file;
  std::string part;  // "2026-09", "claim-3"
  std::optional<std::string> claim;
  Period period;
  std::vector<FigureChange> figures;  // in the order of the report
};

/// sealed + changed + since = cumulative, to the last digit.
struct ReconciledFigure {
  std::string name;  // with the step `cumulative`
  std::string sealed;
  std::string changed;
  std::string since;
  std::string cumulative;
};

struct Reconciliation {
  std::string part;  // of the latest period seal
  Date last;         // its last day: `since` is all after it
  std::vector<ReconciledFigure> figures;
};

/// What became of the periods and claims that were closed before the last day of a report.
struct ClosedPeriods {
  std::vector<std::string> parts;                // of all seals
  std::vector<SealChanges> changes;              // of those with figures that differ
  std::optional<Reconciliation> reconciliation;  // none: no period is sealed, or of a claim
};

/// What the dossier of today gives under the request of a seal.
struct KnownNow {
  const std::vector<NamedFigure>& figures;
  const SealedEvidence& evidence;
  const std::vector<SealedInput>& inputs;
  const std::vector<DefinitionChange>& definition;  // since the seal
  // The program that sealed may have known fewer figures than this one: where it was another, a
  // figure that the seal does not have is no change.
  bool is_of_other_version = false;
};

/// No figures: nothing differs.
[[nodiscard]] SealChanges build_seal_changes(const Seal& seal, const KnownNow& now);

/// `then`: what the seal's request gives today; `cumulative`: the report's figures.
[[nodiscard]] Reconciliation build_reconciliation(const Seal& seal,
                                                  const std::vector<NamedFigure>& then,
                                                  const std::vector<NamedFigure>& cumulative);

/// The figures of two reports that differ, without reasons: in the order of `now`, then what only
/// `before` has.
[[nodiscard]] std::vector<FigureChange> build_figure_changes(const std::vector<NamedFigure>& before,
                                                             const std::vector<NamedFigure>& now);

/// What came and went between two readings of an input, by what the rows say.
struct RowDifference {
  std::vector<std::uint32_t> came;  // lines, ascending
  std::vector<std::uint32_t> went;  // lines as they were sealed, ascending
};
/// Of what came only rows of `until` or before, and those without a day; unknown: all.
[[nodiscard]] RowDifference difference_of_rows(const std::vector<RowMark>& sealed,
                                               const std::vector<RowMark>& now, Date until = {});

/// "12.50" less "3.00": exact, with the decimals of the longer one; nothing where one is no number.
[[nodiscard]] std::optional<std::string> difference_of_numbers(const std::string& a,
                                                               const std::string& b);

}  // namespace euproj
