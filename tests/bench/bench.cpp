// Times the program as whole processes and prints tables in Markdown: small reports beside a bare
// process start, large projects in turn with DuckDB after their answers were compared.
//
// bench EUPROJ GENERATE WORKBOOK SOURCE BUILD [ROWS...]: SOURCE is the tree, BUILD takes data and
// DuckDB. Quote the ratios; the seconds are the machine's.

#include <cinttypes>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "measure.hpp"

namespace {

using euproj::bench::Command;
using euproj::bench::Output;
using euproj::bench::run;
using euproj::bench::run_in_turn;
using euproj::bench::Series;

constexpr int not_compared = 77;  // of answers.sh

struct Tools {
  std::string euproj, generate, workbook, source, build;
  [[nodiscard]] std::string modules() const { return build + "/duckdb"; }
};

double mebibytes(long kib) { return static_cast<double>(kib) / 1024; }

void time_examples(const Tools& tools) {
  const std::string workbook = tools.build + "/bench/example.xlsx";
  std::printf(
      "## One month of an example\n\nRatios to `true`, which is what starting any process "
      "costs.\n\n"
      "| project | format | ms | `true` ms | ratio | peak MiB |\n|---|---|--:|--:|--:|--:|\n");
  for (const char* name : {"bytom", "opole", "jastrzebie", "lublin", "bartoszyce"}) {
    for (const char* format : {"text", "json", "xlsx"}) {
      Command command = {
          tools.euproj, "report", tools.source + "/examples/" + name + "/project.yaml",
          "--format",   format,   "--quiet"};
      if (format == std::string("xlsx")) command.insert(command.end(), {"-o", workbook});
      const std::vector<Series> series = run_in_turn({command, {"true"}}, 21);
      const double ours = series[0].median_seconds() * 1000;
      const double bare = series[1].median_seconds() * 1000;
      std::printf("| %s | %s | %.1f | %.2f | %.1f | %.0f |\n", name, format, ours, bare,
                  ours / bare, mebibytes(series[0].peak_kib));
      std::fflush(stdout);
    }
  }
}

std::uintmax_t size_of_logs(const std::string& folder) {
  std::uintmax_t bytes = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() == ".csv") bytes += file.file_size();
  }
  return bytes;
}

bool knows_threads(const Tools& tools) {
  return run({tools.euproj, "report", "no-such.yaml", "--threads", "1"}).status == 3;
}

int turns_for(std::uint64_t rows) {
  return rows >= 100000000 ? 1 : rows >= 10000000 ? 3 : rows >= 1000000 ? 5 : 11;
}

/// Data of this size, with their answers compared; nullopt ends the bench.
std::optional<bool> compare(const Tools& tools, const std::string& folder, std::uint64_t rows) {
  const int status = run({tools.source + "/tests/bench/answers.sh", tools.euproj, tools.generate,
                          tools.modules(), folder, std::to_string(rows), std::to_string(rows / 20)},
                         Output::to_standard_error)
                         .status;
  if (status != 0 && status != not_compared) {
    std::fprintf(stderr, "%" PRIu64 " rows: wrong answers; nothing is timed that is wrong\n", rows);
    return std::nullopt;
  }
  return status == 0;
}

bool time_sizes(const Tools& tools, const std::vector<std::uint64_t>& sizes) {
  std::printf(
      "\n## Ten indicators of a year\n\n`report --period 2025 --format json` in turn with DuckDB "
      "on two threads. Growth is the time for ten times the rows;\nB a participation is the peak "
      "less 32 MiB.\n\n"
      "| rows | MB | threads | s | CPU s | MB/s | peak MiB | B a participation | growth | DuckDB s "
      "| DuckDB CPU s | DuckDB MiB | ratio | ratio of CPU s |\n"
      "|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
  std::vector<std::string> thread_choices = {"all"};
  if (knows_threads(tools)) thread_choices = {"2", "1"};
  std::vector<double> before(thread_choices.size());
  std::uint64_t rows_before = 0;
  for (const std::uint64_t rows : sizes) {
    const std::string folder = tools.build + "/bench/" + std::to_string(rows);
    const std::optional<bool> has_duckdb = compare(tools, folder, rows);
    if (!has_duckdb) return false;
    std::vector<Command> commands;
    for (const std::string& threads : thread_choices) {
      commands.push_back({tools.euproj, "report", folder + "/project.yaml", "--period", "2025",
                          "--format", "json", "--quiet"});
      if (threads != "all") commands.back().insert(commands.back().end(), {"--threads", threads});
    }
    if (*has_duckdb) {
      commands.push_back({"node", tools.source + "/tests/bench/query.mjs", tools.modules(), folder,
                          "2025-01-01", "2025-12-31", "2"});
    }
    const std::vector<Series> series = run_in_turn(commands, turns_for(rows));
    const double megabytes = static_cast<double>(size_of_logs(folder)) / 1e6;
    for (std::size_t at = 0; at < thread_choices.size(); ++at) {
      const double seconds = series[at].median_seconds();
      const double peak = static_cast<double>(series[at].peak_kib) * 1024;
      std::printf("| %" PRIu64 " | %.1f | %s | %.3f | %.3f | %.0f | %.0f | %.0f | ", rows,
                  megabytes, thread_choices[at].c_str(), seconds, series[at].median_processor(),
                  megabytes / seconds, mebibytes(series[at].peak_kib),
                  (peak - 32 * 1048576.0) / (static_cast<double>(rows) / 10));
      if (rows_before * 10 == rows) {
        std::printf("%.1f | ", seconds / before[at]);
      } else {
        std::printf("– | ");
      }
      if (*has_duckdb) {
        const Series& duckdb = series.back();
        std::printf("%.3f | %.3f | %.0f | **%.2f** | %.2f |\n", duckdb.median_seconds(),
                    duckdb.median_processor(), mebibytes(duckdb.peak_kib),
                    seconds / duckdb.median_seconds(),
                    series[at].median_processor() / duckdb.median_processor());
      } else {
        std::printf("not run | – | – | – | – |\n");
      }
      before[at] = seconds;
    }
    std::fflush(stdout);
    rows_before = rows;
  }
  return true;
}

void time_claim(const Tools& tools) {
  const std::string folder = tools.build + "/bench/documents";
  std::filesystem::create_directories(folder);
  if (run({tools.generate, "10000", "1000000", folder}, Output::to_standard_error).status != 0)
    std::exit(2);
  std::printf(
      "\n## A claim among 1 000 000 documents\n\n`report --claim 6`, a twelfth of the documents, "
      "beside `report` of all.\n\n"
      "| report | format | s | peak MiB |\n|---|---|--:|--:|\n");
  const auto report = [&](const char* format, bool is_claim) {
    Command command = {tools.euproj, "report", folder + "/project.yaml",
                       "--format",   format,   "--quiet"};
    command.insert(command.end(), {is_claim ? "--claim" : "--period", is_claim ? "6" : "2025"});
    return command;
  };
  const std::vector<Series> series = run_in_turn(
      {report("text", true), report("json", true), report("text", false), report("json", false)},
      5);
  const char* const names[] = {"claim | text", "claim | json", "year | text", "year | json"};
  for (std::size_t at = 0; at < series.size(); ++at) {
    std::printf("| %s | %.3f | %.0f |\n", names[at], series[at].median_seconds(),
                mebibytes(series[at].peak_kib));
  }
}

/// How long it takes to say what is wrong, after it was seen that the right thing is said.
void time_bad_input(const Tools& tools, std::uint64_t rows) {
  const std::string folder = tools.build + "/bench/bad-input";
  if (run({tools.source + "/tests/bench/bad_input.sh", tools.euproj, tools.generate, folder,
           std::to_string(rows)},
          Output::to_standard_error)
          .status != 0) {
    std::exit(2);
  }
  std::printf("\n## Bad input\n\n`check` of %" PRIu64
              " support rows; each gives the one finding, with its line.\n\n"
              "| what is wrong | s | peak MiB |\n|---|--:|--:|\n",
              rows);
  const auto check = [&](const char* name) {
    return Command{tools.euproj, "check", folder + "/" + name + "/project.yaml", "--quiet"};
  };
  const std::vector<Series> series = run_in_turn({check("bad-row"), check("open-quote")}, 3, 1);
  std::printf(
      "| the last row | %.3f | %.0f |\n| a quote opened in the first row and never closed | %.3f | "
      "%.0f |\n",
      series[0].median_seconds(), mebibytes(series[0].peak_kib), series[1].median_seconds(),
      mebibytes(series[1].peak_kib));
  std::filesystem::remove_all(folder);
}

/// Rows on all sheets, read from the file.
long rows_of_workbook(const std::string& path) {
  const std::string command = "unzip -p '" + path + "' 'xl/worksheets/*' | grep -o '<row ' | wc -l";
  FILE* const pipe = popen(command.c_str(), "r");
  long rows = 0;
  if (pipe == nullptr || std::fscanf(pipe, "%ld", &rows) != 1) std::exit(2);
  pclose(pipe);
  return rows;
}

void time_workbooks(const Tools& tools) {
  const std::string path = tools.build + "/bench/rows.xlsx";
  const std::string folder = tools.build + "/bench/evidence";
  std::filesystem::create_directories(folder);
  if (run({tools.generate, "400000", "500", folder}, Output::to_standard_error).status != 0)
    std::exit(2);
  const Command report = {tools.euproj, "report",  folder + "/project.yaml",
                          "--period",   "2025",    "--format",
                          "xlsx",       "--quiet", "-o",
                          path};
  const Series evidence = run_in_turn({report}, 5).front();
  std::printf(
      "\n## Workbooks\n\nA report with its evidence, and a million rows of twelve columns in turn "
      "with "
      "libxlsxwriter in constant memory.\n\n"
      "| workbook | rows | s | CPU s | peak MiB |\n|---|--:|--:|--:|--:|\n");
  const auto line = [](const char* name, long rows, const Series& series) {
    std::printf("| %s | %ld | %.3f | %.3f | %.0f |\n", name, rows, series.median_seconds(),
                series.median_processor(), mebibytes(series.peak_kib));
  };
  line("report with evidence", rows_of_workbook(path), evidence);
  constexpr long rows = 1000000;
  const auto made = [&](const char* way) {
    return Command{tools.workbook, way, std::to_string(rows), path};
  };
  const std::vector<Series> both = run_in_turn({made("ours"), made("yardstick")}, 3);
  line("twelve columns", rows, both[0]);
  line("the same, libxlsxwriter alone", rows, both[1]);
  std::printf("\nRatio of seconds: **%.2f**, of CPU seconds: %.2f.\n",
              both[0].median_seconds() / both[1].median_seconds(),
              both[0].median_processor() / both[1].median_processor());
}

}  // namespace

int main(int count, char** values) {
  if (count < 6) {
    std::fputs("bench EUPROJ GENERATE WORKBOOK SOURCE BUILD [ROWS...]\n", stderr);
    return 2;
  }
  const Tools tools{values[1], values[2], values[3], values[4], values[5]};
  std::vector<std::uint64_t> sizes;
  for (int at = 6; at < count; ++at) sizes.push_back(std::strtoull(values[at], nullptr, 10));
  if (sizes.empty()) sizes = {10000, 100000, 1000000, 10000000};
  std::filesystem::create_directories(tools.build + "/bench");
  time_examples(tools);
  if (!time_sizes(tools, sizes)) return 1;
  time_claim(tools);
  time_bad_input(tools, sizes.back());
  time_workbooks(tools);
  return 0;
}
