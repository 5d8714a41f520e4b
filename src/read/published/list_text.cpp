#include "read/published/list_text.hpp"

#include "euproj/base/utf8.hpp"
#include "euproj/words/file_faults.hpp"
#include "read/logs/choose_sheets.hpp"
#include "read/logs/log_text.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

/// The first one in which the header is found.
std::optional<Sheet> read_sheet(std::string_view bytes, const HeaderNames& names,
                                const DataFile& declared, FileId file, Diagnostics& diagnostics) {
  const std::unique_ptr<Spreadsheet> opened = Spreadsheet::open(bytes, file, diagnostics);
  if (opened == nullptr) return std::nullopt;
  DataFile any = declared;
  any.sheets = {"all"};
  Diagnostics of_others;
  const std::vector<std::size_t> sheets = choose_sheets(*opened, any, names, file, of_others);
  return opened->read(sheets.front(), Extent::all, declared, file, diagnostics);
}

}  // namespace

std::unique_ptr<ListText> open_list(const std::string& path, const HeaderNames& names,
                                    const Files& files, SourceSet& sources,
                                    Diagnostics& diagnostics) {
  auto list = std::make_unique<ListText>();
  list->form.pattern = path;
  auto content = files.read(path);
  if (!content) {
    report_unreadable(shown(path), content.reason(), list->form.place, diagnostics);
    return nullptr;
  }
  list->content = std::move(content.value());
  list->file = sources.add(path, path);
  std::string_view bytes = list->content->bytes();
  if (is_spreadsheet(bytes)) {
    list->sheet = read_sheet(bytes, names, list->form, list->file, diagnostics);
    if (!list->sheet) return nullptr;
    sources.keep_sheet(list->file, shown(list->sheet->name));
    bytes = list->sheet->text;
    list->form = list->sheet->form;
  }
  const auto text = decode_log(bytes, is_all_utf8(*list->content), list->form, list->file,
                               list->storage, diagnostics);
  if (!text) return nullptr;
  list->text = *text;
  return list;
}

}  // namespace euproj
