// The example projects end at the amounts that their pages publish.

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "euproj/report/build_figures.hpp"
#include "support/examples.hpp"

namespace euproj {
namespace {

struct PublishedEnd {
  std::string name;
  std::string total;
  std::map<std::string, std::string> sources;
};

TEST_CASE("at its end every example has spent its published amounts, to the grosz") {
  const std::vector<PublishedEnd> published = {
      {"bytom", "999996.50", {{"eu", "849997.02"}, {"state", "79999.72"}, {"own", "69999.76"}}},
      {"opole", "355075.00", {{"eu", "301813.75"}, {"state", "33732.12"}, {"own", "19529.13"}}},
      {"jastrzebie",
       "1042938.86",
       {{"eu", "886498.03"}, {"state", "83435.10"}, {"own", "73005.73"}}},
      {"lublin", "590208.13", {{"eu", "501676.91"}, {"state", "59030.72"}, {"own", "29500.50"}}},
      {"bartoszyce", "781795.00", {{"own", "42000.00"}}},
  };
  for (const PublishedEnd& project : published) {
    INFO(project.name);
    const Dossier& dossier = testing::dossier_of(project.name);
    const Figures figures = build_figures(dossier, dossier.project.period);
    CHECK(figures.total.text() == project.total);
    CHECK(figures.eligible.cumulative.text() == project.total);
    std::size_t found = 0;
    for (const SourceFigures& source : figures.sources) {
      const auto amount = project.sources.find(source.id);
      if (amount == project.sources.end()) continue;
      INFO(source.id);
      ++found;
      CHECK(source.cumulative.text() == amount->second);
      CHECK(source.agreed.text() == amount->second);
      CHECK(source.remaining.is_zero());
    }
    CHECK(found == project.sources.size());
  }
}

}  // namespace
}  // namespace euproj
