#pragma once
// check_shape: a definition against the field tables: every unknown key, missing key, wrong type
// and value that cannot be read, each at its own place. The builders after it read what is well
// formed and pass over the rest in silence.

#include "euproj/words/diagnostics.hpp"
#include "read/keys/fields.hpp"
#include "read/yaml/tree.hpp"

namespace euproj {

void check_shape(const YamlNode& definition, Diagnostics& diagnostics,
                 Object root = Object::definition);

}  // namespace euproj
