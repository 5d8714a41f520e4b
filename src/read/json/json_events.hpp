#pragma once
// read_json: a JSON text as events, in the order of the text; no tree is built.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace euproj {

enum class JsonKind : std::uint8_t { text, number, truth, none };

/// Each returns false to end the reading.
class JsonEvents {
 public:
  virtual ~JsonEvents() = default;
  virtual bool begin_object() = 0;
  virtual bool key(std::string& name) = 0;  // may be moved from
  virtual bool end_object() = 0;
  virtual bool begin_array() = 0;
  virtual bool end_array() = 0;
  /// A number as it is written; "true", "false"; empty for null.
  virtual bool scalar(JsonKind kind, std::string& value) = 0;  // may be moved from
};

struct JsonFault {
  std::size_t byte = 0;  // 1-based, where the text is no JSON
  bool too_deep = false;
};

/// Values nest at most this deep; a report has six levels.
constexpr std::size_t max_json_depth = 32;

/// What is wrong with the text; nothing where it is JSON, or where the events ended the reading.
[[nodiscard]] std::optional<JsonFault> read_json(std::string_view text, JsonEvents& events);

}  // namespace euproj
