#pragma once
// build_seal: what a seal holds beside its figures: the evidence and the rows of the inputs.

#include <optional>
#include <vector>

#include "euproj/base/source.hpp"
#include "euproj/core/date.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/model/seal.hpp"

namespace euproj {

/// What is sealed: a period, or a claim with its days.
struct SealScope {
  Period period;
  std::optional<std::size_t> claim = {};  // position in Project::claims
};

/// Who and what counts on the last day; dossier and sources outlive it. Of a period the documents
/// paid by then, of a claim those of it and of the claims before it.
[[nodiscard]] SealedEvidence build_seal_evidence(const Dossier& dossier, const SourceSet& sources,
                                                 const SealScope& scope, std::size_t threads = 1);

/// The inputs with a mark for each row, in the order of files and rows.
[[nodiscard]] std::vector<SealedInput> build_sealed_inputs(const Dossier& dossier,
                                                           const SourceSet& sources,
                                                           std::size_t threads = 1);

/// The definition as an input; it has no rows.
[[nodiscard]] SealedInput build_sealed_definition(const Dossier& dossier, const SourceSet& sources);

}  // namespace euproj
