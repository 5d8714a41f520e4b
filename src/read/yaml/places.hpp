#pragma once
// Where a node of YAML stands in its text, and how much of the line it takes.
//
// The YAML library tells where a node begins, anchors and tags included, and nothing of its end.
// What to underline is found in the text itself and never leaves the line.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "euproj/base/source.hpp"

namespace euproj {

/// A byte of the text: its offset from 0, line and column from 1.
struct Spot {
  std::size_t offset = 0;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

class YamlPlaces {
 public:
  YamlPlaces(FileId file, std::string_view text) : file_(file), text_(text) {}

  [[nodiscard]] FileId file() const { return file_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] Spot spot(std::size_t offset) const;
  [[nodiscard]] Place place(Spot at, std::size_t length) const {
    return {file_, at.line, at.column, static_cast<std::uint32_t>(length)};
  }
  /// The character there, whole; the text is UTF-8.
  [[nodiscard]] std::string sign(Spot at) const;
  /// Up to the next blank, comma or closing bracket.
  [[nodiscard]] std::size_t word_length(std::size_t offset) const;

  /// Past anchors and tags, and comments behind them.
  [[nodiscard]] Spot content(Spot at) const;
  /// Nothing when it begins with a quote that is never closed.
  [[nodiscard]] std::optional<Place> scalar(Spot at, std::string_view value) const;
  /// Nothing when the null was not written but left blank.
  [[nodiscard]] std::optional<Place> written_null(Spot at) const;

  /// The text up to the bracket or value that, as far as the text alone tells, exceeds
  /// limits::yaml_depth or limits::yaml_nodes, and its brackets closed; none when nothing does.
  /// Quotes, comments and block texts are passed over, but a text without quotes that goes on on
  /// the next line is not known for one: what is found is a suspicion.
  [[nodiscard]] std::optional<std::string> enough_to_exceed_limits() const;

 private:
  FileId file_;
  std::string_view text_;
};

}  // namespace euproj
