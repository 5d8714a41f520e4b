#include "read/seals/seal_reader.hpp"

#include <algorithm>
#include <charconv>

#include "euproj/core/date.hpp"
#include "euproj/model/seal_text.hpp"
#include "read/json/json_events.hpp"

namespace euproj {
namespace {

constexpr std::string_view format_name = "euproj-seal/";

template <typename Number>
std::optional<Number> number_of(std::string_view text, int base = 10) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return number;
}

/// "2-13,15" to lines; nothing where it is no such list, or has more than `max` of them.
std::optional<std::vector<std::uint32_t>> lines_of(std::string_view ranges, std::size_t max) {
  std::vector<std::uint32_t> lines;
  while (!ranges.empty()) {
    const std::size_t end = std::min(ranges.find(','), ranges.size());
    const std::string_view range = ranges.substr(0, end);
    ranges.remove_prefix(std::min(end + 1, ranges.size()));
    const std::size_t dash = std::min(range.find('-'), range.size());
    const auto first = number_of<std::uint32_t>(range.substr(0, dash));
    const auto last =
        dash == range.size() ? first : number_of<std::uint32_t>(range.substr(dash + 1));
    if (!first || !last || *last < *first || *last - *first >= max - lines.size()) {
      return std::nullopt;
    }
    for (std::uint32_t line = *first; line <= *last; ++line) lines.push_back(line);
  }
  return lines;
}

/// Takes the members of a seal where they stand; the path is that of keys, "" for an element.
class SealEvents final : public JsonEvents {
 public:
  Seal seal;
  bool is_seal = false;   // the format is one of ours
  bool is_newer = false;  // but a later one
  bool is_sound = true;   // no member says what it cannot

  bool begin_object() override {
    open();
    return true;
  }
  bool begin_array() override {
    open();
    begin_list();
    return true;
  }
  bool key(std::string& name) override {
    key_ = std::move(name);
    return true;
  }
  bool end_object() override {
    take_object();
    return close();
  }
  bool end_array() override {
    if (is_at({"evidence", "indicators", "*"})) {
      seal.evidence.indicators.back().units = SealedUnits::of(std::exchange(units_, {}));
    } else if (is_at({"evidence", "participants"})) {
      seal.evidence.participants = SealedUnits::of(std::exchange(units_, {}));
    }
    return close();
  }
  bool scalar(JsonKind kind, std::string& value) override {
    if (kind != JsonKind::none) take(value);
    key_.clear();
    return !is_newer;
  }

 private:
  void open() {
    path_.push_back(std::move(key_));
    key_.clear();
  }
  bool close() {
    path_.pop_back();
    return !path_.empty() || is_sound;
  }
  /// path_[0] is the seal itself.
  [[nodiscard]] bool is_at(std::initializer_list<std::string_view> path) const {
    return path_.size() == path.size() + 1 &&
           std::equal(path.begin(), path.end(), path_.begin() + 1,
                      [](std::string_view a, const std::string& b) { return a == "*" || a == b; });
  }

  void begin_list() {
    if (is_at({"evidence", "indicators", "*"})) {
      seal.evidence.indicators.push_back({path_.back(), {}});
    }
    if (is_at({"evidence", "claims", "*"})) seal.evidence.claims.push_back({path_.back(), {}});
  }

  void take(std::string& value) {
    if (is_at({})) return take_of_seal(value);
    if (is_at({"options"})) return seal.options.push_back(std::move(value));
    if (is_at({"figures"})) return seal.figures.push_back({std::move(key_), std::move(value)});
    if (is_at({"period"}))
      return take_day(value, key_ == "from" ? seal.period.first : seal.period.last);
    if (is_at({"definition"})) {
      if (key_ == "text") {
        seal.definition_text = std::move(value);
      } else {
        take_of_input(value, seal.definition);
      }
    } else if (is_at({"inputs", ""})) {
      take_of_input(value, input_);
    } else if (is_at({"inputs", "", "marks"})) {
      (key_ == "lines" ? lines_ : hashes_) = std::move(value);
    } else if (is_at({"evidence", "indicators", "*", ""}) ||
               is_at({"evidence", "participants", ""})) {
      take_of_unit(value);
    } else if (is_at({"evidence", "claims", "*", ""})) {
      take_of_document(value);
    } else if (is_at({"previous"})) {
      if (!seal.previous) seal.previous.emplace();
      if (key_ == "file") seal.previous->file = std::move(value);
      if (key_ == "sha256") seal.previous->sha256 = std::move(value);
    } else if (is_at({"replaces"})) {
      if (!seal.replaces) seal.replaces.emplace();
      if (key_ == "file") seal.replaces->file = std::move(value);
      if (key_ == "sha256") seal.replaces->sha256 = std::move(value);
      if (key_ == "reason") seal.replaces->reason = std::move(value);
    }
  }

  void take_of_seal(std::string& value) {
    if (key_ == "format") {
      is_seal = value.starts_with(format_name);
      is_newer = is_seal && value != seal_format;
    } else if (key_ == "project") {
      seal.project = std::move(value);
    } else if (key_ == "claim") {
      seal.claim = std::move(value);
    } else if (key_ == "as_of") {
      take_day(value, seal.as_of.emplace());
    } else if (key_ == "part") {
      seal.part = std::move(value);
    } else if (key_ == "version") {
      seal.version = std::move(value);
    }
  }

  void take_of_input(std::string& value, SealedInput& input) {
    if (key_ == "path") input.path = std::move(value);
    if (key_ == "sheet") input.sheet = std::move(value);
    if (key_ == "sha256") input.sha256 = std::move(value);
    if (key_ == "rows_sha256") input.rows_sha256 = std::move(value);
    if (key_ == "bytes") take_number(value, input.bytes);
    if (key_ == "rows") take_number(value, input.rows);
  }

  void take_of_unit(std::string& value) {
    if (key_ == "key") unit_.key = std::move(value);
    if (key_ == "at") unit_.at = std::move(value);
    if (key_ == "since") take_day(value, unit_.since);
    if (key_ == "sex") unit_.sex = value == "woman" ? Sex::woman : Sex::man;
    if (key_ == "amount") take_amount(parse_quantity(value), unit_.amount);
    if (key_ == "row") take_hash(value, unit_.row);
  }

  void take_of_document(std::string& value) {
    if (key_ == "number") document_.number = std::move(value);
    if (key_ == "issuer") document_.issuer = std::move(value);
    if (key_ == "task") document_.task = std::move(value);
    if (key_ == "category") document_.category = std::move(value);
    if (key_ == "at") document_.at = std::move(value);
    if (key_ == "paid") take_day(value, document_.paid);
    if (key_ == "eligible") take_amount(parse_money(value), document_.eligible);
  }

  /// An element of a list is whole.
  void take_object() {
    if (is_at({"evidence", "indicators", "*", ""}) || is_at({"evidence", "participants", ""})) {
      units_.push_back(std::exchange(unit_, new_unit()));
    } else if (is_at({"evidence", "claims", "*", ""})) {
      seal.evidence.claims.back().documents.push_back(std::exchange(document_, {}));
    } else if (is_at({"inputs", ""})) {
      take_marks();
      seal.inputs.push_back(std::exchange(input_, {}));
    }
  }

  void take_marks() {
    constexpr std::size_t digits = 16;
    const std::size_t count = hashes_.size() / digits;
    const auto lines = lines_of(lines_, count);
    if (!lines || lines->size() != count || hashes_.size() % digits != 0) {
      is_sound = false;
      return;
    }
    input_.marks.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      std::uint64_t hash = 0;
      take_hash(std::string_view(hashes_).substr(i * digits, digits), hash);
      input_.marks.push_back({hash, (*lines)[i]});
    }
    lines_.clear();
    hashes_.clear();
  }

  void take_day(std::string_view text, Date& to) {
    const auto day = parse_date(text, DateForm::iso);
    if (day) to = *day;
    is_sound = is_sound && day;
  }
  template <typename Number>
  void take_number(std::string_view text, Number& to) {
    const auto number = number_of<Number>(text);
    if (number) to = *number;
    is_sound = is_sound && number;
  }
  void take_hash(std::string_view text, std::uint64_t& to) {
    const auto number = number_of<std::uint64_t>(text, 16);
    if (number) to = *number;
    is_sound = is_sound && number;
  }
  template <typename Parsed, typename Amount>
  void take_amount(const Parsed& parsed, Amount& to) {
    if (parsed) to = *parsed;
    is_sound = is_sound && parsed.ok();
  }

  static SealedUnit new_unit() {
    SealedUnit unit;
    unit.amount = Quantity::whole(1);
    return unit;
  }

  std::vector<std::string> path_;
  std::string key_;
  SealedUnit unit_ = new_unit();
  std::vector<SealedUnit> units_;  // of the list at hand
  SealedDocument document_;
  SealedInput input_;
  std::string lines_;
  std::string hashes_;
};

}  // namespace

Result<Seal, SealFault> read_seal(std::string_view text) {
  SealEvents events;
  const bool is_json = !read_json(text, events);
  if (events.is_newer) return SealFault::is_newer;
  if (!is_json) return SealFault::no_json;
  const Seal& seal = events.seal;
  const bool is_complete = events.is_seal && events.is_sound && !seal.project.empty() &&
                           seal.period.first.known() && seal.period.last.known() &&
                           !seal.definition.path.empty();
  if (!is_complete) return SealFault::no_seal;
  return std::move(events.seal);
}

}  // namespace euproj
