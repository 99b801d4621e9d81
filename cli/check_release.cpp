#include "mappa/report/check_release.hpp"

#include "commands.hpp"
#include "ask.hpp"
#include "days.hpp"
#include "exit_code.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/report/words.hpp"
#include "session.hpp"

namespace mappa {
namespace {

int check_everybody(const Arguments& given, Session& session) {
  if (given.has("at"))
    throw Fault(Cause::usage, "--at is for one person; --all checks everybody for their own planned time, else now.", "Leave one out.");
  std::optional<int> within;
  if (const auto typed = given.value("within")) within = days("within", *typed);
  const Store store = session.open();
  const Snapshot snapshot = session.read(store);
  int code = exit_code::done, shown = 0;
  const auto count = [&](Outcome outcome) {
    ++shown;
    code = worse(code, exit_code_of(outcome));
  };
  const auto in_full = [&](const ReleaseCheck& check) {
    count(check.verdict.outcome);
    session.print_line(text(session.known(json(check)), false));
  };
  const auto line = [width = session.width()](const Case& c, const Verdict& verdict) { return in_short(c, verdict, width); };
  const auto in_a_line = [&](Outcome outcome, const std::string& words) {
    count(outcome);
    session.print_line(words);
  };
  const Desk desk = session.desk();
  const int released = session.json() ? check_all(snapshot, within, desk, in_full) : check_all_in_short(snapshot, within, desk, line, in_a_line);
  if (!session.json())
    session.print_line(counted(shown, "case", "cases") + " checked; " + counted(released, "released person", "released people") + " left out.");
  if (!session.json()) session.print_known();
  return code;
}

ReleaseCheck check_one(const Store& store, const std::string& who, const Arguments& given, const Session& session) {
  const Snapshot snapshot = session.read(store);
  const Desk desk = session.desk();
  std::optional<Moment> at;
  if (const auto typed = given.value("at")) at = session.moment("at", *typed);
  const PrisonNumber number = resolve(snapshot, who, desk.today());
  ReleaseCheck check = check_release(load(snapshot, number, desk.today()), at, desk);
  if (desk.as_known_on) check.shown = shown_at_release(store.read(), number, session.real_now().day, snapshot.head().newest);
  return check;
}

int run_check(const Arguments& given, Session& session) {
  if (given.has("all") != given.words().empty())
    throw Fault(Cause::usage, given.has("all") ? "--all checks everybody: no number goes with it." : "The prison number is missing.",
                "Usage: mappa check-release NUMBER, or: mappa check-release --all");
  if (given.has("ask") && (given.has("all") || session.json() || !session.terminal()))
    throw Fault(Cause::usage, "--ask needs a terminal, one person and text.", "Leave it out, or run it in a terminal.");
  if (given.has("ask") && given.has("as-known-on"))
    throw Fault(Cause::usage, "--ask records, and --as-known-on is for reading.", "Leave one out.");
  if (given.has("within") && !given.has("all")) throw Fault(Cause::usage, "--within goes with --all.", "Leave it out.");
  if (given.has("all")) return check_everybody(given, session);

  Store store = session.open();
  ReleaseCheck check = check_one(store, given.words().front(), given, session);
  if (given.has("ask")) {
    session.print(page(check));
    if (ask_what_blocks(check, store, session)) check = check_one(store, given.words().front(), given, session);
    else return exit_code_of(check.verdict.outcome);
  }
  if (session.json()) session.print(json(check));
  else session.print(page(check));
  return exit_code_of(check.verdict.outcome);
}

}  // namespace

Command check_release_command() {
  Command command;
  command.usage = "NUMBER [--at MOMENT] [--ask] | --all [--within DAYS]";
  command.details = {"Says clear (exit code 0), not clear (10), cannot decide (11) or outside the order (14), and for each thing "
                     "that is missing who must do it, why, and the line that records it."};
  command.most_words = 1;
  command.options = {{"at", "MOMENT", "for a release at this date and time, as \"2026-11-25 14:00\" (default: as planned, else now)"},
                     {"all", "", "everybody, in short; exits with the worst"},
                     {"within", "DAYS", "with --all: only releases planned within so many days, as 14d"},
                     {"ask", "", "ask for what is missing, record the answers after showing them, and check again"}};
  command.reads = true;
  command.run = run_check;
  return command;
}

}  // namespace mappa
