#include "independent/somebody.hpp"

#include <algorithm>

#include "calendar/day.hpp"
#include "mappa/casebook/body.hpp"
#include "mappa/casebook/fold.hpp"
#include "mappa/casebook/kind.hpp"
#include "mappa/policy/policy.hpp"

using namespace mappa;

namespace independent {
namespace {

class Dice {
 public:
  explicit Dice(std::mt19937_64& random) : random_(random) {}
  int below(int n) { return static_cast<int>(random_() % static_cast<std::uint64_t>(n)); }
  bool one_in(int n) { return below(n) == 0; }
  When when() { return one_in(2) ? When::before : When::after; }
  template <class T>
  T of(std::initializer_list<T> list) { return *(list.begin() + below(static_cast<int>(list.size()))); }
  template <class T>
  Maybe<T> maybe(int one_in_so_many, std::initializer_list<T> list) {
    if (!one_in(one_in_so_many)) return std::nullopt;
    return Recorded<T>{of(list), when()};
  }
  std::optional<Deed> deed() {
    if (one_in(4)) return std::nullopt;
    return of({Deed::done, Deed::done, Deed::done, Deed::done, Deed::too_late, Deed::day_unknown});
  }
  template <class T>
  std::optional<T> some(int out_of_so_many, std::initializer_list<T> list) {
    if (one_in(out_of_so_many)) return std::nullopt;
    return of(list);
  }

 private:
  std::mt19937_64& random_;
};

Export random_export(Dice& dice) {
  Export out;
  out.code = dice.of<const char*>({"", "P11", "P22", "P33", "P44", "P55", "P66", "P66", "P66", "P77", "P88", "P99"});
  out.registered = dice.one_in(4);
  out.not_for_release = dice.one_in(20);
  out.child_alert = dice.one_in(4);
  out.recalled = dice.one_in(15);
  out.indeterminate = dice.one_in(15);
  out.licence = dice.some(4, {End::before, End::same_day, End::after, End::after});
  out.sentence = dice.some(4, {End::before, End::same_day, End::after, End::after});
  out.young = dice.some(10, {false, false, false, true});
  out.nationality = dice.of<const char*>({"", "Jamaican", "Jamaican", "Jamaican", "Jamaican", "Jamaican", "Jamaican", "British"});
  out.place = dice.of<const char*>({"", "OUT", "OUT", "HAR", "HAR", "HAR", "MAN", "BRK", "DUN", "MDI", "ZZZ"});
  return out;
}

void add_records(Dice& dice, Somebody& out) {
  out.mappa = dice.maybe<bool>(6, {true, false});
  out.category = dice.maybe<int>(4, {1, 2, 3});
  out.level = dice.maybe<int>(3, {1, 2, 3});
  out.licence_due = dice.maybe<bool>(6, {true, false});
  out.notification = dice.maybe<bool>(5, {true, false});
  out.child_risk = dice.maybe<bool>(5, {true, false});
  out.hold = dice.maybe<std::string>(12, {"warrant", "none"});
  out.recall = dice.maybe<bool>(12, {true, false});
  out.place = dice.maybe<std::string>(2, {"HAR", "HAR", "BRK", "MAN", "MDI"});
  out.arrival_known = !dice.one_in(4);
  if (dice.one_in(20)) out.foreign = dice.one_in(2);
  if (dice.one_in(20)) out.time_served = dice.one_in(2);
  out.lead = dice.some(5, {Provider::nps, Provider::nps, Provider::nps, Provider::police, Provider::yot, Provider::crc, Provider::other});
}

void add_detention(Dice& dice, Somebody& out) {
  out.case_owner = dice.one_in(2);
  for (int i = dice.below(3); i > 0; --i) out.contributions.push_back(dice.of({12, 16, 24}));
  std::ranges::sort(out.contributions);
  out.covers_everything = dice.one_in(2);
  out.meeting = dice.some(2, {14, 18, 30});
  if (dice.one_in(2)) out.request = AskedFor{!dice.one_in(4), !dice.one_in(4), dice.one_in(2), dice.one_in(2)};
  out.requested = dice.some(3, {11});
  if (out.requested) out.received = dice.some(3, {13, 15});
  if (dice.one_in(2)) out.nomis_enough = dice.one_in(2);
  out.on_cid = dice.some(3, {12, 23});
  out.placed = dice.some<std::string>(3, {"HAR", "BRK"});
  out.visits = dice.some(2, {12, 23});
}

// Writes entries one after another.
class Writer {
 public:
  void put(std::string kind, int day_of_november, Body body) {
    Entry entry;
    entry.number = PrisonNumber::parse("A1234BC");
    entry.kind = std::move(kind);
    entry.version = 1;
    entry.on = november(day_of_november);
    entry.by = "somebody";
    entry.source = "caseworker";
    entry.body = encode(body);
    entry.id = static_cast<EntryId>(entries.size() + 1);
    entries.push_back(std::move(entry));
  }
  static Date november(int day) { return Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{static_cast<unsigned>(day)}}; }
  std::vector<Entry> entries;
};

std::string nov(int day) { return iso(Writer::november(day)); }

std::string day_of(End end) { return end == End::before ? "2026-11-15" : end == End::same_day ? "2026-11-25" : "2026-12-05"; }

void write_export(const Export& nomis, Writer& out) {
  Body row{{"lastName", "SOMEBODY"}};
  const auto put = [&](const char* field, std::string value) {
    if (!value.empty()) row.emplace_back(field, std::move(value));
  };
  if (nomis.young) put("dateOfBirth", *nomis.young ? "2009-01-01" : "1990-01-01");
  put("nationality", nomis.nationality);
  put("prisonId", nomis.place);
  put("recall", nomis.recalled ? "yes" : "no");
  put("indeterminateSentence", nomis.indeterminate ? "yes" : "no");
  put("conditionalReleaseDate", "2026-03-30");
  if (nomis.sentence) put("sentenceExpiryDate", day_of(*nomis.sentence));
  if (nomis.licence) put("licenceExpiryDate", day_of(*nomis.licence));
  std::string alerts;
  const auto alert = [&](const std::string& one) { alerts += (alerts.empty() ? "" : ";") + one; };
  if (!nomis.code.empty()) alert("P:" + nomis.code);
  if (nomis.registered) alert("S:SOR");
  if (nomis.not_for_release) alert("X:XNR");
  if (nomis.child_alert) alert("C:CC1");
  put("alerts", alerts);
  out.put(std::string(nomis_kind), 20, row);
}

std::string yes_no(bool value) { return value ? "yes" : "no"; }

// What was recorded before the export, or after it.
void write_facts(const Somebody& person, When when, Writer& out) {
  const int day = when == When::before ? 19 : 21;
  const auto put = [&](const auto& fact, const char* kind, const char* field, auto text) {
    if (fact && fact->when == when) out.put(kind, day, {{field, text(fact->value)}});
  };
  put(person.mappa, "status", "mappa", yes_no);
  put(person.category, "category", "category", [](int n) { return std::to_string(n); });
  put(person.level, "level", "level", [](int n) { return std::to_string(n); });
  put(person.licence_due, "licence", "due", yes_no);
  put(person.notification, "notification", "applies", yes_no);
  put(person.child_risk, "child-risk", "applies", yes_no);
  put(person.hold, "hold", "reason", [](const std::string& reason) { return reason; });
  if (const auto& recall = person.recall; recall && recall->when == when) {
    Body body{{"from", "2026-11-01"}};
    if (!recall->value) body.emplace_back("to", "2026-11-15");
    out.put("recall", day, body);
  }
  if (const auto& place = person.place; place && place->when == when) {
    Body body{{"facility", place->value}};
    if (person.arrival_known) body.emplace_back("since", nov(day));
    out.put("location", day, body);
  }
}

std::string text_of(Deed deed) { return deed == Deed::done ? nov(22) : deed == Deed::too_late ? nov(26) : "date-unknown"; }

void write_detention(const Somebody& person, Writer& out) {
  if (person.case_owner) out.put("case-owner", 12, {{"name", "somebody"}});
  for (const int day : person.contributions)
    out.put("contribution", day, {{"made-on", nov(day)}, {"covers", person.covers_everything ? "status,removal,barriers,appeals,detention-reviews,bail,addresses" : "status"}});
  if (person.meeting) out.put("meeting", 10, {{"day", nov(*person.meeting)}});
  if (const auto& request = person.request) {
    Body body{{"reference", "R"}, {"received-on", nov(10)}};
    if (request->det_tasked) body.emplace_back("det-manager-tasked", nov(11));
    if (request->centre_tasked) body.emplace_back("centre-manager-tasked", nov(11));
    out.put("request", 11, body);
    if (request->det_answered) out.put("answer", 12, {{"reference", "R"}, {"from", "det-manager"}, {"answered-on", nov(12)}});
    if (request->centre_answered) out.put("answer", 12, {{"reference", "R"}, {"from", "centre-manager"}, {"answered-on", nov(12)}});
  }
  Body assessment;
  if (person.requested) assessment.emplace_back("requested-on", nov(*person.requested));
  if (person.received) assessment.emplace_back("received-on", nov(*person.received));
  if (person.nomis_enough) assessment.emplace_back("nomis-enough", yes_no(*person.nomis_enough));
  if (!assessment.empty()) out.put("risk-assessment", 15, assessment);
  if (person.on_cid) out.put("special-conditions", *person.on_cid, {{"recorded-on", nov(*person.on_cid)}});
  if (person.placed) out.put("placement", 14, {{"facility", *person.placed}, {"decided-on", nov(14)}});
  if (person.visits) out.put("visiting-arrangements", *person.visits, {{"children", "supervised"}});
}

void write_release(const Somebody& person, Writer& out) {
  if (person.foreign) out.put("person", 21, {{"foreign-national", yes_no(*person.foreign)}});
  if (person.time_served) out.put("person", 21, {{"time-served", yes_no(*person.time_served)}});
  if (person.lead) out.put("offender-manager", 21, {{"name", "somebody"}, {"provider", word(*person.lead)}});
  if (person.referral) {
    Body body{{"made-on", text_of(*person.referral)}};
    if (person.reviewed) body.emplace_back("reviewed-on", nov(23));
    out.put("referral", 26, body);
  }
  const std::string at = iso(moment_checked(person));
  if (person.planned || person.removal || person.moved || person.reason) {
    Body body;
    if (person.planned || person.moved) body.emplace_back("at", person.moved ? "2026-12-09T14:00" : at);
    if (person.removal) body.emplace_back("kind", "removal");
    if (person.reason) body.emplace_back("out-of-hours-reason", "late flight");
    out.put("release-plan", 21, body);
  }
  if (person.arrangements) out.put("arrangements", 22, {{"lead", "NPS"}, {"confirmed-by", "somebody"}, {"confirmed-on", text_of(*person.arrangements)}});
  if (person.moved) {
    Body body{{"at", at}};
    if (person.reason) body.emplace_back("out-of-hours-reason", "late flight");
    out.put("release-plan", 23, body);
  }
  if (person.copy) out.put("licence", 26, {{"copy-held", text_of(*person.copy)}});
  if (person.reissued) out.put("notification", 26, {{"reissued-on", text_of(*person.reissued)}});
  if (person.released) out.put("released", 24, {{"when", "2026-11-24T11:00"}});
}

}  // namespace

Somebody random_somebody(std::mt19937_64& random) {
  Dice dice(random);
  Somebody out;
  if (!dice.one_in(12)) out.nomis = random_export(dice);
  add_records(dice, out);
  add_detention(dice, out);
  out.planned = dice.one_in(2);
  out.removal = dice.one_in(20);
  out.moved = dice.one_in(8);
  out.arrangements = dice.deed();
  out.copy = dice.deed();
  out.reissued = dice.deed();
  out.referral = dice.deed();
  out.reviewed = out.referral && dice.one_in(2);
  out.at_night = dice.one_in(5);
  out.reason = dice.one_in(3);
  out.released = dice.one_in(30);
  return out;
}

std::vector<Entry> casebook(const Somebody& person) {
  Writer out;
  write_detention(person, out);
  write_facts(person, When::before, out);
  if (person.nomis) write_export(*person.nomis, out);
  write_facts(person, When::after, out);
  write_release(person, out);
  return out.entries;
}

Case folded(const std::vector<Entry>& entries, const std::vector<Entry>& exports) {
  return fold(*PrisonNumber::parse("A1234BC"), entries, std::span<const Entry>(exports), today());
}

Policy policy() {
  Toml register_of_all = Toml::parse(R"(
    [[facility]]
    id = "HAR"
    name = "Harmondsworth"
    kind = "removal-centre"
    country = "england"
    [[facility]]
    id = "BRK"
    name = "Brook House"
    kind = "removal-centre"
    country = "england"
    [[facility]]
    id = "MAN"
    name = "Manchester"
    kind = "residential-short-term-holding-facility"
    country = "england"
    [[facility]]
    id = "DUN"
    name = "Dungavel"
    kind = "removal-centre"
    country = "scotland"
    [[facility]]
    id = "MDI"
    name = "Moorland"
    kind = "prison"
    country = "england"
  )", "register");
  Policy out = shipped_policy();
  read_policy(register_of_all, out, {});
  return out;
}

Moment moment_checked(const Somebody& person) { return {Writer::november(25), std::chrono::hours(person.at_night ? 20 : 14)}; }
Date today() { return Writer::november(27); }

std::string described(const Somebody& person) {
  std::string out;
  for (const Entry& entry : casebook(person)) out += std::to_string(entry.id) + " " + iso(entry.on) + " " + entry.kind + " " + entry.body + "\n";
  return out;
}

}  // namespace independent
