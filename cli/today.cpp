#include "mappa/report/today.hpp"

#include "commands.hpp"
#include "exit_code.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "role.hpp"
#include "session.hpp"

namespace mappa {
namespace {

Date since(const Arguments& given, const Session& session) {
  const Date today = session.desk().today();
  const auto typed = given.value("since");
  if (!typed) return plus_days(today, -1);
  const Date day = session.date("since", *typed);
  if (day > today) throw Fault(Cause::usage, "--since: " + spoken(day) + " is still to come.", "Name a day up to today.");
  return day;
}

TodayQuery query_of(const Arguments& given, const Session& session) {
  TodayQuery query;
  if (const auto typed = given.value("role")) query.role = read_role(*typed);
  if (const auto typed = given.value("facility")) query.facility = upper(trimmed(*typed));
  query.since = since(given, session);
  query.all = given.has("all") || session.json();
  return query;
}

int exit_code_of(const Today& today) {
  const bool held_up = today.planned[Outcome::not_clear] + today.planned[Outcome::cannot_decide] > 0;
  return held_up || today.overdue.things > 0 ? exit_code::something_due : exit_code::done;
}

int run_today(const Arguments& given, Session& session) {
  const TodayQuery query = query_of(given, session);
  const Desk desk = session.desk();
  const Store store = session.open();
  const Snapshot before = store.read(compared_with(query, desk)), now = session.read(store);
  const Today today = look_at_today(before, now, query, desk);
  if (session.json()) session.print(json(today));
  else session.print(page(today));
  return exit_code_of(today);
}

}  // namespace

Command today_command() {
  Command command;
  command.usage = "[--role ROLE] [--facility ID] [--since DATE] [--all]";
  command.details = {"One screen to start the day with: releases planned in the next fourteen days and whether they are clear, what is "
                     "overdue and what is due within a week, which verdicts turned since yesterday and what was imported, and which "
                     "missing fact keeps most people from being decided. It writes nothing.",
                     "Exit code 12 when something is overdue, or a planned release is not clear or cannot be decided."};
  command.options = {{"role", "ROLE", "only what this role owes and has to find out; releases and changes stay"},
                     {"facility", "ID", "only people at this place"},
                     {"since", "DATE", "what has changed since the beginning of this day (default: yesterday)"},
                     {"all", "", "every release, verdict and role, and not only the first few"}};
  command.reads = true;
  command.run = run_today;
  return command;
}

}  // namespace mappa
