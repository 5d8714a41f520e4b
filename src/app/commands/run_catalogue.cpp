// `euproj catalogue`: the common indicators that a definition may name, and how each is counted.

#include "app/cli/usage_text.hpp"
#include "app/commands/commands.hpp"
#include "app/run/findings_output.hpp"
#include "euproj/base/suggest.hpp"
#include "euproj/read/read_catalogue.hpp"
#include "euproj/render/render.hpp"
#include "euproj/render/render_answers.hpp"
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
  template <std::size_t count>
  std::string say(TextOf<count> which, const std::string (&values)[count]) const {
    return text(which, language_, values);
  }

  std::string kind(const CatalogueEntry& entry) const {
    const std::string word = say(entry.kind == Indicator::Kind::output ? Text::catalogue_output
                                                                       : Text::catalogue_result);
    return entry.is_counted() ? word : say(Text::catalogue_measured, {word});
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

ExitCode unknown_code(const Options& options, Env& env) {
  std::string word = options.code;
  for (char& letter : word) {  // `eeco02` is near, though only `EECO02` is a code
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  std::vector<std::string_view> codes;
  for (const CatalogueEntry& entry : read_catalogue()) codes.push_back(entry.code);
  const std::string_view near = nearest(word, codes);
  env.err << (near.empty()
                  ? usage_text(options, Text::usage_unknown, {options.code})
                  : usage_text(options, Text::usage_did_you_mean, {options.code, std::string(near)}));
  return ExitCode::wrong_usage;
}

}  // namespace

ExitCode run_catalogue(const Options& options, Env& env) {
  const Format format = options.formats.front();
  if (options.formats.size() > 1 || (format != Format::text && format != Format::json)) {
    env.err << usage_text(options, Text::usage_word,
                          {"catalogue --format", options.format_words, "text, json"});
    return ExitCode::wrong_usage;
  }
  const CatalogueEntry* const entry = find_in_catalogue(options.code);
  if (!options.code.empty() && !entry) return unknown_code(options, env);
  if (format == Format::json) {
    env.out << render_catalogue_json(entry ? std::vector<CatalogueEntry>{*entry}
                                           : read_catalogue());
    return ExitCode::done;
  }
  CatalogueText text(options.language);
  env.out << render_text(entry ? text.explain(*entry) : text.list(read_catalogue()),
                         text_style(options, env));
  return ExitCode::done;
}

}  // namespace euproj
