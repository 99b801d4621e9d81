// show, history, list and find: looking at the casebook.
#include "mappa/report/look_up.hpp"

#include <algorithm>

#include "commands.hpp"
#include "exit_code.hpp"
#include "mappa/base/text.hpp"
#include "mappa/report/record.hpp"
#include "mappa/report/words.hpp"
#include "session.hpp"

namespace mappa {
namespace {

int run_show(const Arguments& given, Session& session) {
  const Store store = session.open();
  const Snapshot snapshot = session.read(store);
  const Desk desk = session.desk();
  const auto loaded = load(snapshot, resolve(snapshot, given.words().front(), desk.today()), desk.today());
  if (session.json()) session.print(json(loaded, desk));
  else session.print(page(loaded, desk));
  return exit_code::done;
}

int run_history(const Arguments& given, Session& session) {
  const Store store = session.open();
  const Snapshot snapshot = session.read(store);
  const Desk desk = session.desk();
  const auto result = history(snapshot, resolve(snapshot, given.words().front(), desk.today()), desk);
  if (session.json()) session.print(json(result));
  else session.print(page(result));
  return exit_code::done;
}

int run_list(const Arguments&, Session& session) {
  const Store store = session.open();
  const auto lines = list_cases(session.read(store), session.desk());
  if (session.json()) session.print(json(lines));
  else session.print(page(lines, lines.empty() ? "The casebook is empty. Next: mappa import FILE" : counted(lines.size(), "case", "cases") + "."));
  return exit_code::done;
}

int run_find(const Arguments& given, Session& session) {
  const std::string& text = given.words().front();
  const Store store = session.open();
  const auto lines = find_cases(session.read(store), text, session.desk());
  if (session.json()) session.print(json(lines));
  else session.print(page(lines, counted(lines.size(), "case holds", "cases hold") + " \"" + safe(text) + "\" in name, number or reference."));
  return lines.empty() ? exit_code::not_found : exit_code::done;
}

}  // namespace

Command show_command() {
  Command command;
  command.usage = "NUMBER";
  command.details = {"What NOMIS says and what was recorded, each with the entry that says so."};
  command.least_words = command.most_words = 1;
  command.reads = true;
  command.run = run_show;
  return command;
}

Command history_command() {
  Command command;
  command.usage = "NUMBER";
  command.details = {"In the order in which they were recorded, withdrawn ones too."};
  command.least_words = command.most_words = 1;
  command.reads = true;
  command.run = run_history;
  return command;
}

Command list_command() {
  Command command;
  command.reads = true;
  command.run = run_list;
  return command;
}

Command find_command() {
  Command command;
  command.usage = "TEXT";
  command.details = {"Letter case and accents do not matter. Exit code 4 when nobody is found."};
  command.least_words = command.most_words = 1;
  command.reads = true;
  command.run = run_find;
  return command;
}

}  // namespace mappa
