#include "read/logs/log_entries.hpp"

#include <span>

#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

bool name_one_file(const DataFile& a, const DataFile& b) {
  return a.preset == b.preset && a.pattern == b.pattern && a.sheet == b.sheet;
}

}  // namespace

std::optional<DataFile> preset_entry(const Project& project, std::size_t entry,
                                     Diagnostics& diagnostics) {
  const DataFile& declared = project.data[entry];
  if (declared.kind != LogKind::participants && declared.kind != LogKind::support) {
    diagnostics.report(Kind::preset_wrong_log, declared.place,
                       {declared.preset, std::string(log_name(declared.kind))});
    return std::nullopt;
  }
  for (const DataFile& earlier : std::span(project.data).first(entry)) {
    if (earlier.kind != declared.kind && name_one_file(earlier, declared)) return std::nullopt;
  }
  DataFile whole = declared;
  whole.kind = LogKind::participants;
  for (const DataFile& later : std::span(project.data).subspan(entry + 1)) {
    if (!name_one_file(later, declared)) continue;
    whole.columns.insert(whole.columns.end(), later.columns.begin(), later.columns.end());
    whole.values.insert(whole.values.end(), later.values.begin(), later.values.end());
  }
  return whole;
}

}  // namespace euproj
