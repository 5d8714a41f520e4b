#include "app/os/stop_signals.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <ctime>
#include <string>

#include "app/os/unfinished_file.hpp"
#include "euproj/app/run.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

// Made before a handler can run, and never changed or freed afterwards: a signal may come while the
// program ends and its static objects are already gone.
const std::string* terminated = nullptr;
const std::string* hung_up = nullptr;

/// Calls nothing but what POSIX lists as safe in a handler.
void stop(int signal) {
  remove_unfinished_files();
  if (signal == SIGINT) {
    ::signal(SIGINT, SIG_DFL);
    ::raise(SIGINT);
    return;
  }
  const std::string& sentence = *(signal == SIGTERM ? terminated : hung_up);
  static_cast<void>(!::write(STDERR_FILENO, sentence.data(), sentence.size()));
  ::_exit(static_cast<int>(ExitCode::failure));
}

void handle(int signal) {
  struct sigaction earlier {};
  ::sigaction(signal, nullptr, &earlier);
  if (earlier.sa_handler == SIG_IGN) return;  // nohup, a job in the background of a script
  struct sigaction action {};
  action.sa_handler = stop;
  ::sigfillset(&action.sa_mask);
  ::sigaction(signal, &action, nullptr);
}

volatile std::sig_atomic_t asked = 0;

void ask(int) {
  if (asked == 0) {
    asked = 1;
    return;
  }
  remove_unfinished_files();
  ::_exit(static_cast<int>(ExitCode::done));
}

constexpr std::int64_t per_second = 1000;
constexpr std::int64_t nanoseconds = 1'000'000;  // in a millisecond

timespec now(clockid_t clock) {
  timespec time{};
  ::clock_gettime(clock, &time);
  return time;
}

}  // namespace

void make_interrupt_a_request() {
  struct sigaction action {};
  ::sigaction(SIGINT, nullptr, &action);
  if (action.sa_handler == SIG_IGN) return;  // a job in the background of a script
  action.sa_handler = ask;                   // no SA_RESTART: waiting ends
  ::sigfillset(&action.sa_mask);
  ::sigaction(SIGINT, &action, nullptr);
}

bool stop_was_asked() { return asked != 0; }

void handle_stop_signals(Language language) {
  const auto sentence = [&](const char* signal) {
    return new std::string(text(Text::answer_stopped, language, {signal}));
  };
  terminated = sentence("SIGTERM");
  hung_up = sentence("SIGHUP");
  handle(SIGTERM);
  handle(SIGHUP);
  handle(SIGINT);
}

void occupy_closed_descriptors() {
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
    if (::fcntl(fd, F_GETFD) >= 0) continue;
    // The lowest free number is this one. Read only: a write to it is a failed write.
    static_cast<void>(!::open("/dev/null", O_RDONLY));
  }
}

std::int64_t RealClock::milliseconds() const {
  const timespec time = now(CLOCK_MONOTONIC);
  return time.tv_sec * per_second + time.tv_nsec / nanoseconds;
}

std::int64_t RealClock::unix_seconds() const { return now(CLOCK_REALTIME).tv_sec; }

bool RealClock::wait(std::int64_t milliseconds) {
  static const bool asked_for = [] {
    make_interrupt_a_request();
    return true;
  }();
  static_cast<void>(asked_for);
  const timespec time{milliseconds / per_second, milliseconds % per_second * nanoseconds};
  if (milliseconds > 0) ::nanosleep(&time, nullptr);  // a signal ends it early
  return !stop_was_asked();
}

}  // namespace euproj
