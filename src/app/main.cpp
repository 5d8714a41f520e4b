// The real world around `run`: arguments, environment, terminal, clock.

#include <unistd.h>

#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "app/os/memory.hpp"
#include "app/os/stop_signals.hpp"
#include "euproj/app/real_files.hpp"
#include "euproj/app/run.hpp"

namespace {

std::optional<std::int64_t> source_date_epoch() {
  const char* const value = std::getenv("SOURCE_DATE_EPOCH");
  if (value == nullptr) return std::nullopt;
  const std::string_view text(value);
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0) return std::nullopt;
  return seconds;
}

}  // namespace

int main(int count, char** values) {
  const std::vector<std::string> arguments(values + (count > 0 ? 1 : 0), values + count);
  euproj::occupy_closed_descriptors();
  euproj::handle_stop_signals(euproj::language_of(arguments));
  std::signal(SIGPIPE, SIG_IGN);  // a closed standard output is a failed write, which status 3 says
  euproj::set_up_memory();
  std::ios::sync_with_stdio(false);
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  euproj::RealFiles files;
  euproj::RealClock clock;
  euproj::Env env{
      files,
      std::cout,
      std::cerr,
      euproj::Date::from_serial(static_cast<std::int32_t>(now.time_since_epoch().count())),
      source_date_epoch(),
      ::isatty(STDOUT_FILENO) == 1,
      ::isatty(STDERR_FILENO) == 1,
      std::getenv("NO_COLOR") != nullptr,
      &clock};
  return static_cast<int>(euproj::run(arguments, env));
}
