#include "euproj/report/catalogue_answer.hpp"

#include "euproj/words/texts.hpp"
#include "report/parts/typed_table.hpp"

namespace euproj {
namespace {

using parts::Words;

std::string kind_text(const Words& words, const CatalogueEntry& entry) {
  const bool output = entry.kind == Indicator::Kind::output;
  const std::string word = words(output ? Text::catalogue_output : Text::catalogue_result);
  return entry.is_counted() ? word : words(Text::catalogue_measured, {word});
}

FixedText subject_of(Certainty::Of of) {
  switch (of) {
    case Certainty::Of::name:
      return Text::certain_name;
    case Certainty::Of::code:
      return Text::certain_code;
    case Certainty::Of::rule:
      return Text::certain_rule;
    case Certainty::Of::status:
      return Text::certain_status;
    case Certainty::Of::window:
      return Text::certain_window;
  }
  return Text::certain_name;
}

FixedText mark_text(char mark) {
  if (mark == 'A') return Text::certain_a;
  return mark == 'B' ? Text::certain_b : Text::certain_c;
}

/// What of the entry can be relied on, and who says so.
Table certainty_table(const Words& words, const CatalogueEntry& entry) {
  parts::TypedTable<Certainty> table(words, "certain");
  table.title(Text::table_certain);
  table.label("of", Text::column_certain_of,
              [](const Certainty& each) { return subject_of(each.of); });
  table.column("mark", Text::column_certain, [words](const Certainty& each) {
    return std::string(1, each.mark) + " – " + words(mark_text(each.mark));
  });
  table.column("by", Text::catalogue_source, &Certainty::by);
  table.rows(entry.certain);
  return table.take();
}

Document titled(const Words& words) {
  Document document;
  document.language = words.language();
  document.title = words(Text::catalogue_title);
  return document;
}

}  // namespace

Document build_catalogue_document(const std::vector<CatalogueEntry>& entries, Language language) {
  const Words words(language);
  Document document = titled(words);
  document.subtitle = words(Text::catalogue_hint);
  for (auto entry = entries.begin(); entry != entries.end();) {
    const std::string& programme = entry->programme.in(language);
    parts::TypedTable<CatalogueEntry> table(words, "catalogue");
    table.column("code", Text::catalogue_code, &CatalogueEntry::code);
    table.column("kind", Text::catalogue_kind,
                 [words](const CatalogueEntry& of) { return kind_text(words, of); });
    table.column("name", Text::catalogue_name, &CatalogueEntry::name);
    for (; entry != entries.end() && entry->programme.in(language) == programme; ++entry)
      table.row(*entry);
    DocumentSection& section = document.sections.emplace_back();
    section.id = programme;
    section.title = programme;
    section.tables.push_back(table.take());
  }
  return document;
}

Document build_catalogue_entry_document(const CatalogueEntry& entry, Language language) {
  const Words words(language);
  Document document = titled(words);
  DocumentSection& section = document.sections.emplace_back();
  section.id = entry.code;
  section.title = entry.code;
  const auto fact = [&](FixedText label, const std::string& value) {
    if (!value.empty()) section.facts.emplace_back(words(label), Cell(value));
  };
  fact(Text::catalogue_name, entry.name.in(language));
  fact(Text::catalogue_programme, entry.programme.in(language));
  fact(Text::catalogue_kind, kind_text(words, entry));
  fact(Text::catalogue_unit, entry.unit);
  fact(Text::catalogue_derivation, entry.derivation.in(language));
  if (entry.is_counted()) {
    const std::string& where = entry.where;
    section.facts.emplace_back("where",
                               Cell(where.empty() ? words(Text::catalogue_everyone) : where));
  }
  if (entry.complete_records) {
    fact(Text::catalogue_records, words(Text::catalogue_complete_records));
  }
  fact(Text::catalogue_reason, entry.reason.in(language));
  fact(Text::catalogue_source, entry.source.in(language));
  section.add(certainty_table(words, entry));
  return document;
}

}  // namespace euproj
