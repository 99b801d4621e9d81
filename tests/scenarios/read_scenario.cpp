#include <fstream>

#include "mappa/base/fault.hpp"
#include "scenario.hpp"

namespace scenarios {
namespace {

using namespace mappa;

// Where the starts and the register are: beside the scenario, or one up from those that show the runner itself.
std::string home_of(const std::string& path) {
  const std::string_view itself = "self/";
  std::string folder = path.substr(0, path.rfind('/') + 1);
  if (folder.ends_with(itself)) folder.resize(folder.size() - itself.size());
  return folder;
}

std::string stem_of(const std::string& path) {
  const auto name = path.substr(path.rfind('/') + 1);
  return name.substr(0, name.rfind('.'));
}

// The comment that every file opens with: what it shows, in plain words.
std::string opening_comment(const std::string& path) {
  std::ifstream file(path);
  std::string line, out;
  while (std::getline(file, line) && line.starts_with("# ")) out += (out.empty() ? "" : " ") + line.substr(2);
  if (out.empty()) throw Fault(Cause::configuration, path + " does not open with a comment.", "Say in one or two lines what it shows.");
  return out;
}

std::map<std::string, std::string> by_rule(Toml& expect, std::string_view key) {
  std::map<std::string, std::string> out;
  auto table = expect.table(key);
  if (!table) return out;
  for (const auto& rule : rule_names())
    if (const auto text = table->text(rule)) out[rule] = *text;
  table->finish();
  return out;
}

Expected read_expected(Toml& document) {
  auto table = document.table("expect");
  if (!table) document.reject("expect", "Nothing is expected.", "Add [expect] with a verdict.");
  Expected out;
  out.verdict = table->text("verdict").value_or("");
  if (out.verdict.empty()) table->reject("verdict", "The verdict must always be named.", "Add it.");
  out.warnings = table->number("warnings");
  for (const auto& rule : rule_names())
    if (const auto text = table->text(rule)) out.answers[rule] = *text;
  out.evidence = by_rule(*table, "evidence");
  out.mends = by_rule(*table, "mend");
  out.shown_named = table->has("shown");
  out.shown = table->texts("shown");
  table->finish();
  return out;
}

// The register that all scenarios share.
Policy policy_of_all(const std::string& folder) {
  Policy policy = shipped_policy();
  Toml register_of_all = Toml::load(folder + "facilities.toml");
  read_policy(register_of_all, policy, rule_names());
  register_of_all.finish();
  return policy;
}

}  // namespace

Scenario read_scenario(const std::string& path) {
  Scenario out{stem_of(path), opening_comment(path), {}, {}, {}};
  Toml document = Toml::load(path);
  const auto start = document.text("start");
  if (!start) document.reject("start", "A scenario needs a start.", "Name one of those in starts/.");
  const std::string home = home_of(path);
  const std::string start_path = home + "starts/" + *start + ".toml";
  static_cast<void>(opening_comment(start_path));
  Toml start_document = Toml::load(start_path);
  Script nothing;
  nothing.policy = policy_of_all(home);
  out.start = read_script(start_document, std::move(nothing));
  start_document.finish();
  out.whole = read_script(document, out.start);
  out.expected = read_expected(document);
  document.finish();
  return out;
}

}  // namespace scenarios
