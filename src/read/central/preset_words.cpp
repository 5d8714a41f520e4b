#include "read/central/preset_words.hpp"

#include <algorithm>

#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"
#include "read/central/preset_dictionary.hpp"
#include "read/table/shown_value.hpp"

namespace euproj {
namespace {

using F = PresetField;

std::size_t index_of(PresetField field) { return static_cast<std::size_t>(field); }

bool is_blank(std::string_view text) { return text.empty() || text == "-" || text == "—"; }

/// Both situations share one mapping, so that a value is mapped once.
PresetField mapping_field(PresetField field) {
  return field == F::exit_situation_2 ? F::exit_situation : field;
}

bool is_situation(PresetField field) { return mapping_field(field) == F::exit_situation; }

/// As a YAML key, to paste: whole, unless it holds what must not be shown.
std::string as_key(const std::string& text) {
  const bool harmless = std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= ' ' && c != '\x7F';
  });
  const bool hides = shown(text).find('#') != std::string::npos;
  std::string key = "\"";
  for (const char c : harmless && !hides ? text : shown(text)) {
    if (c == '"' || c == '\\') key += '\\';
    key += c;
  }
  return key + '"';
}

}  // namespace

PresetWords::PresetWords(const PresetHeader& header, const DataFile& declared,
                         const Project& project, const Codes& codes, FileId file)
    : header_(header), file_(file), forms_declared_(!project.support_forms.empty()) {
  for (const auto& [name, replacements] : declared.values) {
    for (std::size_t i = 0; i < preset_field_count; ++i) {
      if (preset_fields()[i].name != name) continue;
      for (const auto& [from, to] : replacements) {
        values_[i].emplace(folded(from), std::string(trimmed(to)));
      }
    }
  }
  std::vector<std::string_view> ids;
  for (const SupportForm& form : project.support_forms) {
    ids.push_back(form.id);
    forms_.emplace(folded(form.id), form.id);
    forms_.emplace(folded(form.name.polish), form.id);
  }
  form_ids_ = list_shown(ids, ids.size());
  if (forms_declared_) return;
  for (Code code = 1; code <= codes.forms.size(); ++code) {  // those of `where` first
    forms_.emplace(folded(codes.forms.text(code)), std::string(codes.forms.text(code)));
  }
}

const std::string* PresetWords::mapped(PresetField field, std::string_view text) const {
  const auto& values = values_[index_of(mapping_field(field))];
  const auto found = values.find(folded(text));
  return found == values.end() ? nullptr : &found->second;
}

PresetWords::Word PresetWords::look_up(PresetField field, std::string_view text) const {
  const std::string* const given = mapped(field, text);
  if (given != nullptr && is_blank(*given)) return {};
  if (is_situation(field)) {
    if (given != nullptr) return {*given, true, 0, {}};
    const std::string value = folded(text);
    if (value == "inne" || value == "nie dotyczy") return {};
    return {{}, false, 0, {}};
  }
  const std::string value = folded(given != nullptr ? *given : text);
  const auto word = preset_word(field, value);
  if (!word) return {{}, false, 0, {}};
  return {*word, true, 0, {}};
}

PresetWords::Word PresetWords::look_up_form(std::string_view form, std::string_view subform) {
  const std::string* given = nullptr;
  if (!is_blank(subform)) {
    given = mapped(F::form, std::string(form) + " / " + std::string(subform));
  }
  if (given == nullptr) given = mapped(F::form, form);
  const std::string text(given != nullptr ? std::string_view(*given) : form);
  const auto known = forms_.find(folded(text));
  if (known != forms_.end()) return {known->second, true, 0, {}};
  if (forms_declared_) return {{}, false, 0, {}};
  forms_.emplace(folded(text), text);
  return {text, true, 0, {}};
}

const std::string& PresetWords::noted(PresetField field, Word& word, const CsvRow& row) {
  if (word.known) return word.to;
  if (word.rows++ == 0) {
    word.first = {file_, row.line, 1};
    word.first.cell = header_.cell(field);
    if (word.first.cell > 0) word.first.column = row.cells[word.first.cell - 1].column;
  }
  return word.to;
}

const std::string& PresetWords::word(PresetField field, std::string_view text, const CsvRow& row) {
  static const std::string nothing;
  text = trimmed(text);
  if (is_blank(text)) return nothing;
  Words& words = words_[index_of(field)];
  auto found = words.find(text);
  if (found == words.end()) {
    found = words.emplace(std::string(text), look_up(field, text)).first;
  }
  return noted(field, found->second, row);
}

const std::string& PresetWords::form(std::string_view form, std::string_view subform,
                                     const CsvRow& row) {
  Words& words = words_[index_of(F::form)];
  std::string key(form);
  if (!is_blank(subform)) key += " / " + std::string(subform);
  auto found = words.find(key);
  if (found == words.end()) found = words.emplace(key, look_up_form(form, subform)).first;
  return noted(F::form, found->second, row);
}

std::string PresetWords::labour_status(std::string_view status, std::string_view detail,
                                       const CsvRow& row) {
  const std::string& word_of_status = word(F::labour_status, status, row);
  if (word_of_status != "unemployed" && word_of_status != "inactive") return word_of_status;
  return labour_word(word_of_status, word(F::labour_detail, detail, row));
}

void PresetWords::report(PresetField field, const std::string& text, const Word& word,
                         Diagnostics& diagnostics) const {
  const PresetFieldInfo& info = preset_field(mapping_field(field));
  const std::string rows = std::to_string(word.rows);
  const std::string column = header_.name(field);
  if (info.is_personal) {
    diagnostics.report(
        Kind::unknown_personal_preset_value, word.first,
        {column, character_count(text), rows, std::string(info.name), allowed_words(field)});
    return;
  }
  if (is_situation(field)) {
    diagnostics.report(Kind::unmapped_exit_situation, word.first,
                       {column, shown(text), rows, std::string(info.name), as_key(text)});
    return;
  }
  const auto kind = field == F::labour_detail ? Kind::unknown_labour_detail
                                              : Kind::unknown_preset_value;
  const std::string allowed = field == F::form ? form_ids_ : allowed_words(field);
  diagnostics.report(kind, word.first,
                     {column, shown(text), rows, std::string(info.name), as_key(text), allowed});
}

void PresetWords::report_unknown(Diagnostics& diagnostics) const {
  for (std::size_t i = 0; i < preset_field_count; ++i) {
    for (const auto& [text, word] : words_[i]) {
      if (!word.known) report(static_cast<PresetField>(i), text, word, diagnostics);
    }
  }
}

std::vector<std::string_view> preset_field_names() {
  std::vector<std::string_view> names;
  for (const PresetFieldInfo& info : preset_fields()) names.push_back(info.name);
  return names;
}

}  // namespace euproj
