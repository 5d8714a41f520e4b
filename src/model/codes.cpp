#include "euproj/model/codes.hpp"

#include "euproj/base/parallel.hpp"
#include "euproj/core/limits.hpp"

namespace euproj {
namespace {

static_assert(limits::distinct_text_bytes <= Interner::max_bytes);

constexpr std::array yes_no_attributes = {Attribute::disability, Attribute::foreign_background,
                                          Attribute::minority, Attribute::homeless,
                                          Attribute::disadvantaged};

/// Calls `visit(tables.person_ids, others.person_ids...)` and so on for every kind of word.
template <typename Visit, typename Tables, typename... Others>
void for_each_kind(Visit visit, Tables& tables, Others&... others) {
#define EUPROJ_WORD_KIND(kind) visit(tables.kind, others.kind...);
  EUPROJ_WORD_KINDS(EUPROJ_WORD_KIND)
#undef EUPROJ_WORD_KIND
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

Codes Codes::overlay(const Codes& known) {
  Codes part{Bare()};
  for_each_kind([](Interner& own, const Interner& its) { own = Interner::overlay(its); }, part,
                known);
  return part;
}

void Codes::freeze() {
  for_each_kind([](Interner& own) { own.freeze(); }, *this);
}

void Codes::limit_to(std::size_t bytes) {
  for_each_kind([bytes](Interner& own) { own.limit_to(bytes); }, *this);
}

Codes::Sizes Codes::sizes() const {
  Sizes sizes;
  for_each_kind([&](const Interner& own) { sizes.push_back(own.size()); }, *this);
  return sizes;
}

void Codes::cut_to(const Sizes& sizes) {
  auto size = sizes.begin();
  for_each_kind([&](Interner& own) { own.cut_to(*size++); }, *this);
}

std::vector<CodeTables<CodeRemap>> Codes::merge(std::span<const Codes* const> overlays,
                                                std::size_t threads,
                                                const std::function<void()>& while_waiting) {
  /// The tables of one kind of word: the own one, and in each overlay.
  struct WordKind {
    Interner* own = nullptr;
    std::vector<const Interner*> its;
    std::vector<CodeRemap*> remaps;
  };
  constexpr std::size_t few_texts = 10'000;  // that one thread merges while another would begin
  std::vector<CodeTables<CodeRemap>> remaps(overlays.size());
  std::vector<WordKind> kinds;
  std::size_t texts = 0;
  for (std::size_t part = 0; part < overlays.size(); ++part) {
    std::size_t kind = 0;
    const auto visit = [&](Interner& own, const Interner& its, CodeRemap& remap) {
      if (part == 0) kinds.push_back({&own, {}, {}});
      kinds[kind].its.push_back(&its);
      kinds[kind++].remaps.push_back(&remap);
      texts += its.size() - own.size();
    };
    for_each_kind(visit, *this, *overlays[part], remaps[part]);
  }
  for_each_in_parallel(kinds.size() + 1, texts < few_texts ? 1 : threads, [&](std::size_t piece) {
    if (piece == 0) return while_waiting();
    const WordKind& kind = kinds[piece - 1];
    for (std::size_t part = 0; part < overlays.size(); ++part) {
      *kind.remaps[part] = kind.own->merge(*kind.its[part]);
    }
  });
  return remaps;
}

}  // namespace euproj
