#pragma once
// AliasOracle: which person_ids rows and aliases make one, slowly and from the rules
// (src/calc/README.md#counting).

#include <cstdint>
#include <numeric>
#include <set>
#include <string>
#include <vector>

namespace euproj::testing {

using Groups = std::set<std::set<std::string>>;

struct IdentityRow {
  std::string person_id;
  std::uint64_t pesel = 0;
  std::string other_id;
};
struct Alias {
  std::string identity;  // digits only: a PESEL
  std::string same_as;
};

/// Everything that is said to be one bears one label: spread the least label until nothing moves.
class AliasOracle {
 public:
  AliasOracle(const std::vector<IdentityRow>& rows, const std::vector<Alias>& aliases)
      : rows_(rows) {
    labels_.resize(rows.size());
    std::iota(labels_.begin(), labels_.end(), 0);
    for (bool moved = true; moved;) {
      moved = false;
      for (std::size_t a = 0; a < rows.size(); ++a) {
        for (std::size_t b = 0; b < rows.size(); ++b) {
          if (labels_[a] < labels_[b] && are_one(a, b, aliases)) {
            labels_[b] = labels_[a];
            moved = true;
          }
        }
      }
    }
  }

  [[nodiscard]] Groups groups() const {
    std::vector<std::set<std::string>> by_label(rows_.size());
    for (std::size_t at = 0; at < rows_.size(); ++at) {
      by_label[labels_[at]].insert(rows_[at].person_id);
    }
    Groups groups(by_label.begin(), by_label.end());
    groups.erase(std::set<std::string>());
    return groups;
  }

  static std::string number(const IdentityRow& row) {
    return row.pesel != 0 ? std::to_string(row.pesel) : row.other_id;
  }

  /// The numbers that one number reaches over aliases.
  static std::set<std::string> reached(const std::string& from, const std::vector<Alias>& aliases) {
    std::set<std::string> numbers = {from};
    for (std::size_t before = 0; before != numbers.size();) {
      before = numbers.size();
      for (const Alias& alias : aliases) {
        if (numbers.contains(alias.identity)) numbers.insert(alias.same_as);
        if (numbers.contains(alias.same_as)) numbers.insert(alias.identity);
      }
    }
    return numbers;
  }

 private:
  [[nodiscard]] bool are_one(std::size_t a, std::size_t b,
                             const std::vector<Alias>& aliases) const {
    if (rows_[a].person_id == rows_[b].person_id) return true;
    const std::string first = number(rows_[a]);
    const std::string second = number(rows_[b]);
    return !first.empty() && !second.empty() && reached(first, aliases).contains(second);
  }

  const std::vector<IdentityRow>& rows_;
  std::vector<std::size_t> labels_;
};

/// By the rules: two PESELs, or two other_ids in rows without one, that no alias joins.
inline std::set<std::string> contradicting(const std::vector<IdentityRow>& rows,
                                           const std::vector<Alias>& aliases) {
  std::set<std::string> named;
  for (const IdentityRow& a : rows) {
    for (const IdentityRow& b : rows) {
      if (a.person_id != b.person_id || (a.pesel == 0) != (b.pesel == 0)) continue;
      const std::string first = AliasOracle::number(a);
      const std::string second = AliasOracle::number(b);
      if (first.empty() || second.empty()) continue;
      if (!AliasOracle::reached(first, aliases).contains(second)) named.insert(a.person_id);
    }
  }
  return named;
}

inline std::set<std::string> nobodys(const std::vector<IdentityRow>& rows,
                                     const std::vector<Alias>& aliases) {
  std::set<std::string> numbers;
  for (const Alias& alias : aliases) numbers.insert({alias.identity, alias.same_as});
  for (const IdentityRow& row : rows) numbers.erase(AliasOracle::number(row));
  return numbers;
}

}  // namespace euproj::testing
