#pragma once
// Explained: an indicator, a lump sum, a unit cost, the story of a person, or several of them
// explained in one language, ready for text, JSON and CSV.
//
// No PESEL and no column marked personal unless `reveal` was asked for
// (src/report/README.md#privacy).

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "euproj/base/code.hpp"
#include "euproj/base/language.hpp"
#include "euproj/core/date.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/pesel.hpp"
#include "euproj/model/indicator.hpp"
#include "euproj/report/criterion_figures.hpp"
#include "euproj/words/names.hpp"

namespace euproj {

struct Document;
struct Dossier;
struct Reason;
class SourceSet;
using PersonIndex = std::uint32_t;  // as model/people.hpp says

struct ExplainedRow {
  std::string key;    // person_id, household_id, session_id, place_id, or FILE:LINE
  std::string pesel;  // of a person, with `reveal` only
  bool counted = false;
  Date since;  // unknown when it is not counted
  Quantity amount;
  Sex sex = Sex::unknown;  // of persons and participations
  std::string evidence;    // what proves it, as the rows name it: "umowa 3/2026, PUP"
  FixedText group{};       // of reasons, for lists
  std::string reason;
  std::vector<std::string> at;  // FILE:LINE, relative to the project's folder
};

/// A ratio is explained by its two parts.
struct RatioPart {
  std::string id;
  Count count{};
  Quantity value;
};

struct ExplainedIndicator {
  std::string id;
  std::string name;
  std::string unit;
  LocalText unit_forms;
  std::string rule;     // in words
  std::string defined;  // FILE:LINE
  std::string method;   // of a catalogue of one's own
  std::string source;
  Count count{};
  std::optional<Quantity> value;  // cumulative; none: a ratio over 0
  Target target;
  std::vector<ExplainedRow> rows;  // in file order
  std::optional<RatioPart> numerator;
  std::optional<RatioPart> denominator;
  std::vector<CriterionFigures> criterion = {};  // of a criterion: all persons, then each group
};

/// A row of a log that belongs to a person: its cells that may be shown, and where it stands.
struct StoryRow {
  std::vector<std::pair<std::string, std::string>>
      cells;  // canonical column, text as in schemas/README.md#the-logs
  std::string at;
};

struct PersonStory {
  std::string key;
  std::string pesel;                // with `reveal` only
  std::vector<std::string> ids;     // every person_id of this person
  Date start;                       // unknown: not begun
  std::optional<int> age;           // on that day
  StoryRow attributes;              // those that may be shown and are given
  std::vector<std::string> masked;  // columns that are given and not shown
  std::vector<StoryRow> participations;
  std::vector<StoryRow> support;
  std::vector<StoryRow> outcomes;
  std::vector<std::pair<std::string, ExplainedRow>> indicators;  // by indicator id
};

struct ExplainedRequirement {
  std::string indicator;  // id
  Count count{};
  Quantity at_least;
  std::optional<Quantity> value;    // none: a ratio over 0
  std::optional<Quantity> lacking;  // 0: it holds
};

struct ExplainedLumpSum {
  std::string id;
  std::string name;
  std::string defined;  // FILE:LINE
  std::string task;
  Money amount;
  Money eligible;                        // cumulative
  std::optional<Date> declared;          // known on the day
  std::vector<std::string> declared_at;  // FILE:LINE
  std::vector<ExplainedRequirement> requirements;
  std::vector<std::pair<Quantity, Money>> steps;  // of the last requirement
};

/// A unit, or what of a session or month is one.
struct ExplainedUnitRow {
  std::string key;  // person, session, or FILE:LINE
  Date day;
  Quantity units;
  Quantity paid;              // 0: above a maximum, or there is no rate
  std::optional<Money> rate;  // of its day
  std::string at;             // FILE:LINE
};

struct ExplainedUnitCost {
  std::string id;
  std::string name;
  std::string rule;     // in words
  std::string defined;  // FILE:LINE
  std::string task;
  Quantity units;  // paid
  Money eligible;  // cumulative
  Quantity unpaid_units;
  Money unpaid;
  std::vector<ExplainedUnitRow> rows;  // by day
};

struct Explained {
  std::string project_id;
  std::string title;
  Language language = Language::polish;
  Date day;
  bool complete = true;
  std::optional<ExplainedIndicator> indicator;
  std::optional<ExplainedLumpSum> lump_sum;
  std::optional<ExplainedUnitCost> unit_cost;
  std::optional<PersonStory> person;
};

struct ExplainRequest {
  std::optional<std::size_t> indicator;  // position in Project::indicators
  std::optional<Code> lump_sum;          // of Codes::lump_sums
  std::optional<Code> unit_cost;         // of Codes::unit_costs
  std::optional<PersonIndex> person;     // rows of this person only, and the person's story
  Date day;
  Language language = Language::polish;
  bool reveal = false;
};

/// At least one of indicator, lump sum, unit cost and person is asked for.
[[nodiscard]] Explained build_explained(const Dossier& dossier, const SourceSet& sources,
                                        const ExplainRequest& request);

[[nodiscard]] Document build_explained_document(const Explained& explained);

/// A reason in words.
[[nodiscard]] std::string build_reason_text(const Dossier& dossier, const Reason& reason,
                                            Language language);

}  // namespace euproj
