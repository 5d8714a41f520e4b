#include "calc/explain/reason_trace.hpp"

#include <algorithm>
#include <iterator>

#include "euproj/model/columns.hpp"

namespace euproj {
namespace {

bool is_by_support(const PersonView& person) { return person.dossier().logs.has(LogKind::support); }

}  // namespace

std::vector<Reason> ReasonTrace::take(std::size_t mark) {
  const auto first = reasons_.begin() + static_cast<std::ptrdiff_t>(mark);
  std::vector<Reason> taken(std::make_move_iterator(first),
                            std::make_move_iterator(reasons_.end()));
  reasons_.erase(first, reasons_.end());
  return taken;
}

void ReasonTrace::forget(std::size_t begin, std::size_t end) {
  reasons_.erase(reasons_.begin() + static_cast<std::ptrdiff_t>(begin),
                 reasons_.begin() + static_cast<std::ptrdiff_t>(end));
}

void ReasonTrace::use_support(PersonView& person, const SupportFact& row) {
  const auto place = static_cast<std::uint32_t>(&row - person.support().data());
  use(person.dossier().logs.support[person.person().support.first + place].origin);
}

bool ReasonTrace::is_open(Attribute attribute) {
  const std::string_view name = attribute_names.at(static_cast<std::size_t>(attribute));
  for (const ColumnInfo& column : columns_of(LogKind::participants)) {
    if (column.name == name) return column.privacy == Privacy::open;
  }
  return false;
}

/// The row of the first support, which is the start.
void ReasonTrace::use_start(PersonView& person) {
  if (is_by_support(person)) use_support(person, person.support().front());
}

bool ReasonTrace::starts(PersonView& person) {
  const Date start = person.start();
  if (!start.known()) {
    say(is_by_support(person) ? Because::never_supported : Because::no_entry);
    return false;
  }
  if (start <= day_) return true;
  use_start(person);
  say(is_by_support(person) ? Because::starts_later : Because::enters_later, {start, day_});
  return false;
}

void ReasonTrace::say_start(PersonView& person) {
  use_start(person);
  const Because began = is_by_support(person) ? Because::started : Because::entered;
  reasons_.insert(reasons_.begin(), Reason{began, {person.start()}, {}});
}

const Exit* ReasonTrace::known_exit(PersonView& person) {
  // The participation of the day is that of the latest entry on or before it
  // (src/calc/README.md#participation).
  const Dossier& dossier = person.dossier();
  const auto rows = dossier.people.participations(person.person());
  const ParticipantRow* running = nullptr;
  for (const std::uint32_t at : rows) {
    const ParticipantRow& row = dossier.logs.participants[at];
    if (row.entry <= day_) running = &row;
  }
  if (running != nullptr) use(running->origin);
  for (const Exit& exit : person.exits()) {
    if (exit.known.contains(day_)) return &exit;
  }
  if (running != nullptr && running->exit.known()) {
    say(Because::exit_later, {running->exit, day_});
  } else if (running != nullptr && running != &dossier.logs.participants[rows.front()]) {
    say(Because::entered_again, {running->entry, day_});
  } else {
    say(Because::no_exit, {day_});
  }
  return nullptr;
}

}  // namespace euproj
