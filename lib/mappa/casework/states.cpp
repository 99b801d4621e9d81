#include "mappa/casework/states.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "mappa/casebook/body.hpp"
#include "mappa/casebook/case_bytes.hpp"
#include "mappa/casebook/fold.hpp"
#include "mappa/casebook/kind.hpp"
#include "mappa/casebook/packing.hpp"
#include "mappa/casework/sources_digest.hpp"

namespace mappa {
namespace {

// A folded case as it is kept.
struct State {
  std::optional<Date> until;  // the first day after that of the folding on which it may fold otherwise
  EntryId newest = 0;         // the entry up to which it is folded
  std::string_view folded;
};

std::string state_bytes(State state, Case folded) {
  Packing bytes;
  Pass pass(bytes);
  pass(state.until, state.newest);
  return bytes.finish() + case_bytes(std::move(folded));
}

State state_from(std::string_view bytes) {
  State out;
  Unpacking rest(bytes);
  Pass pass(rest);
  pass(out.until, out.newest);
  out.folded = rest.rest();
  return out;
}

// The first day after `day` that anything is about which was recorded of a person: an entry, a deed in it, whatever
// else is a day. Rows of exports speak of days to come and change nothing by it.
std::optional<Date> next_turn(std::span<const Entry> entries, Date day) {
  std::optional<Date> out;
  const auto look_at = [&](std::optional<Date> one) {
    if (one && *one > day && (!out || *one < *out)) out = one;
  };
  for (const Entry& entry : entries) {
    look_at(entry.on);
    if (entry.kind == nomis_kind) continue;
    for (const auto& [name, text] : decode(entry.body)) look_at(date_from_iso(std::string_view(text).substr(0, 10)));
  }
  return out;
}

// What came of exports since the states were made; imports also from before, for states that are older.
struct Since {
  std::vector<const Confirmation*> imports;  // by day
  bool changed_the_past = false;             // one was undone, or came late
};

Since since(const Exports& exports, EntryId newest, Date day) {
  Since out;
  out.changed_the_past = std::ranges::any_of(exports.undone, [&](const Undone& one) { return one.id > newest; });
  std::optional<Date> last;
  for (const Confirmation& one : exports.imports) {  // by id
    if (one.on > day && one.id <= newest) out.changed_the_past = true;
    if (one.id > newest && last && one.on < *last) out.changed_the_past = true;
    out.imports.push_back(&one);
    last = last ? std::max(*last, one.on) : one.on;
  }
  return out;
}

// Whoever was shown unchanged since has the same row, of a newer export.
void see_again(Case& c, EntryId folded_up_to, const Since& since, Date as_of) {
  for (const Confirmation* one : since.imports) {
    if (one->id <= folded_up_to || one->on > as_of || !c.nomis.row || !one->import.confirms(c.number, c.nomis.entry)) continue;
    c.nomis.seen_on = one->on;
    c.nomis.seen_by = one->id;
    c.nomis.day_assumed = one->import.day_assumed;
  }
}

// What is kept, where it holds at all.
struct Held {
  Made made;
  Since since;
};

std::optional<Held> held(const Snapshot& snapshot, const Exports& exports, Date as_of) {
  const auto made = snapshot.states_made();
  if (!made || made->by_what != sources_digest || made->day > as_of || snapshot.later() > 0) return std::nullopt;
  Held out{*made, since(exports, made->newest, made->day)};
  if (out.since.changed_the_past) return std::nullopt;
  return out;
}

// Nothing is kept of somebody of whom nothing stands any more.
void keep(Change& change, const PrisonNumber& number, const std::optional<LoadedCase>& loaded, EntryId newest, Date today) {
  change.keep_state(number, loaded ? state_bytes({next_turn(loaded->entries, today), newest, {}}, loaded->folded) : "");
}

// Who is to be folded anew, where what is kept of the others holds.
std::vector<PrisonNumber> to_be_folded(const Snapshot& snapshot, EntryId since, Date today) {
  auto out = snapshot.numbers_since(since);
  snapshot.each_state([&](const PrisonNumber& number, std::string_view bytes) {
    const auto until = state_from(bytes).until;
    if (until && *until <= today) out.push_back(number);
  });
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

Refreshed refresh_states(Change& change, Date today) {
  Refreshed out;
  const CaseReader cases(change, today);
  const auto before = held(change, cases.exports(), today);
  const EntryId newest = change.head().newest;
  out.all = !before;
  if (out.all) change.drop_states();
  for (const PrisonNumber& number : out.all ? change.numbers() : to_be_folded(change, before->made.newest, today)) {
    keep(change, number, cases.find(number), newest, today);
    ++out.folded;
  }
  change.keep_states_made({newest, today, std::string(sources_digest)});
  return out;
}

struct Everybody::Kept : Held {
  explicit Kept(Held held) : Held(std::move(held)) {}
};

Everybody::Everybody(const Snapshot& snapshot, Date as_of) : snapshot_(snapshot), as_of_(as_of), cases_(snapshot, as_of) {
  if (auto found = held(snapshot, cases_.exports(), as_of)) kept_ = std::make_unique<const Kept>(std::move(*found));
}
Everybody::~Everybody() = default;

void Everybody::each(const std::function<void(One&&)>& take) const {
  if (!kept_) {
    each_case(snapshot_, as_of_, [&](const LoadedCase& loaded) { take({loaded.folded.number, std::make_unique<Case>(loaded.folded)}); });
    return;
  }
  const auto anew = snapshot_.numbers_since(kept_->made.newest);
  auto next = anew.begin();
  const auto take_anew = [&](const PrisonNumber& number) {
    if (auto loaded = cases_.find(number)) take({number, std::make_unique<Case>(std::move(loaded->folded))});
  };
  snapshot_.each_state([&](const PrisonNumber& number, std::string_view bytes) {
    for (; next != anew.end() && *next < number; ++next) take_anew(*next);
    if (next != anew.end() && *next == number) return;  // its turn comes before the next one's
    const auto until = state_from(bytes).until;
    if (until && *until <= as_of_) return take_anew(number);
    take({number, std::string(bytes)});
  });
  for (; next != anew.end(); ++next) take_anew(*next);
}

Case Everybody::unpacked(One&& one) const {
  if (auto* folded = std::get_if<std::unique_ptr<Case>>(&one.how_)) return std::move(**folded);
  const State state = state_from(std::get<std::string>(one.how_));
  Case c = case_from_bytes(one.number_, state.folded);
  c.as_of = as_of_;
  see_again(c, state.newest, kept_->since, as_of_);
  return c;
}

void each_folded(const Snapshot& snapshot, Date as_of, const std::function<void(const Case&)>& take) {
  const Everybody everybody(snapshot, as_of);
  everybody.each([&](Everybody::One&& one) { take(everybody.unpacked(std::move(one))); });
}

}  // namespace mappa
