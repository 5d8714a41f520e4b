#pragma once
// Entities: the rows of the log `entities` put together by whom they are about.
//
//   row  nip            other_id   entity
//   1    525-000-57-97             A
//   2    PL5250005797   KRS 17     A        one folded NIP is one entity
//   3                   KRS 17     A        a number that stands beside one NIP is that entity's
//   4                   RSPO 4     B

#include <cstdint>
#include <vector>

#include "euproj/model/logs.hpp"

namespace euproj {

struct Entity {
  std::vector<std::uint32_t> rows;  // of Logs::entities, by date and then in file order
  Date date;                        // of the first of them
  EntityKind kind{};                // as the earliest row says that says it
  EntitySize size{};
};

/// In file order of the first row of each by date.
[[nodiscard]] std::vector<Entity> group_entities(const Logs& logs, const Codes& codes);

}  // namespace euproj
