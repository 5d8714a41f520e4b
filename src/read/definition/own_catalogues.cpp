#include "read/definition/own_catalogues.hpp"

#include <algorithm>

#include "euproj/read/read_catalogue.hpp"
#include "euproj/words/kinds.hpp"
#include "read/definition/reading.hpp"
#include "read/keys/check_shape.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {

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
