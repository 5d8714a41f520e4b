#include "euproj/report/changes.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>

#include "euproj/core/quantity.hpp"

namespace euproj {
namespace {

using What = FigureReason::What;

std::size_t decimals_of(std::string_view number) {
  const std::size_t point = number.find('.');
  return point == std::string_view::npos ? 0 : number.size() - point - 1;
}

std::string with_decimals(Quantity number, std::size_t decimals) {
  std::string text = number.text();
  const std::size_t has = decimals_of(text);
  if (has == 0 && decimals > 0) text += '.';
  if (has < decimals) text.append(decimals - has, '0');
  return text;
}

/// The steps of a stable name.
std::vector<std::string_view> steps_of(std::string_view name) {
  std::vector<std::string_view> steps;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('.', begin), name.size());
    steps.push_back(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return steps;
}

// Why a figure is not what was sealed, by what stands behind it. The name of the figure says which
// units or documents it counts ("indicators.P1.cumulative.women": the women of P1), and the seal
// has them as they were:
//
//   sealed   U-1  U-2       U-4 (2.5 h)        came: U-3 at wsparcie.csv:17
//   now      U-1       U-3  U-4 (3 h)          went: U-2, changed: U-4
//
// Where no unit differs, the reason is looked for in turn among the entries of the definition that
// can move the figure, the rows that came or went, the rest of the definition, and the files.

/// What stands behind figures, once sealed and once now, by what makes it the same thing.
struct Thing {
  std::string key;
  std::string at;
  std::string state;  // differs where the thing changed
};
using Things = std::multimap<std::string, Thing>;

// Both in order of what makes them the same, so one walk finds what is on one side only.
void compare(const Things& sealed, const Things& now, std::vector<FigureReason>& why) {
  for (auto was = sealed.begin(), is = now.begin(); was != sealed.end() || is != now.end();) {
    if (is == now.end() || (was != sealed.end() && was->first < is->first)) {
      why.push_back({What::went, was->second.key, was->second.at});
      ++was;
    } else if (was == sealed.end() || is->first < was->first) {
      why.push_back({What::came, is->second.key, is->second.at});
      ++is;
    } else {
      if (was->second.state != is->second.state) {
        why.push_back({What::changed, is->second.key, is->second.at});
      }
      ++was;
      ++is;
    }
  }
}

/// Which of the units a figure counts.
struct UnitFilter {
  std::optional<Sex> sex;
  Date first;  // unknown: all; else those that count from then on

  [[nodiscard]] bool takes(const SealedUnit& unit) const {
    return (!sex || *sex == unit.sex) && (!first.known() || unit.since >= first);
  }
};

Things things_of(const SealedUnits& units, const UnitFilter& filter) {
  Things things;
  for (const SealedUnit& unit : units) {
    if (!filter.takes(unit)) continue;
    const std::string id = unit.row == 0 ? unit.key : "#" + std::to_string(unit.row);
    things.emplace(id, Thing{unit.key, unit.at, unit.amount.text()});
  }
  return things;
}

/// Which documents a figure adds up.
struct DocumentFilter {
  std::string task;      // empty: all
  std::string category;  // empty: all
  std::optional<std::string> claim;
  std::optional<Period> paid;

  [[nodiscard]] bool takes(const SealedDocument& document) const {
    return (task.empty() || task == document.task) &&
           (category.empty() || category == document.category) &&
           (!paid || paid->contains(document.paid));
  }
};

Things things_of(const std::vector<SealedEvidence::Claim>& claims, const DocumentFilter& filter) {
  Things things;
  for (const SealedEvidence::Claim& claim : claims) {
    if (filter.claim && *filter.claim != claim.id) continue;
    for (const SealedDocument& document : claim.documents) {
      if (!filter.takes(document)) continue;
      things.emplace(document.number + "\x1f" + document.issuer,
                     Thing{document.number, document.at,
                           claim.id + " " + document.task + " " + document.category + " " +
                               document.paid.iso() + " " + document.eligible.text()});
    }
  }
  return things;
}

const SealedUnits* units_of(const SealedEvidence& evidence, std::string_view id) {
  const auto found =
      std::find_if(evidence.indicators.begin(), evidence.indicators.end(),
                   [&](const SealedEvidence::Indicator& each) { return each.id == id; });
  return found == evidence.indicators.end() ? nullptr : &found->units;
}

/// The project itself, and how its logs are read.
bool is_of_all(std::string_view path) {
  return path.starts_with("project.") ||
         (path.starts_with("data.") && !path.starts_with("data.seals"));
}

/// Whether an entry of the definition can move figures of an indicator, or of money.
bool is_of_indicator(const DefinitionChange& change, std::string_view id) {
  const std::string_view path = change.path;
  if (path.starts_with("indicators")) {
    return path.starts_with("indicators[" + std::string(id) + "]");
  }
  return is_of_all(path) || path.starts_with("groups") || path.starts_with("support_forms") ||
         path.starts_with("definitions");
}
bool is_of_money(const DefinitionChange& change) {
  const std::string_view path = change.path;
  return path.starts_with("financing") || path.starts_with("budget") ||
         path.starts_with("claims") || path.starts_with("advances") || is_of_all(path);
}

class Explainer {
 public:
  Explainer(const Seal& seal, const KnownNow& now)
      : seal_(seal), now_(now), known_(persons_of_both(seal.evidence, now.evidence)) {}

  [[nodiscard]] std::vector<FigureReason> why(const std::string& name) const {
    const auto steps = steps_of(name);
    std::vector<FigureReason> why;
    if (steps[0] == "indicators" && steps.size() > 2) {
      why = of_indicator(name, steps);
    } else if (steps[0] == "participants") {
      compare(things_of(seal_.evidence.participants, filter_of(steps)),
              things_of(now_.evidence.participants, filter_of(steps)), why);
    } else if (steps[0] == "financing" || steps[0] == "expenditure" || steps[0] == "claim") {
      compare(things_of(seal_.evidence.claims, documents_of(steps)),
              things_of(now_.evidence.claims, documents_of(steps)), why);
      add_definition(why, is_of_money);
    }
    if (steps[0] == "indicators" || steps[0] == "participants") call_known_persons_changed(why);
    if (why.empty()) why = rows();
    if (why.empty()) add_definition(why, [](const DefinitionChange&) { return true; });
    if (why.empty()) why = of_files();
    std::sort(why.begin(), why.end());
    why.erase(std::unique(why.begin(), why.end()), why.end());
    return why;
  }

 private:
  [[nodiscard]] UnitFilter filter_of(const std::vector<std::string_view>& steps) const {
    UnitFilter filter;
    if (steps.back() == "women") filter.sex = Sex::woman;
    if (steps.back() == "men") filter.sex = Sex::man;
    if (std::find(steps.begin(), steps.end(), "period") != steps.end()) {
      filter.first = seal_.period.first;
    }
    return filter;
  }

  [[nodiscard]] DocumentFilter documents_of(const std::vector<std::string_view>& steps) const {
    DocumentFilter filter;
    if (steps.size() > 2) {
      if (steps[1] == "tasks") filter.task = steps[2];
      if (steps[1] == "categories") filter.category = steps[2];
      if (steps[1] == "claims") filter.claim = steps[2];
    }
    if (steps.back() == "period" && !seal_.claim) filter.paid = seal_.period;
    return filter;
  }

  [[nodiscard]] std::vector<FigureReason> of_indicator(
      const std::string& name, const std::vector<std::string_view>& steps) const {
    std::vector<FigureReason> why;
    // An id may have a dot in it: the longest that the evidence knows.
    std::string_view id;
    for (const SealedEvidence* const side : {&seal_.evidence, &now_.evidence}) {
      for (const SealedEvidence::Indicator& each : side->indicators) {
        if (name.starts_with("indicators." + each.id + ".") && each.id.size() > id.size()) {
          id = each.id;
        }
      }
    }
    const auto compare_units = [&](std::string_view of) {
      static const SealedUnits none;
      const auto* const was = units_of(seal_.evidence, of);
      const auto* const is = units_of(now_.evidence, of);
      const UnitFilter filter = filter_of(steps);
      compare(things_of(was ? *was : none, filter), things_of(is ? *is : none, filter), why);
    };
    if (!id.empty()) {
      compare_units(id);
    } else {  // a ratio: whoever any indicator counts otherwise
      id = steps[1];
      for (const SealedEvidence::Indicator& each : now_.evidence.indicators) compare_units(each.id);
    }
    add_definition(why,
                   [&](const DefinitionChange& change) { return is_of_indicator(change, id); });
    return why;
  }

  /// Whoever is a participant on both sides neither came nor went: their rows say something else.
  void call_known_persons_changed(std::vector<FigureReason>& why) const {
    for (FigureReason& reason : why) {
      if (known_.contains(reason.key)) reason.what = What::changed;
    }
  }

  /// Participants of both sides.
  static std::unordered_set<std::string> persons_of_both(const SealedEvidence& sealed,
                                                         const SealedEvidence& now) {
    std::unordered_set<std::string> were;
    for (const SealedUnit& person : sealed.participants) were.insert(person.key);
    std::unordered_set<std::string> both;
    for (const SealedUnit& person : now.participants) {
      if (were.contains(person.key)) both.insert(person.key);
    }
    return both;
  }

  template <typename Takes>
  void add_definition(std::vector<FigureReason>& why, const Takes& takes) const {
    for (const DefinitionChange& change : now_.definition) {
      if (takes(change)) why.push_back({What::definition, change.path, seal_.definition.path});
    }
  }

  /// The same for every figure, so compared once.
  [[nodiscard]] const std::vector<FigureReason>& rows() const {
    if (!rows_) rows_ = of_rows();
    return *rows_;
  }

  /// Rows that came, went or, on one line, say something else.
  [[nodiscard]] std::vector<FigureReason> of_rows() const {
    std::vector<FigureReason> why;
    for (const SealedInput& was : seal_.inputs) {
      const auto is = same_input(was);
      if (is == now_.inputs.end()) {
        why.push_back({What::went, was.path, was.path});
        continue;
      }
      const RowDifference rows = difference_of_rows(was.marks, is->marks, seal_.period.last);
      const auto place = [&](std::uint32_t line) { return was.path + ":" + std::to_string(line); };
      for (const std::uint32_t line : rows.came) {
        const bool is_edited = std::binary_search(rows.went.begin(), rows.went.end(), line);
        why.push_back({is_edited ? What::changed : What::came, place(line), place(line)});
      }
      for (const std::uint32_t line : rows.went) {
        if (std::binary_search(rows.came.begin(), rows.came.end(), line)) continue;
        why.push_back({What::went, place(line), place(line)});
      }
    }
    for (const SealedInput& is : now_.inputs) {
      const bool is_known = std::any_of(
          seal_.inputs.begin(), seal_.inputs.end(),
          [&](const SealedInput& was) { return was.path == is.path && was.sheet == is.sheet; });
      if (!is_known) why.push_back({What::came, is.path, is.path});
    }
    return why;
  }

  /// Where only cells that no seal may hold were changed.
  [[nodiscard]] std::vector<FigureReason> of_files() const {
    std::vector<FigureReason> why;
    for (const SealedInput& was : seal_.inputs) {
      const auto is = same_input(was);
      if (is != now_.inputs.end() && is->sha256 != was.sha256) {
        why.push_back({What::changed, was.path, was.path});
      }
    }
    return why;
  }

  [[nodiscard]] std::vector<SealedInput>::const_iterator same_input(const SealedInput& was) const {
    return std::find_if(now_.inputs.begin(), now_.inputs.end(), [&](const SealedInput& is) {
      return was.path == is.path && was.sheet == is.sheet;
    });
  }

  const Seal& seal_;
  const KnownNow& now_;
  std::unordered_set<std::string> known_;
  mutable std::optional<std::vector<FigureReason>> rows_;
};

std::map<std::string_view, std::string_view> by_name(const std::vector<NamedFigure>& figures) {
  std::map<std::string_view, std::string_view> map;
  for (const NamedFigure& figure : figures) map.emplace(figure.name, figure.value);
  return map;
}

/// src/app/audit/README.md#seal: what has no step stands in `cumulative`.
bool is_cumulative(std::string_view name) {
  const auto steps = steps_of(name);
  const auto has = [&](std::string_view step) {
    return std::find(steps.begin(), steps.end(), step) != steps.end();
  };
  return has("cumulative") || (steps[0] == "participants" && !has("supported_in_period"));
}

}  // namespace

std::optional<std::string> difference_of_numbers(const std::string& a, const std::string& b) {
  const auto first = parse_quantity(a);
  const auto second = parse_quantity(b);
  if (!first || !second) return std::nullopt;
  return with_decimals(*first - *second, std::max(decimals_of(a), decimals_of(b)));
}

// Rows are the same when their hashes are, wherever they stand: sorting a log, or adding rows
// above, moves nothing. Equal rows are matched one by one, so a row that was doubled came once.
RowDifference difference_of_rows(const std::vector<RowMark>& sealed,
                                 const std::vector<RowMark>& now, Date until) {
  const auto by_hash = [](std::vector<RowMark> marks) {
    std::sort(marks.begin(), marks.end(), [](const RowMark& a, const RowMark& b) {
      return std::pair(a.hash, a.line) < std::pair(b.hash, b.line);
    });
    return marks;
  };
  const std::vector<RowMark> were = by_hash(sealed);
  const std::vector<RowMark> are = by_hash(now);
  RowDifference difference;
  for (auto was = were.begin(), is = are.begin(); was != were.end() || is != are.end();) {
    if (is == are.end() || (was != were.end() && was->hash < is->hash)) {
      difference.went.push_back((was++)->line);
    } else if (was == were.end() || is->hash < was->hash) {
      const bool is_later = until.known() && is->day.known() && is->day > until;
      if (!is_later) difference.came.push_back(is->line);
      ++is;
    } else {
      ++was;
      ++is;
    }
  }
  std::sort(difference.came.begin(), difference.came.end());
  std::sort(difference.went.begin(), difference.went.end());
  return difference;
}

std::vector<FigureChange> build_figure_changes(const std::vector<NamedFigure>& before,
                                               const std::vector<NamedFigure>& now) {
  const auto were = by_name(before);
  const auto are = by_name(now);
  std::vector<FigureChange> changes;
  for (const NamedFigure& figure : now) {
    const auto was = were.find(figure.name);
    if (was == were.end()) {
      changes.push_back({figure.name, std::nullopt, figure.value, {}, {}});
    } else if (was->second != figure.value) {
      const std::string old(was->second);
      changes.push_back(
          {figure.name, old, figure.value, difference_of_numbers(figure.value, old), {}});
    }
  }
  for (const NamedFigure& figure : before) {
    if (!are.contains(figure.name)) {
      changes.push_back({figure.name, figure.value, std::nullopt, {}, {}});
    }
  }
  return changes;
}

SealChanges build_seal_changes(const Seal& seal, const KnownNow& now) {
  SealChanges changes{seal.file, seal.part, seal.claim, seal.period,
                      build_figure_changes(seal.figures, now.figures)};
  if (now.is_of_other_version) {
    std::erase_if(changes.figures, [](const FigureChange& change) { return !change.sealed; });
  }
  const Explainer explainer(seal, now);
  for (FigureChange& change : changes.figures) change.why = explainer.why(change.name);
  return changes;
}

// Two differences of three numbers, so they add up by construction: sealed + (then - sealed) +
// (cumulative - then) = cumulative.
Reconciliation build_reconciliation(const Seal& seal, const std::vector<NamedFigure>& then,
                                    const std::vector<NamedFigure>& cumulative) {
  Reconciliation reconciliation{seal.part, seal.period.last, {}};
  const auto sealed = by_name(seal.figures);
  const auto known = by_name(then);
  // What a side lacks is nothing yet: zero, with the decimals of the figure.
  const auto value_in = [](const auto& side, const NamedFigure& figure) {
    const auto found = side.find(figure.name);
    if (found != side.end()) return std::string(found->second);
    const std::size_t decimals = decimals_of(figure.value);
    return decimals == 0 ? std::string("0") : "0." + std::string(decimals, '0');
  };
  for (const NamedFigure& figure : cumulative) {
    if (!is_cumulative(figure.name)) continue;
    const std::string was = value_in(sealed, figure);
    const std::string is = value_in(known, figure);
    const auto changed = difference_of_numbers(is, was);
    const auto since = difference_of_numbers(figure.value, is);
    if (!changed || !since) continue;
    reconciliation.figures.push_back({figure.name, was, *changed, *since, figure.value});
  }
  return reconciliation;
}

}  // namespace euproj
