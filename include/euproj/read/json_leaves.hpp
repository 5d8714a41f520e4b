#pragma once
// json_leaves: the scalars of a JSON report, each with where it stands and how it is called.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/base/result.hpp"
#include "euproj/model/seal.hpp"

namespace euproj {

struct JsonLeaf {
  enum class Kind : std::uint8_t { text, number, truth, none };
  std::string pointer;  // RFC 6901: /indicators/0/period/total
  std::string name;     // stable: indicators.P1.period.total
  Kind kind{};
  std::string value;       // as JsonEvents::scalar gives it
  bool is_figure = false;  // a count, an amount, a percentage or a truth, and not a name or a day
  bool is_remark = false;  // of findings, provenance, closed periods, a label: said about figures
};

/// In the order of the text. The reason: the byte, counted from 1, at which it is no JSON; 0: it
/// nests too deep.
[[nodiscard]] Result<std::vector<JsonLeaf>, std::size_t> read_json_leaves(std::string_view text);

/// The figures of a report, by name; remarks are none.
[[nodiscard]] std::vector<NamedFigure> report_figures(const std::vector<JsonLeaf>& leaves);

}  // namespace euproj
