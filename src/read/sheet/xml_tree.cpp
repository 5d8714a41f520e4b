#include "read/sheet/xml_tree.hpp"

#include <pugixml.hpp>
#include <utility>

#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"
#include "read/sheet/archive.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

constexpr unsigned int options = pugi::parse_default | pugi::parse_ws_pcdata_single;

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_text(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

}  // namespace

std::string_view XmlNode::name() const { return without_prefix(pugi::xml_node(node_).name()); }

std::string_view XmlNode::attribute(std::string_view name) const {
  const bool prefixed = name.find(':') != std::string_view::npos;
  for (const pugi::xml_attribute& attribute : pugi::xml_node(node_).attributes()) {
    const std::string_view seen = attribute.name();
    if ((prefixed ? seen : without_prefix(seen)) == name) return attribute.value();
  }
  return {};
}

std::string_view XmlNode::text() const {
  const pugi::xml_node node(node_);
  return is_text(node) ? node.value() : node.child_value();
}

XmlNode XmlNode::first() const {
  return XmlNode(pugi::xml_node(node_).first_child().internal_object());
}

XmlNode XmlNode::next() const {
  return XmlNode(pugi::xml_node(node_).next_sibling().internal_object());
}

XmlNode XmlNode::child(std::string_view name) const {
  const XmlNode node = first();
  return !node || node.name() == name ? node : node.next(name);
}

XmlNode XmlNode::next(std::string_view name) const {
  XmlNode node = next();
  while (node && node.name() != name) node = node.next();
  return node;
}

XmlTree::XmlTree(std::string text, const std::string& part)
    : text_(std::move(text)), document_(std::make_unique<pugi::xml_document>()) {
  const bool is_utf8 = first_bad_utf8(text_) == std::string_view::npos;
  const auto result = document_->load_buffer_inplace(text_.data(), text_.size(), options);
  if (is_utf8 && result) return;
  throw SpreadsheetFault{Kind::spreadsheet_damaged, {shown(part)}};
}

XmlTree::~XmlTree() = default;

XmlNode XmlTree::root() const { return XmlNode(document_->document_element().internal_object()); }

}  // namespace euproj
