#include "euproj/model/logs.hpp"

#include <algorithm>
#include <iterator>

namespace euproj {
namespace {

template <typename Row>
void append_rows(std::vector<Row>& rows, std::vector<Row>& part,
                 const CodeTables<Renaming>& renamings) {
  for (Row& row : part) {
    Row::codes(row, renamings,
               [](Code& code, const Renaming& renaming) { code = renaming(code); });
  }
  rows.insert(rows.end(), std::make_move_iterator(part.begin()),
              std::make_move_iterator(part.end()));
}

/// By field of a packed row; null: it is no code, or nothing changes.
template <typename Row>
std::array<const Renaming*, Row::field_count> by_field(const CodeTables<Renaming>& renamings) {
  Row row;
  std::array<const void*, Row::field_count> fields{};
  std::size_t count = 0;
  Row::fields(row, [&](const auto& field) { fields.at(count++) = &field; });
  std::array<const Renaming*, Row::field_count> found{};
  Row::codes(row, renamings, [&](const Code& code, const Renaming& renaming) {
    const auto at = std::find(fields.begin(), fields.end(), &code) - fields.begin();
    if (renaming.changes_something()) found.at(static_cast<std::size_t>(at)) = &renaming;
  });
  return found;
}

template <typename Row>
void append_rows(PackedRows<Row> Logs::*rows, Logs& logs, std::span<LogsPart> parts,
                 std::size_t threads) {
  std::vector<const PackedRows<Row>*> appended;
  std::vector<std::array<const Renaming*, Row::field_count>> renamings;
  for (const LogsPart& part : parts) {
    if ((part.logs.*rows).empty()) continue;
    appended.push_back(&(part.logs.*rows));
    renamings.push_back(by_field<Row>(part.renamings));
  }
  if (appended.empty()) return;
  (logs.*rows).append(appended, threads, [&](std::size_t part) { return renamings[part]; });
}

void append_left_out(std::unordered_set<Code>& codes, const std::unordered_set<Code>& part,
                     const Renaming& renaming) {
  for (const Code code : part) codes.insert(renaming(code));
}

}  // namespace

void append(Logs& logs, std::span<LogsPart> parts, std::size_t threads) {
  append_rows(&Logs::support, logs, parts, threads);
  append_rows(&Logs::outcomes, logs, parts, threads);
  append_rows(&Logs::expenditures, logs, parts, threads);
  for (LogsPart& part : parts) {
    append_rows(logs.participants, part.logs.participants, part.renamings);
    append_rows(logs.places, part.logs.places, part.renamings);
    append_rows(logs.measurements, part.logs.measurements, part.renamings);
    append_rows(logs.aliases, part.logs.aliases, part.renamings);
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
