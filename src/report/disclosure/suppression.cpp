#include "report/disclosure/suppression.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "euproj/base/checked.hpp"

namespace euproj {
namespace {

// The search that the header proves. Secrets (small counts, and small differences that another
// report prints) are protected one after another; each costs one pass over persons that differ:
//
//   changed already by a move that was chosen: done, that move is its second world
//   else, of all moves (a twin of a person who counts in it is added, or a person is replaced by a
//   twin of another), the one whose newly suppressed cells cost a reader least
//
// Suppressing a cell joins two steps of a chart to a longer one, which may be small in its turn, so
// steps are looked at until none is.

/// Persons tried as the one replaced: more find hardly better moves and cost time.
constexpr std::size_t max_candidates = 1'000;

/// A cell, or the difference of two, that nobody may find out.
struct Secret {
  CellIndex cell = 0;
  std::optional<CellIndex> less;
};

std::int64_t amount_in(const CellParts& parts, CellIndex cell) {
  const auto found =
      std::lower_bound(parts.begin(), parts.end(), cell,
                       [](const CellPart& part, CellIndex wanted) { return part.cell < wanted; });
  return found != parts.end() && found->cell == cell ? found->amount : 0;
}

std::int64_t amount_in(const CellParts& parts, const Secret& secret) {
  return amount_in(parts, secret.cell) - (secret.less ? amount_in(parts, *secret.less) : 0);
}

/// twin - replaced, without zeros.
CellParts move_between(const CellParts& replaced, const CellParts& twin) {
  CellParts move;
  auto out = replaced.begin();
  auto in = twin.begin();
  while (out != replaced.end() || in != twin.end()) {
    if (in == twin.end() || (out != replaced.end() && out->cell < in->cell)) {
      move.push_back({out->cell, -out->amount});
      ++out;
    } else if (out == replaced.end() || in->cell < out->cell) {
      move.push_back(*in++);
    } else {
      if (in->amount != out->amount) move.push_back({in->cell, in->amount - out->amount});
      ++in;
      ++out;
    }
  }
  return move;
}

class Search {
 public:
  /// Persons with the same cells make the same moves, so one of them is enough.
  Search(CellTable table, std::int64_t threshold)
      : table_(std::move(table)),
        threshold_(threshold),
        totals_(table_.suppression_cost.size()),
        suppressed_(table_.suppression_cost.size()) {
    for (const CellParts& person : table_.persons) {
      for (const CellPart& part : person) totals_[part.cell] += part.amount;
    }
    distinct_persons_ = std::move(table_.persons);
    std::sort(distinct_persons_.begin(), distinct_persons_.end());
    distinct_persons_.erase(std::unique(distinct_persons_.begin(), distinct_persons_.end()),
                            distinct_persons_.end());
    std::erase(distinct_persons_, CellParts{});
  }

  std::vector<bool> run() {
    for (CellIndex cell = 0; cell < totals_.size(); ++cell) protect({cell, std::nullopt});
    for (const auto& [cell, less] : table_.differences) protect({cell, less});
    while (protect_a_step()) {
    }
    return std::move(suppressed_);
  }

 private:
  [[nodiscard]] bool is_small(std::int64_t value) const {
    return value != 0 && value > -threshold_ && value < threshold_;
  }

  [[nodiscard]] std::int64_t value_of(const Secret& secret) const {
    return totals_[secret.cell] - (secret.less ? totals_[*secret.less] : 0);
  }

  void protect(const Secret& secret) {
    if (!is_small(value_of(secret))) return;
    const bool done = std::any_of(moves_.begin(), moves_.end(), [&](const CellParts& move) {
      return amount_in(move, secret) != 0;
    });
    if (done) return;
    CellParts move = best_move(secret);
    for (const CellPart& part : move) suppressed_[part.cell] = true;
    moves_.push_back(std::move(move));
  }

  /// Two cells of a chart that are shown next to each other; suppressing more only makes the steps
  /// longer.
  bool protect_a_step() {
    std::optional<CellIndex> before;
    for (const CellIndex cell : table_.steps) {
      if (suppressed_[cell]) continue;
      if (before && is_small(totals_[cell] - totals_[*before])) {
        protect({cell, before});
        if (!suppressed_[cell] && !suppressed_[*before])
          throw InternalError("a step is not protected");
        return true;
      }
      before = cell;
    }
    return false;
  }

  /// Where a person counts with a minus, every move may make some count 0: better that than none.
  [[nodiscard]] CellParts best_move(const Secret& secret) const {
    for (const bool zeros : {false, true}) {
      if (CellParts move = best_move(secret, zeros); !move.empty()) return move;
    }
    throw InternalError("a small count without a person");
  }

  [[nodiscard]] CellParts best_move(const Secret& secret, bool zeros) const {
    CellParts best;
    std::int64_t best_cost = std::numeric_limits<std::int64_t>::max();
    const auto consider = [&](const CellParts& replaced, const CellParts& twin) {
      CellParts move = move_between(replaced, twin);
      const std::int64_t cost = cost_of(move, zeros, best_cost);
      if (cost >= best_cost) return;
      best_cost = cost;
      best = std::move(move);
    };
    std::vector<const CellParts*> inside;
    std::vector<const CellParts*> outside;
    for (const CellParts& person : distinct_persons_) {
      const bool counts = amount_in(person, secret) != 0;
      auto& side = counts ? inside : outside;
      if (side.size() < max_candidates) side.push_back(&person);
    }
    for (const CellParts* person : inside) {
      consider({}, *person);  // always possible
      for (const CellParts* other : outside) {
        consider(*other, *person);
        consider(*person, *other);
      }
    }
    return best;
  }

  /// What it would newly suppress costs; `limit` when it is not possible, or not better.
  /// A move may not make a count 0 or change its sign: zeros are printed, so it would show. Cells
  /// that are suppressed already cost nothing, which is why one move often serves several secrets.
  [[nodiscard]] std::int64_t cost_of(const CellParts& move, bool zeros, std::int64_t limit) const {
    std::int64_t cost = 0;
    for (const CellPart& part : move) {
      const std::int64_t before = totals_[part.cell];
      const std::int64_t after = before + part.amount;
      const bool sign_stays = before == 0 || (before > 0 ? after > 0 : after < 0);
      if (!zeros && !sign_stays) return limit;
      if (!suppressed_[part.cell]) cost += table_.suppression_cost[part.cell];
      if (cost >= limit) return limit;
    }
    return cost;
  }

  CellTable table_;
  std::int64_t threshold_;
  std::vector<std::int64_t> totals_;
  std::vector<bool> suppressed_;
  std::vector<CellParts> distinct_persons_;  // distinct, in order, none empty
  std::vector<CellParts> moves_;
};

}  // namespace

std::vector<bool> choose_suppressed(CellTable table, std::int64_t threshold) {
  return Search(std::move(table), threshold).run();
}

}  // namespace euproj
