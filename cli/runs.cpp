#include "mappa/report/runs.hpp"

#include "commands.hpp"
#include "exit_code.hpp"
#include "session.hpp"

namespace mappa {
namespace {

int run_runs(const Arguments& given, Session& session) {
  const Store store = session.open();
  const auto runs = list_runs(session.read(store), given.words().empty() ? "" : given.words().front());
  if (session.json()) session.print(json(runs));
  else session.print(page(runs));
  return exit_code::done;
}

}  // namespace

Command runs_command() {
  Command command;
  command.usage = "[NAME]";
  command.details = {"Every run that mappa due --run has recorded, or those of one name: the day it was for, when it was recorded and by "
                     "whom, how much was due, overdue and new then, and how many imports had arrived since the run of that name before it."};
  command.most_words = 1;
  command.reads = true;
  command.run = run_runs;
  return command;
}

}  // namespace mappa
