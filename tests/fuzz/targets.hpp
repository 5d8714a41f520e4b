#pragma once
// What the fuzzers feed: each target takes bytes through a seam of production and checks what must
// hold for any input. An ordinary test gives them the files of tests/fuzz/crashes and the seeds.

#include <array>
#include <string_view>

namespace euproj::fuzz {

void read_definition(std::string_view bytes);  // a definition, its findings and excerpts
void read_log(std::string_view bytes);         // the first byte chooses the log
void read_sheet(std::string_view bytes);       // the first byte: a whole file, or one part's XML
void read_scalars(std::string_view bytes);     // what is read is written and read again
void run_program(std::string_view bytes);      // the first byte chooses the file it replaces

struct Target {
  std::string_view name;
  void (*feed)(std::string_view bytes);
};
inline constexpr std::array<Target, 5> targets = {{{"definition", read_definition},
                                                   {"log", read_log},
                                                   {"sheet", read_sheet},
                                                   {"scalars", read_scalars},
                                                   {"run", run_program}}};

}  // namespace euproj::fuzz
