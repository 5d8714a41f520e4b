#include "euproj/model/logs.hpp"

#include <iterator>
#include <type_traits>
#include <utility>

#include "euproj/base/parallel.hpp"

namespace euproj {
namespace {

/// Whether rows of this kind have a code that becomes another one.
template <typename Row>
bool is_changed_by(const CodeTables<Renaming>& renamings) {
  bool changed = false;
  Row row;
  Row::codes(row, renamings, [&](const Code&, const Renaming& renaming) {
    changed = changed || renaming.changes_something();
  });
  return changed;
}

template <typename Rows>
void rename(Rows& rows, const CodeTables<Renaming>& renamings) {
  using Row = typename Rows::value_type;
  if (!is_changed_by<Row>(renamings)) return;
  const auto renamed = [&](Row& row) {
    Row::codes(row, renamings,
               [](Code& code, const Renaming& renaming) { code = renaming(code); });
  };
  if constexpr (std::is_same_v<Rows, std::vector<Row>>) {
    for (Row& row : rows) renamed(row);
  } else {
    Rows all;
    for (Row row : rows) {
      renamed(row);
      all.push_back(row);
    }
    rows = std::move(all);
  }
}

void rename(LogsPart& part) {
  Logs& logs = part.logs;
  rename(logs.participants, part.renamings);
  rename(logs.support, part.renamings);
  rename(logs.outcomes, part.renamings);
  rename(logs.places, part.renamings);
  rename(logs.measurements, part.renamings);
  rename(logs.expenditures, part.renamings);
  rename(logs.aliases, part.renamings);
}

template <typename Row>
void append_rows(std::vector<Row>& rows, std::vector<Row>& part) {
  rows.insert(rows.end(), std::make_move_iterator(part.begin()),
              std::make_move_iterator(part.end()));
}

template <typename Row>
void append_rows(PackedRows<Row>& rows, PackedRows<Row>& part) {
  rows.append(std::move(part));
}

void append_left_out(std::unordered_set<Code>& codes, const std::unordered_set<Code>& part,
                     const Renaming& renaming) {
  for (const Code code : part) codes.insert(renaming(code));
}

}  // namespace

void append(Logs& logs, std::span<LogsPart> parts, std::size_t threads) {
  for_each_in_parallel(parts.size(), threads, [&](std::size_t part) { rename(parts[part]); });
  for (LogsPart& part : parts) {
    append_rows(logs.participants, part.logs.participants);
    append_rows(logs.support, part.logs.support);
    append_rows(logs.outcomes, part.logs.outcomes);
    append_rows(logs.places, part.logs.places);
    append_rows(logs.measurements, part.logs.measurements);
    append_rows(logs.expenditures, part.logs.expenditures);
    append_rows(logs.aliases, part.logs.aliases);
    append_left_out(logs.persons_left_out, part.logs.persons_left_out, part.renamings.person_ids);
    append_left_out(logs.documents_left_out, part.logs.documents_left_out,
                    part.renamings.documents);
    for (std::size_t kind = 0; kind < log_kind_count; ++kind) {
      logs.unread[kind] = logs.unread[kind] || part.logs.unread[kind];
    }
  }
}

void Logs::set_unread(const DataFile& file) {
  unread[static_cast<std::size_t>(file.kind)] = true;
  if (file.preset.empty()) return;
  unread[static_cast<std::size_t>(LogKind::participants)] = true;
  unread[static_cast<std::size_t>(LogKind::support)] = true;
}

std::size_t useful_threads(const Logs& logs, std::size_t threads) {
  constexpr std::size_t few_rows = 100'000;
  const std::size_t rows = logs.participants.size() + logs.support.size() + logs.expenditures.size();
  return rows < few_rows ? 1 : threads;
}

Place Logs::place(Origin origin, Column column) const {
  Place place;
  place.file = origin.file;
  place.line = origin.line;
  for (const LogFile& file : files) {
    if (file.file == origin.file) place.cell = file.cells.at(static_cast<std::size_t>(column));
  }
  if (place.cell == 0) place.column = 1;  // the file has no such column: the row as a whole
  return place;
}

}  // namespace euproj
