#pragma once
// The known keys of every object of a definition: what a value looks like, whether it is needed,
// which words it may be. One table for the reader, for suggestions and for the test that compares
// it with schemas/project.schema.json. What values mean together is left to read_*.cpp.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "euproj/model/columns.hpp"

namespace euproj {

enum class Shape : std::uint8_t {
  text,           // also a number or a word like `no`: it is taken as written
  texts,          // one, or a list of at least one
  texts_or_none,  // the same, or an empty list
  local_text,     // a text, or an object with one for each language
  word,           // one of `words`
  word_or_object,
  words,  // one of them, or a list of at least one
  date,
  month,  // 2022-05
  money,  // not negative
  percent,
  integer,   // 0, 1, 2, ...
  positive,  // 1, 2, ...
  quantity,
  term,  // 4 weeks
  project_id,
  currency,
  format_version,
  object,
  objects,         // a list
  objects_needed,  // a list of at least one
  versions,        // an object, or a list of at least one: see Versions
  target,          // a quantity, or an object
  goal,            // the same
  data_entry,      // a path, an object, or a list of these
  headers,         // any keys, each with a text
  translations,    // any keys, each with `headers`
  marks,           // the word hours, or an object
  texts_or_blank,  // as texts, and a blank text may be among them
  text_or_object,
  forms,           // of a word: one, or a list of them, which may repeat itself
  unit,            // forms, or an object with those of each language
  catalogue_code,  // a text; which codes there are the definition's own catalogues say, too
};

enum class Object : std::uint8_t {
  definition,
  project,
  agreement,
  period,
  durability,
  retention,
  local_text,
  unit_forms,
  financing,
  source,
  agreed,
  budget,
  task,
  category,
  partner,
  planned_month,
  vat,
  indirect,
  band,
  lump_sum,
  requirement,
  lump_step,
  unit_cost,
  unit_rate,
  unit_count,
  limit,
  claim,
  submission,
  decision,
  ineligible,
  advance,
  support_form,
  group,
  age,
  target,
  goal,
  capacity,
  indicator,
  population,
  reached,
  criterion_group,
  targets_by,
  condition,
  relation,
  data,
  data_file,
  wide_dates,
  marks,
  match,
  privacy,
  catalogue,
  catalogue_entry,
  rates,
};
inline constexpr std::size_t object_count = 53;

struct Field {
  std::string_view key;
  Shape shape{};
  Need need = Need::optional;
  std::span<const std::string_view> words = {};  // of word and words
  Object object{};                               // of the shapes that hold one
};

struct ObjectInfo {
  Object object{};
  std::string_view name;    // where it stands in the file: financing.sources
  std::string_view schema;  // its name in schemas/project.schema.json and in the reference: source
  std::span<const Field> fields;
};

[[nodiscard]] const ObjectInfo& object_info(Object object);
[[nodiscard]] const Field* find_field(Object object, std::string_view key);
[[nodiscard]] std::vector<std::string_view> known_keys(Object object);

}  // namespace euproj
