#pragma once
// OwnCatalogues: indicators that a definition takes from catalogues of its own (`definitions`,
// schemas/README.md#catalogue), each a file whose edition and digest stand in the report.

#include <map>
#include <string>
#include <vector>

#include "euproj/model/catalogue.hpp"
#include "euproj/read/read_project.hpp"
#include "read/yaml/tree.hpp"

namespace euproj {

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
