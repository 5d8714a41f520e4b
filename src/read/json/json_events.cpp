#include "read/json/json_events.hpp"

#include <nlohmann/json.hpp>

namespace euproj {
namespace {

/// From the names of the library to ours. Stops where values nest too deep.
class Adapter {
 public:
  explicit Adapter(JsonEvents& events) : events_(events) {}

  std::optional<JsonFault> fault;

  bool null() { return scalar(JsonKind::none, {}); }
  bool boolean(bool value) { return scalar(JsonKind::truth, value ? "true" : "false"); }
  bool number_integer(std::int64_t value) {
    return scalar(JsonKind::number, std::to_string(value));
  }
  bool number_unsigned(std::uint64_t value) {
    return scalar(JsonKind::number, std::to_string(value));
  }
  bool number_float(double /*value*/, const std::string& written) {
    return scalar(JsonKind::number, written);
  }
  bool string(std::string& value) { return events_.scalar(JsonKind::text, value); }
  bool binary(nlohmann::json::binary_t& /*bytes*/) { return false; }  // JSON has none
  bool start_object(std::size_t /*members*/) { return deeper() && events_.begin_object(); }
  bool key(std::string& name) { return events_.key(name); }
  bool end_object() {
    --depth_;
    return events_.end_object();
  }
  bool start_array(std::size_t /*elements*/) { return deeper() && events_.begin_array(); }
  bool end_array() {
    --depth_;
    return events_.end_array();
  }
  bool parse_error(std::size_t byte, const std::string& /*token*/,
                   const nlohmann::json::exception& /*error*/) {
    fault = JsonFault{byte, false};
    return false;
  }

 private:
  bool scalar(JsonKind kind, std::string value) { return events_.scalar(kind, value); }
  bool deeper() {
    if (++depth_ <= max_json_depth) return true;
    fault = JsonFault{0, true};
    return false;
  }

  JsonEvents& events_;
  std::size_t depth_ = 0;
};

}  // namespace

std::optional<JsonFault> read_json(std::string_view text, JsonEvents& events) {
  Adapter adapter(events);
  nlohmann::json::sax_parse(text.begin(), text.end(), &adapter);
  return adapter.fault;
}

}  // namespace euproj
