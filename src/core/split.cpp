#include "euproj/core/split.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace euproj {

// Each share is rounded by itself from the whole amount, and the remainder source takes what is
// left: shares add up to the amount by construction, whatever the roundings are.
std::vector<Money> split(Money amount, std::span<const SplitPart> parts) {
  std::vector<Money> shares(parts.size());
  std::size_t remainder = parts.size();
  Money rest = amount;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].remainder) {
      if (remainder != parts.size()) throw InternalError("a split with two remainders");
      remainder = i;
      continue;
    }
    shares[i] = share_of(amount, parts[i].weight, parts[i].rounding);
    rest -= shares[i];
  }
  if (remainder == parts.size()) throw InternalError("a split without a remainder");
  shares[remainder] = rest;
  return shares;
}

namespace {

// The way back: which rate and rounding give a published part of a published total. Rates are
// searched on the grid of hundredths of a percent, as agreements write them. Most of the grid is
// out of question, for a part that is rounded lies less than a grosz from total x rate:
//
//   total 100.00, part 84.53     (part - 0.01) / total <= rate <= (part + 0.01) / total
//                                 84.52 % .. 84.54 %: three rates to try with four roundings
//
// A small total is met by several neighbours, so the usual rates of a list are counted by totals
// from 100 000.00 on, where there are any: there a step of the grid is 10.00.
constexpr std::int64_t hundred_percent = 10'000;  // hundredths of a percent
constexpr std::array roundings = {Rounding::down, Rounding::half_up, Rounding::half_even,
                                  Rounding::up};
constexpr Money telling_total = Money::minor(100'000'00);
constexpr int usual_from = 2;

Rate rate_of(std::int64_t hundredths) { return Rate::of(hundredths, hundred_percent); }

/// total x rate - part in units of 1/10000 of a minor unit.
Int128 distance(Money total, Money part, std::int64_t hundredths) {
  const Int128 exact = static_cast<Int128>(total.minor_units()) * hundredths;
  const Int128 gap = exact - static_cast<Int128>(part.minor_units()) * hundred_percent;
  return gap < 0 ? -gap : gap;
}

/// The rates of the grid that meet the part within one minor unit lie from first to last.
struct GridRange {
  std::int64_t first = 0;
  std::int64_t last = -1;
};

GridRange rates_meeting(Money total, Money part) {
  const auto bound = [&](std::int64_t units, Rounding rounding) {
    const Int128 scaled = static_cast<Int128>(part.minor_units() + units) * hundred_percent;
    return static_cast<std::int64_t>(
        std::clamp<Int128>(divide(scaled, total.minor_units(), rounding), -1, hundred_percent + 1));
  };
  // Negative amounts mirror positive ones, so "up" below zero is away from it; 1 is the least rate.
  return {std::max<std::int64_t>(1, bound(-1, Rounding::up)),
          std::min(hundred_percent, bound(1, Rounding::down))};
}

std::vector<Rounding> reproducing(Money total, Money part, std::int64_t hundredths) {
  std::vector<Rounding> found;
  for (const Rounding rounding : roundings) {
    if (share_of(total, rate_of(hundredths), rounding) == part) found.push_back(rounding);
  }
  return found;
}

int decimals(std::int64_t hundredths) {
  return hundredths % 100 == 0 ? 0 : hundredths % 10 == 0 ? 1 : 2;
}

// Of all rates that give the part to the grosz the one that a person would have agreed: with the
// fewest decimals (85 % before 85.01 %), then the nearest. How many others would do is told, too.
std::optional<ReproducingRate> reproducing_rate(Money total, Money part) {
  std::optional<std::int64_t> best;
  std::size_t rates = 0;
  const auto is_simpler = [&](std::int64_t rate) {
    if (!best) return true;
    if (decimals(rate) != decimals(*best)) return decimals(rate) < decimals(*best);
    return distance(total, part, rate) < distance(total, part, *best);
  };
  const GridRange range = rates_meeting(total, part);
  for (std::int64_t rate = range.first; rate <= range.last; ++rate) {
    if (reproducing(total, part, rate).empty()) continue;
    ++rates;
    if (is_simpler(rate)) best = rate;
  }
  if (!best) return std::nullopt;
  return ReproducingRate{rate_of(*best), reproducing(total, part, *best), rates - 1};
}

NearestRate nearest_rate(Money total, Money part) {
  const Int128 scaled = static_cast<Int128>(part.minor_units()) * hundred_percent;
  const auto hundredths =
      static_cast<std::int64_t>(divide(scaled, total.minor_units(), Rounding::half_up));
  const Rate rate = rate_of(hundredths);
  const Money gives = share_of(total, rate, Rounding::half_up);
  return {rate, gives, part - gives};
}

bool meets(const PublishedPart& published, std::int64_t hundredths) {
  return distance(published.total, published.part, hundredths) <= hundred_percent;
}

/// Most frequent first; of equals the lower one.
std::vector<std::int64_t> usual_rates(std::span<const PublishedPart> list) {
  std::map<std::int64_t, int> met;
  const auto is_telling = [](const PublishedPart& published) {
    return published.total >= telling_total;
  };
  const bool has_telling = std::any_of(list.begin(), list.end(), is_telling);
  for (const PublishedPart& published : list) {
    if (has_telling && !is_telling(published)) continue;
    const GridRange range = rates_meeting(published.total, published.part);
    for (std::int64_t rate = range.first; rate <= range.last; ++rate) ++met[rate];
  }
  std::vector<std::pair<int, std::int64_t>> usual;
  for (const auto& [rate, times] : met) {
    if (times >= usual_from) usual.emplace_back(-times, rate);
  }
  std::sort(usual.begin(), usual.end());
  std::vector<std::int64_t> rates;
  rates.reserve(usual.size());
  for (const auto& [times, rate] : usual) rates.push_back(rate);
  return rates;
}

// Where the exact share ends below half a grosz, down and half up give one amount: such a part
// tells nothing of the rounding, hence `down_and_half_up`.
void count(const PublishedPart& published, RateTally& tally) {
  const auto gives = [&](Rounding rounding) {
    return share_of(published.total, tally.rate, rounding) == published.part ? std::size_t{1}
                                                                             : std::size_t{0};
  };
  const auto down = gives(Rounding::down);
  const auto half_up = gives(Rounding::half_up);
  RateTally one;
  one.met = 1;
  one.down = down;
  one.half_up = half_up;
  one.half_even = gives(Rounding::half_even);
  one.up = gives(Rounding::up);
  one.down_and_half_up = down * half_up;
  one.neither = (1 - down) * (1 - half_up);
  tally += one;
}

}  // namespace

RateTally& RateTally::operator+=(const RateTally& other) {
  met += other.met;
  down += other.down;
  half_up += other.half_up;
  half_even += other.half_even;
  up += other.up;
  down_and_half_up += other.down_and_half_up;
  neither += other.neither;
  return *this;
}

// Where the parts come to the total, the one part that no rate gives took the remainder; where
// rates give every part, any of them may have. Where they fall short of it, the remainder is a
// source that was not named.
InferredSplit infer_split(Money total, std::span<const Money> amounts) {
  InferredSplit split;
  split.rest = total;
  std::vector<std::size_t> unexplained;
  for (const Money amount : amounts) {
    split.rest -= amount;
    InferredPart part{amount, reproducing_rate(total, amount), nearest_rate(total, amount)};
    if (!part.found) unexplained.push_back(split.parts.size());
    split.parts.push_back(std::move(part));
  }
  if (!split.rest.is_zero()) {
    if (unexplained.empty()) split.remainders = {amounts.size()};
    return split;
  }
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    if (unexplained.empty() || (unexplained.size() == 1 && unexplained.front() == i)) {
      split.remainders.push_back(i);
    }
  }
  return split;
}

InferredList infer_list(std::span<const PublishedPart> list) {
  InferredList inferred;
  const std::vector<std::int64_t> usual = usual_rates(list);
  for (const std::int64_t rate : usual) {
    RateTally tally;
    tally.rate = rate_of(rate);
    inferred.rates.push_back(tally);
  }
  for (const PublishedPart& published : list) {
    const auto rate = std::find_if(usual.begin(), usual.end(), [&](std::int64_t hundredths) {
      return meets(published, hundredths);
    });
    if (rate == usual.end()) {
      ++inferred.of_other_rate;
    } else {
      count(published, inferred.rates[static_cast<std::size_t>(rate - usual.begin())]);
    }
  }
  // Rates beside the one that gives a small amount meet it, too.
  std::erase_if(inferred.rates, [](const RateTally& tally) { return tally.met == 0; });
  return inferred;
}

}  // namespace euproj
