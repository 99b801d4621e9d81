#include "commands.hpp"

#include <array>

namespace mappa {
namespace {

struct Listed {
  const char* name;
  const char* summary;
  Command (*make)(const std::vector<std::string>& words);
};

template <Command (*make)()>
Command plain(const std::vector<std::string>&) {
  return make();
}

// The whole list of commands.
constexpr std::array list{
    Listed{"init", "create the casebook", plain<init_command>},
    Listed{"import", "take in a NOMIS export", plain<import_command>},
    Listed{"imports", "every import: when, by whom, which file, what it brought", plain<imports_command>},
    Listed{"undo", "withdraw what one import brought", plain<undo_command>},
    Listed{"export", "write NOMIS rows out again, as CSV or JSON", plain<export_command>},
    Listed{"record", "record what caseworkers know and NOMIS does not", record_command},
    Listed{"withdraw", "make a mistaken entry void", plain<withdraw_command>},
    Listed{"check-release", "may this person be released now, and if not, what is missing?", plain<check_release_command>},
    Listed{"today", "one screen to start the day with: releases, what is overdue, what changed", plain<today_command>},
    Listed{"due", "what somebody owes: by whom, since when, by when", plain<due_command>},
    Listed{"runs", "the scheduled runs of due: when, by whom, how much was due and new", plain<runs_command>},
    Listed{"visitors", "who at a place is a risk to children, for visits staff", plain<visitors_command>},
    Listed{"explain", "a paragraph or rule of the order, and how it answers for a case", plain<explain_command>},
    Listed{"show", "everything known about one case", plain<show_command>},
    Listed{"history", "every entry about one case, as recorded", plain<history_command>},
    Listed{"list", "everybody in the casebook", plain<list_command>},
    Listed{"find", "look for a person by name, number or reference", plain<find_command>},
    Listed{"validate", "records that contradict themselves or each other", plain<validate_command>},
    Listed{"refresh", "keep how every case stands, so that lists of everybody are quick", plain<refresh_command>},
    Listed{"policy", "the parameters in force, and whether a policy file is in order", plain<policy_command>},
    Listed{"completion", "a script that completes commands, kinds and options in the shell", plain<completion_command>},
};

}  // namespace

const std::vector<Option>& global_options() {
  static const std::vector<Option> options{
      {"store", "FILE", "the casebook (default: mappa/casebook.db in the user's data folder, usually ~/.local/share)"},
      {"config", "FILE", "the configuration (default: mappa/config.toml in the user's configuration folder, if it is there)"},
      {"as-of", "DATE", "take this day for today; nothing that is written moves with it"},
      {"as-known-on", "DATE", "read the casebook as it stood at the end of this day, and take that for today"},
      {"by", "NAME", "who records (default: the login name)"},
      {"json", "", "print JSON for programs instead of text for people"},
      {"help", "", "print help and stop"},
      {"version", "", "print the version and stop"},
  };
  return options;
}

std::vector<CommandName> command_names() {
  std::vector<CommandName> out;
  for (const auto& one : list) out.push_back({one.name, one.summary});
  return out;
}

std::optional<Command> find_command(const std::string& name, const std::vector<std::string>& words) {
  for (const auto& one : list) {
    if (name != one.name) continue;
    Command command = one.make(words);
    command.name = one.name;
    if (command.summary.empty()) command.summary = one.summary;
    return command;
  }
  return std::nullopt;
}

std::optional<std::string> Arguments::value(const std::string& option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace mappa
