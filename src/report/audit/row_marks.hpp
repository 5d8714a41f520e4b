#pragma once
// RowHasher: a hash of what a row says, as it was read, so that rows are known again.
//
//   log file     U-061;2022-05-04;coaching;2,5   --read-->   SupportRow
//   its cells    date 19116 | person_id "U-061" | form "coaching" | hours 25000
//   hash         the first 8 bytes of their SHA-256
//
// They are the open columns that are kept, in the order of the table of columns; blank ones are
// left out, so that a column which a later program knows changes no row without it. Neither line
// nor file is in it, nor the form of the file: a workbook that is saved again, or the same rows as
// CSV, have the same hashes. Columns marked `personal` and ids that are a PESEL are left out, for
// whoever has all else could find them by trying.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "euproj/model/dossier.hpp"

namespace euproj {

/// The cells of a row, one after the other, so short that most rows are one block of SHA-256 (55
/// bytes). None may be blank.
///
///   name of a column   4 bytes, the least first
///   number             0, -1, 1, -2 .. are 0, 1, 2, 3 ..; seven bits a byte, the least first, and
///                      the eighth where another follows (LEB128)
///   text               its length as a number, its bytes
class CellBytes {
 public:
  void clear() { bytes_.clear(); }
  /// All its bytes, the least first.
  template <typename Number>
  void add_fixed(Number number) {
    for (unsigned shift = 0; shift < 8 * sizeof(Number); shift += 8) {
      bytes_ += static_cast<char>(number >> shift & 0xFFU);
    }
  }
  void add(std::string_view text);
  void add(Date day) { add_number(day.serial()); }
  void add(Money amount) { add_number(amount.minor_units()); }
  void add(MaybeMoney amount) { add(*amount); }
  void add(Quantity amount) { add_number(amount.scaled_units()); }
  void add(const std::optional<Quantity>& amount) { add(*amount); }
  template <typename Number>
  requires(std::is_integral_v<Number> || std::is_enum_v<Number>) void add(Number number) {
    add_number(static_cast<std::int64_t>(number));
  }

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  void add_number(std::int64_t number);

  std::string bytes_;
};

/// Each thread has its own.
class RowHasher {
 public:
  /// Keeps the dossier.
  explicit RowHasher(const Dossier& dossier) : dossier_(dossier) {}

  [[nodiscard]] std::uint64_t operator()(const ParticipantRow& row);
  [[nodiscard]] std::uint64_t operator()(const SupportRow& row);
  [[nodiscard]] std::uint64_t operator()(const OutcomeRow& row);
  [[nodiscard]] std::uint64_t operator()(const PlaceRow& row);
  [[nodiscard]] std::uint64_t operator()(const MeasurementRow& row);
  [[nodiscard]] std::uint64_t operator()(const ExpenditureRow& row);
  [[nodiscard]] std::uint64_t operator()(const AliasRow& row);
  [[nodiscard]] std::uint64_t operator()(const EntityRow& row);
  [[nodiscard]] std::uint64_t operator()(const DeclaredRow& row);
  [[nodiscard]] std::uint64_t operator()(const SettlementRow& row);
  [[nodiscard]] std::uint64_t operator()(const WaiverRow& row);

 private:
  const Dossier& dossier_;
  CellBytes cells_;  // of the row at hand
};

}  // namespace euproj
