#pragma once
// report_nip: the finding about a NIP, of who issued a document and of an entity.

#include <string>

#include "euproj/core/nip.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// What is wrong with the key of the NIP in `column` of a row, once for each number.
void report_nip(const Dossier& dossier, NipFault fault, const std::string& key, Origin origin,
                Column column, Diagnostics& diagnostics);

}  // namespace euproj
