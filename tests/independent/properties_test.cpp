// What holds for everybody, whatever the facts.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "independent/somebody.hpp"
#include "mappa/casebook/body.hpp"
#include "mappa/casebook/case_bytes.hpp"
#include "mappa/casebook/nomis_entry.hpp"
#include "mappa/casebook/recording.hpp"
#include "mappa/rules/verdict.hpp"

using namespace mappa;
using namespace independent;

namespace {

constexpr int people = MAPPA_PEOPLE / 20;

struct Checked {
  Case c;
  Policy under = policy();
  Setting setting;
  Verdict verdict;
  Checked(const std::vector<Entry>& entries, Moment at, const std::vector<Entry>& exports = {})
      : c(folded(entries, exports)), setting(setting_for(c, at, today(), under)), verdict(judge(c, setting)) {}
};

// The outcome, and every finding with its answer and words.
std::string told(const Checked& checked) {
  std::string out{name(checked.verdict.outcome)};
  for (const Finding& one : checked.verdict.findings)
    out += "\n" + std::string(one.rule) + " " + std::string(name(one.answer)) + " " + std::string(one.evidence.text);
  return out;
}

Entry entry(const std::vector<Entry>& before, std::string kind, Date on, const Body& body) {
  Entry out = before.back();
  out.kind = std::move(kind);
  out.on = on;
  out.body = encode(body);
  out.id = static_cast<EntryId>(before.size() + 1);
  return out;
}

// Each of so many people, with a casebook that is not empty.
template <class Take>
void each_of(std::uint64_t seed, Take take) {
  std::mt19937_64 random(seed);
  for (int i = 0; i < people; ++i) {
    const Somebody somebody = random_somebody(random);
    const auto entries = casebook(somebody);
    if (!entries.empty()) take(somebody, entries, random);
  }
}

// Things that are about each other, so that their order on one day tells something: which of two statements
// about the standing came last; whether a confirmation knew of the plan or level; for which place, and for
// which risk, visits were arranged; whether a release came before or after what was done.
bool about_each_other(const std::string& a, const std::string& b) {
  const auto both_in = [&](const std::set<std::string>& kinds) { return kinds.contains(a) && kinds.contains(b); };
  return a == b || both_in({"status", "category", "level"}) || both_in({"arrangements", "level", "release-plan"}) ||
         both_in({"visiting-arrangements", "location", "child-risk"}) || both_in({"request", "answer"}) || a == "released" || b == "released" ||
         a == nomis_kind || b == nomis_kind;
}

// A row of an export about somebody else, as if it were about this person; nothing where there is none.
std::optional<Entry> row_of_somebody_else(std::mt19937_64& random) {
  for (Entry& one : casebook(random_somebody(random)))
    if (one.kind == nomis_kind) return std::move(one);
  return std::nullopt;
}

// What somebody might fill in for a field: one of its words, a number, a day that fits, or text.
std::string filled_in(const Field& field, int variant) {
  if (field.placeholder == "TOPICS") return "all";
  if (!field.words.empty() && field.words.front() != "date-unknown") return field.words[static_cast<std::size_t>(variant) % field.words.size()];
  if (field.placeholder == "DATE" && field.name == "since") return variant % 2 == 0 ? "2026-11-18" : "2026-11-25";
  if (field.placeholder == "DATE") return variant % 2 == 0 ? "2026-11-25" : "2026-11-23";
  if (field.placeholder == "\"DATE TIME\"") return "2026-11-25 14:00";
  if (field.placeholder == "LENGTH") return "18m";
  if (field.placeholder == "FACILITY") return "HAR";
  return "something";
}

const Moment now{today(), std::chrono::hours(12)};

// The record that a finding asks for, or all that is wrong with it.
Recording recorded(const Mend& mend, int variant) {
  const Kind& kind = *find_kind(mend.kind);
  Given given;
  std::optional<Date> on;
  if (!mend.main.empty()) {
    const Field& main = *kind.find(kind.main);
    given.emplace_back(kind.main, mend.main == main.placeholder ? filled_in(main, variant) : mend.main);
  }
  for (const auto& one : mend.fields) {
    const auto equals = one.find('=');
    const std::string name = one.substr(0, equals);
    if (name == "on") on = today();
    else given.emplace_back(name, equals == std::string::npos ? filled_in(*kind.find(name), variant) : one.substr(equals + 1));
  }
  return read_record(kind, given, on, now);
}

// The first finding of a rule that somebody can deal with now.
std::optional<Finding> open_finding(const Rule& rule, const Checked& checked) {
  for (Finding& one : ask(rule, checked.c, checked.setting))
    if (one.open() && one.waits_for.empty()) return std::move(one);
  return std::nullopt;
}

// Whether following the commands leads to where nothing of the rule is open, or nothing is left to be recorded.
bool leads_on(const Rule& rule, const std::vector<Entry>& entries, Moment at, int steps) {
  const Checked checked(entries, at);
  const auto open = open_finding(rule, checked);
  if (!open) return true;
  if (!open->mended) return rule.severity != Severity::blocks || !open->action.empty();
  if (steps == 0) return false;
  for (int variant = 0; variant < 4; ++variant) {
    const Recording read = recorded(*open->mended, variant);
    if (!read.problems.empty()) continue;
    auto more = entries;
    more.push_back(entry(entries, open->mended->kind, read.on, read.body));
    if (leads_on(rule, more, at, steps - 1)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a case that was kept as bytes tells what it told") {
  each_of(20261129, [](const Somebody& somebody, const std::vector<Entry>& entries, std::mt19937_64&) {
    const Checked checked(entries, moment_checked(somebody));
    const Case again = case_from_bytes(checked.c.number, case_bytes(checked.c));
    CHECK(case_bytes(again) == case_bytes(checked.c));
    Checked other(entries, moment_checked(somebody));
    other.verdict = judge(again, setting_for(again, moment_checked(somebody), today(), other.under));
    CHECK(told(other) == told(checked));
  });
}

TEST_CASE("in short the outcome is the same, and so are the findings that decide it") {
  each_of(20261130, [](const Somebody& somebody, const std::vector<Entry>& entries, std::mt19937_64&) {
    const Checked checked(entries, moment_checked(somebody));
    const Verdict in_short = judge_in_short(checked.c, checked.setting);
    CHECK(in_short.outcome == checked.verdict.outcome);
    const auto deciding = [](const Verdict& verdict) {
      std::string out;
      for (const Finding& one : verdict.findings)
        if ((one.gate && one.answer == Answer::not_met) || (one.severity == Severity::blocks && one.answer != Answer::not_applicable)) out += std::string(one.rule) + " " + std::string(one.evidence.text) + "\n";
      return out;
    };
    CHECK(deciding(in_short) == deciding(checked.verdict));
  });
}

TEST_CASE("a note never changes what is told") {
  each_of(11, [](const Somebody& somebody, const std::vector<Entry>& entries, auto&) {
    auto with_note = entries;
    with_note.push_back(entry(entries, "note", today(), {{"text", "rang the offender manager"}}));
    const Moment at = moment_checked(somebody);
    REQUIRE_MESSAGE(told(Checked(with_note, at)) == told(Checked(entries, at)), described(somebody));
  });
}

TEST_CASE("withdrawing the newest entry tells what a casebook tells that never had it") {
  each_of(12, [](const Somebody& somebody, const std::vector<Entry>& entries, auto&) {
    if (entries.size() < 2) return;
    auto withdrawn = entries;
    withdrawn.push_back(entry(entries, std::string(withdrawal_kind), today(), {{"entry", std::to_string(entries.back().id)}, {"reason", "a mistake"}}));
    const std::vector<Entry> never(entries.begin(), entries.end() - 1);
    const Moment at = moment_checked(somebody);
    REQUIRE_MESSAGE(told(Checked(withdrawn, at)) == told(Checked(never, at)), described(somebody));
  });
}

TEST_CASE("an import that is undone tells what a casebook tells that never had it, whatever it brought") {
  int differed = 0;
  each_of(17, [&](const Somebody& somebody, const std::vector<Entry>& entries, auto& random) {
    const auto row = row_of_somebody_else(random);
    if (!row) return;
    std::vector<Entry> all = entries, imported = entries, exports;
    const auto put = [&](std::vector<Entry>& to, std::string_view kind, Date on, const Body& body) {
      all.push_back(entry(all, std::string(kind), on, body));
      to.push_back(all.back());
      return all.back().id;
    };
    // One import that confirmed the row known so far, and one that brought another row, of any day.
    ImportEntry confirming, bringing;
    confirming.first = static_cast<EntryId>(all.size() + 1);
    confirming.numbers = {PrisonNumber::parse("A1234BC")->packed()};
    const EntryId confirmed = put(exports, import_kind, today(), import_body(confirming));
    const Date on = plus_days(today(), -static_cast<int>(random() % 20));
    bringing.first = put(imported, row->kind, on, decode(row->body));
    const EntryId brought = put(exports, import_kind, on, import_body(bringing));

    const Checked before(entries, moment_checked(somebody)), between(imported, before.setting.at, exports);
    if (told(between) != told(before)) ++differed;
    put(exports, undo_kind, today(), undo_body({brought, bringing.first, "the wrong file"}));
    put(exports, undo_kind, today(), undo_body({confirmed, confirmed, "the wrong file"}));
    const Checked after(imported, before.setting.at, exports);
    REQUIRE_MESSAGE(told(after) == told(before), described(somebody));
    REQUIRE_MESSAGE(after.c.nomis.seen_on == before.c.nomis.seen_on, described(somebody));
  });
  CHECK(differed > 0);
}

TEST_CASE("a clear verdict holds no blocking answer that is unknown or not met") {
  int clear = 0;
  each_of(13, [&](const Somebody& somebody, const std::vector<Entry>& entries, auto&) {
    const Checked checked(entries, moment_checked(somebody));
    if (checked.verdict.outcome != Outcome::clear) return;
    ++clear;
    for (const Finding& one : checked.verdict.findings) REQUIRE_MESSAGE(!(one.severity == Severity::blocks && one.open()), described(somebody));
  });
  CHECK(clear > 0);
}

TEST_CASE("the order in which different things are recorded on one day does not matter") {
  int swapped = 0;
  each_of(14, [&](const Somebody& somebody, const std::vector<Entry>& entries, auto& random) {
    auto other = entries;
    const std::size_t i = random() % other.size(), j = random() % other.size();
    if (other[i].on != other[j].on || about_each_other(other[i].kind, other[j].kind)) return;
    // Whatever stands between them must not be about either.
    for (std::size_t k = std::min(i, j) + 1; k < std::max(i, j); ++k)
      if (about_each_other(other[k].kind, other[i].kind) || about_each_other(other[k].kind, other[j].kind)) return;
    ++swapped;
    std::swap(other[i], other[j]);
    std::swap(other[i].id, other[j].id);
    const Moment at = moment_checked(somebody);
    REQUIRE_MESSAGE(told(Checked(other, at)) == told(Checked(entries, at)), other[i].kind, " and ", other[j].kind, "\n", described(somebody));
  });
  CHECK(swapped > 0);
}

TEST_CASE("every open finding carries a record that the program takes, or says what to do, or why it waits") {
  each_of(15, [](const Somebody& somebody, const std::vector<Entry>& entries, auto&) {
    const Checked checked(entries, moment_checked(somebody));
    for (const Rule& rule : rules())
      for (const Finding& one : ask(rule, checked.c, checked.setting)) {
        if (!one.open()) continue;
        if (one.mended) {
          const auto read = recorded(*one.mended, 0);
          if (!read.problems.empty()) FAIL(std::string(rule.name), ": ", read.problems.front().field, ": ", read.problems.front().what, "\n", described(somebody));
        } else if (one.severity == Severity::blocks && one.action.empty() && one.waits_for.empty()) {
          FAIL(std::string(rule.name), " blocks and shows no way out\n", described(somebody));
        }
      }
  });
}

TEST_CASE("following what an open finding says to record ends with it met, or with nothing left to record") {
  each_of(16, [](const Somebody& somebody, const std::vector<Entry>& entries, auto& random) {
    if (random() % 5 != 0) return;
    const Moment at = moment_checked(somebody);
    for (const Rule& rule : rules())
      if (!leads_on(rule, entries, at, 5)) FAIL(std::string(rule.name), "\n", described(somebody));
  });
}
