#include "report/parts/words.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "euproj/base/format.hpp"
#include "euproj/model/logs.hpp"
#include "euproj/words/texts.hpp"
#include "euproj/words/units.hpp"

namespace euproj::parts {
namespace {

constexpr std::array<std::pair<std::string_view, FixedText>, 5> labour_words = {{
    {"unemployed", Text::labour_unemployed},
    {"long_term_unemployed", Text::labour_long_term_unemployed},
    {"inactive", Text::labour_inactive},
    {"inactive_not_in_education", Text::labour_inactive_not_in_education},
    {"employed", Text::labour_employed},
}};

constexpr std::array<FixedText, education_levels.size()> education_words = {
    Text::isced_0,   Text::isced_1,   Text::isced_2,   Text::isced_3, Text::isced_4,
    Text::isced_5,   Text::isced_6,   Text::isced_7,   Text::isced_8, Text::isced_0_2,
    Text::isced_1_2, Text::isced_3_4, Text::isced_5_8,
};

/// "18-29" -> "18–29 lat", "65+" -> "65 lat i więcej", "<18" -> "poniżej 18 lat".
std::string age_label(const Words& words, const std::string& key) {
  if (key.front() == '<') return words(Text::age_under, {key.substr(1)});
  if (key.back() == '+') return words(Text::age_from, {key.substr(0, key.size() - 1)});
  const std::size_t hyphen = key.find('-');
  if (hyphen == std::string::npos) return words(Text::age_band, {key});
  return words(Text::age_band, {key.substr(0, hyphen) + "–" + key.substr(hyphen + 1)});
}

FixedText money_of(SourceKind kind) {
  switch (kind) {
    case SourceKind::eu:
      return Text::source_eu;
    case SourceKind::state:
      return Text::source_state;
    case SourceKind::own:
      return Text::source_own;
    case SourceKind::private_funds:
      return Text::source_private;
    case SourceKind::other:
      return Text::source_other;
  }
  return Text::source_other;
}

}  // namespace

std::string Words::operator()(FixedText which) const { return std::string(text(which, language_)); }

std::string period_text(const Words& words, Period period) {
  return words(Text::period_span, {period.first.iso(), period.last.iso()});
}

std::string breakdown_label(const Words& words, Breakdown of, const BreakdownRow& row) {
  if (row.key.empty()) return words(Text::row_not_given);
  if (const std::string& name = row.name.in(words.language()); !name.empty()) return name;
  switch (of) {
    case Breakdown::age:
      return age_label(words, row.key);
    case Breakdown::labour_status:
      for (const auto& [word, label] : labour_words) {
        if (row.key == word) return words(label);
      }
      return row.key;
    case Breakdown::education:
      if (const auto level = education_text(row.key)) return words(*level);
      return row.key;
    case Breakdown::group:
      return row.key;
  }
  return row.key;
}

std::optional<FixedText> education_text(std::string_view level) {
  for (std::size_t i = 0; i < education_levels.size(); ++i) {
    if (level == education_levels[i]) return education_words[i];
  }
  return std::nullopt;
}

std::string source_kind_text(const Words& words, const SourceFigures& source) {
  if (!source.in_kind) return words(money_of(source.kind));
  if (source.kind == SourceKind::own) return words(Text::source_own_in_kind);
  return words(Text::source_in_kind, {words(money_of(source.kind))});
}

std::string source_label(const Words& words, const Figures& figures, const SourceFigures& source) {
  const auto called = [&](const SourceFigures& one) {
    const std::string& name = one.name.in(words.language());
    return name.empty() ? source_kind_text(words, one) : name;
  };
  const std::string label = called(source);
  const auto same = std::count_if(figures.sources.begin(), figures.sources.end(),
                                  [&](const SourceFigures& one) { return called(one) == label; });
  return same > 1 ? label + " (" + source.id + ")" : label;
}

std::string source_label(const Words& words, const Figures& figures, const std::string& id) {
  for (const SourceFigures& source : figures.sources) {
    if (source.id == id) return source_label(words, figures, source);
  }
  return id;
}

std::string share_text(const Words& words, const SourceFigures& source) {
  if (source.share.empty()) return words(Text::row_remainder);
  const std::size_t end = source.share.find(' ');  // of "85 %"
  const std::string number = grouped_number(source.share.substr(0, end), words.language());
  return end == std::string::npos ? number : number + source.share.substr(end);
}

std::string unit_label(const Words& words, const std::string& unit, const LocalText& forms) {
  if (words.language() == Language::polish || forms.english.empty()) return unit;
  return std::string(several_of_unit(forms.english));
}

std::string in_units(const Words& words, const std::string& number, const std::string& unit,
                     const LocalText& forms) {
  const std::string& its = forms.in(words.language());
  return with_unit(number, its.empty() ? std::string_view(unit) : its);
}

std::string in_quotes(const Words& words, std::string_view message) {
  std::string quoted;
  while (!message.empty()) {
    const std::size_t begin = message.find('`');
    const std::size_t end = begin == std::string_view::npos ? begin : message.find('`', begin + 1);
    if (end == std::string_view::npos) break;
    quoted += message.substr(0, begin);
    quoted += words(Text::quoted_word, {std::string(message.substr(begin + 1, end - begin - 1))});
    message.remove_prefix(end + 1);
  }
  return quoted.append(message);
}

std::vector<std::pair<std::string, std::string>> source_columns(const Figures& figures,
                                                                const Words& words) {
  std::vector<std::pair<std::string, std::string>> columns;
  for (const SourceFigures& source : figures.sources) {
    columns.emplace_back("source_" + source.id, source_label(words, figures, source));
  }
  return columns;
}

FixedText claim_status_text(Claim::Status status) {
  switch (status) {
    case Claim::Status::draft:
      return Text::claim_draft;
    case Claim::Status::submitted:
      return Text::claim_submitted;
    case Claim::Status::returned:
      return Text::claim_returned;
    case Claim::Status::rejected:
      return Text::claim_rejected;
    case Claim::Status::approved:
      return Text::claim_approved;
    case Claim::Status::paid:
      return Text::claim_paid;
  }
  return Text::claim_draft;
}

FixedText claim_kind_text(Claim::Kind kind) {
  switch (kind) {
    case Claim::Kind::advance:
      return Text::claim_kind_advance;
    case Claim::Kind::refund:
      return Text::claim_kind_refund;
    case Claim::Kind::settlement:
      return Text::claim_kind_settlement;
    case Claim::Kind::reporting:
      return Text::claim_kind_reporting;
    case Claim::Kind::final_claim:
      return Text::claim_kind_final;
  }
  return Text::claim_kind_refund;
}

FixedText waiting_text(Waiting state) {
  switch (state) {
    case Waiting::no_claim:
      return Text::waits_no_claim;
    case Waiting::later_claim:
      return Text::waits_later_claim;
    case Waiting::paid_outside:
      return Text::waits_paid_outside;
  }
  return Text::waits_no_claim;
}

std::string indicator_table(Indicator::Kind kind) {
  return kind == Indicator::Kind::output ? "outputs" : "results";
}

std::string comma_list(const std::vector<std::string>& items) {
  std::string list;
  for (const std::string& item : items) list += (list.empty() ? "" : ", ") + item;
  return list;
}

FixedText skip_reason_text(SkipReason reason) {
  switch (reason) {
    case SkipReason::above_header:
      return Text::skipped_above_header;
    case SkipReason::total:
      return Text::skipped_total;
    case SkipReason::below_total:
      return Text::skipped_below_total;
    case SkipReason::unnamed_column:
      return Text::skipped_unnamed_column;
    case SkipReason::no_amounts:
      break;
  }
  return Text::skipped_no_amounts;
}

std::string place_text(const Skipped& skipped) {
  return skipped.cell > 0 ? cell_name(skipped.line, skipped.cell) : std::to_string(skipped.line);
}

std::string skipped_text(const std::vector<Skipped>& skipped, const Words& words) {
  constexpr std::size_t most_named = 20;
  std::string text;
  for (const SkipReason reason :
       {SkipReason::above_header, SkipReason::total, SkipReason::below_total,
        SkipReason::no_amounts, SkipReason::unnamed_column}) {
    std::string places;
    std::size_t count = 0;
    for (const Skipped& one : skipped) {
      if (one.reason != reason || count++ >= most_named) continue;
      places += (places.empty() ? "" : ", ") + place_text(one);
    }
    if (count == 0) continue;
    if (count > most_named) {
      places += ", " + words(Text::skipped_more, {std::to_string(count - most_named)});
    }
    text += (text.empty() ? "" : "; ") + words(skip_reason_text(reason)) + ": " + places;
  }
  return words(Text::skipped_rows, {text});
}

}  // namespace euproj::parts
