// What a day is begun with, beside the jobs that tell each part of it alone.
#include "mappa/casework/today.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <random>
#include <set>

#include "casework/book.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/casework/states.hpp"

using namespace mappa;
using mappa::testing::Book;

namespace {

const std::string header = "prisonerNumber,lastName,prisonId,nationality,conditionalReleaseDate,licenceExpiryDate,alerts\n";

// Somebody of whom nobody knows yet whether this is a MAPPA offender; everything else is in order.
std::string undecided(const std::string& number, const std::string& place = "HAR") { return number + ",SMITH," + place + ",,2024-06-01,2025-06-01,\n"; }

Date day(const char* iso) { return *date_from_iso(iso); }

// Two days after everything in the book was recorded, and asking since yesterday.
Desk monday(Book& book) { return {book.policy(), Moment{day("2026-11-24"), std::chrono::hours(9)}}; }

TodayQuery everything() {
  TodayQuery out;
  out.since = day("2026-11-23");
  out.all = true;
  return out;
}

Today look(Book& book, const Snapshot& before, const TodayQuery& query = everything()) {
  return look_at_today(before, book.read(), query, monday(book));
}

void not_mappa(Book& book, const char* who) { book.record(who, "status", {{"mappa", "no"}, {"said-by", "J Ahmed"}}); }

std::string words(const Turned& one) {
  return one.number.text() + " " + std::string(name(one.before)) + " " + (one.after ? std::string(name(one.after->outcome)) : "gone");
}

std::vector<std::string> words(const std::vector<Turned>& all) {
  std::vector<std::string> out;
  for (const Turned& one : all) out.push_back(words(one));
  return out;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("whoever is no longer clear comes first, those with a planned release before the others") {
  Book book;
  book.import(header + undecided("A1234BC") + undecided("A2345CD") + undecided("A3456DE"), day("2026-11-20"));
  not_mappa(book, "A2345CD");
  not_mappa(book, "A3456DE");
  book.record("A3456DE", "release-plan", {{"at", "2026-11-30 14:00"}});
  const Snapshot before = book.read();
  not_mappa(book, "A1234BC");
  for (const char* who : {"A2345CD", "A3456DE"}) book.record(who, "hold", {{"reason", "warrant"}});
  const Today today = look(book, before);
  CHECK(words(today.verdicts) == Names{"A3456DE clear not_clear", "A2345CD clear not_clear", "A1234BC cannot_decide clear"});
  CHECK(today.turned == 3);
  CHECK(today.no_longer_clear == 2);
  CHECK_FALSE(today.verdicts[0].by_time);
  CHECK(today.verdicts[0].after->first->rule == "p5.hold");
}

TEST_CASE("somebody whom an import brought since then has not turned, nor has anybody about whom nothing changed") {
  Book book;
  book.import(header + undecided("A1234BC"), day("2026-11-20"));
  not_mappa(book, "A1234BC");
  const Snapshot before = book.read();
  book.record("A1234BC", "note", {{"text", "rang the prison"}});
  book.import(header + undecided("A1234BC") + undecided("A2345CD"), day("2026-11-21"));
  const Today today = look(book, before);
  CHECK(today.verdicts.empty());
  REQUIRE(today.batches.size() == 1);
  CHECK(today.batches[0].import.added == 1);
  CHECK(today.nomis_of == day("2026-11-21"));
}

TEST_CASE("an import that only shows somebody again turns a verdict that rests on how new NOMIS data are") {
  Book book;
  book.import(header + undecided("A1234BC"), day("2026-11-15"));
  not_mappa(book, "A1234BC");
  book.record("A1234BC", "location", {{"facility", "HAR"}, {"since", "2026-11-18"}}, day("2026-11-18"));
  const Snapshot before = book.read();
  book.import(header + undecided("A1234BC"), day("2026-11-20"));
  CHECK(words(look(book, before).verdicts) == Names{"A1234BC not_clear clear"});
  CHECK_FALSE(look(book, before).verdicts[0].by_time);
  SUBCASE("and its undoing turns it back") {
    const Snapshot shown_again = book.read();
    book.undo(static_cast<EntryId>(book.size()));
    const Today today = look(book, shown_again);
    CHECK(words(today.verdicts) == Names{"A1234BC clear not_clear"});
    CHECK(today.nomis_of == day("2026-11-15"));
    CHECK(today.no_longer_clear == 1);
  }
}

TEST_CASE("time alone is told of those with a planned release, and of nobody else") {
  Book book;
  const std::string to_sunday = ",SMITH,HAR,,2024-06-01,2026-11-22,\n";
  book.import(header + "A1234BC" + to_sunday + "A2345CD" + to_sunday, day("2026-11-20"));
  for (const char* who : {"A1234BC", "A2345CD"}) not_mappa(book, who);
  book.record("A1234BC", "release-plan", {{"at", "2026-11-22 10:00"}});
  const Today today = look(book, book.read());
  CHECK(words(today.verdicts) == Names{"A1234BC not_clear clear"});
  CHECK(today.verdicts[0].by_time);
  CHECK(today.people[Outcome::clear] == 2);
}

TEST_CASE("of somebody of whom an undo leaves nothing it is told that the person is gone") {
  Book book;
  book.import(header + undecided("A1234BC"), day("2026-11-20"));
  book.import(header + undecided("A1234BC") + undecided("A2345CD", "BRK"), day("2026-11-21"));
  const Snapshot before = book.read();
  book.undo(before.head().newest);
  CHECK(words(look(book, before).verdicts) == Names{"A2345CD cannot_decide gone"});
  TodayQuery elsewhere = everything();
  elsewhere.facility = "HAR";
  CHECK(look(book, before, elsewhere).verdicts.empty());
}

TEST_CASE("a release that was not clear when it was recorded stands before others that turned, and one that was behind them") {
  Book book;
  book.import(header + undecided("A1234BC") + undecided("A2345CD") + undecided("A3456DE"), day("2026-11-20"));
  not_mappa(book, "A1234BC");
  const Snapshot before = book.read();
  for (const char* who : {"A1234BC", "A3456DE"}) book.record(who, "released", {{"when", "2026-11-22 08:00"}, {"to", "Leeds"}});
  not_mappa(book, "A2345CD");
  const Today today = look(book, before);
  CHECK(words(today.verdicts) == Names{"A3456DE cannot_decide outside_order", "A2345CD cannot_decide clear", "A1234BC clear outside_order"});
  CHECK(today.verdicts[0].released_unclear());
  CHECK_FALSE(today.verdicts[2].released_unclear());
  CHECK(today.no_longer_clear == 0);
  CHECK(today.released == 2);
}

TEST_CASE("releases are told up to a fortnight ahead, and so is one that passed: the first few, and how many there are") {
  Book book;
  const std::vector<std::pair<const char*, const char*>> plans{{"A1234BC", "2026-12-08 14:00"}, {"A2345CD", "2026-12-09 14:00"},
                                                               {"A3456DE", "2026-11-22 08:00"}, {"A4567EF", "2026-11-25 10:00"},
                                                               {"A5678FG", "2026-11-25 09:00"}, {"A6789GH", "2026-11-26 09:00"}};
  std::string rows;
  for (const auto& [who, at] : plans) rows += undecided(who);
  book.import(header + rows, day("2026-11-20"));
  for (const auto& [who, at] : plans) book.record(who, "release-plan", {{"at", at}});
  TodayQuery query = everything();
  query.all = false;
  const Today today = look(book, book.read(), query);
  CHECK(today.planned.all() == 5);
  CHECK(today.planned[Outcome::cannot_decide] == 5);
  REQUIRE(today.releases.size() == TodayQuery::few);
  CHECK(today.releases[0].number.text() == "A3456DE");
  CHECK(today.releases[0].passed);
  CHECK(today.releases[1].number.text() == "A5678FG");
  CHECK_FALSE(today.releases[1].passed);
  CHECK(today.releases[3].number.text() == "A6789GH");
  const Today all = look(book, book.read());
  REQUIRE(all.releases.size() == 5);
  CHECK(all.releases[4].number.text() == "A1234BC");
}

TEST_CASE("what is missing most often comes first, with what mends it only where that is the same for all") {
  Book book;
  book.import(header + undecided("A1234BC") + undecided("A2345CD") + undecided("A3456DE") + undecided("A4567EF") + undecided("A5678FG"), day("2026-11-15"));
  for (const char* who : {"A4567EF", "A5678FG"}) not_mappa(book, who);
  book.record("A4567EF", "location", {{"facility", "HAR"}}, day("2026-11-18"));
  const Today one = look(book, book.read());
  REQUIRE(one.missing.size() == 2);
  CHECK(one.missing[0].example.rule == "p6.mappa-status");
  CHECK(one.missing[0].people == 3);
  CHECK(one.missing[0].example.mended->kind == "status");
  CHECK(one.missing[1].example.rule == "p12.nomis-since-arrival");
  CHECK(one.missing[1].example.mended->main == "HAR");
  CHECK(one.undecided == 4);
  book.record("A5678FG", "location", {{"facility", "BRK"}}, day("2026-11-18"));
  const Today two = look(book, book.read());
  CHECK(two.missing[1].people == 2);
  CHECK_FALSE(two.missing[1].example.mended);
  TodayQuery query = everything();
  query.role = Role::caseworker;
  const Today caseworkers = look(book, book.read(), query);
  REQUIRE(caseworkers.missing.size() == 1);
  CHECK(caseworkers.missing[0].example.rule == "p12.nomis-since-arrival");
  CHECK(caseworkers.undecided == 2);
  CHECK(caseworkers.people[Outcome::cannot_decide] == 5);
}

TEST_CASE("the casebook as it was is that of before the day began in England, and no more than is known") {
  const Policy policy = shipped_policy();
  TodayQuery query;
  query.since = day("2026-07-01");
  Desk desk{policy, Moment{day("2026-07-02"), {}}};
  CHECK(compared_with(query, desk) == *instant_from_iso("2026-06-30T23:00:00Z"));
  query.since = day("2026-11-21");
  CHECK(compared_with(query, desk) == *instant_from_iso("2026-11-21T00:00:00Z"));
  desk.as_known_on = day("2026-11-19");
  CHECK(compared_with(query, desk) == *instant_from_iso("2026-11-20T00:00:00Z"));
}

TEST_CASE("at a place that nobody knows and where nobody is there is no day to begin") {
  Book book;
  book.import(header + undecided("A1234BC", "BRK"), day("2026-11-20"));
  TodayQuery query = everything();
  query.facility = "BKR";
  CHECK_THROWS_AS(look(book, book.read(), query), Fault);
  query.facility = "BRK";
  CHECK(look(book, book.read(), query).people.all() == 1);
}

namespace {

// A casebook in which anything may have happened.
class Anything {
 public:
  explicit Anything(unsigned seed) : random_(seed) {
    book.import(header + undecided("A1234BC") + "A1235BC,JONES,BRK,,2026-12-20,2028-06-01,P:P77\n", day("2026-11-10"));
  }
  void happens(int steps) {
    for (int i = 0; i < steps; ++i) {
      try {
        happens();
      } catch (const Fault&) {
        // What cannot be done is not done: something else is.
      }
    }
  }
  Book book;

 private:
  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
  std::string pick(std::initializer_list<const char*> of) { return *(of.begin() + below(static_cast<unsigned>(of.size()))); }

  void import() {
    std::string rows;
    for (const char* who : {"A1234BC", "A1235BC", "A1236BC"})
      if (below(4) != 0)
        rows += std::string(who) + ",SMITH," + pick({"HAR", "BRK"}) + "," + pick({"", "", "British"}) + "," + pick({"2024-06-01", "2026-12-20", ""}) + "," +
                pick({"2025-06-01", "2028-06-01"}) + "," + pick({"P:P66", "P:P77;S:SOR", "", ""}) + "\n";
    book.import(header + rows, plus_days(day("2026-11-10"), static_cast<int>(below(12))));
  }

  void happens() {
    const std::string who = pick({"A1234BC", "A1235BC", "A1236BC"});
    switch (below(11)) {
      case 0: case 1: return import();
      case 2: book.record(who, "status", {{"mappa", pick({"yes", "no"})}, {"said-by", "J Ahmed"}}); break;
      case 3: book.record(who, "release-plan", {{"at", pick({"2026-11-22 08:00", "2026-11-23 10:00", "2026-11-30 14:00", "2026-12-20 14:00"})}}); break;
      case 4: book.record(who, "location", {{"facility", pick({"HAR", "BRK"})}, {"since", pick({"2026-11-12", "2026-11-20"})}}, day("2026-11-20")); break;
      case 5: book.record(who, "hold", {{"reason", pick({"warrant", "none"})}}); break;
      case 6: book.record(who, "released", {{"when", "2026-11-22 08:30"}, {"to", "Leeds"}}); break;
      case 7: book.record(who, "acknowledgement", {{"of", pick({"p9.referral", "p7.level"})}, {"until", "2026-12-01"}, {"reason", "panel"}}); break;
      case 8: book.record(who, "licence", {{"copy-held", "2026-11-21"}, {"from", "core-file"}}); break;
      case 9: withdraw(book.store(), who, 1 + below(static_cast<unsigned>(book.size())), "wrong", "tester", Book::now(), book.desk()); break;
      default: book.undo(1 + below(static_cast<unsigned>(book.size()))); break;
    }
  }

  std::mt19937 random_;
};

std::size_t things(const OwedByRoles& owed, Role role) {
  for (const Owing& one : owed.roles)
    if (one.role == role) return one.things;
  return 0;
}

int urgency(const DueLine& line) { return line.days_left.value_or(std::numeric_limits<int>::max()); }

// Whoever owes what is most urgent stands first, and beside it stands what that is.
void check_order(const OwedByRoles& owed, const std::vector<DueLine>& lines) {
  std::pair<int, Role> last{std::numeric_limits<int>::min(), Role::det};
  for (const Owing& one : owed.roles) {
    for (const DueLine& line : lines)
      if (line.finding.responsible.role == one.role) CHECK(urgency(one.first) <= urgency(line));
    CHECK(one.first.finding.responsible.role == one.role);
    const std::pair now{urgency(one.first), one.role};
    CHECK(last <= now);
    last = now;
  }
}

void check_owed(const Today& today, const Due& due) {
  std::map<Role, std::size_t> overdue, week;
  for (const DueLine& line : due.lines) ++(!line.days_left || *line.days_left < 0 ? overdue : week)[line.finding.responsible.role];
  CHECK(today.overdue.things + today.this_week.things == due.lines.size());
  for (const Role role : roles()) {
    CHECK(things(today.overdue, role) == overdue[role]);
    CHECK(things(today.this_week, role) == week[role]);
  }
  check_order(today.overdue, due.lines);
  std::vector<DueLine> to_come;
  std::ranges::copy_if(due.lines, std::back_inserter(to_come), [](const DueLine& line) { return line.days_left && *line.days_left >= 0; });
  check_order(today.this_week, to_come);
  CHECK(today.acknowledged == due.acknowledged);
  CHECK(today.status_unknown == due.status_unknown);
  CHECK(today.place_unknown == due.place_unknown);
}

// Whether the verdict is another than it was on the evening before, as a release check tells it.
std::set<std::string> turned(const Snapshot& before, const Snapshot& now, const Desk& desk) {
  const Desk then{desk.policy, Moment{day("2026-11-22"), std::chrono::minutes(24 * 60 - 1)}};
  const CaseReader was(before, then.today()), is(now, desk.today());
  std::set<std::string> out;
  for (const PrisonNumber& number : before.numbers()) {
    const auto a = was.find(number), b = is.find(number);
    if (!a || (!b && a->folded.released.when)) continue;
    const Outcome first = check_release(*a, {}, then).verdict.outcome;
    const std::string second = b ? std::string(name(check_release(*b, {}, desk).verdict.outcome)) : "gone";
    if (name(first) != second) out.insert(number.text() + " " + std::string(name(first)) + " " + second);
  }
  return out;
}

}  // namespace

TEST_CASE("whatever happens, what is told together is what the release check and the list of what is due tell alone") {
  std::size_t found = 0;
  for (unsigned seed = 0; seed < 150; ++seed) {
    CAPTURE(seed);
    Anything any(seed);
    any.happens(8);
    const Snapshot before = any.book.read();
    any.happens(5);
    if (seed % 2 == 0) {
      Change change = any.book.store().change(Book::now());
      refresh_states(change, day("2026-11-22"));
      change.commit();
    }
    const Desk desk = monday(any.book);
    const Today today = look(any.book, before);

    DueQuery query;
    query.within_days = TodayQuery::week_days;
    check_owed(today, list_due(any.book.read(), query, desk));
    TodayQuery narrow = everything();
    narrow.role = query.role = Role::offender_manager;
    check_owed(look(any.book, before, narrow), list_due(any.book.read(), query, desk));

    Verdicts people;
    const int released = check_all_in_short(any.book.read(), {}, desk, [](const Case&, const Verdict&) { return std::string(); },
                                            [&](Outcome outcome, const std::string&) { ++people[outcome]; });
    CHECK(today.people.by_outcome == people.by_outcome);
    CHECK(today.released == static_cast<std::size_t>(released));

    // Who turned by time alone is told only where a release is planned; everybody else who turned is.
    const auto all = turned(before, any.book.read(), desk), quiet = turned(before, before, desk);
    const auto told = words(today.verdicts);
    found += told.size();
    for (const auto& one : told) CHECK(all.contains(one));
    const auto touched = any.book.read().numbers_since(before.head().newest);
    for (const auto& one : all) {
      const bool by_time = quiet.contains(one) && !std::ranges::binary_search(touched, Book::number(one.substr(0, 7).c_str()));
      CHECK((by_time || std::ranges::find(told, one) != told.end()));
    }
  }
  CHECK(found > 50);
}
