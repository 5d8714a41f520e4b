#pragma once
// Agreements of the real projects (src/calc/README.md#split): total, sources in every form, agreed
// amounts.

#include <optional>
#include <string>
#include <vector>

#include "euproj/model/financing.hpp"

namespace euproj::testing {

[[nodiscard]] inline FundingSource source(SourceKind kind, std::optional<std::string> percent,
                                          std::optional<std::int64_t> amount = std::nullopt) {
  FundingSource made;
  made.id = std::to_string(static_cast<int>(kind));
  made.kind = kind;
  if (percent) made.rate = parse_percent(*percent).value();
  if (amount) made.amount = Money::minor(*amount);
  made.remainder = !percent && !amount;
  const bool is_grant = kind == SourceKind::eu || kind == SourceKind::state;
  made.rounding = is_grant ? Rounding::down : Rounding::up;
  return made;
}

struct Agreement {
  std::string name;
  Money total;
  std::vector<FundingSource> sources;
  std::vector<std::int64_t>
      agreed;  // by source, in grosze; as printed where src/calc/README.md#split prints it
};

[[nodiscard]] inline std::vector<Agreement> agreements() {
  constexpr auto eu = SourceKind::eu;
  constexpr auto state = SourceKind::state;
  constexpr auto own = SourceKind::own;
  return {
      {"Jastrzębie: rates, remainder on own",
       Money::minor(104'293'886),
       {source(eu, "85%"), source(state, "8%"), source(own, std::nullopt)},
       {88'649'803, 8'343'510, 7'300'573}},
      {"Bytom: rates, remainder on own",
       Money::minor(99'999'650),
       {source(eu, "85%"), source(state, "8%"), source(own, std::nullopt)},
       {84'999'702, 7'999'972, 6'999'976}},
      {"Opole: rate of own rounds up, remainder on state",
       Money::minor(35'507'500),
       {source(eu, "85%"), source(state, std::nullopt), source(own, "5.5%")},
       {30'181'375, 3'373'212, 1'952'913}},
      {"Lublin: amount of state, remainder on own",
       Money::minor(59'020'813),
       {source(eu, "85%"), source(state, std::nullopt, 5'903'072), source(own, std::nullopt)},
       {50'167'691, 5'903'072, 2'950'050}},
      {"Bartoszyce: amount of own, remainder on eu",
       Money::minor(78'179'500),
       {source(eu, std::nullopt), source(own, std::nullopt, 4'200'000)},
       {73'979'500, 4'200'000}},
      {"Aleksandrów: no own contribution, remainder on state",
       Money::minor(39'014'750),
       {source(eu, "84.28%"), source(state, std::nullopt)},
       {32'881'631, 6'133'119}},
  };
}

}  // namespace euproj::testing
