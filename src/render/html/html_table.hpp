#pragma once
// One table as HTML that a screen reader can walk: caption, scopes, row headers.

#include <string>
#include <string_view>

#include "euproj/report/document.hpp"

namespace euproj {

/// The table, or its note when it has no rows. Without a title it is called after its section,
/// unseen. `id` is of the caption.
[[nodiscard]] std::string html_table(const Table& table, std::string_view section_title,
                                     const std::string& id, Language language);

}  // namespace euproj
