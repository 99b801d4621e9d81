#include "mappa/report/policy.hpp"

#include "commands.hpp"
#include "exit_code.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casework/configure.hpp"
#include "session.hpp"

namespace mappa {
namespace {

int check_file(const std::string& file, const Session& session) {
  Policy policy = shipped_policy();
  Toml document = Toml::load(file);
  configure_policy(document, policy);
  document.finish();
  const PolicyInForce checked = policy_in_force(policy, session.desk().today());
  if (session.json()) session.print(json(checked));
  else session.print(checked_page(safe(file), checked));
  return exit_code::done;
}

int run_policy(const Arguments& given, Session& session) {
  const auto& words = given.words();
  if (words.front() == "check" && words.size() == 2) return check_file(words[1], session);
  if (words.front() != "show" || words.size() != 1)
    throw Fault(Cause::usage, words.front() == "check" ? "The file to check is missing." : "\"" + safe(words.front()) + "\" is nothing that can be done with a policy.",
                "Usage: mappa policy show, or: mappa policy check FILE");
  const PolicyInForce policy = policy_in_force(session.policy(), session.desk().today());
  if (session.json()) session.print(json(policy));
  else session.print(page(policy));
  return exit_code::done;
}

}  // namespace

Command policy_command() {
  Command command;
  command.usage = "show | check FILE";
  command.details = {"show: the parameters in force, each with the paragraph it comes from or the word assumption, and what the "
                     "configuration changed. check: whether a policy file is in order, and what it changes; exit code 9 names file, line, "
                     "column and the nearest key of what is wrong."};
  command.least_words = 1;
  command.most_words = 2;
  command.run = run_policy;
  return command;
}

}  // namespace mappa
