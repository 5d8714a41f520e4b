#pragma once
// PresetRun: a file of a central system with few columns, read from memory.

#include <string>

#include "support/log_run.hpp"

namespace euproj::testing {

struct PresetRun : LogRun {
  DataFile& add_preset(const std::string& preset, std::string bytes,
                       LogKind kind = LogKind::participants) {
    DataFile& file = add(kind, "s.csv", std::move(bytes));
    file.preset = preset;
    return file;
  }

  /// Without the warnings about columns that a short file has not.
  [[nodiscard]] std::vector<std::string> told(Language language = Language::english) {
    std::vector<std::string> lines;
    for (std::string& line : findings(language)) {
      if (line.find("[preset-lacks-column]") == std::string::npos) lines.push_back(std::move(line));
    }
    return lines;
  }

  [[nodiscard]] std::string attribute(std::size_t row, Attribute which) const {
    const ParticipantRow& person = logs.participants.at(row);
    return std::string(codes.attribute(which).text(person.attribute(which)));
  }
  [[nodiscard]] std::string form(std::size_t row) const {
    return std::string(codes.forms.text(logs.support[row].form));
  }
  [[nodiscard]] std::string id(std::size_t row) const {
    return std::string(codes.person_ids.text(logs.participants.at(row).person_id));
  }
};

}  // namespace euproj::testing
