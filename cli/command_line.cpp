// CLI11 reads the options: quoting, "--at=…", options before and after words, and missing values.
#include "command_line.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"

namespace mappa {
namespace {

bool takes_value(const std::string& argument) {
  return std::ranges::any_of(global_options(), [&](const Option& o) { return !o.placeholder.empty() && argument == "--" + o.name; });
}

// The words that are no options, as far as that can be said before the command is known.
std::vector<std::string> bare_words(const std::vector<std::string>& arguments) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (takes_value(arguments[i])) ++i;
    else if (!arguments[i].starts_with('-') || arguments[i] == "-") out.push_back(arguments[i]);
  }
  return out;
}

[[noreturn]] void no_such_command(const std::string& name) {
  std::vector<std::string> names;
  for (const auto& one : command_names()) names.push_back(one.name);
  const auto near = nearest(name, names);
  throw Fault(Cause::usage, "There is no command \"" + safe(name) + "\".",
              near ? "Did you mean: mappa " + *near : "See: mappa --help");
}

[[noreturn]] void wrong(const Command& command, const std::string& what, const std::vector<std::string>& arguments) {
  std::vector<std::string> known;
  for (const auto* options : {&command.options, &global_options()})
    for (const Option& option : *options) known.push_back("--" + option.name);
  for (const auto& argument : arguments) {
    const std::string typed = argument.substr(0, argument.find('='));
    if (!typed.starts_with("--") || typed == "--" || std::ranges::find(known, typed) != known.end()) continue;
    const auto near = nearest(typed, known);
    throw Fault(Cause::usage, "\"mappa " + command.name + "\" has no option " + safe(typed) + ".",
                near ? "Did you mean " + *near + "?" : "See: mappa " + command.name + " --help");
  }
  for (const auto& one : known)
    if (std::ranges::count_if(arguments, [&](const auto& a) { return a == one || a.starts_with(one + "="); }) > 1)
      throw Fault(Cause::usage, one + " is given more than once.", "Give it once.");
  throw Fault(Cause::usage, what, "See: mappa " + command.name + " --help");
}

std::string sentence(std::string text) {
  if (!text.empty() && text.back() != '.') text += '.';
  return text;
}

void check_word_count(const Command& command, const std::vector<std::string>& words) {
  const std::string usage = "Usage: mappa " + command.name + " " + command.usage;
  if (words.size() < command.least_words) throw Fault(Cause::usage, "Something is missing.", usage);
  if (words.size() > command.most_words)
    throw Fault(Cause::usage, "\"" + safe(words[command.most_words]) + "\" is one word too many.",
                usage + " (put a value of several words in quotes)");
}

Arguments parse(const Command& command, const std::vector<std::string>& arguments) {
  CLI::App app;
  app.set_help_flag();
  std::map<std::string, std::string> values;
  std::vector<std::string> words;
  std::vector<std::pair<std::string, CLI::Option*>> added;
  for (const auto* options : {&command.options, &global_options()})
    for (const Option& option : *options)
      added.emplace_back(option.name, option.placeholder.empty() ? app.add_flag("--" + option.name)
                                                                 : app.add_option("--" + option.name, values[option.name]));
  for (const Option& option : command.options)
    if (option.several) app.get_option("--" + option.name)->join(',');
  app.add_option("words", words)->expected(0, static_cast<int>(arguments.size()) + 1);
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    wrong(command, sentence(error.what()), arguments);
  }
  Arguments given;
  for (const auto& [name, option] : added)
    if (option->count() > 0) given.set(name, values[name]);
  words.erase(words.begin());  // the command's own name
  given.set_words(std::move(words));
  return given;
}

}  // namespace

CommandLine read_command_line(const std::vector<std::string>& arguments) {
  CommandLine out;
  const auto words = bare_words(arguments);
  const auto given = [&](const char* flag) { return std::ranges::find(arguments, flag) != arguments.end(); };
  out.version = given("--version");
  if (out.version) return out;
  if (words.empty()) {
    out.help = given("--help") || given("-h");
    for (const auto& argument : arguments)
      if (argument.starts_with('-') && !out.help)
        throw Fault(Cause::usage, "A command is missing.", "See: mappa --help");
    return out;
  }
  if (words.front() == "help") {
    out.help = true;
    if (words.size() > 1) out.command = find_command(words[1], {words.begin() + 2, words.end()});
    if (words.size() > 1 && !out.command) no_such_command(words[1]);
    return out;
  }
  out.command = find_command(words.front(), {words.begin() + 1, words.end()});
  if (!out.command) no_such_command(words.front());
  out.help = given("--help") || given("-h");
  if (out.help) return out;
  out.given = parse(*out.command, arguments);
  check_word_count(*out.command, out.given.words());
  return out;
}

}  // namespace mappa
