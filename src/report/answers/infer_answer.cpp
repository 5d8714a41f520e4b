#include "euproj/report/infer_answer.hpp"

#include <algorithm>

#include "euproj/words/texts.hpp"
#include "report/parts/typed_table.hpp"

namespace euproj {
namespace {

using parts::Words;

/// A part without a name has a number.
std::string label(const Words& words, const std::string& name) {
  const bool number = name.find_first_not_of("0123456789") == std::string::npos;
  return number ? words(Text::infer_part, {name}) : name;
}

std::string percent_text(const Rate& rate) { return rate.percent_text() + " %"; }

std::string roundings(const ReproducingRate& found, const std::string& between) {
  std::string list;
  for (const Rounding rounding : found.roundings) {
    list += (list.empty() ? "" : between) + std::string(rounding_word(rounding));
  }
  return list;
}

/// "eu 85 % (down), state 8 % (half_up), the remainder goes to own"
std::string rule_text(const Words& words, const InferAnswer& answer, std::size_t remainder) {
  std::string rates;
  for (std::size_t i = 0; i < answer.names.size(); ++i) {
    const auto& found = answer.split.parts[i].found;
    if (i == remainder || !found) continue;
    rates +=
        (rates.empty() ? "" : ", ") +
        words(Text::infer_rule_part, {label(words, answer.names[i]), found->rate.percent_text(),
                                      roundings(*found, words(Text::infer_or))});
  }
  const bool of_a_part = remainder < answer.names.size();
  return words(Text::infer_rule,
               {rates.empty() ? "–" : rates,
                of_a_part ? label(words, answer.names[remainder]) : words(Text::infer_rest)});
}

/// How far each part is away, and what may be wrong.
void add_distances(const Words& words, const InferAnswer& answer, std::vector<std::string>& notes) {
  notes.push_back(words(Text::infer_none));
  std::string names;
  std::size_t away = 0;
  for (std::size_t i = 0; i < answer.names.size(); ++i) {
    const InferredPart& part = answer.split.parts[i];
    if (part.found) continue;
    ++away;
    const std::string name = label(words, answer.names[i]);
    names += (names.empty() ? "" : ", ") + name;
    const Money gap = part.nearest.away;
    notes.push_back(
        words(Text::infer_away, {name, (gap.is_negative() ? Money() - gap : gap).text(),
                                 part.nearest.rate.percent_text(), part.nearest.gives.text()}));
  }
  const TextOf<1> how = !answer.split.rest.is_zero() ? Text::infer_fixed_all
                        : away == 2                  ? Text::infer_fixed_one
                                                     : Text::infer_fixed_but_one;
  notes.push_back(words(how, {names}));
}

/// A line of the table of parts: one that was given, or the rest, of which only the amount is
/// known.
struct PartRow {
  std::string name;
  Money amount;
  Rate share;
  const InferredPart* part = nullptr;

  [[nodiscard]] const ReproducingRate* found() const {
    return part && part->found ? &*part->found : nullptr;
  }
  /// Where no rate gives the amount.
  [[nodiscard]] const NearestRate* nearest() const {
    return part && !part->found ? &part->nearest : nullptr;
  }
};

Table parts_table(const Words& words, const InferAnswer& answer) {
  parts::TypedTable<PartRow> table(words, "parts");
  table.title(Text::infer_parts);
  table.column("part", Text::infer_column_part, &PartRow::name);
  table.column("amount", Text::infer_column_amount, &PartRow::amount);
  table.column("share", Text::infer_column_share,
               [](const PartRow& row) { return percent_text(row.share); });
  const auto text_or_none = [](bool is_there, auto text) {
    return is_there ? parts::text_cell(text()) : parts::TextCell();
  };
  table.column("rate", Text::infer_column_rate, [text_or_none](const PartRow& row) {
    return text_or_none(row.found() != nullptr, [&] { return percent_text(row.found()->rate); });
  });
  table.column("roundings", Text::infer_column_roundings, [text_or_none](const PartRow& row) {
    return text_or_none(row.found() != nullptr, [&] { return roundings(*row.found(), ", "); });
  });
  const auto& all = answer.split.parts;
  if (std::any_of(all.begin(), all.end(), [](const InferredPart& part) { return !part.found; })) {
    table.column("nearest", Text::infer_column_nearest, [text_or_none](const PartRow& row) {
      return text_or_none(row.nearest() != nullptr,
                          [&] { return percent_text(row.nearest()->rate); });
    });
    table.column("gives", Text::infer_column_gives, [](const PartRow& row) {
      return row.nearest() ? std::optional(row.nearest()->gives) : std::nullopt;
    });
    table.column("away", Text::infer_column_away, [](const PartRow& row) {
      return row.nearest()
                 ? parts::MoneyCell(parts::ShownCell(row.nearest()->away, Tone::attention))
                 : parts::MoneyCell();
    });
  }
  const auto share = [&](Money amount) {
    return Rate::of(amount.minor_units(), answer.total.minor_units());
  };
  for (std::size_t i = 0; i < answer.names.size(); ++i) {
    table.row({label(words, answer.names[i]), all[i].amount, share(all[i].amount), &all[i]});
  }
  const Money rest = answer.split.rest;
  if (!rest.is_zero()) table.row({words(Text::infer_rest), rest, share(rest)});
  return table.take();
}

struct TallyRow {
  std::string label;
  RateTally tally;
};

Table rates_table(const Words& words, const InferredList& inferred) {
  parts::TypedTable<TallyRow> table(words, "rates");
  table.title(Text::infer_list_table);
  table.column("rate", Text::infer_column_rate, &TallyRow::label);
  const auto count = [&](std::string_view id, const parts::Heading& heading,
                         std::size_t RateTally::*member) {
    table.column(id, heading, [member](const TallyRow& row) {
      return static_cast<std::int64_t>(row.tally.*member);
    });
  };
  count("met", Text::infer_column_met, &RateTally::met);
  count("down", std::string_view("down"), &RateTally::down);
  count("half_up", std::string_view("half_up"), &RateTally::half_up);
  count("half_even", std::string_view("half_even"), &RateTally::half_even);
  count("up", std::string_view("up"), &RateTally::up);
  count("both", Text::infer_column_both, &RateTally::down_and_half_up);
  count("neither", Text::infer_column_neither, &RateTally::neither);
  RateTally sum;
  for (const RateTally& tally : inferred.rates) {
    sum += tally;
    table.row({percent_text(tally.rate), tally});
  }
  table.row({words(Text::row_total), sum}, RowRole::total);
  return table.take();
}

}  // namespace

Document build_inferred_split_document(const InferAnswer& answer, Language language) {
  const Words words(language);
  const InferredSplit& inferred = answer.split;
  DocumentSection section = parts::section_of("infer", words(Text::infer_verdict));
  // The last part is the one that usually takes the remainder.
  for (auto at = inferred.remainders.rbegin(); at != inferred.remainders.rend(); ++at) {
    section.notes.push_back(rule_text(words, answer, *at));
  }
  if (inferred.remainders.empty()) add_distances(words, answer, section.notes);
  for (std::size_t i = 0; i < inferred.parts.size(); ++i) {
    const auto& found = inferred.parts[i].found;
    if (!found || found->others == 0) continue;
    section.notes.push_back(words(Text::infer_other_rates,
                                  {label(words, answer.names[i]), std::to_string(found->others)}));
  }
  section.notes.push_back(words(Text::infer_grid));
  section.tables = {parts_table(words, answer)};
  Document document;
  document.language = language;
  document.title = words(Text::infer_title);
  document.subtitle = words(Text::infer_subtitle, {answer.total.text()});
  document.sections = {std::move(section)};
  return document;
}

Document build_inferred_list_document(const InferredList& inferred, std::size_t amounts,
                                      const std::vector<Skipped>& skipped, Language language) {
  const Words words(language);
  DocumentSection section = parts::section_of("infer", words(Text::infer_verdict));
  section.notes = {words(Text::infer_list_read,
                         {std::to_string(amounts), std::to_string(amounts - inferred.of_other_rate),
                          std::to_string(inferred.of_other_rate)}),
                   words(Text::infer_list_usual)};
  if (!skipped.empty()) section.notes.push_back(parts::skipped_text(skipped, words));
  section.tables = {rates_table(words, inferred)};
  Document document;
  document.language = language;
  document.title = words(Text::infer_list_title);
  document.sections = {std::move(section)};
  return document;
}

}  // namespace euproj
