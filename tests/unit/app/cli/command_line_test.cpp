// The parser knows no command: all of this is of one that only this test has.

#include "app/cli/command_line.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "app/cli/options.hpp"
#include "app/commands/list.hpp"
#include "euproj/app/command_table.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

class Greet final : public Command {
 public:
  std::string_view name() const override { return "greet"; }
  FixedText help() const override { return Text::help_schema; }
  void declare(Parameters& parameters) override {
    parameters.argument("WHO", Text::help_code, who, true);
    parameters.arguments("MORE", Text::help_code, more);
    parameters.flag("--loud", Text::help_quiet, loud);
    parameters.word("--mood", Text::help_colour, moods, mood);
    parameters.number("--times", Text::help_threads, Text::usage_threads, 1, 9, times);
    format.declare(parameters, Text::help_format, "F,...", &output);
    output.declare(parameters);
    declare_findings(parameters);
  }
  void check() override {
    if (loud && mood == 'c') throw fault(Text::usage_unknown, {"calm and loud"});
  }
  ExitCode run(Env&) override { return ExitCode::done; }
  const CommonOptions& common() const { return common_; }

  const Words<char> moods = {{"calm", 'c'}, {"merry", 'm'}};
  std::string who;
  std::vector<std::string> more;
  bool loud = false;
  char mood = 'm';
  std::size_t times = 3;
  FormatOptions format;
  OutputOptions output;
};

struct Parsed {
  Commands commands;
  Greet* greet = nullptr;  // none: `text` was said instead
  std::string text;
  bool is_fault = false;
};

Parsed parse(std::vector<std::string> words) {
  Parsed parsed;
  parsed.commands.push_back(std::make_unique<Greet>());
  words.insert(words.end(), {"--lang", "en"});
  const auto answer = parse_command_line(words, parsed.commands);
  if (const auto* said = std::get_if<CommandLineAnswer>(&answer)) {
    parsed.text = said->text;
    parsed.is_fault = said->is_fault;
  } else {
    parsed.greet = dynamic_cast<Greet*>(std::get<Command*>(answer));
  }
  return parsed;
}

std::string fault_of(const std::vector<std::string>& words) {
  const Parsed parsed = parse(words);
  CHECK(parsed.is_fault);
  constexpr std::string_view begin = "euproj: ";
  constexpr std::string_view end = "\nHelp: euproj --help\n";
  REQUIRE(parsed.text.starts_with(begin));
  REQUIRE(parsed.text.ends_with(end));
  return parsed.text.substr(begin.size(), parsed.text.size() - begin.size() - end.size());
}

TEST_CASE("what is typed lands in the members of the command, and what is not keeps its value") {
  const Parsed none = parse({"greet", "Ala"});
  REQUIRE(none.greet != nullptr);
  CHECK(none.greet->who == "Ala");
  CHECK(none.greet->more.empty());
  CHECK_FALSE(none.greet->loud);
  CHECK(none.greet->mood == 'm');
  CHECK(none.greet->times == 3);
  CHECK(none.greet->format.formats == std::vector{Format::text});
  CHECK(none.greet->language() == Language::english);
  CHECK(none.greet->common().findings == FindingsFormat::text);

  const Parsed all =
      parse({"greet", "Ala", "Ola", "Ela", "--loud", "--mood", "merry", "--times=9", "-o", "a.json",
             "--strict", "--quiet", "--findings", "json", "--color", "never"});
  REQUIRE(all.greet != nullptr);
  CHECK(all.greet->more == std::vector<std::string>{"Ola", "Ela"});
  CHECK(all.greet->loud);
  CHECK(all.greet->times == 9);
  CHECK(all.greet->format.formats == std::vector{Format::json});  // by the name of the file
  CHECK(all.greet->common().strict);
  CHECK(all.greet->common().quiet);
  CHECK(all.greet->common().findings == FindingsFormat::json);
  CHECK(all.greet->common().colour == ColourChoice::never);
  CHECK(parse({"greet", "Ala", "--format", "csv,text,csv"}).greet->format.formats ==
        std::vector{Format::csv, Format::text});
}

TEST_CASE("what is wrong is said in words of ours") {
  CHECK(fault_of({"greet"}) == "an argument is missing: WHO");
  CHECK(fault_of({"great", "Ala"}) == "`great` is not known; did you mean `greet`?");
  CHECK(fault_of({"nonsense", "Ala"}) == "`nonsense` is not known");
  CHECK(fault_of({"greet", "Ala", "--laud"}) == "`--laud` is not known; did you mean `--loud`?");
  CHECK(fault_of({"greet", "Ala", "--mood", "sad"}) == "--mood `sad`: choose one of calm, merry");
  CHECK(fault_of({"greet", "Ala", "--color", ""}) ==
        "--color ``: choose one of auto, always, never");
  CHECK(fault_of({"greet", "Ala", "--format", "text,pdf"}) ==
        "--format `pdf`: choose one of text, html, xlsx, json, csv");
  for (const std::string times : {"0", "10", "-1", "3x"}) {
    CHECK(
        fault_of({"greet", "Ala", "--times=" + times}).starts_with("--threads `" + times + "`: "));
  }
  CHECK(parse({"greet", "Ala", "--times=1"}).greet->times == 1);
  // What options mean together is looked at last.
  CHECK(fault_of({"greet", "Ala", "--loud", "--mood", "calm"}) == "`calm and loud` is not known");
}

TEST_CASE("a missing command is told which there are") {
  const Commands commands = make_commands();
  const auto answer = parse_command_line({"--"}, commands);
  REQUIRE(std::holds_alternative<CommandLineAnswer>(answer));
  CHECK(std::get<CommandLineAnswer>(answer).is_fault);
  CHECK(
      std::get<CommandLineAnswer>(answer).text ==
      "euproj: brakuje argumentu: POLECENIE (report, check, explain, seal, verify, sample, export, "
      "sql, split, init, catalogue, diff, schema, list)\n"
      "Pomoc: euproj --help\n");
}

TEST_CASE("help is made of what the command declares") {
  const Parsed of_all = parse({"--help"});
  CHECK_FALSE(of_all.is_fault);
  CHECK(of_all.text.find("\n  greet ") != std::string::npos);
  const Parsed of_one = parse({"greet", "--help"});
  CHECK_FALSE(of_one.is_fault);
  for (const char* line : {"\n  WHO ", "\n  --lang pl|en ", "\n  --loud ", "\n  --mood calm|merry ",
                           "\n  --times N ", "\n  -o,--output PATH "}) {
    CAPTURE(line);
    CHECK(of_one.text.find(line) != std::string::npos);
  }
}

TEST_CASE("the table of commands is the list of commands") {
  const auto table = command_table(Language::english);
  const Commands commands = make_commands();
  REQUIRE(table.size() == commands.size() + 1);  // the program itself first
  for (std::size_t i = 0; i < commands.size(); ++i) CHECK(table[i + 1].name == commands[i]->name());
  const auto report = table[1];
  REQUIRE(report.arguments.size() == 1);
  CHECK(report.arguments.front().name == "PROJECT.yaml");
  CHECK(report.arguments.front().is_needed);
  CHECK(report.arguments.front().may_repeat);
  CHECK(report.options[1].names == std::vector<std::string>{"--lang"});
  CHECK(report.options[1].value == "pl|en");
  CHECK(report.options[1].words == std::vector<std::string>{"pl", "en"});
}

}  // namespace
}  // namespace euproj
