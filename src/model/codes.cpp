#include "euproj/model/codes.hpp"

#include "euproj/base/parallel.hpp"

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

std::vector<CodeTables<Renaming>> Codes::take(std::span<const Codes* const> parts,
                                              std::size_t threads,
                                              const std::function<void()>& beside) {
  /// The tables of one kind of word: the own one, and in each part.
  struct WordKind {
    Interner* own = nullptr;
    std::vector<const Interner*> its;
    std::vector<Renaming*> renamings;
  };
  constexpr std::size_t few_texts = 10'000;  // that one thread takes while another would begin
  std::vector<CodeTables<Renaming>> renamings(parts.size());
  std::vector<WordKind> kinds;
  std::size_t texts = 0;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    std::size_t kind = 0;
    const auto visit = [&](Interner& own, const Interner& its, Renaming& renaming) {
      if (part == 0) kinds.push_back({&own, {}, {}});
      kinds[kind].its.push_back(&its);
      kinds[kind++].renamings.push_back(&renaming);
      texts += its.size() - own.size();
    };
    for_each_kind(visit, *this, *parts[part], renamings[part]);
  }
  for_each_in_parallel(kinds.size() + 1, texts < few_texts ? 1 : threads, [&](std::size_t piece) {
    if (piece == 0) return beside();
    const WordKind& kind = kinds[piece - 1];
    for (std::size_t part = 0; part < parts.size(); ++part) {
      *kind.renamings[part] = kind.own->take(*kind.its[part]);
    }
  });
  return renamings;
}

}  // namespace euproj
