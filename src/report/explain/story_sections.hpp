#pragma once
// The sections of a person's story.

#include "euproj/report/explained.hpp"
#include "report/document/document_parts.hpp"

namespace euproj::parts {

[[nodiscard]] std::vector<DocumentSection> story_sections(const PersonStory& story, Date day,
                                                          const Words& words);

}  // namespace euproj::parts
