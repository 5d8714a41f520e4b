#include "read/rows/regular_reader.hpp"

#include <array>
#include <span>
#include <type_traits>

#include "read/rows/row_rules.hpp"
#include "read/words/words.hpp"

namespace euproj {
namespace {

/// A rule that finds something rejects the row, without a word.
class RejectingListener {
 public:
  RejectingListener(RegularCells& cells, std::size_t row) : cells_(cells), row_(row) {}

  [[nodiscard]] static bool failed(Column) { return false; }
  [[nodiscard]] std::string_view text(Column column) const { return cells_.text(row_, column); }
  [[nodiscard]] static bool ok() { return true; }
  template <typename Say>
  void report(const Say&) {
    cells_.reject(row_);
  }

 private:
  RegularCells& cells_;
  std::size_t row_;
};

/// A new word must get its code in the order of rows, when it is certain that the row is not
/// rejected.
constexpr bool is_interned_late(ColumnType type) {
  return type == ColumnType::id || type == ColumnType::unique;
}

/// Among the columns of its log that are interned late.
template <Column column>
constexpr std::size_t probe_of = [] {
  std::size_t before = 0;
  for (const ColumnInfo& info : columns_of(column_info(column).log)) {
    if (info.column == column) break;
    if (is_interned_late(info.type)) ++before;
  }
  return before;
}();

constexpr std::size_t probe_count(LogKind log) {
  std::size_t count = 0;
  for (const ColumnInfo& info : columns_of(log)) count += is_interned_late(info.type) ? 1U : 0U;
  return count;
}

template <typename Row, typename Rows>
class ReaderOf : public RegularReader {
 public:
  ReaderOf(const RowContext& context, Rows& rows) : context_(context), rows_(rows) {}

  void read(RegularCells& cells) override {
    for (std::size_t row = 0; row < cells.size(); ++row) {
      read_[row] = RowAsRead<Row>();
      read_[row].origin = cells.origin(row);
    }
    for_each_column<Row::log>([&](auto column) {
      if constexpr (is_read_column<column>) read_column<column>(cells);
    });
    for (std::size_t row = 0; row < cells.size(); ++row) {
      RejectingListener listener(cells, row);
      settle(read_[row], listener);
    }
  }

  void push(std::size_t first, std::size_t end) override {
    for (std::size_t row = first; row < end; ++row) intern(row);
    if constexpr (std::is_same_v<Rows, std::vector<Row>>) {
      rows_.insert(rows_.end(), read_.begin() + static_cast<std::ptrdiff_t>(first),
                   read_.begin() + static_cast<std::ptrdiff_t>(end));
    } else {
      rows_.append(
          end - first, [&](std::size_t at) __attribute__((always_inline))->const Row& {
            return read_[first + at];
          });
    }
  }

 private:
  template <Column column>
  void read_column(RegularCells& cells) {
    using Kept = KeptColumn<column>;
    constexpr ColumnType type = column_info(column).type;
    const auto keep_in = [&](std::size_t row, const auto& value) __attribute__((always_inline)) {
      if constexpr (Kept::is_kept) keep(Kept::in(read_[row]), value);
    };
    if constexpr (type == ColumnType::text) {
      cells.for_each(column, [&](std::size_t row, std::string_view text, const ColumnMemory&) {
        cells.reject_if(!is_trimmed(text), row);
        keep_in(row, text);
      });
    } else if constexpr (is_interned_late(type)) {
      if (!cells.has(column)) return;  // the probes are blank from the beginning
      auto& probes = probes_[probe_of<column>];
      probes.fill({});
      cells.for_each(column, [&](std::size_t row, std::string_view text, const ColumnMemory&) {
        cells.reject_if(!is_trimmed(text), row);
        if constexpr (type == ColumnType::id) {
          probes[row] = {text, text_key(text, load_words_of_readable)};
        } else {
          probes[row].text = text;
        }
      });
      if constexpr (type == ColumnType::id) {
        Kept::words_in(context_.codes).look_up(std::span(probes).first(cells.size()));
      }
    } else if constexpr (type == ColumnType::word) {
      read_words<column>(
          cells, [&](std::string_view word) { return Kept::words_in(context_.codes).find(word); });
    } else if constexpr (type == ColumnType::listed) {
      const Listed listed = context_.listed[static_cast<std::size_t>(column)];
      if (!Kept::is_kept && !listed.is_declared) return;
      read_words<column>(cells, [&](std::string_view word) {
        const Code found = Kept::words_in(context_.codes).find(word);
        return !listed.is_declared || found <= listed.count ? found : no_code;
      });
    } else if constexpr (type == ColumnType::project) {
      if (context_.project_number.empty()) return;
      read_words<column>(cells, [&](std::string_view number) {
        return project_key(number) == context_.project_number ? Code{1} : no_code;
      });
    } else if constexpr (type == ColumnType::date) {
      cells.for_each(column, [&](std::size_t row, std::string_view text, ColumnMemory& memory) {
        if (memory.is_same_date(text)) return keep_in(row, memory.date);
        if (const auto day = parse_date(text, cells.date_form())) {
          keep_in(row, *day);
          return memory.remember_date(text, *day);
        }
        const auto written = parse_written_day(text, cells.date_form());
        if (!written || written->has_time) return cells.reject(row);
        keep_in(row, written->day);
      });
    } else if constexpr (type == ColumnType::quantity) {
      cells.for_each(column, [&](std::size_t row, std::string_view text, ColumnMemory& memory) {
        if (const Code units = memory.words.find_readable(text)) {
          return keep_in(row, Quantity::scaled(units));
        }
        const auto quantity = parse_plain_quantity(text, cells.decimal());
        if (!quantity) return cells.reject(row);
        keep_in(row, *quantity);
        const std::int64_t units = quantity->scaled_units();
        if (units <= UINT32_MAX) memory.words.remember(text, static_cast<Code>(units));
      });
    } else if constexpr (type == ColumnType::money) {
      const std::string_view currency = context_.project.currency;
      cells.for_each(column, [&](std::size_t row, std::string_view text, const ColumnMemory&) {
        const auto amount = parse_money(text, cells.decimal(), Grouping::thousands, currency);
        cells.reject_if(!amount || !is_trimmed(text), row);
        if (amount) keep_in(row, *amount);
      });
    } else if constexpr (type == ColumnType::count) {
      cells.for_each(column, [&](std::size_t row, std::string_view text, const ColumnMemory&) {
        const auto count = parse_count(text);
        cells.reject_if(!count, row);
        if (count) keep_in(row, *count);
      });
    } else if constexpr (type == ColumnType::pesel) {
      cells.for_each(column, [&](std::size_t row, std::string_view text, const ColumnMemory&) {
        const auto pesel = parse_pesel(text);
        cells.reject_if(!pesel, row);
        if (pesel) keep_in(row, *pesel);
      });
    } else {
      read_words<column>(cells, [](std::string_view word) { return code_of_word(type, word); });
    }
  }

  /// `find` makes a code of a word, no_code of one that it does not know: then the row is rejected.
  template <Column column, typename Find>
  void read_words(RegularCells& cells, const Find& find) {
    cells.for_each(column, [&](std::size_t row, std::string_view text, ColumnMemory& memory) {
      Code code = memory.words.find_readable(text);
      if (code == no_code) {
        code = find(text);
        if (code == no_code) return cells.reject(row);
        memory.words.remember(text, code);
      }
      if constexpr (KeptColumn<column>::is_kept) keep(KeptColumn<column>::in(read_[row]), code);
    });
  }

  /// The words of a row that may be new.
  void intern(std::size_t row) {
    for_each_column<Row::log>([&](auto column) {
      constexpr ColumnType type = column_info(column).type;
      if constexpr (KeptColumn<column>::is_kept && is_interned_late(type)) {
        const Probe& probe = probes_[probe_of<column>][row];
        Interner& words = KeptColumn<column>::words_in(context_.codes);
        KeptColumn<column>::in(read_[row]) =
            type == ColumnType::id ? words.intern(probe) : words.append(probe.text);
      }
    });
  }

  const RowContext& context_;
  Rows& rows_;
  std::array<RowAsRead<Row>, RegularRows::max_rows> read_;
  std::array<std::array<Probe, RegularRows::max_rows>, probe_count(Row::log)> probes_;
};

template <typename Row, typename Rows>
std::unique_ptr<RegularReader> reader_of(const RowContext& context, Rows& rows) {
  return std::make_unique<ReaderOf<Row, Rows>>(context, rows);
}

}  // namespace

std::unique_ptr<RegularReader> regular_reader(LogKind log, const RowContext& context, Logs& logs) {
  switch (log) {
    case LogKind::participants:
      return reader_of<ParticipantRow>(context, logs.participants);
    case LogKind::support:
      return reader_of<SupportRow>(context, logs.support);
    case LogKind::outcomes:
      return reader_of<OutcomeRow>(context, logs.outcomes);
    case LogKind::places:
      return reader_of<PlaceRow>(context, logs.places);
    case LogKind::expenditures:
      return reader_of<ExpenditureRow>(context, logs.expenditures);
    case LogKind::measurements:
    case LogKind::aliases:
    case LogKind::entities:
    case LogKind::declared:
    case LogKind::settlements:
    case LogKind::waivers:
      return nullptr;  // a few rows, whose cells are looked up in the project
  }
  return nullptr;
}

}  // namespace euproj
