#include "mappa/casework/deadlines.hpp"
#include "mappa/report/states.hpp"

#include "commands.hpp"
#include "exit_code.hpp"
#include "session.hpp"

namespace mappa {
namespace {

int run_refresh(const Arguments&, Session& session) {
  Store store = session.open();
  Change change = store.change(session.clock(), true);
  const Desk desk{session.policy(), session.real_now()};
  const Refreshed done = refresh_states(change, desk.today());
  refresh_deadlines(change, desk);
  change.commit();
  if (session.json()) session.print(json(done));
  else session.print(page(done));
  return exit_code::done;
}

}  // namespace

Command refresh_command() {
  Command command;
  command.details = {"Brings up to date what the casebook keeps beside its entries: how every case stands, and what is due "
                     "today. What looks at everybody is then much quicker. It leaves no entry and changes no answer."};
  command.run = run_refresh;
  return command;
}

}  // namespace mappa
