#include "mappa/report/visitors.hpp"

#include <algorithm>

#include "commands.hpp"
#include "exit_code.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "session.hpp"

namespace mappa {
namespace {

int run_visitors(const Arguments& given, Session& session) {
  const auto facility = given.value("facility");
  if (!facility) throw Fault(Cause::usage, "The facility is missing.", "For example: mappa visitors --facility HAR");
  const Store store = session.open();
  const Visitors visitors = list_visitors(session.read(store), upper(trimmed(*facility)), session.desk());
  if (session.json()) session.print(json(visitors));
  else session.print(page(visitors));
  const bool all_arranged = std::ranges::all_of(visitors.lines, [](const VisitorLine& line) { return line.children.has_value(); });
  return all_arranged && visitors.unknown == 0 ? exit_code::done : exit_code::something_due;
}

}  // namespace

Command visitors_command() {
  Command command;
  command.usage = "--facility ID";
  command.details = {"The list for visits staff: who is a risk to children, and what to do when children come (paragraph 13). Nothing else "
                     "about anybody. Exit code 12 when arrangements are missing, or nobody knows of somebody."};
  command.options = {{"facility", "ID", "the place, by its id in the register"}};
  command.reads = true;
  command.run = run_visitors;
  return command;
}

}  // namespace mappa
