// Answers of single commands for scripts: split, its inference, diff, the catalogue, a kind of
// finding.

#include "euproj/render/render_answers.hpp"
#include "render/json/report.hpp"

namespace euproj {
namespace {

template <typename Write>
std::string answer_text(Write write) {
  return json_text(JsonLayout::indented,
                   [&](JsonWriter& json) { json.object([&] { write(json); }); });
}

std::string percent(Rate rate) { return rate.percent_text() + "%"; }

void write_inferred_part(JsonWriter& json, const std::string& name, const InferredPart& part) {
  json.field("name", name);
  json.field("amount", part.amount);
  if (part.found) {
    json.field("rate", percent(part.found->rate));
    json.array("roundings", part.found->roundings,
               [&](Rounding rounding) { json.value(rounding_word(rounding)); });
    json.field("other_rates", part.found->others);
    json.null_field("nearest");
    return;
  }
  json.null_field("rate");
  json.values("roundings", std::vector<std::string>());
  json.field("other_rates", 0);
  json.object("nearest", [&] {
    json.field("rate", percent(part.nearest.rate));
    json.field("gives", part.nearest.gives);
    json.field("away", part.nearest.away);
  });
}

void write_move(JsonWriter& json, const MoneyMove& move) {
  json.field("old", move.before);
  json.field("new", move.after);
  json.field("change", move.change());
}

void write_money_difference(JsonWriter& json, const MoneyDifference& money) {
  const auto move = [&](const char* key, const MoneyMove& of) {
    json.object(key, [&] { write_move(json, of); });
  };
  const auto moves = [&](const char* key, const std::vector<MoneyMove>& all) {
    json.objects(key, all, [&](const MoneyMove& each) {
      json.field("id", each.id);
      write_move(json, each);
    });
  };
  move("total", money.total);
  moves("tasks", money.tasks);
  move("indirect", money.indirect);
  move("rest", money.rest);
  moves("sources", money.sources);
}

const char* change_word(const DefinitionChange& change) {
  if (!change.before) return "added";
  return change.after ? "changed" : "removed";
}

/// null where the text does not apply.
void write_both(JsonWriter& json, const char* key, const LocalText& text) {
  if (text.polish.empty()) return json.null_field(key);
  json.object(key, [&] {
    json.field("pl", text.polish);
    json.field("en", text.english);
  });
}

}  // namespace

std::string render_split_json(const std::vector<SplitAnswer>& answers) {
  return answer_text([&](JsonWriter& json) {
    json.objects("splits", answers, [&](const SplitAnswer& answer) {
      json.field("amount", answer.amount);
      json.object("sources", [&] {
        for (const auto& [id, amount] : answer.sources) json.field(id, amount);
      });
    });
  });
}

std::string render_inferred_split_json(const InferAnswer& answer) {
  return answer_text([&](JsonWriter& json) {
    json.field("total", answer.total);
    json.field("explained", !answer.split.remainders.empty());
    std::size_t position = 0;
    json.objects("parts", answer.names, [&](const std::string& name) {
      write_inferred_part(json, name, answer.split.parts[position++]);
    });
    json.field("rest", answer.split.rest);
    json.array("remainders", answer.split.remainders, [&](std::size_t remainder) {
      remainder < answer.names.size() ? json.value(answer.names[remainder]) : json.value(nullptr);
    });
  });
}

std::string render_inferred_list_json(const InferredList& inferred, std::size_t amounts,
                                      const std::vector<Skipped>& skipped) {
  return answer_text([&](JsonWriter& json) {
    json.field("amounts", amounts);
    json.field("of_other_rate", inferred.of_other_rate);
    json.objects("rates", inferred.rates, [&](const RateTally& tally) {
      json.field("rate", percent(tally.rate));
      json.field("met", tally.met);
      json.field("down", tally.down);
      json.field("half_up", tally.half_up);
      json.field("half_even", tally.half_even);
      json.field("up", tally.up);
      json.field("down_and_half_up", tally.down_and_half_up);
      json.field("neither", tally.neither);
    });
    write_skipped(json, skipped);
  });
}

std::string render_finding_kind_json(const KindInfo& info, const std::string& page) {
  return answer_text([&](JsonWriter& json) {
    const auto both = [&](const char* key, const Bilingual& text) {
      json.object(key, [&] {
        json.field("pl", pattern_text(text.polish));
        json.field("en", pattern_text(text.english));
      });
    };
    json.field("code", info.code);
    json.field("severity", severity_word(info.severity));
    both("message", info.message);
    both("help", info.help);
    json.field("page", page);
  });
}

std::string render_difference_json(const DifferenceAnswer& answer) {
  return answer_text([&](JsonWriter& json) {
    json.objects("changes", answer.changes, [&](const DefinitionChange& change) {
      json.field("path", change.path);
      json.field("kind", change_word(change));
      json.field("old", change.before);
      json.field("new", change.after);
      json.field("change", change.change);
    });
    if (answer.money) {
      json.object("money", [&] { write_money_difference(json, *answer.money); });
    } else {
      json.null_field("money");
    }
  });
}

std::string render_figure_changes_json(const std::vector<FigureChange>& changes) {
  return answer_text([&](JsonWriter& json) {
    json.objects("figures", changes, [&](const FigureChange& change) {
      json.field("name", change.name);
      json.field("old", change.sealed);
      json.field("new", change.now);
      json.field("change", change.difference);
    });
  });
}

std::string render_catalogue_json(const std::vector<CatalogueEntry>& entries) {
  return answer_text([&](JsonWriter& json) {
    json.objects("catalogue", entries, [&](const CatalogueEntry& entry) {
      json.field("code", entry.code);
      write_both(json, "programme", entry.programme);
      json.field("kind", entry.kind == Indicator::Kind::output ? "output" : "result");
      json.field("unit", entry.unit);
      write_both(json, "name", entry.name);
      json.field("count", entry.is_counted() ? "persons" : "measured");
      json.text_or_null("where", entry.where);
      write_both(json, "reason", entry.reason);
      write_both(json, "derivation", entry.derivation);
      write_both(json, "source", entry.source);
      json.objects("certain", entry.certain, [&](const Certainty& certain) {
        json.field("of", certainty_words.at(static_cast<std::size_t>(certain.of)));
        json.field("mark", std::string(1, certain.mark));
        write_both(json, "by", certain.by);
      });
    });
  });
}

}  // namespace euproj
