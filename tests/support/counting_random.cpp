// Random small logs: few words and few days, so that everything meets everything.

#include "support/counting_words.hpp"
#include "support/random.hpp"
#include "support/slow_calendar.hpp"

namespace euproj::testing {
namespace {

/// Born so that an age limit is reached within days of the range, 29 February included.
int random_birth(Random& random, int around) {
  const int years = random.pick(std::vector<int>{17, 18, 25, 30});
  const SlowDay day = slow_days().at(static_cast<std::size_t>(around));
  if (random.chance(20)) return slow_position({1996, 2, 29});
  return slow_position(slow_plus_months(day, -12 * years)) + random.number(-6, 12);
}

class Maker {
 public:
  Maker(std::uint64_t seed, DayRange range) : random_(seed), range_(range) {}

  PlainLogs make() {
    logs_.has_support = random_.chance(85);
    const int people = random_.number(1, 6);
    for (int number = 1; number <= people; ++number) add_person(number);
    // Rows stand in any order; re-entries may stand before first entries.
    random_.shuffle(logs_.participants);
    if (logs_.has_support) add_headcount();
    random_.shuffle(logs_.support);
    random_.shuffle(logs_.outcomes);
    add_places();
    add_indicators();
    return logs_;
  }

 private:
  int day(int from, int to) { return range_.first + random_.number(from, to); }

  void add_person(int number) {
    PlainParticipant row;
    row.person_id = "U-" + std::to_string(number);
    if (random_.chance(40)) row.pesel = 90'000'000'000u + static_cast<std::uint64_t>(number);
    if (random_.chance(40)) row.other_id = "P" + std::to_string(number);
    row.born = random_birth(random_, range_.first);
    if (random_.chance(80)) row.household = "R-" + std::to_string(random_.number(1, 3));
    if (random_.chance(95)) row.attributes[Attribute::sex] = random_.chance(60) ? "K" : "M";
    if (random_.chance(80)) row.attributes[Attribute::group] = random_.pick(group_words);
    if (random_.chance(80)) row.attributes[Attribute::labour_status] = random_.pick(status_words);
    if (random_.chance(85)) row.attributes[Attribute::education] = "3";

    const int entry = day(-3, range_.count / 2);
    const bool blank_entry = logs_.has_support && random_.chance(15);
    if (!blank_entry) row.entry = entry;
    add_exit(row, entry);
    logs_.participants.push_back(row);
    std::vector<std::string> person_ids = {row.person_id};
    if (!blank_entry) add_reentries(row, person_ids);
    if (logs_.has_support) add_support(person_ids, entry);
    for (int rows = random_.number(0, 3); rows > 0; --rows) {
      logs_.outcomes.push_back(
          {random_.pick(person_ids), random_.pick(outcome_words), day(-3, range_.count + 2)});
    }
  }

  void add_exit(PlainParticipant& row, int entry) {
    row.exit.reset();
    row.completed.clear();
    if (random_.chance(30)) return;
    row.exit = entry + random_.number(0, range_.count / 2);
    if (random_.chance(80)) row.completed = random_.chance(60) ? "yes" : "no";
  }

  /// Each with an entry_date of its own; with other attributes, which count where the start lies in
  /// it; with another person_id where the identity still says who it is. The sex stays: else it
  /// would be another person.
  void add_reentries(PlainParticipant row, std::vector<std::string>& person_ids) {
    int entry = *row.entry;
    for (int times = random_.chance(40) ? random_.number(1, 2) : 0; times > 0; --times) {
      entry += random_.number(1, range_.count / 3);
      row.entry = entry;
      row.household = "R-9";
      row.attributes[Attribute::group] = random_.pick(group_words);
      if ((row.pesel != 0 || !row.other_id.empty()) && random_.chance(30)) {
        row.person_id += "b";
        person_ids.push_back(row.person_id);
      }
      add_exit(row, entry);
      logs_.participants.push_back(row);
    }
  }

  void add_support(const std::vector<std::string>& person_ids, int entry) {
    for (int rows = random_.chance(10) ? 0 : random_.number(1, 6); rows > 0; --rows) {
      PlainSupport row;
      row.date = entry + random_.number(0, range_.count / 2);
      row.person_id = random_.pick(person_ids);
      row.form = random_.pick(form_words);
      if (random_.chance(60)) row.session = "S" + std::to_string(random_.number(1, 5));
      if (random_.chance(80)) row.hours = random_.number(0, 8) * 5'000;
      logs_.support.push_back(row);
      if (random_.chance(10)) logs_.support.push_back(row);  // typed twice
    }
  }

  void add_headcount() {
    for (int rows = random_.number(0, 3); rows > 0; --rows) {
      PlainSupport row;
      row.date = day(0, range_.count);
      row.form = random_.pick(form_words);
      row.headcount = random_.number(1, 20);
      if (random_.chance(50)) row.session = "S" + std::to_string(random_.number(1, 5));
      if (random_.chance(50)) row.hours = 15'000;
      logs_.support.push_back(row);
    }
  }

  void add_places() {
    for (int rows = random_.number(0, 3); rows > 0; --rows) {
      PlainPlace place;
      place.kind = random_.chance(50) ? PlaceKind::created : PlaceKind::supported;
      place.from = day(-2, range_.count);
      if (random_.chance(50)) place.to = place.from + random_.number(0, 15);
      place.capacity = random_.number(1, 5);
      logs_.places.push_back(place);
    }
  }

  void add_indicators() {
    const std::vector<Count> counts = {Count::persons,   Count::persons,  Count::households,
                                       Count::entries,   Count::sessions, Count::hours,
                                       Count::headcount, Count::places,   Count::measured};
    for (const Count count : counts) {
      PlainIndicator indicator;
      indicator.count = count;
      if (count == Count::places) {
        if (random_.chance(60)) indicator.where.place_kind = {PlaceKind::created};
        if (random_.chance(30)) {
          indicator.where.none.emplace_back().place_kind = {PlaceKind::supported};
        }
      } else if (count == Count::measured) {
        if (random_.chance(50)) indicator.take = Indicator::Take::last;
        add_measurements(logs_.indicators.size());
      } else if (random_.chance(90)) {
        indicator.where = random_condition(random_, 2);
      }
      const bool is_second = logs_.indicators.size() == 1;
      indicator.when_period = is_second && random_.chance(50);
      logs_.indicators.push_back(indicator);
    }
    PlainIndicator ratio;
    ratio.count = Count::ratio;
    ratio.numerator = static_cast<std::size_t>(random_.number(0, 8));
    ratio.denominator = static_cast<std::size_t>(random_.number(0, 8));
    logs_.indicators.push_back(ratio);
  }

  void add_measurements(std::size_t indicator) {
    const bool sexes = random_.chance(50);
    for (int rows = random_.number(0, 4); rows > 0; --rows) {
      PlainMeasurement row;
      row.indicator = indicator;
      row.date = day(-2, range_.count);
      row.value = random_.number(-20, 200) * 1'250;
      if (sexes) {
        row.women = random_.number(0, 100) * 1'250;
        row.men = row.value - *row.women;
      }
      logs_.measurements.push_back(row);
    }
  }

  Random random_;
  DayRange range_;
  PlainLogs logs_;
};

}  // namespace

PlainLogs random_logs(std::uint64_t seed, DayRange range) { return Maker(seed, range).make(); }

}  // namespace euproj::testing
