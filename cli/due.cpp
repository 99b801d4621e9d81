#include "mappa/report/due.hpp"

#include "mappa/base/fault.hpp"
#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"

#include "commands.hpp"
#include "days.hpp"
#include "exit_code.hpp"
#include "session.hpp"

namespace mappa {
namespace {

Role role(const std::string& typed) {
  if (const auto known = role_from(lower(trimmed(typed)))) return *known;
  std::vector<std::string> names;
  std::string listed;
  for (const Role one : roles()) {
    names.emplace_back(name(one));
    listed += (listed.empty() ? "" : ", ") + std::string(name(one));
  }
  const auto near = nearest(typed, names);
  throw Fault(Cause::usage, "--role: \"" + safe(typed) + "\" is no role.", near ? "Did you mean " + *near + "?" : "The roles are " + listed + ".");
}

int run_due(const Arguments& given, Session& session) {
  DueQuery query;
  if (given.has("within")) query.within_days = days("within", *given.value("within"));
  if (const auto typed = given.value("role")) query.role = role(*typed);
  if (const auto typed = given.value("facility")) query.facility = upper(trimmed(*typed));
  const Store store = session.open();
  const Snapshot snapshot = session.read(store);
  const Desk desk = session.desk();
  if (!given.words().empty()) query.number = resolve(snapshot, given.words().front(), desk.today());
  const Due due = list_due(snapshot, query, desk);
  if (session.json()) session.print(json(due));
  else session.print(page(due));
  return due.lines.empty() ? exit_code::done : exit_code::something_due;
}

}  // namespace

Command due_command() {
  Command command;
  command.usage = "[NUMBER] [--role ROLE] [--facility ID] [--within DAYS]";
  command.details = {"Everything that somebody owes, by who owes it, with paragraph, since when and by when: from the same rules as "
                     "the release check. Without a date first, then overdue, then soonest. Due and not yet done, never due exactly "
                     "on the day. What a release needs is listed once one is planned. Exit code 12 when anything is owed."};
  command.most_words = 1;
  command.options = {{"role", "ROLE", "only what this role owes, such as supplier or offender-manager"},
                     {"facility", "ID", "only for people at this place"},
                     {"within", "DAYS", "how far ahead to look, as 28d or 4w (default: 28d)"}};
  command.reads = true;
  command.run = run_due;
  return command;
}

}  // namespace mappa
