#include "euproj/calc/overlap.hpp"

#include "euproj/calc/counting.hpp"

namespace euproj {

Overlap compute_overlap(const Dossier& dossier, Date day, std::size_t most) {
  Overlap overlap;
  const auto& indicators = dossier.project.indicators;
  for (std::size_t i = 0; i < indicators.size() && overlap.indicators.size() < most; ++i) {
    if (indicators[i].count == Count::persons) overlap.indicators.push_back(i);
  }
  const std::size_t size = overlap.indicators.size();
  overlap.persons.assign(size, std::vector<std::int64_t>(size));
  std::vector<std::size_t> counted;  // rows of the table in which the person stands
  for (const Person& person : dossier.people.persons) {
    counted.clear();
    for (std::size_t row = 0; row < size; ++row) {
      const Condition& where = indicators[overlap.indicators[row]].where;
      if (person_days(dossier, where, person).contains(day)) counted.push_back(row);
    }
    for (const std::size_t row : counted) {
      for (const std::size_t column : counted) ++overlap.persons[row][column];
    }
  }
  return overlap;
}

}  // namespace euproj
