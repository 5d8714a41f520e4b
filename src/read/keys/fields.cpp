#include "read/keys/fields.hpp"

#include <algorithm>
#include <array>

#include "euproj/model/budget.hpp"
#include "euproj/model/logs.hpp"

namespace euproj {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 2> flag_words = {"true", "false"};
constexpr std::array<Words, 4> rounding_words = {"down", "up", "half_up", "half_even"};
constexpr std::array<Words, 2> split_words = {"weights", "documents"};
constexpr std::array<Words, 5> source_kind_words = {"eu", "state", "own", "private", "other"};
constexpr std::array<Words, 3> limit_base_words = {"total", "direct", "eu"};
constexpr std::array<Words, 1> role_words = {"staff"};
constexpr std::array<Words, 2> flat_rate_rounding_words = {"down", "half_up"};
constexpr std::array<Words, 2> in_kind_words = {"included", "excluded"};
constexpr std::array<Words, 2> direction_words = {"received", "returned"};
constexpr std::array<Words, 2> vat_words = {"eligible", "not_eligible"};
constexpr std::array<Words, 1> capacity_per_words = {"provider"};
constexpr std::array<Words, 2> capacity_count_words = {"persons", "households"};
constexpr std::array<Words, 2> session_words = {"individual", "group"};
constexpr std::array<Words, 2> indicator_kind_words = {"output", "result"};
/// A ratio and a criterion name things of the project, which a catalogue does not know.
constexpr std::array<Words, 9> catalogue_count_words = {"persons",  "households", "entries",
                                                        "sessions", "hours",      "headcount",
                                                        "places",   "measured",   "entities"};
constexpr std::array<Words, 1> catalogue_version_words = {"1"};
constexpr std::array<Words, 2> take_words = {"sum", "last"};
constexpr std::array<Words, 1> when_words = {"period"};
constexpr std::array<Words, 7> sex_words = {"K", "M", "kobieta", "mężczyzna", "woman", "man", "F"};
constexpr std::array<Words, 3> degurba_words = {"1", "2", "3"};
constexpr std::array<Words, 8> answer_words = {"yes", "no",     "refused", "tak",
                                               "nie", "odmowa", "true",    "false"};
constexpr std::array<Words, 6> completed_words = {"yes", "no", "tak", "nie", "true", "false"};
constexpr std::array<Words, 2> completeness_words = {"gate", "warn"};
constexpr std::array<Words, 13> objective_words = {"a", "b", "c", "d", "e", "f", "g",
                                                   "h", "i", "j", "k", "l", "m"};
constexpr std::array<Words, 2> place_kind_words = {"created", "supported"};
constexpr std::array<Words, 10> entity_kind_words = {
    "public_administration",   "sme",  "ngo", "other", "administracja publiczna", "msp", "mśp",
    "organizacja pozarządowa", "inny", "inne"};
constexpr std::array<Words, 12> entity_size_words = {"micro",  "small",   "medium", "large",
                                                     "mikro",  "mały",    "małe",   "mała",
                                                     "średni", "średnie", "duży",   "duże"};
constexpr std::array<Words, 3> preset_words = {"sm-efs", "sl2014", "pefs-lsi2014"};
constexpr std::array<Words, 4> encoding_words = {"utf-8", "utf-16", "windows-1250", "iso-8859-2"};
constexpr std::array<Words, 4> delimiter_words = {",", ";", "tab", "\t"};
constexpr std::array<Words, 1> layout_words = {"wide"};
constexpr std::array<Words, 2> declared_mode_words = {"cumulative", "period"};
constexpr std::array<Words, 2> decimal_words = {",", "."};

constexpr std::array<Words, 5> unit_words = {"hours", "sessions", "persons", "person_months",
                                             "measured"};
constexpr std::array<Words, 1> flat_rate_words = {"base"};

constexpr Need needed = Need::needed;
constexpr Need optional = Need::optional;

constexpr Field definition_fields[] = {
    {"euproj", Shape::format_version, needed},
    {"project", Shape::object, needed, {}, Object::project},
    {"financing", Shape::versions, needed, {}, Object::financing},
    {"budget", Shape::versions, optional, {}, Object::budget},
    {"claims", Shape::objects, optional, {}, Object::claim},
    {"advances", Shape::objects, optional, {}, Object::advance},
    {"advances_rule", Shape::percent},
    {"support_forms", Shape::objects, optional, {}, Object::support_form},
    {"groups", Shape::objects, optional, {}, Object::group},
    {"capacity", Shape::objects, optional, {}, Object::capacity},
    {"indicators", Shape::objects, optional, {}, Object::indicator},
    {"data", Shape::object, optional, {}, Object::data},
    {"privacy", Shape::object, optional, {}, Object::privacy},
    {"definitions", Shape::texts},
    {"checks", Shape::objects, optional, {}, Object::relation},
};
constexpr Field project_fields[] = {
    {"id", Shape::project_id, needed},
    {"number", Shape::text},
    {"title", Shape::local_text, needed, {}, Object::local_text},
    {"beneficiary", Shape::text},
    {"implementer", Shape::text},
    {"partners", Shape::texts_or_none},
    {"programme", Shape::text},
    {"fund", Shape::text},
    {"priority_axis", Shape::text},
    {"measure", Shape::text},
    {"agreement", Shape::object, optional, {}, Object::agreement},
    {"period", Shape::object, needed, {}, Object::period},
    {"durability", Shape::object, optional, {}, Object::durability},
    {"retention", Shape::object, optional, {}, Object::retention},
    {"currency", Shape::currency},
    {"objective", Shape::word, optional, objective_words},
    {"completeness", Shape::word, optional, completeness_words},
    {"rates", Shape::object, optional, {}, Object::rates},
};
constexpr Field agreement_fields[] = {{"number", Shape::text}, {"date", Shape::date}};
constexpr Field period_fields[] = {{"start", Shape::date, needed}, {"end", Shape::date, needed}};
constexpr Field durability_fields[] = {
    {"start", Shape::date}, {"end", Shape::date}, {"months", Shape::positive}};
constexpr Field retention_fields[] = {{"years", Shape::positive, needed},
                                      {"from", Shape::date, needed}};
constexpr Field local_text_fields[] = {{"pl", Shape::text, needed}, {"en", Shape::text}};
constexpr Field unit_forms_fields[] = {{"pl", Shape::forms, needed}, {"en", Shape::forms}};

constexpr Field financing_fields[] = {
    {"valid_from", Shape::date},
    {"total", Shape::money, needed},
    {"sources", Shape::objects, needed, {}, Object::source},
    {"agreed", Shape::objects, optional, {}, Object::agreed},
    {"rounding", Shape::word, optional, rounding_words},
    {"split", Shape::word, optional, split_words},
};
constexpr Field source_fields[] = {
    {"id", Shape::text, needed},
    {"name", Shape::local_text, optional, {}, Object::local_text},
    {"kind", Shape::word, needed, source_kind_words},
    {"rate", Shape::percent},
    {"amount", Shape::money},
    {"remainder", Shape::word, optional, flag_words},
    {"in_kind", Shape::word, optional, flag_words},
    {"rounding", Shape::word, optional, rounding_words},
};
constexpr Field agreed_fields[] = {{"sources", Shape::texts, needed},
                                   {"amount", Shape::money, needed}};

constexpr Field budget_fields[] = {
    {"valid_from", Shape::date},
    {"tasks", Shape::objects, optional, {}, Object::task},
    {"categories", Shape::objects, optional, {}, Object::category},
    {"partners", Shape::objects, optional, {}, Object::partner},
    {"schedule", Shape::objects, optional, {}, Object::planned_month},
    {"shift_limit", Shape::percent},
    {"vat", Shape::word_or_object, optional, vat_words, Object::vat},
    {"indirect", Shape::object, optional, {}, Object::indirect},
    {"lump_sums", Shape::objects, optional, {}, Object::lump_sum},
    {"unit_costs", Shape::objects, optional, {}, Object::unit_cost},
    {"limits", Shape::objects, optional, {}, Object::limit},
};
constexpr Field task_fields[] = {
    {"id", Shape::text, needed},
    {"name", Shape::local_text, optional, {}, Object::local_text},
    {"planned", Shape::money},
};
constexpr Field category_fields[] = {{"id", Shape::text, needed},
                                     {"name", Shape::local_text, optional, {}, Object::local_text},
                                     {"role", Shape::word, optional, role_words}};
constexpr Field partner_fields[] = {
    {"id", Shape::text, needed},
    {"name", Shape::local_text, optional, {}, Object::local_text},
    {"planned", Shape::money},
    {"leads", Shape::word, optional, flag_words},
};
constexpr Field planned_month_fields[] = {{"month", Shape::month, needed},
                                          {"amount", Shape::money, needed}};
constexpr Field vat_fields[] = {{"eligible_share", Shape::percent, needed}};
constexpr Field indirect_fields[] = {
    {"rate", Shape::percent},
    {"bands", Shape::objects, optional, {}, Object::band},
    {"remaining", Shape::percent},
    {"of", Shape::word, optional, flat_rate_base_words},
    {"exclude", Shape::texts},
    {"besides", Shape::texts},
    {"in_kind", Shape::word, optional, in_kind_words},
    {"rounding", Shape::word, optional, flat_rate_rounding_words},
};
constexpr Field band_fields[] = {{"up_to", Shape::money}, {"rate", Shape::percent, needed}};
constexpr Field lump_sum_fields[] = {
    {"id", Shape::text, needed},
    {"name", Shape::local_text, optional, {}, Object::local_text},
    {"task", Shape::text, needed},
    {"amount", Shape::money, needed},
    {"requires", Shape::objects, optional, {}, Object::requirement},
    {"partial", Shape::objects, optional, {}, Object::lump_step},
    {"flat_rate", Shape::word, optional, flat_rate_words},
};
constexpr Field requirement_fields[] = {{"indicator", Shape::text, needed},
                                        {"at_least", Shape::quantity, needed}};
constexpr Field lump_step_fields[] = {{"at_least", Shape::quantity, needed},
                                      {"amount", Shape::money, needed}};
constexpr Field unit_cost_fields[] = {
    {"id", Shape::text, needed},
    {"name", Shape::local_text, optional, {}, Object::local_text},
    {"task", Shape::text, needed},
    {"category", Shape::text},
    {"rate", Shape::objects_needed, needed, {}, Object::unit_rate},
    {"count", Shape::object, needed, {}, Object::unit_count},
    {"per_person_max", Shape::quantity},
    {"units_max", Shape::quantity},
    {"flat_rate", Shape::word, optional, flat_rate_words},
};
constexpr Field unit_rate_fields[] = {{"from", Shape::date}, {"amount", Shape::money, needed}};
constexpr Field unit_count_fields[] = {
    {"of", Shape::word, needed, unit_words},
    {"where", Shape::object, optional, {}, Object::condition},
    {"min_hours", Shape::quantity},
    {"min_sessions", Shape::positive},
    {"indicator", Shape::text},
};
constexpr Field limit_fields[] = {
    {"id", Shape::text, needed},
    {"categories", Shape::texts, needed},
    {"max", Shape::percent, needed},
    {"of", Shape::word, optional, limit_base_words},
};
constexpr Field claim_fields[] = {
    {"id", Shape::text, needed},
    {"from", Shape::date, needed},
    {"to", Shape::date, needed},
    {"status", Shape::word, optional, claim_status_words},
    {"kind", Shape::words, optional, claim_kind_words},
    {"submitted", Shape::object, optional, {}, Object::submission},
    {"decided", Shape::object, optional, {}, Object::decision},
};
constexpr Field submission_fields[] = {{"date", Shape::date, needed}, {"eligible", Shape::money}};
constexpr Field decision_fields[] = {
    {"date", Shape::date, needed},
    {"approved", Shape::money},
    {"ineligible", Shape::objects, optional, {}, Object::ineligible},
};
constexpr Field ineligible_fields[] = {
    {"document", Shape::text, needed},
    {"amount", Shape::money, needed},
    {"reason", Shape::text},
};
constexpr Field advance_fields[] = {
    {"date", Shape::date, needed},
    {"amount", Shape::money, needed},
    {"source", Shape::text},
    {"kind", Shape::word, optional, direction_words},
};

constexpr Field support_form_fields[] = {
    {"id", Shape::text, needed},
    {"name", Shape::local_text, optional, {}, Object::local_text},
    {"task", Shape::text},
    {"sessions", Shape::word, optional, session_words},
};
constexpr Field group_fields[] = {
    {"id", Shape::text, needed},
    {"name", Shape::local_text, optional, {}, Object::local_text},
    {"age", Shape::object, optional, {}, Object::age},
    {"planned", Shape::target, optional, {}, Object::target},
};
constexpr Field age_fields[] = {{"min", Shape::integer}, {"max", Shape::integer}};
constexpr Field target_fields[] = {
    {"total", Shape::quantity}, {"women", Shape::quantity}, {"men", Shape::quantity}};
constexpr Field goal_fields[] = {{"total", Shape::quantity},
                                 {"women", Shape::quantity},
                                 {"men", Shape::quantity},
                                 {"at_most", Shape::quantity}};
constexpr Field capacity_fields[] = {
    {"id", Shape::text, needed},
    {"form", Shape::text, needed},
    {"per", Shape::word, optional, capacity_per_words},
    {"count", Shape::word, needed, capacity_count_words},
    {"at_once", Shape::positive, needed},
};

constexpr Field indicator_fields[] = {
    {"id", Shape::text, needed},
    {"definition", Shape::catalogue_code},
    {"name", Shape::local_text, optional, {}, Object::local_text},
    {"kind", Shape::word, optional, indicator_kind_words},  // or by `definition`, as is `count`
    {"unit", Shape::unit, optional, {}, Object::unit_forms},
    {"baseline", Shape::quantity},
    {"target", Shape::goal, optional, {}, Object::goal},
    {"of", Shape::text_or_object, optional, {}, Object::population},  // an id, or of a criterion
    {"count", Shape::word, optional, count_words},
    {"take", Shape::word, optional, take_words},
    {"when", Shape::word, optional, when_words},
    {"where", Shape::object, optional, {}, Object::condition},
    {"tasks", Shape::texts},
    {"numerator", Shape::text},
    {"denominator", Shape::text},
    {"reached", Shape::object, optional, {}, Object::reached},
    {"threshold", Shape::percent},
    {"groups", Shape::objects, optional, {}, Object::criterion_group},
    {"targets_by", Shape::object, optional, {}, Object::targets_by},
};
constexpr Field targets_by_fields[] = {{"partner", Shape::headers, needed}};
constexpr Field population_fields[] = {{"where", Shape::object, optional, {}, Object::condition}};
constexpr Field reached_fields[] = {{"outcome", Shape::texts, needed},
                                    {"within", Shape::term, needed}};
constexpr Field criterion_group_fields[] = {
    {"id", Shape::text, needed},
    {"name", Shape::local_text, optional, {}, Object::local_text},
    {"where", Shape::object, needed, {}, Object::condition},
    {"threshold", Shape::percent, needed},
};
constexpr Field condition_fields[] = {
    {"support", Shape::texts},
    {"min_sessions", Shape::positive},
    {"min_hours", Shape::quantity},
    {"group", Shape::texts},
    {"sex", Shape::words, optional, sex_words},
    {"age", Shape::object, optional, {}, Object::age},
    {"labour_status", Shape::words, optional, labour_status_words},
    {"education", Shape::words, optional, education_levels},
    {"degurba", Shape::words, optional, degurba_words},
    {"citizenship", Shape::texts},
    {"disability", Shape::words, optional, answer_words},
    {"foreign_background", Shape::words, optional, answer_words},
    {"minority", Shape::words, optional, answer_words},
    {"homeless", Shape::words, optional, answer_words},
    {"disadvantaged", Shape::words, optional, answer_words},
    {"municipality", Shape::texts},
    {"ground", Shape::texts},
    {"completed", Shape::words, optional, completed_words},
    {"complete", Shape::word, optional, flag_words},
    {"outcome", Shape::texts},
    {"within", Shape::term},
    {"latest_of", Shape::texts},
    {"place_kind", Shape::words, optional, place_kind_words},
    {"kind", Shape::words, optional, entity_kind_words},
    {"size", Shape::words, optional, entity_size_words},
    {"any", Shape::objects_needed, optional, {}, Object::condition},
    {"all", Shape::objects_needed, optional, {}, Object::condition},
    {"not", Shape::object, optional, {}, Object::condition},
};

constexpr Field relation_fields[] = {
    {"sum", Shape::texts}, {"equals", Shape::text}, {"subset", Shape::texts}};

constexpr Field data_fields[] = {
    {"participants", Shape::data_entry, optional, {}, Object::data_file},
    {"support", Shape::data_entry, optional, {}, Object::data_file},
    {"outcomes", Shape::data_entry, optional, {}, Object::data_file},
    {"places", Shape::data_entry, optional, {}, Object::data_file},
    {"measurements", Shape::data_entry, optional, {}, Object::data_file},
    {"expenditures", Shape::data_entry, optional, {}, Object::data_file},
    {"aliases", Shape::data_entry, optional, {}, Object::data_file},
    {"entities", Shape::data_entry, optional, {}, Object::data_file},
    {"declared", Shape::data_entry, optional, {}, Object::data_file},
    {"settlements", Shape::data_entry, optional, {}, Object::data_file},
    {"waivers", Shape::data_entry, optional, {}, Object::data_file},
    {"seals", Shape::texts},
};
constexpr Field data_file_fields[] = {
    {"file", Shape::texts, needed},
    {"preset", Shape::word, optional, preset_words},
    {"sheet", Shape::texts},
    {"header", Shape::positive},
    {"ignore", Shape::texts},
    {"encoding", Shape::word, optional, encoding_words},
    {"delimiter", Shape::word, optional, delimiter_words},
    {"decimal", Shape::word, optional, decimal_words},
    {"date", Shape::word, optional, date_form_words},
    {"columns", Shape::headers},
    {"values", Shape::translations},
    {"layout", Shape::word, optional, layout_words},
    {"form", Shape::text},
    {"dates", Shape::object, optional, {}, Object::wide_dates},
    {"marks", Shape::marks, optional, {}, Object::marks},
    {"hours", Shape::quantity},
    {"match", Shape::object, optional, {}, Object::match},
    {"mode", Shape::word, optional, declared_mode_words},
};
constexpr Field wide_dates_fields[] = {{"month", Shape::month, needed}};
constexpr Field marks_fields[] = {{"present", Shape::texts, needed},
                                  {"absent", Shape::texts_or_blank}};
constexpr Field match_fields[] = {{"columns", Shape::texts, needed},
                                  {"with", Shape::texts, needed}};
constexpr Field catalogue_fields[] = {
    {"euproj_catalogue", Shape::word, needed, catalogue_version_words},
    {"edition", Shape::text, needed},
    {"indicators", Shape::objects_needed, needed, {}, Object::catalogue_entry},
};
constexpr Field catalogue_entry_fields[] = {
    {"code", Shape::text, needed},
    {"name", Shape::local_text, optional, {}, Object::local_text},
    {"kind", Shape::word, needed, indicator_kind_words},
    {"unit", Shape::text},
    {"count", Shape::word, needed, catalogue_count_words},
    {"where", Shape::object, optional, {}, Object::condition},
    {"source", Shape::local_text, optional, {}, Object::local_text},
    {"method", Shape::local_text, optional, {}, Object::local_text},
};
constexpr Field privacy_fields[] = {{"key_file", Shape::text, needed}};
constexpr Field rates_fields[] = {{"EUR", Shape::quantity, needed}, {"source", Shape::text}};

#define EUPROJ_OBJECT(object, name) {Object::object, name, #object, object##_fields},
constexpr std::array<ObjectInfo, object_count> objects =
    {{EUPROJ_OBJECT(definition, "definition") EUPROJ_OBJECT(project, "project") EUPROJ_OBJECT(
        agreement,
        "project.agreement") EUPROJ_OBJECT(period,
                                           "project.period") EUPROJ_OBJECT(durability,
                                                                           "project.durability")
          EUPROJ_OBJECT(retention, "project.retention") EUPROJ_OBJECT(
              local_text, "pl, en") EUPROJ_OBJECT(unit_forms,
                                                  "indicators.unit") EUPROJ_OBJECT(financing,
                                                                                   "financing")
              EUPROJ_OBJECT(source, "financing.sources") EUPROJ_OBJECT(
                  agreed, "financing.agreed") EUPROJ_OBJECT(budget,
                                                            "budget") EUPROJ_OBJECT(task,
                                                                                    "budget.tasks")
                  EUPROJ_OBJECT(category, "budget.categories") EUPROJ_OBJECT(
                      partner, "budget.partners") EUPROJ_OBJECT(planned_month, "budget.schedule")
                      EUPROJ_OBJECT(vat, "budget.vat") EUPROJ_OBJECT(
                          indirect, "budget.indirect") EUPROJ_OBJECT(band, "budget.indirect.bands")
                          EUPROJ_OBJECT(lump_sum, "budget.lump_sums") EUPROJ_OBJECT(
                              requirement,
                              "budget.lump_sums.requires")
                              EUPROJ_OBJECT(lump_step, "budget.lump_sums.partial") EUPROJ_OBJECT(
                                  unit_cost,
                                  "budget.unit_costs")
                                  EUPROJ_OBJECT(unit_rate, "budget.unit_costs.rate") EUPROJ_OBJECT(
                                      unit_count,
                                      "budget.unit_costs.count")
                                      EUPROJ_OBJECT(limit, "budget.limits") EUPROJ_OBJECT(
                                          claim,
                                          "claims") EUPROJ_OBJECT(submission, "claims.submitted")
                                          EUPROJ_OBJECT(decision, "claims.decided") EUPROJ_OBJECT(
                                              ineligible,
                                              "claims.decided.ineligible")
                                              EUPROJ_OBJECT(advance, "advances") EUPROJ_OBJECT(
                                                  support_form,
                                                  "support_forms") EUPROJ_OBJECT(group, "groups")
                                                  EUPROJ_OBJECT(age, "age") EUPROJ_OBJECT(
                                                      target,
                                                      "target") EUPROJ_OBJECT(goal, "target")
                                                      EUPROJ_OBJECT(capacity, "capacity") EUPROJ_OBJECT(
                                                          indicator,
                                                          "indicators")
                                                          EUPROJ_OBJECT(population, "indicators.of") EUPROJ_OBJECT(
                                                              reached,
                                                              "indicators.reached") EUPROJ_OBJECT(criterion_group,
                                                                                                  "indicators.groups")
                                                              EUPROJ_OBJECT(
                                                                  targets_by,
                                                                  "indicators.targets_by")
                                                                  EUPROJ_OBJECT(condition, "where") EUPROJ_OBJECT(
                                                                      relation, "checks")
                                                                      EUPROJ_OBJECT(data, "data") EUPROJ_OBJECT(
                                                                          data_file,
                                                                          "data")
                                                                          EUPROJ_OBJECT(wide_dates,
                                                                                        "data."
                                                                                        "support."
                                                                                        "dates")
                                                                              EUPROJ_OBJECT(
                                                                                  marks,
                                                                                  "data.support."
                                                                                  "marks")
                                                                                  EUPROJ_OBJECT(
                                                                                      match,
                                                                                      "da"
                                                                                      "ta"
                                                                                      ".m"
                                                                                      "at"
                                                                                      "c"
                                                                                      "h")
                                                                                      EUPROJ_OBJECT(privacy,
                                                                                                    "privacy")
                                                                                          EUPROJ_OBJECT(
                                                                                              catalogue,
                                                                                              "cata"
                                                                                              "logu"
                                                                                              "e")
                                                                                              EUPROJ_OBJECT(
                                                                                                  catalogue_entry,
                                                                                                  "indicators")
                                                                                                  EUPROJ_OBJECT(
                                                                                                      rates,
                                                                                                      "project.rates")}};
#undef EUPROJ_OBJECT

constexpr bool stand_in_order() {
  for (std::size_t position = 0; position < objects.size(); ++position) {
    if (static_cast<std::size_t>(objects[position].object) != position) return false;
  }
  return true;
}
static_assert(stand_in_order());

}  // namespace

const ObjectInfo& object_info(Object object) {
  return objects.at(static_cast<std::size_t>(object));
}

const Field* find_field(Object object, std::string_view key) {
  const std::span<const Field> fields = object_info(object).fields;
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& field) { return field.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

std::vector<std::string_view> known_keys(Object object) {
  std::vector<std::string_view> keys;
  for (const Field& field : object_info(object).fields) keys.push_back(field.key);
  return keys;
}

}  // namespace euproj
