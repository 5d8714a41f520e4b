// Times reports of the examples as whole processes, in turn with a bare process start.
//
// bench EUPROJ EXAMPLES [RUNS]: the median wall time of each, and its ratio to `true`, which is what
// starting any process costs on this machine. Quote the ratios; the milliseconds are the machine's.

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

namespace {

struct Measured {
  double milliseconds = 0;
  long peak_kib = 0;
};

Measured run_once(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  const auto begin = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ) != 0) {
    std::perror(arguments[0]);
    std::exit(2);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  posix_spawn_file_actions_destroy(&actions);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    std::fprintf(stderr, "%s ended with %d: nothing is timed that fails\n", arguments[0], status);
    std::exit(2);
  }
  return {took.count(), usage.ru_maxrss};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int count, char** values) {
  if (count < 3) {
    std::fprintf(stderr, "bench EUPROJ EXAMPLES [RUNS]\n");
    return 2;
  }
  const std::string euproj = values[1];
  const std::string examples = values[2];
  const int runs = count > 3 ? std::atoi(values[3]) : 21;
  const std::string workbook = "/tmp/euproj-bench-" + std::to_string(getpid()) + ".xlsx";

  std::printf("%-12s %-9s %9s %9s %8s %10s\n", "project", "format", "ms", "true ms", "ratio",
              "peak KiB");
  for (const char* name : {"bytom", "opole", "jastrzebie", "lublin", "bartoszyce"}) {
    for (const char* format : {"text", "json", "xlsx"}) {
      std::vector<std::string> command = {euproj, "report", examples + "/" + name + "/project.yaml",
                                          "--format", format, "--quiet"};
      if (format == std::string("xlsx")) command.insert(command.end(), {"-o", workbook});
      std::vector<double> ours, bare;
      long peak = 0;
      run_once(command);  // the files come into the page cache
      for (int run = 0; run < runs; ++run) {
        const Measured measured = run_once(command);
        ours.push_back(measured.milliseconds);
        peak = std::max(peak, measured.peak_kib);
        bare.push_back(run_once({"true"}).milliseconds);
      }
      std::printf("%-12s %-9s %9.1f %9.1f %8.1f %10ld\n", name, format, median(ours), median(bare),
                  median(ours) / median(bare), peak);
    }
  }
  std::remove(workbook.c_str());
  return 0;
}
