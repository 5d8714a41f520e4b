#include "report/disclosure/person_cells.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "euproj/calc/people_counts.hpp"
#include "euproj/calc/person_view.hpp"
#include "euproj/calc/units.hpp"

namespace euproj {
namespace {

// The second way to count (the first is calc/counting): for each printed number of persons a cell,
// and for each person the cells in which they count.
//
//   figure                     cell   U-1 (woman, 18-29)   U-2 (man, 30-49)
//   participants, total          0            1                    1
//   participants, women          1            1                    .
//   18-29, cumulative            5            1                    .
//   18-29, in the period         6            1  (began in it)     .
//
// check_sums compares each cell with what the report prints: a number that counts persons and is
// not added here, or is added otherwise than it is counted, ends the run.

/// What the loss of a figure costs a reader, in rows of a breakdown.
namespace cost {
constexpr int participants = 200;
constexpr int participants_of_a_sex = 60;
constexpr int state = 20;  // active, exited
constexpr int indicator = 12;
constexpr int supported = 30;
constexpr int form = 6;
constexpr int row = 4;
constexpr int month = 3;
constexpr int overlap = 1;
}  // namespace cost

/// Cells of a value in the period and cumulative: total, women, men.
struct ValueCells {
  std::array<CellIndex, 3> period{};
  std::array<CellIndex, 3> cumulative{};
};

class Builder {
 public:
  Builder(const Dossier& dossier, Figures& figures)
      : dossier_(dossier),
        figures_(figures),
        last_(figures.period.last),
        before_(figures.period.first.plus_days(-1)),
        persons_(dossier.people.persons.size()) {}

  PersonCells build() {
    add_participants();
    for (BreakdownFigures& breakdown : figures_.breakdowns) add_breakdown(breakdown);
    add_support();
    for (std::size_t i = 0; i < figures_.indicators.size(); ++i) add_indicator(i);
    add_overlap();
    add_months();
    check_sums();
    made_.table.persons = std::move(persons_);
    return std::move(made_);
  }

 private:
  using Figure = std::function<std::optional<std::int64_t>()>;

  CellIndex cell(int cost, Figure figure, std::function<void()> suppress) {
    made_.table.suppression_cost.push_back(cost);
    made_.suppress.push_back(std::move(suppress));
    expected_.push_back(std::move(figure));
    return static_cast<CellIndex>(made_.table.suppression_cost.size() - 1);
  }

  CellIndex cell_of(std::optional<std::int64_t>& figure, int cost) {
    return cell(
        cost, [&figure] { return figure; }, [&figure] { figure.reset(); });
  }

  /// Persons behind a figure that is no count of persons: nothing to compare with.
  CellIndex marker(int cost, std::function<void()> suppress) {
    return cell(
        cost, [] { return std::nullopt; }, std::move(suppress));
  }

  CellIndex cell_of(std::optional<Quantity>& figure, bool& suppressed, int cost,
                    std::function<void()> also) {
    return cell(
        cost, [&figure] { return figure ? std::optional(figure->whole_part()) : std::nullopt; },
        [&figure, &suppressed, also = std::move(also)] {
          suppressed = suppressed || figure.has_value();
          figure.reset();
          if (also) also();
        });
  }

  /// Of a value of the period alone.
  std::array<CellIndex, 3> cells_of(Value& value, int cost,
                                    const std::array<std::function<void()>, 3>& also = {}) {
    const int of_a_sex = std::max(1, cost / 2);
    return {cell_of(value.total, value.suppressed.total, cost, also[0]),
            cell_of(value.women, value.suppressed.women, of_a_sex, also[1]),
            cell_of(value.men, value.suppressed.men, of_a_sex, also[2])};
  }

  /// `also`: what goes with the total, of women and of men when the cumulative one is suppressed.
  ValueCells cells_of(Value& period, Value& cumulative, int cost,
                      const std::array<std::function<void()>, 3>& also = {},
                      const std::function<void()>& also_period = {}) {
    ValueCells cells;
    cells.cumulative = cells_of(cumulative, cost, also);
    cells.period = cells_of(period, cost, {also_period, {}, {}});
    for (std::size_t i = 0; i < cells.period.size(); ++i) {
      // Cumulative less period is what the report of the period before prints.
      made_.table.differences.emplace_back(cells.cumulative[i], cells.period[i]);
    }
    return cells;
  }

  void add(PersonIndex person, CellIndex cell, std::int32_t amount) {
    if (amount == 0) return;
    CellParts& parts = persons_[person];
    const auto at = std::lower_bound(parts.begin(), parts.end(), CellPart{cell, INT32_MIN});
    if (at != parts.end() && at->cell == cell) {
      at->amount += amount;
      if (at->amount == 0) parts.erase(at);
    } else {
      parts.insert(at, {cell, amount});
    }
  }

  /// The person adds `amount` on the days of `counted`.
  void add(PersonIndex person, const ValueCells& cells, const DaySpans& counted) {
    const std::int32_t now = counted.contains(last_) ? 1 : 0;
    const std::int32_t period = now - (counted.contains(before_) ? 1 : 0);
    const Sex sex = PersonView(dossier_, dossier_.people.persons[person]).sex();
    add(person, cells.cumulative[0], now);
    add(person, cells.period[0], period);
    if (sex == Sex::unknown) return;
    add(person, cells.cumulative[sex == Sex::woman ? 1 : 2], now);
    add(person, cells.period[sex == Sex::woman ? 1 : 2], period);
  }

  /// The person is one of those counted.
  void add(PersonIndex person, const std::array<CellIndex, 3>& cells) {
    const Sex sex = PersonView(dossier_, dossier_.people.persons[person]).sex();
    add(person, cells[0], 1);
    if (sex != Sex::unknown) add(person, cells[sex == Sex::woman ? 1 : 2], 1);
  }

  template <typename Visit>
  void for_each_started(Visit visit) {
    for (PersonIndex index = 0; index < persons_.size(); ++index) {
      const Person& person = dossier_.people.persons[index];
      if (person.start.known()) visit(index, person);
    }
  }

  void add_participants() {
    PeopleFigures& people = figures_.participants;
    const CellIndex total = cell_of(people.total, cost::participants);
    const CellIndex women = cell_of(people.women, cost::participants_of_a_sex);
    const CellIndex men = cell_of(people.men, cost::participants_of_a_sex);
    const CellIndex active = cell_of(people.active, cost::state);
    const CellIndex exited = cell_of(people.exited, cost::state);
    for_each_started([&](PersonIndex index, const Person& person) {
      if (person.start > last_) return;
      add(index, total, 1);
      PersonView view(dossier_, person);
      const Sex sex = view.sex();
      if (sex != Sex::unknown) add(index, sex == Sex::woman ? women : men, 1);
      add(index, view.exited_days().contains(last_) ? exited : active, 1);
    });
  }

  [[nodiscard]] std::string key_of(Breakdown of, const Person& person) const {
    PersonView view(dossier_, person);
    if (of == Breakdown::age) {
      const std::size_t band = age_band_of(view.age());
      return band < age_bands.size() ? std::string(age_bands[band].key) : std::string();
    }
    const Attribute attribute = of == Breakdown::group           ? Attribute::group
                                : of == Breakdown::labour_status ? Attribute::labour_status
                                                                 : Attribute::education;
    const Code code = view.first().attribute(attribute);
    return code == no_code ? std::string()
                           : std::string(dossier_.codes.attribute(attribute).text(code));
  }

  void add_breakdown(BreakdownFigures& breakdown) {
    std::map<std::string, ValueCells> rows;
    for (BreakdownRow& row : breakdown.rows) {
      rows.emplace(row.key, cells_of(row.period, row.cumulative, cost::row));
    }
    for_each_started([&](PersonIndex index, const Person& person) {
      const auto row = rows.find(key_of(breakdown.of, person));
      if (row != rows.end()) add(index, row->second, DaySpans::from(person.start));
    });
  }

  void add_support() {
    std::vector<ValueCells> forms;
    const auto all_supported = cells_of(figures_.participants.supported, cost::supported);
    std::vector<std::array<CellIndex, 3>> supported;
    for (SupportFigures& form : figures_.support) {
      // Sessions and hours of few persons are those persons' own.
      const auto volume = [&form] {
        form.sessions_period.reset();
        form.sessions_cumulative.reset();
        form.hours_period.reset();
        form.hours_cumulative.reset();
      };
      forms.push_back(cells_of(form.persons_period, form.persons_cumulative, cost::form,
                               {volume, {}, {}}, volume));
      supported.push_back(cells_of(form.persons_supported, cost::form, {volume, {}, {}}));
    }
    for_each_started([&](PersonIndex index, const Person& person) {
      std::vector<Code> seen;
      std::vector<Code> seen_in_period;
      const auto is_new = [](std::vector<Code>& known, Code form) {
        if (std::find(known.begin(), known.end(), form) != known.end()) return false;
        known.push_back(form);
        return true;
      };
      for (const std::uint32_t at : dossier_.people.support(person)) {
        const SupportRow& row = dossier_.logs.support[at];
        if (is_new(seen, row.form)) {
          add(index, forms.at(row.form - 1), DaySpans::from(row.date));
        }
        if (!figures_.period.contains(row.date)) continue;
        if (seen_in_period.empty()) add(index, all_supported);
        if (is_new(seen_in_period, row.form)) add(index, supported.at(row.form - 1));
      }
    });
  }

  void add_indicator(std::size_t position) {
    const Indicator& indicator = dossier_.project.indicators[position];
    IndicatorFigures& figures = figures_.indicators[position];
    add_partners(indicator, figures);
    if (indicator.when == Indicator::When::supported) {
      add_supported(indicator, figures);
      return;
    }
    switch (indicator.count) {
      case Count::persons:
      case Count::entries: {
        const ValueCells cells = cells_of(figures.period, figures.cumulative, cost::indicator,
                                          {[&figures] { figures.achieved.reset(); },
                                           [&figures] { figures.achieved_women.reset(); },
                                           [&figures] { figures.achieved_men.reset(); }});
        for_each_contribution(dossier_, indicator, [&](PersonIndex person, const DaySpans& days) {
          add(person, cells, days);
        });
        return;
      }
      case Count::households:
      case Count::sessions:
      case Count::hours:
        add_marked(indicator, figures);
        return;
      case Count::criterion:
        add_criterion(indicator, figures);
        return;
      case Count::headcount:
      case Count::places:
      case Count::measured:
      case Count::ratio:
      case Count::entities:
        return;
    }
  }

  /// The counts that a criterion prints, or that its percentages say, with what they leave: 2 of
  /// 400 without the outcome are as few as 2 with it. When one of them goes, all go: they tell each
  /// other. A period's percentage is of the windows that closed in it.
  void add_criterion(const Indicator& indicator, IndicatorFigures& figures) {
    struct Part {  // who counts, who of them has the outcome, who has not
      CellIndex all, with, without;
    };
    struct Cells {
      Part closed, closed_before, open;
    };
    const auto suppress = [&figures] { suppress_value(figures); };
    const auto printed = [&](const std::optional<std::int64_t>& count) {
      return cell(
          cost::indicator, [&count] { return count; }, suppress);
    };
    const auto unprinted = [&] { return marker(cost::indicator, suppress); };
    std::vector<Cells> cells;
    for (const CriterionFigures& each : figures.criterion) {
      const Part closed{printed(each.denominator), printed(each.reached), unprinted()};
      const Part before{unprinted(), unprinted(), unprinted()};
      const Part open{printed(each.open), unprinted(), unprinted()};
      cells.push_back({closed, before, open});
      for (const auto part : {&Part::all, &Part::with, &Part::without}) {
        made_.table.differences.emplace_back(closed.*part, before.*part);
      }
    }
    for_each_in_criterion(dossier_, indicator,
                          [&](PersonIndex person, const std::vector<CriterionDays>& groups) {
                            const auto add_on = [&](Date day, const DaySpans& all,
                                                    const DaySpans& with, const Part& part) {
                              if (!all.contains(day)) return;
                              add(person, part.all, 1);
                              add(person, with.contains(day) ? part.with : part.without, 1);
                            };
                            for (std::size_t i = 0; i < groups.size(); ++i) {
                              const CriterionDays& days = groups[i];
                              add_on(last_, days.closed, days.reached, cells[i].closed);
                              add_on(before_, days.closed, days.reached, cells[i].closed_before);
                              add_on(last_, days.open, days.open_reached, cells[i].open);
                            }
                          });
  }

  /// Persons and entries by partner, and how many count twice; other values by partner are not
  /// shown at all (small_cells.cpp).
  void add_partners(const Indicator& indicator, IndicatorFigures& figures) {
    if (figures.by_partner.empty()) return;
    if (indicator.count != Count::persons && indicator.count != Count::entries) return;
    const bool of_period = indicator.when == Indicator::When::supported;
    std::map<Code, ValueCells> cells;
    for (PartnerValue& value : figures.by_partner) {
      const Code partner = dossier_.codes.partners.find(value.partner);
      if (of_period) {
        const auto cumulative = cells_of(value.cumulative, cost::row);
        cells[partner] = {cells_of(value.period, cost::row), cumulative};
      } else {
        cells[partner] = cells_of(value.period, value.cumulative, cost::row);
      }
    }
    const CellIndex shared = cell(
        cost::row,
        [&figures] {
          return figures.shared ? std::optional(figures.shared->whole_part()) : std::nullopt;
        },
        [&figures] { figures.shared.reset(); });
    const auto add_to = [&](Code partner, PersonIndex person, const DaySpans& days) {
      const auto found = cells.find(partner);
      if (found == cells.end()) return;
      if (of_period) {
        if (days.contains(last_)) add(person, found->second.cumulative);
      } else {
        add(person, found->second, days);
      }
    };
    for_each_contribution(dossier_, indicator, [&](PersonIndex person, const DaySpans& days) {
      PersonView view(dossier_, dossier_.people.persons[person]);
      DaySpans any;
      std::int32_t more = -1;
      for (const PartnerSince& partner : view.partners()) {
        const DaySpans since = days & DaySpans::from(partner.since);
        add_to(partner.partner, person, since);
        any |= since;
        more += since.contains(last_) ? 1 : 0;
      }
      add_to(no_code, person, days & ~any);
      if (more > 0) add(person, shared, more);
    });
    if (!of_period) return;
    for_each_supported(dossier_, indicator, figures_.period, [&](PersonIndex person) {
      PersonView view(dossier_, dossier_.people.persons[person]);
      bool any = false;
      const auto count = [&](Code partner) {
        const auto found = cells.find(partner);
        if (found != cells.end()) add(person, found->second.period);
      };
      for (const PartnerSince& partner : view.partners()) {
        if (partner.since > last_) continue;
        count(partner.partner);
        any = true;
      }
      if (!any) count(no_code);
    });
  }

  /// The value of a period is no difference of cumulative ones, so no other report prints one.
  void add_supported(const Indicator& indicator, IndicatorFigures& figures) {
    const auto cumulative = cells_of(
        figures.cumulative, cost::indicator,
        {[&figures] { figures.achieved.reset(); }, [&figures] { figures.achieved_women.reset(); },
         [&figures] { figures.achieved_men.reset(); }});
    const auto period = cells_of(figures.period, cost::indicator);
    for_each_contribution(dossier_, indicator, [&](PersonIndex person, const DaySpans& days) {
      if (days.contains(last_)) add(person, cumulative);
    });
    for_each_supported(dossier_, indicator, figures_.period,
                       [&](PersonIndex person) { add(person, period); });
  }

  /// A figure that is no count of persons, but that persons make: it goes when they are few.
  void add_marked(const Indicator& indicator, IndicatorFigures& figures) {
    const auto suppress = [&figures] { suppress_value(figures); };
    const CellIndex now = marker(cost::indicator, suppress);
    const CellIndex earlier = marker(cost::indicator, suppress);
    made_.table.differences.emplace_back(now, earlier);
    for_each_contribution(dossier_, indicator, [&](PersonIndex person, const DaySpans& days) {
      add(person, now, days.contains(last_) ? 1 : 0);
      add(person, earlier, days.contains(before_) ? 1 : 0);
    });
  }

  void add_overlap() {
    OverlapFigures& overlap = figures_.overlap;
    const std::size_t size = overlap.indicators.size();
    std::vector<std::vector<CellIndex>> cells(size, std::vector<CellIndex>(size));
    for (std::size_t row = 0; row < size; ++row) {
      for (std::size_t column = row; column < size; ++column) {
        auto& one = overlap.persons[row][column];
        auto& other = overlap.persons[column][row];
        cells[row][column] = cell(
            cost::overlap, [&one] { return one; },
            [&one, &other] {
              one.reset();
              other.reset();
            });
      }
    }
    if (size == 0) return;
    static_assert(max_in_common <= 32);
    std::vector<std::uint32_t> counted(persons_.size());  // a bit for each indicator
    for (std::size_t row = 0; row < size; ++row) {
      const Indicator& indicator = dossier_.project.indicators[overlap.indicators[row]];
      for_each_contribution(dossier_, indicator, [&](PersonIndex person, const DaySpans& days) {
        if (days.contains(last_)) counted[person] |= std::uint32_t{1} << row;
      });
    }
    const auto counts = [&](PersonIndex person, std::size_t row) {
      return (counted[person] >> row & 1) != 0;
    };
    for_each_started([&](PersonIndex index, const Person&) {
      for (std::size_t row = 0; row < size; ++row) {
        for (std::size_t column = row; column < size && counts(index, row); ++column) {
          if (counts(index, column)) add(index, cells[row][column], 1);
        }
      }
    });
  }

  void add_months() {
    std::vector<std::pair<Date, CellIndex>> ends;
    for (MonthFigures& month : figures_.months) {
      const Date end =
          std::min({month.first.plus_months(1).plus_days(-1), dossier_.project.period.last, last_});
      ends.emplace_back(end, cell_of(month.participants, cost::month));
      made_.table.steps.push_back(ends.back().second);
    }
    for_each_started([&](PersonIndex index, const Person& person) {
      for (const auto& [end, month] : ends) {
        if (person.start <= end) add(index, month, 1);
      }
    });
  }

  /// The proof that this file counts as the report does.
  void check_sums() const {
    std::vector<std::int64_t> sums(expected_.size());
    for (const CellParts& person : persons_) {
      for (const CellPart& part : person) sums[part.cell] += part.amount;
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
      const auto expected = expected_[i]();
      if (expected && *expected != sums[i]) {
        throw InternalError("a count of persons is not the sum of its persons");
      }
    }
  }

  const Dossier& dossier_;
  Figures& figures_;
  Date last_;
  Date before_;
  std::vector<CellParts> persons_;
  std::vector<Figure> expected_;
  PersonCells made_;
};

}  // namespace

void suppress_value(IndicatorFigures& indicator) {
  for (Value* value : {&indicator.period, &indicator.cumulative}) {
    value->suppressed = {value->suppressed.total || value->total.has_value(),
                         value->suppressed.women || value->women.has_value(),
                         value->suppressed.men || value->men.has_value()};
    value->total.reset();
    value->women.reset();
    value->men.reset();
  }
  indicator.achieved.reset();
  indicator.achieved_women.reset();
  indicator.achieved_men.reset();
  for (CriterionFigures& criterion : indicator.criterion) {
    CriterionFigures none;
    none.id = criterion.id;
    none.name = criterion.name;
    none.threshold = criterion.threshold;
    none.suppressed = true;
    criterion = std::move(none);
  }
}

PersonCells build_person_cells(const Dossier& dossier, Figures& figures) {
  return Builder(dossier, figures).build();
}

}  // namespace euproj
