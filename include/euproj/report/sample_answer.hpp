#pragma once
// What `euproj sample` answers: the documents or participants to check, and what errors in them say
// of the whole (src/calc/README.md#sampling).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "euproj/base/source.hpp"
#include "euproj/model/documents.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/report/document.hpp"

namespace euproj {

enum class SampleOf : std::uint8_t { documents, participants };
enum class SampleMethod : std::uint8_t { random, monetary_unit };

struct SampleRequest {
  SampleOf of{};
  SampleMethod method{};
  std::size_t size = 0;
  std::string seed;
  Period period;                          // of what was paid, or who started
  std::optional<std::size_t> claim = {};  // its documents; participants who started in its days
  std::string scope;                      // as it was asked for: "--claim 3"
};

/// A document is all its rows, with what corrects it taken off.
struct SampledItem {
  std::string key;              // number of the document, person_id
  std::optional<Money> amount;  // none: of a participant
  std::vector<std::string> at;  // FILE:LINE
  bool whole = false;           // above the interval
};

struct SampleProjection {
  Money found;  // errors of the sample
  Money error;  // projected
  std::string formula;
};

struct SampleAnswer {
  SampleRequest request;
  std::string project;
  std::string title;
  std::string currency;
  std::size_t population = 0;
  Money total;                    // of documents
  std::optional<Money> interval;  // of monetary units; rounded down, for reading
  Money rest;                     // of items that are not whole
  std::size_t points = 0;
  std::vector<SampledItem> items;  // in the order of the population: by key
  std::optional<SampleProjection> projection;
};

[[nodiscard]] SampleAnswer build_sample(const Dossier& dossier, const SourceSet& sources,
                                        const SampleRequest& request);

/// Documents of the sample that have no result, and results of none of them.
struct SampleResultFaults {
  std::vector<std::string> missing;
  std::vector<std::string> unknown;
};
/// Adds the projection; nothing is added where there are faults.
[[nodiscard]] SampleResultFaults add_projection(const std::vector<SampleResult>& results,
                                                SampleAnswer& answer);

[[nodiscard]] Document build_sample_document(const SampleAnswer& answer, Language language);

}  // namespace euproj
