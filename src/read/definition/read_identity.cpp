// The section `project`: who, under which agreement, from when to when.

#include "read/definition/project_builder.hpp"

#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

/// The keys of the durability that are given, for the finding: `start`, `months`.
std::string given_keys(const Values& durability) {
  std::string given;
  for (const std::string_view key : {"start", "end", "months"}) {
    if (!durability.has(key)) continue;
    if (!given.empty()) given += ", ";
    given += '`' + std::string(key) + '`';
  }
  return given.empty() ? "–" : given;
}

void read_durability(const Reading& reading, const Values& durability) {
  const bool by_months = durability.has("months");
  const bool by_days = durability.has("start") && durability.has("end");
  const bool mixed = by_months && (durability.has("start") || durability.has("end"));
  if (by_months == by_days || mixed) {
    reading.report(Kind::durability_form, durability.place(), {given_keys(durability)});
    return;
  }
  if (by_days) {
    reading.project.durability = read_period(reading, durability, "start", "end");
    return;
  }
  const std::optional<std::int64_t> months = durability.whole("months");
  if (!months || !reading.project.period.last.known()) return;
  // Whole months from the day after the end: end 30.09.2023, 24 months -> 01.10.2023-30.09.2025.
  const Date first = reading.project.period.last.plus_days(1);
  reading.project.durability =
      Period{first, first.plus_months(static_cast<int>(*months)).plus_days(-1)};
}

}  // namespace

void read_identity(const Reading& reading, const Values& values) {
  Project& project = reading.project;
  project.id = values.text("id");
  project.number = values.text("number");
  project.title = values.local_text("title", {});
  project.beneficiary = values.text("beneficiary");
  project.implementer = values.text("implementer");
  for (const YamlNode* partner : values.texts("partners")) {
    project.partners.push_back(text_of(*partner));
  }
  project.programme = values.text("programme");
  project.fund = values.text("fund");
  project.priority_axis = values.text("priority_axis");
  project.measure = values.text("measure");
  const Values agreement = values.object("agreement");
  project.agreement_number = agreement.text("number");
  project.agreement_date = agreement.date("date");
  if (values.has("currency")) project.currency = values.text("currency");

  const Values period = values.object("period");
  project.period_place = values.place("period");
  if (const auto read = read_period(reading, period, "start", "end")) project.period = *read;
  const YamlNode* const durability = values.find("durability");
  if (durability && durability->is_mapping()) read_durability(reading, Values(durability));
}

}  // namespace euproj
