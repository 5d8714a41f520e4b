#pragma once
// PresetDates: the days of a central system's file, in all the forms that its cells may have.
//
// 2025-03-10, 10.03.2025, 10-03-2025, 3/10/2025 and the day numbers of Excel, each perhaps with a
// time after a blank. What 3/10/2025 means is found once for the file: some day above 12 tells it,
// or the declared form, or the system's habit.

#include <string>
#include <string_view>

#include "read/central/header.hpp"
#include "read/csv/csv_scanner.hpp"

namespace euproj {

class PresetDates {
 public:
  PresetDates(const Preset& preset, const DataFile& declared, const PresetHeader& header);

  /// Looks at the dates of one row for what tells day and month apart.
  void learn(const CsvRow& row);
  /// The day as YYYY-MM-DD; what is no day, or leaves two open, in a form that the reader of logs
  /// reports as such.
  [[nodiscard]] std::string iso(std::string_view text) const;

 private:
  enum class Order { unknown, day_first, month_first, both };
  void learn(std::string_view text);

  const PresetHeader& header_;
  Order order_ = Order::unknown;
  bool declared_ = false;
  bool day_first_by_habit_ = false;
};

}  // namespace euproj
