#include "mappa/report/explain.hpp"

#include "commands.hpp"
#include "exit_code.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/report/policy.hpp"
#include "session.hpp"

namespace mappa {
namespace {

int show_coverage(const std::vector<std::string>& words, const Session& session) {
  std::optional<int> paragraph;
  if (words.size() > 1) throw Fault(Cause::usage, "--coverage takes one paragraph, or none.", "For example: mappa explain --coverage p11");
  if (!words.empty()) paragraph = explain(words.front(), nullptr, session.desk()).paragraph.number;
  if (session.json()) session.print(coverage_json(paragraph));
  else session.print(coverage_page(paragraph));
  return exit_code::done;
}

int run_explain(const Arguments& given, Session& session) {
  const auto& words = given.words();
  if (given.has("coverage")) return show_coverage(words, session);
  if (words.empty()) throw Fault(Cause::usage, "Something is missing.", "Usage: mappa explain PARAGRAPH|RULE [NUMBER], or: mappa explain --coverage");
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
  command.usage = "PARAGRAPH|RULE [NUMBER] | --coverage [PARAGRAPH]";
  command.details = {"For example: mappa explain p9, mappa explain p14.licence-copy A1234BC. With a number the very same rule is "
                     "asked as in a release check, and its arithmetic shown."};
  command.options = {{"coverage", "", "walk through the order sentence by sentence: which rule or record answers each"}};
  command.most_words = 2;
  command.reads = true;
  command.run = run_explain;
  return command;
}

}  // namespace mappa
