#include "manual_page.hpp"

#include "euproj/base/version.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

/// The words of the page that no option says.
struct Prose {
  const char* name;
  const char* synopsis;
  const char* description;
  const char* commands;
  const char* status;
  const char* environment;
  const char* examples;
  const char* about;
  const char* what;
  const char* statuses[6];  // by number; the last is empty
  const char* epoch;
  const char* colour;
  const char* month;
  const char* fleet;
  const char* watch;
  const char* more;
  const char* see_also;
};

constexpr Prose english = {
    "NAME",
    "SYNOPSIS",
    "DESCRIPTION",
    "COMMANDS",
    "EXIT STATUS",
    "ENVIRONMENT",
    "EXAMPLES",
    "indicators and co-financing of EU projects",
    "Reads the definition of a project co-financed by the EU and its logs (CSV, XLSX or ODS), "
    "counts "
    "people and splits money to the grosz, and writes the report as text, HTML, XLSX, JSON and "
    "CSV. "
    "Every fault of every file is listed in one run, and nothing is written while something is "
    "wrong. Results go to standard output, findings and progress to standard error. The same "
    "inputs "
    "and options give the same bytes.",
    {"done; there may be warnings", "the definition or the data have errors: all are listed",
     "wrong usage", "a file cannot be read or written",
     "a file that verify compared is not what the logs give", ""},
    "Seconds since 1970: the time in workbooks. Without it, it is the last day of the period.",
    "When set, nothing is coloured.",
    "the workbook of a month:",
    "all projects at once, for a nightly job:",
    "while the definition is being written:",
    "euproj explain CODE tells what a finding means and what to do. euproj schema prints the JSON "
    "Schema of the definition for editors.",
    "SEE ALSO"};

constexpr Prose polish = {
    "NAZWA",
    "SKŁADNIA",
    "OPIS",
    "POLECENIA",
    "KOD WYJŚCIA",
    "ŚRODOWISKO",
    "PRZYKŁADY",
    "wskaźniki i montaż finansowy projektów UE",
    "Czyta definicję projektu współfinansowanego przez UE i jego dzienniki (CSV, XLSX lub ODS), "
    "liczy "
    "osoby i dzieli pieniądze co do grosza, a raport zapisuje jako tekst, HTML, XLSX, JSON i CSV. "
    "Wypisuje wszystkie błędy wszystkich plików naraz i niczego nie zapisuje, dopóki coś jest źle. "
    "Wyniki idą na standardowe wyjście, uwagi i postęp na standardowe wyjście błędów. Te same "
    "pliki i "
    "opcje dają te same bajty.",
    {"gotowe; mogą być ostrzeżenia", "definicja lub dane mają błędy: wypisano wszystkie",
     "złe wywołanie", "pliku nie da się przeczytać lub zapisać",
     "plik porównany przez verify nie jest tym, co dają dzienniki", ""},
    "Sekundy od 1970 roku: czas w skoroszytach. Bez niej jest to ostatni dzień okresu.",
    "Gdy jest ustawiona, nic nie jest kolorowe.",
    "skoroszyt za miesiąc:",
    "wszystkie projekty naraz, do zadania nocnego:",
    "w trakcie pisania definicji:",
    "euproj explain KOD mówi, co znaczy uwaga i co zrobić. euproj schema wypisuje JSON Schema "
    "definicji dla edytorów.",
    "ZOBACZ TAKŻE"};

/// Text that roff does not take for requests: "-" is a minus to copy, a line begins with no dot.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if ((c == '.' || c == '\'') && out.empty())
      (out += "\\&") += c;
    else
      out += c;
  }
  return out;
}

std::string option_line(const OptionInfo& option) {
  std::string line;
  for (const std::string& name : option.names) {
    line += (line.empty() ? "" : ", ") + ("\\fB" + escaped(name) + "\\fR");
  }
  if (!option.value.empty()) line += " \\fI" + escaped(option.value) + "\\fR";
  return ".TP\n" + line + "\n" + escaped(option.help) + "\n";
}

std::string argument_text(const ArgumentInfo& argument) {
  const std::string name = "\\fI" + escaped(argument.name) + "\\fR";
  return (argument.is_needed ? name : "[" + name + "]") + (argument.may_repeat ? "..." : "");
}

std::string command_text(const CommandInfo& command) {
  std::string usage = "\\fBeuproj " + command.name + "\\fR";
  for (const ArgumentInfo& argument : command.arguments) usage += " " + argument_text(argument);
  std::string text = ".SS " + usage + "\n" + escaped(command.help) + "\n";
  for (const ArgumentInfo& argument : command.arguments) {
    text += ".TP\n\\fI" + escaped(argument.name) + "\\fR\n" + escaped(argument.help) + "\n";
  }
  for (const OptionInfo& option : command.options) text += option_line(option);
  return text;
}

std::string example(const char* what, const std::string& command) {
  return std::string(".PP\n") + what + "\n.PP\n.EX\n    " + escaped(command) + "\n.EE\n";
}

}  // namespace

std::string manual_page(const std::vector<CommandInfo>& commands, Language language) {
  const Prose& prose = language == Language::polish ? polish : english;
  const auto section = [](const char* title) { return std::string(".SH \"") + title + "\"\n"; };
  std::string page = ".\\\" Written by packaging/write_manual from the table of commands.\n";
  page += ".TH EUPROJ 1 \"\" \"euproj " + std::string(program_version) + "\"\n";
  page += section(prose.name) + "euproj \\- " + prose.about + "\n";
  page += section(prose.synopsis);
  for (const CommandInfo& command : commands) {
    if (command.name.empty()) continue;
    page += "\\fBeuproj " + command.name + "\\fR";
    for (const ArgumentInfo& argument : command.arguments) page += " " + argument_text(argument);
    page += "\n.br\n";
  }
  page += section(prose.description) + prose.what + "\n";
  for (const CommandInfo& command : commands) {
    if (command.name.empty()) {
      for (const OptionInfo& option : command.options) page += option_line(option);
      page += section(prose.commands);
    } else {
      page += command_text(command);
    }
  }
  page += section(prose.status);
  for (int status = 0; *prose.statuses[status] != '\0'; ++status) {
    page += ".TP\n\\fB" + std::to_string(status) + "\\fR\n" + prose.statuses[status] + "\n";
  }
  page += section(prose.environment);
  page += std::string(".TP\n\\fBSOURCE_DATE_EPOCH\\fR\n") + prose.epoch + "\n";
  page += std::string(".TP\n\\fBNO_COLOR\\fR\n") + prose.colour + "\n";
  page += section(prose.examples);
  page += example(prose.month, "euproj report project.yaml --period 2022-05 -o report.xlsx");
  page += example(prose.fleet,
                  "euproj report projects/*/project.yaml --period last-month --format json,xlsx "
                  "-o out/ --heartbeat out/heartbeat.json");
  page += example(prose.watch, "euproj report project.yaml --watch");
  page += section(prose.see_also) + escaped(prose.more) + "\n";
  return page;
}

namespace {

std::string item(std::string_view name, bool is_needed, const std::string& about) {
  return ".TP\n\\fB" + escaped(std::string(name)) + "\\fR" + (is_needed ? " *" : "") + "\n" +
         escaped(about) + "\n";
}

std::string sentence(const std::string& text) {
  return text.empty() || text.ends_with('.') ? text : text + ".";
}

template <typename Words>
std::string listed(const Words& words, const char* between) {
  std::string list;
  for (const auto& word : words) {
    list += list.empty() ? "" : between;
    list += std::string_view(word) == "\t" ? "\\t" : std::string(word);
  }
  return list;
}

std::string object_text(const ReferenceObject& object, Language language) {
  std::string page = ".SS " + std::string(object.name) + "\n";
  page += escaped(sentence(object.meaning.in(language))) + "\n";
  if (!object.places.empty()) {
    page +=
        escaped(sentence(text(Text::reference_place, language, {listed(object.places, ", ")}))) +
        "\n";
  }
  for (const ReferenceKey& key : object.keys) {
    std::string takes = key.takes.in(language);
    if (!key.object.empty()) takes += " (" + std::string(key.object) + ")";
    if (!key.words.empty()) takes += ": " + listed(key.words, ", ");
    page +=
        item(key.name, key.is_needed, sentence(key.meaning.in(language)) + " " + sentence(takes));
  }
  page += ".PP\n.EX\n";
  for (const std::string& example : object.examples) page += escaped(example) + "\n";
  return page + ".EE\n";
}

std::string log_text(const ReferenceLog& log, Language language) {
  std::string page = ".SS data." + std::string(log.name) + "\n";
  page += escaped(sentence(log.meaning.in(language))) + "\n";
  for (const ReferenceColumn& column : log.columns) {
    std::vector<std::string> words;
    for (const auto& spellings : column.words) words.push_back(listed(spellings, " = "));
    std::string about =
        sentence(column.meaning.in(language)) + " " + sentence(column.takes.in(language));
    if (!words.empty())
      about += " " + sentence(text(Text::reference_words, language, {listed(words, ", ")}));
    about += " " + sentence(text(Text::reference_example, language, {std::string(column.example)}));
    if (column.is_personal)
      about += " " + sentence(std::string(text(Text::reference_personal, language)));
    if (!column.labels.empty()) {
      about +=
          " " + sentence(text(Text::reference_labels, language, {listed(column.labels, ", ")}));
    }
    page += item(column.name, column.is_needed, about);
  }
  return page;
}

}  // namespace

std::string reference_manual(const Reference& reference, Language language) {
  const Prose& prose = language == Language::polish ? polish : english;
  const auto section = [](std::string_view title) {
    return ".SH \"" + std::string(title) + "\"\n";
  };
  std::string page = ".\\\" Written by packaging/write_manual from the tables of the reader.\n";
  page += ".TH EUPROJ-PROJECT 5 \"\" \"euproj " + std::string(program_version) + "\"\n";
  page += section(prose.name) + "euproj-project \\- " +
          escaped(std::string(text(Text::reference_name, language))) + "\n";
  page += section(prose.description) + escaped(std::string(text(Text::reference_about, language))) +
          "\n";
  page += section(text(Text::reference_definition, language));
  for (const ReferenceObject& object : reference.objects) page += object_text(object, language);
  page += section(text(Text::reference_logs, language));
  for (const ReferenceLog& log : reference.logs) page += log_text(log, language);
  return page + section(prose.see_also) + ".BR euproj (1)\n";
}

}  // namespace euproj
