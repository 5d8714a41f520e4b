// What a report counts of people beside its indicators: by age, group, labour status and education;
// support by form; places; months; persons that two indicators have in common.

#include <algorithm>

#include "render/json/report.hpp"

namespace euproj {
namespace {

constexpr const char* breakdown_words[] = {"age", "group", "labour_status", "education"};

void write_sexes(JsonWriter& json, const char* key, const Value& value) {
  json.object(key, [&] {
    write_value(json, "total", Count::persons, value.total);
    write_value(json, "women", Count::persons, value.women);
    write_value(json, "men", Count::persons, value.men);
  });
}

void write_breakdown_row(JsonWriter& json, const BreakdownRow& row) {
  json.text_or_null("id", row.key);
  json.text_or_null("name", row.name.polish);
  write_sexes(json, "period", row.period);
  write_sexes(json, "cumulative", row.cumulative);
  if (!row.planned.total && !row.planned.women && !row.planned.men) return;
  json.object("planned", [&] {
    write_value(json, "total", Count::persons, row.planned.total);
    write_value(json, "women", Count::persons, row.planned.women);
    write_value(json, "men", Count::persons, row.planned.men);
  });
}

void write_form(JsonWriter& json, const SupportFigures& form) {
  const auto amounts = [&](const char* key, Count count, const std::optional<Quantity>& period,
                           const std::optional<Quantity>& cumulative) {
    json.object(key, [&] {
      write_value(json, "period", count, period);
      write_value(json, "cumulative", count, cumulative);
    });
  };
  json.field("id", form.id);
  json.field("name", form.name.polish);
  json.object("persons", [&] {
    write_sexes(json, "period", form.persons_period);
    write_sexes(json, "supported", form.persons_supported);
    write_sexes(json, "cumulative", form.persons_cumulative);
  });
  amounts("sessions", Count::sessions, form.sessions_period, form.sessions_cumulative);
  amounts("hours", Count::hours, form.hours_period, form.hours_cumulative);
  amounts("headcount", Count::headcount, form.headcount_period, form.headcount_cumulative);
}

void write_month(JsonWriter& json, const MonthFigures& month, bool costs_suppressed) {
  const auto cost = [&](Money amount) {
    return costs_suppressed ? std::nullopt : std::optional(amount);
  };
  json.field("month", month.first.iso().substr(0, 7));
  json.field("participants", month.participants);
  json.field("eligible", cost(month.eligible));
  json.field("eligible_cumulative", cost(month.eligible_cumulative));
  json.field("planned", month.planned);
  json.field("planned_cumulative", month.planned_cumulative);
}

/// Each pair once.
void write_overlap(JsonWriter& json, const Figures& figures) {
  const OverlapFigures& overlap = figures.overlap;
  json.array("overlap", [&] {
    for (std::size_t a = 0; a < overlap.indicators.size(); ++a) {
      for (std::size_t b = a + 1; b < overlap.indicators.size(); ++b) {
        json.object([&] {
          json.field("indicator", figures.indicators[overlap.indicators[a]].id);
          json.field("with", figures.indicators[overlap.indicators[b]].id);
          json.field("persons", overlap.persons[a][b]);
        });
      }
    }
  });
}

}  // namespace

void write_breakdowns(JsonWriter& json, const Figures& figures) {
  json.objects("breakdowns", figures.breakdowns, [&](const BreakdownFigures& breakdown) {
    json.field("of", breakdown_words[static_cast<std::size_t>(breakdown.of)]);
    json.objects("rows", breakdown.rows,
                 [&](const BreakdownRow& row) { write_breakdown_row(json, row); });
  });
}

void write_people_lists(JsonWriter& json, const Figures& figures) {
  if (!figures.support.empty()) {
    json.objects("support", figures.support,
                 [&](const SupportFigures& form) { write_form(json, form); });
  }
  if (!figures.places.empty()) {
    // By id: the order of the log's rows says nothing.
    std::vector<PlaceFigures> places = figures.places;
    std::sort(places.begin(), places.end(),
              [](const PlaceFigures& a, const PlaceFigures& b) { return a.id < b.id; });
    json.objects("places", places, [&](const PlaceFigures& place) {
      json.field("id", place.id);
      json.text_or_null("name", place.name);
      json.field("kind", place.kind == PlaceKind::created ? "created" : "supported");
      json.field("from", place.from);
      json.field("to", place.to);
      json.field("capacity", place.capacity);
    });
  }
  if (!figures.months.empty()) {
    json.objects("months", figures.months, [&](const MonthFigures& month) {
      write_month(json, month, figures.costs_suppressed);
    });
  }
  if (figures.overlap.indicators.size() > 1) write_overlap(json, figures);
}

}  // namespace euproj
