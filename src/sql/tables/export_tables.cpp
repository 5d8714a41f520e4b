#include "euproj/sql/export_tables.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "euproj/base/unicode.hpp"
#include "euproj/model/entities.hpp"
#include "euproj/model/people.hpp"
#include "sql/tables/tables.hpp"

namespace euproj {
namespace {

constexpr std::size_t piece_size = 64 * 1024;

/// Rows of one table on their way to a file.
class CsvRows {
 public:
  CsvRows(const Dossier& dossier, const Sink& sink) : project_(dossier.project.id), sink_(sink) {}
  CsvRows(const CsvRows&) = delete;
  CsvRows& operator=(const CsvRows&) = delete;

  /// Every row begins with its project.
  CsvRows& row() {
    is_first_ = true;
    return cell(project_);
  }
  CsvRows& cell(std::string_view text) {
    separate();
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
      piece_ += text;
      return *this;
    }
    piece_ += '"';
    for (const char c : text) {
      if (c == '"') piece_ += '"';
      piece_ += c;
    }
    piece_ += '"';
    return *this;
  }
  CsvRows& cell(Date day) { return cell(std::string_view(day.iso())); }
  CsvRows& number(std::uint64_t number) { return cell(std::string_view(std::to_string(number))); }
  CsvRows& cell(const std::optional<Money>& money) {
    return money ? decimal(money->minor_units(), sql::money_decimals) : cell("");
  }
  CsvRows& cell(const std::optional<Quantity>& quantity) {
    return quantity ? decimal(quantity->scaled_units(), sql::quantity_decimals) : cell("");
  }
  void end() {
    piece_ += '\n';
    if (piece_.size() >= piece_size) flush();
  }
  void flush() {
    sink_(piece_);
    piece_.clear();
  }

 private:
  void separate() {
    if (!is_first_) piece_ += ',';
    is_first_ = false;
  }
  /// A point and always as many decimals.
  CsvRows& decimal(std::int64_t units, int decimals) {
    const bool negative = units < 0;
    std::string digits = std::to_string(negative ? -units : units);
    const auto least = static_cast<std::size_t>(decimals) + 1;
    if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
    digits.insert(digits.size() - static_cast<std::size_t>(decimals), ".");
    return cell(std::string_view((negative ? "-" : "") + digits));
  }

  const std::string& project_;
  const Sink& sink_;
  std::string piece_;
  bool is_first_ = true;
};

std::string_view answer_text(Answer answer) {
  constexpr std::string_view words[] = {"", "yes", "no", "refused"};
  return words[static_cast<std::size_t>(answer)];
}

/// A key for each person: the id under which reports name them, with a number where two share it.
std::vector<std::string> person_keys(const Dossier& dossier) {
  std::unordered_map<std::string, int> seen;
  std::vector<std::string> keys;
  for (const Person& person : dossier.people.persons) {
    std::string key = shown_person_id(dossier.codes, dossier.logs, dossier.people, person);
    if (const int number = ++seen[key]; number > 1) key += "#" + std::to_string(number);
    keys.push_back(std::move(key));
  }
  return keys;
}

/// Attributes that are nobody's business stay at home, unless a rule of the definition asks.
std::array<bool, attribute_count> exported_attributes(const Project& project) {
  std::array<bool, attribute_count> exported{};
  for (std::size_t i = 0; i < attribute_count; ++i) {
    const std::string_view name = attribute_names.at(i);
    for (const ColumnInfo& column : column_infos) {
      if (column.log == LogKind::participants && column.name == name) {
        exported.at(i) = column.privacy == Privacy::open;
      }
    }
  }
  const auto take = [&](const Condition& condition) {
    for_each_part(condition, [&](const Condition& part) {
      for (const AttributeTest& test : part.attributes) {
        exported.at(static_cast<std::size_t>(test.attribute)) = true;
      }
    });
  };
  for (const Indicator& indicator : project.indicators) {
    take(indicator.where);
    if (!indicator.criterion) continue;
    for (const CriterionGroup& group : indicator.criterion->groups) take(group.where);
  }
  for (const Budget& budget : project.budget.all()) {
    for (const UnitCost& cost : budget.unit_costs) take(cost.count.where);
  }
  return exported;
}

void write_identities(const Dossier& dossier, const Sink& sink) {
  CsvRows rows(dossier, sink);
  const std::vector<std::string> keys = person_keys(dossier);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    std::unordered_set<Code> seen;
    for (const std::uint32_t at : dossier.people.participations(dossier.people.persons[i])) {
      const ParticipantRow& row = dossier.logs.participants[at];
      if (!seen.insert(row.person_id).second) continue;
      rows.row()
          .cell(keys[i])
          .cell(shown_person_id(dossier.codes.person_ids.text(row.person_id), row.origin))
          .end();
    }
  }
  rows.flush();
}

void write_participations(const Dossier& dossier, const Sink& sink) {
  CsvRows rows(dossier, sink);
  const std::vector<std::string> keys = person_keys(dossier);
  const auto exported = exported_attributes(dossier.project);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    for (const std::uint32_t at : dossier.people.participations(dossier.people.persons[i])) {
      const ParticipantRow& row = dossier.logs.participants[at];
      rows.row().cell(keys[i]).number(at + 1).cell(row.born);
      for (std::size_t a = 0; a < attribute_count; ++a) {
        const auto which = static_cast<Attribute>(a);
        rows.cell(exported.at(a) ? dossier.codes.attribute(which).text(row.attribute(which))
                                 : std::string_view());
      }
      rows.cell(dossier.codes.households.text(row.household))
          .cell(row.entry)
          .cell(row.exit)
          .cell(answer_text(row.completed))
          .cell(dossier.codes.partners.text(row.partner))
          .end();
    }
  }
  rows.flush();
}

void write_support(const Dossier& dossier, const Sink& sink) {
  CsvRows rows(dossier, sink);
  const auto& log = dossier.logs.support;
  const std::vector<std::uint32_t>& repeated = dossier.people.repeated;
  const auto write = [&](std::string_view person, std::uint32_t at) {
    const SupportRow row = log[at];
    const bool is_repeated = std::binary_search(repeated.begin(), repeated.end(), at);
    // A row without a session is one of its own.
    const std::string session =
        row.session == no_code ? "row " + std::to_string(at + 1)
                               : "session " + std::string(dossier.codes.sessions.text(row.session));
    rows.row()
        .cell(person)
        .number(at + 1)
        .cell(row.date)
        .cell(dossier.codes.forms.text(row.form))
        .cell(session)
        .cell(std::optional(row.hours))
        .number(is_repeated ? 1 : 0)
        .number(row.headcount)
        .cell(dossier.codes.partners.text(row.partner))
        .end();
  };
  const std::vector<std::string> keys = person_keys(dossier);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    for (const std::uint32_t at : dossier.people.persons[i].support) write(keys[i], at);
  }
  for (const std::uint32_t at : dossier.people.non_participants) write("", at);
  rows.flush();
}

void write_outcomes(const Dossier& dossier, const Sink& sink) {
  CsvRows rows(dossier, sink);
  const std::vector<std::string> keys = person_keys(dossier);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    for (const std::uint32_t at : dossier.people.outcomes(dossier.people.persons[i])) {
      const OutcomeRow row = dossier.logs.outcomes[at];
      rows.row()
          .cell(keys[i])
          .number(at + 1)
          .cell(dossier.codes.outcomes.text(row.outcome))
          .cell(row.date)
          .cell(dossier.codes.partners.text(row.partner))
          .end();
    }
  }
  rows.flush();
}

void write_places(const Dossier& dossier, const Sink& sink) {
  CsvRows rows(dossier, sink);
  std::uint64_t number = 0;
  for (const PlaceRow& row : dossier.logs.places) {
    rows.row()
        .cell(dossier.codes.places.text(row.place))
        .number(++number)
        .cell(row.kind == PlaceKind::created ? "created" : "supported")
        .cell(row.from)
        .cell(row.to)
        .number(static_cast<std::uint64_t>(row.capacity))
        .end();
  }
  rows.flush();
}

void write_measurements(const Dossier& dossier, const Sink& sink) {
  CsvRows rows(dossier, sink);
  std::uint64_t number = 0;
  for (const MeasurementRow& row : dossier.logs.measurements) {
    rows.row()
        .cell(dossier.project.indicators.at(row.indicator).id)
        .number(++number)
        .cell(row.date)
        .cell(row.value)
        .cell(row.women)
        .cell(row.men)
        .end();
  }
  rows.flush();
}

void write_entities(const Dossier& dossier, const Sink& sink) {
  CsvRows rows(dossier, sink);
  std::uint64_t entity = 0;
  for (const Entity& each : group_entities(dossier.logs, dossier.codes)) {
    ++entity;
    for (const std::uint32_t at : each.rows) {
      const EntityRow& row = dossier.logs.entities[at];
      const auto word = [](const auto& words, auto value) {
        const auto at_word = static_cast<std::size_t>(value);
        return at_word == 0 ? std::string_view() : words.at(at_word - 1);
      };
      rows.row()
          .cell("entity " + std::to_string(entity))
          .number(at + 1)
          .cell(row.date)
          .cell(word(entity_kinds, row.kind))
          .cell(word(entity_sizes, row.size))
          .cell(dossier.codes.partners.text(row.partner))
          .end();
    }
  }
  rows.flush();
}

void write_documents(const Dossier& dossier, const Sink& sink) {
  CsvRows rows(dossier, sink);
  std::uint64_t number = 0;
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    const std::string_view document = dossier.codes.documents.text(row.document);
    rows.row()
        .number(++number)
        .cell(document)
        .cell(strict_likeness_of(document))
        .cell(dossier.codes.claims.text(row.claim))
        .cell(dossier.codes.tasks.text(row.task))
        .cell(dossier.codes.categories.text(row.category))
        .cell(dossier.codes.sources.text(row.source))
        .cell(dossier.codes.partners.text(row.partner))
        .cell(row.paid)
        .cell(std::optional(row.eligible))
        .cell(row.grant ? std::optional(*row.grant) : std::nullopt)
        .end();
  }
  rows.flush();
}

void write_declared_values(const Dossier& dossier, const Sink& sink) {
  CsvRows rows(dossier, sink);
  std::uint64_t number = 0;
  for (const DeclaredRow& row : dossier.logs.declarations) {
    const LogFile* const file = dossier.logs.file_of(row.origin);
    const bool of_period = file != nullptr && dossier.project.data[file->entry].of_period;
    rows.row()
        .cell(dossier.project.claims.at(row.claim - 1).id)
        .cell(dossier.project.indicators.at(row.indicator).id)
        .number(++number)
        .number(of_period ? 1 : 0)
        .cell(row.total)
        .cell(row.women)
        .cell(row.men)
        .end();
  }
  rows.flush();
}

void write_settlements(const Dossier& dossier, const Sink& sink) {
  CsvRows rows(dossier, sink);
  std::uint64_t number = 0;
  for (const SettlementRow& row : dossier.logs.settlements) {
    rows.row()
        .cell(dossier.codes.lump_sums.text(row.lump_sum))
        .number(++number)
        .cell(dossier.codes.claims.text(row.claim))
        .cell(row.date)
        .end();
  }
  rows.flush();
}

void write_projects(const Dossier& dossier, const Sink& sink) {
  CsvRows rows(dossier, sink);
  rows.row().number(export_version).end();
  rows.flush();
}

std::string header_of(const sql::TableColumns& table) {
  std::string header;
  for (const sql::ColumnOf& column : table.columns) {
    header += (header.empty() ? "" : ",") + column.name;
  }
  return header + "\n";
}

std::vector<ExportTable> all_export_tables() {
  const std::map<std::string, void (*)(const Dossier&, const Sink&)> writers = {
      {"identities", write_identities},
      {"participations", write_participations},
      {"support", write_support},
      {"outcomes", write_outcomes},
      {"places", write_places},
      {"measurements", write_measurements},
      {"entities", write_entities},
      {"documents", write_documents},
      {"declared_values", write_declared_values},
      {"settlements", write_settlements},
      {"projects", write_projects},
  };
  std::vector<ExportTable> all;
  for (const sql::TableColumns& table : sql::tables()) {
    all.push_back({table.name, header_of(table), writers.at(table.name)});
  }
  return all;
}

}  // namespace

const std::vector<ExportTable>& export_tables() {
  static const std::vector<ExportTable> all = all_export_tables();
  return all;
}

}  // namespace euproj
