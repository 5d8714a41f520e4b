#pragma once
// read_published: a list of published projects, of each the total and one part of it.

#include <string>
#include <vector>

#include "euproj/base/files.hpp"
#include "euproj/core/split.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// The headers of the two columns; those of the lists of Fundusze Europejskie unless told
/// otherwise.
struct PublishedColumns {
  std::string total = "Wartość projektu";
  std::string part = "Dofinansowanie z EU";
};

/// A CSV in any encoding and with any delimiter that a log may have, or a sheet. Every fault is
/// reported; rows with faults are left out.
[[nodiscard]] std::vector<PublishedPart> read_published(const std::string& path,
                                                        const PublishedColumns& columns,
                                                        const Files& files, SourceSet& sources,
                                                        Diagnostics& diagnostics);

}  // namespace euproj
