#include "commands.hpp"
#include "entry_id.hpp"
#include "exit_code.hpp"
#include "mappa/casework/record.hpp"
#include "mappa/report/record.hpp"
#include "session.hpp"

namespace mappa {
namespace {

int run_withdraw(const Arguments& given, Session& session) {
  const auto& words = given.words();
  const EntryId id = entry_id(words[1], "entry", "mappa history NUMBER");
  Store store = session.open();
  const Entry entry = withdraw(store, words[0], id, given.value("reason").value_or(""), session.by(), session.clock(), session.desk());
  if (session.json()) session.print(withdrawal_json(entry));
  else session.print(Page{"Entry " + std::to_string(id) + " of " + entry.number->text() + " is withdrawn, by entry " +
                              std::to_string(entry.id) + ". It stays in the history and counts no more.", {}});
  return exit_code::done;
}

}  // namespace

Command withdraw_command() {
  Command command;
  command.usage = "NUMBER ENTRY --reason TEXT";
  command.details = {"Nothing is ever deleted: a new entry makes the mistaken one void. A withdrawal can itself be withdrawn."};
  command.least_words = command.most_words = 2;
  command.options = {{"reason", "TEXT", "why the entry was wrong"}};
  command.run = run_withdraw;
  return command;
}

}  // namespace mappa
