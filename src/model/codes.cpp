#include "euproj/model/codes.hpp"

namespace euproj {
namespace {

constexpr std::array yes_no_attributes = {Attribute::disability, Attribute::foreign_background,
                                          Attribute::minority, Attribute::homeless,
                                          Attribute::disadvantaged};

/// Calls `visit(tables.person_ids, others.person_ids...)` and so on for every kind of word.
template <typename Visit, typename Tables, typename... Others>
void for_each_kind(Visit visit, Tables& tables, Others&... others) {
  visit(tables.person_ids, others.person_ids...);
  visit(tables.other_ids, others.other_ids...);
  visit(tables.households, others.households...);
  visit(tables.sessions, others.sessions...);
  visit(tables.providers, others.providers...);
  visit(tables.forms, others.forms...);
  visit(tables.tasks, others.tasks...);
  visit(tables.categories, others.categories...);
  visit(tables.claims, others.claims...);
  visit(tables.outcomes, others.outcomes...);
  visit(tables.places, others.places...);
  visit(tables.documents, others.documents...);
  visit(tables.books, others.books...);
  visit(tables.issuers, others.issuers...);
  visit(tables.partners, others.partners...);
  visit(tables.sources, others.sources...);
  for (std::size_t i = 0; i < attribute_count; ++i) {
    visit(tables.attributes[i], others.attributes[i]...);
  }
}

}  // namespace

Codes::Codes() {
  for (const std::string_view word : {"K", "M"}) attribute(Attribute::sex).intern(word);
  for (const Attribute which : yes_no_attributes) {
    for (const std::string_view word : {"yes", "no", "refused"}) attribute(which).intern(word);
  }
  for (const std::string_view word : labour_status_words) {
    attribute(Attribute::labour_status).intern(word);
  }
  for (const std::string_view level : education_levels) {
    attribute(Attribute::education).intern(level);
  }
  for (const std::string_view word : {"1", "2", "3"}) attribute(Attribute::degurba).intern(word);
}

Codes Codes::beyond(const Codes& known) {
  Codes part{Bare()};
  for_each_kind([](Interner& own, const Interner& its) { own = Interner::beyond(its); }, part,
                known);
  return part;
}

void Codes::close() {
  for_each_kind([](Interner& own) { own.close(); }, *this);
}

CodeTables<Renaming> Codes::take(const Codes& part) {
  CodeTables<Renaming> renamings;
  for_each_kind([](Interner& own, const Interner& its, Renaming& renaming) { renaming = own.take(its); },
                *this, part, renamings);
  return renamings;
}

}  // namespace euproj
