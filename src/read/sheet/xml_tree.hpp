#pragma once
// XmlTree: one part of a spreadsheet as a tree to walk (by pugixml).
//
// Elements are named without their prefix, since programs choose prefixes as they like. Attributes
// too, unless the wanted name has a prefix: OpenDocument tells office:value from calcext:value.

#include <memory>
#include <string>
#include <string_view>

namespace pugi {
class xml_document;
struct xml_node_struct;
}  // namespace pugi

namespace euproj {

/// A node of a tree, or none; of none everything is empty. Good as long as its tree.
class XmlNode {
 public:
  XmlNode() = default;
  explicit XmlNode(pugi::xml_node_struct* node) : node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  [[nodiscard]] std::string_view name() const;  // empty for text
  [[nodiscard]] std::string_view attribute(std::string_view name) const;
  [[nodiscard]] std::string_view text() const;  // of a text itself, or the first one inside
  [[nodiscard]] XmlNode first() const;          // child of any kind
  [[nodiscard]] XmlNode next() const;           // sibling of any kind
  [[nodiscard]] XmlNode child(std::string_view name) const;
  [[nodiscard]] XmlNode next(std::string_view name) const;

 private:
  pugi::xml_node_struct* node_ = nullptr;
};

class XmlTree {
 public:
  /// `part` names the text in the SpreadsheetFault of what is no XML.
  XmlTree(std::string text, const std::string& part);
  ~XmlTree();
  XmlTree(const XmlTree&) = delete;
  XmlTree& operator=(const XmlTree&) = delete;

  [[nodiscard]] XmlNode root() const;

 private:
  std::string text_;  // parsed in place: the nodes point into it
  std::unique_ptr<pugi::xml_document> document_;
};

}  // namespace euproj
