#pragma once
// The program's own codes as people say them: columns of the logs, and the words of closed
// dictionaries that stand in them. What the user named stays as it is written.
//
// One table, asked by rules of indicators, reasons, lists of gaps and deadlines, and stories.

#include <string>
#include <string_view>
#include <vector>

#include "euproj/model/dossier.hpp"
#include "report/parts/words.hpp"

namespace euproj::parts {

/// "education" becomes "wykształcenie"; a column without a word stays.
[[nodiscard]] std::string column_word(const Words& words, std::string_view column);
/// `labour_status`, `unemployed` becomes "osoba bezrobotna"; what is no word of the column's closed
/// dictionary stays.
[[nodiscard]] std::string value_word(const Words& words, std::string_view column,
                                     std::string_view value);
[[nodiscard]] std::string outcome_word(const Words& words, std::string_view code);
/// "a, b": any of them; "a + b": all of them.
[[nodiscard]] std::string outcomes_text(const Words& words, const OpenWindowFigures& window);
/// "a lub b".
[[nodiscard]] std::string either_of(const Words& words, const std::vector<std::string>& some);
/// "18–29 lat", "18 lat i więcej", "do 17 lat".
[[nodiscard]] std::string ages_text(const Words& words, const AgeRange& range);

/// The codes of one dossier. Keeps references.
class CodeWords {
 public:
  CodeWords(const Dossier& dossier, const Words& words) : dossier_(dossier), words_(words) {}

  /// By their names, where the definition has them.
  [[nodiscard]] std::string forms_by_name(const std::vector<Code>& codes) const;
  /// As the log writes them.
  [[nodiscard]] std::string forms(const std::vector<Code>& codes) const;
  [[nodiscard]] std::string outcomes(const std::vector<Code>& codes) const;
  /// A wider word stands for those that it includes: who is unemployed may be so for long.
  [[nodiscard]] std::string values(Attribute attribute, const std::vector<Code>& codes) const;
  [[nodiscard]] std::string answers(const std::vector<Answer>& some) const;
  [[nodiscard]] std::string kinds(const std::vector<PlaceKind>& some) const;
  [[nodiscard]] std::string kinds(const std::vector<EntityKind>& some) const;
  [[nodiscard]] std::string sizes(const std::vector<EntitySize>& some) const;

 private:
  const Dossier& dossier_;
  const Words& words_;
};

}  // namespace euproj::parts
