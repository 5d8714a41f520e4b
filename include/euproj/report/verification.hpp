#pragma once
// Verification: whether a report or a seal is what the logs give (src/app/audit/README.md#verify).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "euproj/model/seal.hpp"

namespace euproj {

/// What a file has and the logs do not give. No value: it is not there.
struct VerifiedDifference {
  std::string name;  // stable, or of a workbook; empty: it has none
  std::string at;    // a JSON pointer (RFC 6901), or Sheet!A1
  std::optional<std::string> there;
  std::optional<std::string> here;
};

/// What became of an input of a seal.
struct VerifiedInput {
  enum class State : std::uint8_t { same_bytes, same_rows, changed };
  std::string path;
  State state{};
  std::vector<std::string> came;  // FILE:LINE
  std::vector<std::string> went;  // FILE:LINE, as it was sealed
};

struct Verification {
  enum class Kind : std::uint8_t { report, workbook, seal, sql };
  std::string file;
  Kind kind{};
  std::string version;       // of the program that wrote the file; empty: it does not say
  std::size_t compared = 0;  // figures, cells
  std::vector<VerifiedDifference> differences;
  std::vector<VerifiedInput> inputs;

  [[nodiscard]] bool same() const { return differences.empty(); }
};

/// Which figures and which evidence of a seal are others now; both have the same scope. Inputs too.
void compare_seals(const Seal& there, const Seal& here, Verification& verification);

}  // namespace euproj
