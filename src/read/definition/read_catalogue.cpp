#include "euproj/read/read_catalogue.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "euproj/base/checked.hpp"
#include "euproj/words/kinds.hpp"
#include "read/definition/catalogues.hpp"
#include "read/definition/reading.hpp"
#include "read/keys/check_shape.hpp"
#include "read/keys/values.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {

extern const std::string_view catalogue_esf_text;       // schemas/catalogue-esf.yaml
extern const std::string_view catalogue_esf_plus_text;  // schemas/catalogue-esf-plus.yaml

namespace {

/// A condition in one line, as a definition could have it: {age: {min: 18, max: 29}}.
std::string one_line(const YamlNode& node) {
  std::string line;
  const auto append = [&line](const std::string& part) {
    if (!line.empty()) line += ", ";
    line += part;
  };
  switch (node.kind) {
    case YamlNode::Kind::null:
      return {};
    case YamlNode::Kind::scalar:
      return node.quoted ? '"' + node.text + '"' : node.text;
    case YamlNode::Kind::sequence:
      for (const YamlNode& item : node.items) append(one_line(item));
      return '[' + line + ']';
    case YamlNode::Kind::mapping:
      for (const YamlEntry& entry : node.entries) {
        append(entry.key.text + ": " + one_line(entry.value));
      }
      return '{' + line + '}';
  }
  return line;
}

class Catalogue {
 public:
  Catalogue() {
    for (std::size_t file = 0; file < trees_.size(); ++file) {
      Diagnostics diagnostics;
      const std::string_view text = file == 0 ? catalogue_esf_text : catalogue_esf_plus_text;
      std::optional<YamlNode> tree = read_yaml(no_file, text, diagnostics);
      if (!tree || !diagnostics.all().empty()) throw InternalError("reading the catalogue");
      trees_[file] = std::move(*tree);
      const Values root(&trees_[file]);
      for (const YamlNode* entry : root.mappings("entries")) {
        read_entry(root, *entry);
      }
    }
  }

  [[nodiscard]] const std::vector<CatalogueEntry>& entries() const { return entries_; }
  [[nodiscard]] const std::vector<const YamlNode*>& conditions(Count count) const {
    return count == Count::entities ? of_entities_ : conditions_;
  }

 private:
  void read_entry(const Values& root, const YamlNode& node) {
    const Values values(&node);
    CatalogueEntry entry;
    entry.code = values.text("code");
    entry.programme = root.local_text("programme", {});
    entry.kind =
        values.text("kind") == "result" ? Indicator::Kind::result : Indicator::Kind::output;
    entry.unit = values.text("unit");
    entry.count = values.text("counted") == "no" ? Count::measured : Count::persons;
    entry.complete_records = entry.is_counted() && root.text("complete_records") == "yes";
    entry.reason = values.local_text("reason", {});
    entry.name = values.local_text("name", {});
    entry.derivation = values.local_text("derivation", {});
    entry.source = values.local_text("source", {});
    for (const Values& each : values.objects("certain")) {
      const auto& words = certainty_words;
      const auto of = std::find(words.begin(), words.end(), each.text("of"));
      const std::string mark = each.text("mark");
      if (of == words.end() || mark.empty()) throw InternalError("a certainty of the catalogue");
      entry.certain.push_back({static_cast<Certainty::Of>(of - words.begin()), mark.front(),
                               each.local_text("by", {})});
    }
    const YamlNode* const where = values.find("where");
    if (where) entry.where = one_line(*where);
    const YamlNode* const entities = values.find("entities");
    if (entities) entry.entities = one_line(*entities);
    conditions_.push_back(where);
    of_entities_.push_back(entities);
    entries_.push_back(std::move(entry));
  }

  std::array<YamlNode, 2> trees_;  // conditions_ points into them
  std::vector<CatalogueEntry> entries_;
  std::vector<const YamlNode*> conditions_;   // by entry; null: none
  std::vector<const YamlNode*> of_entities_;  // by entry; null: it counts no entities
};

const Catalogue& catalogue() {
  static const Catalogue read_once;
  return read_once;
}

}  // namespace

const std::vector<CatalogueEntry>& read_catalogue() { return catalogue().entries(); }

const CatalogueEntry* find_in_catalogue(std::string_view code) {
  const auto& entries = read_catalogue();
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const CatalogueEntry& entry) { return entry.code == code; });
  return found == entries.end() ? nullptr : &*found;
}

const YamlNode* catalogue_condition(std::string_view code, Count count) {
  const CatalogueEntry* const entry = find_in_catalogue(code);
  if (!entry) return nullptr;
  return catalogue().conditions(count)[static_cast<std::size_t>(entry - read_catalogue().data())];
}

void OwnCatalogues::read(const Reading& reading, const Values& definition, const SourceSet& sources,
                         const OpenCatalogue& open) {
  if (!open) return;
  for (const YamlNode* path : definition.texts("definitions")) {
    const auto opened = open(text_of(*path), path->place, reading.diagnostics);
    if (!opened) continue;
    const std::size_t errors_before = reading.diagnostics.error_count();
    const auto root = read_yaml(opened->file, sources.file(opened->file).text, reading.diagnostics);
    if (!root) continue;
    check_shape(*root, reading.diagnostics, Object::catalogue);
    if (reading.diagnostics.error_count() > errors_before) continue;
    const Values catalogue(&*root);
    for (const Values& values : catalogue.objects("indicators")) add(reading, values);
    reading.project.catalogues.push_back(
        {text_of(*path), catalogue.text("edition"), opened->sha256});
  }
}

void OwnCatalogues::add(const Reading& reading, const Values& values) {
  const std::string code = values.text("code");
  const Place place = values.place("code");
  if (find_in_catalogue(code) != nullptr) {
    reading.report(Kind::catalogue_code_taken, place, {shown(code)});
    return;
  }
  const auto [known, is_new] = places_.emplace(code, place);
  if (!is_new) {
    reading.report(Kind::catalogue_code_twice, place, {shown(code), known->second});
    return;
  }
  Entry own;
  own.entry.code = code;
  own.entry.kind =
      values.text("kind") == "result" ? Indicator::Kind::result : Indicator::Kind::output;
  own.entry.unit = values.text("unit");
  const std::string count = values.text("count");
  own.entry.count = static_cast<Count>(std::find(count_words.begin(), count_words.end(), count) -
                                       count_words.begin());
  own.entry.name = values.local_text("name", code);
  own.entry.derivation = values.local_text("method", {});
  own.entry.source = values.local_text("source", {});
  if (const YamlNode* const where = values.find("where")) own.where = *where;
  codes_.push_back(code);
  entries_.emplace(code, std::move(own));
}

const OwnCatalogues::Entry* OwnCatalogues::find(const std::string& code) const {
  const auto found = entries_.find(code);
  return found == entries_.end() ? nullptr : &found->second;
}

}  // namespace euproj
