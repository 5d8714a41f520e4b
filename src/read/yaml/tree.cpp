#include "read/yaml/tree.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <unordered_map>

#include "euproj/base/format.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/core/limits.hpp"
#include "euproj/words/kinds.hpp"
#include "read/words/shown_value.hpp"
#include "read/yaml/places.hpp"

namespace euproj {
namespace {

/// Thrown through the library once a finding has made the rest of the text meaningless.
struct StopReading {};

constexpr std::string_view text_tag = "tag:yaml.org,2002:str";

Spot spot_of(const YAML::Mark& mark) {
  if (mark.is_null()) return {};
  return {static_cast<std::size_t>(mark.pos), static_cast<std::uint32_t>(mark.line) + 1,
          static_cast<std::uint32_t>(mark.column) + 1};
}

std::size_t count_nodes(const YamlNode& node) {
  std::size_t count = 1;
  for (const YamlNode& item : node.items) count += count_nodes(item);
  for (const YamlEntry& entry : node.entries) count += 1 + count_nodes(entry.value);
  return count;
}

std::size_t height(const YamlNode& node) {
  std::size_t highest = 0;
  for (const YamlNode& item : node.items) highest = std::max(highest, height(item));
  for (const YamlEntry& entry : node.entries) highest = std::max(highest, height(entry.value));
  return highest + 1;
}

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const YamlPlaces& places, Diagnostics& diagnostics)
      : places_(places), diagnostics_(diagnostics) {}

  [[nodiscard]] std::optional<YamlNode> take_root() { return std::move(root_); }
  /// Where the innermost open list or mapping begins, when it is in brackets.
  [[nodiscard]] std::optional<Spot> open_bracket() const {
    if (open_.empty() || !open_.back().in_brackets) return std::nullopt;
    return open_.back().start;
  }
  /// After the last value that was read whole.
  [[nodiscard]] std::size_t read_until() const { return read_until_; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (!root_) return;
    // Without `---` it is no document but a line that fits nothing above it.
    const Spot at = spot_of(mark);
    const bool is_document = places_.text().substr(at.offset, 3) == "---";
    stop(is_document ? Kind::yaml_second_document : Kind::yaml_layout,
         places_.place(at, is_document ? 3 : 1));
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    check_count(places_.place(spot_of(mark), 1), 1);
    YamlNode node;
    node.place = null_place(spot_of(mark));
    finish(std::move(node), anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchored_.find(anchor);
    if (found == anchored_.end()) stop(Kind::yaml_alias, word_place(mark));  // inside itself
    check_depth(word_place(mark), height(found->second));
    check_count(word_place(mark), count_nodes(found->second));
    finish(YamlNode(found->second), 0);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    check_count(places_.place(spot_of(mark), 1), 1);
    check_tag(mark, tag);
    const Spot at = places_.content(spot_of(mark));
    const std::optional<Place> place = places_.scalar(at, value);
    if (!place) {  // the library takes a text whose quote is never closed
      stop({Kind::yaml_not_closed, {places_.sign(at)}}, places_.place(at, 1));
    }
    YamlNode node;
    node.kind = YamlNode::Kind::scalar;
    node.quoted = tag == "!" || tag == text_tag;
    node.text = value;
    node.place = *place;
    read_until_ = at.offset + place->length;
    finish(std::move(node), anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    begin(YamlNode::Kind::sequence, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    begin(YamlNode::Kind::mapping, mark, tag, anchor, style);
  }
  void OnMapEnd() override { end(); }

 private:
  struct Open {
    YamlNode node;
    std::optional<YamlNode> key;  // read, its value not yet
    YAML::anchor_t anchor = 0;
    bool in_brackets = false;
    Spot start;
    std::unordered_map<std::string, Place> keys;  // of the keys so far
  };

  /// A value left blank stands nowhere: its key is shown.
  [[nodiscard]] Place null_place(Spot at) const {
    if (const std::optional<Place> written = places_.written_null(at)) return *written;
    const bool has_key = !open_.empty() && open_.back().key;
    return has_key ? open_.back().key->place : places_.place(at, 1);
  }

  [[nodiscard]] Place word_place(const YAML::Mark& mark) const {
    const Spot at = spot_of(mark);
    return places_.place(at, places_.word_length(at.offset));
  }

  void begin(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag,
             YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
    check_count(places_.place(spot_of(mark), 1), 1);
    check_depth(places_.place(spot_of(mark), 1), 1);
    check_tag(mark, tag);
    Open open;
    open.node.kind = kind;
    open.anchor = anchor;
    open.in_brackets = style == YAML::EmitterStyle::Flow;
    open.start = places_.content(spot_of(mark));
    open.node.place = places_.place(open.start, 1);
    open_.push_back(std::move(open));
  }

  void end() {
    Open done = std::move(open_.back());
    open_.pop_back();
    if (!done.in_brackets && !done.node.entries.empty()) {
      done.node.place = done.node.entries.front().key.place;
    }
    finish(std::move(done.node), done.anchor);
  }

  void finish(YamlNode node, YAML::anchor_t anchor) {
    if (anchor != 0) {
      check_count(node.place, count_nodes(node));  // the kept copy counts
      anchored_.insert_or_assign(anchor, node);
    }
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (open_.back().node.is_sequence()) {
      open_.back().node.items.push_back(std::move(node));
    } else if (!open_.back().key) {
      open_.back().key = std::move(node);
    } else {
      add_entry(open_.back(), std::move(node));
    }
  }

  void add_entry(Open& mapping, YamlNode value) {
    YamlNode key = std::move(*mapping.key);
    mapping.key.reset();
    if (!key.is_scalar()) {
      diagnostics_.report(Kind::yaml_key, key.place);
    } else if (key.text == "<<" && !key.quoted) {
      diagnostics_.report(Kind::yaml_merge_key, key.place);
    } else if (const auto [first, is_new] = mapping.keys.emplace(key.text, key.place); !is_new) {
      diagnostics_.report(Kind::duplicate_key, key.place, {shown(key.text), first->second});
    } else {
      mapping.node.entries.push_back({std::move(key), std::move(value)});
    }
  }

  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!" || tag == text_tag) return;
    diagnostics_.report(Kind::yaml_tag, word_place(mark));
  }

  void check_depth(Place where, std::size_t levels) {
    if (open_.size() + levels <= limits::yaml_depth) return;
    stop({Kind::yaml_too_deep, {std::to_string(limits::yaml_depth)}}, where);
  }

  void check_count(Place where, std::size_t more) {
    nodes_ += more;
    if (nodes_ <= limits::yaml_nodes) return;
    stop({Kind::yaml_too_large, {std::to_string(limits::yaml_nodes)}}, where);
  }

  [[noreturn]] void stop(Message message, Place where) {
    diagnostics_.report(std::move(message), where);
    throw StopReading{};
  }

  const YamlPlaces& places_;
  Diagnostics& diagnostics_;
  std::optional<YamlNode> root_;
  std::vector<Open> open_;
  std::unordered_map<YAML::anchor_t, YamlNode> anchored_;
  std::size_t nodes_ = 0;
  std::size_t read_until_ = 0;
};

struct Translation {
  std::string_view begin;  // of the library's message
  KindOf<0> kind;
};

// The messages of yaml-cpp 0.7 that a text can provoke; what is not here is yaml_syntax.
constexpr std::array translations = {
    Translation{"illegal map value", Kind::yaml_colon},
    Translation{"illegal map key", Kind::yaml_layout},
    Translation{"illegal block entry", Kind::yaml_layout},
    Translation{"end of map not found", Kind::yaml_layout},
    Translation{"end of sequence not found", Kind::yaml_layout},
    Translation{"unexpected character in block scalar", Kind::yaml_layout},
    Translation{"illegal document indicator", Kind::yaml_layout},
    Translation{"illegal tab", Kind::yaml_tab},
    Translation{"unknown escape character", Kind::yaml_escape},
    Translation{"bad character found while scanning hex", Kind::yaml_escape},
    Translation{"invalid unicode", Kind::yaml_escape},
    Translation{"the referenced anchor is not defined", Kind::yaml_alias},
    Translation{"alias not found", Kind::yaml_alias},
    Translation{"illegal character found while scanning alias", Kind::yaml_alias},
};

/// Tabs and line ends, CRLF included; nothing else below the blank.
std::size_t first_control(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    const bool is_line_end =
        byte == '\n' || (byte == '\r' && at + 1 < text.size() && text[at + 1] == '\n');
    const bool is_control = (byte >= 0 && byte < ' ') || byte == '\x7F';
    if (is_control && byte != '\t' && !is_line_end) return at;
  }
  return std::string_view::npos;
}

/// `rest`: the text from where the library stopped.
Message message_of(std::string_view library_message, std::string_view rest) {
  if (library_message.starts_with("bad file")) {  // what the library says of deep nesting
    return {Kind::yaml_too_deep, {std::to_string(limits::yaml_depth)}};
  }
  if (library_message.starts_with("illegal flow end") ||
      library_message.starts_with("unknown token")) {
    return {Kind::yaml_character, {std::string(rest.substr(0, 1))}};
  }
  const auto* const found =
      std::find_if(translations.begin(), translations.end(), [&](const Translation& translation) {
        return library_message.starts_with(translation.begin);
      });
  return found == translations.end() ? Kind::yaml_syntax : found->kind;
}

/// Bytes that no definition may hold, before the library sees them: reported, once. True: none.
bool is_readable_text(const YamlPlaces& places, Diagnostics& diagnostics) {
  const std::string_view text = places.text();
  if (text.size() > limits::yaml_bytes) {
    diagnostics.report(Kind::yaml_too_large, {places.file()}, {std::to_string(limits::yaml_bytes)});
    return false;
  }
  const std::size_t bad = first_bad_utf8(text);
  const std::size_t control = first_control(text);
  if (bad == std::string_view::npos && control == std::string_view::npos) return true;
  const std::size_t at = std::min(bad, control);
  diagnostics.report(at == bad ? Kind::yaml_not_utf8 : Kind::yaml_control_character,
                     places.place(places.spot(at), 1), {hexadecimal(text[at])});
  return false;
}

void report_library_fault(const YAML::Exception& fault, const YamlPlaces& places,
                          const TreeBuilder& builder, Diagnostics& diagnostics) {
  const std::string_view message = fault.msg;
  const std::string_view text = places.text();
  // The library stops where an open text or bracket ought to have ended; its begin is shown.
  std::optional<Spot> opened;
  if (message.find("flow not found") != std::string_view::npos) opened = builder.open_bracket();
  if (message.starts_with("illegal EOF in scalar")) {
    opened = places.spot(text.find_first_of("\"'", builder.read_until()));
  }
  if (opened && opened->offset < text.size()) {
    diagnostics.report(Kind::yaml_not_closed, places.place(*opened, 1), {places.sign(*opened)});
    return;
  }
  const Spot at = places.spot(spot_of(fault.mark).offset);
  const std::size_t line_start = at.offset - (at.column - 1);
  const std::size_t tab = text.find('\t', line_start);
  if (tab < text.find_first_not_of(" \t", line_start)) {
    diagnostics.report(Kind::yaml_tab, places.place(places.spot(tab), 1));
    return;
  }
  diagnostics.report(message_of(message, text.substr(at.offset)), places.place(at, 1));
}

void parse(std::string_view text, TreeBuilder& builder) {
  std::istringstream stream{std::string(text)};
  YAML::Parser parser(stream);
  while (parser.HandleNextDocument(builder)) {
  }
}

/// Whether brackets make the definition larger or deeper than the limits allow; reported. The
/// library keeps a list in brackets as tokens to its end before it tells of the first, for `[a, b]`
/// may turn out to be a key: ten megabytes of `[` would be two gigabytes. It is given no more than
/// breaks a limit; if that breaks none, the text is read as any other.
bool is_beyond_limits(const YamlPlaces& places, Diagnostics& diagnostics) {
  const std::optional<std::string> enough = places.enough_to_exceed_limits();
  if (!enough) return false;
  Diagnostics found(diagnostics.warnings());
  TreeBuilder builder(places, found);
  try {
    parse(*enough, builder);
  } catch (const StopReading&) {
    diagnostics.append(std::move(found));
    return true;
  } catch (const YAML::Exception&) {  // it is reported when all of the text is read
  }
  return false;
}

}  // namespace

const YamlEntry* YamlNode::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const YamlEntry& entry) { return entry.key.text == key; });
  return found == entries.end() ? nullptr : &*found;
}

std::optional<YamlNode> read_yaml(FileId file, std::string_view text, Diagnostics& diagnostics) {
  text = without_bom(text);  // the library counts from after it, too
  const YamlPlaces places(file, text);
  if (!is_readable_text(places, diagnostics) || is_beyond_limits(places, diagnostics)) {
    return std::nullopt;
  }
  TreeBuilder builder(places, diagnostics);
  try {
    parse(text, builder);
  } catch (const StopReading&) {
    return std::nullopt;
  } catch (const YAML::Exception& fault) {
    report_library_fault(fault, places, builder, diagnostics);
    return std::nullopt;
  }
  std::optional<YamlNode> root = builder.take_root();
  if (!root || root->is_null()) {
    diagnostics.report(Kind::yaml_empty, {file});
    return std::nullopt;
  }
  return root;
}

}  // namespace euproj
