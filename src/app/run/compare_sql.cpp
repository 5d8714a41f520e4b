#include "app/run/compare_sql.hpp"

#include <map>
#include <optional>
#include <set>

#include "euproj/core/quantity.hpp"
#include "euproj/sql/sql_script.hpp"

namespace euproj {
namespace {

constexpr std::string_view sql_header = "project,figure,period,cumulative";

/// The cells of the records of a CSV (RFC 4180), quotes taken off.
class CsvRecords {
 public:
  explicit CsvRecords(std::string_view text) : text_(text) {}

  [[nodiscard]] std::size_t line() const { return line_; }
  /// False at the end.
  bool next(std::vector<std::string>& cells) {
    cells.clear();
    if (at_ >= text_.size()) return false;
    ++line_;
    cells.emplace_back();
    bool quoted = false;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (quoted) {
        if (c != '"') {
          cells.back() += c;
        } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
          cells.back() += text_[at_++];
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        cells.emplace_back();
      } else if (c == '\n') {
        ++at_;
        return true;
      } else if (c != '\r') {
        cells.back() += c;
      }
    }
    return true;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;
};

/// A figure by its stable name without `period` and `cumulative`, and which of the two it is.
struct FigurePlace {
  std::string figure;
  bool of_period = false;
};

FigurePlace place_of(const std::string& name) {
  for (const std::string_view step : {"period", "cumulative"}) {
    const std::string inner = "." + std::string(step) + ".";
    const std::string last = "." + std::string(step);
    if (const std::size_t at = name.rfind(inner); at != std::string::npos) {
      return {name.substr(0, at) + name.substr(at + inner.size() - 1), step == "period"};
    }
    if (name.ends_with(last)) return {name.substr(0, name.size() - last.size()), step == "period"};
  }
  return {name, false};
}

/// As a number, where it is one: 12, 12.50, true. Nothing: null.
std::optional<std::string> comparable(std::string_view written) {
  if (written.empty() || written == "\\N" || written == "NULL") return std::nullopt;
  if (written == "true") return "1";
  if (written == "false") return "0";
  const auto number = parse_quantity(written);
  return number ? number->text() : std::string(written);
}

std::string name_of(const FigurePlace& place) {
  return place.figure + (place.of_period ? " (period)" : "");
}

using FiguresByPlace = std::map<std::pair<std::string, bool>, const JsonLeaf*>;

class SqlRowComparison {
 public:
  SqlRowComparison(const FiguresByPlace& figures, Verification& verification)
      : figures_(figures), verification_(verification) {}

  void compare(const SqlRow& row, bool of_period) {
    const std::string& value = of_period ? row.period : row.cumulative;
    const FigurePlace place{row.figure, of_period};
    const std::optional<std::string> there = comparable(value);
    const auto found = figures_.find({row.figure, of_period});
    if (found == figures_.end()) {
      // What is nothing may be left out of a report.
      if (!there || *there == "0") return;
      verification_.differences.push_back({"", name_of(place), there, std::nullopt});
      return;
    }
    const JsonLeaf& leaf = *found->second;
    const std::optional<std::string> here =
        leaf.kind == JsonLeaf::Kind::none ? std::nullopt : comparable(leaf.value);
    ++verification_.compared;
    witnessed_.insert(found->first);
    if (there != here)
      verification_.differences.push_back({leaf.name, name_of(place), there, here});
  }

  [[nodiscard]] bool is_witnessed(const std::pair<std::string, bool>& place) const {
    return witnessed_.contains(place);
  }

 private:
  const FiguresByPlace& figures_;
  Verification& verification_;
  std::set<std::pair<std::string, bool>> witnessed_;
};

}  // namespace

Result<std::vector<SqlRow>, std::size_t> read_sql_rows(std::string_view csv) {
  std::vector<SqlRow> rows;
  CsvRecords records(csv);
  std::vector<std::string> cells;
  bool has_header = false;
  while (records.next(cells)) {
    if (cells.size() == 1 && cells[0].empty()) continue;
    std::string line;
    for (const std::string& cell : cells) line += (line.empty() ? "" : ",") + cell;
    if (!has_header && line == sql_header) {
      has_header = true;
    } else if (!has_header || cells.size() != 4) {
      return records.line();
    } else {
      rows.push_back({cells[0], cells[1], cells[2], cells[3]});
    }
  }
  if (!has_header) return records.line() + 1;
  return rows;
}

SqlComparison compare_sql(const std::vector<SqlRow>& rows, const std::vector<JsonLeaf>& report,
                          Verification& verification) {
  SqlComparison comparison;
  FiguresByPlace figures;
  for (const JsonLeaf& leaf : report) {
    if (leaf.name == "project.id") comparison.project = leaf.value;
    if (leaf.is_remark) continue;
    if (!leaf.is_figure && leaf.kind != JsonLeaf::Kind::none) continue;
    FigurePlace place = place_of(leaf.name);
    figures[{std::move(place.figure), place.of_period}] = &leaf;
  }
  SqlRowComparison compared(figures, verification);
  for (const SqlRow& row : rows) {
    if (row.project != comparison.project) continue;
    comparison.has_project = true;
    compared.compare(row, true);
    compared.compare(row, false);
  }
  for (const auto& [place, leaf] : figures) {
    if (!leaf->is_figure || is_given_figure(leaf->name) || compared.is_witnessed(place)) continue;
    comparison.not_witnessed.push_back(leaf->name);
  }
  return comparison;
}

}  // namespace euproj
