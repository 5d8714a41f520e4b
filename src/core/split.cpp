#include "euproj/core/split.hpp"

namespace euproj {

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

}  // namespace euproj
