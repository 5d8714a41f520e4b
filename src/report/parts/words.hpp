#pragma once
// The texts of one language, and the words of closed dictionaries that several sections print.

#include <optional>
#include <string>
#include <string_view>
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
/// Of a closed dictionary of the logs; none: no such level.
[[nodiscard]] std::optional<FixedText> education_text(std::string_view level);
/// "wkład własny niepieniężny".
[[nodiscard]] std::string source_kind_text(const Words& words, const SourceFigures& source);
/// What tells a source from the others: its name, else its kind, with its id where several are so
/// called.
[[nodiscard]] std::string source_label(const Words& words, const Figures& figures,
                                       const SourceFigures& source);
/// The same of an id; what is no source stays.
[[nodiscard]] std::string source_label(const Words& words, const Figures& figures,
                                       const std::string& id);
/// "85 %", "30 000,00", "reszta".
[[nodiscard]] std::string share_text(const Words& words, const SourceFigures& source);
/// The unit of a column, in the language: "osoby".
[[nodiscard]] std::string unit_label(const Words& words, const std::string& unit,
                                     const LocalText& forms);
/// "12 osób"; `number` as it is shown.
[[nodiscard]] std::string in_units(const Words& words, const std::string& number,
                                   const std::string& unit, const LocalText& forms);
/// Names that a finding has in backticks, for readers of a report in quotation marks.
[[nodiscard]] std::string in_quotes(const Words& words, std::string_view message);
/// The columns of amounts by source: id and heading, where the heading is what the source is
/// called.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> source_columns(
    const Figures& figures, const Words& words);
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
