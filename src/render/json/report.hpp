#pragma once
// What stands in a report and in other documents too: each function writes the members of an
// object.

#include <optional>

#include "euproj/report/figures.hpp"
#include "render/json/writer.hpp"

namespace euproj {

/// A failure is an error for who reads JSON.
[[nodiscard]] const char* severity_word(Severity severity);

void write_finding(JsonWriter& json, const Finding& finding);

/// "skipped", where there is any.
void write_skipped(JsonWriter& json, const std::vector<Skipped>& all);

void write_indicator(JsonWriter& json, const IndicatorFigures& indicator);
/// "criterion": all persons, and the groups among them.
void write_criterion(JsonWriter& json, const std::vector<CriterionFigures>& all);

/// An indicator's value: an integer where it counts in integers and this one is one, else decimal
/// text; null for none.
void write_value(JsonWriter& json, std::string_view key, Count count,
                 const std::optional<Quantity>& value);

// Of participants and support (report_people.cpp).
/// "breakdowns" of the participants.
void write_breakdowns(JsonWriter& json, const Figures& figures);
/// "support", "places", "months", "overlap", each where there is any.
void write_people_lists(JsonWriter& json, const Figures& figures);

void write_period(JsonWriter& json, const Period& period);

void write_period_and_cumulative(JsonWriter& json, const MoneyFigures& money);

}  // namespace euproj
