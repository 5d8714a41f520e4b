#pragma once
// Repeats: support that is logged more than once, and meetings whose rows name no session
// (src/calc/README.md#sessions).

#include "euproj/model/logs.hpp"
#include "euproj/model/people.hpp"
#include "euproj/model/project.hpp"

namespace euproj {

/// Whether two rows say the same in every column that is kept.
[[nodiscard]] bool says_the_same(const SupportRow& a, const SupportRow& b);

/// Gives the rows of a form with `sessions: group` that name no session one of their date, form
/// and provider, named so: "2026-03-04 senior, A. Nowy". Before the codes are frozen.
void join_meetings(const Project& project, Codes& codes, Logs& logs);

/// People::repeated: rows equal to an earlier one of their person and session. Once the rows of
/// `support` stand by person and date.
void find_repeated_sessions(const Logs& logs, People& people, std::size_t threads);

}  // namespace euproj
