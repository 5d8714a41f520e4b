#pragma once
// The closed dictionaries of the central systems (src/read/central/README.md#dictionaries) in the
// words of our logs.
//
// PresetWords: the words of one file of a central system in the words of our logs.
//
// First `values:` of the definition, then the dictionaries; both compare folded. What neither knows
// is reported once for each value, with the number of rows and a mapping to paste.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/model/logs.hpp"
#include "euproj/model/project.hpp"
#include "euproj/words/diagnostics.hpp"
#include "read/central/header.hpp"
#include "read/central/preset.hpp"
#include "read/csv/csv_scanner.hpp"

namespace euproj {

/// The word of our log for a folded value of a field with a closed dictionary; empty where the
/// value says nothing ("inne"), nothing when it is not known. Our own words are understood too.
[[nodiscard]] std::optional<std::string> preset_word(PresetField field, std::string_view folded);

/// A cell that says nothing: empty, or one of the dashes that the systems write.
[[nodiscard]] inline bool is_blank(std::string_view text) {
  return text.empty() || text == "-" || text == "—";
}

/// Whether a field has such a dictionary.
[[nodiscard]] bool has_dictionary(PresetField field);

/// The words that `values:` may map to, for messages; several in backticks.
[[nodiscard]] std::string allowed_words(PresetField field);

/// The status with what its detail adds: long-term, not in education.
[[nodiscard]] std::string labour_word(std::string_view status, std::string_view detail);

class PresetWords {
 public:
  PresetWords(const PresetHeader& header, const DataFile& declared, const Project& project,
              const Codes& codes, FileId file);

  /// Empty when the cell is blank, says nothing, or holds an unknown value.
  [[nodiscard]] const std::string& word(PresetField field, std::string_view text,
                                        const CsvRow& row);
  /// The id of a form. `values: {form: {...}}` may name "form / subform" or the form alone.
  [[nodiscard]] const std::string& form(std::string_view form, std::string_view subform,
                                        const CsvRow& row);
  /// A detail beside a status that has none of interest is not looked up.
  [[nodiscard]] std::string labour_status(std::string_view status, std::string_view detail,
                                          const CsvRow& row);

  void report_unknown(Diagnostics& diagnostics) const;

 private:
  struct Word {
    std::string to;
    bool known = true;
    std::size_t rows = 0;
    Place first;
  };
  using Words = std::map<std::string, Word, std::less<>>;

  [[nodiscard]] const std::string* mapped(PresetField field, std::string_view text) const;
  [[nodiscard]] Word look_up(PresetField field, std::string_view text) const;
  [[nodiscard]] Word look_up_form(std::string_view form, std::string_view subform);
  const std::string& noted(PresetField field, Word& word, const CsvRow& row);
  void report(PresetField field, const std::string& text, const Word& word,
              Diagnostics& diagnostics) const;

  const PresetHeader& header_;
  FileId file_;
  std::array<std::map<std::string, std::string>, preset_field_count> values_;  // folded -> word
  std::map<std::string, std::string> forms_;                                   // folded -> form
  bool forms_declared_ = false;
  std::string form_ids_;                         // for messages
  std::array<Words, preset_field_count> words_;  // by the text as written
};

/// The fields that `columns:` and `values:` of a preset's file may name.
[[nodiscard]] std::vector<std::string_view> preset_field_names();

}  // namespace euproj
