#pragma once
// The texts of one language, and the words of closed dictionaries that several sections print.

#include <string>
#include <utility>
#include <vector>

#include "euproj/report/figures.hpp"
#include "euproj/words/texts.hpp"

namespace euproj::parts {

/// The texts of one language.
class Words {
 public:
  explicit Words(Language language) : language_(language) {}

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] std::string operator()(FixedText which) const;
  /// `values` take the places {0}, {1}, ...: a list of another length does not compile.
  template <std::size_t count>
  [[nodiscard]] std::string operator()(TextOf<count> which,
                                       const std::string (&values)[count]) const {
    return text(which, language_, values);
  }

 private:
  Language language_;
};

/// "2022-05-01 – 2022-05-31", as the language says it.
[[nodiscard]] std::string period_text(const Words& words, Period period);
/// The first column of a breakdown: a group's name, "18–29 years", "not given".
[[nodiscard]] std::string breakdown_label(const Words& words, Breakdown of,
                                          const BreakdownRow& row);
[[nodiscard]] FixedText source_kind_text(SourceKind kind);
/// "European Social Fund (eu)".
[[nodiscard]] std::string source_label(const Words& words, const SourceFigures& source);
/// The columns of amounts by source: id and heading, where the heading is the source's id.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> source_columns(
    const Figures& figures);
[[nodiscard]] FixedText claim_status_text(Claim::Status status);
[[nodiscard]] FixedText claim_kind_text(Claim::Kind kind);
[[nodiscard]] FixedText waiting_text(Waiting state);

/// The id of the table that lists indicators of this kind, with a row each, for a workbook.
[[nodiscard]] std::string indicator_table(Indicator::Kind kind);

/// Why something of a table was left out: "above the header".
[[nodiscard]] FixedText skip_reason_text(SkipReason reason);
/// `7`, or `H6` of a column without a name.
[[nodiscard]] std::string place_text(const Skipped& skipped);
/// "left out: above the header: 1, 2; total: 7, 9"; of each reason the first twenty are named.
[[nodiscard]] std::string skipped_text(const std::vector<Skipped>& skipped, const Words& words);

/// "a, b, c".
[[nodiscard]] std::string comma_list(const std::vector<std::string>& items);

}  // namespace euproj::parts
