#include "report/audit/row_marks.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "euproj/base/parallel.hpp"
#include "euproj/base/sha256.hpp"
#include "euproj/core/pesel.hpp"
#include "euproj/report/build_seal.hpp"

namespace euproj {
namespace {

/// Eight bytes of a digest as a number, the first byte the highest.
std::uint64_t first_bytes(const std::array<unsigned char, 32>& digest) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = number << 8 | digest[i];
  return number;
}

/// FNV-1a: which column a cell is of.
constexpr std::uint32_t name_key(std::string_view name) {
  std::uint32_t key = 2'166'136'261U;
  for (const char c : name) key = (key ^ static_cast<unsigned char>(c)) * 16'777'619U;
  return key;
}

bool is_blank(const std::string& text) { return text.empty(); }
bool is_blank(Date day) { return !day.known(); }
bool is_blank(Money) { return false; }
bool is_blank(MaybeMoney amount) { return !amount; }
bool is_blank(Quantity) { return false; }
bool is_blank(const std::optional<Quantity>& amount) { return !amount; }
template <typename Number>
requires(std::is_integral_v<Number> || std::is_enum_v<Number>) bool is_blank(Number number) {
  return number == Number();
}

template <typename Row>
std::uint64_t hash_of(const Dossier& dossier, Row row, CellBytes& cells) {
  cells.clear();
  for_each_column<Row::log>([&](auto column) {
    using Kept = KeptColumn<column>;
    constexpr ColumnInfo info = column_info(column);
    if constexpr (Kept::is_kept && info.privacy == Privacy::open) {
      constexpr std::uint32_t name = name_key(info.name);
      const auto& value = Kept::in(row);
      if constexpr (Kept::has_words) {
        if (value == no_code) return;
        const std::string_view text = Kept::words_in(dossier.codes).text(value);
        if (!looks_like_pesel(text)) cells.add_fixed(name), cells.add(text);
      } else if constexpr (info.type == ColumnType::indicator) {
        cells.add_fixed(name), cells.add(std::string_view(dossier.project.indicators[value].id));
      } else {
        if (!is_blank(value)) cells.add_fixed(name), cells.add(value);
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

/// Puts the marks in the order of lines, those of one line by their hash. Rows are kept by person,
/// so almost none stands at its place; but almost each line has one, and is a place of its own:
///
///   line of a mark   4 2 3 2        marks before   line 2: 0 · line 3: 2 · line 4: 3
///   placed           2 2 3 4
void sort_by_line(std::vector<RowMark>& marks) {
  const auto is_lower = [](const RowMark& a, const RowMark& b) { return a.line < b.line; };
  if (marks.empty()) return;
  const auto [lowest, highest] = std::minmax_element(marks.begin(), marks.end(), is_lower);
  const std::uint32_t first = lowest->line;
  std::vector<std::uint32_t> ends(highest->line - first + 2);  // of the marks of lines before
  for (const RowMark& mark : marks) ++ends[mark.line - first + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<RowMark> placed(marks.size());
  for (const RowMark& mark : marks) placed[ends[mark.line - first]++] = mark;
  for (auto begin = placed.begin(); begin != placed.end();) {
    const auto end = std::find_if(begin, placed.end(),
                                  [&](const RowMark& mark) { return mark.line != begin->line; });
    std::sort(begin, end, [](const RowMark& a, const RowMark& b) { return a.hash < b.hash; });
    begin = end;
  }
  marks = std::move(placed);
}

/// Rows of all logs, by file.
class MarkedFiles {
 public:
  MarkedFiles(const Dossier& dossier, std::size_t threads)
      : dossier_(dossier), threads_(threads), marks_(dossier.logs.files.size()) {}

  template <typename Rows>
  void add(const Rows& rows) {
    std::vector<RowMark> marks(rows.size());
    std::vector<FileId> files(rows.size());
    for_ranges(rows.size(), pieces_of(rows.size(), threads_),
               [&](std::size_t, std::size_t first, std::size_t end) {
                 RowHasher hash(dossier_);
                 for (std::size_t at = first; at < end; ++at) {
                   const auto row = rows[at];
                   marks[at] = {hash(row), row.origin.line, day_of(row)};
                   files[at] = row.origin.file;
                 }
               });
    for (std::size_t first = 0; first < marks.size();) {  // rows of a file stand together
      std::size_t end = first + 1;
      while (end < marks.size() && files[end] == files[first]) ++end;
      if (std::vector<RowMark>* const of_file = marks_of({marks[first].line, files[first]})) {
        if (of_file->empty() && first == 0 && end == marks.size()) {
          *of_file = std::move(marks);
          return;
        }
        const auto begin = marks.begin();
        of_file->insert(of_file->end(), begin + static_cast<std::ptrdiff_t>(first),
                        begin + static_cast<std::ptrdiff_t>(end));
      }
      first = end;
    }
  }

  /// In the order of lines; rows of one line (a wide list, a claim's documents) by what they say.
  [[nodiscard]] std::vector<RowMark> of(std::size_t file) {
    std::vector<RowMark>& marks = marks_[file];
    sort_by_line(marks);
    return std::move(marks);
  }

 private:
  /// None: rows that no file of the project says.
  [[nodiscard]] std::vector<RowMark>* marks_of(Origin origin) {
    const LogFile* const log = dossier_.logs.file_of(origin);
    if (log == nullptr) return nullptr;
    return &marks_[static_cast<std::size_t>(log - dossier_.logs.files.data())];
  }

  const Dossier& dossier_;
  std::size_t threads_;
  std::vector<std::vector<RowMark>> marks_;  // by file
};

std::string digest_of(const std::vector<RowMark>& marks) {
  constexpr std::size_t max_held = std::size_t{1} << 16;  // bytes
  Sha256 whole;
  CellBytes held;
  for (const RowMark& mark : marks) {
    held.add_fixed(mark.hash);
    if (held.bytes().size() < max_held) continue;
    whole.add(held.bytes());
    held.clear();
  }
  whole.add(held.bytes());
  return whole.digest();
}

}  // namespace

void CellBytes::add(std::string_view text) {
  add_number(static_cast<std::int64_t>(text.size()));
  bytes_ += text;
}

void CellBytes::add_number(std::int64_t number) {
  const auto wide = static_cast<std::uint64_t>(number);
  std::uint64_t bits = number < 0 ? ~(wide << 1U) : wide << 1U;
  for (; bits > 0x7FU; bits >>= 7U) bytes_ += static_cast<char>((bits & 0x7FU) | 0x80U);
  bytes_ += static_cast<char>(bits);
}

std::uint64_t RowHasher::operator()(const ParticipantRow& row) {
  return hash_of(dossier_, row, cells_);
}
std::uint64_t RowHasher::operator()(const SupportRow& row) {
  return hash_of(dossier_, row, cells_);
}
std::uint64_t RowHasher::operator()(const OutcomeRow& row) {
  return hash_of(dossier_, row, cells_);
}
std::uint64_t RowHasher::operator()(const PlaceRow& row) { return hash_of(dossier_, row, cells_); }
std::uint64_t RowHasher::operator()(const MeasurementRow& row) {
  return hash_of(dossier_, row, cells_);
}
std::uint64_t RowHasher::operator()(const ExpenditureRow& row) {
  return hash_of(dossier_, row, cells_);
}
std::uint64_t RowHasher::operator()(const AliasRow& row) { return hash_of(dossier_, row, cells_); }
std::uint64_t RowHasher::operator()(const EntityRow& row) { return hash_of(dossier_, row, cells_); }
std::uint64_t RowHasher::operator()(const DeclaredRow& row) {
  return hash_of(dossier_, row, cells_);
}
std::uint64_t RowHasher::operator()(const SettlementRow& row) {
  return hash_of(dossier_, row, cells_);
}

std::uint64_t RowHasher::operator()(const WaiverRow& row) { return hash_of(dossier_, row, cells_); }

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
