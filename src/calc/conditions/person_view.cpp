#include "euproj/calc/person_view.hpp"

#include <algorithm>

namespace euproj {

void read_facts(const Dossier& dossier, Slice slice, std::vector<SupportFact>& facts) {
  const Logs& logs = dossier.logs;
  facts.resize(slice.count);
  SupportFact* const to = facts.data();
  logs.support.visit<&SupportRow::date, &SupportRow::form, &SupportRow::session,
                     &SupportRow::headcount, &SupportRow::hours>(
      slice.first, slice.count, [to](std::size_t i, Date date) { to[i].date = date; },
      [to](std::size_t i, Code form) { to[i].form = form; },
      [to](std::size_t i, Code session) { to[i].session = session; },
      [to](std::size_t i, std::uint32_t heads) { to[i].headcount = heads; },
      [to](std::size_t i, Quantity hours) { to[i].hours = hours; });
  const std::vector<std::uint32_t>& repeated = dossier.people.repeated;
  for (auto at = std::lower_bound(repeated.begin(), repeated.end(), slice.first);
       at != repeated.end() && *at < slice.first + slice.count; ++at) {
    to[*at - slice.first].hours = Quantity();
  }
}

Sex PersonView::sex() const {
  const Code sex = first().attribute(Attribute::sex);
  return sex == code_woman ? Sex::woman : sex == code_man ? Sex::man : Sex::unknown;
}

std::optional<int> PersonView::age() {
  if (!has_age_) {
    age_.reset();
    if (person_->start.known() && first_->born.known()) {
      age_ = completed_years(first_->born, person_->start);
    }
    has_age_ = true;
  }
  return age_;
}

std::span<const SupportFact> PersonView::support() {
  if (!has_support_) {
    read_facts(*dossier_, person_->support, support_);
    has_support_ = true;
  }
  return support_;
}

std::span<const Exit> PersonView::exits() {
  if (!has_exits_) {
    exits_.clear();
    const auto& participants = dossier_->logs.participants;
    const auto rows = dossier_->people.participations(*person_);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const ParticipantRow& row = participants[rows[i]];
      if (!row.exit.known()) continue;
      // The row with the latest entry_date on or before a day gives the exit of that day, so an
      // exit is known from its day (and its row's entry) until the next entry
      // (src/calc/README.md#participation).
      const Date from = std::max(row.exit, row.entry);
      const Date next_entry = i + 1 < rows.size() ? participants[rows[i + 1]].entry : Date::never();
      exits_.push_back({std::max(row.entry, start()), row.exit, row.completed,
                        DaySpans::between(from, next_entry)});
    }
    has_exits_ = true;
  }
  return exits_;
}

std::span<const PartnerSince> PersonView::partners() {
  if (has_partners_) return partners_;
  has_partners_ = true;
  partners_.clear();
  const auto name = [&](Code partner, Date day) {
    if (partner == no_code) return;
    for (PartnerSince& known : partners_) {
      if (known.partner != partner) continue;
      known.since = std::min(known.since, day);
      return;
    }
    partners_.push_back({partner, day});
  };
  const Logs& logs = dossier_->logs;
  for (const std::uint32_t at : dossier_->people.participations(*person_)) {
    const ParticipantRow& row = logs.participants[at];
    name(row.partner, row.entry.known() ? row.entry : start());
  }
  std::vector<Code> of_support(person_->support.count);
  bool any = false;
  logs.support.visit<&SupportRow::partner>(person_->support.first, person_->support.count,
                                           [&](std::size_t i, Code partner) {
                                             of_support[i] = partner;
                                             any = any || partner != no_code;
                                           });
  for (std::size_t i = 0; any && i < of_support.size(); ++i) name(of_support[i], support()[i].date);
  for (const std::uint32_t at : dossier_->people.outcomes(*person_)) {
    const OutcomeRow row = logs.outcomes[at];
    name(row.partner, row.date);
  }
  std::erase_if(partners_, [](const PartnerSince& one) { return !one.since.known(); });
  return partners_;
}

DaySpans PersonView::exited_days() {
  DaySpans days;
  for (const Exit& exit : exits()) days |= exit.known;
  return days & DaySpans::from(start());
}

}  // namespace euproj
