#include "read/rows/header.hpp"

#include <algorithm>

#include "euproj/base/checked.hpp"
#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/core/limits.hpp"
#include "euproj/words/kinds.hpp"
#include "read/words/shown_value.hpp"
#include "read/words/words.hpp"

namespace euproj {
namespace {

std::vector<std::string_view> names_of(LogKind log) {
  std::vector<std::string_view> names;
  for (const ColumnInfo& info : columns_of(log)) names.push_back(info.name);
  return names;
}

const std::string* mapped_header(const DataFile& declared, std::string_view column) {
  for (const auto& [canonical, header] : declared.columns) {
    if (canonical == column) return &header;
  }
  return nullptr;
}

/// Columns that `columns:` and `values:` name must be columns of this log.
bool check_mapped_columns(const DataFile& declared, Diagnostics& diagnostics) {
  const std::vector<std::string_view> known = names_of(declared.kind);
  bool good = true;
  const auto check = [&](const std::string& name) {
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    diagnostics.report(
        Kind::unknown_mapped_column, declared.place,
        {shown(name), std::string(log_name(declared.kind)), nearest_shown(name, known)});
    good = false;
  };
  for (const auto& entry : declared.columns) check(entry.first);
  for (const auto& entry : declared.values) check(entry.first);
  return good;
}

class HeaderReader {
 public:
  HeaderReader(const CsvRow& row, const DataFile& declared, FileId file, Diagnostics& diagnostics)
      : row_(row), declared_(declared), file_(file), diagnostics_(diagnostics) {
    header_.cells.resize(column_count());
  }

  std::optional<Header> read() {
    const ColumnNames names(declared_);
    for (std::size_t i = 0; i < row_.cells.size(); ++i) {
      const std::string_view written = trimmed(row_.cells[i].text);
      header_.names.emplace_back(shown(written));
      const std::vector<Column> columns = names.find(written);
      if (columns.empty() && !written.empty()) report_unknown(i, written);
      for (const Column column : columns) place_column(column, i);
    }
    for (const ColumnInfo& info : columns_of(declared_.kind)) {
      if (header_.cell(info.column) == 0) report_absent(info);
    }
    good_ = check_mapped_columns(declared_, diagnostics_) && good_;
    if (!good_) return std::nullopt;
    return std::move(header_);
  }

 private:
  [[nodiscard]] Place place(std::size_t cell) const {
    return {file_, row_.line, row_.cells[cell].column, 0, static_cast<std::uint32_t>(cell + 1)};
  }

  void place_column(Column column, std::size_t cell) {
    std::uint16_t& known = header_.cells[static_cast<std::size_t>(column)];
    if (known != 0) {
      diagnostics_.report(Kind::repeated_column, place(cell),
                          {header_.names[cell], std::to_string(known)});
      good_ = false;
      return;
    }
    known = static_cast<std::uint16_t>(cell + 1);
  }

  void report_unknown(std::size_t cell, std::string_view written) {
    const std::vector<std::string_view> known = names_of(declared_.kind);
    diagnostics_.report(Kind::unknown_column, place(cell),
                        {header_.names[cell], nearest_shown(lower_case(written), known)});
  }

  void report_absent(const ColumnInfo& info) {
    const std::vector<std::string_view> headers(header_.names.begin(), header_.names.end());
    const Place line{file_, row_.line, 1};
    if (const std::string* const mapped = mapped_header(declared_, info.name)) {
      diagnostics_.report(
          Kind::mapped_header_missing, line,
          {std::string(info.name), shown(*mapped), nearest_shown(*mapped, headers)});
      good_ = false;
    } else if (info.need == Need::needed) {
      diagnostics_.report(Kind::missing_column, line,
                          {std::string(info.name), nearest_shown(info.name, headers)});
      good_ = false;
    }
  }

  const CsvRow& row_;
  const DataFile& declared_;
  FileId file_;
  Diagnostics& diagnostics_;
  Header header_;
  bool good_ = true;
};

}  // namespace

ColumnNames::ColumnNames(const DataFile& declared) {
  for (const ColumnInfo& info : columns_of(declared.kind)) {
    const std::string* const mapped = mapped_header(declared, info.name);
    const std::string_view name = mapped != nullptr ? std::string_view(*mapped) : info.name;
    names_.emplace_back(lower_case(trimmed(name)), info.column);
  }
}

std::vector<Column> ColumnNames::find(std::string_view header) const {
  const std::string wanted = lower_case(trimmed(header));
  std::vector<Column> found;
  for (const auto& [name, column] : names_) {
    if (name == wanted) found.push_back(column);
  }
  return found;
}

std::size_t ColumnNames::count_known(const CsvRow& header) const {
  std::size_t known = 0;
  for (const CsvCell& cell : header.cells) known += find(cell.text).empty() ? 0U : 1U;
  return known;
}

std::string Header::name(Column column) const {
  const std::size_t at = cell(column);
  return at == 0 ? std::string(column_info(column).name) : names[at - 1];
}

std::optional<Header> read_header(const CsvRow& row, const DataFile& declared, FileId file,
                                  Diagnostics& diagnostics) {
  if (row.fault != CsvFault::none) {
    diagnostics.report(message_of(row.fault), {file, row.line, row.fault_column});
    return std::nullopt;
  }
  return HeaderReader(row, declared, file, diagnostics).read();
}

Message message_of(CsvFault fault) {
  switch (fault) {
    case CsvFault::text_after_quote:
      return Kind::text_after_quote;
    case CsvFault::unterminated_quote:
      return Kind::unterminated_quote;
    case CsvFault::nul_byte:
      return Kind::nul_byte;
    case CsvFault::field_too_long:
      return {Kind::field_too_long, {std::to_string(limits::csv_field_bytes)}};
    case CsvFault::too_many_columns:
      return {Kind::too_many_columns, {std::to_string(limits::csv_columns)}};
    case CsvFault::none:
      break;
  }
  throw InternalError("a CSV row without a fault has no finding");
}

}  // namespace euproj
