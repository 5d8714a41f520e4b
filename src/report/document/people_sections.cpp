#include "euproj/base/checked.hpp"
#include "euproj/words/texts.hpp"
#include "report/document/sections.hpp"

namespace euproj::parts {
namespace {

struct BreakdownTexts {
  const char* id;
  FixedText title;
  FixedText heading;
};

BreakdownTexts texts_of(Breakdown of) {
  switch (of) {
    case Breakdown::age:
      return {"by_age", Text::table_by_age, Text::column_age};
    case Breakdown::group:
      return {"by_group", Text::table_by_group, Text::column_group};
    case Breakdown::labour_status:
      return {"by_labour_status", Text::table_by_labour_status, Text::column_labour_status};
    case Breakdown::education:
      return {"by_education", Text::table_by_education, Text::column_education};
  }
  throw InternalError("a breakdown without texts");
}

struct PeopleLine {
  FixedText name;
  std::optional<std::int64_t> persons;
};

Table totals_table(const PeopleFigures& people, const Words& words) {
  TypedTable<PeopleLine> table(words, "participants");
  table.title(Text::table_participants);
  table.label("figure", Text::column_figure, &PeopleLine::name);
  table.column("cumulative", Text::column_cumulative,
               [](const PeopleLine& line) { return suppressible(line.persons); });
  table.row({Text::row_participants, people.total});
  table.row({Text::row_women, people.women});
  table.row({Text::row_men, people.men});
  table.row({Text::row_active, people.active});
  table.row({Text::row_exited, people.exited});
  return table.take();
}

/// A total is printed only where the rows are known to part the participants: who is in no group
/// or in two would make it another number than the one above.
bool rows_add_up(const BreakdownFigures& breakdown,
                 const std::optional<std::int64_t>& participants) {
  Quantity sum;
  for (const BreakdownRow& row : breakdown.rows) {
    if (!row.cumulative.total) return false;
    sum += *row.cumulative.total;
  }
  return participants && sum == Quantity::whole(*participants);
}

Table breakdown_table(const BreakdownFigures& breakdown, const Figures& figures,
                      const Words& words) {
  const BreakdownTexts texts = texts_of(breakdown.of);
  TypedTable<BreakdownRow> table(words, texts.id);
  table.title(texts.title);
  table.label("key", texts.heading, [words, of = breakdown.of](const BreakdownRow& row) {
    return breakdown_label(words, of, row);
  });
  table.sexes("period", Text::column_period,
              [](const BreakdownRow& row) { return sex_cells(row.period); });
  table.sexes("cumulative", Text::column_cumulative_narrow,
              [](const BreakdownRow& row) { return sex_cells(row.cumulative); });
  if (breakdown.of == Breakdown::group) {
    table.sexes("planned", Text::column_planned,
                [](const BreakdownRow& row) { return sex_cells(row.planned); });
  }
  table.rows(breakdown.rows);
  if (rows_add_up(breakdown, figures.participants.total)) table.total_row(Text::row_total, "key");
  return table.take();
}

/// None where a number is suppressed: a spreadsheet would draw its word as 0.
std::optional<Chart> age_chart(const BreakdownFigures& ages, const Words& words) {
  bool any = false;
  for (const BreakdownRow& row : ages.rows) {
    const Value& value = row.cumulative;
    if (value.suppressed.women || value.suppressed.men || !value.women || !value.men) return {};
    any = any || !value.women->is_zero() || !value.men->is_zero();
  }
  if (!any) return {};
  return Chart{Chart::Shape::columns,
               words(Text::chart_ages),
               texts_of(ages.of).id,
               "key",
               {"cumulative_women", "cumulative_men"},
               {words(Text::overview_women), words(Text::overview_men)}};
}

std::string form_name(const Words& words, const SupportFigures& form) {
  const std::string& name = form.name.in(words.language());
  return name.empty() ? form.id : name;
}

Table persons_by_form(const Figures& figures, const Words& words) {
  TypedTable<SupportFigures> table(words, "support_persons");
  table.title(Text::table_support_persons);
  table.empty_note(Text::none_support);
  table.column("name", Text::column_form,
               [words](const SupportFigures& form) { return form_name(words, form); });
  table.sexes("period", Text::column_period,
              [](const SupportFigures& form) { return sex_cells(form.persons_period); });
  table.sexes("cumulative", Text::column_cumulative_narrow,
              [](const SupportFigures& form) { return sex_cells(form.persons_cumulative); });
  table.rows(figures.support);
  return table.take();  // no total: one person may be in several forms
}

/// A line of the table of who was supported in the period: all, or those of a form.
struct SupportedLine {
  std::string name;
  Value persons;
};

Table supported_table(const Figures& figures, const Words& words) {
  TypedTable<SupportedLine> table(words, "supported");
  table.title(Text::table_supported);
  table.column("name", Text::column_form, &SupportedLine::name);
  table.sexes("period", Text::column_period,
              [](const SupportedLine& line) { return sex_cells(line.persons); });
  table.row({words(Text::row_supported), figures.participants.supported});
  for (const SupportFigures& form : figures.support) {
    table.row({form_name(words, form), form.persons_supported});
  }
  return table.take();
}

Table volume_by_form(const Figures& figures, const Words& words) {
  TypedTable<SupportFigures> table(words, "support_volume");
  table.title(Text::table_support_volume);
  table.column("name", Text::column_form,
               [words](const SupportFigures& form) { return form_name(words, form); });
  using Member = std::optional<Quantity> SupportFigures::*;
  const auto pair = [&](const std::string& id, FixedText heading, Member period, Member cumulative,
                        int decimals) {
    table.column(id + "_period", words(heading) + " " + words(Text::column_period_short),
                 [period, decimals](const SupportFigures& form) {
                   return suppressible(form.*period, decimals);
                 });
    table.column(id + "_cumulative", words(heading) + " " + words(Text::column_cumulative_short),
                 [cumulative, decimals](const SupportFigures& form) {
                   return suppressible(form.*cumulative, decimals);
                 });
  };
  pair("sessions", Text::column_sessions, &SupportFigures::sessions_period,
       &SupportFigures::sessions_cumulative, 0);
  pair("hours", Text::column_hours, &SupportFigures::hours_period,
       &SupportFigures::hours_cumulative, 2);
  pair("headcount", Text::column_headcount, &SupportFigures::headcount_period,
       &SupportFigures::headcount_cumulative, 0);
  table.rows(figures.support);
  return table.take();
}

Table places_table(const Figures& figures, const Words& words) {
  TypedTable<PlaceFigures> table(words, "places");
  table.title(Text::table_places);
  table.empty_note(Text::none_places);
  table.label("id", Text::column_id, &PlaceFigures::id);
  table.column("name", Text::column_place, &PlaceFigures::name);
  table.column("kind", Text::column_source_kind, [](const PlaceFigures& place) {
    return place.kind == PlaceKind::created ? Text::place_created : Text::place_supported;
  });
  table.column("from", Text::column_from, &PlaceFigures::from);
  table.column("to", Text::column_to, &PlaceFigures::to);
  table.column("capacity", Text::column_capacity, &PlaceFigures::capacity);
  table.rows(figures.places);
  return table.take();
}

}  // namespace

DocumentSection participants_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("participants", words(Text::section_participants));
  section.add(totals_table(figures.participants, words));
  for (const BreakdownFigures& breakdown : figures.breakdowns) {
    if (breakdown.rows.empty()) continue;
    section.add(breakdown_table(breakdown, figures, words));
    if (breakdown.of != Breakdown::age) continue;
    if (auto chart = age_chart(breakdown, words)) section.add(*std::move(chart));
  }
  if (!figures.support.empty()) section.add(supported_table(figures, words));
  if (section.tables.size() > 1) section.add_note(words(Text::note_letters));
  if (!figures.support.empty()) section.add_note(words(Text::note_supported));
  return section;
}

DocumentSection support_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("support", words(Text::section_support));
  section.add(persons_by_form(figures, words));
  if (!figures.support.empty()) {
    section.add_note(words(Text::note_letters));
    section.add_note(words(Text::note_several_forms));
    section.add(volume_by_form(figures, words));
  }
  return section;
}

DocumentSection places_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("places", words(Text::section_places));
  if (figures.durability) {
    section.add_note(words(Text::fact_durability) + ": " + period_text(words, *figures.durability));
  }
  section.add(places_table(figures, words));
  return section;
}

}  // namespace euproj::parts
