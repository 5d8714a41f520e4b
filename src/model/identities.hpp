#pragma once
// Identities: which person_ids are one person (SPEC 4.2), a forest over their codes.
//
// Rows of one identity number are joined, then what the aliases join. The outcome does not depend
// on the order of the rows or of the aliases; only which of two rows is the earlier one does.

#include <compare>
#include <cstdint>
#include <unordered_map>
#include <vector>

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
  /// Reports contradictions and unknown aliases into `people`.
  Identities(const Logs& logs, People& people);

  [[nodiscard]] Code root(Code person_id);
  /// Above every code of a participant.
  [[nodiscard]] std::size_t end_of_codes() const { return parent_.size(); }

 private:
  /// A row and the number that says who it is.
  struct NumberedRow {
    std::uint64_t number = 0;
    std::uint32_t row = 0;
    friend auto operator<=>(const NumberedRow&, const NumberedRow&) = default;
  };

  void read_aliases();
  void read_numbers();
  void join_equal_numbers();
  [[nodiscard]] std::uint32_t first_row(std::uint64_t number) const;  // no_row when there is none
  void compare(std::vector<std::uint32_t>& first_rows, std::uint32_t at);
  void join_aliases();
  void note_unknown(const IdentityNumber& number, AliasCell cell);
  bool join(Code first_person_id, Code second_person_id);

  const Logs& logs_;
  People& people_;
  AliasForest aliases_;
  std::vector<Code> parent_;
  std::vector<std::uint32_t> pesel_row_;  // the first row of a person_id that has a PESEL
  std::vector<std::uint32_t> other_row_;
  std::vector<NumberedRow> first_rows_;  // by number, of those that repeat or that an alias names
};

}  // namespace euproj
