#include "euproj/read/json_leaves.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "read/json/json_events.hpp"

namespace euproj {
namespace {

struct Node {
  std::string key;
  enum class Shape : std::uint8_t { object, array, scalar } shape{};
  JsonKind kind{};
  std::string value;
  std::vector<Node> children;
};

class TreeBuilder final : public JsonEvents {
 public:
  Node root;

  bool begin_object() override { return open(Node::Shape::object); }
  bool begin_array() override { return open(Node::Shape::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(std::string& name) override {
    key_ = std::move(name);
    return true;
  }
  bool scalar(JsonKind kind, std::string& value) override {
    Node& node = add(Node::Shape::scalar);
    node.kind = kind;
    node.value = std::move(value);
    return true;
  }

 private:
  Node& add(Node::Shape shape) {
    Node* const at = path_.empty() ? &root : &path_.back()->children.emplace_back();
    at->key = std::move(key_);
    at->shape = shape;
    key_.clear();
    return *at;
  }
  bool open(Node::Shape shape) {
    path_.push_back(&add(shape));
    return true;
  }
  bool close() {
    path_.pop_back();
    return true;
  }

  // A node that is open stays where it is: its parent adds the next one once it is closed.
  std::vector<Node*> path_;
  std::string key_;
};

/// Which members name the elements of a list; of a list that is not here, `id` does.
struct Naming {
  std::string_view list;
  std::array<std::string_view, 3> members;
};
constexpr std::array namings = {
    Naming{"lines", {"task", "category"}},
    Naming{"documents", {"document", "issuer"}},
    Naming{"requires", {"indicator"}},
    Naming{"corrections", {"document", "corrects", "task"}},
    Naming{"shifts", {"task"}},
    Naming{"documented", {"source", "in_kind"}},
    Naming{"versions", {"of"}},
    Naming{"adjustments", {"date"}},
    Naming{"declared", {"claim", "indicator"}},
    Naming{"exposure", {"indicator"}},
    Naming{"ineligible", {"document"}},
    Naming{"by_partner", {"partner"}},
    Naming{"catalogues", {"path"}},
    Naming{"inputs", {"path", "sheet"}},
    Naming{"months", {"month"}},
    Naming{"may_count", {"person", "indicator"}},
    Naming{"may_lose", {"person", "indicator"}},
    Naming{"gaps", {"key"}},
    Naming{"overlap", {"indicator", "with"}},
    Naming{"breakdowns", {"of"}},
    Naming{"advances", {"date", "source"}},
};

constexpr std::array id_alone = {std::string_view("id")};

std::span<const std::string_view> members_naming(std::string_view list) {
  const auto* const found = std::find_if(namings.begin(), namings.end(),
                                         [&](const Naming& each) { return each.list == list; });
  if (found == namings.end()) return id_alone;
  const auto* const end = std::find(found->members.begin(), found->members.end(), "");
  return {found->members.begin(), end};
}

/// Members that hold a name or a number of something, even where it looks like an amount.
constexpr std::array label_keys = {
    std::string_view("id"),       std::string_view("code"),       std::string_view("name"),
    std::string_view("unit"),     std::string_view("title"),      std::string_view("number"),
    std::string_view("claim"),    std::string_view("task"),       std::string_view("document"),
    std::string_view("source"),   std::string_view("book"),       std::string_view("issuer"),
    std::string_view("corrects"), std::string_view("key"),        std::string_view("partner"),
    std::string_view("category"), std::string_view("indicator"),  std::string_view("path"),
    std::string_view("version"),  std::string_view("person"),     std::string_view("place"),
    std::string_view("sheet"),    std::string_view("at"),         std::string_view("reason"),
    std::string_view("evidence"), std::string_view("description")};

/// -12, 1042.50: all that a report writes as an exact decimal.
bool is_decimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (point == std::string_view::npos) return digits(text);
  return digits(text.substr(0, point)) && digits(text.substr(point + 1));
}

/// Members of a report that are said about its figures, and change with the day on which they are.
constexpr std::array remark_keys = {std::string_view("findings"),
                                    std::string_view("provenance"),
                                    std::string_view("changes"),
                                    std::string_view("reconciliation"),
                                    std::string_view("reconciled_with"),
                                    std::string_view("waived"),
                                    std::string_view("label")};

bool is_remark(std::string_view name) {
  const std::string_view first = name.substr(0, name.find('.'));
  return std::find(remark_keys.begin(), remark_keys.end(), first) != remark_keys.end();
}

bool is_figure(std::string_view key, JsonKind kind, std::string_view value) {
  if (std::find(label_keys.begin(), label_keys.end(), key) != label_keys.end()) return false;
  return kind == JsonKind::number || kind == JsonKind::truth ||
         (kind == JsonKind::text && is_decimal(value));
}

/// RFC 6901, 3.
std::string escaped(std::string_view key) {
  std::string text;
  for (const char c : key) {
    if (c == '~') {
      text += "~0";
    } else if (c == '/') {
      text += "~1";
    } else {
      text += c;
    }
  }
  return text;
}

/// By the members that name it; empty where it has none of them.
std::string own_name(const Node& element, std::string_view list) {
  std::string name;
  for (const std::string_view member : members_naming(list)) {
    const auto found = std::find_if(element.children.begin(), element.children.end(),
                                    [&](const Node& child) { return child.key == member; });
    if (found == element.children.end() || found->value.empty()) continue;
    name += (name.empty() ? "" : "/") + found->value;
  }
  return name;
}

class LeafWriter {
 public:
  std::vector<JsonLeaf> leaves;

  void write(const Node& node, const std::string& pointer, const std::string& name,
             std::string_view key) {
    switch (node.shape) {
      case Node::Shape::scalar:
        leaves.push_back({pointer, name, static_cast<JsonLeaf::Kind>(node.kind), node.value,
                          is_figure(key, node.kind, node.value), is_remark(name)});
        break;
      case Node::Shape::object:
        for (const Node& child : node.children) {
          write(child, pointer + "/" + escaped(child.key), joined(name, child.key), child.key);
        }
        break;
      case Node::Shape::array:
        write_elements(node, pointer, name);
        break;
    }
  }

 private:
  static std::string joined(const std::string& name, const std::string& part) {
    return name.empty() ? part : name + "." + part;
  }

  void write_elements(const Node& list, const std::string& pointer, const std::string& name) {
    std::map<std::string, int> seen;
    for (std::size_t at = 0; at < list.children.size(); ++at) {
      const Node& element = list.children[at];
      std::string part = own_name(element, list.key);
      if (part.empty()) part = "#" + std::to_string(at + 1);
      if (const int times = ++seen[part]; times > 1) part += "#" + std::to_string(times);
      write(element, pointer + "/" + std::to_string(at), joined(name, part), list.key);
    }
  }
};

}  // namespace

Result<std::vector<JsonLeaf>, std::size_t> read_json_leaves(std::string_view text) {
  TreeBuilder tree;
  if (const auto fault = read_json(text, tree)) return fault->too_deep ? 0 : fault->byte;
  LeafWriter writer;
  writer.write(tree.root, "", "", "");
  return std::move(writer.leaves);
}

std::vector<NamedFigure> report_figures(const std::vector<JsonLeaf>& leaves) {
  std::vector<NamedFigure> figures;
  for (const JsonLeaf& leaf : leaves) {
    if (leaf.is_figure && !leaf.is_remark) figures.push_back({leaf.name, leaf.value});
  }
  return figures;
}

}  // namespace euproj
