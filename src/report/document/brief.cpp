// One screen for who has a minute: what was reached, what was spent, what needs a hand this week.

#include <algorithm>

#include "euproj/base/format.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/report/document.hpp"
#include "euproj/report/figures.hpp"
#include "report/document/sections.hpp"
#include "report/parts/code_words.hpp"
#include "report/parts/typed_table.hpp"

namespace euproj {
namespace parts {
namespace {

constexpr std::int64_t days_ahead = 7;
constexpr std::size_t max_todo = 12;    // lines of a screen
constexpr std::size_t max_name = 60;    // letters of a name, about a line
constexpr std::size_t max_persons = 3;  // of a list

/// Something to do, and the day by which; no day: as soon as can be.
struct ToDo {
  std::string what;
  Date when;
  Tone tone = Tone::normal;
};

std::string shown(const Words& words, Percent percent) {
  const std::string number = grouped_number(percent.text(), words.language());
  return number + (words.language() == Language::polish ? "\u00A0%" : "%");
}

/// At the last blank that fits.
std::string shortened(const std::string& name) {
  std::size_t end = 0;
  for (std::size_t letters = 0; letters < max_name && end < name.size(); ++letters) {
    static_cast<void>(next_code_point(name, end));
  }
  if (end == name.size()) return name;
  const std::size_t blank = name.rfind(' ', end);
  return blank == std::string::npos ? name : name.substr(0, blank) + " …";
}

DocumentSection reached(const Figures& figures, const Words& words) {
  using Row = IndicatorFigures;
  DocumentSection section = section_of("reached", words(Text::brief_reached));
  const auto& people = figures.participants;
  if (people.total && people.women && people.men) {
    section.add_fact(words(Text::brief_persons),
                     words(Text::brief_persons_value,
                           {std::to_string(*people.total), std::to_string(*people.women),
                            std::to_string(*people.men)}));
  }
  TypedTable<Row> table(words, "brief_reached");
  table.empty_note(Text::brief_nothing_to_count);
  table.label("id", Text::column_id, &Row::id);
  table.column("name", Text::column_indicator, [words](const Row& row) {
    return text_cell(shortened(row.name.in(words.language())));
  });
  const auto decimals = [](const Row& row) { return is_percentage(row.count) ? 2 : 0; };
  table.column("target", Text::column_target_narrow,
               [decimals](const Row& row) { return count_cell(row.target.total, decimals(row)); });
  table.column("period", Text::column_period,
               [decimals](const Row& row) { return sex_cells(row.period, decimals(row))[0]; });
  table.column("cumulative", Text::column_cumulative_narrow,
               [decimals](const Row& row) { return sex_cells(row.cumulative, decimals(row))[0]; });
  table.column("achieved", Text::column_achieved_narrow, [](const Row& row) {
    PercentCell cell;
    if (row.achieved) cell.value = *row.achieved;
    cell.suppressed = row.cumulative.suppressed.total && row.target.total;
    return cell;
  });
  table.rows(figures.indicators);
  section.add(table.take());
  return section;
}

DocumentSection spent(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("spent", words(Text::brief_spent));
  if (figures.costs_suppressed) {
    section.add_note(words(Text::note_costs_hidden));
  } else {
    const auto used = used_of_total(figures);
    section.add_fact(
        words(Text::brief_total),
        words(Text::brief_of_total,
              {figures.eligible.cumulative.text(), figures.total.text(), figures.currency,
               used ? shown(words, *used) : words(Text::cell_absent_percent)}));
    section.add_fact(words(Text::brief_in_period), figures.eligible.period);
    for (const SourceFigures& source : figures.sources) {
      section.add_fact("– " + source_label(words, figures, source), source.cumulative);
    }
  }
  if (const auto& forecast = figures.forecast) {
    if (const auto elapsed = percent_of(forecast->elapsed_days, forecast->project_days)) {
      section.add_fact(words(Text::brief_time), shown(words, *elapsed));
    }
  }
  return section;
}

class ToDoList {
 public:
  ToDoList(const Figures& figures, const Words& words)
      : figures_(figures), words_(words), day_(figures.period.last) {}

  std::vector<ToDo> all() {
    if (!figures_.small_cells) {
      if (figures_.open_windows) windows(*figures_.open_windows, Text::brief_deadline, false);
      windows(figures_.losing_windows, Text::brief_loss, true);
      for (const LumpSumFigures& sum : figures_.lump_sums) lump_sum(sum);
    }
    if (!figures_.costs_suppressed) {
      for (const ClaimFigures& claim : figures_.claims) this->claim(claim);
      spending();
    }
    if (!figures_.small_cells) {
      gaps();
      findings();
    }
    std::stable_sort(all_.begin(), all_.end(), [](const ToDo& a, const ToDo& b) {
      return a.when.known() != b.when.known() ? a.when.known() : a.when < b.when;
    });
    return std::move(all_);
  }

 private:
  void add(std::string what, Date when = {}, Tone tone = Tone::normal) {
    all_.push_back({std::move(what), when, tone});
  }

  void windows(const std::vector<OpenWindowFigures>& windows, TextOf<3> text, bool is_loss) {
    for (const OpenWindowFigures& window : windows) {
      if (window.days_left > days_ahead) continue;
      const std::string outcomes = outcomes_text(words_, window);
      const std::string& second = is_loss ? window.indicator : outcomes;
      const std::string& third = is_loss ? outcomes : window.indicator;
      add(words_(text, {window.person, second, third}), window.last_day, Tone::attention);
    }
  }

  /// One unit short of what it requires, or ready to be declared.
  void lump_sum(const LumpSumFigures& sum) {
    if (sum.declared || sum.requirements.empty()) return;
    const RequirementFigures* missing = nullptr;
    for (const RequirementFigures& required : sum.requirements) {
      if (required.holds()) continue;
      if (missing != nullptr) return;
      missing = &required;
    }
    const std::string amount = sum.amount.text();
    if (missing == nullptr) {
      add(words_(Text::brief_lump_ready, {sum.id, amount}));
      return;
    }
    const auto lacking = missing->lacking();
    if (!lacking || *lacking > Quantity::whole(1) || is_percentage(missing->count)) return;
    const auto indicator =
        std::find_if(figures_.indicators.begin(), figures_.indicators.end(),
                     [&](const IndicatorFigures& each) { return each.id == missing->indicator; });
    std::string how_much = grouped_number(lacking->text(), words_.language());
    if (indicator != figures_.indicators.end()) {
      how_much = in_units(words_, how_much, indicator->unit, indicator->unit_forms);
    }
    add(words_(Text::brief_lump_short, {sum.id, amount, missing->indicator, how_much}), {},
        Tone::attention);
  }

  void claim(const ClaimFigures& claim) {
    const std::string amount = claim.eligible.text();
    if (claim.status == Claim::Status::returned) {
      add(words_(Text::brief_claim_returned, {claim.id, amount}), {}, Tone::attention);
    }
    if (claim.status != Claim::Status::draft || claim.submitted) return;
    const Date end = claim.period.last;
    if (end <= day_) {
      add(words_(Text::brief_claim_due, {claim.id, amount}), {}, Tone::attention);
    } else if (end <= day_.plus_days(days_ahead)) {
      add(words_(Text::brief_claim_ends, {claim.id, amount}), end);
    }
  }

  /// From nine tenths on; what is spent to the grosz needs nobody.
  void line(const std::string& id, Money used, Money planned, TextOf<3> near, TextOf<3> over) {
    constexpr std::int64_t near_tenths = 9;
    constexpr std::int64_t tenths = 10;
    const Int128 spent = Int128{used.minor_units()} * tenths;
    if (planned <= Money() || used == planned) return;
    if (spent < Int128{planned.minor_units()} * near_tenths) return;
    const auto part = percent_of(used.minor_units(), planned.minor_units());
    if (!part) return;
    const bool is_over = used > planned;
    const Money difference = is_over ? used - planned : planned - used;
    add(words_(is_over ? over : near, {id, shown(words_, *part), difference.text()}), {},
        is_over ? Tone::attention : Tone::normal);
  }

  void spending() {
    for (const TaskFigures& task : figures_.tasks) {
      if (!task.planned) continue;
      line(task.id, task.cumulative, *task.planned, Text::brief_task, Text::brief_task_over);
    }
    for (const LimitFigures& limit : figures_.limits) {
      line(limit.id, limit.used, limit.max, Text::brief_limit, Text::brief_limit_over);
    }
  }

  void gaps() {
    if (!figures_.gaps || figures_.gaps->empty()) return;
    std::vector<std::string> persons;
    for (const GapFigures& gap : *figures_.gaps) {
      if (persons.size() == max_persons) {
        persons.emplace_back("…");
        break;
      }
      persons.push_back(gap.key);
    }
    add(words_(Text::brief_gaps, {std::to_string(figures_.gaps->size()), comma_list(persons)}));
  }

  void findings() {
    if (figures_.findings.empty()) return;
    const auto errors = std::count_if(figures_.findings.begin(), figures_.findings.end(),
                                      [](const Finding& one) { return is_error(one.severity); });
    const auto all = static_cast<std::ptrdiff_t>(figures_.findings.size());
    add(words_(Text::brief_findings, {std::to_string(errors), std::to_string(all - errors)}), {},
        errors > 0 ? Tone::attention : Tone::normal);
  }

  const Figures& figures_;
  const Words& words_;
  Date day_;
  std::vector<ToDo> all_;
};

DocumentSection to_do(const Figures& figures, const Words& words) {
  const Date day = figures.period.last;
  DocumentSection section =
      section_of("to_do", words(Text::brief_todo, {day.iso(), day.plus_days(days_ahead).iso()}));
  if (figures.small_cells) section.add_note(words(Text::brief_hidden));
  TypedTable<ToDo> table(words, "brief_to_do");
  table.empty_note(Text::brief_nothing);
  table.column("what", Text::brief_column_what,
               [](const ToDo& each) { return text_cell(each.what, each.tone); });
  table.column("when", Text::brief_column_when, [words](const ToDo& each) {
    return each.when.known() ? cell_of(words, each.when) : DateCell::blank();
  });
  const std::vector<ToDo> all = ToDoList(figures, words).all();
  const std::size_t count = std::min(all.size(), max_todo);
  for (std::size_t i = 0; i < count; ++i) table.row(all[i]);
  if (count < all.size()) {
    table.words_row("what", words(Text::brief_more, {std::to_string(all.size() - count)}));
  }
  section.add(table.take());
  return section;
}

}  // namespace
}  // namespace parts

Document build_brief(const Figures& figures, Language language) {
  const parts::Words words(language);
  Document document = parts::document_of(figures, words, Text::brief_title);
  document.sections = {parts::reached(figures, words), parts::spent(figures, words),
                       parts::to_do(figures, words)};
  return document;
}

}  // namespace euproj
