#include "euproj/read/read_sample_results.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "euproj/core/written_money.hpp"
#include "euproj/words/kinds.hpp"
#include "read/csv/csv_scanner.hpp"
#include "read/logs/dialect.hpp"
#include "read/published/list_text.hpp"
#include "read/rows/cells.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

constexpr std::string_view document_name = "document";
constexpr std::string_view correct_name = "correct";

std::optional<std::size_t> find(const CsvRow& row, std::string_view name) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (header_key(row.cells[i].text) == name) return i;
  }
  return std::nullopt;
}

class ResultNames final : public HeaderNames {
 public:
  [[nodiscard]] std::size_t count_known(const CsvRow& row) const override {
    return (find(row, document_name) ? 1U : 0U) + (find(row, correct_name) ? 1U : 0U);
  }
  [[nodiscard]] bool is_header(const CsvRow& row) const override { return count_known(row) == 2; }
  [[nodiscard]] std::vector<std::string_view> expected_names() const override {
    return {document_name, correct_name};
  }
};

}  // namespace

std::vector<SampleResult> read_sample_results(const std::string& path, const Files& files,
                                              SourceSet& sources, Diagnostics& diagnostics) {
  const ResultNames names;
  const auto list = open_list(path, names, files, sources, diagnostics);
  if (list == nullptr) return {};
  const FileId file = list->file;
  const auto layout = find_layout(list->text, list->form, names, file, diagnostics);
  if (!layout) return {};
  CsvScanner scanner(list->text, layout->delimiter);
  scanner.skip_to(layout->start.position, layout->start.line);
  if (!scanner.next()) return {};
  const std::size_t document_at = *find(scanner.row(), document_name);
  const std::size_t correct_at = *find(scanner.row(), correct_name);
  std::vector<SampleResult> results;
  std::map<std::string, std::uint32_t> lines;
  while (scanner.next()) {
    const CsvRow& row = scanner.row();
    if (row.fault != CsvFault::none) {
      diagnostics.report(message_of(row.fault), {file, row.line, row.fault_column});
      continue;
    }
    if (filled_cells(row, 1) == 0) continue;
    if (row.cells.size() <= std::max(document_at, correct_at)) {
      diagnostics.report(Kind::too_few_cells, {file, row.line, 1},
                         {std::to_string(row.cells.size()),
                          std::to_string(std::max(document_at, correct_at) + 1)});
      continue;
    }
    const std::string document(unprotected(trimmed(row.cells[document_at].text)));
    const std::string_view written = unprotected(trimmed(row.cells[correct_at].text));
    const auto amount = parse_written_money(written);
    if (document.empty()) {
      diagnostics.report(Kind::missing_value, {file, row.line, row.cells[document_at].column},
                         {std::string(document_name)});
    } else if (!amount) {
      diagnostics.report(Kind::published_amount, {file, row.line, row.cells[correct_at].column},
                         {std::string(correct_name), shown(written)});
    } else if (const auto [known, is_new] = lines.try_emplace(document, row.line); !is_new) {
      diagnostics.report(Kind::sample_result_twice, {file, row.line, 1},
                         {shown(document), Place{file, known->second, 1}});
    } else {
      results.push_back({document, *amount});
    }
  }
  return results;
}

}  // namespace euproj
