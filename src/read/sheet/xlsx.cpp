// XLSX (ECMA-376): the workbook names the sheets, a sheet holds rows of cells by address.

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "euproj/base/utf8.hpp"
#include "euproj/core/limits.hpp"
#include "euproj/words/kinds.hpp"
#include "read/sheet/cell_number.hpp"
#include "read/sheet/spreadsheet.hpp"
#include "read/sheet/xml_stream.hpp"

namespace euproj {
namespace {

// How the parts of the file lead to a cell. Each is read once, as it is unpacked; only the shared
// texts and the looks of styles are kept.
//
//   _rels/.rels --> xl/workbook.xml --> names of sheets, where each lies, 1900 or 1904
//                     xl/_rels/..   --> xl/sharedStrings.xml    texts that cells share, by number
//                                   --> xl/styles.xml           by style: day, hours, zeros, number
//                                   --> xl/worksheets/sheet1.xml
//
//   <row r="3"><c r="B3" s="4" t="s"><v>17</v></c>      row 3, column 2: the 17th shared text
struct Relationship {
  std::string id;
  std::string type;    // the last part of its address: worksheet, sharedStrings, styles
  std::string target;  // as a name in the archive
};

std::string folder_of(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

/// A target as a name in the archive: from the root, or from the folder of who refers to it.
std::string resolved(std::string folder, std::string_view written) {
  std::string with_slashes(written);
  std::replace(with_slashes.begin(), with_slashes.end(), '\\', '/');
  std::string_view target = with_slashes;
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    if (!folder.empty()) folder.pop_back();
    folder = folder_of(folder);
  }
  return folder + std::string(target);
}

std::string_view after_last_slash(std::string_view address) {
  return address.substr(address.rfind('/') + 1);  // npos + 1 is 0
}

/// Of the part `of` (xl/workbook.xml; empty: of the whole file). Empty when there are none.
std::vector<Relationship> read_relationships(SheetArchive& archive, const std::string& of) {
  const std::string folder = folder_of(of);
  const std::string part = folder + "_rels/" + of.substr(folder.size()) + ".rels";
  std::vector<Relationship> relationships;
  if (!archive.has(part)) return relationships;
  for_each_element(archive, part, [&](std::string_view name, const XmlAttributes& attributes) {
    if (name != "Relationship") return;
    relationships.push_back({std::string(attributes["Id"]),
                             std::string(after_last_slash(attributes["Type"])),
                             resolved(folder, attributes["Target"])});
  });
  return relationships;
}

/// With `_x000D_` as the character it stands for.
std::string unescaped(std::string_view text) {
  constexpr std::size_t length = 7;  // _xHHHH_
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view seen = text.substr(at, length);
    std::uint32_t code = 0;
    if (seen.size() == length && seen.starts_with("_x") && seen.ends_with('_')) {
      const char* const end = seen.data() + length - 1;
      const auto read = std::from_chars(seen.data() + 2, end, code, 16);
      if (read.ptr == end && code > 0 && (code < 0xD800 || code > 0xDFFF)) {
        append_utf8(out, code);
        at += length - 1;
        continue;
      }
    }
    out += text[at];
  }
  return out;
}

/// Where in a sheet or among its shared texts an element stands. What is not named here is skipped,
/// with all that is in it.
enum class Inside : std::uint8_t {
  nothing,
  part,
  list,
  row,
  cell,
  formula,
  item,
  run,
  value,
  text,
  skipped
};

// Readings in another script (rPh) stand beside a text and are none of it; they are skipped.

/// The texts that cells share, each in one piece or in runs of different looks, without its reading
/// in another script.
class SharedTexts : public XmlListener {
 public:
  explicit SharedTexts(SheetArchive& archive) : archive_(archive) {}

  void read(const std::string& part) {
    texts_.clear();
    ends_.clear();
    item_.clear();
    inside_ = {Inside::nothing};
    read_xml(archive_, part, *this);
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view at(std::size_t index) const {
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(texts_).substr(begin, ends_[index] - begin);
  }

  void begin(std::string_view name, const XmlAttributes&) override {
    inside_.push_back(inside(inside_.back(), name));
  }
  void end() override {
    if (inside_.back() == Inside::item) {
      texts_ += unescaped(item_);
      item_.clear();
      ends_.push_back(texts_.size());
      expect_room();
    }
    inside_.pop_back();
  }
  void text(std::string_view piece) override {
    if (inside_.back() != Inside::text || item_.size() > limits::csv_field_bytes) return;
    item_ += piece;
    expect_room();
  }

 private:
  static Inside inside(Inside outer, std::string_view name) {
    if (outer == Inside::nothing) return Inside::list;
    if (outer == Inside::list && name == "si") return Inside::item;
    if (outer == Inside::item && name == "r") return Inside::run;
    if ((outer == Inside::item || outer == Inside::run) && name == "t") return Inside::text;
    return Inside::skipped;
  }

  /// Texts that are blank take room too.
  void expect_room() const {
    const std::size_t most = archive_.limits().text_bytes;
    const std::size_t taken = texts_.size() + item_.size() + ends_.size() * sizeof(ends_[0]);
    if (taken > most) fail_too_large(most);
  }

  SheetArchive& archive_;
  std::vector<Inside> inside_;
  std::string item_;
  std::string texts_;  // one behind the other
  std::vector<std::size_t> ends_;
};

/// By style of a cell: how it shows its number.
std::vector<NumberLook> read_looks(SheetArchive& archive, const std::string& part) {
  std::map<std::string, NumberLook, std::less<>> formats;  // that the file spells out
  std::vector<NumberLook> looks;
  std::string list;
  for_each_element(archive, part, [&](std::string_view name, const XmlAttributes& attributes) {
    if (name == "numFmts" || name == "cellStyleXfs" || name == "cellXfs" || name == "dxfs") {
      list = name;
    }
    const std::string_view id = attributes["numFmtId"];
    if (name == "numFmt" && list == "numFmts") {
      formats.insert_or_assign(std::string(id), look_of(attributes["formatCode"]));
    }
    if (name == "xf" && list == "cellXfs") {
      const auto own = formats.find(id);
      looks.push_back(own != formats.end() ? own->second : built_in_look(id));
    }
  });
  return looks;
}

std::optional<std::size_t> whole(std::string_view text) {
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (text.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

/// Of `AB12` the 28; 0 when it does not begin with letters, or with too many.
std::size_t column_of(std::string_view address) {
  constexpr std::size_t letters = 3;  // XFD is the last column
  std::size_t column = 0;
  std::size_t at = 0;
  for (; at < address.size() && address[at] >= 'A' && address[at] <= 'Z'; ++at) {
    if (at == letters) return 0;
    column = column * 26 + static_cast<std::size_t>(address[at] - 'A') + 1;
  }
  return column;
}

bool is_true(std::string_view flag) { return flag == "1" || flag == "true"; }

/// What all sheets of a workbook share.
struct Shared {
  explicit Shared(SheetArchive& archive) : texts(archive) {}

  /// The program that wrote the file asks that its formulas be computed.
  bool wants_computing = false;
  SharedTexts texts;
  std::vector<NumberLook> looks;
};

/// The cells of a sheet in order; what is made of one, the classes below say.
class XlsxRows : public XmlListener {
 public:
  explicit XlsxRows(const std::string& part) : part_(part), inside_{Inside::nothing} {}

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    const Inside now = inside(inside_.back(), name);
    inside_.push_back(now);
    if (now == Inside::row) begin_row(attributes);
    if (now == Inside::cell) begin_cell(attributes);
    has_formula_ = has_formula_ || now == Inside::formula;
    has_value_ = has_value_ || now == Inside::value;
  }
  void end() override {
    if (inside_.back() == Inside::cell) take_cell();
    if (inside_.back() == Inside::row) end_row();
    inside_.pop_back();
  }
  void text(std::string_view piece) override {
    const bool is_kept = inside_.back() == Inside::value || inside_.back() == Inside::text;
    // One byte more than a cell may have is enough to be told so.
    if (is_kept && value_.size() <= limits::csv_field_bytes) value_ += piece;
    if (inside_.back() == Inside::formula) take_formula(piece);
  }

 protected:
  virtual void new_row(std::size_t /*row*/, bool /*is_hidden*/) {}
  virtual void end_row() {}
  virtual void take_cell() = 0;
  virtual void take_formula(std::string_view) {}  // a piece of its text

  [[nodiscard]] const std::string& part() const { return part_; }

  std::size_t row_ = 0;
  // Of the cell.
  std::size_t column_ = 0;
  std::size_t style_ = 0;
  std::string type_;
  std::string value_;
  bool has_formula_ = false;
  bool has_value_ = false;  // though it may be empty

 private:
  static Inside inside(Inside outer, std::string_view name) {
    switch (outer) {
      case Inside::nothing:
        return Inside::part;
      case Inside::part:
        return name == "sheetData" ? Inside::list : Inside::skipped;
      case Inside::list:
        return name == "row" ? Inside::row : Inside::skipped;
      case Inside::row:
        return name == "c" ? Inside::cell : Inside::skipped;
      case Inside::cell:
        if (name == "f") return Inside::formula;
        return name == "v" ? Inside::value : name == "is" ? Inside::item : Inside::skipped;
      case Inside::item:
        return name == "t" ? Inside::text : name == "r" ? Inside::run : Inside::skipped;
      case Inside::run:
        return name == "t" ? Inside::text : Inside::skipped;
      case Inside::formula:
      case Inside::value:
      case Inside::text:
      case Inside::skipped:
        break;
    }
    return Inside::skipped;
  }

  void begin_row(const XmlAttributes& attributes) {
    const std::string_view number = attributes["r"];
    row_ = number.empty() ? row_ + 1 : after(row_, whole(number).value_or(0));
    column_ = 0;
    const std::string_view hidden = attributes["hidden"];
    new_row(row_, hidden == "1" || hidden == "true");
  }

  void begin_cell(const XmlAttributes& attributes) {
    value_.clear();
    type_.clear();
    style_ = 0;
    has_formula_ = false;
    has_value_ = false;
    std::string_view address;
    attributes.for_each([&](std::string_view name, const char* value) {
      if (name == "r") address = value;
      if (name == "t") type_ = value;
      if (name == "s") style_ = whole(value).value_or(0);
    });
    column_ = address.empty() ? column_ + 1 : after(column_, column_of(address));
  }

  /// Rows and cells stand in order; otherwise something was cut out or glued in.
  [[nodiscard]] std::size_t after(std::size_t last, std::size_t position) const {
    if (position <= last) fail_damaged(part_);
    return position;
  }

  const std::string& part_;
  std::vector<Inside> inside_;
};

std::string_view shared_text(const Shared& shared, const std::string& number,
                             const std::string& part) {
  const auto at = whole(number);
  if (!at || *at >= shared.texts.size()) fail_damaged(part);
  return shared.texts.at(*at);
}

/// As the text of a log.
class XlsxSheet final : public XlsxRows {
 public:
  XlsxSheet(const std::string& part, const Shared& shared, std::int32_t day_zero, SheetText& out)
      : XlsxRows(part), shared_(shared), day_zero_(day_zero), out_(out) {}

  [[nodiscard]] bool has_all() const override { return out_.has_all(); }

 private:
  void new_row(std::size_t row, bool is_hidden) override { out_.begin_row(row, is_hidden); }
  void end_row() override { out_.end_row(); }

  void take_cell() override {
    if (value_.empty()) {
      // Of a formula an empty text is a value: the program that computed it says that it is one.
      const bool is_computed = has_value_ && type_ == "str";
      if (has_formula_ && !is_computed) out_.add_marked(column_, CellMark::no_value);
    } else if (type_ == "s") {
      out_.add(column_, shared_text(shared_, value_, part()));
    } else if (type_ == "inlineStr" || type_ == "str") {
      out_.add(column_, unescaped(value_));
    } else if (type_ == "b") {
      out_.add(column_, value_ == "1" ? "true" : "false");
    } else if (type_ == "d") {
      out_.add(column_, without_midnight(value_));
    } else if (type_ == "e") {
      out_.add_marked(column_, CellMark::error_value, value_);
    } else {
      end_number();
    }
  }

  void end_number() {
    if (has_decimal_comma(value_)) return out_.add_marked(column_, CellMark::comma_number);
    std::string number = number_text(value_);
    if (has_formula_ && shared_.wants_computing && number == "0") {
      return out_.add_marked(column_, CellMark::not_computed, number);
    }
    const NumberLook look = style_ < shared_.looks.size() ? shared_.looks[style_] : NumberLook();
    if (look.kind == NumberLook::day) {
      if (const auto day = day_text(number, day_zero_)) return out_.add(column_, *day);
    } else if (look.kind == NumberLook::hours) {
      if (const auto hours = hours_text(number)) return out_.add(column_, *hours);
    } else if (look.kind == NumberLook::zeros && number.size() < look.digits && is_whole(number)) {
      number.insert(0, look.digits - number.size(), '0');
    }
    out_.add_number(column_, without_residue(std::move(number)));
  }

  const Shared& shared_;
  const std::int32_t day_zero_;
  SheetText& out_;
};

/// As they stand, formulas with them.
class XlsxRawCells final : public XlsxRows {
 public:
  XlsxRawCells(const std::string& part, const Shared& shared, const CellVisitor& visit)
      : XlsxRows(part), shared_(shared), visit_(visit) {}

 private:
  void take_formula(std::string_view piece) override {
    if (formula_.size() <= limits::csv_field_bytes) formula_ += piece;
  }

  void take_cell() override {
    RawCell cell{row_, column_, RawCell::Kind::number, {}, {}};
    if (type_ == "s" && !value_.empty()) {
      cell.kind = RawCell::Kind::text;
      cell.value = shared_text(shared_, value_, part());
    } else if (type_ == "inlineStr" || type_ == "str") {
      cell.kind = RawCell::Kind::text;
      cell.value = unescaped(value_);
    } else {
      if (type_ == "b") cell.kind = RawCell::Kind::truth;
      if (type_ == "e") cell.kind = RawCell::Kind::error;
      cell.value = value_;
    }
    cell.formula = formula_;
    formula_.clear();
    if (!cell.value.empty() || !cell.formula.empty()) visit_(cell);
  }

  const Shared& shared_;
  const CellVisitor& visit_;
  std::string formula_;
};

/// The names of a workbook, and what they stand for.
class XlsxNames final : public XmlListener {
 public:
  std::vector<std::pair<std::string, std::string>> names;

  void begin(std::string_view element, const XmlAttributes& attributes) override {
    is_name_ = element == "definedName";
    if (is_name_) names.emplace_back(attributes["name"], "");
  }
  void end() override { is_name_ = false; }
  void text(std::string_view piece) override {
    if (is_name_ && names.back().second.size() <= limits::csv_field_bytes) {
      names.back().second += piece;
    }
  }

 private:
  bool is_name_ = false;
};

std::string workbook_of(SheetArchive& archive) {
  for (const Relationship& part : read_relationships(archive, "")) {
    if (part.type == "officeDocument") return part.target;
  }
  return "xl/workbook.xml";
}

class XlsxWorkbook : public Workbook {
 public:
  XlsxWorkbook(SheetArchive& archive, std::string part)
      : archive_(archive), part_(std::move(part)), shared_(archive) {}

  /// False when the part is of another form.
  [[nodiscard]] bool open() {
    const std::vector<Relationship> relationships = read_relationships(archive_, part_);
    bool is_first = true;
    bool is_workbook = false;
    for_each_element(archive_, part_, [&](std::string_view name, const XmlAttributes& attributes) {
      if (is_first) is_workbook = name == "workbook";
      is_first = false;
      if (name == "workbookPr") {
        if (is_true(attributes["date1904"])) day_zero_ = day_zero_1904;
      }
      if (name == "calcPr") shared_.wants_computing = is_true(attributes["fullCalcOnLoad"]);
      if (name == "sheet") add_sheet(attributes, relationships);
    });
    if (!is_workbook) return false;
    if (sheets_.empty()) fail_damaged(part_);
    for (const Relationship& part : relationships) {
      if (part.type == "sharedStrings") texts_part_ = part.target;
      if (part.type == "styles") styles_part_ = part.target;
    }
    return true;
  }

  [[nodiscard]] SheetText read(std::size_t sheet, char decimal, Extent extent) override {
    const std::string& part = prepared_part(sheet);
    SheetText out(sheets_[sheet].name, decimal, extent, archive_.limits());
    if (extent == Extent::all) out.make_room(archive_.declared_size(part));
    XlsxSheet listener(part, shared_, day_zero_, out);
    read_xml(archive_, part, listener);
    out.finish();
    return out;
  }

  [[nodiscard]] bool visit_cells(std::size_t sheet, const CellVisitor& visit) override {
    const std::string& part = prepared_part(sheet);
    XlsxRawCells listener(part, shared_, visit);
    read_xml(archive_, part, listener);
    return true;
  }

  [[nodiscard]] std::vector<std::pair<std::string, std::string>> names() override {
    XlsxNames listener;
    read_xml(archive_, part_, listener);
    return std::move(listener.names);
  }

 private:
  /// What the sheets share is read with the first of them.
  const std::string& prepared_part(std::size_t sheet) {
    if (!has_shared_) {
      if (!texts_part_.empty()) shared_.texts.read(texts_part_);
      if (!styles_part_.empty()) shared_.looks = read_looks(archive_, styles_part_);
      has_shared_ = true;
    }
    const std::string& part = parts_[sheet];
    if (part.empty()) fail_damaged(part_);
    return part;
  }

  void add_sheet(const XmlAttributes& attributes, const std::vector<Relationship>& relationships) {
    const auto target =
        std::find_if(relationships.begin(), relationships.end(),
                     [&](const Relationship& other) { return other.id == attributes["id"]; });
    const bool is_known = target != relationships.end();
    if (is_known && target->type != "worksheet") return;  // a chart alone
    const std::string_view state = attributes["state"];
    sheets_.push_back(
        {std::string(attributes["name"]), state == "hidden" || state == "veryHidden"});
    parts_.push_back(is_known ? target->target : std::string());
  }

  SheetArchive& archive_;
  std::string part_;
  std::vector<std::string> parts_;  // of the sheets
  std::string texts_part_;
  std::string styles_part_;
  bool has_shared_ = false;
  Shared shared_;
};

}  // namespace

std::unique_ptr<Workbook> open_xlsx(SheetArchive& archive) {
  std::string part = workbook_of(archive);
  if (!archive.has(part) || part.ends_with(".bin")) return nullptr;
  auto workbook = std::make_unique<XlsxWorkbook>(archive, std::move(part));
  if (!workbook->open()) return nullptr;
  return workbook;
}

}  // namespace euproj
