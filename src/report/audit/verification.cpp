#include "euproj/report/verification.hpp"

#include <algorithm>
#include <map>

#include "euproj/report/changes.hpp"

namespace euproj {
namespace {

using Named = std::map<std::string, std::string>;

/// `same_version`: what only this side has is a difference; another program may not know it.
void compare(const std::string& part, const Named& there, const Named& here, bool same_version,
             Verification& verification) {
  const auto add = [&](const std::string& name, const std::string* was, const std::string* is) {
    const auto value = [](const std::string* text) {
      return text ? std::optional(*text) : std::nullopt;
    };
    verification.differences.push_back({name, part + "/" + name, value(was), value(is)});
  };
  for (const auto& [name, value] : there) {
    const auto is = here.find(name);
    if (is == here.end()) {
      add(name, &value, nullptr);
    } else if (is->second != value) {
      add(name, &value, &is->second);
    }
  }
  for (const auto& [name, value] : here) {
    if (!there.contains(name) && same_version) add(name, nullptr, &value);
  }
  verification.compared += std::max(there.size(), here.size());
}

Named figures_of(const Seal& seal) {
  Named named;
  for (const NamedFigure& figure : seal.figures) named[figure.name] = figure.value;
  return named;
}

/// A second one of a key gets a number, so that none is lost.
void add(Named& named, const std::string& name, std::string value) {
  std::string key = name;
  for (int number = 2; named.contains(key); ++number) key = name + "#" + std::to_string(number);
  named[key] = std::move(value);
}

std::string text_of(const SealedUnit& unit) {
  const char* const sex = unit.sex == Sex::woman ? " K" : unit.sex == Sex::man ? " M" : "";
  return unit.since.iso() + sex + " " + unit.amount.text();
}

/// Who and what counts; a unit without an id goes by its row. Where it stands is no matter.
Named evidence_of(const Seal& seal) {
  Named named;
  const auto add_units = [&](const std::string& of, const SealedUnits& units) {
    for (const SealedUnit& unit : units) {
      const std::string key = unit.row == 0 ? unit.key : "#" + std::to_string(unit.row);
      add(named, of + "/" + key, text_of(unit));
    }
  };
  for (const SealedEvidence::Indicator& each : seal.evidence.indicators) {
    add_units("indicators/" + each.id, each.units);
  }
  add_units("participants", seal.evidence.participants);
  for (const SealedEvidence::Claim& claim : seal.evidence.claims) {
    for (const SealedDocument& document : claim.documents) {
      add(named, "claims/" + claim.id + "/" + document.number + " " + document.issuer,
          document.task + " " + document.category + " " + document.paid.iso() + " " +
              document.eligible.text());
    }
  }
  return named;
}

VerifiedInput compare_input(const SealedInput& was, const SealedInput* is) {
  VerifiedInput input{was.path, VerifiedInput::State::changed, {}, {}};
  if (is != nullptr && is->sha256 == was.sha256) {
    input.state = VerifiedInput::State::same_bytes;
  } else if (is != nullptr && !was.rows_sha256.empty() && is->rows_sha256 == was.rows_sha256) {
    input.state = VerifiedInput::State::same_rows;
  } else {
    const auto place = [&](std::uint32_t line) { return was.path + ":" + std::to_string(line); };
    const RowDifference rows =
        difference_of_rows(was.marks, is == nullptr ? std::vector<RowMark>() : is->marks);
    for (const std::uint32_t line : rows.came) input.came.push_back(place(line));
    for (const std::uint32_t line : rows.went) input.went.push_back(place(line));
  }
  return input;
}

}  // namespace

void compare_seals(const Seal& there, const Seal& here, Verification& verification) {
  const bool same_version = there.version == here.version;
  compare("/figures", figures_of(there), figures_of(here), same_version, verification);
  compare("/evidence", evidence_of(there), evidence_of(here), true, verification);
  const auto find = [](const std::vector<SealedInput>& inputs, const SealedInput& like) {
    const auto found = std::find_if(inputs.begin(), inputs.end(), [&](const SealedInput& each) {
      return each.path == like.path && each.sheet == like.sheet;
    });
    return found == inputs.end() ? nullptr : &*found;
  };
  verification.inputs.push_back(compare_input(there.definition, &here.definition));
  for (const SealedInput& input : there.inputs) {
    verification.inputs.push_back(compare_input(input, find(here.inputs, input)));
  }
  for (const SealedInput& input : here.inputs) {
    if (find(there.inputs, input) != nullptr) continue;
    VerifiedInput added{input.path, VerifiedInput::State::changed, {}, {}};
    for (const RowMark& mark : input.marks) {
      added.came.push_back(input.path + ":" + std::to_string(mark.line));
    }
    verification.inputs.push_back(std::move(added));
  }
}

}  // namespace euproj
