#pragma once
// The closed dictionaries of the logs (schemas/README.md#the-logs) and how their words are
// compared.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/base/interner.hpp"
#include "euproj/core/pesel.hpp"
#include "euproj/model/columns.hpp"
#include "euproj/model/indicator.hpp"

namespace euproj {

/// Excel shows a number as text by an apostrophe, people group its digits by blanks
/// (src/read/README.md#spellings).
[[nodiscard]] std::string ungrouped_pesel(std::string_view text);

/// What identifies nobody, whatever its words: a text without a digit, or whose digits are all
/// zeros and which has no letter (`brak`, `n/d`, `paszport`, `000`). Not the empty text.
[[nodiscard]] bool identifies_nobody(std::string_view id);
/// Whether such a text is one of those that everybody writes, and so may be shown: others may be a
/// name.
[[nodiscard]] bool is_usual_filler(std::string_view text);

/// What two writings of one project number have in common: folded, without the suffix of an annex
/// (`-00`, `-01`). Empty: nothing to compare with.
[[nodiscard]] std::string project_key(std::string_view number);

[[nodiscard]] std::optional<Answer> answer_of(std::string_view text);
[[nodiscard]] std::optional<Sex> sex_of(std::string_view text);
[[nodiscard]] std::optional<PlaceKind> place_kind_of(std::string_view text);
[[nodiscard]] std::optional<EntityKind> entity_kind_of(std::string_view text);
[[nodiscard]] std::optional<EntitySize> entity_size_of(std::string_view text);
/// The words that a column of this type takes, where they are codes in the order of their codes
/// (see Codes); none for a type without a dictionary.
[[nodiscard]] std::span<const std::string_view> words_of(ColumnType type);
/// The same for who reads about them: the spellings of each meaning together.
[[nodiscard]] std::vector<std::vector<std::string_view>> spellings_of(ColumnType type);
/// Of a column with a closed dictionary; no_code when it is none of its words. Answer, Sex,
/// EntityKind and EntitySize have their own numbers as codes, PlaceKind numbers from 1.
[[nodiscard]] Code code_of_word(ColumnType type, std::string_view text);

}  // namespace euproj
