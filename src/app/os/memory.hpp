#pragma once
// How the program takes memory from the system: one heap, in large pages, kept until the end.
//
// A log of a million rows fills some 100 MiB. In pages of 4 KiB the system interrupts the program
// 28 000 times to give them, in pages of 2 MiB 3 000 times, which was a quarter of such a report's
// time on a virtual machine (3·10^5 participants and 3·10^6 rows of support, faults counted by GNU
// time in November 2026). Where it has no large pages nothing changes.

namespace euproj {

/// To be called once, before threads begin.
void set_up_memory();

}  // namespace euproj
