#pragma once
// CountAttacker: what the printed counts of a report say about the hidden ones.
//
// Knows the report's form and that zeros are printed, not the persons. Equations are reduced over
// a prime field (a count that they fix shows as a row of its own), and bounds of whole numbers are
// narrowed until nothing moves.

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "euproj/core/date.hpp"
#include "support/person_counts.hpp"

namespace euproj::testing {

class CountAttacker {
 public:
  explicit CountAttacker(const PersonCounts& shown) : shown_(shown) {
    for (const auto& [name, count] : shown_) {
      if (!count) unknown_.push_back(name);
    }
    low_.assign(unknown_.size(), 0);
    high_.assign(unknown_.size(), many);
    for (std::size_t i = 0; i < unknown_.size(); ++i) {
      const bool may_fall = unknown_[i].find(".period") != std::string::npos;
      low_[i] = may_fall ? -many : 1;  // a hidden count is not 0, or it would be printed
    }
    add_relations();
    narrow();
  }

  [[nodiscard]] std::size_t hidden() const { return unknown_.size(); }

  /// The hidden counts that have one value only.
  [[nodiscard]] std::vector<std::string> told() const {
    std::vector<std::string> names;
    const std::vector<bool> fixed = fixed_by_equations();
    for (std::size_t i = 0; i < unknown_.size(); ++i) {
      if (fixed[i] || low_[i] == high_[i]) names.push_back(unknown_[i]);
    }
    return names;
  }

 private:
  static constexpr std::int64_t many = 1'000'000;
  static constexpr std::int64_t prime = 2'147'483'647;

  struct Term {
    std::string name;
    std::int64_t factor = 1;
  };
  /// sum of factor x unknown, at least `low` and at most `high`
  struct Relation {
    std::vector<std::pair<std::size_t, std::int64_t>> terms;
    std::int64_t low = 0;
    std::int64_t high = 0;
  };

  [[nodiscard]] bool has(const std::string& name) const { return shown_.contains(name); }

  void add(const std::vector<Term>& terms, std::int64_t low, std::int64_t high) {
    Relation relation{{}, low, high};
    for (const Term& term : terms) {
      const auto found = shown_.find(term.name);
      if (found == shown_.end()) continue;
      if (found->second) {
        relation.low -= term.factor * *found->second;
        relation.high -= term.factor * *found->second;
      } else {
        const auto at = std::lower_bound(unknown_.begin(), unknown_.end(), term.name);
        relation.terms.emplace_back(at - unknown_.begin(), term.factor);
      }
    }
    if (!relation.terms.empty()) relations_.push_back(std::move(relation));
  }
  void equal(const std::vector<Term>& terms) { add(terms, 0, 0); }
  void at_most(const std::string& less, const std::string& more) {
    if (has(less) && has(more)) add({{more, 1}, {less, -1}}, 0, many);
  }

  void add_relations() {
    equal({{"people.T", 1}, {"people.active", -1}, {"people.exited", -1}});
    std::vector<std::string> values = {"people"};
    for (const auto& [name, count] : shown_) {
      for (const char* part : {".period.T", ".cumulative.T", ".supported.T"}) {
        if (name.ends_with(part)) values.push_back(name.substr(0, name.size() - 2));
      }
    }
    for (const std::string& value : values) {
      equal({{value + ".T", 1}, {value + ".W", -1}, {value + ".M", -1}});
      for (const char* sex : {".T", ".W", ".M"}) add_value(value, sex);
    }
    for (const char* table : {"by0.", "by1.", "by2.", "by3."}) {
      for (const char* sex : {".T", ".W", ".M"}) add_table(table, sex);
    }
    add_overlap();
    add_months();
  }

  void add_value(const std::string& value, const std::string& sex) {
    const bool persons = !value.starts_with("indicator.") || has("overlap.0.0");
    if (value.ends_with(".cumulative")) {
      const std::string stem = value.substr(0, value.size() - 11);
      add({{value + sex, 1}, {stem + ".period" + sex, -1}}, 0, many);  // the period before
      if (persons && !value.starts_with("indicator.")) at_most(value + sex, "people" + sex);
    } else if (value.ends_with(".supported")) {
      const std::string stem = value.substr(0, value.size() - 10);
      at_most(value + sex, "all.supported" + sex);
      at_most("all.supported" + sex, "people" + sex);
      at_most(stem + ".period" + sex, value + sex);
      at_most(value + sex, stem + ".cumulative" + sex);
    } else if (value.ends_with(".period") && !value.starts_with("indicator.") && has(value + sex)) {
      // Persons once begun stay: above 0, as it is not printed as 0.
      add({{value + sex, 1}}, 1, many);
    }
  }

  void add_table(const std::string& table, const std::string& sex) {
    std::vector<Term> rows = {{"people" + sex, 1}};
    for (const auto& [name, count] : shown_) {
      if (name.starts_with(table) && name.ends_with(".cumulative" + sex))
        rows.push_back({name, -1});
    }
    if (rows.size() > 1) equal(rows);
  }

  /// Rows and columns are indicators that count persons, in the order of their ids.
  void add_overlap() {
    for (std::size_t row = 0; has(cell(row, row)); ++row) {
      at_most(cell(row, row), "people.T");
      for (std::size_t column = 0; has(cell(row, column)); ++column) {
        equal({{cell(row, column), 1}, {cell(column, row), -1}});
        at_most(cell(row, column), cell(row, row));
        // Both together are not more than all.
        add({{"people.T", 1},
             {cell(row, row), -1},
             {cell(column, column), -1},
             {cell(row, column), 1}},
            0, many);
      }
    }
  }
  static std::string cell(std::size_t row, std::size_t column) {
    return "overlap." + std::to_string(row) + "." + std::to_string(column);
  }

  void add_months() {
    std::string before;
    for (const auto& [name, count] : shown_) {
      if (!name.starts_with("month.")) continue;
      if (!before.empty()) at_most(before, name);
      before = name;
    }
    if (!before.empty()) equal({{before, 1}, {"people.T", -1}});
  }

  void narrow() {
    for (bool moved = true; moved;) {
      moved = false;
      for (const Relation& relation : relations_) moved = narrow(relation) || moved;
    }
  }

  bool narrow(const Relation& relation) {
    bool moved = false;
    for (const auto& [wanted, factor] : relation.terms) {
      std::int64_t least = relation.low;
      std::int64_t most = relation.high;
      for (const auto& [other, times] : relation.terms) {
        if (other == wanted) continue;
        least -= times * (times > 0 ? high_[other] : low_[other]);
        most -= times * (times > 0 ? low_[other] : high_[other]);
      }
      if (factor < 0) {
        std::swap(least, most);
        least = -least;
        most = -most;
      }
      if (least > low_[wanted]) {
        low_[wanted] = least;
        moved = true;
      }
      if (most < high_[wanted]) {
        high_[wanted] = most;
        moved = true;
      }
    }
    return moved;
  }

  static std::int64_t power(std::int64_t base, std::int64_t exponent) {
    std::int64_t result = 1;
    for (; exponent > 0; exponent /= 2) {
      if (exponent % 2 == 1) result = result * base % prime;
      base = base * base % prime;
    }
    return result;
  }

  [[nodiscard]] std::vector<bool> fixed_by_equations() const {
    std::vector<std::vector<std::int64_t>> rows;
    for (const Relation& relation : relations_) {
      if (relation.low != relation.high) continue;
      auto& row = rows.emplace_back(unknown_.size());
      for (const auto& [at, factor] : relation.terms) {
        row[at] = ((row[at] + factor) % prime + prime) % prime;
      }
    }
    std::size_t done = 0;
    for (std::size_t column = 0; column < unknown_.size() && done < rows.size(); ++column) {
      const auto pivot = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(done), rows.end(),
                                      [&](const auto& row) { return row[column] != 0; });
      if (pivot == rows.end()) continue;
      std::swap(*pivot, rows[done]);
      const std::int64_t inverse = power(rows[done][column], prime - 2);
      for (std::int64_t& value : rows[done]) value = value * inverse % prime;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::int64_t times = rows[i][column];
        if (i == done || times == 0) continue;
        for (std::size_t k = 0; k < unknown_.size(); ++k) {
          rows[i][k] = (rows[i][k] + (prime - times) * rows[done][k]) % prime;
        }
      }
      ++done;
    }
    std::vector<bool> fixed(unknown_.size());
    for (std::size_t i = 0; i < done; ++i) {
      if (std::count(rows[i].begin(), rows[i].end(), 0) + 1 !=
          static_cast<std::ptrdiff_t>(unknown_.size())) {
        continue;
      }
      const auto only = std::find_if(rows[i].begin(), rows[i].end(), [](auto v) { return v != 0; });
      fixed[static_cast<std::size_t>(only - rows[i].begin())] = true;
    }
    return fixed;
  }

  const PersonCounts& shown_;
  std::vector<std::string> unknown_;  // in the order of the map
  std::vector<std::int64_t> low_;
  std::vector<std::int64_t> high_;
  std::vector<Relation> relations_;
};

}  // namespace euproj::testing
