// Rows of `outcomes`: what a participant achieved, and when.

#include "read/logs/plain_readers.hpp"
#include "read/logs/row_readers.hpp"

namespace euproj {
namespace {

class PlainOutcomes : public PlainReader {
 public:
  PlainOutcomes(Codes& codes, Logs& logs) : codes_(codes), logs_(logs) {}

  void read(PlainCells& cells) override {
    cells.look_up(Column::outcomes_person_id, persons_, codes_.person_ids);
    cells.read_repeated(Column::outcomes_outcome, outcomes_, codes_.outcomes);
    cells.read(Column::outcomes_date, days_);
  }

  void push(const PlainCells& cells, std::size_t first, std::size_t end) override {
    for (std::size_t row = first; row < end; ++row) push(cells, row);
  }

 private:
  void push(const PlainCells& cells, std::size_t row) {
    logs_.outcomes.push_back({codes_.person_ids.intern(persons_[row]), outcomes_[row], days_[row],
                              cells.origin(row)});
  }

  Codes& codes_;
  Logs& logs_;
  ByRow<LookedUp> persons_;
  ByRow<Code> outcomes_;
  ByRow<Date> days_;
};

}  // namespace

std::unique_ptr<PlainReader> plain_outcomes(const Project&, Codes& codes, Logs& logs) {
  return std::make_unique<PlainOutcomes>(codes, logs);
}

void read_outcome(RowCells& cells, const Project&, Codes& codes, Logs& logs) {
  OutcomeRow row;
  row.origin = cells.origin();
  row.person_id = cells.interned(Column::outcomes_person_id, codes.person_ids);
  row.outcome = cells.repeated(Column::outcomes_outcome, codes.outcomes);
  row.date = cells.date(Column::outcomes_date);
  if (cells.ok()) logs.outcomes.push_back(row);
}

}  // namespace euproj
