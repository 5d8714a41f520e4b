// The report of schemas/report.schema.json: a function an object, its members in the order printed
// there. Money and percentages are text with two decimals, counts integers; null stands where a
// value does not apply.

#include "render/json/report.hpp"

namespace euproj {
namespace {

std::string_view status_word(Claim::Status status) {
  return claim_status_words.at(static_cast<std::size_t>(status));
}

/// As the definition spells it (schemas/README.md#the-definition).
const char* kind_word(SourceKind kind) {
  switch (kind) {
    case SourceKind::eu:
      return "eu";
    case SourceKind::state:
      return "state";
    case SourceKind::own:
      return "own";
    case SourceKind::private_funds:
      return "private";
    case SourceKind::other:
      return "other";
  }
  return "other";
}

/// {"eu": "85.00", ..}: amounts by source, in the order of the sources.
void write_shares(JsonWriter& json, const Figures& figures, const std::vector<Money>& shares) {
  json.object("sources", [&] {
    for (std::size_t i = 0; i < shares.size(); ++i) json.field(figures.sources[i].id, shares[i]);
  });
}

void write_financing(JsonWriter& json, const Figures& figures) {
  json.field("currency", figures.currency);
  json.field("total", figures.total);
  json.objects("sources", figures.sources, [&](const SourceFigures& source) {
    json.field("id", source.id);
    json.field("kind", kind_word(source.kind));
    json.field("agreed", source.agreed);
    if (figures.costs_suppressed) {
      for (const char* key : {"period", "cumulative", "remaining"}) json.null_field(key);
    } else {
      json.field("period", source.period);
      json.field("cumulative", source.cumulative);
      json.field("remaining", source.remaining);
    }
    json.field("used_percent", source.used);
  });
}

void write_decision(JsonWriter& json, const Decision& decided) {
  json.field("date", decided.date);
  json.field("approved", decided.approved);
  json.objects("ineligible", decided.ineligible, [&](const IneligibleAmount& cut) {
    json.field("document", cut.document);
    json.field("amount", cut.amount);
    json.text_or_null("reason", cut.reason);
  });
}

void write_claims(JsonWriter& json, const Figures& figures) {
  json.objects("claims", figures.claims, [&](const ClaimFigures& claim) {
    json.field("id", claim.id);
    write_period(json, claim.period);
    json.field("status", status_word(claim.status));
    json.array("kind", claim.kinds, [&](Claim::Kind kind) {
      json.value(claim_kind_words.at(static_cast<std::size_t>(kind)));
    });
    json.field("eligible", claim.eligible);
    write_shares(json, figures, claim.shares);
    if (claim.submitted) {
      json.object("submitted", [&] {
        json.field("date", claim.submitted->date);
        json.field("eligible", claim.submitted->eligible);
      });
    } else {
      json.null_field("submitted");
    }
    if (claim.decided) {
      json.object("decided", [&] { write_decision(json, *claim.decided); });
    } else {
      json.null_field("decided");
    }
  });
}

void write_on_the_way(JsonWriter& json, const OnTheWayFigures& on_the_way) {
  constexpr const char* keys[] = {"no_claim", "later_claim", "paid_outside"};
  for (const OnTheWayFigures::Part& part : on_the_way.parts) {
    json.object(keys[static_cast<std::size_t>(part.state)], [&] {
      json.field("count", part.documents.size());
      json.field("amount", part.amount);
      json.values("documents", part.documents);
    });
  }
}

void write_indirect(JsonWriter& json, const Figures& figures) {
  write_period_and_cumulative(json, figures.indirect);
  if (!figures.flat_rate) return;
  const FlatRateFigures& rate = *figures.flat_rate;
  json.field("rate", rate.rate_text());
  json.field("of", flat_rate_base_words.at(static_cast<std::size_t>(rate.of)));
  json.field("rounding", rounding_word(rate.rounding));
  json.field("base", rate.base);
}

void write_settlement(JsonWriter& json, const Settlement& settlement) {
  json.field("received", settlement.received);
  json.field("returned", settlement.returned);
  json.field("settled", settlement.settled);
  json.field("settled_percent", settlement.percent);
  json.field("open", settlement.open);
  json.field("missing", settlement.missing);
}

/// What schemas/report.schema.json does not name stands only where the definition or the log asks
/// for it.
void write_agreement(JsonWriter& json, const Figures& figures) {
  const auto list = [&](const char* key, const auto& all, const auto& write) {
    if (!all.empty()) json.objects(key, all, write);
  };
  if (!figures.claims.empty()) write_claims(json, figures);
  if (figures.on_the_way) {
    json.object("on_the_way", [&] { write_on_the_way(json, *figures.on_the_way); });
  }
  if (figures.settlement) {
    json.object("advances", [&] { write_settlement(json, *figures.settlement); });
  }
  list("shifts", figures.shifts, [&](const ShiftFigures& shift) {
    json.field("task", shift.task);
    json.field("planned", shift.planned);
    json.field("over", shift.over);
    json.field("allowed", shift.allowed);
  });
  list("partners", figures.partners, [&](const PartnerFigures& partner) {
    json.field("id", partner.id);
    json.field("leads", partner.leads);
    json.field("planned", partner.planned);
    json.field("period", partner.period);
    json.field("cumulative", partner.cumulative);
    json.field("remaining", partner.remaining);
    write_shares(json, figures, partner.shares);
  });
  list("documented", figures.documented, [&](const DocumentedFigures& source) {
    json.field("source", source.source);
    json.field("in_kind", source.in_kind);
    json.field("share", source.share);
    json.field("documented", source.documented);
  });
  list("corrections", figures.corrections, [&](const CorrectionFigures& correction) {
    json.field("document", correction.document);
    json.field("corrects", correction.corrects);
    json.field("date", correction.day.iso());
    json.field("task", correction.task);
    json.field("amount", correction.amount);
  });
  list("versions", figures.versions, [&](const VersionFigures& version) {
    json.field("of", version.of_financing ? "financing" : "budget");
    json.field("number", version.number);
    json.field("count", version.count);
    json.field("valid_from", version.valid_from);
  });
}

void write_simplified(JsonWriter& json, const Figures& figures) {
  const auto eligible = [&](const MoneyFigures& money) {
    json.object("eligible", [&] { write_period_and_cumulative(json, money); });
  };
  const auto write_lump_sum = [&](const LumpSumFigures& sum) {
    json.field("id", sum.id);
    json.field("task", sum.task);
    json.field("amount", sum.amount);
    json.field("declared", sum.declared);
    eligible(sum.eligible);
    json.objects("requires", sum.requirements, [&](const RequirementFigures& required) {
      json.field("indicator", required.indicator);
      write_value(json, "at_least", required.count, required.at_least);
      write_value(json, "value", required.count, required.value);
    });
  };
  const auto write_unit_cost = [&](const UnitCostFigures& cost) {
    json.field("id", cost.id);
    json.field("task", cost.task);
    if (!cost.category.empty()) json.field("category", cost.category);
    json.object("units", [&] {
      json.field("period", cost.units_period);
      json.field("cumulative", cost.units);
    });
    eligible(cost.eligible);
    json.object("unpaid", [&] {
      json.field("units", cost.unpaid_units);
      json.field("amount", cost.unpaid);
    });
  };
  if (!figures.lump_sums.empty()) json.objects("lump_sums", figures.lump_sums, write_lump_sum);
  if (!figures.unit_costs.empty()) json.objects("unit_costs", figures.unit_costs, write_unit_cost);
}

void write_expenditure(JsonWriter& json, const Figures& figures) {
  const auto money = [&](const char* key, const MoneyFigures& of) {
    json.object(key, [&] { write_period_and_cumulative(json, of); });
  };
  money("direct", figures.direct);
  json.object("indirect", [&] { write_indirect(json, figures); });
  money("eligible", figures.eligible);
  json.objects("tasks", figures.tasks, [&](const TaskFigures& task) {
    json.field("id", task.id);
    json.text_or_null("name", task.name.polish);
    json.field("planned", task.planned);
    json.field("period", task.period);
    json.field("cumulative", task.cumulative);
    json.field("remaining", task.remaining);
  });
  json.objects("categories", figures.categories, [&](const CategoryFigures& category) {
    json.field("id", category.id);
    json.text_or_null("name", category.name.polish);
    json.field("period", category.period);
    json.field("cumulative", category.cumulative);
  });
  json.objects("limits", figures.limits, [&](const LimitFigures& limit) {
    json.field("id", limit.id);
    json.field("used", limit.used);
    json.field("max", limit.max);
    json.field("exceeded", limit.exceeded);
  });
  write_simplified(json, figures);
  write_agreement(json, figures);
}

void write_claim_money(JsonWriter& json, const MoneyFigures& money) {
  json.field("before", money.before());
  json.field("claim", money.period);
  json.field("cumulative", money.cumulative);
}

void write_document(JsonWriter& json, const DocumentFigures& document) {
  json.field("document", document.document);
  json.text_or_null("book", document.book);
  json.text_or_null("issuer", document.issuer);
  json.field("issued", document.issued);
  json.field("paid", document.paid);
  json.field("task", document.task);
  json.text_or_null("category", document.category);
  json.field("gross", document.gross);
  json.field("net", document.net);
  json.field("vat", document.vat);
  json.field("eligible", document.eligible);
  json.field("grant", document.grant);
  json.text_or_null("corrects", document.corrects);
  json.text_or_null("description", document.description);
  json.text_or_null("partner", document.partner);
  json.text_or_null("source", document.source);
  json.text_or_null("evidence", document.evidence);
  json.field("at", document.at());
}

void write_claim(JsonWriter& json, const Figures& figures) {
  const ClaimReportFigures& claim = *figures.claim;
  const auto money = [&](const char* key, const MoneyFigures& of) {
    json.object(key, [&] { write_claim_money(json, of); });
  };
  json.field("id", claim.id);
  json.field("status", status_word(claim.status));
  money("direct", figures.direct);
  money("indirect", figures.indirect);
  money("eligible", figures.eligible);
  json.objects("sources", figures.sources, [&](const SourceFigures& source) {
    json.field("id", source.id);
    json.field("agreed", source.agreed);
    write_claim_money(json, {source.period, source.cumulative});
    json.field("remaining", source.remaining);
  });
  json.objects("lines", claim.lines, [&](const ClaimLineFigures& line) {
    json.field("task", line.task);
    json.text_or_null("category", line.category);
    write_claim_money(json, line.direct);
  });
  json.objects("documents", claim.documents,
               [&](const DocumentFigures& document) { write_document(json, document); });
}

void write_exposure(JsonWriter& json, const Figures& figures) {
  json.objects("exposure", figures.exposure, [&](const ExposureFigures& exposure) {
    json.field("indicator", exposure.indicator);
    json.field("missing", exposure.missing);
    json.field("achieved_percent", exposure.achieved);
    json.values("tasks", exposure.tasks);
    json.field("direct", exposure.direct);
    json.field("indirect", exposure.indirect);
  });
}

void write_declared(JsonWriter& json, const Figures& figures) {
  json.objects("declared", figures.declared, [&](const DeclaredFigures& declared) {
    const auto by_sex = [&](const char* key, const Value& value) {
      json.object(key, [&] {
        write_value(json, "total", declared.count, value.total);
        write_value(json, "women", declared.count, value.women);
        write_value(json, "men", declared.count, value.men);
      });
    };
    json.field("claim", declared.claim);
    json.field("indicator", declared.indicator);
    by_sex("declared", declared.declared);
    by_sex("computed", declared.computed);
    by_sex("difference", declared.difference);
  });
}

void write_gaps(JsonWriter& json, const Figures& figures) {
  if (figures.small_cells) return json.null_field("gaps");  // an empty list would say: none
  json.objects("gaps", *figures.gaps, [&](const GapFigures& gap) {
    json.field("key", gap.key);
    json.field("at", gap.at);
    json.values("missing", gap.missing);
  });
}

void write_changes(JsonWriter& json, const ClosedPeriods& closed) {
  constexpr const char* words[] = {"came", "went", "changed", "definition"};
  json.objects("changes", closed.changes, [&](const SealChanges& seal) {
    seal.claim ? json.field("claim", *seal.claim) : json.field("period", seal.part);
    json.field("seal", seal.file);
    json.objects("figures", seal.figures, [&](const FigureChange& change) {
      json.field("name", change.name);
      json.field("sealed", change.sealed);
      json.field("now", change.now);
      json.field("difference", change.difference);
      json.objects("why", change.why, [&](const FigureReason& reason) {
        json.field("what", words[static_cast<std::size_t>(reason.what)]);
        json.field("key", reason.key);
        json.field("at", reason.at);
      });
    });
  });
  if (!closed.reconciliation) return;
  json.field("reconciled_with", closed.reconciliation->part);
  json.objects("reconciliation", closed.reconciliation->figures,
               [&](const ReconciledFigure& figure) {
                 json.field("name", figure.name);
                 json.field("sealed", figure.sealed);
                 json.field("changed", figure.changed);
                 json.field("since", figure.since);
                 json.field("cumulative", figure.cumulative);
               });
}

/// Lists of persons: null is "not given", an empty list would say that there are none.
void write_deadlines(JsonWriter& json, const Figures& figures) {
  if (figures.small_cells) return json.null_field("deadlines");
  const auto list = [&](const char* key, const std::vector<OpenWindowFigures>& windows) {
    json.objects(key, windows, [&](const OpenWindowFigures& window) {
      json.field("person", window.person);
      json.field("indicator", window.indicator);
      json.field("outcome", window.outcomes_text());
      json.field("exit", window.exit.iso());
      json.field("last_day", window.last_day.iso());
      json.field("days_left", window.days_left);
    });
  };
  json.object("deadlines", [&] {
    list("may_count", *figures.open_windows);
    list("may_lose", figures.losing_windows);
  });
}

void write_provenance(JsonWriter& json, const Figures& figures) {
  json.field("version", figures.version);
  json.values("options", figures.options);
  if (figures.small_cells) json.field("small_cells", *figures.small_cells);
  if (!figures.catalogues.empty()) {
    json.objects("catalogues", figures.catalogues, [&](const UsedCatalogue& catalogue) {
      json.field("path", catalogue.path);
      json.field("edition", catalogue.edition);
      json.field("sha256", catalogue.sha256);
    });
  }
  json.objects("inputs", figures.inputs, [&](const InputFigures& input) {
    json.field("path", input.path);
    if (!input.sheet.empty()) json.field("sheet", input.sheet);
    json.field("sha256", input.sha256);
    json.field("bytes", input.bytes);
    json.field("rows", input.rows);
    write_skipped(json, input.skipped);
  });
}

void write_waived(JsonWriter& json, const Figures& figures) {
  if (figures.small_cells) return json.null_field("waived");
  json.objects("waived", *figures.waived, [&](const WaivedFigures& waived) {
    json.field("code", waived.code);
    json.field("subject", waived.subject);
    json.field("reason", waived.reason);
    json.field("by", waived.by);
    json.field("until", waived.until);
  });
}

void write_report(JsonWriter& json, const Figures& figures) {
  json.field("format", "euproj-report/1");
  json.object("project", [&] {
    json.field("id", figures.project_id);
    json.field("number", figures.number);
    json.field("title", figures.title.polish);
  });
  json.object("period", [&] { write_period(json, figures.period); });
  json.field("complete", figures.complete);
  if (!figures.label.empty()) json.field("label", figures.label);
  if (figures.kept_until)
    json.object("retention", [&] { json.field("until", *figures.kept_until); });
  json.object("financing", [&] { write_financing(json, figures); });
  if (figures.costs_suppressed) {
    json.null_field("expenditure");
  } else {
    json.object("expenditure", [&] { write_expenditure(json, figures); });
  }
  json.objects("indicators", figures.indicators,
               [&](const IndicatorFigures& indicator) { write_indicator(json, indicator); });
  if (figures.gaps) write_gaps(json, figures);
  if (figures.open_windows) write_deadlines(json, figures);
  json.object("participants", [&] {
    const PeopleFigures& people = figures.participants;
    json.field("total", people.total);
    json.field("women", people.women);
    json.field("men", people.men);
    json.field("active", people.active);
    json.field("exited", people.exited);
    if (!figures.breakdowns.empty()) write_breakdowns(json, figures);
    if (figures.support.empty()) return;
    const auto by_sex = [&](const Value& persons) {
      write_value(json, "total", Count::persons, persons.total);
      write_value(json, "women", Count::persons, persons.women);
      write_value(json, "men", Count::persons, persons.men);
    };
    json.object("supported_in_period", [&] {
      by_sex(people.supported);
      json.objects("forms", figures.support, [&](const SupportFigures& form) {
        json.field("id", form.id);
        by_sex(form.persons_supported);
      });
    });
  });
  write_people_lists(json, figures);
  if (figures.small_cells) {
    json.null_field("findings");  // an empty list would say that there are none
  } else {
    json.objects("findings", figures.findings,
                 [&](const Finding& finding) { write_finding(json, finding); });
  }
  if (figures.waived) write_waived(json, figures);
  json.object("provenance", [&] { write_provenance(json, figures); });
  if (figures.claim) json.object("claim", [&] { write_claim(json, figures); });
  if (!figures.exposure.empty()) write_exposure(json, figures);
  if (!figures.declared.empty()) write_declared(json, figures);
  if (figures.closed) write_changes(json, *figures.closed);
}

/// "22.00": at least two decimals, as percentages have, and as many as it takes.
std::string threshold_text(Rate threshold) {
  std::string text = threshold.percent_text();
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return text + ".00";
  return point + 2 == text.size() ? text + "0" : text;
}

}  // namespace

const char* severity_word(Severity severity) {
  if (severity == Severity::note) return "note";
  return severity == Severity::warning ? "warning" : "error";
}

void write_skipped(JsonWriter& json, const std::vector<Skipped>& all) {
  if (all.empty()) return;
  json.objects("skipped", all, [&](const Skipped& skipped) {
    json.field("line", skipped.line);
    if (skipped.cell > 0) json.field("cell", skipped.cell);
    json.field("reason", skip_word(skipped.reason));
  });
}

void write_finding(JsonWriter& json, const Finding& finding) {
  json.field("code", finding.code);
  json.field("severity", severity_word(finding.severity));
  json.field("file", finding.file);
  json.field("line", finding.line);
  json.field("column", finding.column);
  json.field("message", finding.message);
  json.field("subject", finding.subject);
}

void write_value(JsonWriter& json, std::string_view key, Count count,
                 const std::optional<Quantity>& value) {
  if (!value) {
    json.null_field(key);
  } else if (is_whole(count) && value->is_whole()) {
    json.field(key, value->whole_part());
  } else {
    json.field(key, value_text(count, *value));
  }
}

void write_indicator(JsonWriter& json, const IndicatorFigures& indicator) {
  const auto by_sex = [&](const char* key, const auto& values) {
    json.object(key, [&] {
      write_value(json, "total", indicator.count, values.total);
      write_value(json, "women", indicator.count, values.women);
      write_value(json, "men", indicator.count, values.men);
    });
  };
  json.field("id", indicator.id);
  json.text_or_null("code", indicator.code);
  json.field("name", indicator.name.polish);
  json.field("kind", indicator.kind == Indicator::Kind::output ? "output" : "result");
  json.field("unit", indicator.unit);
  write_value(json, "baseline", indicator.count, indicator.baseline);
  json.object("target", [&] {
    const Target& target = indicator.target;
    write_value(json, "total", indicator.count, target.total);
    write_value(json, "women", indicator.count, target.women);
    write_value(json, "men", indicator.count, target.men);
    if (target.at_most) write_value(json, "at_most", indicator.count, target.at_most);
  });
  by_sex("period", indicator.period);
  by_sex("cumulative", indicator.cumulative);
  json.object("achieved_percent", [&] {
    json.field("total", indicator.achieved);
    json.field("women", indicator.achieved_women);
    json.field("men", indicator.achieved_men);
  });
  if (indicator.reached) json.field("reached", *indicator.reached);
  if (indicator.in_log) {
    by_sex("in_log", *indicator.in_log);
    write_value(json, "incomplete", indicator.count, indicator.incomplete());
  }
  if (!indicator.criterion.empty()) write_criterion(json, indicator.criterion);
  if (indicator.by_partner.empty()) return;
  json.objects("by_partner", indicator.by_partner, [&](const PartnerValue& value) {
    json.text_or_null("partner", value.partner);
    write_value(json, "target", indicator.count, value.target);
    by_sex("period", value.period);
    by_sex("cumulative", value.cumulative);
  });
  write_value(json, "shared", indicator.count, indicator.shared);
}

void write_criterion(JsonWriter& json, const std::vector<CriterionFigures>& all) {
  const auto write = [&](const CriterionFigures& criterion) {
    json.field("denominator", criterion.denominator);
    json.field("reached", criterion.reached);
    json.field("open", criterion.open);
    json.field("percent", criterion.percent);
    json.field("best", criterion.best);
    json.field("worst", criterion.worst);
    json.field("threshold", threshold_text(criterion.threshold));
    json.field("met", criterion.met);
  };
  json.object("criterion", [&] {
    write(all.front());
    const std::vector<CriterionFigures> groups(all.begin() + 1, all.end());
    json.objects("groups", groups, [&](const CriterionFigures& group) {
      json.field("id", group.id);
      write(group);
    });
  });
}

void write_period(JsonWriter& json, const Period& period) {
  json.field("from", period.first.iso());
  json.field("to", period.last.iso());
}

void write_period_and_cumulative(JsonWriter& json, const MoneyFigures& money) {
  json.field("period", money.period);
  json.field("cumulative", money.cumulative);
}

void render_json(const Figures& figures, JsonLayout layout, const Sink& sink) {
  JsonWriter json(layout, sink);
  json.object([&] { write_report(json, figures); });
}

std::string render_json(const Figures& figures, JsonLayout layout) {
  return json_text(layout,
                   [&](JsonWriter& json) { json.object([&] { write_report(json, figures); }); });
}

}  // namespace euproj
