#include "mappa/report/due.hpp"

#include "commands.hpp"
#include "days.hpp"
#include "exit_code.hpp"
#include "session.hpp"

namespace mappa {
namespace {

int run_due(const Arguments& given, Session& session) {
  const int within = given.has("within") ? days("within", *given.value("within")) : 28;
  const Store store = session.open();
  const Snapshot snapshot = store.read();
  const Desk desk = session.desk();
  std::optional<PrisonNumber> number;
  if (!given.words().empty()) number = resolve(snapshot, given.words().front(), desk.today());
  const Due due = list_due(snapshot, number, within, desk);
  if (session.json()) session.print(json(due));
  else session.print(page(due));
  return due.lines.empty() ? exit_code::done : exit_code::something_due;
}

}  // namespace

Command due_command() {
  Command command;
  command.usage = "[NUMBER] [--within DAYS]";
  command.details = {"Identifications, referrals and levels to be confirmed, six months before the earliest release from prison "
                     "(paragraph 9): without a date first, then overdue, then soonest. Due and not yet done, never due exactly "
                     "on the day. Exit code 12 when anything is due."};
  command.most_words = 1;
  command.options = {{"within", "DAYS", "how far ahead to look, as 28d or 4w (default: 28d)"}};
  command.run = run_due;
  return command;
}

}  // namespace mappa
