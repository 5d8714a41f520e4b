#include "completions.hpp"

namespace euproj {
namespace {

constexpr const char* origin = "Written by packaging/write_manual from the table of commands.";

std::string joined(const std::vector<std::string>& words, const char* between = " ") {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

std::string command_names(const std::vector<CommandInfo>& commands) {
  std::vector<std::string> names;
  for (const CommandInfo& command : commands) {
    if (!command.name.empty()) names.push_back(command.name);
  }
  return joined(names);
}

/// The words that an argument of the command takes; empty: it takes files.
std::string argument_words(const CommandInfo& command) {
  return command.arguments.empty() ? std::string() : joined(command.arguments.front().words);
}

/// What `euproj list` gives of the arguments; of several all.
std::vector<std::string> argument_lists(const CommandInfo& command) {
  std::vector<std::string> lists;
  for (const ArgumentInfo& argument : command.arguments) {
    if (!argument.list.empty()) lists.push_back(argument.list);
  }
  return lists;
}

bool takes_path(const OptionInfo& option) {
  return option.value == "PATH" || option.value == "FILE" || option.value == "DIR";
}

/// In single quotes for a shell. In them only the quote itself means something to sh; to fish the
/// backslash does too, which no help text has.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// Inside the brackets of an _arguments specification.
std::string zsh_help(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_values(const OptionInfo& option) {
  if (option.value.empty()) return {};
  const std::string what = ":" + zsh_help(option.value) + ":";
  if (takes_path(option)) return what + "_files";
  if (!option.list.empty()) return what + "{_euproj_list " + option.list + "}";
  if (option.words.empty()) return what;
  if (option.names.back() == "--format")
    return what + "_values -s , format " + joined(option.words);
  return what + "(" + joined(option.words) + ")";
}

}  // namespace

std::string bash_completions(const std::vector<CommandInfo>& commands) {
  std::string text = std::string("# ") + origin + R"BASH(
# Ids of the definition that the command line names, or codes.
_euproj_list() {
  local word project=''
  for word in "${COMP_WORDS[@]}"; do
    case $word in *.yaml | *.yml) project=${word/#\~/$HOME}; break ;; esac
  done
  [[ $1 != findings || -z $project ]] || return 0 # of a project ids are wanted
  euproj list "$1" ${project:+"$project"} 2>/dev/null
}
# Offers the ids that begin as the word does, quoted as the line needs it. `compgen -W` expands what it
# is given: it would run the commands that somebody wrote into an id.
_euproj_offer_ids() { # NAME WORD
  local id
  while IFS= read -r id; do
    [[ $id != "$2"* ]] || COMPREPLY+=("$(printf %q "$id")")
  done < <(_euproj_list "$1")
}
_euproj() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
  local options='' list='' ids='' name=''
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W ')BASH" +
                     command_names(commands);
  for (const OptionInfo& option : commands.front().options) text += " " + joined(option.names);
  text += R"(' -- "$word"))
    return
  fi
  case "$command $previous" in
)";
  for (const CommandInfo& command : commands) {
    for (const OptionInfo& option : command.options) {
      if (option.words.empty() && option.list.empty()) continue;
      const std::string offer =
          option.list.empty() ? "list='" + joined(option.words) + "'" : "ids=" + option.list;
      for (const std::string& name : option.names) {
        text += "    '" + command.name + " " + name + "') " + offer + " ;;\n";
      }
    }
  }
  text += R"(  esac
  if [[ -n $ids ]]; then
    _euproj_offer_ids "$ids" "$word"
    return
  fi
  if [[ -n $list ]]; then # a list with commas goes on after the last of them
    local begin=''
    [[ $word != *,* ]] || begin=${word%,*},
    COMPREPLY=($(compgen -P "$begin" -W "$list" -- "${word##*,}"))
    return
  fi
  case $command in
)";
  for (const CommandInfo& command : commands) {
    if (command.name.empty()) continue;
    text += "    " + command.name + ") options='";
    std::vector<std::string> names;
    for (const OptionInfo& option : command.options) names.push_back(joined(option.names));
    text += joined(names) + "'";
    const std::string words = argument_words(command);
    if (!words.empty()) text += " list='" + words + "'";
    const std::vector<std::string> lists = argument_lists(command);
    if (!lists.empty()) text += " ids='" + joined(lists) + "'";
    text += " ;;\n";
  }
  return text + R"BASH(  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  elif [[ -n $list ]]; then
    COMPREPLY=($(compgen -W "$list" -- "$word"))
  else
    for name in $ids; do # codes and ids beside the files
      _euproj_offer_ids "$name" "$word"
    done
    ((${#COMPREPLY[@]})) || compopt -o filenames 2>/dev/null
    while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -f -- "$word")
  fi
}
complete -F _euproj euproj
)BASH";
}

std::string zsh_completions(const std::vector<CommandInfo>& commands) {
  std::string text = std::string("#compdef euproj\n# ") + origin + R"ZSH(
# Ids of the definition that the command line names, or codes.
_euproj_list() {
  local project=${words[(r)*.(yaml|yml)]}
  local -a ids
  [[ $1 != findings || -z $project ]] || return 0 # of a project ids are wanted
  ids=(${(f)"$(euproj list $1 ${project:+$project} 2>/dev/null)"})
  compadd -a ids
}
_euproj() {
  local -a commands
  commands=(
)ZSH";
  for (const CommandInfo& command : commands) {
    if (command.name.empty()) continue;
    text += "    " + quoted(command.name + ":" + zsh_help(command.help)) + "\n";
  }
  text +=
      "  )\n  if ((CURRENT == 2)) && [[ ${words[2]} != -* ]]; then\n"
      "    _describe command commands\n    return\n  fi\n  case ${words[2]} in\n";
  const auto arguments = [&](const CommandInfo& command) {
    std::string lines = "      _arguments";
    for (const OptionInfo& option : command.options) {
      for (const std::string& name : option.names) {
        lines +=
            " \\\n        " + quoted(name + "[" + zsh_help(option.help) + "]" + zsh_values(option));
      }
    }
    const std::string words = argument_words(command);
    std::string argument = words.empty() ? "*:file:_files" : ":name:(" + words + ")";
    const std::vector<std::string> lists = argument_lists(command);
    if (!lists.empty()) {
      argument = "*:file:{_files";
      for (const std::string& list : lists) argument += "; _euproj_list " + list;
      argument += "}";
    }
    return lines + " \\\n        " + quoted(argument) + "\n      ;;\n";
  };
  for (std::size_t i = 1; i < commands.size(); ++i) {
    text += "    " + commands[i].name +
            ")\n      words=(\"${(@)words[2,-1]}\")\n"
            "      ((CURRENT--))\n" +
            arguments(commands[i]);
  }
  text += "    *)\n" + arguments(commands.front());
  return text + "  esac\n}\n_euproj \"$@\"\n";
}

std::string fish_completions(const std::vector<CommandInfo>& commands) {
  std::string text = std::string("# ") + origin + R"FISH(
# Ids of the definition that the command line names, or codes.
function __euproj_list
  set -l project (string match -r '.*\.ya?ml$' -- (commandline -opc))
  test "$argv[1]" = findings -a -n "$project[1]"; and return # of a project ids are wanted
  euproj list $argv[1] $project[1] 2>/dev/null
end
)FISH";
  const std::string names = command_names(commands);
  for (const CommandInfo& command : commands) {
    const std::string when =
        command.name.empty()
            ? "complete -c euproj -n 'not __fish_seen_subcommand_from " + names + "'"
            : "complete -c euproj -n '__fish_seen_subcommand_from " + command.name + "'";
    for (const OptionInfo& option : command.options) {
      text += when;
      for (const std::string& name : option.names) {
        text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      if (!option.value.empty()) text += takes_path(option) ? " -r -F" : " -x";
      if (!option.words.empty()) text += " -a " + quoted(joined(option.words));
      if (!option.list.empty()) text += " -a " + quoted("(__euproj_list " + option.list + ")");
      text += " -d " + quoted(option.help) + "\n";
    }
    if (command.name.empty()) continue;
    const std::string words = argument_words(command);
    if (!words.empty()) text += when + " -f -a " + quoted(words) + "\n";
    for (const std::string& list : argument_lists(command)) {
      text += when + " -a " + quoted("(__euproj_list " + list + ")") + "\n";
    }
    text += "complete -c euproj -f -n 'not __fish_seen_subcommand_from " + names + "' -a " +
            command.name + " -d " + quoted(command.help) + "\n";
  }
  return text;
}

}  // namespace euproj
