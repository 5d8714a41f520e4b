#pragma once
// Command: a word after `euproj`, as a class with its own options.
//
// What a command declares here is all that is known of it: the parser, --help, the manual page, the
// completions and "did you mean" are made of it. Nothing here knows the library that parses.

#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "euproj/app/env.hpp"
#include "euproj/app/run.hpp"
#include "euproj/base/language.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {

enum class FindingsFormat { text, json };
enum class ColourChoice { automatic, always, never };

/// How a command speaks to its user. Every command has these; those that it does not declare keep
/// their values.
struct CommonOptions {
  Language language = Language::polish;
  bool strict = false;
  FindingsFormat findings = FindingsFormat::text;
  bool quiet = false;
  ColourChoice colour = ColourChoice::automatic;
};

/// The words that an option takes, and what each stands for.
template <typename Value>
using Words = std::vector<std::pair<std::string, Value>>;

/// What is wrong with the usage, in the user's language. Thrown while the command line is looked
/// at, and caught where that ends (command_line.cpp).
struct UsageFault {
  std::string text;
};

/// An argument or an option: what the parser fills, and what help, manual and completions say of
/// it.
struct Parameter {
  std::string names;  // "-o,--output"; of an argument "PROJECT.yaml"
  std::string
      value;  // what stands for the value: "PATH", "pl|en"; empty: it is a flag or an argument
  FixedText help{};
  std::variant<bool*, std::string*, std::vector<std::string>*> into;
  bool is_required = false;
  std::vector<std::string> words = {};  // the values there are, where they are words
  std::string list = {};                // else what `euproj list` gives of them

  [[nodiscard]] bool is_argument() const { return !names.starts_with('-'); }
};

/// The parameters of one command in the order of --help. What they are bound to must outlive them.
class Parameters {
 public:
  /// What is wrong with them is said in `language`.
  explicit Parameters(Language language) : language_(language) {}
  Parameters(const Parameters&) = delete;
  Parameters& operator=(const Parameters&) = delete;

  void argument(std::string name, FixedText help, std::string& into, bool is_required = false);
  void arguments(std::string name, FixedText help, std::vector<std::string>& into,
                 bool is_required = false);
  void flag(std::string name, FixedText help, bool& into);
  void text(std::string names, std::string value, FixedText help, std::string& into);
  /// One of `words`; the help shows all of them.
  template <typename Value>
  void word(const std::string& name, FixedText help, const Words<Value>& words, Value& into);
  /// From `min` to `max`, both included; `fault` is said of anything else with what was typed and
  /// both.
  void number(std::string name, FixedText help, TextOf<3> fault, std::size_t min, std::size_t max,
              std::size_t& into);
  /// Any other: `take` gets what was typed, or `typed` where nothing was, once all is parsed.
  void converted(Parameter parameter, std::function<void(const std::string&)> take,
                 std::string typed = {});

  /// Of the one that was declared last: its values are what `euproj list NAME` gives.
  void values_of_list(std::string name) { all_.back().list = std::move(name); }

  [[nodiscard]] std::span<const Parameter> all() const { return all_; }
  /// After the parser: what was typed becomes values, in the order of the declarations.
  void take_typed() const;

  template <std::size_t count>
  [[nodiscard]] UsageFault fault(TextOf<count> which, const std::string (&values)[count]) const {
    return {euproj::text(which, language_, values)};
  }
  /// The value of a word; throws the fault that names all of them.
  template <typename Value>
  [[nodiscard]] Value choose(const std::string& option, const std::string& word,
                             const Words<Value>& words) const;

 private:
  Language language_;
  std::vector<Parameter> all_;
  std::deque<std::string> typed_;  // a deque: the parser writes into its elements
  std::vector<std::function<void()>> takers_;
};

class Command {
 public:
  Command() = default;
  virtual ~Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;

  [[nodiscard]] virtual std::string_view name() const = 0;
  [[nodiscard]] virtual FixedText help() const = 0;
  /// Binds each argument and option to a member of the command.
  virtual void declare(Parameters&) {}
  /// What the options mean together, once each has its value; throws UsageFault.
  virtual void check() {}
  [[nodiscard]] virtual ExitCode run(Env& env) = 0;

  /// --lang, which every command takes, and what the command declares.
  void declare_all(Parameters& parameters);
  [[nodiscard]] Language language() const { return common_.language; }

 protected:
  /// --strict, --findings, --quiet, --color.
  void declare_findings(Parameters& parameters);
  void declare_colour(Parameters& parameters);
  [[nodiscard]] UsageFault fault(FixedText which) const {
    return {std::string(text(which, common_.language))};
  }
  template <std::size_t count>
  [[nodiscard]] UsageFault fault(TextOf<count> which, const std::string (&values)[count]) const {
    return {text(which, common_.language, values)};
  }
  /// Says on standard error what is wrong with the usage, where only the data could tell.
  ExitCode refuse(Env& env, const UsageFault& fault) const;

  CommonOptions common_;
};

/// The sentence on wrong usage, with the way to the help.
[[nodiscard]] std::string usage_text(Language language, const UsageFault& fault);
template <std::size_t count>
[[nodiscard]] std::string usage_text(Language language, TextOf<count> which,
                                     const std::string (&values)[count]) {
  return usage_text(language, UsageFault{text(which, language, values)});
}

template <typename Value>
void Parameters::word(const std::string& name, FixedText help, const Words<Value>& words,
                      Value& into) {
  Parameter parameter{name, {}, help, {}};
  std::string typed;
  for (const auto& [word, value] : words) {
    parameter.words.push_back(word);
    parameter.value += (parameter.value.empty() ? "" : "|") + word;
    if (value == into) typed = word;
  }
  converted(
      std::move(parameter),
      [this, name, &words, &into](const std::string& word) { into = choose(name, word, words); },
      typed);
}

template <typename Value>
Value Parameters::choose(const std::string& option, const std::string& word,
                         const Words<Value>& words) const {
  std::string known;
  for (const auto& [name, value] : words) {
    if (name == word) return value;
    known += (known.empty() ? "" : ", ") + name;
  }
  throw fault(Text::usage_word, {option, word, known});
}

}  // namespace euproj
