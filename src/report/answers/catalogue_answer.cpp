#include "euproj/report/catalogue_answer.hpp"

#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

class CatalogueText {
 public:
  explicit CatalogueText(Language language) : language_(language) {
    document_.language = language;
    document_.title = say(Text::catalogue_title);
  }

  /// A table for each programme: code, kind, name.
  Document list(const std::vector<CatalogueEntry>& entries) {
    document_.subtitle = say(Text::catalogue_hint);
    for (const CatalogueEntry& entry : entries) {
      const std::string& programme = entry.programme.in(language_);
      if (document_.sections.empty() || document_.sections.back().title != programme) {
        document_.sections.push_back(empty_section(programme));
      }
      TableRow row;
      row.cells.emplace_back(entry.code);
      row.cells.emplace_back(kind(entry));
      row.cells.emplace_back(entry.name.in(language_));
      document_.sections.back().tables.front().rows.push_back(std::move(row));
    }
    return std::move(document_);
  }

  /// Everything about one.
  Document explain(const CatalogueEntry& entry) {
    DocumentSection section;
    section.id = entry.code;
    section.title = entry.code;
    const auto fact = [&](FixedText label, const std::string& value) {
      if (!value.empty()) section.facts.emplace_back(say(label), Cell(value));
    };
    fact(Text::catalogue_name, entry.name.in(language_));
    fact(Text::catalogue_programme, entry.programme.in(language_));
    fact(Text::catalogue_kind, kind(entry));
    fact(Text::catalogue_unit, entry.unit);
    fact(Text::catalogue_derivation, entry.derivation.in(language_));
    if (entry.is_counted()) {
      const std::string& where = entry.where;
      section.facts.emplace_back("where",
                                 Cell(where.empty() ? say(Text::catalogue_everyone) : where));
    }
    fact(Text::catalogue_reason, entry.reason.in(language_));
    fact(Text::catalogue_source, entry.source.in(language_));
    document_.sections.push_back(std::move(section));
    return std::move(document_);
  }

 private:
  std::string say(FixedText which) const { return std::string(text(which, language_)); }

  std::string kind(const CatalogueEntry& entry) const {
    const std::string word = say(entry.kind == Indicator::Kind::output ? Text::catalogue_output
                                                                       : Text::catalogue_result);
    return entry.is_counted() ? word : text(Text::catalogue_measured, language_, {word});
  }

  DocumentSection empty_section(const std::string& programme) const {
    Table table;
    table.id = "catalogue";
    table.columns = {{"code", say(Text::catalogue_code), ColumnKind::text},
                     {"kind", say(Text::catalogue_kind), ColumnKind::text},
                     {"name", say(Text::catalogue_name), ColumnKind::text}};
    DocumentSection section;
    section.id = programme;
    section.title = programme;
    section.tables.push_back(std::move(table));
    return section;
  }

  Language language_;
  Document document_;
};

}  // namespace

Document build_catalogue_document(const std::vector<CatalogueEntry>& entries, Language language) {
  return CatalogueText(language).list(entries);
}

Document build_catalogue_entry_document(const CatalogueEntry& entry, Language language) {
  return CatalogueText(language).explain(entry);
}

}  // namespace euproj
