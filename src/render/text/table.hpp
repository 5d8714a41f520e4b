#pragma once
// One table as lines of text that fit the width, whatever is in the cells.
//
// FixedText wraps inside its cell and numbers are never broken or cut. Where even that does not
// fit, the rows are set as cards: one line a cell, heading beside value.

#include "euproj/render/render.hpp"
#include "euproj/report/document.hpp"

namespace euproj {

/// Gives `line` the lines without line ends and without blanks at the end. The title is not
/// included.
void text_table(const Table& table, Language language, const TextStyle& style, const Sink& line);

}  // namespace euproj
