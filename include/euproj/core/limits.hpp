#pragma once
// The bounds on input, each with its reason. Tested on both sides.

#include <cstddef>
#include <cstdint>

namespace euproj::limits {

/// Minor units of one amount: 100 thousand million. With at most 10^5 amounts in a definition and
/// 10^5 documents of that size in a log any sum fits 64 bits; a larger sum is caught and reported.
inline constexpr std::int64_t money = 10'000'000'000'000;

/// Decimals of a percent: 84.2857142 % has seven, its denominator stays below 10^9.
inline constexpr int percent_decimals = 7;

/// Decimals of a quantity (hours, measured values, baselines).
inline constexpr int quantity_decimals = 4;
/// Whole units of one quantity.
inline constexpr std::int64_t quantity = 100'000'000'000;

/// Nodes and nesting of a YAML definition: a hundred times the largest real one.
inline constexpr std::size_t yaml_nodes = 200'000;
inline constexpr std::size_t yaml_depth = 64;
inline constexpr std::size_t yaml_bytes = 16u << 20;

/// One CSV field: a spreadsheet cell holds 32 767 characters. A row is at most so many of them: its
/// bytes are counted in 32 bits.
inline constexpr std::size_t csv_field_bytes = 1u << 20;
inline constexpr std::size_t csv_columns = 1000;
static_assert(csv_columns * (csv_field_bytes + 2) < (std::uint64_t{1} << 32));

/// Lines of a table's text, or rows of its sheet, among which the header is searched for: titles
/// above it are a few (src/read/README.md#header).
inline constexpr std::uint32_t header_lines = 30;

/// One input file: all participations in the ESF of seven years with their support. Its bytes are
/// mapped, what is kept of them fits a computer.
inline constexpr std::size_t file_bytes = std::size_t{8} << 30;

/// Files of one project: a log a day for 27 years.
inline constexpr std::size_t input_files = 10'000;

/// Different texts of one kind (ids of persons, numbers of documents): what their table can tell
/// apart. A hundred million ids of forty letters.
inline constexpr std::size_t distinct_text_bytes = std::size_t{4} << 30;

/// All parts of an XLSX or ODS file that are read, unpacked, and the text of a sheet, in which one
/// packed string may stand in every cell: some 100 000 rows of 20 cells, and a tree of them that
/// fits 2 GiB. The rows are as many as Excel and LibreOffice have.
inline constexpr std::size_t spreadsheet_bytes = 128u << 20;
inline constexpr std::size_t sheet_rows = 1'048'576;

}  // namespace euproj::limits
