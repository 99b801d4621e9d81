#include "store/contract.hpp"

#include <doctest/doctest.h>

#include <memory>

#include "mappa/casebook/chain.hpp"
#include "store/support.hpp"

namespace mappa::testing {
namespace {

void an_empty_casebook_is_empty(const Engine& engine) {
  const auto snapshot = engine.fresh().read();
  CHECK(snapshot.head() == Head{0, chain_start()});
  CHECK(snapshot.numbers().empty());
  CHECK(everything(snapshot).empty());
  CHECK_FALSE(snapshot.has(number("A1111AA")));
  CHECK(snapshot.entries(number("A1111AA")).empty());
  CHECK_FALSE(snapshot.entry(1));
  CHECK_FALSE(snapshot.entry(0));
  CHECK_FALSE(snapshot.entry(-1));
}

void what_is_appended_is_read_back_whole(const Engine& engine) {
  auto store = engine.fresh();
  Draft wanted;
  wanted.number = number("A1234BC");
  wanted.kind = "release-plan";
  wanted.version = 3;
  wanted.on = *date_from_iso("2028-02-29");
  wanted.by = "o'neill; DROP TABLE entries";
  wanted.source = "Überstellung \xff.csv";  // file names may hold any byte
  wanted.body = std::string("\0{\"any\":\xff bytes}\n", 17);
  auto change = store.change({*instant_from_iso("2026-11-25T23:59:59Z"), true});
  const auto appended = change.append(wanted);
  change.commit();

  const auto read = store.read().entry(1);
  REQUIRE(read);
  for (const auto& entry : {appended, *read}) {
    CHECK(entry.id == 1);
    CHECK(entry.number == wanted.number);
    CHECK(entry.kind == wanted.kind);
    CHECK(entry.version == 3);
    CHECK(entry.on == wanted.on);
    CHECK(entry.by == wanted.by);
    CHECK(entry.source == wanted.source);
    CHECK(entry.body == wanted.body);
    CHECK(iso(entry.recorded_at) == "2026-11-25T23:59:59Z");
    CHECK(entry.drill);
  }
}

void entries_are_numbered_without_gaps(const Engine& engine) {
  auto store = engine.fresh();
  {
    auto change = store.change(at());
    CHECK(change.append(draft("A1111AA")).id == 1);
    CHECK(change.append(draft("A1111AA")).id == 2);
    change.commit();
  }
  {
    auto given_up = store.change(at());
    CHECK(given_up.append(draft("A1111AA")).id == 3);
  }
  auto change = store.change(at());
  CHECK(change.append(draft("B2222BB")).id == 3);
  change.commit();
  CHECK(store.read().head().newest == 3);
}

void entries_are_found_by_person_and_kind(const Engine& engine) {
  auto store = engine.fresh();
  auto import = draft("");
  import.kind = "import";
  record(store, {draft("B2222BB", "1"), draft("A1111AA", "2"), import, draft("B2222BB", "4")});
  const auto snapshot = store.read();

  CHECK(snapshot.has(number("A1111AA")));
  CHECK_FALSE(snapshot.has(number("C3333CC")));
  CHECK(snapshot.numbers() == std::vector{number("A1111AA"), number("B2222BB")});

  const auto of_b = snapshot.entries(number("B2222BB"));
  REQUIRE(of_b.size() == 2);
  CHECK(of_b[0].id == 1);
  CHECK(of_b[1].id == 4);

  const auto imports = snapshot.entries_of_kind("import");
  REQUIRE(imports.size() == 1);
  CHECK(imports[0].id == 3);
  CHECK_FALSE(imports[0].number);
  CHECK(snapshot.entries_of_kind("referral").empty());

  const auto all = everything(snapshot);
  REQUIRE(all.size() == 3);  // by number, then id; those about the casebook itself are nobody's
  CHECK(all[0].id == 2);
  CHECK(all[1].id == 1);
  CHECK(all[2].id == 4);
}

void the_first_entry_about_somebody_stays_the_first(const Engine& engine) {
  auto store = engine.fresh();
  record(store, {draft("B2222BB"), draft("A1111AA"), draft("B2222BB")});
  const auto first = store.read().first_sealed(number("B2222BB"));
  REQUIRE(first);
  CHECK(first->id == 1);
  CHECK(first->salt == store.read().sealed(1)->salt);
  CHECK(first->salt != store.read().sealed(3)->salt);
  record(store, {draft("B2222BB")});
  CHECK(store.read().first_sealed(number("B2222BB"))->id == 1);
  CHECK_FALSE(store.read().first_sealed(number("C3333CC")));
}

void each_may_read_on_and_passes_on_what_is_thrown(const Engine& engine) {
  auto store = engine.fresh();
  record(store, {draft("A1111AA"), draft("B2222BB")});
  const auto snapshot = store.read();
  std::size_t inner = 0;
  snapshot.each([&](const PrisonNumber& who, std::span<const Entry>) {
    inner += snapshot.entries(who).size() + everything(snapshot).size();
  });
  CHECK(inner == 6);
  CHECK_THROWS_AS(snapshot.each([](const PrisonNumber&, std::span<const Entry>) { throw 7; }), int);
  CHECK(everything(snapshot).size() == 2);
}

void the_head_follows_every_entry(const Engine& engine) {
  auto store = engine.fresh();
  const auto start = store.read().head();
  record(store, {draft("A1111AA")});
  const auto one = store.read().head();
  record(store, {draft("A1111AA")});
  const auto two = store.read().head();
  CHECK(one.newest == 1);
  CHECK(two.newest == 2);
  CHECK(start.digest != one.digest);
  CHECK(one.digest != two.digest);
  CHECK(engine.again().read().head() == two);
}

void equal_bodies_do_not_show(const Engine& engine) {
  auto store = engine.fresh();
  record(store, {draft("A1111AA", "yes")});
  const auto one = store.read().head();
  auto other = engine.fresh();
  record(other, {draft("A1111AA", "yes")});
  CHECK(other.read().head().digest != one.digest);  // each has a salt of its own
}

void a_snapshot_does_not_see_later_writes(const Engine& engine) {
  auto store = engine.fresh();
  record(store, {draft("A1111AA")});
  const auto before = store.read();
  record(store, {draft("A1111AA"), draft("B2222BB")});
  auto elsewhere = engine.again();
  record(elsewhere, {draft("C3333CC")});

  CHECK(before.head().newest == 1);
  CHECK(before.numbers().size() == 1);
  CHECK(before.entries(number("A1111AA")).size() == 1);
  CHECK_FALSE(before.has(number("B2222BB")));
  CHECK_FALSE(before.entry(2));
  CHECK(everything(before).size() == 1);

  CHECK(store.read().head().newest == 4);
  CHECK(everything(store.read()).size() == 4);
}

void a_change_sees_its_own_writes_and_others_do_not(const Engine& engine) {
  auto store = engine.fresh();
  {
    auto change = store.change(at());
    change.append(draft("A1111AA"));
    CHECK(change.has(number("A1111AA")));
    CHECK(change.head().newest == 1);
    CHECK(change.entries(number("A1111AA")).size() == 1);
    CHECK(change.entries_of_kind("licence").size() == 1);
    CHECK(store.read().head().newest == 0);
    CHECK(engine.again().read().head().newest == 0);
  }
  CHECK(store.read().head().newest == 0);  // what is not committed was never written
  CHECK_FALSE(store.read().has(number("A1111AA")));
}

void a_change_is_over_once_committed(const Engine& engine) {
  auto store = engine.fresh();
  auto change = store.change(at());
  change.append(draft("A1111AA"));
  change.commit();
  CHECK(cause_of([&] { change.append(draft("A1111AA")); }) == Cause::unexpected);
  CHECK(cause_of([&] { change.commit(); }) == Cause::unexpected);
  CHECK(cause_of([&] { (void)change.head(); }) == Cause::unexpected);
  CHECK(store.read().head().newest == 1);
}

void nothing_appended_changes_nothing(const Engine& engine) {
  auto store = engine.fresh();
  record(store, {draft("A1111AA")});
  const auto head = store.read().head();
  store.change(at()).commit();
  CHECK(store.read().head() == head);
}

void drafts_that_are_not_whole_are_refused(const Engine& engine) {
  auto store = engine.fresh();
  auto change = store.change(at());
  const std::vector<std::function<void(Draft&)>> faults = {
      [](Draft& d) { d.kind.clear(); },
      [](Draft& d) { d.by.clear(); },
      [](Draft& d) { d.source.clear(); },
      [](Draft& d) { d.body.clear(); },
      [](Draft& d) { d.version = 0; },
      [](Draft& d) {
        d.on = Date{std::chrono::year{2026}, std::chrono::month{2}, std::chrono::day{30}};
      },
  };
  for (const auto& spoil : faults) {
    auto bad = draft("A1111AA");
    spoil(bad);
    CHECK(cause_of([&] { change.append(bad); }) == Cause::unexpected);
  }
  CHECK(change.append(draft("A1111AA")).id == 1);  // the change goes on
  change.commit();
  CHECK(store.read().head().newest == 1);
}

void the_casebook_is_read_as_it_stood(const Engine& engine) {
  auto store = engine.fresh();
  for (int second = 0; second < 4; ++second) {
    auto change = store.change(at(second));
    auto one = draft(second == 3 ? "C3333CC" : "A1111AA", std::to_string(second));
    if (second == 2) one.kind = "import", one.number.reset();
    change.append(one);
    change.commit();
  }
  const auto then = store.read(at(2).instant);
  CHECK(then.head().newest == 2);
  CHECK(then.later() == 2);
  CHECK(then.entries(number("A1111AA")).size() == 2);
  CHECK(then.entries_of_kind("import").empty());
  CHECK_FALSE(then.has(number("C3333CC")));
  CHECK_FALSE(then.first_sealed(number("C3333CC")));
  CHECK(then.numbers() == std::vector{number("A1111AA")});
  CHECK(then.entry(2));
  CHECK_FALSE(then.entry(3));
  CHECK(everything(then).size() == 2);

  const auto before_all = store.read(at(0).instant);
  CHECK(before_all.head() == Head{0, chain_start()});
  CHECK(before_all.numbers().empty());
  CHECK(store.read(at(9).instant).head() == store.read().head());
  CHECK(store.read().later() == 0);
}

void two_writers_take_turns(const Engine& engine) {
  auto store = engine.fresh();
  auto other = engine.again();
  {
    auto change = store.change(at());
    change.append(draft("A1111AA"));
    const auto fault = fault_in([&] { other.change(at()); });
    REQUIRE(fault);
    CHECK(fault->cause() == Cause::busy);
    CHECK(fault->remedy() == "Try again.");
    change.commit();
  }
  auto change = other.change(at());
  CHECK(change.head().newest == 1);
  CHECK(change.append(draft("A1111AA")).id == 2);
  change.commit();
  CHECK(store.read().entries(number("A1111AA")).size() == 2);
}

void recording_times_never_run_backwards(const Engine& engine) {
  auto store = engine.fresh();
  const auto append_at = [&](Now now) {
    auto change = store.change(now);
    const auto entry = change.append(draft("A1111AA"));
    change.commit();
    return iso(entry.recorded_at);
  };
  CHECK(append_at(at(100)) == "2026-11-25T09:01:40Z");
  CHECK(append_at(at(0)) == "2026-11-25T09:01:40Z");
  CHECK(append_at(at(100)) == "2026-11-25T09:01:40Z");
  CHECK(append_at(at(101)) == "2026-11-25T09:01:41Z");
}

void a_drill_is_marked_for_ever(const Engine& engine) {
  auto store = engine.fresh();
  auto drill = at();
  drill.drill = true;
  for (const auto& now : {drill, at()}) {
    auto change = store.change(now);
    change.append(draft("A1111AA"));
    change.commit();
  }
  CHECK(store.read().entry(1)->drill);
  CHECK_FALSE(store.read().entry(2)->drill);
}

void a_snapshot_may_outlive_its_store(const Engine& engine) {
  auto store = std::make_unique<Store>(engine.fresh());
  record(*store, {draft("A1111AA")});
  const auto snapshot = store->read();
  store.reset();
  CHECK(snapshot.entries(number("A1111AA")).size() == 1);
}

}  // namespace

void check_contract(const Engine& engine) {
  SUBCASE("an empty casebook is empty") { an_empty_casebook_is_empty(engine); }
  SUBCASE("what is appended is read back whole") { what_is_appended_is_read_back_whole(engine); }
  SUBCASE("entries are numbered without gaps") { entries_are_numbered_without_gaps(engine); }
  SUBCASE("entries are found by person and kind") { entries_are_found_by_person_and_kind(engine); }
  SUBCASE("the first entry about somebody stays the first") { the_first_entry_about_somebody_stays_the_first(engine); }
  SUBCASE("each may read on and passes on what is thrown") {
    each_may_read_on_and_passes_on_what_is_thrown(engine);
  }
  SUBCASE("the head follows every entry") { the_head_follows_every_entry(engine); }
  SUBCASE("equal bodies do not show") { equal_bodies_do_not_show(engine); }
  SUBCASE("a snapshot does not see later writes") { a_snapshot_does_not_see_later_writes(engine); }
  SUBCASE("a change sees its own writes") { a_change_sees_its_own_writes_and_others_do_not(engine); }
  SUBCASE("a change is over once committed") { a_change_is_over_once_committed(engine); }
  SUBCASE("nothing appended changes nothing") { nothing_appended_changes_nothing(engine); }
  SUBCASE("drafts that are not whole are refused") { drafts_that_are_not_whole_are_refused(engine); }
  SUBCASE("the casebook is read as it stood") { the_casebook_is_read_as_it_stood(engine); }
  SUBCASE("two writers take turns") { two_writers_take_turns(engine); }
  SUBCASE("recording times never run backwards") { recording_times_never_run_backwards(engine); }
  SUBCASE("a drill is marked for ever") { a_drill_is_marked_for_ever(engine); }
  SUBCASE("a snapshot may outlive its store") { a_snapshot_may_outlive_its_store(engine); }
}

}  // namespace mappa::testing
