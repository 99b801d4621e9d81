#include <algorithm>

#include "mappa/casebook/fold.hpp"
#include "mappa/casebook/kind.hpp"
#include "scenario.hpp"

namespace scenarios {
namespace {

using namespace mappa;

bool open(const Finding& f) { return f.answer == Answer::not_met || f.answer == Answer::unknown; }

struct Worded {
  std::string operator()(int number) const { return std::to_string(number); }
  std::string operator()(Date date) const { return spoken(date); }
  std::string operator()(Moment moment) const { return spoken(moment); }
  std::string operator()(const std::string& text) const { return text; }
};

std::size_t gaps(const std::string& text) {
  std::size_t count = 0;
  for (auto at = text.find("{}"); at != std::string::npos; at = text.find("{}", at + 2)) ++count;
  return count;
}

bool can_be_recorded(const Mend& mend) {
  const Kind* kind = find_kind(mend.kind);
  if (!kind || (!mend.main.empty() && kind->main.empty())) return false;
  return std::ranges::all_of(mend.fields, [&](const auto& field) {
    const Field* found = kind->find(field.substr(0, field.find('=')));
    return field == "on" || (found && !found->computed);  // --on stands beside every kind's fields
  });
}

// What holds for every finding, whatever the case: its words are whole, its sources are there, and what is
// open says what to do about it.
void check(const Finding& f, const Casebook& casebook, std::vector<std::string>& oddities) {
  const auto odd = [&](const std::string& what) { oddities.push_back(std::string(f.rule) + ": " + what); };
  for (const Said* said : {&f.evidence, &f.action})
    if (gaps(said->text) != said->gaps.size()) odd("the gaps of \"" + std::string(said->text) + "\" are not filled");
  for (const Said& said : f.working)
    if (gaps(said.text) != said.gaps.size()) odd("the gaps of \"" + std::string(said.text) + "\" are not filled");
  if (f.evidence.empty()) odd("it says nothing");
  for (const Source& source : f.sources) {
    const bool known = std::ranges::find(casebook.entries, source.entry, &Entry::id) != casebook.entries.end() ||
                       std::ranges::find(casebook.imports, source.entry, &Entry::id) != casebook.imports.end();
    if (!known || source.field.view().empty()) odd("there is no entry " + std::to_string(source.entry));
  }
  if (f.mended && !can_be_recorded(*f.mended)) odd("there is no such record: " + worded(f.mended));
  if (!f.waits_for.empty() && !find_rule(f.waits_for)) odd("it waits for no rule");
  if (open(f) && f.mended && f.action.empty()) odd("it names a record, and not what to do");
}

// What is open must be possible to deal with: a record, a thing to do, or a rule that comes first. What is
// over cannot be mended, and is a warning.
void check_open(const Finding& f, std::vector<std::string>& oddities) {
  const bool way_out = f.mended || !f.action.empty() || !f.waits_for.empty();
  if (open(f) && f.severity == Severity::blocks && !way_out) oddities.push_back(std::string(f.rule) + ": blocks, and shows no way out");
}

void add_answer(std::string& answers, Answer answer) {
  const std::string one{name(answer)};
  if ((", " + answers + ",").find(", " + one + ",") == std::string::npos) answers += (answers.empty() ? "" : ", ") + one;
}

std::vector<std::string> rules_shown(const Verdict& verdict) {
  std::vector<std::string> out;
  for (const Finding& f : verdict.findings) out.emplace_back(f.rule);
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::string evidence_of(const Outcome& outcome, std::string_view rule) {
  std::string out;
  for (const Finding& f : outcome.findings)
    if (f.rule == rule) out += (out.empty() ? "" : " | ") + worded(f.evidence);
  return out;
}

class Comparing {
 public:
  explicit Comparing(const Scenario& scenario)
      : expected_(scenario.expected), start_(run(scenario.start)), found_(run(scenario.whole)) {}

  std::vector<std::string> all() {
    out_ = found_.oddities;
    same("the verdict", expected_.verdict, std::string(name(found_.verdict.outcome)));
    if (expected_.warnings) same("warnings", std::to_string(*expected_.warnings), std::to_string(found_.verdict.warnings));
    if (expected_.shown_named) same("the rules shown", joined(expected_.shown), joined(rules_shown(found_.verdict)));
    for (const auto& rule : rule_names()) compare_answer(rule);
    for (const auto& [rule, words] : expected_.evidence) compare(rule, words, [](const Finding& f) { return worded(f.evidence); });
    for (const auto& [rule, words] : expected_.mends) compare(rule, words, [](const Finding& f) { return worded(f.mended); });
    return std::move(out_);
  }

 private:
  void same(const std::string& what, const std::string& expected, const std::string& found) {
    if (expected != found) out_.push_back(what + ": expected \"" + expected + "\", found \"" + found + "\"");
  }

  void compare_answer(const std::string& rule) {
    const auto named = expected_.answers.find(rule);
    const bool as_start = named == expected_.answers.end();
    const std::string& expected = as_start ? start_.answers.at(rule) : named->second;
    const std::string& found = found_.answers.at(rule);
    if (expected == found) return;
    out_.push_back(rule + ": expected \"" + expected + "\"" + (as_start ? ", as in the start" : "") + ", found \"" + found +
                   "\" (" + evidence_of(found_, rule) + ")");
  }

  template <class Words>
  void compare(const std::string& rule, const std::string& expected, Words words_of) {
    std::string all;
    for (const Finding& f : found_.findings) {
      if (f.rule != rule) continue;
      if (words_of(f) == expected) return;
      all += (all.empty() ? "" : " | ") + words_of(f);
    }
    same(rule, expected, all);
  }

  const Expected& expected_;
  const Outcome start_, found_;
  std::vector<std::string> out_;
};

}  // namespace

std::string worded(const Said& said) {
  std::string out;
  std::size_t from = 0;
  for (const Gap& gap : said.gaps) {
    const auto at = said.text.view().find("{}", from);
    if (at == std::string::npos) break;
    out += std::string(said.text.view().substr(from, at - from)) + std::visit(Worded{}, gap);
    from = at + 2;
  }
  return out + std::string(said.text.view().substr(from));
}

std::string worded(const std::optional<Mend>& mend) {
  if (!mend) return {};
  std::string out = mend->kind + (mend->main.empty() ? "" : " " + mend->main);
  for (const auto& field : mend->fields) out += " --" + field;
  return out;
}

Outcome run(const Script& script) {
  const Casebook casebook = build(script);
  const Date today = script.as_of.value_or(*script.today);
  const Case c = fold(casebook.number, casebook.entries, std::span<const Entry>(casebook.imports), today);
  Setting setting = setting_for(c, *script.at, today, script.policy);
  setting.working = true;
  Outcome out{judge(c, setting), {}, {}, {}};
  for (const Rule& rule : rules()) {
    auto& answers = out.answers[std::string(rule.name)];
    for (const Finding& f : ask(rule, c, setting)) {
      add_answer(answers, f.answer);
      check(f, casebook, out.oddities);
      check_open(f, out.oddities);
      out.findings.push_back(f);
    }
  }
  return out;
}

std::vector<std::string> differences(const Scenario& scenario) { return Comparing(scenario).all(); }

}  // namespace scenarios
