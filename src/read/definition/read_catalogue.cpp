#include "euproj/read/read_catalogue.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "euproj/base/checked.hpp"
#include "read/definition/catalogue.hpp"
#include "read/keys/values.hpp"

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

}  // namespace euproj
