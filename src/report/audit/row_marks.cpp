#include "report/audit/row_marks.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "euproj/base/parallel.hpp"
#include "euproj/base/sha256.hpp"
#include "euproj/core/pesel.hpp"
#include "euproj/report/build_seal.hpp"

namespace euproj {
namespace {

/// The cells of a row, one after the other: numbers as eight bytes, texts with their length.
class CellBytes {
 public:
  void add(std::string_view text) {
    add_number(static_cast<std::int64_t>(text.size()));
    bytes_ += text;
  }
  void add(Date day) { add_number(day.known() ? day.serial() : unknown); }
  void add(Money amount) { add_number(amount.minor_units()); }
  void add(MaybeMoney amount) { amount ? add(*amount) : add_number(unknown); }
  void add(Quantity amount) { add_number(amount.scaled_units()); }
  void add(const std::optional<Quantity>& amount) { amount ? add(*amount) : add_number(unknown); }
  template <typename Number>
  requires(std::is_integral_v<Number> || std::is_enum_v<Number>) void add(Number number) {
    add_number(static_cast<std::int64_t>(number));
  }

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  static constexpr std::int64_t unknown = INT64_MIN;

  /// The least byte first, whatever the machine does.
  void add_number(std::int64_t number) {
    const auto bits = static_cast<std::uint64_t>(number);
    for (int shift = 0; shift < 64; shift += 8) bytes_ += static_cast<char>(bits >> shift);
  }

  std::string bytes_;
};

/// Eight bytes of a digest as a number, the first byte the highest.
std::uint64_t first_bytes(const std::array<unsigned char, 32>& digest) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = number << 8 | digest[i];
  return number;
}

template <typename Row>
std::uint64_t hash_of(const Dossier& dossier, Row row) {
  CellBytes cells;
  for_each_column<Row::log>([&](auto column) {
    using Kept = KeptColumn<column>;
    constexpr ColumnInfo info = column_info(column);
    if constexpr (Kept::is_kept && info.privacy == Privacy::open) {
      const auto& value = Kept::in(row);
      if constexpr (Kept::has_words) {
        const std::string_view text =
            value == no_code ? std::string_view() : Kept::words_in(dossier.codes).text(value);
        cells.add(looks_like_pesel(text) ? std::string_view() : text);
      } else if constexpr (info.type == ColumnType::indicator) {
        cells.add(std::string_view(dossier.project.indicators[value].id));
      } else {
        cells.add(value);
      }
    }
  });
  return first_bytes(sha256_bytes(cells.bytes()));
}

/// The day from which the row can move a figure; unknown: any.
Date day_of(const ParticipantRow& row) { return row.entry; }
Date day_of(const SupportRow& row) { return row.date; }
Date day_of(const OutcomeRow& row) { return row.date; }
Date day_of(const PlaceRow& row) { return row.from; }
Date day_of(const MeasurementRow& row) { return row.date; }
Date day_of(const ExpenditureRow& row) { return row.paid; }
Date day_of(const AliasRow&) { return {}; }
Date day_of(const EntityRow& row) { return row.date; }
Date day_of(const DeclaredRow&) { return {}; }
Date day_of(const SettlementRow& row) { return row.date; }
Date day_of(const WaiverRow&) { return Date::never(); }

/// Rows of all logs, by file.
class MarkedFiles {
 public:
  MarkedFiles(const Dossier& dossier, std::size_t threads)
      : dossier_(dossier), hash_(dossier), threads_(threads), marks_(dossier.logs.files.size()) {}

  template <typename Rows>
  void add(const Rows& rows) {
    std::vector<std::pair<FileId, RowMark>> marks(rows.size());
    for_ranges(rows.size(), pieces_of(rows.size(), threads_),
               [&](std::size_t, std::size_t first, std::size_t end) {
                 for (std::size_t at = first; at < end; ++at) {
                   const auto row = rows[at];
                   marks[at] = {row.origin.file, {row.origin.line, hash_(row), day_of(row)}};
                 }
               });
    for (const auto& [file, mark] : marks) {
      if (const LogFile* const log = dossier_.logs.file_of({mark.line, file})) {
        marks_[static_cast<std::size_t>(log - dossier_.logs.files.data())].push_back(mark);
      }
    }
  }

  /// In the order of lines; rows of one line (a wide list, a claim's documents) by what they say.
  [[nodiscard]] std::vector<RowMark> of(std::size_t file) {
    std::vector<RowMark>& marks = marks_[file];
    const auto key = [](const RowMark& mark) { return std::pair(mark.line, mark.hash); };
    std::sort(marks.begin(), marks.end(),
              [&](const RowMark& a, const RowMark& b) { return key(a) < key(b); });
    return std::move(marks);
  }

 private:
  const Dossier& dossier_;
  RowHasher hash_;
  std::size_t threads_;
  std::vector<std::vector<RowMark>> marks_;  // by file
};

std::string digest_of(const std::vector<RowMark>& marks) {
  CellBytes bytes;
  for (const RowMark& mark : marks) bytes.add(mark.hash);
  return sha256(bytes.bytes());
}

}  // namespace

std::uint64_t RowHasher::operator()(const ParticipantRow& row) const {
  return hash_of(dossier_, row);
}
std::uint64_t RowHasher::operator()(const SupportRow& row) const { return hash_of(dossier_, row); }
std::uint64_t RowHasher::operator()(const OutcomeRow& row) const { return hash_of(dossier_, row); }
std::uint64_t RowHasher::operator()(const PlaceRow& row) const { return hash_of(dossier_, row); }
std::uint64_t RowHasher::operator()(const MeasurementRow& row) const {
  return hash_of(dossier_, row);
}
std::uint64_t RowHasher::operator()(const ExpenditureRow& row) const {
  return hash_of(dossier_, row);
}
std::uint64_t RowHasher::operator()(const AliasRow& row) const { return hash_of(dossier_, row); }
std::uint64_t RowHasher::operator()(const EntityRow& row) const { return hash_of(dossier_, row); }
std::uint64_t RowHasher::operator()(const DeclaredRow& row) const { return hash_of(dossier_, row); }
std::uint64_t RowHasher::operator()(const SettlementRow& row) const {
  return hash_of(dossier_, row);
}

std::uint64_t RowHasher::operator()(const WaiverRow& row) const { return hash_of(dossier_, row); }

std::vector<SealedInput> build_sealed_inputs(const Dossier& dossier, const SourceSet& sources,
                                             std::size_t threads) {
  const Logs& logs = dossier.logs;
  MarkedFiles marked(dossier, threads);
  marked.add(logs.participants);
  marked.add(logs.support);
  marked.add(logs.outcomes);
  marked.add(logs.places);
  marked.add(logs.measurements);
  marked.add(logs.expenditures);
  marked.add(logs.aliases);
  marked.add(logs.entities);
  marked.add(logs.declarations);
  marked.add(logs.settlements);
  marked.add(logs.waivers);
  std::vector<SealedInput> inputs;
  for (std::size_t at = 0; at < logs.files.size(); ++at) {
    const LogFile& file = logs.files[at];
    const InputFile& source = sources.file(file.file);
    std::vector<RowMark> marks = marked.of(at);
    std::string rows = digest_of(marks);
    inputs.push_back({source.path, source.sheet, file.bytes, file.rows, file.sha256,
                      std::move(rows), std::move(marks)});
  }
  return inputs;
}

SealedInput build_sealed_definition(const Dossier& dossier, const SourceSet& sources) {
  const LogFile& file = dossier.definition;
  return {sources.file(file.file).path, {}, file.bytes, 0, file.sha256, {}, {}};
}

}  // namespace euproj
