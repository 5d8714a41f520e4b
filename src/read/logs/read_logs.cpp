#include "euproj/read/read_logs.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "euproj/words/file_faults.hpp"
#include "euproj/core/limits.hpp"
#include "euproj/words/kinds.hpp"
#include "read/central/preset_rows.hpp"
#include "read/csv/dialect.hpp"
#include "read/logs/log_blocks.hpp"
#include "read/logs/log_entries.hpp"
#include "read/logs/log_text.hpp"
#include "read/logs/rows_reader.hpp"
#include "read/sheet/spreadsheet.hpp"
#include "read/table/shown_value.hpp"

namespace euproj {
namespace {

constexpr std::size_t shortest_key = 16;  // bytes: PESELs are few enough to try them all

class LogsReader {
 public:
  LogsReader(const Project& project, const std::string& folder, Outside outside,
             const Files& files, SourceSet& sources, Codes& codes, Logs& logs,
             Diagnostics& diagnostics, const Sharing& sharing)
      : project_(project),
        folder_(folder),
        outside_(outside),
        files_(files),
        sources_(sources),
        codes_(codes),
        logs_(logs),
        diagnostics_(diagnostics),
        sharing_(sharing) {}

  /// False when a log was taken for what it is not.
  [[nodiscard]] bool read_all() {
    read_key();
    for (std::size_t entry = 0; entry < project_.data.size() && !is_deceived_; ++entry) {
      const DataFile& declared = project_.data[entry];
      logs_.declared[static_cast<std::size_t>(declared.kind)] = true;
      if (!declared.preset.empty()) {
        read_preset_entry(entry);
        continue;
      }
      read_files(entry, declared);
    }
    return !is_deceived_;
  }

 private:
  /// As they are opened. A plain path is not looked up: opening it says what is wrong.
  [[nodiscard]] std::vector<std::string> paths_of(const DataFile& declared) {
    const bool absolute = declared.pattern.starts_with('/');
    const std::string path = absolute ? declared.pattern : folder_ + declared.pattern;
    if (declared.pattern.find_first_of("*?") == std::string::npos) return {path};
    std::vector<std::string> paths = files_.glob(path);
    if (paths.empty()) {
      diagnostics_.report(Kind::no_file_matches, declared.place, {shown(declared.pattern)});
      set_unread(declared);
    }
    return paths;
  }

  [[nodiscard]] std::string relative(const std::string& opened) const {
    return opened.starts_with(folder_) ? opened.substr(folder_.size()) : opened;
  }

  void read_preset_entry(std::size_t entry) {
    const std::optional<DataFile> whole = preset_entry(project_, entry, diagnostics_);
    if (!whole) return;
    logs_.declared[static_cast<std::size_t>(LogKind::participants)] = true;
    logs_.declared[static_cast<std::size_t>(LogKind::support)] = true;
    read_files(entry, *whole);
  }

  void read_files(std::size_t entry, const DataFile& declared) {
    for (const std::string& path : paths_of(declared)) {
      if (is_deceived_) return;
      if (is_outside(declared, path) || is_repeated(declared, path)) continue;
      if (listed_.size() > limits::input_files) {
        diagnostics_.report(Kind::too_many_files, declared.place,
                            {std::to_string(limits::input_files)});
        set_unread(declared);
        return;
      }
      read_file(entry, declared, path);
    }
  }

  [[nodiscard]] bool is_outside(const DataFile& declared, const std::string& opened) {
    if (outside_ == Outside::allowed || files_.is_inside(opened, folder_)) return false;
    diagnostics_.report(Kind::outside_project, declared.place, {shown(relative(opened))});
    set_unread(declared);
    return true;
  }

  /// The same file in two logs is another matter: one export may give both (SPEC 4.11).
  [[nodiscard]] bool is_repeated(const DataFile& declared, const std::string& opened) {
    const std::string identity = files_.identity(opened);
    const auto [earlier, is_new] = listed_.try_emplace(
        {declared.kind, declared.sheet, identity.empty() ? opened : identity}, false);
    if (is_new) return false;
    bool& reported = earlier->second;
    if (!reported) {
      diagnostics_.report(Kind::file_listed_twice, declared.place, {shown(relative(opened))});
    }
    reported = true;
    return true;
  }

  /// The secret of the pseudonyms; it is no log, and nothing of it is kept or shown.
  void read_key() {
    const DataFile& key = project_.privacy_key;
    if (key.pattern.empty()) return;
    const auto content = files_.read(key.pattern.starts_with('/') ? key.pattern
                                                                  : folder_ + key.pattern);
    if (!content) {
      report_unreadable(shown(key.pattern), content.reason(), key.place, diagnostics_);
      return;
    }
    std::string_view bytes = (*content)->bytes();
    while (bytes.ends_with('\n') || bytes.ends_with('\r')) bytes.remove_suffix(1);
    if (bytes.size() < shortest_key) {
      diagnostics_.report(Kind::key_too_short, key.place,
                          {shown(key.pattern), std::to_string(bytes.size())});
    }
    preset_persons_.use_key(std::string(bytes));
  }

  void read_file(std::size_t entry, const DataFile& declared, const std::string& opened) {
    const auto content = files_.read(opened);
    if (!content) {
      set_unread(declared);
      report_unreadable(shown(relative(opened)), content.reason(), declared.place, diagnostics_);
      return;
    }
    const std::string_view bytes = (*content)->bytes();
    LogFile log;
    log.kind = declared.kind;
    log.entry = entry;
    log.file = sources_.add(relative(opened), opened);
    log.bytes = bytes.size();
    log.cells.resize(column_count());
    PassingBytes passing(**content);
    if (!read_content(**content, declared, passing, log)) set_unread(declared);
    passing.pass_alone_up_to(bytes.size());
    log.sha256 = passing.sha256();
    if (!(*content)->is_unchanged()) {
      report_unreadable(shown(relative(opened)), FileFault::changed, declared.place, diagnostics_);
    }
    logs_.files.push_back(std::move(log));
  }

  /// A sheet is read as the text that it would be as CSV. False when nothing could be read.
  [[nodiscard]] bool read_content(const FileContent& content, const DataFile& declared,
                                  PassingBytes& passing, LogFile& log) {
    const std::string_view bytes = content.bytes();
    if (!is_spreadsheet(bytes)) {
      check_text_file(sources_.file(log.file).path, declared, log.file, diagnostics_);
      passing.pass_alone_up_to(std::min(bytes.size(), sharing_.utf8_sample));
      const bool is_utf8 = passing.is_utf8();
      // Only what is read as UTF-8 can be none after all.
      if (!is_utf8 || declared.encoding.value_or(Encoding::utf8) != Encoding::utf8) {
        passing.look_no_more();
      }
      const bool is_read = read_text(bytes, is_utf8, content, declared, passing, log);
      passing.pass_alone_up_to(bytes.size());
      is_deceived_ = is_utf8 && !passing.is_utf8();
      return is_read;
    }
    passing.look_no_more();
    const auto sheet = read_spreadsheet(bytes, declared, log.file, diagnostics_);
    if (!sheet) return false;
    sources_.keep_sheet(log.file, shown(sheet->name));
    if (has_rows_in_one_cell(sheet->text, sheet->form, log.file, diagnostics_)) return false;
    return read_text(sheet->text, true, content, sheet->form, passing, log);
  }

  /// False when nothing of the file could be read.
  [[nodiscard]] bool read_text(std::string_view bytes, bool is_utf8, const FileContent& content,
                               const DataFile& declared, PassingBytes& passing, LogFile& log) {
    std::string storage;
    const auto text = decode_log(bytes, is_utf8, declared, log.file, storage, diagnostics_);
    if (!text) return false;
    const auto delimiter = find_delimiter(*text, declared, log.file, diagnostics_);
    if (!delimiter) return false;
    CsvScanner scanner(*text, *delimiter);
    if (!scanner.next()) return false;  // find_delimiter has met a header
    if (const Preset* const preset = find_preset(declared.preset)) {
      return read_preset_text(*preset, *text, scanner, content, declared, log);
    }
    const auto header = read_header(scanner.row(), declared, log.file, diagnostics_);
    if (!header) return false;
    log.cells = header->cells;
    const auto decimal =
        find_decimal_sign(*text, *delimiter, *header, declared, log.file, diagnostics_);
    if (!decimal) return false;
    const auto in_file = [&](std::size_t position) {
      return position_in_file(content, position, text->size());
    };
    log.rows = read_blocks(*text, scanner, {project_, declared, *header, *decimal, log}, sharing_,
                           {codes_, logs_, diagnostics_},
                           {[&](std::size_t position) { passing.pass_up_to(in_file(position)); },
                            [&](std::size_t position) {
                              content.release(in_file(position));
                              return !is_utf8 || passing.is_utf8();
                            }});
    return true;
  }

  /// The scanner stands at the header.
  [[nodiscard]] bool read_preset_text(const Preset& preset, std::string_view text,
                                      CsvScanner& scanner, const FileContent& content,
                                      const DataFile& declared, LogFile& log) {
    const auto header =
        read_preset_header(preset, scanner.row(), declared, log.file, diagnostics_);
    if (!header) return false;
    PresetRows rows(preset, *header, declared, log.file, project_, codes_, logs_, preset_persons_,
                    diagnostics_);
    CsvScanner sample(text, scanner.delimiter());
    while (sample.next()) rows.learn_dates(sample.row());
    log.cells = rows.places();
    RowsReader reader(project_, log, header->width(), rows.cells(), &rows,
                      {codes_, logs_, diagnostics_});
    while (scanner.position() < text.size()) {
      log.rows += reader.read(scanner, scanner.position() + sharing_.block_bytes);
      content.release(position_in_file(content, scanner.position(), text.size()));
    }
    rows.report();
    return true;
  }

  /// About where in a file a position is in its text of `whole` bytes, be it decoded.
  static std::size_t position_in_file(const FileContent& content, std::size_t position,
                                      std::size_t whole) {
    const std::size_t size = content.bytes().size();
    return size / whole * position + size % whole * position / whole;
  }

  void set_unread(const DataFile& declared) { logs_.set_unread(declared); }

  using Listed = std::tuple<LogKind, std::string, std::string>;  // of which file which sheet

  const Project& project_;
  const std::string& folder_;
  const Outside outside_;
  const Files& files_;
  SourceSet& sources_;
  Codes& codes_;
  Logs& logs_;
  Diagnostics& diagnostics_;
  const Sharing sharing_;
  std::map<Listed, bool> listed_;  // whether it is reported as listed twice
  PresetPersons preset_persons_;
  bool is_deceived_ = false;  // by the beginning of a log
};

}  // namespace

bool read_logs(const Project& project, const std::string& folder, Outside outside,
               const Files& files, SourceSet& sources, Codes& codes, Logs& logs,
               Diagnostics& diagnostics, const Sharing& sharing) {
  LogsReader reader(project, folder, outside, files, sources, codes, logs, diagnostics, sharing);
  const bool is_good = reader.read_all();
  codes.close();
  return is_good;
}

}  // namespace euproj
