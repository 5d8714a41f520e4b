#pragma once
// Answers of single commands for scripts.

#include <string>
#include <vector>

#include "euproj/base/language.hpp"
#include "euproj/model/catalogue.hpp"
#include "euproj/report/difference_answer.hpp"
#include "euproj/report/explained.hpp"
#include "euproj/report/infer_answer.hpp"
#include "euproj/report/sample_answer.hpp"
#include "euproj/report/split_answer.hpp"
#include "euproj/report/verification.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// {"splits": [{"amount": "100.00", "sources": {"eu": "85.00", ...}}]}
/// (schemas/report.schema.json), and a newline.
[[nodiscard]] std::string render_split_json(const std::vector<SplitAnswer>& answers);

/// {"total": .., "explained": true, "parts": [{"name": .., "amount": .., "rate": "85%",
/// "roundings":
/// ["down"], "other_rates": 0, "nearest": null}], "rest": "0.00", "remainders": ["own"]}. Where no
/// rate gives the amount, rate is null and nearest {"rate": .., "gives": .., "away": ..}; of an
/// amount that is not given, the remainder is null.
[[nodiscard]] std::string render_inferred_split_json(const InferAnswer& answer);

/// {"amounts": 3, "of_other_rate": 1, "rates": [{"rate": "85%", "met": 2, "down": .., ...}]}
[[nodiscard]] std::string render_inferred_list_json(const InferredList& inferred,
                                                    std::size_t amounts,
                                                    const std::vector<Skipped>& skipped);

/// {"indicator": "P1", "value": 3, "rows": [{"key": ..., "counted": ..., "since": ..., "reason":
/// ..., "at": [...]}]} (schemas/report.schema.json). Added only where they apply: "numerator" and
/// "denominator" of a ratio, "pesel" of a row, "person" (a story), "complete": false (bad rows were
/// left out).
[[nodiscard]] std::string render_explained_json(const Explained& explained);
/// {"format": "euproj-sample/1", ..} (src/calc/README.md#sampling), and a newline.
[[nodiscard]] std::string render_sample_json(const SampleAnswer& answer);
/// key,amount,whole,at as RFC 4180, as safe as render_csv; places joined by "; ".
[[nodiscard]] std::string render_sample_csv(const SampleAnswer& answer);
/// key,counted,since,reason,at as RFC 4180, as safe as render_csv. A story has a line for each
/// indicator, and the column `indicator` first.
[[nodiscard]] std::string render_explained_csv(const Explained& explained);

/// {"code": "", "severity": "error", "message": {"pl": "", "en": ""}, "help": {..}, "page": ""};
/// the message with {0}, {1} for what was seen, `page` in Markdown.
[[nodiscard]] std::string render_finding_kind_json(const KindInfo& info, const std::string& page);

/// {"changes": [{"path": "", "kind": "added|removed|changed", "old": .., "new": .., "change": ..}],
/// "money": {"total": {"old": "", "new": "", "change": ""}, "tasks": [{"id": "", ..}], "indirect":
/// {..}, "rest": {..}, "sources": [..]}}; the changes of tasks, indirect and rest sum to that of
/// the total, those of the sources too. What does not apply is null.
[[nodiscard]] std::string render_difference_json(const DifferenceAnswer& answer);

/// {"figures": [{"name": "indicators.P1.cumulative.total", "old": .., "new": .., "change": ..}]} of
/// two reports; what one of them does not have is null.
[[nodiscard]] std::string render_figure_changes_json(const std::vector<FigureChange>& changes);

/// {"catalogue": [{"code": "EECO02", "programme": {"pl": "", "en": ""}, "kind": "output", "unit":
/// "", "name": .., "count": "persons", "where": "{..}", "reason": .., "derivation": .., "source":
/// ..}]}; `where` is YAML as a definition has it, null for everyone; `reason` null but where count
/// is "measured".
[[nodiscard]] std::string render_catalogue_json(const std::vector<CatalogueEntry>& entries);

/// {"format": "euproj-verify/1", "file": .., "kind": .., "version": .., "same": .., "compared": ..,
/// "differences": [..], "inputs": [..]} in one line.
[[nodiscard]] std::string render_verification_json(const Verification& verification);

/// A line for each difference, then one that says how it stands.
[[nodiscard]] std::string render_verification_text(const Verification& verification,
                                                   Language language);

}  // namespace euproj
