#include "commands.hpp"
#include "exit_code.hpp"
#include "session.hpp"

namespace mappa {

Command init_command() {
  Command command;
  command.details = {"Creates an empty casebook, readable by you only, where --store says. An existing one is never touched."};
  command.run = [](const Arguments&, Session& session) {
    Store::create(session.store_path());
    if (session.json()) session.print(Json::object({{"schema", "mappa.init/1"}, {"store", session.store_path()}}));
    else session.print(Page{"Created the casebook " + session.store_path(), {Line{"Next: mappa import FILE"}}});
    return exit_code::done;
  };
  return command;
}

}  // namespace mappa
