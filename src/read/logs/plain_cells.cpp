#include "read/logs/plain_cells.hpp"

namespace euproj {

void PlainCells::read(Column column, ByRow<Date>& days) {
  const auto read = [&](std::size_t row, std::string_view text, ColumnMemory& memory) {
    if (!memory.is_same_date(text)) {
      const auto parsed = parse_date(text, cells_.date_form());
      if (!parsed) return strike(row);
      memory.remember_date(text, *parsed);
    }
    days.values_[row] = memory.date;
  };
  for_each(column, read, [&](std::size_t row) { days.values_[row] = Date(); });
}

void PlainCells::read(Column column, ByRow<Quantity>& quantities) {
  const auto read = [&](std::size_t row, std::string_view text, ColumnMemory& memory) {
    if (const Code units = memory.words.find_readable(text)) {
      quantities.values_[row] = Quantity::scaled(units);
      return;
    }
    const auto quantity = parse_plain_quantity(text, cells_.decimal());
    if (!quantity) return strike(row);
    quantities.values_[row] = *quantity;
    const std::int64_t units = quantity->scaled_units();
    if (units <= UINT32_MAX) memory.words.remember(text, static_cast<Code>(units));
  };
  for_each(column, read, [&](std::size_t row) { quantities.values_[row] = Quantity(); });
}

void PlainCells::read(Column column, ByRow<MaybeMoney>& amounts) {
  const auto read = [&](std::size_t row, std::string_view text, const ColumnMemory&) {
    const auto parsed = parse_money(text, cells_.decimal(), Grouping::blanks);
    strike_if(!parsed || !is_plain_text(text), row);
    amounts.values_[row] = parsed ? MaybeMoney(*parsed) : MaybeMoney();
  };
  for_each(column, read, [&](std::size_t row) { amounts.values_[row] = MaybeMoney(); });
}

void PlainCells::read(Column column, ByRow<Pesel>& numbers) {
  const auto read = [&](std::size_t row, std::string_view text, const ColumnMemory&) {
    const auto parsed = parse_pesel(text);
    strike_if(!parsed, row);
    numbers.values_[row] = parsed ? *parsed : Pesel();
  };
  for_each(column, read, [&](std::size_t row) { numbers.values_[row] = Pesel(); });
}

void PlainCells::read(Column column, ByRow<std::string_view>& texts) {
  const auto read = [&](std::size_t row, std::string_view text, const ColumnMemory&) {
    strike_if(!is_plain_text(text), row);
    texts.values_[row] = text;
  };
  for_each(column, read, [&](std::size_t row) { texts.values_[row] = {}; });
}

void PlainCells::read_repeated(Column column, ByRow<Code>& codes, const Interner& words) {
  read_codes(column, codes, [&](std::string_view word) { return words.find(word); });
}

void PlainCells::read_references(Column column, ByRow<Code>& codes, const Interner& words,
                                 std::size_t declared) {
  read_codes(column, codes, [&](std::string_view word) {
    const Code found = words.find(word);
    return found <= declared ? found : no_code;
  });
}

void PlainCells::read_listed(Column column, ByRow<Code>& codes, const Interner& words, Listed of) {
  if (of.is_declared) {
    read_references(column, codes, words, of.count);
  } else {
    read_repeated(column, codes, words);
  }
}

void PlainCells::look_up(Column column, ByRow<LookedUp>& texts, const Interner& words) {
  const auto read = [&](std::size_t row, std::string_view text, const ColumnMemory&) {
    strike_if(!is_plain_text(text), row);
    texts.values_[row] = {text, text_key(text, load_words_of_readable)};
  };
  for_each(column, read, [&](std::size_t row) { texts.values_[row] = {}; });
  if (cells_.memory_of(column).cell != 0) words.look_up(std::span(texts.values_).first(size()));
}

void PlainCells::strike_filled(Column column) {
  const auto read = [&](std::size_t row, std::string_view, const ColumnMemory&) { strike(row); };
  for_each(column, read, [](std::size_t) {});
}

}  // namespace euproj
