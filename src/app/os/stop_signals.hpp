#pragma once
// What SIGTERM, SIGHUP and SIGINT do: remove the unfinished files, say one sentence, end.
//
// Each result is whole, the old one or the new one, whenever the signal comes: a rename is atomic.

#include "euproj/app/env.hpp"
#include "euproj/base/language.hpp"

namespace euproj {

/// SIGTERM and SIGHUP end the program with status 3. SIGINT ends it as a shell expects, so that a
/// loop around it ends too.
void handle_stop_signals(Language language);

/// While files are watched, Ctrl-C is how the user ends it well: the first one lets the present
/// report come to its end, the second one ends the program at once, with status 0 both times.
void make_interrupt_a_request();
[[nodiscard]] bool stop_was_asked();

/// A program started with `>&-` must not get a report's file as its standard output: what is
/// closed is opened such that writing to it fails.
void occupy_closed_descriptors();

/// The clock of the machine. It waits until Ctrl-C where the run has asked for that (--watch).
class RealClock : public Clock {
 public:
  [[nodiscard]] std::int64_t milliseconds() const override;
  [[nodiscard]] std::int64_t unix_seconds() const override;
  [[nodiscard]] bool wait(std::int64_t milliseconds) override;
};

}  // namespace euproj
