#include "euproj/model/financing.hpp"

#include <algorithm>
#include <numeric>

#include "euproj/core/split.hpp"

namespace euproj {
namespace {

/// A fraction of 128 bits. Percents have denominators that divide 10^9 and amounts the total (at
/// most 10^13), so a common denominator stays below 10^22 and its product with an amount fits.
struct WideFraction {
  Int128 numerator = 0;
  Int128 denominator = 1;
};

Int128 greatest_common_divisor(Int128 a, Int128 b) {
  while (b != 0) {
    const Int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

WideFraction plus(WideFraction a, WideFraction b) {
  const Int128 divisor = greatest_common_divisor(a.denominator, b.denominator);
  const Int128 common = checked_multiply(a.denominator / divisor, b.denominator);
  return {checked_multiply(a.numerator, common / a.denominator) +
              checked_multiply(b.numerator, common / b.denominator),
          common};
}

WideFraction wide(Rate rate) { return {rate.numerator(), rate.denominator()}; }

}  // namespace

std::size_t Financing::remainder_source() const {
  const auto found = std::find_if(sources.begin(), sources.end(),
                                  [](const FundingSource& source) { return source.remainder; });
  if (found == sources.end()) throw InternalError("financing without a remainder source");
  return static_cast<std::size_t>(found - sources.begin());
}

Rate Financing::weight(std::size_t source) const {
  const FundingSource& of = sources.at(source);
  if (of.rate) return *of.rate;
  if (of.amount) return Rate::of(of.amount->minor_units(), total.minor_units());
  throw InternalError("the weight of the remainder source");
}

std::vector<Money> Financing::shares(Money eligible) const {
  std::vector<SplitPart> parts;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const bool rest = sources[i].remainder;
    parts.push_back({rest ? Rate() : weight(i), sources[i].rounding, rest});
  }
  return split(eligible, parts);
}

// `split: documents` (src/calc/README.md#grants). The log says which part of a document is grant:
//
//   document 1 000.00, grant 900.00     own     100.00   = eligible less grant
//   weights  eu 85 %, state 5 %         eu      850.00   = 900.00 x 85 / 90, rounded as declared
//                                       state    50.00   = what is left of the grant
//
// Flat-rate costs stand in no document; they are split by the weights of all sources and added.
std::vector<Money> Financing::shares_by_documents(Money direct, Money grant, Money indirect) const {
  const auto gives_grant = [this](std::size_t i) { return is_grant(sources[i].kind); };
  // Who takes the rest of the grant: the remainder source if it is one of them, else the last.
  std::size_t taker = sources.size();
  WideFraction grant_weight;  // of all eu and state sources together
  WideFraction other_weight;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (gives_grant(i)) taker = i;
    if (sources[i].remainder) continue;
    WideFraction& sum = gives_grant(i) ? grant_weight : other_weight;
    sum = plus(sum, wide(weight(i)));
  }
  const std::size_t remainder = remainder_source();
  if (gives_grant(remainder)) {
    taker = remainder;
    grant_weight = plus({1, 1}, {-other_weight.numerator, other_weight.denominator});
  }

  std::vector<Money> shares_of_all = shares(indirect);
  Money grant_left = grant;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (!gives_grant(i)) {
      shares_of_all[i] += direct - grant;                   // the one source beside eu and state
    } else if (i != taker && grant_weight.numerator > 0) {  // all of weight 0: the taker has it all
      // grant x weight / grant_weight, cumulatively, so that documents add up to the whole.
      const Rate own = weight(i);
      const Int128 numerator = checked_multiply(own.numerator(), grant_weight.denominator);
      const Int128 denominator = checked_multiply(grant_weight.numerator, own.denominator());
      const Int128 divisor = greatest_common_divisor(numerator, denominator);
      const Money part = Money::minor(
          checked_narrow(divide(checked_multiply(grant.minor_units(), numerator / divisor),
                                denominator / divisor, sources[i].rounding)));
      shares_of_all[i] += part;
      grant_left -= part;
    }
  }
  shares_of_all[taker] += grant_left;
  return shares_of_all;
}

std::vector<Money> Financing::shares(Money documents, Money grants, Money other) const {
  return split_by == SplitBy::documents ? shares_by_documents(documents, grants, other)
                                        : shares(documents + other);
}

Money Financing::agreed_eu() const {
  const std::vector<Money> agreed_shares = shares(total);
  Money sum;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (sources[i].kind == SourceKind::eu) sum += agreed_shares[i];
  }
  return sum;
}

}  // namespace euproj
