#pragma once
// export_tables: the logs of projects as read, checked and joined, as tables for an SQL engine.
//
// No PESEL and no name is in them. A person is a key made here; dates are ISO, amounts have a point
// and a fixed scale, yes is 1, and a blank cell is empty.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/base/files.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

/// Of one table: its file "NAME.csv" begins with the header and has a row a line.
struct ExportTable {
  std::string name;
  std::string header;  // with its line end
  std::function<void(const Dossier&, const Sink&)> write_rows;
};

/// The table `projects` is the last one: who writes the tables in order has whole projects.
[[nodiscard]] const std::vector<ExportTable>& export_tables();

/// CREATE TABLE statements for who makes the tables by hand, on one machine or on several.
struct ExportSchema {
  std::string file;
  std::string text;
};
[[nodiscard]] const std::vector<ExportSchema>& export_schemas();

/// Goes up when tables change; `projects` says it of each project.
inline constexpr int export_version = 2;

}  // namespace euproj
