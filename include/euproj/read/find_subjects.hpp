#pragma once
// find_subjects: what each finding is of, in words that stay when rows are added, moved or sorted.
//
// A waiver names a finding by its code and its subject, so the rule stands here, once, and on the
// page of findings. The first of these that there is:
//
//   what the reporter knows better      the column, of a finding for all rows of a file
//   a row of a log                      its person_id (of support without one its session), doc_no,
//                                       place_id, indicator, lump_sum, NIP or other_id; of a waiver
//                                       its code
//   a place in the definition           the `id` of the entry that it is in, else its keys
//                                       and, in a list, its day: financing.total,
//                                       advances[2022-01-20]
//   else                                the first argument of the message that is no place and no
//                                       number: a column, a claim
//
// What looks like a PESEL is no subject, in any of them.

#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// Of those findings that have no subject yet.
void find_subjects(const Dossier& dossier, const SourceSet& sources, Diagnostics& diagnostics);

}  // namespace euproj
