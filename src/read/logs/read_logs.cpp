#include "euproj/read/read_logs.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>

#include "euproj/base/format.hpp"
#include "euproj/core/limits.hpp"
#include "euproj/model/people.hpp"
#include "euproj/words/file_faults.hpp"
#include "euproj/words/kinds.hpp"
#include "read/logs/choose_sheets.hpp"
#include "read/logs/dialect.hpp"
#include "read/logs/log_form.hpp"
#include "read/logs/log_text.hpp"
#include "read/logs/repeated_files.hpp"
#include "read/sheet/spreadsheet.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

constexpr std::size_t min_key_bytes = 16;  // bytes: PESELs are few enough to try them all

class LogsReader {
 public:
  LogsReader(const Project& project, const std::string& folder, Outside outside, const Files& files,
             SourceSet& sources, Codes& codes, Logs& logs, Diagnostics& diagnostics,
             const ReadOptions& options)
      : project_(project),
        folder_(folder),
        outside_(outside),
        files_(files),
        sources_(sources),
        codes_(codes),
        logs_(logs),
        diagnostics_(diagnostics),
        options_(options),
        names_(project) {}

  void read_all() {
    read_key();
    for (std::size_t entry = 0; entry < project_.data.size(); ++entry) {
      set_declared(project_.data[entry].kind);
      const std::optional<DataFile> declared = declared_by(project_, entry, diagnostics_);
      if (!declared) continue;
      if (!declared->preset.empty()) {
        set_declared(LogKind::participants);
        set_declared(LogKind::support);
      }
      read_files(entry, *declared);
    }
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

  void read_files(std::size_t entry, const DataFile& declared) {
    for (const std::string& path : paths_of(declared)) {
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

  /// The same file in two logs is another matter: one export may give both
  /// (src/read/README.md#twice).
  [[nodiscard]] bool is_repeated(const DataFile& declared, const std::string& opened) {
    const std::string identity = files_.identity(opened);
    const auto [earlier, is_new] = listed_.try_emplace(
        {declared.kind, list_of(declared.sheets), identity.empty() ? opened : identity}, false);
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
    const auto content =
        files_.read(key.pattern.starts_with('/') ? key.pattern : folder_ + key.pattern);
    if (!content) {
      report_unreadable(shown(key.pattern), content.reason(), key.place, diagnostics_);
      return;
    }
    std::string_view bytes = (*content)->bytes();
    while (bytes.ends_with('\n') || bytes.ends_with('\r')) bytes.remove_suffix(1);
    if (bytes.size() < min_key_bytes) {
      diagnostics_.report(Kind::key_too_short, key.place,
                          {shown(key.pattern), std::to_string(bytes.size())});
    }
    preset_persons_.use_key(std::string(bytes));
  }

  /// A list that was saved twice counts once, and that is an error: nobody knows which of the two
  /// was meant to say something else. Of a central system only the support is looked at; its
  /// persons are one row each however often they are given.
  void leave_out_copy(const DataFile& declared, const LogFile& log, const RowCounts& rows_before) {
    const LogKind kind = declared.preset.empty() ? declared.kind : LogKind::support;
    const auto original = copies_.find(logs_, codes_, kind, log.file, rows_before);
    if (!original) return;
    diagnostics_.report(Kind::file_repeats_another, {log.file, 0, 0},
                        {Place{*original}, std::to_string(log.rows)});
    LogsMark without = logs_.mark();
    without.rows.assign(rows_before.begin(), rows_before.end());
    logs_.cut_to(without);
  }

  /// A file that is open. A spreadsheet stays so until another file is read: several entries may
  /// name its sheets.
  struct OpenFile {
    std::string path;
    std::unique_ptr<FileContent> content;
    std::unique_ptr<Spreadsheet> spreadsheet;  // null: a text, or one that cannot be read
    std::string sha256;                        // of a spreadsheet
  };

  void read_file(std::size_t entry, const DataFile& declared, const std::string& opened) {
    if (file_.path != opened || file_.spreadsheet == nullptr) {
      file_ = {};
      auto content = files_.read(opened);
      if (!content) {
        set_unread(declared);
        report_unreadable(shown(relative(opened)), content.reason(), declared.place, diagnostics_);
        return;
      }
      file_ = {opened, std::move(content.value()), nullptr, {}};
    }
    LogFile log = new_log(entry, declared);
    if (file_.spreadsheet != nullptr || is_spreadsheet(file_.content->bytes())) {
      read_spreadsheet(declared, std::move(log));
    } else {
      read_text_log(declared, std::move(log));
    }
    if (!file_.content->is_unchanged()) {
      report_unreadable(shown(relative(opened)), FileFault::changed, declared.place, diagnostics_);
    }
    if (!is_named_again(entry)) file_.spreadsheet = nullptr;
  }

  /// Of the open file.
  [[nodiscard]] LogFile new_log(std::size_t entry, const DataFile& declared) {
    LogFile log;
    log.kind = declared.kind;
    log.entry = entry;
    log.file = sources_.add(relative(file_.path), file_.path);
    log.bytes = file_.content->bytes().size();
    log.cells.resize(column_count());
    return log;
  }

  [[nodiscard]] bool is_named_again(std::size_t entry) const {
    return std::any_of(
        project_.data.begin() + static_cast<std::ptrdiff_t>(entry) + 1, project_.data.end(),
        [&](const DataFile& later) { return later.pattern == project_.data[entry].pattern; });
  }

  void read_text_log(const DataFile& declared, LogFile log) {
    InputDigest digest(*file_.content);
    const RowCounts rows_before = count_rows(logs_);
    check_text_file(sources_.file(log.file).path, declared, log.file, diagnostics_);
    if (!read_text_file(*file_.content, declared, digest, log)) set_unread(declared);
    digest.consume_alone(log.bytes);
    log.sha256 = digest.sha256();
    log.is_utf8 = digest.is_utf8();
    leave_out_copy(declared, log, rows_before);
    logs_.files.push_back(std::move(log));
  }

  /// Each sheet is a file of its own in findings and in provenance.
  void read_spreadsheet(const DataFile& declared, LogFile log) {
    if (file_.spreadsheet == nullptr) {
      InputDigest digest(*file_.content);
      digest.stop_validating();
      digest.consume_alone(log.bytes);
      file_.sha256 = digest.sha256();
      file_.spreadsheet = Spreadsheet::open(file_.content->bytes(), log.file, diagnostics_);
    }
    log.sha256 = file_.sha256;
    std::vector<std::size_t> sheets;
    if (file_.spreadsheet != nullptr) {
      sheets =
          choose_sheets(*file_.spreadsheet, declared, *log_form(declared), log.file, diagnostics_);
    }
    if (sheets.empty()) {
      set_unread(declared);
      logs_.files.push_back(std::move(log));
      return;
    }
    bool is_first = true;
    for (const std::size_t sheet : sheets) {
      if (is_read_already(declared, sheet)) continue;
      if (sheets_.size() > limits::input_files) {
        diagnostics_.report(Kind::too_many_files, declared.place,
                            {std::to_string(limits::input_files)});
        return set_unread(declared);
      }
      LogFile of_sheet = is_first ? log : new_log(log.entry, declared);
      of_sheet.sha256 = file_.sha256;
      is_first = false;
      sources_.keep_sheet(of_sheet.file, shown(file_.spreadsheet->sheets()[sheet].name));
      const RowCounts rows_before = count_rows(logs_);
      const bool is_last = sheet == sheets.back() && !is_named_again(log.entry);
      if (!read_sheet(sheet, declared, is_last, of_sheet)) set_unread(declared);
      leave_out_copy(declared, of_sheet, rows_before);
      logs_.files.push_back(std::move(of_sheet));
    }
  }

  [[nodiscard]] bool is_read_already(const DataFile& declared, std::size_t sheet) {
    const std::string identity = files_.identity(file_.path);
    const bool is_new =
        sheets_.insert({declared.kind, identity.empty() ? file_.path : identity, sheet}).second;
    if (!is_new) {
      diagnostics_.report(Kind::file_listed_twice, declared.place, {shown(relative(file_.path))});
    }
    return !is_new;
  }

  /// A sheet is read as the text that it would be as CSV. False when nothing could be read.
  [[nodiscard]] bool read_sheet(std::size_t position, const DataFile& declared, bool is_last,
                                LogFile& log) {
    const auto sheet =
        file_.spreadsheet->read(position, Extent::all, declared, log.file, diagnostics_);
    file_.content->release(log.bytes);
    if (is_last) file_.spreadsheet = nullptr;  // its rows need the room of what its cells share
    if (!sheet) return false;
    const auto form = log_form(sheet->form);
    if (has_rows_in_one_cell(sheet->text, sheet->form, *form, log.file, diagnostics_)) return false;
    return read_text({nullptr, nullptr, sheet->text, true, sheet->form, *form}, log, diagnostics_);
  }

  /// A file that begins as UTF-8 is read as such while the rest is validated; when that is
  /// something else, what was read of it is forgotten, and it is read once more.
  [[nodiscard]] bool read_text_file(const FileContent& content, const DataFile& declared,
                                    InputDigest& digest, LogFile& log) {
    const std::string_view bytes = content.bytes();
    const auto form = log_form(declared);
    digest.consume_alone(form->can_be_forgotten() ? std::min(bytes.size(), options_.utf8_sample)
                                                  : bytes.size());
    const bool seems_utf8 = digest.is_utf8();
    // Only what is read as UTF-8 can be none after all.
    if (!seems_utf8 || declared.encoding.value_or(Encoding::utf8) != Encoding::utf8) {
      digest.stop_validating();
    }
    if (!digest.is_validating()) {
      return read_text({&content, &digest, bytes, seems_utf8, declared, *form}, log, diagnostics_);
    }
    const LogsMark logs_before = logs_.mark();
    const Codes::Sizes codes_before = codes_.sizes();
    const UnknownColumns told_before = told_;
    Diagnostics found(diagnostics_.warnings());
    const bool is_read = read_text({&content, &digest, bytes, true, declared, *form}, log, found);
    digest.consume_alone(bytes.size());
    if (digest.is_utf8()) {
      diagnostics_.append(std::move(found));
      return is_read;
    }
    logs_.cut_to(logs_before);
    codes_.cut_to(codes_before);
    told_ = told_before;
    log.skipped.clear();
    log.rows = 0;
    log.cells.assign(column_count(), 0);
    return read_text({&content, &digest, bytes, false, declared, *form}, log, diagnostics_);
  }

  /// What is read as text: a file, or the text of a sheet in it.
  struct LogText {
    const FileContent* content;  // null for a sheet, as the digest is
    InputDigest* digest;
    std::string_view bytes;
    bool is_utf8;
    const DataFile& declared;
    const LogForm& form;
  };

  /// False when something of the file could not be read.
  [[nodiscard]] bool read_text(const LogText& given, LogFile& log, Diagnostics& diagnostics) {
    try {
      return read_header_and_rows(given, log, diagnostics);
    } catch (const TooMuchText&) {  // the rows before are there
      diagnostics.report(Kind::too_much_text, {log.file, 0, 0},
                         {std::to_string(options_.max_text_bytes >> 20U)});
      return false;
    }
  }

  [[nodiscard]] bool read_header_and_rows(const LogText& given, LogFile& log,
                                          Diagnostics& diagnostics) {
    std::string storage;
    const auto text =
        decode_log(given.bytes, given.is_utf8, given.declared, log.file, storage, diagnostics);
    if (!text) return false;
    Diagnostics unfound(diagnostics.warnings());
    const auto layout = find_layout(*text, given.declared, given.form, log.file, unfound);
    if ((!layout || !layout->start.is_whole) && is_wide(*text, given.declared, log, diagnostics)) {
      return false;
    }
    diagnostics.append(std::move(unfound));
    if (!layout) return false;
    CsvScanner scanner(*text, layout->delimiter);
    scanner.skip_to(layout->start.position, layout->start.line);
    if (!scanner.next()) return false;  // find_layout has met a header
    log.skipped = layout->start.above;
    const auto in_file = [&](std::size_t position) {
      return position_in_file(*given.content, position, text->size());
    };
    const auto while_waiting = [&](std::size_t position) {
      if (given.digest != nullptr) given.digest->consume(in_file(position));
    };
    const auto go_on = [&](std::size_t position) {
      if (given.content == nullptr) return true;
      given.content->release(in_file(position));
      return !given.is_utf8 || given.digest->is_utf8();
    };
    const InputFile& source = sources_.file(log.file);
    const std::string title = source.path + (source.sheet.empty() ? "" : " " + source.sheet);
    return given.form.read(scanner, *layout,
                           {project_,
                            given.declared,
                            options_,
                            log,
                            {codes_, logs_, diagnostics},
                            preset_persons_,
                            told_,
                            names_,
                            title,
                            {while_waiting, go_on}});
  }

  /// Whether support that is declared as rows is an attendance list, which is reported.
  [[nodiscard]] bool is_wide(std::string_view text, const DataFile& declared, const LogFile& log,
                             Diagnostics& diagnostics) const {
    if (log.kind != LogKind::support || declared.wide || !declared.preset.empty()) return false;
    for (const char delimiter : {';', ',', '\t'}) {
      const auto guess = guess_wide(text, delimiter, declared, project_);
      if (!guess) continue;
      diagnostics.report(Kind::wide_sheet, {log.file, guess->line, 1},
                         {std::to_string(guess->meetings), guess->block});
      return true;
    }
    return false;
  }

  /// About where in a file a position is in its text of `total` bytes, be it decoded.
  static std::size_t position_in_file(const FileContent& content, std::size_t position,
                                      std::size_t total) {
    const std::size_t size = content.bytes().size();
    return size / total * position + size % total * position / total;
  }

  void set_declared(LogKind log) { logs_.declared[static_cast<std::size_t>(log)] = true; }
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
  const ReadOptions options_;
  std::map<Listed, bool> listed_;  // whether it is reported as listed twice
  /// In which log, of which file: sheets by their position that are read.
  std::set<std::tuple<LogKind, std::string, std::size_t>> sheets_;
  OpenFile file_;
  PresetPersons preset_persons_;
  RepeatedFiles copies_;
  UnknownColumns told_;
  PersonNames names_;
};

}  // namespace

void read_logs(const Project& project, const std::string& folder, Outside outside,
               const Files& files, SourceSet& sources, Codes& codes, Logs& logs,
               Diagnostics& diagnostics, const ReadOptions& options) {
  codes.limit_to(options.max_text_bytes);
  LogsReader(project, folder, outside, files, sources, codes, logs, diagnostics, options)
      .read_all();
  join_meetings(project, codes, logs);
  codes.freeze();
}

}  // namespace euproj
