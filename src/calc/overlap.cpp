#include "euproj/calc/overlap.hpp"

#include "calc/person_ranges.hpp"
#include "euproj/base/parallel.hpp"
#include "euproj/calc/person_case.hpp"

namespace euproj {

Overlap compute_overlap(const Dossier& dossier, Date day, std::size_t most,
                        std::size_t threads) {
  using Table = std::vector<std::vector<std::int64_t>>;
  Overlap overlap;
  const auto& indicators = dossier.project.indicators;
  for (std::size_t i = 0; i < indicators.size() && overlap.indicators.size() < most; ++i) {
    if (indicators[i].count == Count::persons) overlap.indicators.push_back(i);
  }
  const std::size_t size = overlap.indicators.size();
  overlap.persons.assign(size, std::vector<std::int64_t>(size));
  const std::vector<PersonRange> ranges = person_ranges(dossier.people, threads);
  std::vector<Table> tables(ranges.size(), overlap.persons);
  for_each_in_parallel(ranges.size(), threads, [&](std::size_t range) {
    PersonCase of(dossier);
    std::vector<std::size_t> counted;  // rows of the table in which the person stands
    for (PersonIndex index = ranges[range].first; index < ranges[range].end; ++index) {
      of.read(&dossier.people.persons[index]);
      counted.clear();
      for (std::size_t row = 0; row < size; ++row) {
        const Condition& where = indicators[overlap.indicators[row]].where;
        if (person_days(of, where).contains(day)) counted.push_back(row);
      }
      for (const std::size_t row : counted) {
        for (const std::size_t column : counted) ++tables[range][row][column];
      }
    }
  });
  for (const Table& table : tables) {
    for (std::size_t row = 0; row < size; ++row) {
      for (std::size_t column = 0; column < size; ++column) {
        overlap.persons[row][column] += table[row][column];
      }
    }
  }
  return overlap;
}

}  // namespace euproj
