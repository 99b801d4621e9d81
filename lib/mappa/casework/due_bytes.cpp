#include "mappa/casework/due_bytes.hpp"

#include <concepts>
#include <utility>
#include <vector>

#include "mappa/casebook/packing.hpp"

namespace mappa {

// Each takes its value apart into all of its members: one that is added, and not passed, does not compile.

namespace {

// Reads a line whose words are used while its bytes are there, and leaves them where they stand.
class ReadingWithin : public Unpacking {
 public:
  using Unpacking::Unpacking;
};

}  // namespace

template <IsPass P> void pass_value(P& pass, Wording& v) {
  if constexpr (std::same_as<P, Pass<ReadingWithin>>) {
    v = Wording::standing(pass.bytes().text_within());
  } else {
    std::string text = v;
    pass(text);
    v = std::move(text);
  }
}
template <class T, IsPass P> void pass_as(P& pass, Gap& v) {
  T value{};
  if (T* held = std::get_if<T>(&v)) value = std::move(*held);
  pass(value);
  v = std::move(value);
}
template <IsPass P> void pass_value(P& pass, Gap& v) {
  std::size_t which = v.index();
  pass(which);
  switch (which) {
    case 0: return pass_as<int>(pass, v);
    case 1: return pass_as<Date>(pass, v);
    case 2: return pass_as<Moment>(pass, v);
    default: return pass_as<std::string>(pass, v);
  }
}
template <IsPass P> void pass_value(P& pass, Said& v) { auto& [text, gaps] = v; pass(text, gaps); }
template <IsPass P> void pass_value(P& pass, Source& v) { auto& [entry, field] = v; pass(entry, field); }
template <IsPass P> void pass_value(P& pass, Mend& v) { auto& [kind, main, fields] = v; pass(kind, main, fields); }
template <IsPass P> void pass_value(P& pass, Responsible& v) { auto& [role, team, contact] = v; pass(role, team, contact); }
template <IsPass P> void pass_value(P& pass, Instant& v) {
  auto seconds = static_cast<std::uint64_t>(v.time_since_epoch().count());
  pass(seconds);
  v = Instant(std::chrono::seconds(seconds));
}
template <IsPass P> void pass_value(P& pass, EntryNote& v) {
  auto& [kind, by, source, on, recorded_at, drill] = v;
  pass(kind, by, source, on, recorded_at, drill);
}
template <IsPass P> void pass_value(P& pass, Acknowledged& v) {
  auto& [entry, by, recorded_at, until, reason] = v;
  pass(entry, by, recorded_at, until, reason);
}
// What a listed finding waits for is nothing, and its working is for `explain`.
template <IsPass P> void pass_value(P& pass, Finding& v) {
  auto& [rule, paragraph, severity, who, responsible, gate, answer, evidence, sources, action, mended, by, since, rounded, working,
         waits_for, about] = v;
  std::string name{rule};
  pass(name, paragraph, severity, who, responsible, gate, answer, evidence, sources, action, mended, by, since, rounded, about);
  const Rule* known = find_rule(name);
  rule = known ? known->name : std::string_view();
}

namespace {

template <IsPass P> void pass_line(P& pass, DueLine& v, std::string& of) {
  auto& [number, name, place, finding, days_left, earliest, earliest_from, planned, notes, kind, about, acknowledged, fresh, act_by, rests_on, token] = v;
  pass(of, name, place, finding, earliest, earliest_from, planned, kind, about, acknowledged, rests_on);
}

// Behind the line itself: whoever only shows it can do without.
template <IsPass P> void pass_notes(P& pass, EntryNotes& notes) {
  std::vector<std::pair<EntryId, EntryNote>> entries(notes.begin(), notes.end());
  auto count = entries.size();
  pass(count);
  entries.resize(count);
  for (auto& [id, note] : entries) pass(id, note);
  notes = {entries.begin(), entries.end()};
}

}  // namespace

std::string due_line_bytes(DueLine line) {
  Packing bytes;
  Pass pass(bytes);
  std::string of = line.number.text();
  pass_line(pass, line, of);
  pass_notes(pass, line.notes);
  return bytes.finish();
}

namespace {

template <IsPass P> DueLine line_from(P& pass) {
  DueLine out{PrisonNumber::unpacked(0), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, 0, {}};
  std::string of;
  pass_line(pass, out, of);
  const auto number = PrisonNumber::parse(of);
  if (!number || out.finding.rule.empty()) throw unreadable_bytes();
  out.number = *number;
  return out;
}

}  // namespace

DueLine due_line_from_bytes(std::string_view bytes) {
  Unpacking rest(bytes);
  Pass pass(rest);
  DueLine out = line_from(pass);
  pass_notes(pass, out.notes);
  return out;
}

DueLine due_line_within(std::string_view bytes) {
  ReadingWithin rest(bytes);
  Pass pass(rest);
  return line_from(pass);
}

}  // namespace mappa
