#pragma once
// Codes: the words of a definition and its logs as small numbers, a table for each kind of word.
//
// Declared ids come first, in the order declared; the closed dictionaries of attributes have the
// codes below. Rows keep codes (see Interner), so no row keeps a text; those of a participation's
// attributes are AttributeCodes.

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "euproj/base/checked.hpp"
#include "euproj/base/code.hpp"
#include "euproj/base/interner.hpp"
#include "euproj/model/indicator.hpp"

namespace euproj {

/// The kinds of words, each with a table of its own; attributes of persons beside them.
#define EUPROJ_WORD_KINDS(KIND) \
  KIND(person_ids)              \
  KIND(other_ids)               \
  KIND(households)              \
  KIND(sessions)                \
  KIND(providers)               \
  KIND(forms)                   \
  KIND(tasks)                   \
  KIND(categories)              \
  KIND(claims)                  \
  KIND(outcomes)                \
  KIND(places)                  \
  KIND(evidences)               \
  KIND(documents)               \
  KIND(books)                   \
  KIND(issuers)                 \
  KIND(partners) KIND(sources) KIND(entity_ids) KIND(lump_sums) KIND(unit_costs) KIND(descriptions)

/// One Table for each kind of word: Codes themselves, or what becomes of codes.
template <typename Table>
struct CodeTables {
#define EUPROJ_WORD_KIND(kind) Table kind;
  EUPROJ_WORD_KINDS(EUPROJ_WORD_KIND)
#undef EUPROJ_WORD_KIND
  std::array<Table, attribute_count> attributes;

  [[nodiscard]] Table& attribute(Attribute which) {
    return attributes[static_cast<std::size_t>(which)];
  }
  [[nodiscard]] const Table& attribute(Attribute which) const {
    return attributes[static_cast<std::size_t>(which)];
  }
};

struct Codes : CodeTables<Interner> {
  Codes();  // the closed dictionaries are interned first, so that the constants below hold

  /// For a part of a log that is read beside others: see Interner::overlay.
  [[nodiscard]] static Codes overlay(const Codes& known);
  /// Takes in the words that only the overlays know, in their order; what the codes of each
  /// overlay's rows become. Kinds of words are shared out among threads, and `while_waiting` is
  /// done meanwhile.
  [[nodiscard]] std::vector<CodeTables<CodeRemap>> merge(
      std::span<const Codes* const> overlays, std::size_t threads,
      const std::function<void()>& while_waiting = [] {});
  /// All logs are read: see Interner::freeze.
  void freeze();
  /// Bytes of different words of one kind: see Interner::limit_to.
  void limit_to(std::size_t bytes);

  /// How many words of each kind there are, to forget those that come later.
  using Sizes = std::vector<std::size_t>;
  [[nodiscard]] Sizes sizes() const;
  void cut_to(const Sizes& sizes);

 private:
  struct Bare {};
  explicit Codes(Bare) {}
};

/// Codes of Attribute::sex, and of the yes/no attributes.
inline constexpr Code code_woman = 1;
inline constexpr Code code_man = 2;
inline constexpr Code code_yes = 1;
inline constexpr Code code_no = 2;
inline constexpr Code code_refused = 3;
/// Attribute::labour_status, in this order: unemployed, long_term_unemployed, inactive,
/// inactive_not_in_education, employed. Attribute::education: education_levels.
inline constexpr std::array<std::string_view, 5> labour_status_words = {
    "unemployed", "long_term_unemployed", "inactive", "inactive_not_in_education", "employed"};

/// ISCED levels, then the ranges that the central systems write instead of a level. A condition
/// holds for a range when it names the range, or every level of it.
inline constexpr std::array<std::string_view, 13> education_levels = {
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "0-2", "1-2", "3-4", "5-8"};

// Most attributes of a participation have a closed dictionary of a few words: a byte each, where
// there are millions of participations.

/// Of attributes whose words are not all known beforehand.
[[nodiscard]] constexpr bool has_open_words(Attribute which) {
  return which == Attribute::group || which == Attribute::citizenship ||
         which == Attribute::municipality || which == Attribute::ground;
}

class AttributeCodes {
 public:
  [[nodiscard]] Code operator[](Attribute which) const {
    return has_open_words(which) ? open_[place_of(which)] : closed_[place_of(which)];
  }
  void set(Attribute which, Code code) {
    if (has_open_words(which)) {
      open_[place_of(which)] = code;
    } else if (code <= UINT8_MAX) {
      closed_[place_of(which)] = static_cast<std::uint8_t>(code);
    } else {
      throw InternalError("a closed dictionary has no such word");
    }
  }
  // Of an attribute with open words, and of one with a closed dictionary.
  [[nodiscard]] Code& open(Attribute which) { return open_[place_of(which)]; }
  [[nodiscard]] std::uint8_t& closed(Attribute which) { return closed_[place_of(which)]; }

  friend bool operator==(const AttributeCodes&, const AttributeCodes&) = default;

 private:
  /// Of each attribute among the open or the closed ones.
  static constexpr std::array<std::size_t, attribute_count> places = [] {
    std::array<std::size_t, attribute_count> all{};
    std::size_t open = 0;
    std::size_t closed = 0;
    for (std::size_t i = 0; i < attribute_count; ++i) {
      all[i] = has_open_words(static_cast<Attribute>(i)) ? open++ : closed++;
    }
    return all;
  }();

  [[nodiscard]] static constexpr std::size_t place_of(Attribute which) {
    return places[static_cast<std::size_t>(which)];
  }

  std::array<Code, 4> open_{};
  std::array<std::uint8_t, attribute_count - 4> closed_{};
};

}  // namespace euproj
