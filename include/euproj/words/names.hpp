#pragma once
// Names of wordings that know how many arguments their wording takes.
//
// `Kind::claims_gap` (words/kinds.hpp) is a KindOf<5>: its message has the placeholders {0} to {4}.
// Who reports it gives a braced list of five texts; another number of them does not compile. The
// numbers are taken from the .def files by the build (write_names.cpp).

#include <compare>
#include <cstddef>
#include <cstdint>

namespace euproj {

/// A kind of finding, whatever its arguments. Kinds are 0 … kind_count() - 1, as in kinds.def.
class AnyKind {
 public:
  constexpr AnyKind() = default;
  explicit constexpr AnyKind(std::size_t number) : number_(static_cast<std::uint16_t>(number)) {}
  [[nodiscard]] constexpr std::size_t number() const { return number_; }

  friend constexpr auto operator<=>(const AnyKind&, const AnyKind&) = default;

 private:
  std::uint16_t number_ = 0;
};

/// A kind whose message and help take `argument_count` arguments together.
template <std::size_t argument_count>
class KindOf : public AnyKind {
 public:
  using AnyKind::AnyKind;
  static constexpr std::size_t arguments = argument_count;
};

/// A text of texts.def that takes `argument_count` arguments.
template <std::size_t argument_count>
class TextOf {
 public:
  constexpr TextOf() = default;
  explicit constexpr TextOf(std::size_t number) : number_(static_cast<std::uint16_t>(number)) {}
  [[nodiscard]] constexpr std::size_t number() const { return number_; }
  static constexpr std::size_t arguments = argument_count;

  friend constexpr auto operator<=>(const TextOf&, const TextOf&) = default;

 private:
  std::uint16_t number_ = 0;
};

/// A text that is said as it stands: a label, a heading, a note.
using FixedText = TextOf<0>;

}  // namespace euproj
