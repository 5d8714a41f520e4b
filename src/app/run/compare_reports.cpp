#include "app/run/compare_reports.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "euproj/base/source.hpp"
#include "euproj/model/seal_text.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

/// As many digits as a spreadsheet keeps of a number.
std::string shown_number(const std::string& written) {
  char* end = nullptr;
  const double number = std::strtod(written.c_str(), &end);
  if (end == written.c_str()) return written;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.15g", number);
  return text.data();
}

std::string shown_value(const WorkbookCell& cell) {
  return cell.kind == WorkbookCell::Kind::number ? shown_number(cell.value) : cell.value;
}

/// Whether the two hold the same: a value of one kind, and the same formula.
bool are_same(const WorkbookCell& there, const WorkbookCell& here) {
  const bool is_as_written =
      there.kind == here.kind && there.value == here.value && there.formula == here.formula;
  if (is_as_written) return true;
  if (there.kind != here.kind && !there.value.empty() && !here.value.empty()) return false;
  return shown_value(there) == shown_value(here) &&
         comparable_formula(there.formula) == comparable_formula(here.formula);
}

std::string shown_cell(const WorkbookCell& cell) {
  const std::string value = shown_value(cell);
  return cell.formula.empty() ? value : value + " (=" + cell.formula + ")";
}

bool is_section(const std::string& sheet, FixedText title) {
  return sheet == text(title, Language::polish) || sheet == text(title, Language::english);
}

class WorkbookComparison {
 public:
  WorkbookComparison(const WorkbookCells& there, const WorkbookCells& here,
                     Verification& verification)
      : there_(there), here_(here), verification_(verification) {
    for (const auto& [name, place] : here.names) names_[comparable_formula(place)] = name;
  }

  void compare() {
    for (const WorkbookSheet& sheet : here_.sheets) {
      if (is_skipped(sheet.name)) continue;
      const WorkbookSheet* const other = find(there_, sheet.name);
      compare_sheet(sheet.name, other == nullptr ? none_ : other->cells, sheet.cells);
    }
    for (const WorkbookSheet& sheet : there_.sheets) {
      if (!is_skipped(sheet.name) && find(here_, sheet.name) == nullptr) {
        compare_sheet(sheet.name, sheet.cells, none_);
      }
    }
    compare_names();
  }

 private:
  static bool is_skipped(const std::string& sheet) {
    return is_section(sheet, Text::section_provenance) || is_section(sheet, Text::section_changes);
  }

  static const WorkbookSheet* find(const WorkbookCells& workbook, const std::string& name) {
    const auto found = std::find_if(workbook.sheets.begin(), workbook.sheets.end(),
                                    [&](const WorkbookSheet& each) { return each.name == name; });
    return found == workbook.sheets.end() ? nullptr : &*found;
  }

  void compare_sheet(const std::string& sheet, const std::vector<WorkbookCell>& there,
                     const std::vector<WorkbookCell>& here) {
    const auto place = [](const WorkbookCell& cell) { return std::pair(cell.row, cell.column); };
    for (auto was = there.begin(), is = here.begin(); was != there.end() || is != here.end();) {
      ++verification_.compared;
      if (is == here.end() || (was != there.end() && place(*was) < place(*is))) {
        add(sheet, *was, shown_cell(*was), std::nullopt);
        ++was;
      } else if (was == there.end() || place(*is) < place(*was)) {
        add(sheet, *is, std::nullopt, shown_cell(*is));
        ++is;
      } else {
        if (!are_same(*was, *is)) add(sheet, *is, shown_cell(*was), shown_cell(*is));
        ++was;
        ++is;
      }
    }
  }

  void add(const std::string& sheet, const WorkbookCell& cell, std::optional<std::string> was,
           std::optional<std::string> is) {
    const std::string at = cell_name(cell.row, cell.column);
    const auto name = names_.find(comparable_formula("'" + sheet + "'!" + at));
    verification_.differences.push_back({name == names_.end() ? std::string() : name->second,
                                         sheet + "!" + at, std::move(was), std::move(is)});
  }

  /// Those of ours; a program may add names of its own (print areas, filters).
  void compare_names() {
    std::map<std::string, std::string> given;
    for (const auto& [name, place] : there_.names) given[name] = place;
    for (const auto& [name, place] : here_.names) {
      if (name.starts_with("_xlnm.")) continue;
      ++verification_.compared;
      const auto was = given.find(name);
      if (was == given.end()) {
        verification_.differences.push_back({name, name, std::nullopt, place});
      } else if (comparable_formula(was->second) != comparable_formula(place)) {
        verification_.differences.push_back({name, name, was->second, place});
      }
    }
  }

  const WorkbookCells& there_;
  const WorkbookCells& here_;
  Verification& verification_;
  const std::vector<WorkbookCell> none_;
  std::map<std::string, std::string> names_;  // by place
};

/// B29:B29 is B29, as Gnumeric writes it.
void shorten_ranges_of_one_cell(std::string& formula) {
  constexpr std::string_view of_names = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  bool in_text = false;
  for (std::size_t at = 0; at < formula.size(); ++at) {
    if (formula[at] == '"') in_text = !in_text;
    if (in_text || at == 0 || formula[at] != ':') continue;
    const std::size_t before = formula.find_last_not_of(of_names, at - 1) + 1;  // npos + 1 is 0
    const std::string cell = formula.substr(before, at - before);
    const std::size_t end = std::min(formula.find_first_not_of(of_names, at + 1), formula.size());
    if (!cell.empty() && formula.substr(at + 1, end - at - 1) == cell) formula.erase(at, end - at);
  }
}

}  // namespace

std::string comparable_formula(std::string_view formula) {
  std::string out;
  bool in_text = false;
  for (const char c : formula) {
    if (c == '"') in_text = !in_text;
    if (!in_text && (c == ' ' || c == '$' || c == '\'')) continue;
    const bool is_small = !in_text && c >= 'a' && c <= 'z';
    out += is_small ? static_cast<char>(c - 32) : c;
  }
  for (std::size_t at = 0; (at = out.find("_XLFN.")) != std::string::npos;) out.erase(at, 6);
  shorten_ranges_of_one_cell(out);
  return out;
}

std::optional<std::vector<NamedFigure>> figures_in(std::string_view json) {
  constexpr std::string_view sealed = "figures.";
  const auto leaves = read_json_leaves(json);
  if (!leaves || leaves->empty() || leaves->front().pointer != "/format") return std::nullopt;
  const std::string& format = leaves->front().value;
  if (format == "euproj-report/1") return report_figures(*leaves);
  if (format != seal_format) return std::nullopt;
  std::vector<NamedFigure> figures;
  for (const JsonLeaf& leaf : *leaves) {
    if (leaf.name.starts_with(sealed)) {
      figures.push_back({leaf.name.substr(sealed.size()), leaf.value});
    }
  }
  return figures;
}

std::vector<NamedFigure> named_cells(const WorkbookCells& workbook) {
  std::map<std::string, std::string> names;  // by place
  for (const auto& [name, place] : workbook.names) names[comparable_formula(place)] = name;
  std::vector<NamedFigure> figures;
  for (const WorkbookSheet& sheet : workbook.sheets) {
    for (const WorkbookCell& cell : sheet.cells) {
      const auto name = names.find(
          comparable_formula("'" + sheet.name + "'!" + cell_name(cell.row, cell.column)));
      if (name != names.end()) figures.push_back({name->second, shown_value(cell)});
    }
  }
  return figures;
}

std::map<std::string, std::string> digests_of(const std::vector<JsonLeaf>& report) {
  std::map<std::string, std::string> digests;
  std::string path;
  for (const JsonLeaf& leaf : report) {
    if (!leaf.pointer.starts_with("/provenance/inputs/")) continue;
    if (leaf.pointer.ends_with("/path")) path = leaf.value;
    if (leaf.pointer.ends_with("/sha256")) digests[path] = leaf.value;
  }
  return digests;
}

std::map<std::string, std::string> digests_of(const WorkbookCells& workbook) {
  constexpr std::size_t digits = 64;
  std::map<std::string, std::string> digests;
  for (const WorkbookSheet& sheet : workbook.sheets) {
    if (!is_section(sheet.name, Text::section_provenance)) continue;
    const WorkbookCell* first = nullptr;  // of the row
    for (const WorkbookCell& cell : sheet.cells) {
      if (first == nullptr || first->row != cell.row) first = &cell;
      const bool is_digest = cell.value.size() == digits &&
                             cell.value.find_first_not_of("0123456789abcdef") == std::string::npos;
      if (is_digest && first != &cell) digests[first->value] = cell.value;
    }
  }
  return digests;
}

void compare_inputs(const std::map<std::string, std::string>& there,
                    const std::map<std::string, std::string>& here, Verification& verification) {
  std::map<std::string, std::string> all = here;
  all.insert(there.begin(), there.end());
  for (const auto& [path, digest] : all) {
    const auto was = there.find(path);
    const auto is = here.find(path);
    const bool is_same = was != there.end() && is != here.end() && was->second == is->second;
    verification.inputs.push_back(
        {path, is_same ? VerifiedInput::State::same_bytes : VerifiedInput::State::changed, {}, {}});
  }
}

void compare_json(const std::vector<JsonLeaf>& there, const std::vector<JsonLeaf>& here,
                  bool same_version, Verification& verification) {
  std::map<std::string_view, const JsonLeaf*> given;
  for (const JsonLeaf& leaf : there) given[leaf.pointer] = &leaf;
  const auto value = [](const JsonLeaf& leaf) {
    return leaf.kind == JsonLeaf::Kind::none ? std::optional<std::string>() : leaf.value;
  };
  for (const JsonLeaf& leaf : here) {
    const auto was = given.find(leaf.pointer);
    const JsonLeaf* const other = was == given.end() ? nullptr : was->second;
    if (was != given.end()) given.erase(was);
    if (leaf.is_remark) continue;
    ++verification.compared;
    if (other == nullptr) {
      if (value(leaf) && same_version) {
        verification.differences.push_back({leaf.name, leaf.pointer, std::nullopt, value(leaf)});
      }
    } else if (other->kind != leaf.kind || other->value != leaf.value) {
      verification.differences.push_back({leaf.name, leaf.pointer, value(*other), value(leaf)});
    }
  }
  for (const JsonLeaf& leaf : there) {
    if (leaf.is_remark || !given.contains(leaf.pointer) || !value(leaf)) continue;
    verification.differences.push_back({leaf.name, leaf.pointer, value(leaf), std::nullopt});
  }
}

void compare_workbooks(const WorkbookCells& there, const WorkbookCells& here,
                       Verification& verification) {
  WorkbookComparison(there, here, verification).compare();
}

}  // namespace euproj
