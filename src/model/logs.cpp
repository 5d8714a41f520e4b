#include "euproj/model/logs.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <type_traits>
#include <utility>

#include "euproj/base/parallel.hpp"

namespace euproj {
namespace {

/// Calls `visit(code, remap)` for each code of a row, with what becomes of the codes of its kind.
template <typename Row, typename Visit>
void visit_codes(Row& row, const CodeTables<CodeRemap>& remaps, const Visit& visit) {
  for_each_column<Row::log>([&](auto column) {
    using Kept = KeptColumn<column>;
    if constexpr (Kept::is_kept && Kept::has_words) {
      auto& member = Kept::in(row);
      using Member = std::remove_cvref_t<decltype(member)>;
      if constexpr (std::is_same_v<Member, Code>) {
        visit(member, Kept::words_in(remaps));
      } else if constexpr (std::is_same_v<Member, IdentityNumber>) {
        visit(member.other_id, Kept::words_in(remaps));
      } else {
        static_assert(std::is_same_v<Member, std::uint8_t>);  // of a closed dictionary: it stays
      }
    }
  });
}

/// Whether rows of this kind have a code that becomes another one.
template <typename Row>
bool is_changed_by(const CodeTables<CodeRemap>& remaps) {
  bool changed = false;
  Row row;
  visit_codes(row, remaps, [&](const Code&, const CodeRemap& remap) {
    changed = changed || remap.changes_something();
  });
  return changed;
}

template <typename Rows>
void remap_codes(Rows& rows, const CodeTables<CodeRemap>& remaps) {
  using Row = typename Rows::value_type;
  if (!is_changed_by<Row>(remaps)) return;
  const auto renamed = [&](Row& row) {
    visit_codes(row, remaps, [](Code& code, const CodeRemap& remap) { code = remap(code); });
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

/// Calls `visit(logs.participants...)` and so on for the rows of each log.
template <typename Visit, typename... Each>
void for_each_table(const Visit& visit, Each&... logs) {
  visit(logs.participants...);
  visit(logs.support...);
  visit(logs.outcomes...);
  visit(logs.places...);
  visit(logs.measurements...);
  visit(logs.expenditures...);
  visit(logs.aliases...);
  visit(logs.entities...);
  visit(logs.declarations...);
  visit(logs.settlements...);
  visit(logs.waivers...);
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
                     const CodeRemap& remap) {
  for (const Code code : part) codes.insert(remap(code));
}

template <typename Row>
void cut_rows(std::vector<Row>& rows, std::size_t size) {
  rows.resize(size);
}

template <typename Row>
void cut_rows(PackedRows<Row>& rows, std::size_t size) {
  rows.cut_to(size);
}

}  // namespace

void append(Logs& logs, std::span<LogsPart> parts, std::size_t threads) {
  for_each_in_parallel(parts.size(), threads, [&](std::size_t at) {
    LogsPart& part = parts[at];
    for_each_table([&](auto& rows) { remap_codes(rows, part.remaps); }, part.logs);
  });
  for (LogsPart& part : parts) {
    for_each_table([](auto& rows, auto& its) { append_rows(rows, its); }, logs, part.logs);
    append_left_out(logs.persons_left_out, part.logs.persons_left_out, part.remaps.person_ids);
    append_left_out(logs.documents_left_out, part.logs.documents_left_out, part.remaps.documents);
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

LogsMark Logs::mark() const {
  LogsMark mark{{}, persons_left_out, documents_left_out, unread};
  for_each_table([&](const auto& rows) { mark.rows.push_back(rows.size()); }, *this);
  return mark;
}

void Logs::cut_to(const LogsMark& mark) {
  auto size = mark.rows.begin();
  for_each_table([&](auto& rows) { cut_rows(rows, *size++); }, *this);
  persons_left_out = mark.persons_left_out;
  documents_left_out = mark.documents_left_out;
  unread = mark.unread;
}

std::size_t useful_threads(const Logs& logs, std::size_t threads) {
  constexpr std::size_t few_rows = 100'000;
  const std::size_t rows =
      logs.participants.size() + logs.support.size() + logs.expenditures.size();
  return rows < few_rows ? 1 : threads;
}

bool Logs::name_partners() const {
  return !support.is_blank(&SupportRow::partner) || !outcomes.is_blank(&OutcomeRow::partner) ||
         std::any_of(participants.begin(), participants.end(),
                     [](const ParticipantRow& row) { return row.partner != no_code; });
}

const LogFile* Logs::file_of(Origin origin) const {
  // A search by halves: checks ask this for each of millions of rows, of thousands of files.
  const auto file = std::lower_bound(files.begin(), files.end(), origin.file,
                                     [](const LogFile& a, FileId b) { return a.file < b; });
  return file != files.end() && file->file == origin.file ? &*file : nullptr;
}

Place Logs::place(Origin origin, Column column) const {
  Place place;
  place.file = origin.file;
  place.line = origin.line;
  if (const LogFile* const file = file_of(origin)) {
    place.cell = file->cells.at(static_cast<std::size_t>(column));
  }
  if (place.cell == 0) place.column = 1;  // the file has no such column: the row as a whole
  return place;
}

}  // namespace euproj
