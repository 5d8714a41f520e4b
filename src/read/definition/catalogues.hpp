#pragma once
// The catalogues that indicators are taken from, as the readers of a definition ask them: the
// common indicators that are compiled in, and those of the project's own files.

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/model/catalogue.hpp"
#include "euproj/model/indicator.hpp"
#include "euproj/read/read_project.hpp"
#include "read/yaml/tree.hpp"

namespace euproj {

/// For the field table: what `definition` may be, in the order in which the schema offers it. A
/// unit test holds them equal to the data files.
inline constexpr std::array<std::string_view, 57> catalogue_codes = {
    "CO01",   "CO02",   "CO03",   "CO04",   "CO05",   "CO06",   "CO07",   "CO08",   "CO09",
    "CO10",   "CO11",   "CO12",   "CO13",   "CO14",   "CO15",   "CO16",   "CO17",   "CO18",
    "CO19",   "CO20",   "CO21",   "CO22",   "CO23",   "CR01",   "CR02",   "CR03",   "CR04",
    "CR05",   "CR06",   "CR07",   "CR08",   "CR09",   "EECO01", "EECO02", "EECO03", "EECO04",
    "EECO05", "EECO06", "EECO07", "EECO08", "EECO09", "EECO10", "EECO11", "EECO12", "EECO13",
    "EECO14", "EECO15", "EECO16", "EECO17", "EECO18", "EECO19", "EECR01", "EECR02", "EECR03",
    "EECR04", "EECR05", "EECR06"};

/// The `where` of an entry as the node that read_condition reads for each project anew: what words
/// are worth depends on the project's own codes. Null when the entry counts everyone, is measured,
/// or does not exist. With `count` entities, what of the log `entities` it counts.
[[nodiscard]] const YamlNode* catalogue_condition(std::string_view code, Count count);

// Indicators that a definition takes from catalogues of its own (`definitions`,
// schemas/README.md#catalogue), each a file whose edition and digest stand in the report.

struct Reading;
class Values;

class OwnCatalogues {
 public:
  struct Entry {
    CatalogueEntry entry;
    YamlNode where;  // null: everyone
  };

  /// Reports what is wrong with the files. They stand in the project afterwards.
  void read(const Reading& reading, const Values& definition, const SourceSet& sources,
            const OpenCatalogue& open);

  /// Null when no catalogue has the code.
  [[nodiscard]] const Entry* find(const std::string& code) const;
  /// In the order of their files.
  [[nodiscard]] const std::vector<std::string>& codes() const { return codes_; }

 private:
  void add(const Reading& reading, const Values& values);

  std::map<std::string, Entry> entries_;
  std::map<std::string, Place> places_;  // of the codes
  std::vector<std::string> codes_;
};

}  // namespace euproj
