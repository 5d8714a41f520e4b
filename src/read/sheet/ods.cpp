// ODS (OpenDocument 1.3): content.xml holds all sheets; equal cells and rows are written once, with
// how often they stand there.

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "euproj/base/utf8.hpp"
#include "euproj/core/date.hpp"
#include "euproj/core/limits.hpp"
#include "euproj/words/kinds.hpp"
#include "read/sheet/cell_number.hpp"
#include "read/sheet/spreadsheet.hpp"
#include "read/sheet/xml_stream.hpp"

namespace euproj {
namespace {

const std::string content_part = "content.xml";

/// 1 when it is not written; never more than a sheet has rows, so that sums stay small.
std::size_t times(std::string_view repeated) {
  if (repeated.empty()) return 1;
  std::size_t number = 0;
  const char* const end = repeated.data() + repeated.size();
  const auto read = std::from_chars(repeated.data(), end, number);
  if (read.ptr != end || (read.ec == std::errc() && number == 0)) fail_damaged(content_part);
  return read.ec == std::errc() ? std::min(number, limits::sheet_rows + 1) : limits::sheet_rows + 1;
}

/// Where an element stands. What is not named here is skipped, with all that is in it.
enum class Level : std::uint8_t {
  nothing,
  document,
  styles,  // those that the program made of what the user set by hand
  style,
  body,
  book,
  settings,
  table,  // also its header rows and groups of rows
  row,
  cell,
  covered,  // by the cell that it is merged with
  paragraph,
  blank,  // in a paragraph
  skipped,
};

Level level_of(Level outer, std::string_view name) {
  switch (outer) {
    case Level::nothing:
      return Level::document;
    case Level::document:
      if (name == "automatic-styles") return Level::styles;
      return name == "body" ? Level::body : Level::skipped;
    case Level::styles:
      return name == "style" ? Level::style : Level::skipped;
    case Level::body:
      return name == "spreadsheet" ? Level::book : Level::skipped;
    case Level::book:
      if (name == "calculation-settings") return Level::settings;
      return name == "table" ? Level::table : Level::skipped;
    case Level::table:
      if (name == "table-row") return Level::row;
      return name == "table-header-rows" || name == "table-row-group" || name == "table-rows"
                 ? Level::table
                 : Level::skipped;
    case Level::row:
      if (name == "table-cell") return Level::cell;
      return name == "covered-table-cell" ? Level::covered : Level::skipped;
    case Level::cell:  // not the comment that may hang on it
      return name == "p" ? Level::paragraph : Level::skipped;
    case Level::paragraph:
      if (name == "s" || name == "tab" || name == "line-break") return Level::blank;
      return name == "annotation" || name == "note" || name == "ruby-text" ? Level::skipped
                                                                           : Level::paragraph;
    case Level::style:
    case Level::settings:
    case Level::covered:
    case Level::blank:
    case Level::skipped:
      break;
  }
  return Level::skipped;
}

/// Goes through content.xml: which sheets there are, with the heads of all or the rows of one.
class OdsReader : public XmlListener {
 public:
  struct Table {
    std::string style;
    std::optional<SheetText> text;
  };

  /// What is known of the file before its content is read.
  struct Known {
    const SheetLimits& limits;
    std::size_t room;
    bool is_computed;  // false: a formula of this file may have a 0 that nobody has computed
  };

  /// Lists all sheets, with their heads; the first visible one whole, which mostly is the one that
  /// is read, unless it is not to be.
  OdsReader(const Known& known, Extent of_first)
      : limits_(known.limits),
        of_first_(of_first),
        room_(known.room),
        is_computed_(known.is_computed) {}
  /// Reads the sheet at a position.
  OdsReader(const Known& known, std::size_t wanted, char decimal)
      : limits_(known.limits),
        wanted_(wanted),
        decimal_(decimal),
        room_(known.room),
        is_computed_(known.is_computed) {}

  [[nodiscard]] bool is_ods() const { return has_book_; }
  [[nodiscard]] std::vector<Table>& tables() { return tables_; }
  [[nodiscard]] bool is_hidden(const Table& table) const { return hidden_.contains(table.style); }
  [[nodiscard]] std::int32_t day_zero() const { return day_zero_; }
  [[nodiscard]] bool has_all() const override { return has_wanted_; }

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    const Level outer = levels_.back();
    const Level now = is_passed(outer) ? Level::skipped : level_of(outer, name);
    levels_.push_back(now);
    if (now == Level::style) {
      style_ = attributes["style:name"];
    } else if (outer == Level::style && name == "table-properties") {
      if (attributes["table:display"] == "false") hidden_.insert(style_);
    } else if (outer == Level::settings && name == "null-date") {
      const auto zero = parse_date(attributes["table:date-value"]);
      if (zero) day_zero_ = zero->serial();
    } else if (now == Level::book) {
      has_book_ = true;
    } else if (now == Level::table && outer == Level::book) {
      begin_table(attributes);
    } else if (now == Level::row) {
      begin_row(attributes);
    } else if (now == Level::cell || now == Level::covered) {
      begin_cell(now, attributes);
    } else if (now == Level::paragraph && outer == Level::cell) {
      if (!text_.empty()) text_ += ' ';
    } else if (now == Level::blank) {
      text_ += ' ';  // several blanks in a row mean no more than one
    }
  }

  void end() override {
    const Level ended = levels_.back();
    levels_.pop_back();
    if (ended == Level::cell) {
      end_cell();
    } else if (ended == Level::row) {
      out_->end_row(row_times_);
      next_row_ += row_times_;
    } else if (ended == Level::table && levels_.back() == Level::book && out_ != nullptr) {
      out_->finish();
      if (!wanted_) expect_room();
      out_ = nullptr;
      has_wanted_ = wanted_.has_value();
    }
  }

  void text(std::string_view piece) override {
    // One byte more than a cell may have is enough to be told so.
    const bool is_kept = levels_.back() == Level::paragraph;
    if (is_kept && text_.size() <= limits::csv_field_bytes) text_ += piece;
  }

 private:
  enum class Type : std::uint8_t { none, text, number, date, hours, boolean };

  /// In a sheet that is not wanted, or behind the rows that are.
  [[nodiscard]] bool is_passed(Level outer) const {
    return outer == Level::table && (out_ == nullptr || out_->has_all());
  }

  void begin_table(const XmlAttributes& attributes) {
    const std::size_t position = tables_.size();
    tables_.push_back({std::string(attributes["table:style-name"]), std::nullopt});
    if (wanted_ && *wanted_ != position) return;
    const bool may_be_read = !is_hidden(tables_.back());
    const Extent extent = wanted_       ? Extent::all
                          : may_be_read ? std::exchange(of_first_, Extent::head)
                                        : Extent::head;
    tables_.back().text.emplace(std::string(attributes["table:name"]), decimal_, extent, limits_);
    out_ = &*tables_.back().text;
    if (extent == Extent::all) out_->make_room(room_);
    next_row_ = 1;
  }

  /// Of many sheets, heads are long too.
  void expect_room() {
    kept_bytes_ += out_->text().size() + sizeof(Table);
    if (kept_bytes_ > limits_.text_bytes) fail_too_large(limits_.text_bytes);
  }

  void begin_row(const XmlAttributes& attributes) {
    row_times_ = times(attributes["table:number-rows-repeated"]);
    column_ = 1;
    const std::string_view visibility = attributes["table:visibility"];
    out_->begin_row(next_row_, visibility == "filter" || visibility == "collapse");
  }

  void begin_cell(Level level, const XmlAttributes& attributes) {
    type_ = Type::none;
    has_formula_ = false;
    is_error_ = false;
    text_.clear();
    value_.clear();
    std::string_view repeated;
    attributes.for_each([&](std::string_view name, const char* value) {
      if (name == "office:value-type") {
        type_ = type_of(value);
      } else if (name == "office:value" || name == "office:date-value" ||
                 name == "office:time-value" || name == "office:boolean-value" ||
                 name == "office:string-value") {
        value_ = value;
      } else if (name == "table:formula") {
        has_formula_ = true;
      } else if (name == "calcext:value-type") {
        is_error_ = std::string_view(value) == "error";
      } else if (name == "table:number-columns-repeated") {
        repeated = value;
      }
    });
    cell_times_ = times(repeated);
    if (level == Level::covered) column_ += cell_times_;
  }

  static Type type_of(std::string_view name) {
    if (name == "float" || name == "percentage" || name == "currency") return Type::number;
    if (name == "date") return Type::date;
    if (name == "time") return Type::hours;
    return name == "boolean" ? Type::boolean : Type::text;
  }

  void end_cell() {
    const std::size_t behind = column_ + cell_times_;
    if (is_error_ || (has_formula_ && is_error(text_))) {
      write(behind, [&] { out_->add_marked(column_, CellMark::error_value, text_); });
    } else if (has_formula_ && type_ == Type::none) {
      write(behind, [&] { out_->add_marked(column_, CellMark::no_value); });
    } else if (type_ == Type::number) {
      const std::string number = shown_number();
      if (!is_computed_ && has_formula_ && number == "0") {
        write(behind, [&] { out_->add_marked(column_, CellMark::not_computed, number); });
      } else if (!number.empty()) {
        write(behind, [&] { out_->add_number(column_, number); });
      }
    } else {
      const std::string_view text = shown_text();
      if (!trimmed(text).empty()) write(behind, [&] { out_->add(column_, text); });
    }
    column_ = behind;
  }

  template <typename Add>
  void write(std::size_t behind, const Add& add) {
    for (; column_ < behind; ++column_) add();
  }

  static bool is_error(std::string_view shown) {
    return shown.starts_with("Err:") || shown == "#N/A" || shown == "#N/D!" ||
           (shown.size() > 2 && shown.front() == '#' &&
            (shown.back() == '!' || shown.back() == '?'));
  }

  /// A number under a format of zeros is shown with them: `003` is an id.
  [[nodiscard]] std::string shown_number() const {
    std::string number = number_text(trimmed(value_));
    const std::string_view shown = trimmed(text_);
    if (shown.size() > number.size() && shown.front() == '0' && is_whole(shown) &&
        is_whole(number) && shown.ends_with(number) &&
        shown.find_first_not_of('0') >= shown.size() - number.size()) {
      return std::string(shown);
    }
    return without_residue(std::move(number));
  }

  [[nodiscard]] std::string_view shown_text() {
    if (type_ == Type::date) return without_midnight(value_);
    if (type_ == Type::hours) value_ = hours_of_duration(value_).value_or(text_);
    return type_ == Type::text && !text_.empty() ? text_ : value_;
  }

  const SheetLimits& limits_;
  const std::optional<std::size_t> wanted_;
  const char decimal_ = '.';
  Extent of_first_ = Extent::head;
  const std::size_t room_;
  const bool is_computed_;

  std::vector<Level> levels_{Level::nothing};
  bool has_book_ = false;
  std::int32_t day_zero_ = day_zero_1900;
  bool has_wanted_ = false;
  std::string style_;
  std::set<std::string, std::less<>> hidden_;  // styles of tables
  std::vector<Table> tables_;
  SheetText* out_ = nullptr;  // of the table that is read
  std::size_t kept_bytes_ = 0;
  std::size_t next_row_ = 1;
  std::size_t row_times_ = 1;
  // Of the cell.
  std::size_t column_ = 1;
  std::size_t cell_times_ = 1;
  Type type_ = Type::none;
  bool has_formula_ = false;
  bool is_error_ = false;
  std::string text_;   // of its paragraphs
  std::string value_;  // of an attribute
};

/// Whether a program wrote the file that stores 0 for each formula, as SheetJS does: it computes
/// none. Nothing in an ODS asks for computing, as `fullCalcOnLoad` of XLSX does.
bool leaves_computing(SheetArchive& archive) {
  const std::string about = "meta.xml";
  return archive.has(about) &&
         archive.part(about).find("<meta:generator>SheetJS") != std::string::npos;
}

class OdsWorkbook : public Workbook {
 public:
  explicit OdsWorkbook(SheetArchive& archive)
      : archive_(archive), is_computed_(!leaves_computing(archive)) {}

  /// False when the part is of another form.
  [[nodiscard]] bool open() {
    try {
      return open(Extent::all);
    } catch (const SpreadsheetFault&) {  // perhaps of rows that nobody reads
      return open(Extent::head);
    }
  }

  [[nodiscard]] SheetText read(std::size_t sheet, char decimal, Extent extent) override {
    SheetText& listed = texts_[sheet];
    if (extent == Extent::head) return listed.head();
    if (listed.is_whole() && decimal == '.') return std::exchange(listed, listed.head());
    keep_heads();
    OdsReader reader(known(), sheet, decimal);
    read_xml(archive_, content_part, reader);
    return std::move(*reader.tables()[sheet].text);
  }

 private:
  bool open(Extent of_first) {
    OdsReader reader(known(), of_first);
    read_xml(archive_, content_part, reader);
    if (!reader.is_ods()) return false;
    if (reader.tables().empty()) fail_damaged(content_part);
    day_zero_ = reader.day_zero();
    for (OdsReader::Table& table : reader.tables()) {
      sheets_.push_back({table.text->sheet(), reader.is_hidden(table)});
      texts_.push_back(std::move(*table.text));
    }
    return true;
  }

  /// Of two long texts only one is kept.
  void keep_heads() {
    for (SheetText& text : texts_) {
      if (text.is_whole()) text = text.head();
    }
  }

  [[nodiscard]] OdsReader::Known known() const { return {archive_.limits(), room(), is_computed_}; }

  /// About the text of all sheets, as the XML around it is some three times as long.
  [[nodiscard]] std::size_t room() const { return archive_.declared_size(content_part) / 4; }

  SheetArchive& archive_;
  bool is_computed_;
  std::vector<SheetText> texts_;  // heads, and at most one whole
};

bool is_encrypted(SheetArchive& archive) {
  const std::string manifest = "META-INF/manifest.xml";
  if (archive.has("encrypted-package")) return true;
  return archive.has(manifest) &&
         archive.part(manifest).find("encryption-data") != std::string::npos;
}

}  // namespace

std::unique_ptr<Workbook> open_ods(SheetArchive& archive) {
  if (is_encrypted(archive)) throw SpreadsheetFault{Kind::spreadsheet_encrypted};
  if (!archive.has(content_part)) return nullptr;
  auto workbook = std::make_unique<OdsWorkbook>(archive);
  if (!workbook->open()) return nullptr;
  return workbook;
}

}  // namespace euproj
