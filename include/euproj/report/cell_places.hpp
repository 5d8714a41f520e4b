#pragma once
// What refers to cells of a document's tables, for who can follow it: a workbook.
//
// Nothing here has a figure of its own: each stands in one table, and whoever shows it again points
// there.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace euproj {

/// A cell of the table with this id; ids are unique in a document.
struct CellPlace {
  std::string table;
  std::size_t row = 0;
  std::string column;
};

/// Two sides that must be equal, each a sum of amounts or of counts that stand in tables.
struct AgreementCheck {
  std::string name;
  std::vector<CellPlace> parts;
  std::vector<CellPlace> whole;
};

/// What scripts call a figure: English, letters, digits and `_`, unique whatever the case.
struct FigureName {
  std::string name;
  CellPlace place;
};

/// What a reader may want to know about a figure: the rule behind it.
struct CellNote {
  CellPlace place;
  std::string text;
};

/// The first sheet, on one page.
struct Overview {
  struct Line {
    std::string label;
    CellPlace figure;
  };
  struct Card {
    std::string label;
    CellPlace figure;
    std::vector<Line> lines;
    std::string section;  // id of the one with the details
  };
  struct Bar {
    std::string label;
    CellPlace target;
    CellPlace cumulative;
    CellPlace achieved;
  };
  struct Source {
    std::string label;
    std::size_t row = 0;  // of the table "sources"
  };
  std::string title;
  std::vector<std::pair<std::string, std::string>> facts;
  std::vector<Card> cards;
  std::vector<Bar> bars;
  std::vector<Source> sources;  // the last is the total
  std::optional<std::pair<std::int64_t, std::int64_t>> elapsed;  // days of the project, of all
  bool has_findings = false;  // errors or warnings
  std::string findings;
  std::string worst;  // the first finding of the worst kind; may be empty
};

}  // namespace euproj
