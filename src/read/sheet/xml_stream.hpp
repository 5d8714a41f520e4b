#pragma once
// read_xml: one part of a spreadsheet, element by element as it is unpacked (by expat).
//
// Elements are named without their prefix, since programs choose prefixes as they like. Attributes
// too, unless the wanted name has a prefix: OpenDocument tells office:value from calcext:value.
//
// Nothing of the text is trusted. What it may grow in memory is bounded: elements in one another,
// and one tag. It may not declare entities, so none can grow.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "read/sheet/archive.hpp"

namespace euproj {

/// Of the element that begins; good until the next one.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}

  /// Empty when there is none.
  [[nodiscard]] std::string_view operator[](std::string_view name) const;
  /// All of them with their prefixes, for who needs many: `visit(name, value)`.
  template <typename Visit>
  void for_each(const Visit& visit) const {
    for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
      visit(std::string_view(pair[0]), pair[1]);
    }
  }

 private:
  const char* const* pairs_;  // names and values in turn, then null
};

class XmlListener {
 public:
  virtual ~XmlListener() = default;
  virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end() {}                   // of the element that began last and has not ended
  virtual void text(std::string_view) {}  // perhaps in several pieces
  /// Asked now and then: the rest of the part is not read when this is true.
  [[nodiscard]] virtual bool has_all() const { return false; }
};

/// SpreadsheetFault when the part is missing, or is no XML.
void read_xml(SheetArchive& archive, const std::string& part, XmlListener& listener);

/// For each element, in the order of their beginnings. Of parts that list what a file has; one of
/// more than 64 MiB is too large for that.
void for_each_element(SheetArchive& archive, const std::string& part,
                      const std::function<void(std::string_view, const XmlAttributes&)>& visit);

}  // namespace euproj
