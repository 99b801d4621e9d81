#pragma once

#include <optional>
#include <string>
#include <vector>

#include "command.hpp"

namespace mappa {

Command init_command();
Command import_command();
Command imports_command();
Command undo_command();
Command export_command();
// words: the bare words of the command line, among which the kind is looked for: its fields become options.
Command record_command(const std::vector<std::string>& words);
Command withdraw_command();
Command history_command();
Command show_command();
Command list_command();
Command find_command();
Command check_release_command();
Command today_command();
Command due_command();
Command runs_command();
Command explain_command();
Command visitors_command();
Command validate_command();
Command refresh_command();
Command policy_command();
Command completion_command();

struct CommandName {
  std::string name, summary;
};
// Names and summaries, without building what is not asked for.
std::vector<CommandName> command_names();
std::optional<Command> find_command(const std::string& name, const std::vector<std::string>& words);

}  // namespace mappa
