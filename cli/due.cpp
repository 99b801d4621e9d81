#include <algorithm>

#include <fmt/format.h>

#include "mappa/base/fault.hpp"
#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casework/acknowledge.hpp"
#include "mappa/casework/runs.hpp"
#include "mappa/report/due.hpp"

#include "commands.hpp"
#include "days.hpp"
#include "due_format.hpp"
#include "exit_code.hpp"
#include "role.hpp"
#include "session.hpp"

namespace mappa {
namespace {

// Kinds of what is due, and rules; each by its name.
std::vector<std::string> kinds(const std::string& typed) {
  auto names = due_kinds();
  for (auto& rule : rules_of_duties()) names.push_back(std::move(rule));
  std::vector<std::string> out;
  for (const auto part : split(typed, ',')) {
    const std::string one = lower(trimmed(part));
    if (std::ranges::find(names, one) == names.end()) {
      const auto near = nearest(one, names);
      throw Fault(Cause::usage, "--kind: \"" + safe(one) + "\" is no kind of what is due.",
                  near ? "Did you mean " + *near + "?"
                       : fmt::format("The kinds are {}; the name of a rule is taken as well.", fmt::join(due_kinds(), ", ")));
    }
    if (std::ranges::find(out, one) == out.end()) out.push_back(one);
  }
  if (out.empty()) throw Fault(Cause::usage, "--kind names nothing.", "Name one or several, such as referral,level.");
  return out;
}

// Options of which one says otherwise than the other.
void exclude(const Arguments& given, const std::string& one, const std::string& other, const std::string& why) {
  if (given.has(one) && given.has(other)) throw Fault(Cause::usage, "--" + one + " and --" + other + " do not go together: " + why, "Leave one of them out.");
}

void check(const Arguments& given, const Desk& desk) {
  exclude(given, "overdue", "within", "what is overdue lies behind.");
  exclude(given, "all", "within", "all is by whatever day.");
  exclude(given, "all", "overdue", "all is what is still to come, too.");
  exclude(given, "run", "new-since", "a run is compared with the last one of its own name.");
  if (given.has("new") && !given.has("run"))
    throw Fault(Cause::usage, "--new needs to know since when.", "Add --run NAME to record a run, or type --new-since NAME to compare with the last run of a name.");
  if (!given.has("run")) return;
  if (desk.as_known_on) throw Fault(Cause::usage, "--as-known-on is for reading; --run writes.", "Leave one of them out.");
  if (!given.words().empty()) throw Fault(Cause::usage, "A run is about everybody, and not about one person.", "Leave the number out, or --run.");
}

DueQuery query_of(const Arguments& given) {
  DueQuery query;
  if (given.has("within")) query.within_days = days("within", *given.value("within"));
  if (const auto typed = given.value("role")) query.role = read_role(*typed);
  if (const auto typed = given.value("facility")) query.facility = upper(trimmed(*typed));
  if (const auto typed = given.value("kind")) query.kinds = kinds(*typed);
  query.overdue = given.has("overdue");
  query.all = given.has("all");
  return query;
}

// What of the command line says which list it is, in one order: kept with a run.
std::string asked(const DueQuery& query) {
  std::string out;
  const auto add = [&](const std::string& words) { out += (out.empty() ? "--" : " --") + words; };
  if (!query.kinds.empty()) add(fmt::format("kind {}", fmt::join(query.kinds, ",")));
  if (query.role) add("role " + std::string(name(*query.role)));
  if (!query.facility.empty()) add("facility " + query.facility);
  if (query.overdue) add("overdue");
  else if (query.all) add("all");
  else add("within " + std::to_string(query.within_days) + "d");
  return out;
}

using Print = std::function<void(const Due&)>;

Due recorded_run(const DueQuery& query, const Print& print, const Arguments& given, Session& session) {
  Store store = session.open();
  const Desk desk = session.desk();
  const RunRequest request{*given.value("run"), query, given.has("new"), asked(query), session.by(), session.clock(), session.real_now().day};
  return run_due(store, request, desk, [&](const Due& due) {
    print(due);
    session.taken();
  });
}

Due only_read(DueQuery query, const Print& print, const Arguments& given, Session& session) {
  const Store store = session.open();
  const Snapshot snapshot = session.read(store);
  const Desk desk = session.desk();
  if (!given.words().empty()) query.number = resolve(snapshot, given.words().front(), desk.today());
  const auto since = given.value("new-since");
  const Due due = since ? due_since_run(snapshot, query, *since, desk) : list_due(snapshot, query, desk);
  print(due);
  return due;
}

// The list as words alone: of very many lines nothing else is kept.
int told_in_turn(const DueQuery& query, const Arguments& given, Session& session) {
  const Store store = session.open();
  const Snapshot snapshot = session.read(store);
  const int width = session.width();
  const ToldDue told = tell_due(snapshot, query, session.desk(), [width](const DueLine& line, std::string& words) { return tell_line(line, width, words); });
  if (told.lines == 0 && given.has("quiet-if-nothing")) return exit_code::done;
  print(told, width, session.out());
  session.print_known();
  return told.lines == 0 ? exit_code::done : exit_code::something_due;
}

int list_or_run(const Arguments& given, Session& session) {
  check(given, session.desk());
  const DueFormat& format = due_format(given, session);
  DueQuery query = query_of(given);
  const bool compared = given.has("run") || given.has("new-since");
  if (format.name == "text" && !compared && given.words().empty()) return told_in_turn(query, given, session);
  query.tokens = format.tokens;
  const auto print = [print = format.prepare(given, session), quiet = given.has("quiet-if-nothing")](const Due& due) {
    if (!due.lines.empty() || !quiet) print(due);
  };
  const Due due = given.has("run") ? recorded_run(query, print, given, session) : only_read(query, print, given, session);
  return due.lines.empty() ? exit_code::done : exit_code::something_due;
}

}  // namespace

Command due_command() {
  Command command;
  command.usage = "[NUMBER] [OPTIONS]";
  command.details = {"Everything that somebody owes, by who owes it, with its rule, since when and by when: from the same rules as "
                     "the release check. Without a date first, then overdue, then soonest. Due and not yet done, never due exactly "
                     "on the day. What a release needs is listed once one is planned. Exit code 12 when anything is listed.",
                     "It writes nothing, but with --run, which is for cron. With --format email it prints one message for sendmail -t."};
  command.most_words = 1;
  command.options = {{"kind", "KINDS", "only these kinds, or rules, such as referral,level", true},
                     {"role", "ROLE", "only what this role owes, such as supplier or offender-manager"},
                     {"facility", "ID", "only for people at this place"},
                     {"within", "DAYS", "how far ahead to look, as 28d or 4w (default: 28d)"},
                     {"overdue", "", "only what is overdue or has no day"},
                     {"all", "", "by whatever day, and what is acknowledged too"},
                     {"run", "NAME", "record this as a run of that name"},
                     {"new", "", "with --run: only what the last run of that name did not show"},
                     {"new-since", "NAME", "only what the last run of this name did not show; records nothing"},
                     {"quiet-if-nothing", "", "print nothing at all when there is nothing to list"}};
  for (Option& option : due_format_options()) command.options.push_back(std::move(option));
  command.reads = true;
  command.run = list_or_run;
  return command;
}

}  // namespace mappa
