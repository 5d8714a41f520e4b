#include "euproj/words/located_message.hpp"

#include "euproj/words/texts.hpp"

namespace euproj {

std::string located_message(const Diagnostic& diagnostic, const SourceSet& sources,
                            Language language) {
  std::string message = diagnostic.message(language);
  const Place& place = diagnostic.place;
  if (place.file == no_file || place.line == 0) return message;
  const std::string& sheet = sources.file(place.file).sheet;
  if (sheet.empty()) return message;
  const bool is_cell = place.column > 0;
  const std::string where =
      is_cell ? cell_name(place.line, place.column) : std::to_string(place.line);
  return message + " " +
         fill(text(is_cell ? Text::in_sheet_cell : Text::in_sheet_row, language), {sheet, where});
}

}  // namespace euproj
