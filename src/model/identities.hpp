#pragma once
// Identities: which person_ids are one person (src/calc/README.md#identity), a forest over their
// codes.
//
//   1. rows of one person_id      tested against what its earlier rows say; a later row that
//                                 contradicts is another person's and left out
//   2. rows of one number         (PESEL, other_id, technical id) joined, unless they contradict
//   3. numbers that an alias joins  the same
//
// Two persons are joined only when all that the rows of both say agrees, so a value that joins is
// tested against everything else. Which of two rows is the earlier one depends on the order of the
// rows; whether they contradict does not, and where nothing does neither do the persons.

#include <compare>
#include <cstdint>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "euproj/base/repeat_filter.hpp"
#include "euproj/model/people.hpp"

namespace euproj {

/// A set of things that are the same, by numbers that need not be known beforehand.
class AliasForest {
 public:
  void join(std::uint64_t a, std::uint64_t b);
  /// The number itself where no alias names it. Only good for comparing.
  [[nodiscard]] std::uint64_t root(std::uint64_t number);

 private:
  std::unordered_map<std::uint64_t, std::uint64_t> parent_;  // a number without one is a root
};

class Identities {
 public:
  /// Reports contradictions, rows left out and unknown aliases into `people`.
  Identities(const Logs& logs, People& people);

  [[nodiscard]] Code root(Code person_id);
  /// Above every code of a participant.
  [[nodiscard]] std::size_t end_of_codes() const { return parent_.size(); }

 private:
  static constexpr std::uint32_t no_row = 0xFFFFFFFF;

  /// A row and a number that says who it is.
  struct NumberedRow {
    std::uint64_t number = 0;
    std::uint32_t row = 0;
    friend auto operator<=>(const NumberedRow&, const NumberedRow&) = default;
  };
  /// What the rows of a person say of who it is: the first row that says each of it. They agree.
  struct Facts {
    std::uint32_t born = no_row;
    std::uint32_t age = no_row;  // a birth date reckoned from a declared age
    std::uint32_t sex = no_row;
    std::uint32_t technical_id = no_row;
    std::uint32_t pesel = no_row;
    std::uint32_t other_id = no_row;  // of a row without PESEL
  };
  struct Difference {
    Differences in;
    bool other_id = false;
    RowPair rows;  // the first that differ
  };

  void read_aliases();
  void read_person_ids();
  void compare_rows_of_ids();
  [[nodiscard]] RepeatFilter filter_of_numbers() const;
  void join_equal_numbers();
  void pair_rows(std::size_t begin, std::size_t end, std::vector<RowPair>& pairs) const;
  [[nodiscard]] JoinedBy shared_by(const RowPair& rows) const;
  [[nodiscard]] std::uint32_t first_row(std::uint64_t number) const;  // no_row when there is none
  void join_aliases();
  void note_unknown(const IdentityNumber& number, AliasCell cell);
  [[nodiscard]] bool is_left_out(std::uint32_t row) const;

  [[nodiscard]] Facts facts_in(std::uint32_t row) const;
  [[nodiscard]] Facts& facts_of(Code root);
  [[nodiscard]] Difference compare(const Facts& earlier, const Facts& later, JoinedBy by);
  bool join(RowPair rows, JoinedBy by);

  const Logs& logs_;
  People& people_;
  AliasForest aliases_;
  std::vector<Code> parent_;
  std::vector<std::uint32_t> row_of_id_;     // by code of person_id: the first
  std::vector<std::uint32_t> again_;         // rows of a person_id that is known already
  std::unordered_map<Code, Facts> facts_;    // by root, of persons of more than one row
  std::set<std::pair<Code, Code>> refused_;  // persons that were found to contradict each other
  std::vector<NumberedRow> first_rows_;  // by number, of those that repeat or that an alias names
};

}  // namespace euproj
