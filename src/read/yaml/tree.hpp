#pragma once
// The text of a definition as a tree of nodes that know where they stand.
//
// The only door to the YAML library. A node keeps its text as written (`1e3`, `no`, `0777` are
// texts until a key says otherwise), mappings keep their order, aliases are already copies. A
// repeated key, a merge key, a tag is reported and left out; a fault of the syntax is one finding
// in our own words. What keys mean is left to fields.hpp.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/words/diagnostics.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {

struct YamlEntry;

struct YamlNode {
  enum class Kind { null, scalar, sequence, mapping };

  Kind kind = Kind::null;
  bool quoted = false;             // of a scalar: in quotes, or a block text
  Place place;                     // a mapping's is that of its first key or brace, within one line
  std::string text;                // of a scalar
  std::vector<YamlNode> items;     // of a sequence
  std::vector<YamlEntry> entries;  // of a mapping; the keys are scalars, each once

  [[nodiscard]] bool is_null() const { return kind == Kind::null; }
  [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
  [[nodiscard]] bool is_sequence() const { return kind == Kind::sequence; }
  [[nodiscard]] bool is_mapping() const { return kind == Kind::mapping; }
  /// Null when this is no mapping or has no such key.
  [[nodiscard]] const YamlEntry* find(std::string_view key) const;
};

struct YamlEntry {
  YamlNode key;
  YamlNode value;
};

/// Nothing when the text is no YAML at all; one finding says why. A byte order mark is skipped and
/// not counted in columns.
[[nodiscard]] std::optional<YamlNode> read_yaml(FileId file, std::string_view text,
                                                Diagnostics& diagnostics);

}  // namespace euproj
