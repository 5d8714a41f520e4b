#pragma once
// The readers of a definition's sections, each in the source of its name (schemas/README.md): in
// the order in which read_project asks them, since each takes what earlier ones have left.

#include "read/definition/reading.hpp"

namespace euproj {

// read_financing.cpp: every version: the total, its sources and what the agreement prints.
void read_financing(const Reading& reading, const Values& definition);

// read_budget.cpp: every version; then claims and advances.
void read_budget(const Reading& reading, const Values& definition);
void read_claims(const Reading& reading, const Values& definition);

// read_indicators.cpp.
void read_indicators(const Reading& reading, const Values& definition);

// read_simplified.cpp: the simplified forms of a budget, lump sums and unit costs, into the
// versions that are read already; after the indicators, which they name.
void read_simplified_forms(const Reading& reading, const Values& definition);
/// Of the section `project`.
void read_exchange_rates(const Reading& reading, const Values& project);

// read_data_files.cpp: which files hold which log, and what is declared of their form.
void read_data_files(const Reading& reading, const Values& data);

}  // namespace euproj
