#include "commands.hpp"
#include "due_format.hpp"
#include "exit_code.hpp"
#include "mappa/casebook/kind.hpp"
#include "mappa/casework/acknowledge.hpp"
#include "mappa/casework/explain.hpp"
#include "mappa/policy/role.hpp"
#include "session.hpp"

namespace mappa {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string options_of(const Command& command) {
  std::vector<std::string> out;
  for (const Option& option : command.options) out.push_back("--" + option.name);
  return joined(out);
}

// One branch of a bash `case`.
std::string branch(const std::string& pattern, const std::string& words) { return "    \"" + pattern + "\") words=\"" + words + "\" ;;\n"; }

std::string command_branches() {
  std::string out;
  for (const auto& named : command_names()) {
    std::string words = options_of(*find_command(named.name, {}));
    if (named.name == "export") words = "nomis " + words;
    if (named.name == "explain") words += " " + joined(explainable());
    out += branch(named.name, words);
  }
  return out;
}

std::string kind_branches() {
  std::string out;
  for (const Kind& kind : kinds()) out += branch(kind.name, options_of(*find_command("record", {kind.name})));
  return out;
}

// After an option that takes one of a list of words.
std::string value_branches() {
  std::string out = branch("acknowledgement --of", joined(rules_of_duties()));
  for (const Kind& kind : kinds())
    for (const Field& field : kind.fields)
      if (!field.words.empty() && !field.computed) out += branch(kind.name + " --" + field.name, joined(field.words));
  return out;
}

std::string script() {
  std::vector<std::string> commands, names, globals, role_names, formats;
  for (const auto& one : command_names()) commands.push_back(one.name);
  for (const Kind& kind : kinds()) names.push_back(kind.name);
  for (const Option& option : global_options()) globals.push_back("--" + option.name);
  for (const Role role : roles()) role_names.emplace_back(name(role));
  for (const DueFormat& format : due_formats()) formats.push_back(format.name);
  return "# Completes mappa in bash. For this shell: . <(mappa completion)\n"
         "_mappa() {\n"
         "  local current=\"${COMP_WORDS[COMP_CWORD]}\" last=\"${COMP_WORDS[COMP_CWORD-1]}\" command=\"\" kind=\"\" word words=\"\"\n"
         "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         "    if [[ -z $command && \" " + joined(commands) + " \" == *\" $word \"* ]]; then command=$word\n"
         "    elif [[ $command == record && -z $kind && \" " + joined(names) + " \" == *\" $word \"* ]]; then kind=$word; fi\n"
         "  done\n"
         "  case \"$kind $last\" in\n" +
         value_branches() +
         "  esac\n"
         "  if [[ -z $words && ( $command == due || $command == today ) && $last == --role ]]; then words=\"" + joined(role_names) + "\"; fi\n"
         "  if [[ -z $words && $command == due && $last == --kind ]]; then words=\"" + joined(due_kinds()) + " " + joined(rules_of_duties()) + "\"; fi\n"
         "  if [[ -z $words && $command == due && $last == --format ]]; then words=\"" + joined(formats) + "\"; fi\n"
         "  if [[ -z $words && $command == export && $last == --format ]]; then words=\"csv json\"; fi\n"
         "  if [[ -z $words && -n $kind ]]; then case \"$kind\" in\n" +
         kind_branches() +
         "  esac\n"
         "  elif [[ -z $words && $command == record ]]; then words=\"" + joined(names) + "\"\n"
         "  elif [[ -z $words ]]; then case \"$command\" in\n"
         "    \"\") words=\"" + joined(commands) + "\" ;;\n" +
         command_branches() +
         "  esac; fi\n"
         "  if [[ $current == --* ]]; then words=\"$words " + joined(globals) + "\"; fi\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "}\n"
         "complete -o default -F _mappa mappa";
}

int run_completion(const Arguments&, Session& session) {
  session.print_line(script());
  return exit_code::done;
}

}  // namespace

Command completion_command() {
  Command command;
  command.details = {"Prints a script for bash: commands, kinds of record, their options and the words that these take. For one shell: "
                     ". <(mappa completion). For good: mappa completion > ~/.local/share/bash-completion/completions/mappa"};
  command.run = run_completion;
  return command;
}

}  // namespace mappa
