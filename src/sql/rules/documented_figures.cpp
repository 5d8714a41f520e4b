// What documents say that sources pay, beside their shares (src/calc/README.md#grants).

#include "sql/rules/script.hpp"

namespace euproj::sql {
namespace {

Constants documented_sources(const Script& script) {
  Constants made{"documented_sources",
                 "Sources of each version of the financing, as documents name them.",
                 {{"project", Type::key},
                  {"financing", Type::whole},
                  {"source", Type::key},
                  {"is_grant", Type::whole},
                  {"line", Type::key}},
                 {}};
  for (const SqlProject& each : script.projects) {
    const Project& project = each.dossier->project;
    Int128 version = 0;
    for (const Financing& financing : project.financing.all()) {
      ++version;
      for (const FundingSource& source : financing.sources) {
        made.rows.push_back({text(project.id), number(version), text(source.id),
                             number(is_grant(source.kind) ? 1 : 0),
                             text("expenditure.documented." + source.id + "/" +
                                  (source.in_kind ? "true" : "false"))});
      }
    }
  }
  return made;
}

Step naming_documents() {
  Select rows;
  rows.of("documents", "d")
      .only(is_known(column("d", "source")))
      .gives({column("d", "project"), count()});
  return {"naming_documents",
          "Projects of which any document names who pays; others have no such figures.",
          {{"project", Type::key}, {"times", Type::whole}},
          {rows}};
}

Step documented_amounts() {
  Select rows;
  rows.of("documented_sources", "s")
      .join("naming_documents", "k", "s", {"project"})
      .join("moments", "m", "s", {"project", "financing"})
      .left_join("lines", "l",
                 column("l", "project") == column("m", "project") &&
                     column("l", "moment") == column("m", "moment") &&
                     column("l", "source") == column("s", "source"))
      .only(column("m", "moment") == text(moment_end))
      .gives({column("s", "project"), column("s", "source"), column("s", "is_grant"),
              column("s", "line"),
              sum_or_zero(column("l", "eligible") - column("l", "grant_amount"))});
  return {"documented_amounts",
          "What documents say of each source, without what of them is asked for as a grant.",
          {{"project", Type::key},
           {"source", Type::key},
           {"is_grant", Type::whole},
           {"line", Type::key},
           {"amount", Type::wide}},
          {rows}};
}

Step documented_figures() {
  // Of a grant only where some document names it.
  const Value is_shown = column("d", "is_grant") == number(0) || column("d", "amount") != number(0);
  Select documented;
  documented.of("documented_amounts", "d")
      .only(is_shown)
      .gives({column("d", "project"), joined({column("d", "line"), text(".documented")}), null(),
              number(per_grosz) * column("d", "amount")});
  Select share;
  share.of("documented_amounts", "d")
      .join("shares", "s", "d", {"project", "source"})
      .only(column("s", "moment") == text(moment_end) && column("s", "party") == text(""))
      .only(is_shown)
      .gives({column("d", "project"), joined({column("d", "line"), text(".share")}), null(),
              number(per_grosz) * column("s", "amount")});
  return figures_apart("What documents say that a source pays, beside its share.",
                       {documented, share});
}

}  // namespace

void add_documented_figures(Script& script) {
  script.add(documented_sources(script));
  script.add(naming_documents());
  script.add(documented_amounts());
  script.add(documented_figures());
}

}  // namespace euproj::sql
