#include <algorithm>

#include "euproj/model/columns.hpp"
#include "euproj/words/kinds.hpp"
#include "read/central/words.hpp"
#include "read/definition/sections.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

std::optional<Encoding> encoding_of(const std::string& word) {
  if (word == "utf-8") return Encoding::utf8;
  if (word == "utf-16") return Encoding::utf16;
  if (word == "windows-1250") return Encoding::windows_1250;
  if (word == "iso-8859-2") return Encoding::iso_8859_2;
  return std::nullopt;
}

/// The one sign itself, or `tab`. Not trimmed: a tab may be written as "\t".
std::optional<char> sign_of(const YamlNode* node) {
  if (!node || !node->is_scalar()) return std::nullopt;
  if (node->text == "tab") return '\t';
  return node->text.size() == 1 ? std::optional(node->text.front()) : std::nullopt;
}

DateForm date_form_of(const std::string& word) {
  const auto* const found = std::find(date_form_words.begin(), date_form_words.end(), word);
  if (found == date_form_words.end()) return DateForm::iso;  // none is declared
  return static_cast<DateForm>(found - date_form_words.begin());
}

class DataFileReader {
 public:
  DataFileReader(const Reading& reading, LogKind kind) : reading_(reading), kind_(kind) {}

  void read(const YamlNode& entry) {
    if (entry.is_scalar()) add({}, entry);
    if (entry.is_mapping()) read_declared(Values(&entry));
    for (const YamlNode& item : entry.items) {
      if (!item.is_sequence()) read(item);
    }
  }

 private:
  void add(DataFile file, const YamlNode& path) {
    file.kind = kind_;
    file.pattern = text_of(path);
    file.place = path.place;
    reading_.project.data.push_back(std::move(file));
  }

  void read_declared(const Values& values) {
    DataFile file;
    file.preset = values.text("preset");
    for (const YamlNode* name : values.texts("sheet")) file.sheets.push_back(text_of(*name));
    file.header_line = static_cast<std::uint32_t>(values.integer("header").value_or(0));
    for (const YamlNode* name : values.texts("ignore")) file.ignored.push_back(text_of(*name));
    file.encoding = encoding_of(values.text("encoding"));
    file.delimiter = sign_of(values.find("delimiter"));
    file.decimal = sign_of(values.find("decimal"));
    file.date = date_form_of(values.text("date"));
    if (const YamlNode* const columns = values.find("columns")) {
      check_columns(*columns, "columns", !file.preset.empty());
      file.columns = pairs(*columns);
    }
    if (const YamlNode* const translations = values.find("values")) {
      check_columns(*translations, "values", !file.preset.empty());
      for (const YamlEntry& entry : translations->entries) {
        file.values.emplace_back(entry.key.text, pairs(entry.value));
      }
    }
    file.of_period = values.text("mode") == "period";
    if (values.has("mode") && kind_ != LogKind::declared) {
      reading_.report(Kind::mode_wrong_log, values.key_place("mode"),
                      {std::string(log_name(kind_))});
    }
    read_layout(values, file);
    read_match(values, file);
    for (const YamlNode* path : values.texts("file")) add(file, *path);
  }

  static std::vector<std::string> list_of(const Values& values, std::string_view key) {
    std::vector<std::string> list;
    for (const YamlNode* text : values.texts(key)) list.push_back(text_of(*text));
    return list;
  }

  void read_layout(const Values& values, DataFile& file) const {
    if (values.text("layout") != "wide") return;
    if (kind_ != LogKind::support) {
      reading_.report(Kind::wide_wrong_log, values.place("layout"), {std::string(log_name(kind_))});
      return;
    }
    WideLayout wide;
    wide.form = values.text("form");
    wide.month = values.object("dates").month("month").value_or(Date());
    wide.marks_are_hours = values.text("marks") == "hours";
    wide.hours = values.quantity("hours").value_or(Quantity());
    const Values marks = values.object("marks");
    if (!values.mentions("marks")) {
      reading_.report(Kind::wide_without_marks, values.place("layout"));
    } else if (!wide.marks_are_hours) {
      wide.present = list_of(marks, "present");
      wide.absent = list_of(marks, "absent");
      for (const YamlNode* mark : marks.texts("absent")) {
        const std::string written = text_of(*mark);
        if (std::find(wide.present.begin(), wide.present.end(), written) == wide.present.end()) {
          continue;
        }
        reading_.report(Kind::mark_both_ways, mark->place, {shown(written)});
      }
    }
    file.wide = std::move(wide);
  }

  void read_match(const Values& values, DataFile& file) const {
    if (!values.has("match")) return;
    const Values match = values.object("match");
    file.match = {list_of(match, "columns"), list_of(match, "with"), values.key_place("match")};
    if (kind_ != LogKind::support && kind_ != LogKind::outcomes) {
      reading_.report(Kind::match_wrong_log, file.match.place, {std::string(log_name(kind_))});
    }
    if (file.match.columns.size() != file.match.with.size()) {
      reading_.report(
          Kind::match_lengths, file.match.place,
          {std::to_string(file.match.columns.size()), std::to_string(file.match.with.size())});
    }
  }

  static std::vector<std::pair<std::string, std::string>> pairs(const YamlNode& mapping) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const YamlEntry& entry : mapping.entries) {
      if (entry.value.is_scalar()) pairs.emplace_back(text_of(entry.key), text_of(entry.value));
    }
    return pairs;
  }

  void check_columns(const YamlNode& mapping, std::string_view key, bool has_preset) const {
    std::vector<std::string_view> names;
    if (has_preset) names = preset_field_names();
    for (const ColumnInfo& column : columns_of(kind_)) {
      if (!has_preset) names.push_back(column.name);
    }
    for (const YamlEntry& entry : mapping.entries) {
      if (std::find(names.begin(), names.end(), entry.key.text) != names.end()) continue;
      const std::string where = "data." + std::string(log_name(kind_)) + "." + std::string(key);
      reading_.report(Kind::unknown_key, entry.key.place,
                      {shown(entry.key.text), where, known_shown(entry.key.text, names)});
    }
  }

  const Reading& reading_;
  LogKind kind_;
};

}  // namespace

void read_data_files(const Reading& reading, const Values& data) {
  for (std::size_t position = 0; position < log_kind_count; ++position) {
    const auto kind = static_cast<LogKind>(position);
    if (const YamlNode* const entry = data.find(log_name(kind))) {
      DataFileReader(reading, kind).read(*entry);
    }
  }
  for (const YamlNode* const pattern : data.texts("seals")) {
    DataFile seals;
    seals.pattern = text_of(*pattern);
    seals.place = pattern->place;
    reading.project.seals.push_back(std::move(seals));
  }
}

}  // namespace euproj
