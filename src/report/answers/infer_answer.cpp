#include "euproj/report/infer_answer.hpp"

#include <algorithm>

#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

class InferText {
 public:
  explicit InferText(Language language) : language_(language) { document_.language = language; }

  Document split(const InferAnswer& answer) {
    document_.title = say(Text::infer_title);
    document_.subtitle = say(Text::infer_subtitle, {answer.total.text()});
    DocumentSection section = section_of("infer", Text::infer_verdict);
    const InferredSplit& inferred = answer.split;
    // The last part is the one that usually takes the remainder.
    for (auto at = inferred.remainders.rbegin(); at != inferred.remainders.rend(); ++at) {
      section.notes.push_back(rule(answer, *at));
    }
    if (inferred.remainders.empty()) add_what_is_away(answer, section.notes);
    for (std::size_t i = 0; i < inferred.parts.size(); ++i) {
      const auto& found = inferred.parts[i].found;
      if (!found || found->others == 0) continue;
      section.notes.push_back(say(Text::infer_other_rates,
                                  {label(answer.names[i]), std::to_string(found->others)}));
    }
    section.notes.push_back(say(Text::infer_grid));
    section.tables = {parts_table(answer)};
    document_.sections = {std::move(section)};
    return std::move(document_);
  }

  Document list(const InferredList& inferred, std::size_t amounts) {
    document_.title = say(Text::infer_list_title);
    DocumentSection section = section_of("infer", Text::infer_verdict);
    section.notes = {
        say(Text::infer_list_read,
            {std::to_string(amounts), std::to_string(amounts - inferred.of_other_rate),
             std::to_string(inferred.of_other_rate)}),
        say(Text::infer_list_usual)};
    Table table;
    table.id = "rates";
    table.title = say(Text::infer_list_table);
    table.columns = {{"rate", say(Text::infer_column_rate), ColumnKind::text},
                     {"met", say(Text::infer_column_met), ColumnKind::count},
                     {"down", "down", ColumnKind::count},
                     {"half_up", "half_up", ColumnKind::count},
                     {"half_even", "half_even", ColumnKind::count},
                     {"up", "up", ColumnKind::count},
                     {"both", say(Text::infer_column_both), ColumnKind::count},
                     {"neither", say(Text::infer_column_neither), ColumnKind::count}};
    RateTally sum;
    for (const RateTally& tally : inferred.rates) {
      sum += tally;
      add_tally(table, tally.rate.percent_text() + " %", tally, RowRole::item);
    }
    add_tally(table, say(Text::row_total), sum, RowRole::total);
    section.tables = {std::move(table)};
    document_.sections = {std::move(section)};
    return std::move(document_);
  }

 private:
  std::string say(FixedText which) const { return std::string(text(which, language_)); }
  template <std::size_t count>
  std::string say(TextOf<count> which, const std::string (&values)[count]) const {
    return text(which, language_, values);
  }

  /// A part without a name has a number.
  std::string label(const std::string& name) const {
    const bool number = name.find_first_not_of("0123456789") == std::string::npos;
    return number ? say(Text::infer_part, {name}) : name;
  }

  DocumentSection section_of(std::string id, FixedText title) const {
    DocumentSection section;
    section.id = std::move(id);
    section.title = say(title);
    return section;
  }

  static void add_tally(Table& table, std::string label, const RateTally& tally, RowRole role) {
    TableRow row;
    row.role = role;
    row.cells.emplace_back(std::move(label));
    for (const std::size_t count : {tally.met, tally.down, tally.half_up, tally.half_even,
                                    tally.up, tally.down_and_half_up, tally.neither}) {
      row.cells.emplace_back(Quantity::whole(static_cast<std::int64_t>(count)));
    }
    table.rows.push_back(std::move(row));
  }

  std::string roundings(const ReproducingRate& found, const std::string& between) const {
    std::string words;
    for (const Rounding rounding : found.roundings) {
      words += (words.empty() ? "" : between) + std::string(rounding_word(rounding));
    }
    return words;
  }

  std::string rule(const InferAnswer& answer, std::size_t remainder) const {
    std::string rates;
    for (std::size_t i = 0; i < answer.names.size(); ++i) {
      const auto& found = answer.split.parts[i].found;
      if (i == remainder || !found) continue;
      rates += (rates.empty() ? "" : ", ") +
               say(Text::infer_rule_part, {label(answer.names[i]), found->rate.percent_text(),
                                           roundings(*found, say(Text::infer_or))});
    }
    return say(Text::infer_rule, {rates.empty() ? "–" : rates,
                                  remainder < answer.names.size()
                                      ? label(answer.names[remainder])
                                      : say(Text::infer_rest)});
  }

  void add_what_is_away(const InferAnswer& answer, std::vector<std::string>& notes) const {
    notes.push_back(say(Text::infer_none));
    std::string names;
    std::size_t away = 0;
    for (std::size_t i = 0; i < answer.names.size(); ++i) {
      const InferredPart& part = answer.split.parts[i];
      if (part.found) continue;
      ++away;
      names += (names.empty() ? "" : ", ") + label(answer.names[i]);
      const Money gap = part.nearest.away;
      notes.push_back(say(Text::infer_away,
                          {label(answer.names[i]), (gap.is_negative() ? Money() - gap : gap).text(),
                           part.nearest.rate.percent_text(), part.nearest.gives.text()}));
    }
    const TextOf<1> how = !answer.split.rest.is_zero() ? Text::infer_fixed_all
                     : away == 2                  ? Text::infer_fixed_one
                                                  : Text::infer_fixed_but_one;
    notes.push_back(say(how, {names}));
  }

  Table parts_table(const InferAnswer& answer) const {
    Table table;
    table.id = "parts";
    table.title = say(Text::infer_parts);
    table.columns = {{"part", say(Text::infer_column_part), ColumnKind::text},
                     {"amount", say(Text::infer_column_amount), ColumnKind::money},
                     {"share", say(Text::infer_column_share), ColumnKind::text},
                     {"rate", say(Text::infer_column_rate), ColumnKind::text},
                     {"roundings", say(Text::infer_column_roundings), ColumnKind::text},
                     {"nearest", say(Text::infer_column_nearest), ColumnKind::text},
                     {"gives", say(Text::infer_column_gives), ColumnKind::money},
                     {"away", say(Text::infer_column_away), ColumnKind::money}};
    const auto add = [&](const std::string& name, Money amount) -> TableRow& {
      TableRow row;
      row.cells = {Cell(name), Cell(amount),
                   Cell(Rate::of(amount.minor_units(), answer.total.minor_units()).percent_text() +
                        " %")};
      table.rows.push_back(std::move(row));
      return table.rows.back();
    };
    for (std::size_t i = 0; i < answer.names.size(); ++i) {
      const InferredPart& part = answer.split.parts[i];
      TableRow& row = add(label(answer.names[i]), part.amount);
      if (part.found) {
        row.cells.emplace_back(part.found->rate.percent_text() + " %");
        row.cells.emplace_back(roundings(*part.found, ", "));
      } else {
        row.cells.resize(5);
        row.cells.emplace_back(part.nearest.rate.percent_text() + " %");
        row.cells.emplace_back(part.nearest.gives);
        row.cells.emplace_back(part.nearest.away, Tone::attention);
      }
    }
    if (!answer.split.rest.is_zero()) add(say(Text::infer_rest), answer.split.rest);
    for (TableRow& row : table.rows) row.cells.resize(table.columns.size());
    const bool all_found =
        std::all_of(answer.split.parts.begin(), answer.split.parts.end(),
                    [](const InferredPart& part) { return part.found.has_value(); });
    if (all_found) {
      constexpr std::size_t without_nearest = 5;
      table.columns.resize(without_nearest);
      for (TableRow& row : table.rows) row.cells.resize(without_nearest);
    }
    return table;
  }

  Language language_;
  Document document_;
};

}  // namespace

Document build_inferred_split_document(const InferAnswer& answer, Language language) {
  return InferText(language).split(answer);
}

Document build_inferred_list_document(const InferredList& inferred, std::size_t amounts, Language language) {
  return InferText(language).list(inferred, amounts);
}

}  // namespace euproj
