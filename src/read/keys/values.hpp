#pragma once
// Single values of a definition: text to value, what is wrong with a text that has none, and
// Values, one mapping read by key in silence.
//
// check_shape has already reported what is missing or cannot be read; in Values such a value is
// simply absent, so the builders go on and report what is wrong with the rest.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/core/date.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/quantity.hpp"
#include "euproj/core/rate.hpp"
#include "euproj/model/indicator.hpp"
#include "euproj/words/diagnostics.hpp"
#include "read/keys/fields.hpp"
#include "read/yaml/tree.hpp"

namespace euproj {

/// Up to nine digits: no sign, no leading zero, none of YAML's 1_000, 0x10, 1e3.
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text);
/// "4 weeks", "1 month", "28 days".
[[nodiscard]] std::optional<Term> parse_term(std::string_view text);
/// "2022-05": its first day.
[[nodiscard]] std::optional<Date> parse_month(std::string_view text);
/// yes, no, refused, in both languages, and YAML's own true and false.
[[nodiscard]] std::optional<Answer> parse_answer(std::string_view text);

/// Nothing when the text fits the shape; shapes that are no single value fit any text.
[[nodiscard]] std::optional<KindOf<2>> scalar_fault(Shape shape, std::string_view text);
/// The same of shapes that only one key has, so that their findings do not name it.
[[nodiscard]] std::optional<KindOf<1>> form_fault(Shape shape, std::string_view text);

class Values {
 public:
  /// No mapping, or null: every key is absent.
  explicit Values(const YamlNode* mapping) : mapping_(mapping) {}

  /// Null when absent or without a value.
  [[nodiscard]] const YamlNode* find(std::string_view key) const;
  [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }
  /// True when the key is written, be it without a value.
  [[nodiscard]] bool mentions(std::string_view key) const {
    return mapping_ && mapping_->find(key);
  }
  [[nodiscard]] Place place() const { return mapping_ ? mapping_->place : Place{}; }
  [[nodiscard]] Place place(std::string_view key) const;  // of the value; else of the mapping
  [[nodiscard]] Place key_place(std::string_view key) const;

  [[nodiscard]] std::string text(std::string_view key) const;  // without blanks around it
  /// `fallback` when absent.
  [[nodiscard]] LocalText local_text(std::string_view key, const std::string& fallback) const;
  [[nodiscard]] std::optional<Money> money(std::string_view key) const;
  [[nodiscard]] std::optional<Rate> percent(std::string_view key) const;
  [[nodiscard]] std::optional<Date> date(std::string_view key) const;
  [[nodiscard]] std::optional<Date> month(std::string_view key) const;  // its first day
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key) const;
  [[nodiscard]] std::optional<Quantity> quantity(std::string_view key) const;

  [[nodiscard]] Values object(std::string_view key) const { return Values(find(key)); }
  /// The mappings of a list, or the one mapping that stands for it.
  [[nodiscard]] std::vector<const YamlNode*> mappings(std::string_view key) const;
  [[nodiscard]] std::vector<Values> objects(std::string_view key) const;
  /// The texts of a list, or the one text that stands for it.
  [[nodiscard]] std::vector<const YamlNode*> texts(std::string_view key) const;
  /// True when the key holds a list, be it an empty one.
  [[nodiscard]] bool lists(std::string_view key) const;

 private:
  const YamlNode* mapping_;
};

/// Text without blanks around it: ids are compared with cells, which have none either.
[[nodiscard]] std::string text_of(const YamlNode& scalar);

}  // namespace euproj
