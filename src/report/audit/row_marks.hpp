#pragma once
// RowHasher: a hash of what a row says, as it was read, so that rows are known again.
//
//   log file     U-061;2022-05-04;coaching;2,5   --read-->   SupportRow
//   its cells    19116 | "U-061" | "coaching" | 25000        open columns that are kept, in order
//   hash         the first 8 bytes of their SHA-256
//
// Neither line nor file is in it, nor the form of the file: a workbook that is saved again, or the
// same rows as CSV, have the same hashes. Columns marked `personal` and ids that are a PESEL are
// left out, for whoever has all else could find them by trying.

#include <cstdint>

#include "euproj/model/dossier.hpp"

namespace euproj {

class RowHasher {
 public:
  /// Keeps the dossier.
  explicit RowHasher(const Dossier& dossier) : dossier_(dossier) {}

  [[nodiscard]] std::uint64_t operator()(const ParticipantRow& row) const;
  [[nodiscard]] std::uint64_t operator()(const SupportRow& row) const;
  [[nodiscard]] std::uint64_t operator()(const OutcomeRow& row) const;
  [[nodiscard]] std::uint64_t operator()(const PlaceRow& row) const;
  [[nodiscard]] std::uint64_t operator()(const MeasurementRow& row) const;
  [[nodiscard]] std::uint64_t operator()(const ExpenditureRow& row) const;
  [[nodiscard]] std::uint64_t operator()(const AliasRow& row) const;
  [[nodiscard]] std::uint64_t operator()(const EntityRow& row) const;
  [[nodiscard]] std::uint64_t operator()(const DeclaredRow& row) const;
  [[nodiscard]] std::uint64_t operator()(const SettlementRow& row) const;
  [[nodiscard]] std::uint64_t operator()(const WaiverRow& row) const;

 private:
  const Dossier& dossier_;
};

}  // namespace euproj
