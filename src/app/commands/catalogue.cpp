// `euproj catalogue`: the common indicators that a definition may name, and how each is counted.

#include "app/commands/list.hpp"
#include "app/run/output.hpp"
#include "euproj/base/suggest.hpp"
#include "euproj/read/read_catalogue.hpp"
#include "euproj/render/render_answers.hpp"
#include "euproj/report/catalogue_answer.hpp"

namespace euproj {
namespace {

class CatalogueCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "catalogue"; }
  [[nodiscard]] FixedText help() const override { return Text::help_catalogue; }

  void declare(Parameters& parameters) override {
    parameters.argument("CODE", Text::help_code, code_);
    parameters.values_of_list("catalogue");
    format_.declare(parameters, Text::help_format);
    text_.declare(parameters);
    declare_colour(parameters);
  }

  void check() override { format_.check_one_of({Format::text, Format::json}, *this); }

  [[nodiscard]] ExitCode run(Env& env) override {
    const CatalogueEntry* const entry = find_in_catalogue(code_);
    if (!code_.empty() && !entry) return unknown_code(env);
    if (format_.one() == Format::json) {
      env.out << render_catalogue_json(entry ? std::vector<CatalogueEntry>{*entry}
                                             : read_catalogue());
      return ExitCode::done;
    }
    const Document document = entry ? build_catalogue_entry_document(*entry, common_.language)
                                    : build_catalogue_document(read_catalogue(), common_.language);
    env.out << render_text(document, text_style(common_, text_, env));
    return ExitCode::done;
  }

 private:
  ExitCode unknown_code(Env& env) const {
    std::string word = code_;
    for (char& letter : word) {  // `eeco02` is near, though only `EECO02` is a code
      if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    }
    std::vector<std::string_view> codes;
    for (const CatalogueEntry& entry : read_catalogue()) codes.push_back(entry.code);
    const std::string_view near = nearest(word, codes);
    if (near.empty()) return refuse(env, fault(Text::usage_unknown, {code_}));
    return refuse(env, fault(Text::usage_did_you_mean, {code_, std::string(near)}));
  }

  std::string code_;  // empty: the list
  FormatOptions format_;
  TextOptions text_;
};

}  // namespace

std::unique_ptr<Command> catalogue_command() { return std::make_unique<CatalogueCommand>(); }

}  // namespace euproj
