// The share of every source in a cumulative amount, to the grosz (src/calc/README.md#split).
// Weights are fractions; who has `remainder` gets what the others leave, so that the shares add up
// to the amount.

#include <numeric>

#include "sql/rules/script.hpp"

namespace euproj::sql {
namespace {

struct Fraction {
  Int128 numerator = 0;
  Int128 denominator = 1;
};

Int128 common_divisor(Int128 a, Int128 b) {
  while (b != 0) {
    const Int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

Fraction reduced(Fraction a) {
  const Int128 divisor = common_divisor(a.numerator, a.denominator);
  if (divisor == 0) return a;
  return {a.numerator / divisor, a.denominator / divisor};
}

Fraction sum_of(Fraction a, Fraction b) {
  return reduced(
      {checked_multiply(a.numerator, b.denominator) + checked_multiply(b.numerator, a.denominator),
       checked_multiply(a.denominator, b.denominator)});
}

/// Of `split: documents`: what of the grant each source of kind eu and state has.
struct GrantSplit {
  std::size_t taker = 0;  // has what the others leave
  Fraction weight;        // of all of them together
};

GrantSplit grant_split(const Financing& financing) {
  GrantSplit split;
  Fraction others;
  for (std::size_t i = 0; i < financing.sources.size(); ++i) {
    const bool gives = is_grant(financing.sources[i].kind);
    if (gives) split.taker = i;
    if (financing.sources[i].remainder) continue;
    const Rate weight = financing.weight(i);
    Fraction& all = gives ? split.weight : others;
    all = sum_of(all, {weight.numerator(), weight.denominator()});
  }
  const std::size_t remainder = financing.remainder_source();
  if (is_grant(financing.sources[remainder].kind)) {
    split.taker = remainder;
    split.weight = sum_of({1, 1}, {-others.numerator, others.denominator});
  }
  return split;
}

/// How a source takes part in what documents are paid by.
std::string_view role_of(const Financing& financing, const GrantSplit& split, std::size_t source) {
  if (financing.split_by == Financing::SplitBy::weights) return "none";
  if (!is_grant(financing.sources[source].kind)) return "own";
  if (source == split.taker) return "rest";
  return split.weight.numerator > 0 ? "part" : "none";
}

Constants sources(const Script& script) {
  Constants made{"sources",
                 "Sources by version of the financing: weight as a fraction, rounding, and who "
                 "takes the remainder. "
                 "Where documents say what is granted, `role` says who has a part of the grant, "
                 "who the rest of it, "
                 "and who pays what is not granted.",
                 {{"project", Type::key},
                  {"financing", Type::whole},
                  {"source", Type::key},
                  {"kind", Type::key},
                  {"is_remainder", Type::whole},
                  {"numerator", Type::wide},
                  {"denominator", Type::wide},
                  {"rounding", Type::key},
                  {"role", Type::key},
                  {"grant_numerator", Type::wide},
                  {"grant_denominator", Type::wide}},
                 {}};
  constexpr std::string_view kinds[] = {"eu", "state", "own", "private", "other"};
  for (const SqlProject& each : script.projects) {
    const std::vector<Financing>& versions = each.dossier->project.financing.all();
    for (std::size_t version = 0; version < versions.size(); ++version) {
      const Financing& financing = versions[version];
      const GrantSplit split = grant_split(financing);
      for (std::size_t i = 0; i < financing.sources.size(); ++i) {
        const FundingSource& source = financing.sources[i];
        const Rate weight = source.remainder ? Rate() : financing.weight(i);
        const std::string_view role = role_of(financing, split, i);
        Fraction of_grant;
        if (role == "part") {
          of_grant = reduced({checked_multiply(weight.numerator(), split.weight.denominator),
                              checked_multiply(split.weight.numerator, weight.denominator())});
        }
        made.rows.push_back({text(each.dossier->project.id),
                             number(static_cast<Int128>(version + 1)), text(source.id),
                             text(kinds[static_cast<std::size_t>(source.kind)]),
                             number(source.remainder ? 1 : 0), number(weight.numerator()),
                             number(weight.denominator()), text(rounding_word(source.rounding)),
                             text(role), number(of_grant.numerator), number(of_grant.denominator)});
      }
    }
  }
  return made;
}

Constants financing(const Script& script) {
  Constants made{"financing_versions",
                 "The total of each version of the financing, in grosze; by documents: the grant "
                 "stands in the log.",
                 {{"project", Type::key},
                  {"financing", Type::whole},
                  {"total", Type::wide},
                  {"by_documents", Type::whole}},
                 {}};
  for (const SqlProject& each : script.projects) {
    const std::vector<Financing>& versions = each.dossier->project.financing.all();
    for (std::size_t i = 0; i < versions.size(); ++i) {
      made.rows.push_back({text(each.dossier->project.id), number(static_cast<Int128>(i + 1)),
                           number(versions[i].total.minor_units()),
                           number(versions[i].split_by == Financing::SplitBy::documents ? 1 : 0)});
    }
  }
  return made;
}

Step split_amounts() {
  const Value other = column("a", "direct") - column("a", "documented") + column("a", "indirect");
  const Value by_weights = choice(column("f", "by_documents") == number(1), other,
                                  column("a", "direct") + column("a", "indirect"));
  Select costs;
  costs.of("amounts", "a")
      .join("financing_versions", "f", "a", {"project", "financing"})
      .only(column("a", "moment") != text(moment_agreed))
      .gives({column("a", "project"), column("a", "moment"), column("a", "party"),
              column("a", "financing"), by_weights, column("a", "documented"),
              column("a", "grants")});
  Select agreed;
  agreed.of("amounts", "a")
      .join("financing_versions", "f", "a", {"project", "financing"})
      .only(column("a", "moment") == text(moment_agreed))
      .gives({column("a", "project"), column("a", "moment"), column("a", "party"),
              column("a", "financing"), column("f", "total"), number(0), number(0)});
  // What claims come to by the log, and by their decisions: weights alone split these.
  const auto of_claim = [](const char* moment, const Value& amount) {
    Select one;
    one.of("settling_claims", "c")
        .join("amounts", "a",
              column("a", "project") == column("c", "project") &&
                  column("a", "moment") == column("c", "moment_after"))
        .join("amounts", "b",
              column("b", "project") == column("c", "project") &&
                  column("b", "moment") == column("c", "moment_before"))
        .only(is_known(column("c", "approved")) && column("a", "party") == text("") &&
              column("b", "party") == text(""))
        .gives({column("c", "project"), column("c", moment), text(""), column("a", "financing"),
                amount, number(0), number(0)});
    return one;
  };
  const Select logged = of_claim("moment_logged", column("a", "direct") + column("a", "indirect"));
  const Select approved = of_claim(
      "moment_approved", column("b", "direct") + column("b", "indirect") + column("c", "approved"));
  return {
      "split_amounts",
      "What is split by weights: all that is eligible; where documents say what is granted, "
      "flat-rate costs and "
      "simplified forms alone. Of the agreement the total; of claims also what decisions approved.",
      {{"project", Type::key},
       {"moment", Type::key},
       {"party", Type::key},
       {"financing", Type::whole},
       {"by_weights", Type::wide},
       {"documented", Type::wide},
       {"grants", Type::wide}},
      {costs, agreed, logged, approved}};
}

Step share_quotients() {
  const Value exact = column("a", "by_weights") * column("s", "numerator");
  const Value exact_grant = column("a", "grants") * column("s", "grant_numerator");
  Select rows;
  rows.of("split_amounts", "a")
      .join("sources", "s", "a", {"project", "financing"})
      .gives({column("a", "project"), column("a", "moment"), column("a", "party"),
              column("s", "source"), column("s", "is_remainder"), column("s", "rounding"),
              column("s", "role"), column("s", "denominator"), column("s", "grant_denominator"),
              whole_quotient(exact, column("s", "denominator")),
              remainder(exact, column("s", "denominator")),
              whole_quotient(exact_grant, column("s", "grant_denominator")),
              remainder(exact_grant, column("s", "grant_denominator")), column("a", "by_weights"),
              column("a", "documented"), column("a", "grants")});
  return {"share_quotients",
          "Amount times weight, as a whole number and what is left of the division.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"party", Type::key},
           {"source", Type::key},
           {"is_remainder", Type::whole},
           {"rounding", Type::key},
           {"role", Type::key},
           {"denominator", Type::wide},
           {"grant_denominator", Type::wide},
           {"quotient", Type::wide},
           {"rest", Type::wide},
           {"grant_quotient", Type::wide},
           {"grant_rest", Type::wide},
           {"by_weights", Type::wide},
           {"documented", Type::wide},
           {"grants", Type::wide}},
          {rows}};
}

Step rounded_shares() {
  const Value share = rounded(column("q", "quotient"), column("q", "rest"),
                              column("q", "denominator"), column("q", "rounding"));
  const Value of_grant = rounded(column("q", "grant_quotient"), column("q", "grant_rest"),
                                 column("q", "grant_denominator"), column("q", "rounding"));
  Select rows;
  rows.of("share_quotients", "q")
      .gives({column("q", "project"), column("q", "moment"), column("q", "party"),
              column("q", "source"), column("q", "is_remainder"), column("q", "role"),
              choice(column("q", "is_remainder") == number(1), number(0), share),
              choice(column("q", "role") == text("part"), of_grant, number(0)),
              column("q", "by_weights"), column("q", "documented"), column("q", "grants")});
  return {"rounded_shares",
          "Each share rounded to the grosz by the rule of its source; negative amounts mirror "
          "positive ones.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"party", Type::key},
           {"source", Type::key},
           {"is_remainder", Type::whole},
           {"role", Type::key},
           {"share", Type::wide},
           {"of_grant", Type::wide},
           {"by_weights", Type::wide},
           {"documented", Type::wide},
           {"grants", Type::wide}},
          {rows}};
}

Step given_shares() {
  Select rows;
  rows.of("rounded_shares", "r")
      .gives({column("r", "project"), column("r", "moment"), column("r", "party"),
              sum(column("r", "share")), sum(column("r", "of_grant"))});
  return {"given_shares",
          "What all sources have that take no remainder.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"party", Type::key},
           {"share", Type::wide},
           {"of_grant", Type::wide}},
          {rows}};
}

const Columns share_columns = {{"project", Type::key},
                               {"moment", Type::key},
                               {"party", Type::key},
                               {"source", Type::key},
                               {"amount", Type::wide}};

Step shares() {
  const Value by_weights =
      choice(column("r", "is_remainder") == number(1),
             column("r", "by_weights") - column("g", "share"), column("r", "share"));
  const Value not_granted = choice(column("r", "role") == text("own"),
                                   column("r", "documented") - column("r", "grants"), number(0));
  const Value granted =
      choice(column("r", "role") == text("rest"), column("r", "grants") - column("g", "of_grant"),
             column("r", "of_grant"));
  Select rows;
  rows.of("rounded_shares", "r")
      .join("given_shares", "g", "r", {"project", "moment", "party"})
      .gives({column("r", "project"), column("r", "moment"), column("r", "party"),
              column("r", "source"), by_weights + not_granted + granted});
  return {"shares",
          "One source takes the remainder, so that the shares add up to the amount.",
          share_columns,
          {rows}};
}

}  // namespace

void add_shares(Script& script) {
  script.add(sources(script));
  script.add(financing(script));
  script.add(settling_claims(script));
  script.add(split_amounts());
  script.add(share_quotients());
  script.add(rounded_shares());
  script.add(given_shares());
  script.add(shares());
}

}  // namespace euproj::sql
