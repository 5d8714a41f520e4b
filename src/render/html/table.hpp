#pragma once
// A table, or its note when it has no rows, that a screen reader can walk: caption, scopes, row
// headers. On a narrow screen each cell says its heading, which it has as `data-label`.

#include <string>
#include <string_view>

#include "euproj/report/document.hpp"

namespace euproj {

/// Without a title it is called after its section, unseen. `id` is of the caption.
[[nodiscard]] std::string html_table(const Table& table, std::string_view section_title,
                                     const std::string& id, Language language);

[[nodiscard]] bool is_number(ColumnKind kind);

}  // namespace euproj
