#pragma once
// DataFile: one entry of `data` in a definition: which files, and what is declared about their
// form.
//
// What is not declared here is detected per file by the reader, never per row (SPEC 3).

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "euproj/base/source.hpp"
#include "euproj/core/date.hpp"

namespace euproj {

enum class LogKind : std::uint8_t {
  participants,
  support,
  outcomes,
  places,
  measurements,
  expenditures,
  aliases,
};
inline constexpr std::size_t log_kind_count = 7;
[[nodiscard]] std::string_view log_name(LogKind kind);  // the key under `data`

enum class Encoding : std::uint8_t { utf8, utf16, windows_1250, iso_8859_2 };

struct DataFile {
  LogKind kind{};
  std::string pattern;  // path or glob, relative to the definition's folder
  std::string preset;   // sm-efs, sl2014, pefs-lsi2014; empty: none
  std::string sheet;    // of a spreadsheet; empty: the first one
  std::optional<Encoding> encoding;
  std::optional<char> delimiter;
  std::optional<char> decimal;
  DateForm date = DateForm::iso;
  std::vector<std::pair<std::string, std::string>> columns;  // canonical name, header in the file
  /// canonical column, then from -> to
  std::vector<std::pair<std::string, std::vector<std::pair<std::string, std::string>>>> values;
  Place place;  // of the path in the definition
};

}  // namespace euproj
