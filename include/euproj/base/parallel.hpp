#pragma once
// Independent pieces of work on several threads.
//
// Which thread does which piece is left to chance, so a piece writes only what is its own. The
// result is that of one thread after the other, faults included.

#include <cstddef>
#include <functional>

namespace euproj {

/// Calls `work(0)` .. `work(count - 1)`, on at most `threads` threads, this one among them. What
/// pieces throw is thrown here once all are done: of several the first by number.
void for_each_in_parallel(std::size_t count, std::size_t threads,
                          const std::function<void(std::size_t)>& work);

}  // namespace euproj
