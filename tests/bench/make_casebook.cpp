// Records what people recorded about some of those whom an import brought, and writes the facts for the peer:
// make_casebook CASEBOOK CONFIGURATION FACTS [--seed N]
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

#include "configured.hpp"
#include "drill.hpp"
#include "facts.hpp"
#include "histories.hpp"
#include "mappa/casebook/nomis_entry.hpp"
#include "mappa/casework/check_release.hpp"

namespace bench {
namespace {

constexpr int share = 3;  // of whom anything is recorded, in a hundred

class Recorder {
 public:
  Recorder(mappa::Store& store, const mappa::Policy& policy, Facts& facts)
      : policy_(policy), now_(mappa::england(*mappa::instant_from_iso(now))), facts_(facts),
        change_(store.change({*mappa::instant_from_iso(now), true}, true)) {}

  void tell_everybody(std::uint64_t seed) {
    for (const auto& number : change_.numbers()) {
      const auto entries = change_.entries(number);
      const mappa::Entry& seen = entries.front();
      const auto row = mappa::nomis_row_from(number, mappa::decode(seen.body));
      facts_.person(row, seen.on);
      Dice dice(seed * 0xd6e8feb86659fd93 + number.packed());
      if (!dice.in_100(share)) continue;
      for (const Typed& one : history(row, seen.on, now_.day, dice)) record(number, one);
    }
    change_.commit();
  }

 private:
  // What the program keeps with a release.
  mappa::Given kept(const mappa::PrisonNumber& number, const Typed& typed) const {
    if (typed.kind != "released") return {};
    const auto check = mappa::check_release(mappa::load(change_, number, now_.day), std::nullopt, {policy_, now_});
    return {{"verdict", std::string(name(check.verdict.outcome))},
            {"policy", check.policy_digest},
            {"rests-on", std::to_string(check.folded.newest)}};
  }

  void record(const mappa::PrisonNumber& number, const Typed& typed) {
    const mappa::Kind* kind = mappa::find_kind(typed.kind);
    if (!kind) throw std::runtime_error(typed.kind + " is no kind of record");
    const auto read = mappa::read_record(*kind, typed.given, typed.on, now_, kept(number, typed));
    for (const auto& problem : read.problems)
      throw std::runtime_error(fmt::format("{}, {}: {}", typed.kind, problem.field, problem.what));
    const auto id = change_.add({number, kind->name, kind->version, read.on, "bench", "caseworker", mappa::encode(read.body)});
    facts_.record(*kind, id, read.on, read.body);
  }

  const mappa::Policy& policy_;
  mappa::Moment now_;
  Facts& facts_;
  mappa::Change change_;
};

void make(const std::vector<std::string>& words) {
  if (words.size() != 3 && (words.size() != 5 || words[3] != "--seed"))
    throw std::runtime_error("make_casebook CASEBOOK CONFIGURATION FACTS [--seed N]");
  const mappa::Policy policy = configured(words[1]);
  mappa::Store store = mappa::Store::open(words[0]);
  Facts facts(words[2], policy.facilities);
  Recorder(store, policy, facts).tell_everybody(words.size() == 5 ? std::stoull(words[4]) : 20);
  facts.finish();
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  try {
    bench::make({argv + 1, argv + argc});
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "make_casebook: {}\n", error.what());
    return 1;
  }
}
