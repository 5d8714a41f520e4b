#include <algorithm>

#include "euproj/core/limits.hpp"
#include "euproj/words/kinds.hpp"
#include "read/definition/sections.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

SourceKind kind_of(const std::string& word) {
  if (word == "eu") return SourceKind::eu;
  if (word == "state") return SourceKind::state;
  if (word == "own") return SourceKind::own;
  if (word == "private") return SourceKind::private_funds;
  return SourceKind::other;
}

Rounding rounding_of(const Values& source, const Values& financing, SourceKind kind) {
  if (const auto own = parse_rounding(source.text("rounding"))) return *own;
  if (const auto common = parse_rounding(financing.text("rounding"))) return *common;
  return is_grant(kind) ? Rounding::down : Rounding::up;  // src/calc/README.md#split
}

FundingSource read_source(const Reading& reading, const Values& values, const Values& financing) {
  FundingSource source;
  source.id = values.text("id");
  source.name = values.local_text("name", {});
  source.kind = kind_of(values.text("kind"));
  source.rate = values.percent("rate");
  source.amount = values.money("amount");
  source.remainder = values.text("remainder") == "true";
  source.in_kind = values.text("in_kind") == "true";
  source.rounding = rounding_of(values, financing, source.kind);
  source.place = values.place();

  std::string given;
  for (const std::string_view key : {"rate", "amount", "remainder"}) {
    if (!values.has(key) || (key == "remainder" && !source.remainder)) continue;
    if (!given.empty()) given += ", ";
    given += '`' + std::string(key) + '`';
  }
  if (given.empty()) {
    reading.report(Kind::source_without_weight, values.place("id"), {shown(source.id)});
  } else if (given.find(',') != std::string::npos) {
    reading.report(Kind::source_weight, values.place("id"), {shown(source.id), given});
  }
  return source;
}

void read_sources(const Reading& reading, const Values& values, Financing& financing) {
  std::vector<FundingSource>& sources = financing.sources;
  DeclaredIds ids(reading, "financing.sources");
  std::optional<std::string> remainder;
  for (const Values& each : values.objects("sources")) {
    FundingSource source = read_source(reading, each, values);
    if (source.remainder && remainder) {
      reading.report(Kind::second_remainder, each.place("remainder"), {shown(*remainder)});
    }
    if (source.remainder && !remainder) remainder = source.id;
    if (!ids.declare(source.id, each.place("id"))) continue;
    reading.codes.sources.intern(source.id);
    sources.push_back(std::move(source));
  }
  if (!remainder && values.lists("sources")) {
    reading.report(Kind::no_remainder, values.key_place("sources"));
  }
}

/// The remainder would be negative.
void check_weights(const Reading& reading, const Values& values, const Financing& financing) {
  // A percent has at most seven decimals, so in parts of 10^9 every rate is whole and the sum is
  // exact: at most 10^9 x 10^13 for each source.
  constexpr std::int64_t parts = 1'000'000'000;
  static_assert(limits::percent_decimals == 7);
  Int128 covered = 0;
  for (const FundingSource& source : financing.sources) {
    if (source.rate) {
      covered += static_cast<Int128>(financing.total.minor_units()) * source.rate->numerator() *
                 (parts / source.rate->denominator());
    }
    if (source.amount) covered += static_cast<Int128>(source.amount->minor_units()) * parts;
  }
  if (covered <= static_cast<Int128>(financing.total.minor_units()) * parts) return;
  const Money sum = Money::minor(checked_narrow(divide(covered, parts, Rounding::up)));
  reading.report(Kind::sources_exceed_total, values.key_place("sources"),
                 {sum.text(), financing.total.text()});
}

void check_split_by_documents(const Reading& reading, const Values& values,
                              const Financing& financing) {
  const auto& sources = financing.sources;
  const auto grants = std::count_if(sources.begin(), sources.end(),
                                    [](const auto& source) { return is_grant(source.kind); });
  const auto others = static_cast<std::ptrdiff_t>(sources.size()) - grants;
  if (others > 1) {
    reading.report(Kind::split_by_documents, values.place("split"), {std::to_string(others)});
  }
  if (grants == 0 && !sources.empty()) {
    reading.report(Kind::split_without_grant, values.place("split"));
  }
}

void read_agreed(const Reading& reading, const Values& values, Financing& financing) {
  for (const Values& each : values.objects("agreed")) {
    AgreedAmount agreed;
    agreed.place = each.place("amount");
    for (const YamlNode* name : each.texts("sources")) {
      const Code code =
          resolve(reading, *name, "sources", "financing.sources", reading.codes.sources, false);
      if (code != no_code) agreed.sources.push_back(code - 1);
    }
    const std::optional<Money> amount = each.money("amount");
    if (!amount || agreed.sources.empty()) continue;
    agreed.amount = *amount;
    financing.agreed.push_back(std::move(agreed));
  }
}

Financing read_financing_version(const Reading& reading, const Values& values) {
  Financing financing;
  financing.valid_from = values.date("valid_from");
  financing.place = values.place("total");
  const std::optional<Money> total = values.money("total");
  if (total) financing.total = *total;
  if (total && total->is_zero()) {
    reading.report(Kind::total_not_positive, values.place("total"), {total->text()});
  }
  read_sources(reading, values, financing);
  if (total && *total > Money()) check_weights(reading, values, financing);
  if (values.text("split") == "documents") {
    financing.split_by = Financing::SplitBy::documents;
    check_split_by_documents(reading, values, financing);
  }
  read_agreed(reading, values, financing);
  return financing;
}

/// Every version gets the sources of all, in the order of their codes; one that it does not
/// mention has no share in it.
void align_sources(const Reading& reading, std::vector<Financing>& versions) {
  std::vector<const FundingSource*> known(reading.codes.sources.size(), nullptr);
  for (const Financing& version : versions) {
    for (const FundingSource& source : version.sources) {
      const FundingSource*& first = known.at(reading.codes.sources.find(source.id) - 1);
      if (!first) first = &source;
      if (first->kind != source.kind) {
        reading.report(Kind::source_kind_changed, source.place, {shown(source.id)});
      }
    }
  }
  std::vector<std::vector<FundingSource>> aligned;
  for (const Financing& version : versions) {
    std::vector<FundingSource>& sources = aligned.emplace_back();
    for (const FundingSource* first : known) {
      FundingSource absent = *first;
      absent.rate = Rate();
      absent.amount.reset();
      absent.remainder = false;
      sources.push_back(std::move(absent));
    }
    for (const FundingSource& source : version.sources) {
      sources[reading.codes.sources.find(source.id) - 1] = source;
    }
  }
  for (std::size_t i = 0; i < versions.size(); ++i) versions[i].sources = std::move(aligned[i]);
}

}  // namespace

void read_financing(const Reading& reading, const Values& definition) {
  std::vector<Financing> versions;
  for (const Values& values : in_order_of_validity(reading, definition, "financing")) {
    versions.push_back(read_financing_version(reading, values));
  }
  if (versions.empty()) return;
  align_sources(reading, versions);
  reading.project.financing.set(std::move(versions));
}

}  // namespace euproj
