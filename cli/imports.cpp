#include "commands.hpp"
#include "exit_code.hpp"
#include "mappa/report/batches.hpp"
#include "session.hpp"

namespace mappa {
namespace {

int run_imports(const Arguments&, Session& session) {
  const Store store = session.open();
  const auto imports = list_imports(session.read(store));
  if (session.json()) session.print(json(imports));
  else session.print(page(imports));
  return exit_code::done;
}

}  // namespace

Command imports_command() {
  Command command;
  command.details = {"Every import is a batch, named by its own entry: when it was recorded and by whom, the day of "
                     "the export, the file, how many people were new, changed, unchanged and rejected, and whether it was "
                     "undone."};
  command.reads = true;
  command.run = run_imports;
  return command;
}

}  // namespace mappa
