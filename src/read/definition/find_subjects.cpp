#include "euproj/read/find_subjects.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "read/yaml/tree.hpp"

namespace euproj {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `u-17` stands for an id that may not be shown, and names a line.
bool is_hidden_id(std::string_view text) {
  return text.size() > 2 && text.starts_with("u-") &&
         std::all_of(text.begin() + 2, text.end(), is_digit);
}

bool is_number(std::string_view text) {
  return text.find_first_not_of("0123456789., -%:\u00A0") == std::string_view::npos;
}

/// Nothing of what looks like a PESEL.
std::string subject_of(std::string_view text) {
  std::string shown = shown_person_id(text, {});
  return shown == text ? shown : std::string();
}

/// What the rows of a log are of.
class RowSubjects {
 public:
  explicit RowSubjects(const Dossier& dossier) : codes_(dossier.codes), project_(dossier.project) {}

  [[nodiscard]] std::string_view of(const ParticipantRow& row) const {
    return word(codes_.person_ids, row.person_id);
  }
  [[nodiscard]] std::string_view of(const SupportRow& row) const {
    const std::string_view person = word(codes_.person_ids, row.person_id);
    return person.empty() ? word(codes_.sessions, row.session) : person;
  }
  [[nodiscard]] std::string_view of(const OutcomeRow& row) const {
    return word(codes_.person_ids, row.person_id);
  }
  [[nodiscard]] std::string_view of(const PlaceRow& row) const {
    return word(codes_.places, row.place);
  }
  [[nodiscard]] std::string_view of(const MeasurementRow& row) const {
    return indicator(row.indicator);
  }
  [[nodiscard]] std::string_view of(const ExpenditureRow& row) const {
    return word(codes_.documents, row.document);
  }
  [[nodiscard]] std::string_view of(const EntityRow& row) const {
    const std::string_view nip = word(codes_.issuers, row.nip);
    return nip.empty() ? word(codes_.entity_ids, row.other_id) : nip;
  }
  [[nodiscard]] std::string_view of(const DeclaredRow& row) const {
    return indicator(row.indicator);
  }
  [[nodiscard]] std::string_view of(const SettlementRow& row) const {
    return word(codes_.lump_sums, row.lump_sum);
  }
  [[nodiscard]] std::string_view of(const WaiverRow& row) const { return row.code; }

 private:
  static std::string_view word(const Interner& words, Code code) {
    return code == no_code ? std::string_view() : words.text(code);
  }
  [[nodiscard]] std::string_view indicator(std::size_t position) const {
    return position < project_.indicators.size() ? project_.indicators[position].id
                                                 : std::string_view();
  }

  const Codes& codes_;
  const Project& project_;
};

/// The findings of rows, by file and line: rows are asked for, which are far more, so a row that
/// nobody asks for costs one bit.
class AskedRows {
 public:
  AskedRows(const Logs& logs, const Project& project, Diagnostics& diagnostics) {
    for (Diagnostic& finding : diagnostics.all()) {
      const Place& place = finding.place;
      if (!finding.subject.empty() || place.file == no_file || place.line == 0) continue;
      const LogFile* const file = logs.file_of({place.line, place.file});
      if (file == nullptr) continue;
      std::vector<bool>& lines = lines_[place.file];
      if (lines.size() <= place.line) lines.resize(std::size_t{place.line} + 1);
      lines[place.line] = true;
      findings_.push_back(&finding);
      ask(file->kind);
      if (!project.data.at(file->entry).preset.empty()) {  // one row to several logs
        central_.insert(place.file);
        ask(LogKind::participants);
        ask(LogKind::support);
      }
    }
    std::sort(findings_.begin(), findings_.end(), [](const Diagnostic* a, const Diagnostic* b) {
      return key(a->place) < key(b->place);
    });
  }

  template <typename Rows>
  void look_at(const Rows& rows, const RowSubjects& subjects) {
    using Row = typename Rows::value_type;
    if (!asked_[static_cast<std::size_t>(Row::log)]) return;
    const std::vector<bool>* lines = nullptr;
    FileId of = no_file;
    for (std::size_t at = 0; at < rows.size(); ++at) {
      const auto& row = rows[at];
      if (row.origin.file != of) {
        of = row.origin.file;
        const auto found = lines_.find(of);
        lines = found == lines_.end() ? nullptr : &found->second;
      }
      if (lines == nullptr || row.origin.line >= lines->size() || !(*lines)[row.origin.line]) {
        continue;
      }
      take(row.origin, subjects.of(row));
    }
  }

 private:
  static std::pair<FileId, std::uint32_t> key(const Place& place) {
    return {place.file, place.line};
  }

  void ask(LogKind kind) { asked_[static_cast<std::size_t>(kind)] = true; }

  void take(Origin origin, std::string_view text) {
    const std::pair<FileId, std::uint32_t> row(origin.file, origin.line);
    const auto first = std::lower_bound(
        findings_.begin(), findings_.end(), row,
        [](const Diagnostic* finding, const auto& its) { return key(finding->place) < its; });
    for (auto at = first; at != findings_.end() && key((*at)->place) == row; ++at) {
      // Persons of a central system's file have no ids of their own.
      if (central_.contains(origin.file) && is_hidden_id(text)) continue;
      if ((*at)->subject.empty()) (*at)->subject = subject_of(text);
    }
  }

  std::map<FileId, std::vector<bool>> lines_;
  std::set<FileId> central_;
  std::vector<Diagnostic*> findings_;
  std::array<bool, log_kind_count> asked_{};
};

/// What stands where in a definition, in the order of its text.
class DefinitionSubjects {
 public:
  explicit DefinitionSubjects(const YamlNode& root) {
    add(root, {}, false);
    std::stable_sort(marks_.begin(), marks_.end(),
                     [](const Mark& a, const Mark& b) { return a.at < b.at; });
  }

  [[nodiscard]] std::string at(const Place& place) const {
    const auto after =
        std::upper_bound(marks_.begin(), marks_.end(), key(place),
                         [](const auto& its, const Mark& mark) { return its < mark.at; });
    return after == marks_.begin() ? std::string() : std::prev(after)->subject;
  }

 private:
  struct Mark {
    std::pair<std::uint32_t, std::uint32_t> at;  // line, column
    std::string subject;
  };

  static std::pair<std::uint32_t, std::uint32_t> key(const Place& place) {
    return {place.line, place.column};
  }

  /// `[2022-01-20]` of an item without an id that has a day.
  static std::string day_of(const YamlNode& item) {
    for (const std::string_view key : {"valid_from", "month", "date"}) {
      const YamlEntry* const day = item.find(key);
      if (day != nullptr && day->value.is_scalar()) return "[" + day->value.text + "]";
    }
    return {};
  }

  /// `within`: the id of the entry that the node is in, or the keys that lead to it.
  void add(const YamlNode& node, std::string within, bool is_in_entry) {
    const YamlEntry* const id = within == "project" ? nullptr : node.find("id");
    if (id != nullptr && id->value.is_scalar() && !id->value.text.empty()) {
      within = id->value.text;
      is_in_entry = true;
    }
    marks_.push_back({key(node.place), within});
    for (const YamlNode& item : node.items) {
      add(item, is_in_entry ? within : within + day_of(item), is_in_entry);
    }
    for (const YamlEntry& entry : node.entries) {
      // An entry's keys are not told: an indicator's target is the indicator's.
      std::string inner = is_in_entry || within.empty() ? within : within + ".";
      if (!is_in_entry) inner += entry.key.text;
      marks_.push_back({key(entry.key.place), inner});
      add(entry.value, std::move(inner), is_in_entry);
    }
  }

  std::vector<Mark> marks_;
};

void find_in_definition(const Dossier& dossier, const SourceSet& sources,
                        Diagnostics& diagnostics) {
  const FileId file = dossier.definition.file;
  const auto is_asked = [file](const Diagnostic& finding) {
    return finding.subject.empty() && finding.place.file == file && finding.place.line > 0;
  };
  std::vector<Diagnostic>& all = diagnostics.all();
  if (file == no_file || std::none_of(all.begin(), all.end(), is_asked)) return;
  Diagnostics reported_before;
  const auto root = read_yaml(file, sources.file(file).text, reported_before);
  if (!root) return;
  const DefinitionSubjects subjects(*root);
  for (Diagnostic& finding : all) {
    if (is_asked(finding)) finding.subject = subject_of(subjects.at(finding.place));
  }
}

std::string argument_of(const Message& message) {
  for (const MessageArgument& argument : message.arguments) {
    const bool is_word = argument.place.file == no_file && !is_number(argument.text);
    if (is_word) return is_hidden_id(argument.text) ? std::string() : subject_of(argument.text);
  }
  return {};
}

}  // namespace

void find_subjects(const Dossier& dossier, const SourceSet& sources, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  const RowSubjects subjects(dossier);
  AskedRows asked(logs, dossier.project, diagnostics);
  asked.look_at(logs.participants, subjects);
  asked.look_at(logs.support, subjects);
  asked.look_at(logs.outcomes, subjects);
  asked.look_at(logs.places, subjects);
  asked.look_at(logs.measurements, subjects);
  asked.look_at(logs.expenditures, subjects);
  asked.look_at(logs.entities, subjects);
  asked.look_at(logs.declarations, subjects);
  asked.look_at(logs.settlements, subjects);
  asked.look_at(logs.waivers, subjects);
  find_in_definition(dossier, sources, diagnostics);
  for (Diagnostic& finding : diagnostics.all()) {
    if (finding.subject.empty()) finding.subject = argument_of(finding);
  }
}

}  // namespace euproj
