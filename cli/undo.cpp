#include "commands.hpp"
#include "entry_id.hpp"
#include "exit_code.hpp"
#include "mappa/report/batches.hpp"
#include "session.hpp"

namespace mappa {
namespace {

int run_undo(const Arguments& given, Session& session) {
  const EntryId batch = entry_id(given.words().front(), "batch", "mappa imports");
  Store store = session.open();
  const UndoResult result = undo(store, {batch, given.value("reason").value_or(""), given.has("dry-run"), session.by(),
                                         session.clock(), session.real_now().day});
  if (session.json()) session.print(json(result));
  if (result.refused() && !result.dry_run) throw refusal(result);
  if (!session.json()) session.print(page(result));
  if (!result.dry_run) return exit_code::done;
  return result.refused() ? exit_code::refused : exit_code::would_change;
}

}  // namespace

Command undo_command() {
  Command command;
  command.usage = "BATCH --reason TEXT [--dry-run]";
  command.details = {"Withdraws every row that one import brought, and whom it showed unchanged, by one new entry; "
                     "nothing is deleted. BATCH is the number of the import's own entry: mappa imports shows it. "
                     "Refused (exit code 15) where a later import or a caseworker has built on it since. The same file "
                     "can then be imported again."};
  command.least_words = command.most_words = 1;
  command.options = {
      {"reason", "TEXT", "why the import was wrong"},
      {"dry-run", "", "say what would happen and write nothing: exit code 13, or 15 where it is refused"}};
  command.run = run_undo;
  return command;
}

}  // namespace mappa
