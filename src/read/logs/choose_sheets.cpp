#include "read/logs/choose_sheets.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "euproj/base/format.hpp"
#include "euproj/words/kinds.hpp"
#include "read/rows/header.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

constexpr std::size_t most_listed = 8;

class SheetChooser {
 public:
  SheetChooser(Spreadsheet& spreadsheet, const DataFile& declared, const HeaderNames& names,
               FileId file, Diagnostics& diagnostics)
      : spreadsheet_(spreadsheet),
        declared_(declared),
        names_(names),
        file_(file),
        diagnostics_(diagnostics),
        heads_(sheets().size()) {}

  std::vector<std::size_t> choose() {
    const bool is_all = declared_.sheets == std::vector<std::string>{"all"} && !find("all");
    if (!declared_.sheets.empty() && !is_all) return named();
    const std::vector<std::size_t> fitting = those([&](std::size_t sheet) { return fits(sheet); });
    if (fitting.empty()) return {best()};
    point_at_others(fitting.front());
    if (is_all || fitting.size() == 1) return fitting;
    report_several(fitting);
    return {};
  }

 private:
  /// What the first rows of a sheet say.
  struct Head {
    bool is_blank = false;
    bool fits = false;
    std::size_t known = 0;  // names of its header
  };

  [[nodiscard]] const std::vector<ListedSheet>& sheets() const { return spreadsheet_.sheets(); }

  [[nodiscard]] const Head& head(std::size_t sheet) {
    std::optional<Head>& head = heads_[sheet];
    if (head) return *head;
    head.emplace();
    Diagnostics of_all_rows;  // whoever reads the sheet is told what is wrong with it
    const auto rows = spreadsheet_.read(sheet, Extent::head, declared_, file_, of_all_rows);
    head->is_blank = rows && rows->text.empty();
    if (!rows || head->is_blank) return *head;
    const TableStart start = find_header(rows->text, ';', names_, declared_.header_line);
    head->fits = start.is_whole;
    head->known = start.known;
    return *head;
  }
  [[nodiscard]] bool fits(std::size_t sheet) { return head(sheet).fits; }

  /// Of the visible ones.
  template <typename Which>
  [[nodiscard]] std::vector<std::size_t> those(const Which& which) {
    std::vector<std::size_t> chosen;
    for (std::size_t sheet = 0; sheet < sheets().size(); ++sheet) {
      if (!sheets()[sheet].is_hidden && which(sheet)) chosen.push_back(sheet);
    }
    return chosen;
  }

  [[nodiscard]] std::optional<std::size_t> find(const std::string& name) const {
    for (std::size_t sheet = 0; sheet < sheets().size(); ++sheet) {
      if (sheets()[sheet].name == name) return sheet;
    }
    return std::nullopt;
  }

  std::vector<std::size_t> named() {
    std::vector<std::size_t> chosen;
    for (const std::string& wanted : declared_.sheets) {
      std::vector<std::size_t> found;
      if (const auto sheet = find(wanted)) {
        found = {*sheet};
      } else if (wanted.find_first_of("*?") != std::string::npos) {
        found = matching(wanted);
      }
      if (found.empty()) {
        report_missing(wanted);
        return {};
      }
      for (const std::size_t sheet : found) {
        if (std::find(chosen.begin(), chosen.end(), sheet) == chosen.end()) chosen.push_back(sheet);
      }
    }
    return chosen;
  }

  /// Those that hold anything; all when none does, so that one is said to be empty.
  std::vector<std::size_t> matching(const std::string& pattern) {
    const auto matches = [&](std::size_t sheet) {
      return matches_pattern(sheets()[sheet].name, pattern);
    };
    const std::vector<std::size_t> filled =
        those([&](std::size_t sheet) { return matches(sheet) && !head(sheet).is_blank; });
    return filled.empty() ? those(matches) : filled;
  }

  /// Where no header is found, the sheet that has most of it is told what is missing.
  std::size_t best() {
    const std::vector<std::size_t> filled =
        those([&](std::size_t sheet) { return !head(sheet).is_blank; });
    if (filled.empty()) return 0;
    return *std::max_element(filled.begin(), filled.end(), [&](std::size_t a, std::size_t b) {
      return head(a).known < head(b).known;
    });
  }

  void point_at_others(std::size_t read) {
    for (const std::size_t sheet : those([&](std::size_t other) { return !fits(other); })) {
      const std::size_t known = head(sheet).known;
      if (known < 3 || known * 4 < head(read).known * 3) continue;
      diagnostics_.report(
          Kind::sheet_not_read, {file_, 0, 0},
          {shown(sheets()[sheet].name), std::to_string(known), shown(sheets()[read].name)});
    }
  }

  void report_several(const std::vector<std::size_t>& fitting) {
    std::vector<std::string_view> listed;
    std::vector<std::string> quoted;
    for (const std::size_t sheet : fitting) {
      listed.push_back(sheets()[sheet].name);
      quoted.push_back("\"" + std::string(shown(sheets()[sheet].name)) + "\"");
    }
    diagnostics_.report(Kind::sheets_unclear, {file_, 0, 0},
                        {list_shown(listed, listed.size()), quoted.front(), list_of(quoted)});
  }

  void report_missing(const std::string& wanted) {
    std::vector<std::string_view> names;
    for (const ListedSheet& sheet : sheets()) names.push_back(sheet.name);
    diagnostics_.report(
        Kind::no_such_sheet, {file_, 0, 0},
        {shown(wanted), list_shown(names, most_listed), nearest_shown(wanted, names)});
  }

  Spreadsheet& spreadsheet_;
  const DataFile& declared_;
  const HeaderNames& names_;
  FileId file_;
  Diagnostics& diagnostics_;
  std::vector<std::optional<Head>> heads_;
};

}  // namespace

std::vector<std::size_t> choose_sheets(Spreadsheet& spreadsheet, const DataFile& declared,
                                       const HeaderNames& names, FileId file,
                                       Diagnostics& diagnostics) {
  return SheetChooser(spreadsheet, declared, names, file, diagnostics).choose();
}

}  // namespace euproj
