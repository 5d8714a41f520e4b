#include "app/cli/command.hpp"

#include <charconv>

namespace euproj {
namespace {

const Words<Language> languages = {{"pl", Language::polish}, {"en", Language::english}};
const Words<FindingsFormat> findings_formats = {{"text", FindingsFormat::text},
                                                {"json", FindingsFormat::json}};
const Words<ColourChoice> colours = {{"auto", ColourChoice::automatic},
                                     {"always", ColourChoice::always},
                                     {"never", ColourChoice::never}};

}  // namespace

void Parameters::argument(std::string name, FixedText help, std::string& into, bool is_required) {
  all_.push_back({std::move(name), {}, help, &into, is_required});
}

void Parameters::arguments(std::string name, FixedText help, std::vector<std::string>& into,
                           bool is_required) {
  all_.push_back({std::move(name), {}, help, &into, is_required});
}

void Parameters::flag(std::string name, FixedText help, bool& into) {
  all_.push_back({std::move(name), {}, help, &into});
}

void Parameters::text(std::string names, std::string value, FixedText help, std::string& into) {
  all_.push_back({std::move(names), std::move(value), help, &into});
}

void Parameters::number(std::string name, FixedText help, TextOf<3> fault, std::size_t min,
                        std::size_t max, std::size_t& into) {
  const auto take = [this, fault, min, max, &into](const std::string& typed) {
    if (typed.empty() && into == 0) return;  // not given, and none is a number of its own
    std::size_t number = 0;
    const char* const end = typed.data() + typed.size();
    const auto [stop, error] = std::from_chars(typed.data(), end, number);
    if (error != std::errc() || stop != end || number < min || number > max) {
      throw this->fault(fault, {typed, std::to_string(min), std::to_string(max)});
    }
    into = number;
  };
  converted({std::move(name), "N", help, {}}, take, into == 0 ? "" : std::to_string(into));
}

void Parameters::converted(Parameter parameter, std::function<void(const std::string&)> take,
                           std::string typed) {
  std::string& given = typed_.emplace_back(std::move(typed));
  parameter.into = &given;
  all_.push_back(std::move(parameter));
  takers_.emplace_back([&given, take = std::move(take)] { take(given); });
}

void Parameters::take_typed() const {
  for (const auto& take : takers_) take();
}

void Command::declare_all(Parameters& parameters) {
  parameters.word("--lang", Text::help_language, languages, common_.language);
  declare(parameters);
}

void Command::declare_findings(Parameters& parameters) {
  parameters.flag("--strict", Text::help_strict, common_.strict);
  parameters.word("--findings", Text::help_findings, findings_formats, common_.findings);
  parameters.flag("--quiet", Text::help_quiet, common_.quiet);
  declare_colour(parameters);
}

void Command::declare_colour(Parameters& parameters) {
  parameters.word("--color", Text::help_colour, colours, common_.colour);
}

ExitCode Command::refuse(Env& env, const UsageFault& fault) const {
  env.err << usage_text(common_.language, fault);
  return ExitCode::wrong_usage;
}

std::string usage_text(Language language, const UsageFault& fault) {
  return text(Text::usage_fault, language, {fault.text});
}

}  // namespace euproj
