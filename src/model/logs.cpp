#include "euproj/model/logs.hpp"

namespace euproj {
namespace {

constexpr std::array yes_no_attributes = {Attribute::disability, Attribute::foreign_background,
                                          Attribute::minority, Attribute::homeless,
                                          Attribute::disadvantaged};

}  // namespace

Codes::Codes() {
  for (const std::string_view word : {"K", "M"}) attribute(Attribute::sex).intern(word);
  for (const Attribute which : yes_no_attributes) {
    for (const std::string_view word : {"yes", "no", "refused"}) attribute(which).intern(word);
  }
  for (const std::string_view word : labour_status_words) {
    attribute(Attribute::labour_status).intern(word);
  }
  for (const std::string_view level : education_levels) {
    attribute(Attribute::education).intern(level);
  }
  for (const std::string_view word : {"1", "2", "3"}) attribute(Attribute::degurba).intern(word);
}

std::size_t useful_threads(const Logs& logs, std::size_t threads) {
  constexpr std::size_t few_rows = 10'000;
  const std::size_t rows = logs.participants.size() + logs.support.size() + logs.expenditures.size();
  return rows < few_rows ? 1 : threads;
}

Place Logs::place(Origin origin, Column column) const {
  Place place;
  place.file = origin.file;
  place.line = origin.line;
  for (const LogFile& file : files) {
    if (file.file == origin.file) place.cell = file.cells.at(static_cast<std::size_t>(column));
  }
  if (place.cell == 0) place.column = 1;  // the file has no such column: the row as a whole
  return place;
}

}  // namespace euproj
