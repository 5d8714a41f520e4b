#pragma once
// Runs whole processes and measures them: wall time, processor time, peak memory. What is compared
// runs in turn, so that a change of the machine's mood meets both sides.

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

extern char** environ;

namespace euproj::bench {

using Command = std::vector<std::string>;

struct Measured {
  double seconds = 0;
  double processor_seconds = 0;
  long peak_kib = 0;
  int status = 0;
};

enum class Output { dropped, to_standard_error };

inline Measured run(const Command& command, Output output = Output::dropped) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (output == Output::dropped) {
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  } else {
    posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
  }
  const auto begin = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ) != 0) {
    std::perror(arguments[0]);
    std::exit(2);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  posix_spawn_file_actions_destroy(&actions);
  const auto seconds = [](timeval time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return {took.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss,
          WIFEXITED(status) ? WEXITSTATUS(status) : 128};
}

struct Series {
  std::vector<double> seconds;
  std::vector<double> processor_seconds;
  long peak_kib = 0;

  void add(const Measured& measured) {
    seconds.push_back(measured.seconds);
    processor_seconds.push_back(measured.processor_seconds);
    peak_kib = std::max(peak_kib, measured.peak_kib);
  }
  [[nodiscard]] static double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
  }
  [[nodiscard]] double median_seconds() const { return median(seconds); }
  [[nodiscard]] double median_processor() const { return median(processor_seconds); }
};

/// Each command once to warm the page cache, then all in turn, `runs` times; all must end with
/// `status`.
inline std::vector<Series> run_in_turn(const std::vector<Command>& commands, int runs,
                                       int status = 0) {
  std::vector<Series> series(commands.size());
  for (int turn = 0; turn <= runs; ++turn) {
    for (std::size_t at = 0; at < commands.size(); ++at) {
      const Measured measured = run(commands[at]);
      if (measured.status != status) {
        std::fprintf(stderr, "%s ended with %d: nothing is timed that fails\n",
                     commands[at][0].c_str(), measured.status);
        std::exit(2);
      }
      if (turn > 0) series[at].add(measured);
    }
  }
  return series;
}

}  // namespace euproj::bench
