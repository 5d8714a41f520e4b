#pragma once
// Faults of YAML in our own words: the YAML library's messages name its tokens, not the mistake.

#include <string_view>
#include <vector>

#include "euproj/base/diagnostics.hpp"
#include "read/definition/yaml_places.hpp"

namespace euproj {

struct YamlFault {
  Kind kind{};
  std::vector<std::string> arguments;
};

/// `rest`: the text from where the library stopped.
[[nodiscard]] YamlFault yaml_fault(std::string_view library_message, std::string_view rest);

/// Bytes that no definition may hold, before the library sees them: reported, once. True: none.
[[nodiscard]] bool is_readable_text(FileId file, const YamlPlaces& places,
                                    Diagnostics& diagnostics);

}  // namespace euproj
