#include "read/logs/repeated_files.hpp"

#include <functional>
#include <string_view>
#include <type_traits>

namespace euproj {
namespace {

/// Calls `visit` for the rows of one log.
template <typename Visit>
void with_rows(const Logs& logs, LogKind kind, const Visit& visit) {
  switch (kind) {
    case LogKind::participants:
      return visit(logs.participants);
    case LogKind::support:
      return visit(logs.support);
    case LogKind::outcomes:
      return visit(logs.outcomes);
    case LogKind::places:
      return visit(logs.places);
    case LogKind::measurements:
      return visit(logs.measurements);
    case LogKind::expenditures:
      return visit(logs.expenditures);
    case LogKind::aliases:
      return visit(logs.aliases);
    case LogKind::entities:
      return visit(logs.entities);
    case LogKind::declared:
      return visit(logs.declarations);
    case LogKind::settlements:
      return visit(logs.settlements);
    case LogKind::waivers:
      return visit(logs.waivers);
  }
}

/// The finaliser of splitmix64 (Steele, Lea, Flood 2014): each bit of a number changes half of
/// them.
std::uint64_t mixed(std::uint64_t number) {
  number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9u;
  number = (number ^ (number >> 27)) * 0x94D049BB133111EBu;
  return number ^ (number >> 31);
}

class RowHash {
 public:
  void add(std::uint64_t number) { hash_ = mixed(hash_ + 0x9E3779B97F4A7C15u + mixed(number)); }
  void add(std::int64_t number) { add(static_cast<std::uint64_t>(number)); }
  void add(std::uint32_t number) { add(std::uint64_t{number}); }
  void add(std::uint8_t number) { add(std::uint64_t{number}); }
  void add(Answer answer) { add(static_cast<std::uint64_t>(answer)); }
  void add(PlaceKind kind) { add(static_cast<std::uint64_t>(kind)); }
  void add(EntityKind kind) { add(static_cast<std::uint64_t>(kind)); }
  void add(EntitySize size) { add(static_cast<std::uint64_t>(size)); }
  void add(Date day) { add(packed::number_of(day)); }
  void add(Money amount) { add(packed::number_of(amount)); }
  void add(MaybeMoney amount) { add(packed::number_of(amount)); }
  void add(Quantity quantity) { add(quantity.scaled_units()); }
  void add(const std::optional<Quantity>& quantity) {
    add(std::uint64_t{quantity.has_value()});
    if (quantity) add(*quantity);
  }
  void add(const IdentityNumber& number) { add(number.other_id); }
  void add(std::string_view text) { add(std::uint64_t{std::hash<std::string_view>()(text)}); }

  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 0;
};

/// Of all that is kept but where it stood. A text that is never looked up has a code of its own in
/// each row: it is compared as written.
template <typename Row>
std::uint64_t hash_of(Row row, const Codes& codes) {
  RowHash hash;
  for_each_column<Row::log>([&](auto column) {
    using Kept = KeptColumn<column>;
    if constexpr (column == Column::participants_pesel) {
      return;  // its member is another, below
    } else if constexpr (Kept::is_kept && column_info(column).type == ColumnType::unique) {
      hash.add(Kept::words_in(codes).text(Kept::in(row)));
    } else if constexpr (Kept::is_kept) {
      hash.add(Kept::in(row));
    }
  });
  if constexpr (std::is_same_v<Row, ParticipantRow>) hash.add(row.pesel);
  return hash.value();
}

/// A sum does not depend on the order of the rows; two of them make a chance hit negligible.
std::array<std::uint64_t, 2> sum_of(const Logs& logs, const Codes& codes, LogKind kind,
                                    std::size_t first, std::size_t count) {
  std::array<std::uint64_t, 2> sum{};
  with_rows(logs, kind, [&](const auto& rows) {
    for (std::size_t at = first; at < first + count; ++at) {
      const std::uint64_t hash = hash_of(rows[at], codes);
      sum[0] += hash;
      sum[1] += mixed(hash + 1);
    }
  });
  return sum;
}

}  // namespace

RowCounts count_rows(const Logs& logs) {
  RowCounts counts{};
  for (std::size_t kind = 0; kind < log_kind_count; ++kind) {
    with_rows(logs, static_cast<LogKind>(kind),
              [&](const auto& rows) { counts[kind] = rows.size(); });
  }
  return counts;
}

std::optional<FileId> RepeatedFiles::find(const Logs& logs, const Codes& codes, LogKind kind,
                                          FileId file, const RowCounts& before) {
  Rows added{kind, file, before[static_cast<std::size_t>(kind)], 0, {}};
  added.count = count_rows(logs)[static_cast<std::size_t>(kind)] - added.first;
  if (added.count == 0) return std::nullopt;
  const auto sum = [&](Rows& rows) {
    if (!rows.sum) rows.sum = sum_of(logs, codes, kind, rows.first, rows.count);
    return *rows.sum;
  };
  for (Rows& earlier : files_) {
    if (earlier.kind != kind || earlier.count != added.count) continue;
    if (sum(earlier) == sum(added)) return earlier.file;
  }
  files_.push_back(added);
  return std::nullopt;
}

}  // namespace euproj
