#include "euproj/model/entities.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

#include "euproj/core/nip.hpp"

namespace euproj {
namespace {

/// What names an entity: a folded NIP, or the code of another number.
struct EntityKey {
  std::string nip;
  Code other_id = no_code;

  friend auto operator<=>(const EntityKey&, const EntityKey&) = default;
};

}  // namespace

std::vector<Entity> group_entities(const Logs& logs, const Codes& codes) {
  const std::vector<EntityRow>& rows = logs.entities;
  std::unordered_map<Code, std::string> nips;  // by other_id: of the first row that has both
  const auto nip_of = [&](const EntityRow& row) { return nip_key(codes.issuers.text(row.nip)); };
  for (const EntityRow& row : rows) {
    if (row.nip != no_code && row.other_id != no_code) nips.try_emplace(row.other_id, nip_of(row));
  }
  std::map<EntityKey, Entity> found;
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    EntityKey key{nip_of(rows[at]), no_code};
    if (key.nip.empty()) {
      const auto beside = nips.find(rows[at].other_id);
      if (beside == nips.end()) {
        key.other_id = rows[at].other_id;
      } else {
        key.nip = beside->second;
      }
    }
    found[std::move(key)].rows.push_back(at);
  }
  std::vector<Entity> entities;
  for (auto& [key, entity] : found) {
    std::stable_sort(entity.rows.begin(), entity.rows.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return rows[a].date < rows[b].date; });
    entity.date = rows[entity.rows.front()].date;
    for (const std::uint32_t at : entity.rows) {
      if (entity.kind == EntityKind::unknown) entity.kind = rows[at].kind;
      if (entity.size == EntitySize::unknown) entity.size = rows[at].size;
    }
    entities.push_back(std::move(entity));
  }
  std::sort(entities.begin(), entities.end(),
            [](const Entity& a, const Entity& b) { return a.rows.front() < b.rows.front(); });
  return entities;
}

}  // namespace euproj
