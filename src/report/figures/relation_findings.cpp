// Relations between indicators (SPEC-COSTS 4.3): both sides in total and by sex, where both know
// it.

#include <algorithm>
#include <optional>

#include "euproj/base/format.hpp"
#include "euproj/report/build_figures.hpp"
#include "euproj/words/kinds.hpp"
#include "report/figures/people_figures.hpp"

namespace euproj {
namespace {

/// The values of several indicators added up; a part that has no value leaves none.
Value sum_of(const std::vector<std::size_t>& positions,
             const std::vector<IndicatorFigures>& indicators) {
  Value sum;
  const auto add = [&](std::optional<Quantity> Value::*part) {
    Quantity total;
    for (const std::size_t position : positions) {
      const std::optional<Quantity>& value = indicators.at(position).cumulative.*part;
      if (!value) return;
      total += *value;
    }
    sum.*part = total;
  };
  add(&Value::total);
  add(&Value::women);
  add(&Value::men);
  return sum;
}

bool is_broken(const Relation& relation, const std::optional<Quantity>& left,
               const std::optional<Quantity>& right) {
  if (!left || !right) return false;
  return relation.equal ? *left != *right : *left > *right;
}

/// "A + B = C".
std::string text_of(const Relation& relation, const Project& project) {
  const auto side = [&](const std::vector<std::size_t>& positions) {
    std::vector<std::string> ids;
    for (const std::size_t position : positions) ids.push_back(project.indicators.at(position).id);
    return list_of(ids, " + ");
  };
  return side(relation.left) + (relation.equal ? " = " : " ≤ ") + side(relation.right);
}

/// "3 (K 2, M 1)"; sexes where both sides know them.
std::string text_of(const Value& value, bool with_sexes) {
  std::string text = value.total->text();
  if (with_sexes) text += " (K " + value.women->text() + ", M " + value.men->text() + ")";
  return text;
}

}  // namespace

void build_relation_findings(const Dossier& dossier, const Figures& figures,
                             Diagnostics& diagnostics) {
  for (const Relation& relation : dossier.project.relations) {
    const Value left = sum_of(relation.left, figures.indicators);
    const Value right = sum_of(relation.right, figures.indicators);
    if (!left.total || !right.total) continue;
    if (!is_broken(relation, left.total, right.total) &&
        !is_broken(relation, left.women, right.women) &&
        !is_broken(relation, left.men, right.men)) {
      continue;
    }
    const bool with_sexes = left.women && right.women && left.men && right.men;
    diagnostics.report(Kind::relation_broken, relation.place,
                       {figures.period.last.iso(), text_of(relation, dossier.project),
                        text_of(left, with_sexes), text_of(right, with_sexes)});
  }
}

void build_relation_findings(const Dossier& dossier, Date day, std::size_t threads,
                             Diagnostics& diagnostics) {
  const auto& relations = dossier.project.relations;
  if (std::all_of(relations.begin(), relations.end(),
                  [](const Relation& relation) { return relation.built_in; })) {
    return;
  }
  Figures figures;
  figures.period = {day, day};
  PeopleCounts counts = compute_people_counts(dossier, figures.period, threads);
  add_indicators(dossier, counts, figures);
  build_relation_findings(dossier, figures, diagnostics);
}

}  // namespace euproj
