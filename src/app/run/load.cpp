#include "euproj/app/load.hpp"

#include <iterator>
#include <utility>

#include "euproj/base/sha256.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/check/checks.hpp"
#include "euproj/read/find_subjects.hpp"
#include "euproj/read/locate_cells.hpp"
#include "euproj/read/read_project.hpp"
#include "euproj/read/read_seals.hpp"
#include "euproj/words/file_faults.hpp"
#include "euproj/words/kinds.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

/// The definition's text into the source set; false when there is none.
bool read_definition(const std::string& path, const Files& files, Loaded& loaded) {
  const FileId file = loaded.sources.add(path.substr(folder_of(path).size()), path);
  const auto content = files.read(path);
  if (!content) {
    report_unreadable(path, content.reason(), {file}, loaded.diagnostics);
    return false;
  }
  const std::string_view bytes = content.value()->bytes();
  // Without the byte order mark: columns and carets count from what a person sees.
  loaded.sources.keep_text(file, std::string(without_bom(bytes)));
  loaded.dossier.definition.file = file;
  loaded.dossier.definition.bytes = bytes.size();
  loaded.dossier.definition.sha256 = sha256(bytes);
  return true;
}

/// A catalogue named by a definition, relative to its folder, with the text of its own.
std::optional<OpenedCatalogue> open_catalogue(const std::string& definition,
                                              const std::string& named, Place place,
                                              const Files& files, Outside outside,
                                              SourceSet& sources, Diagnostics& diagnostics) {
  const std::string folder = folder_of(definition);
  const std::string path = named.starts_with('/') ? named : folder + named;
  if (outside == Outside::refused && !files.is_inside(path, folder)) {
    diagnostics.report(Kind::outside_project, place, {named});
    return std::nullopt;
  }
  const auto content = files.read(path);
  if (!content) {
    report_unreadable(named, content.reason(), place, diagnostics);
    return std::nullopt;
  }
  const std::string_view bytes = content.value()->bytes();
  const FileId file = sources.add(named, path);
  sources.keep_text(file, std::string(without_bom(bytes)));
  return OpenedCatalogue{file, sha256(bytes)};
}

}  // namespace

Loaded load_definition(const std::string& path, Diagnostics::Warnings warnings, const Files& files,
                       FindingsDay day, Outside outside) {
  Loaded loaded(warnings);
  Dossier& dossier = loaded.dossier;
  dossier.day = day;
  if (read_definition(path, files, loaded)) {
    const auto open = [&](const std::string& named, Place place, Diagnostics& diagnostics) {
      return open_catalogue(path, named, place, files, outside, loaded.sources, diagnostics);
    };
    auto project = read_project(dossier.definition.file, loaded.sources, dossier.codes,
                                loaded.diagnostics, open);
    if (project) {
      loaded.has_project = true;
      dossier.project = std::move(*project);
      check_definition(dossier.project, day, loaded.diagnostics);
    }
  }
  loaded.diagnostics.sort();
  return loaded;
}

void load_logs(const std::string& path, const Files& files, Outside outside, Loaded& loaded,
               std::size_t threads) {
  Dossier& dossier = loaded.dossier;
  if (!loaded.has_project) return find_subjects(dossier, loaded.sources, loaded.diagnostics);
  read_logs(dossier.project, folder_of(path), outside, files, loaded.sources, dossier.codes,
            dossier.logs, loaded.diagnostics, {.threads = threads});
  read_seals(dossier.project, folder_of(path), outside, files, loaded.sources, dossier.seals,
             loaded.diagnostics, loaded.replaced_seal);
  dossier.people = group_people(dossier.logs, useful_threads(dossier.logs, threads));
  check_logs(dossier, loaded.diagnostics, useful_threads(dossier.logs, threads));
  locate_cells(dossier.logs, dossier.project, files, loaded.sources, loaded.diagnostics);
  find_subjects(dossier, loaded.sources, loaded.diagnostics);
  loaded.diagnostics.sort();
}

void add_findings(Diagnostics found, const Files& files, Loaded& loaded) {
  if (found.all().empty()) return;
  locate_cells(loaded.dossier.logs, loaded.dossier.project, files, loaded.sources, found);
  find_subjects(loaded.dossier, loaded.sources, found);
  loaded.diagnostics.append(std::move(found));
  loaded.diagnostics.sort();
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

std::string fault_text(FileFault fault, Language language) {
  FixedText which = Text::fault_other;
  switch (fault) {
    case FileFault::not_found:
      which = Text::fault_not_found;
      break;
    case FileFault::is_a_folder:
      which = Text::fault_is_a_folder;
      break;
    case FileFault::not_a_file:
      which = Text::fault_not_a_file;
      break;
    case FileFault::no_permission:
      which = Text::fault_no_permission;
      break;
    case FileFault::no_space:
      which = Text::fault_no_space;
      break;
    case FileFault::too_large:
      which = Text::fault_too_large;
      break;
    case FileFault::changed:
      which = Text::fault_changed;
      break;
    case FileFault::other:
      break;
  }
  return std::string(text(which, language));
}

void take_waived(Loaded& loaded, Date day) {
  std::vector<WaivedFinding> taken = take_waived(loaded.dossier.logs, day, loaded.diagnostics);
  loaded.waived.insert(loaded.waived.end(), std::move_iterator(taken.begin()),
                       std::move_iterator(taken.end()));
}

void finish_waivers(Loaded& loaded, Date day, const Files& files) {
  const Logs& logs = loaded.dossier.logs;
  if (logs.waivers.empty()) return;
  take_waived(loaded, day);
  Diagnostics found(loaded.diagnostics.warnings());
  check_expired_waivers(logs, day, found);
  check_unused_waivers(logs, day, loaded.waived, loaded.diagnostics, found);
  add_findings(std::move(found), files, loaded);
}

Date waiver_day(const Loaded& loaded) {
  const FindingsDay& day = loaded.dossier.day;
  return day.asked.value_or(day.today);
}

}  // namespace euproj
