#include "mappa/report/validate.hpp"

#include "commands.hpp"
#include "exit_code.hpp"
#include "session.hpp"

namespace mappa {
namespace {

int run_validate(const Arguments& given, Session& session) {
  const Store store = session.open();
  const Snapshot snapshot = session.read(store);
  const Desk desk = session.desk();
  std::optional<PrisonNumber> number;
  if (!given.words().empty()) number = resolve(snapshot, given.words().front(), desk.today());
  const Validation validation = validate(snapshot, number, desk);
  if (session.json()) session.print(json(validation));
  else session.print(page(validation));
  return validation.cases.empty() ? exit_code::done : exit_code::something_due;
}

}  // namespace

Command validate_command() {
  Command command;
  command.usage = "[NUMBER]";
  command.details = {"Records that contradict themselves or each other, for one person or everybody: both facts with their sources, and what "
                     "to do. Nothing is changed. Exit code 12 where any stands."};
  command.most_words = 1;
  command.reads = true;
  command.run = run_validate;
  return command;
}

}  // namespace mappa
