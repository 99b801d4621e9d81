#include "histories.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "mappa/casebook/alert_codes.hpp"

namespace bench {
namespace {

using mappa::Date;
using Words = std::string_view;

constexpr std::array centres{Words{"HAR"}, Words{"BRK"}, Words{"COL"}, Words{"DER"}, Words{"YAR"}, Words{"TIN"}};
constexpr std::array managers{Words{"J Ahmed"}, Words{"M O'Neill"}, Words{"S Kaur"}, Words{"P Okonkwo"}};
constexpr std::array times{Words{"09:30"}, Words{"10:00"}, Words{"14:00"}, Words{"18:30"}};

class History {
 public:
  History(const mappa::NomisRow& row, Date exported, Date today, Dice dice)
      : row_(row), exported_(exported), today_(today), alerts_(mappa::read_mappa_alerts(row.alerts)), dice_(dice) {
    prepared_ = dice_.in_100(50);
    released_ = dice_.in_100(4);
  }

  std::vector<Typed> told() {
    identity();
    place();
    status();
    category();
    level();
    lead();
    referral();
    sentence();
    papers();
    plan();
    recall_and_hold();
    placement();
    home_office();
    release();
    return std::move(out_);
  }

 private:
  bool likely(int share) { return dice_.in_100(prepared_ ? 98 : share); }
  bool rarely(int share) { return !prepared_ && dice_.in_100(share); }
  Date ago(int least, int most) { return mappa::plus_days(today_, -dice_.between(least, most)); }
  std::string day_ago(int least, int most) { return mappa::iso(ago(least, most)); }
  std::string one_of(int first, int second, std::string a, std::string b, std::string c) {
    const int thrown = dice_.between(0, 99);
    return thrown < first ? std::move(a) : thrown < first + second ? std::move(b) : std::move(c);
  }
  std::string manager() { return std::string(dice_.of(managers)); }
  // Braces, and not a call's parentheses, have the dice thrown in the order in which they stand, by every compiler.
  void tell(Typed one) { out_.push_back(std::move(one)); }

  void identity() {
    if (rarely(2)) tell({"person", {{"foreign-national", "no"}}, ago(1, 60)});
    if (rarely(2)) tell({"person", {{"time-served", "no"}}, ago(1, 60)});
    else if (likely(20)) tell({"person", {{"time-served", "yes"}}, ago(1, 60)});
    if (dice_.in_100(2)) tell({"person", {{"born", "2009-02-28"}}, ago(0, 5)});
  }

  // NOMIS shows most people where they are; others came on the day of the export, or since.
  void place() {
    const auto shown = row_.value("prisonId");
    const bool there = std::ranges::find(centres, shown) != centres.end();
    const std::string where{there ? shown : dice_.of(centres)};
    const std::string earlier{dice_.of(centres)};
    if (dice_.in_100(12) && earlier != where) {
      const Date before = ago(210, 400);
      tell({"location", {{"facility", earlier}, {"since", mappa::iso(before)}}, before});
    }
    if (!released_ && rarely(6)) return tell({"location", {{"facility", where}}, ago(0, 9)});
    if (!likely(75)) return;
    const Date since = there ? ago(5, 200) : !released_ && rarely(30) ? ago(0, 1) : exported_;
    tell({"location", {{"facility", where}, {"since", mappa::iso(since)}}, since});
  }

  void status() {
    if (alerts_.flagged && !dice_.in_100(8)) return;
    if (!alerts_.flagged && !likely(70)) return;
    no_mappa_ = dice_.in_100(alerts_.flagged ? 50 : 40);
    tell({"status", {{"mappa", no_mappa_ ? "no" : "yes"}, {"said-by", manager()}}, ago(0, 40)});
  }

  void category() {
    const bool wanted = !alerts_.category && !no_mappa_;
    if (wanted ? likely(75) : dice_.in_100(4)) tell({"category", {{"category", one_of(25, 55, "1", "2", "3")}}, ago(0, 40)});
  }

  void level() {
    const bool wanted = !alerts_.level && !no_mappa_;
    if (!(wanted ? likely(75) : dice_.in_100(6))) return;
    const std::string decided = one_of(50, 35, "1", "2", "3");
    const Date on = ago(0, 200);
    if (dice_.in_100(70)) tell({"level", {{"level", decided}, {"decided", mappa::iso(on)}, {"set-by", manager()}}, on});
    else tell({"level", {{"level", decided}}, on});
  }

  void lead() {
    if (!likely(70)) return;
    const auto expiry = row_.date("licenceExpiryDate");
    const bool over = expiry && *expiry < today_;
    mappa::Given given{{"name", manager()}};
    if (!rarely(8)) given.emplace_back("provider", over ? one_of(50, 50, "police", "nps", "") : one_of(90, 5, "nps", "police", "yot"));
    if (dice_.in_100(60)) given.emplace_back("contact", "020-7946-0000");
    tell({"offender-manager", given, ago(0, 100)});
  }

  void referral() {
    if (!likely(50)) return;
    const Date made = ago(0, 300);
    mappa::Given given{{"identified-on", mappa::iso(mappa::plus_days(made, -7))}, {"made-on", mappa::iso(made)}};
    if (dice_.in_100(60)) given.emplace_back("reviewed-on", mappa::iso(today_));
    tell({"referral", given, today_});
  }

  void sentence() {
    if (dice_.in_100(30))
      tell({"sentence", {{"length", "18m"}, {"kind", rarely(8) ? "indeterminate" : "determinate"}, {"listed-offence", "yes"}}, ago(0, 60)});
    if (rarely(8)) tell({"sentence", {{"ends", mappa::iso(mappa::plus_days(today_, dice_.between(-300, 900)))}}, ago(0, 60)});
  }

  void papers() {
    if (rarely(8)) tell({"licence", {{"due", "no"}, {"why", "sentence served in full"}}, ago(0, 10)});
    else if (dice_.in_100(4)) tell({"licence", {{"due", "yes"}}, ago(0, 10)});
    if (dice_.in_100(6)) tell({"licence", {{"expires", mappa::iso(mappa::plus_days(today_, dice_.between(-300, 900)))}}, ago(0, 10)});
    if (likely(60)) tell({"licence", {{"copy-held", day_ago(0, 30)}, {"from", "core-file"}}, today_});
    if (dice_.in_100(8)) tell({"notification", {{"applies", one_of(60, 40, "yes", "no", "")}, {"why", "offender manager"}}, ago(0, 20)});
    if (likely(50)) tell({"notification", {{"reissued-on", day_ago(0, 30)}, {"from", "offender-manager"}}, today_});
  }

  std::string planned_at(int least, int most) {
    const std::string day = mappa::iso(mappa::plus_days(today_, dice_.between(least, most)));
    return day + " " + std::string(dice_.of(times));
  }

  void plan() {
    if (!likely(60)) return;
    const std::string kind = one_of(93, 5, "community", "removal", dice_.in_100(50) ? "prison" : "other-centre");
    tell({"release-plan", {{"at", planned_at(prepared_ ? 1 : -4, 28)}, {"kind", kind}}, ago(12, 30)});
    Date newest = ago(8, 11);
    if (dice_.in_100(15)) {
      newest = ago(3, 11);
      tell({"release-plan", {{"at", planned_at(1, 42)}}, newest});
    }
    if (dice_.in_100(50)) tell({"release-plan", {{"case-owner-told", day_ago(0, 3)}}, today_});
    if (!likely(60)) return;
    const Date confirmed = dice_.in_100(90) ? std::max(newest, ago(0, 7)) : ago(3, 11);
    tell({"arrangements", {{"lead", "NPS"}, {"confirmed-by", manager()}, {"confirmed-on", mappa::iso(confirmed)}}, confirmed});
  }

  void recall_and_hold() {
    const bool marked = row_.value("recall") == "yes";
    if (marked && likely(40)) tell({"recall", {{"to", day_ago(0, 100)}}, ago(0, 5)});
    else if (rarely(4)) tell({"recall", {{"from", day_ago(10, 100)}}, ago(0, 9)});
    else if (rarely(4)) tell({"recall", {{"from", day_ago(60, 100)}, {"to", day_ago(0, 50)}}, today_});
    const bool alert = mappa::not_for_release(row_.alerts);
    if (rarely(8)) tell({"hold", {{"reason", "warrant expected"}}, ago(4, 30)});
    if (rarely(4) || (alert && dice_.in_100(50))) tell({"hold", {{"reason", "none"}}, ago(0, 3)});
  }

  // Paragraphs 12 and 13, which no verdict turns on.
  void placement() {
    if (!likely(40)) return;
    const Date received = ago(20, 90);
    const std::string requested = mappa::iso(mappa::plus_days(received, -9));
    tell({"risk-assessment", {{"requested-on", requested}, {"received-on", mappa::iso(received)}, {"nomis-enough", "yes"}}, received});
    tell({"special-conditions", {{"recorded-on", day_ago(0, 19)}, {"text", "MAPPA"}}, today_});
    tell({"placement", {{"facility", std::string(dice_.of(centres))}, {"decided-on", day_ago(0, 19)}, {"why", "by the assessment"}}, today_});
    if (dice_.in_100(20)) tell({"child-risk", {{"applies", "yes"}, {"why", "offence"}}, ago(10, 20)});
    if (dice_.in_100(20)) tell({"visiting-arrangements", {{"children", "supervised"}, {"arrangements", "table 1"}}, ago(0, 9)});
  }

  // Paragraphs 10 and 11, likewise.
  void home_office() {
    if (likely(40)) tell({"case-owner", {{"name", "R Shah"}, {"contact", "020-7946-0100"}}, ago(0, 90)});
    if (likely(30)) {
      const Date made = ago(0, 40);
      tell({"contribution", {{"made-on", mappa::iso(made)}, {"covers", dice_.in_100(60) ? "all" : "status,removal"}}, made});
    }
    if (dice_.in_100(15)) {
      const std::string day = mappa::iso(mappa::plus_days(today_, dice_.between(-20, 30)));
      tell({"meeting", {{"day", day}, {"attendance-asked", "yes"}}, ago(21, 30)});
    }
    if (dice_.in_100(15)) {
      const Date received = ago(1, 20);
      tell({"request", {{"reference", "R-1"}, {"asked-by", "MAPPA panel"}, {"received-on", mappa::iso(received)},
                       {"due", mappa::iso(mappa::plus_days(received, 14))}, {"det-manager-tasked", mappa::iso(received)}}, received});
      if (dice_.in_100(50)) tell({"answer", {{"reference", "R-1"}, {"from", "det-manager"}, {"answered-on", mappa::iso(today_)}}, today_});
    }
    if (dice_.in_100(5)) tell({"part-c", {{"reference", "C-1"}, {"incident", "threat"}, {"completed-on", day_ago(0, 9)}}, today_});
  }

  // Nobody is released before the export, which would show them as returned, nor moved afterwards.
  void release() {
    if (!released_) return;
    const std::string when = one_of(40, 40, "2026-11-20 14:00", "2026-11-21 10:30", "2026-11-22 08:30");
    tell({"released", {{"when", when}, {"to", "home address"}, {"by-team", "det"}}, *mappa::date_from_iso(when.substr(0, 10))});
  }

  const mappa::NomisRow& row_;
  Date exported_, today_;
  mappa::MappaReading alerts_;
  Dice dice_;
  bool prepared_ = false;  // for the release
  bool released_ = false;
  bool no_mappa_ = false;
  std::vector<Typed> out_;
};

}  // namespace

std::vector<Typed> history(const mappa::NomisRow& row, Date exported, Date today, Dice dice) {
  return History(row, exported, today, dice).told();
}

}  // namespace bench
