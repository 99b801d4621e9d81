#include "mappa/report/explain.hpp"

#include "commands.hpp"
#include "exit_code.hpp"
#include "session.hpp"

namespace mappa {
namespace {

int run_explain(const Arguments& given, Session& session) {
  const auto& words = given.words();
  const Desk desk = session.desk();
  std::optional<LoadedCase> loaded;
  if (words.size() > 1) {
    const Store store = session.open();
    const Snapshot snapshot = session.read(store);
    loaded = load(snapshot, resolve(snapshot, words[1], desk.today()), desk.today());
  }
  const Explanation explanation = explain(words[0], loaded ? &*loaded : nullptr, desk);
  if (session.json()) session.print(json(explanation));
  else session.print(page(explanation));
  return exit_code::done;
}

}  // namespace

Command explain_command() {
  Command command;
  command.usage = "PARAGRAPH|RULE [NUMBER]";
  command.details = {"For example: mappa explain p9, mappa explain p14.licence-copy A1234BC. With a number the very same rule is "
                     "asked as in a release check, and its arithmetic shown."};
  command.least_words = 1;
  command.most_words = 2;
  command.reads = true;
  command.run = run_explain;
  return command;
}

}  // namespace mappa
