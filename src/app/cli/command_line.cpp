// The command line. The only file that includes CLI11, whose exceptions end here; long for that, an
// option after the other.

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <sstream>
#include <utility>

#include "euproj/app/options.hpp"
#include "app/run/reporting_period.hpp"
#include "euproj/app/command_table.hpp"
#include "euproj/base/suggest.hpp"
#include "euproj/base/version.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

template <typename Value>
using Words = std::vector<std::pair<std::string, Value>>;

const Words<Language> languages = {{"pl", Language::polish}, {"en", Language::english}};
const Words<Format> formats = {{"text", Format::text},
                               {"html", Format::html},
                               {"xlsx", Format::xlsx},
                               {"json", Format::json},
                               {"csv", Format::csv}};
const Words<Format> check_formats = {
    {"text", Format::text}, {"json", Format::json}, {"sarif", Format::sarif}};
const Words<FailOn> fail_ons = {{"warning", FailOn::warning}, {"error", FailOn::error}};
const Words<FindingsFormat> findings_formats = {{"text", FindingsFormat::text},
                                                {"json", FindingsFormat::json}};
const Words<ColourChoice> colours = {{"auto", ColourChoice::automatic},
                                     {"always", ColourChoice::always},
                                     {"never", ColourChoice::never}};

/// A wrong value, in words of ours; caught where CLI11's own exceptions are.
struct UsageFault {
  std::string text;
};

/// Of a finding: no file of a project is named so, it has an extension or a folder.
bool looks_like_code(std::string_view word) {
  return !word.empty() &&
         word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

/// What CLI11 fills: plain text, checked and translated afterwards in words of ours.
struct Raw {
  std::string as_of;
  std::string small_cells;
  std::string language = "pl";
  std::string formats;  // with commas; empty: by the name of the output file, else text
  std::string findings = "text";
  std::string colour = "auto";
  std::string width = "100";
  std::string fail_on = "error";
  std::string threads;
};

constexpr std::size_t least_width = 40;  // a sentence and an amount still fit
constexpr std::size_t most_width = 1000;
constexpr std::size_t most_threads = 1024;

class CommandLine {
 public:
  explicit CommandLine(Language language)
      : language_(language), app_(say(Text::app_about), "euproj") {
    app_.set_help_flag("-h,--help", say(Text::help_help));
    app_.set_version_flag("--version", "euproj " + std::string(program_version), say(Text::help_version));
    app_.require_subcommand(1);
    app_.footer(say(Text::app_footer));
    app_.get_formatter()->column_width(28);
    app_.get_formatter()->label("Usage", say(Text::app_usage));
    app_.get_formatter()->label("OPTIONS", say(Text::app_options));
    app_.get_formatter()->label("SUBCOMMAND", say(Text::app_command));
    app_.get_formatter()->label("Positionals", say(Text::app_arguments));
    app_.get_help_ptr()->group(say(Text::app_options));
    app_.get_version_ptr()->group(say(Text::app_options));
    add_report();
    add_check();
    add_explain();
    add_split();
    add_init();
    add_catalogue();
    add_diff();
    add(Command::schema, "schema", Text::help_schema);
  }

  std::variant<Options, CommandLineAnswer> parse(std::vector<std::string> arguments) {
    if (arguments.empty()) return CommandLineAnswer{app_.help(), true};
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    try {
      app_.parse(arguments);
      finish();
      return options_;
    } catch (const CLI::CallForVersion& version) {
      return CommandLineAnswer{std::string(version.what()) + "\n"};
    } catch (const CLI::CallForHelp&) {
      const auto chosen = app_.get_subcommands();
      return CommandLineAnswer{chosen.empty() ? app_.help() : chosen.front()->help("euproj")};
    } catch (const CLI::ExtrasError&) {
      return fault(unknown_argument());
    } catch (const CLI::RequiredError& error) {
      // "PROJECT.yaml is required", or that a command is.
      const std::string what = error.what();
      const bool command = app_.get_subcommands().empty();
      if (command && app_.remaining_size() > 0) return fault(unknown_argument());
      return fault(say(Text::usage_missing,
                        {command ? say(Text::app_command) + " (report, check, explain, split, init, catalogue, diff, schema)"
                                 : what.substr(0, what.find(' '))}));
    } catch (const CLI::ParseError& error) {
      return fault(say(Text::usage_value, {std::string(error.what())}));
    } catch (const UsageFault& usage) {
      return fault(usage.text);
    }
  }

  std::vector<CommandInfo> table() const {
    std::vector<CommandInfo> commands = {command_info(app_, "")};
    for (const CLI::App* sub : app_.get_subcommands([](const CLI::App*) { return true; })) {
      commands.push_back(command_info(*sub, sub->get_name()));
    }
    return commands;
  }

 private:
  static CommandInfo command_info(const CLI::App& app, std::string name) {
    CommandInfo command{std::move(name), app.get_description(), {}, {}};
    for (const CLI::Option* option : app.get_options()) {
      if (option->get_positional()) {
        command.arguments.push_back({option->get_name(true, false), option->get_description(),
                                     option->get_required(), option->get_items_expected_max() > 1});
      } else {
        command.options.push_back(option_info(*option, command.name == "check"));
      }
    }
    return command;
  }

  static OptionInfo option_info(const CLI::Option& option, bool of_check) {
    OptionInfo info;
    for (const std::string& name : option.get_snames()) info.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) info.names.push_back("--" + name);
    info.help = option.get_description();
    if (option.get_items_expected_max() == 0) return info;
    info.value = option.get_type_name();
    if (info.names.back() == "--format") {
      for (const auto& [word, format] : of_check ? check_formats : formats) {
        info.words.push_back(word);
      }
    } else if (info.value.find('|') != std::string::npos) {
      std::istringstream words(info.value);
      for (std::string word; std::getline(words, word, '|');) info.words.push_back(word);
    }
    return info;
  }

  std::string say(FixedText which) const { return std::string(text(which, language_)); }
  template <std::size_t count>
  std::string say(TextOf<count> which, const std::string (&values)[count]) const {
    return text(which, language_, values);
  }

  CommandLineAnswer fault(const std::string& what) const {
    return {say(Text::usage_fault, {what}), true};
  }

  CLI::App* add(Command command, const char* name, FixedText help) {
    CLI::App* sub = app_.add_subcommand(name, say(help));
    sub->group(say(Text::app_commands));
    sub->option_defaults()->group(say(Text::app_options));
    sub->set_help_flag("-h,--help", say(Text::help_help))->group(say(Text::app_options));
    sub->callback([this, command] { options_.command = command; });
    sub->add_option("--lang", raw_.language, say(Text::help_language))->type_name("pl|en");
    return sub;
  }

  void add_projects(CLI::App* sub) {
    sub->add_option("PROJECT.yaml", options_.projects, say(Text::help_project))
        ->required()
        ->type_name("");
  }

  void add_format(CLI::App* sub) {
    sub->add_option("--format", raw_.formats, say(Text::help_format))->type_name("F,...");
  }

  void add_text_style(CLI::App* sub) {
    sub->add_option("--width", raw_.width, say(Text::help_width))->type_name("N");
    sub->add_flag("--ascii", options_.ascii, say(Text::help_ascii));
  }

  void add_findings(CLI::App* sub) {
    sub->add_flag("--strict", options_.strict, say(Text::help_strict));
    sub->add_option("--findings", raw_.findings, say(Text::help_findings))->type_name("text|json");
    sub->add_flag("--quiet", options_.quiet, say(Text::help_quiet));
    sub->add_option("--color", raw_.colour, say(Text::help_colour))
        ->type_name("auto|always|never");
  }

  void add_outside(CLI::App* sub) {
    sub->add_flag_callback(
        "--allow-outside", [this] { options_.outside = Outside::allowed; },
        say(Text::help_allow_outside));
  }

  /// Of what may run for hours, or every night.
  void add_batch(CLI::App* sub) {
    sub->add_option("--fail-on", raw_.fail_on, say(Text::help_fail_on))
        ->type_name("warning|error");
    sub->add_option("--threads", raw_.threads, say(Text::help_threads))->type_name("N");
    sub->add_option("--heartbeat", options_.heartbeat, say(Text::help_heartbeat))
        ->type_name("FILE");
  }

  void add_period(CLI::App* sub) {
    sub->add_option("--period", options_.period, say(Text::help_period))->type_name("P");
    sub->add_option("--as-of", raw_.as_of, say(Text::help_as_of))->type_name("DATE");
  }

  void add_output(CLI::App* sub) {
    sub->add_option("-o,--output", options_.output, say(Text::help_output))->type_name("PATH");
    sub->add_flag("--keep-going", options_.keep_going, say(Text::help_keep_going));
  }

  void add_report() {
    CLI::App* sub = add(Command::report, "report", Text::help_report);
    add_projects(sub);
    add_period(sub);
    sub->add_option("--claim", options_.claim, say(Text::help_claim))->type_name("ID");
    add_format(sub);
    add_text_style(sub);
    add_output(sub);
    add_small_cells(sub);
    sub->add_flag("--watch", options_.watch, say(Text::help_watch));
    add_findings(sub);
    add_batch(sub);
    add_outside(sub);
  }

  void add_small_cells(CLI::App* sub) {
    sub->add_option("--small-cells", raw_.small_cells, say(Text::help_small_cells))
        ->type_name("N");
  }

  void add_check() {
    CLI::App* sub = add(Command::check, "check", Text::help_check);
    add_projects(sub);
    add_period(sub);
    sub->add_option("--format", raw_.formats, say(Text::help_check_format))->type_name("F");
    add_output(sub);
    add_findings(sub);
    add_batch(sub);
    add_outside(sub);
  }

  void add_explain() {
    CLI::App* sub = add(Command::explain, "explain", Text::help_explain);
    sub->add_option("PROJECT.yaml", one_project_, say(Text::help_explain_project))
        ->required()
        ->type_name("");
    sub->add_option("INDICATOR", options_.indicator, say(Text::help_indicator))->type_name("");
    sub->add_option("--person", options_.person, say(Text::help_person))->type_name("ID");
    sub->add_flag("--reveal", options_.reveal, say(Text::help_reveal));
    add_small_cells(sub);  // to say why not, rather than that it is unknown
    add_period(sub);
    sub->add_option("--format", raw_.formats, say(Text::help_explain_format))->type_name("F");
    add_text_style(sub);
    add_output(sub);
    add_findings(sub);
    add_outside(sub);
  }

  void add_split() {
    CLI::App* sub = add(Command::split, "split", Text::help_split);
    sub->add_option("PROJECT.yaml", one_project_, say(Text::help_split_project))->type_name("");
    sub->add_option("AMOUNT", options_.amounts, say(Text::help_amount))->type_name("");
    sub->add_flag("--infer", options_.infer, say(Text::help_infer));
    sub->add_option("--list", options_.list, say(Text::help_list))->type_name("FILE");
    sub->add_option("--columns", options_.list_columns, say(Text::help_columns))
        ->type_name("TOTAL,PART");
    add_format(sub);
    add_findings(sub);
  }

  void add_diff() {
    CLI::App* sub = add(Command::diff, "diff", Text::help_diff);
    sub->add_option("OLD.yaml", one_project_, say(Text::help_diff_old))->required()->type_name("");
    sub->add_option("NEW.yaml", other_project_, say(Text::help_diff_new))
        ->required()
        ->type_name("");
    add_format(sub);
    add_text_style(sub);
    add_findings(sub);
  }

  void add_init() {
    CLI::App* sub = add(Command::init, "init", Text::help_init);
    sub->add_option("DIR", options_.folder, say(Text::help_folder))->required()->type_name("");
  }

  void add_catalogue() {
    CLI::App* sub = add(Command::catalogue, "catalogue", Text::help_catalogue);
    sub->add_option("CODE", options_.code, say(Text::help_code))->type_name("");
    add_format(sub);
    add_text_style(sub);
    sub->add_option("--color", raw_.colour, say(Text::help_colour))
        ->type_name("auto|always|never");
  }

  template <typename Value>
  Value choose(const char* option, const std::string& word, const Words<Value>& words) const {
    std::string known;
    for (const auto& [name, value] : words) {
      if (name == word) return value;
      known += (known.empty() ? "" : ", ") + name;
    }
    throw UsageFault{say(Text::usage_word, {option, word, known})};
  }

  /// With --infer there is no project: what stands first is the total.
  void finish_split() {
    const bool has_list = !options_.list.empty();
    if (!options_.infer) {
      if (has_list) throw UsageFault{say(Text::usage_needs_infer, {"--list"})};
      if (one_project_.empty()) throw UsageFault{say(Text::usage_missing, {"PROJECT.yaml"})};
    }
    if (!options_.list_columns.empty() && !has_list) {
      throw UsageFault{say(Text::usage_needs_infer, {"--columns"}) + " --list"};
    }
    if (options_.amounts.empty() && !has_list) {
      const bool total = options_.infer && one_project_.empty();
      throw UsageFault{say(Text::usage_missing, {total ? "TOTAL" : "AMOUNT"})};
    }
    if (has_list && !one_project_.empty()) throw UsageFault{say(Text::usage_list_and_amounts)};
    if (!options_.infer || has_list) return;
    options_.amounts.insert(options_.amounts.begin(), one_project_);
    one_project_.clear();
  }

  std::size_t number_of(const std::string& typed, TextOf<3> fault, std::size_t least,
                        std::size_t most) const {
    std::size_t number = 0;
    const char* const end = typed.data() + typed.size();
    const auto [stop, error] = std::from_chars(typed.data(), end, number);
    if (error == std::errc() && stop == end && number >= least && number <= most) return number;
    throw UsageFault{
        say(fault, {typed, std::to_string(least), std::to_string(most)})};
  }

  /// From what was typed to Options; throws UsageFault.
  void finish() {
    if (options_.command == Command::split) finish_split();
    const bool alone = options_.command == Command::explain && options_.indicator.empty() &&
                       options_.person.empty();
    if (alone && looks_like_code(one_project_)) options_.code = std::exchange(one_project_, {});
    if (!one_project_.empty()) options_.projects = {one_project_};
    if (!other_project_.empty()) options_.projects.push_back(other_project_);
    if (alone && options_.code.empty()) {
      throw UsageFault{say(Text::usage_missing, {"INDICATOR"})};
    }
    options_.language = choose("--lang", raw_.language, languages);
    options_.findings = choose("--findings", raw_.findings, findings_formats);
    options_.colour = choose("--color", raw_.colour, colours);
    // `-o raport.xlsx` means a workbook; nobody wants text under that name.
    options_.format_words = raw_.formats.empty() ? format_of_file_name() : raw_.formats;
    const bool is_check = options_.command == Command::check;
    options_.formats.clear();
    std::istringstream words(options_.format_words);
    for (std::string word; std::getline(words, word, ',');) {
      const Format format =
          is_check ? choose("check --format", word, check_formats)
                   : choose("--format", word, formats);
      if (std::find(options_.formats.begin(), options_.formats.end(), format) ==
          options_.formats.end()) {
        options_.formats.push_back(format);
      }
    }
    if (!raw_.small_cells.empty()) options_.small_cells = small_cells();
    options_.width = number_of(raw_.width, Text::usage_width, least_width, most_width);
    if (!raw_.threads.empty()) {
      options_.threads = number_of(raw_.threads, Text::usage_threads, 1, most_threads);
    }
    options_.fail_on = choose("--fail-on", raw_.fail_on, fail_ons);
    if (!raw_.as_of.empty()) {
      const auto day = parse_date(raw_.as_of);
      if (!day) throw UsageFault{say(Text::usage_as_of, {raw_.as_of})};
      options_.as_of = *day;
    }
    if (!options_.claim.empty() && options_.period != "all") {
      throw UsageFault{say(Text::usage_claim_and_period)};
    }
    if (!is_period_text(options_.period)) {
      throw UsageFault{say(Text::usage_period, {options_.period})};
    }
  }

  std::int64_t small_cells() const {
    if (options_.command == Command::explain) {
      throw UsageFault{say(Text::usage_small_cells_explain)};
    }
    constexpr std::size_t most_digits = 6;
    const std::string& text = raw_.small_cells;
    const bool digits = !text.empty() && text.size() <= most_digits &&
                        text.find_first_not_of("0123456789") == std::string::npos;
    const std::int64_t least = digits ? std::stoll(text) : 0;
    if (least < 2) throw UsageFault{say(Text::usage_small_cells, {text})};
    return least;
  }

  std::string format_of_file_name() const {
    const bool named =
        options_.command == Command::report || options_.command == Command::explain;
    for (const auto& [name, format] : formats) {
      if (named && options_.output.ends_with("." + name)) return name;
    }
    return "text";
  }

  /// The first argument that nothing knows, with the nearest thing that something does.
  std::string unknown_argument() const {
    const auto chosen = app_.get_subcommands();
    const CLI::App* where = chosen.empty() ? &app_ : chosen.front();
    const std::vector<std::string> extras = app_.remaining(true);
    const std::string word = extras.empty() ? std::string() : extras.front();
    std::vector<std::string> names;
    for (const CLI::Option* option : where->get_options()) {
      names.push_back("--" + (option->get_lnames().empty() ? "" : option->get_lnames().front()));
    }
    for (const CLI::App* sub : where->get_subcommands([](const CLI::App*) { return true; })) {
      names.push_back(sub->get_name());
    }
    const std::vector<std::string_view> known(names.begin(), names.end());
    const std::string_view near = nearest(word, known);
    if (near.empty()) return say(Text::usage_unknown, {word});
    return say(Text::usage_did_you_mean, {word, std::string(near)});
  }

  Language language_;
  CLI::App app_;
  Options options_;
  Raw raw_;
  std::string one_project_;    // of commands that take one
  std::string other_project_;  // of diff
};

}  // namespace

Language language_of(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool next = i + 1 < arguments.size();
    if (arguments[i] == "--lang=en" ||
        (arguments[i] == "--lang" && next && arguments[i + 1] == "en")) {
      return Language::english;
    }
  }
  return Language::polish;
}

std::vector<CommandInfo> command_table(Language language) {
  return CommandLine(language).table();
}

std::variant<Options, CommandLineAnswer> parse_command_line(
    const std::vector<std::string>& arguments) {
  return CommandLine(language_of(arguments)).parse(arguments);
}

}  // namespace euproj
