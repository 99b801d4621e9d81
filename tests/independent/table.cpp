#include "independent/table.hpp"

#include <algorithm>
#include <functional>

namespace independent {
namespace {

using mappa::Provider;

const std::string met = "met", not_met = "not_met", unknown = "unknown", not_applicable = "not_applicable";

// A truth that may be unknown.
using Known = std::optional<bool>;

constexpr int export_day = 20, before_day = 19, after_day = 21, release_day = 25;

int day_of(When when) { return when == When::before ? before_day : after_day; }

// Design: NOMIS and record stand beside each other; a record about a later day is used, else the stricter.
template <class T>
std::optional<T> settle(std::optional<T> nomis, const Maybe<T>& record, const std::function<std::optional<T>(T, T)>& stricter) {
  if (!record) return nomis;
  if (!nomis || *nomis == record->value || record->when == When::after) return record->value;
  return stricter(*nomis, record->value);
}

std::optional<bool> either(bool, bool) { return true; }

// A person with everything that follows from the facts.
class Facts {
 public:
  explicit Facts(const Somebody& person) : p(person), code(person.nomis ? person.nomis->code : "") {}

  const Somebody& p;
  const std::string code;

  // Paragraph 6: the codes. Two digits alike give category and level: 22 is category 1 at level 1 and so on.
  std::optional<int> category_of_code() const {
    if (code.empty()) return std::nullopt;
    if (code == "P99") return 3;
    return code[1] < '5' ? 1 : 2;
  }
  bool to_be_confirmed() const { return code == "P11" || code == "P55"; }
  std::optional<int> level_of_code() const {
    if (code.empty() || to_be_confirmed()) return std::nullopt;
    if (code == "P99") return 2;
    return (code[1] - '1') % 4;  // 2 and 6: level 1; 3 and 7: 2; 4 and 8: 3
  }

  // Whether "not MAPPA" was contradicted: by a category, a level or a notification recorded after it, or by an
  // alert that came after it and says registered.
  bool contradicted() const {
    const auto since = [&](When when) { return day_of(when) >= day_of(p.mappa->when); };
    return (p.category && since(p.category->when)) || (p.level && since(p.level->when)) ||
           (p.notification && p.notification->value && since(p.notification->when)) ||
           (p.nomis && p.nomis->registered && p.mappa->when == When::before);
  }
  Known mappa() const {
    const std::optional<bool> nomis = code.empty() ? std::nullopt : std::optional{true};
    const auto held = settle<bool>(nomis, p.mappa, either);
    if (held == false && contradicted()) return std::nullopt;
    return held;
  }
  std::optional<int> category() const {
    return settle<int>(category_of_code(), p.category, [](int a, int b) { return std::min(a, b) == 1 ? std::optional{1} : std::nullopt; });
  }
  std::optional<int> level() const {
    const bool answered = p.level && p.level->when == When::after;
    if (to_be_confirmed() && !answered) return std::nullopt;
    return settle<int>(level_of_code(), p.level, [](int a, int b) { return std::optional{std::max(a, b)}; });
  }

  // The levels that held one after another: with the record before, the export, the record after.
  std::vector<std::pair<int, int>> levels() const {  // day, level
    std::vector<std::pair<int, int>> out;
    const auto next = [&](int day, std::optional<int> level) {
      if (level && (out.empty() || out.back().second != *level)) out.emplace_back(day, *level);
    };
    if (p.level && p.level->when == When::before) next(before_day, p.level->value);
    if (p.nomis) next(export_day, p.level && p.level->when == When::before && !to_be_confirmed() && level_of_code()
                                      ? std::max(*level_of_code(), p.level->value)
                                      : to_be_confirmed() ? std::nullopt : level_of_code() ? level_of_code() : current_before());
    if (p.level && p.level->when == When::after) next(after_day, p.level->value);
    return out;
  }
  std::optional<int> current_before() const {
    return p.level && p.level->when == When::before ? std::optional{p.level->value} : std::nullopt;
  }
  std::optional<int> level_changed() const {
    const auto all = levels();
    return all.size() < 2 ? std::nullopt : std::optional{all.back().first};
  }
  std::optional<int> level_raised() const {
    const auto all = levels();
    std::optional<int> out;
    for (std::size_t i = 1; i < all.size(); ++i)
      if (all[i].second > all[i - 1].second) out = all[i].first;
    return out;
  }

  // Paragraph 14: who is registered is of category 1, or an alert or record says so; whoever is of another
  // category, or not MAPPA, and of whom nothing says so, is not.
  Known registered() const {
    if (category() == 1) return true;
    const std::optional<bool> nomis = p.nomis && p.nomis->registered ? std::optional{true} : std::nullopt;
    if (const auto applies = settle<bool>(nomis, p.notification, either)) return applies;
    if (category() || mappa() == false) return false;
    return std::nullopt;
  }

  // Paragraph 8 and 14: a licence runs until it expires, else until the sentence does, for life where that is
  // indeterminate; a young offender's supervision may outlast the sentence.
  Known licence_by_dates() const {
    if (!p.nomis) return std::nullopt;
    if (p.nomis->indeterminate) return true;
    if (p.nomis->licence) return *p.nomis->licence != End::before;
    if (!p.nomis->sentence) return std::nullopt;
    if (*p.nomis->sentence != End::before) return true;
    return p.nomis->young == true ? std::nullopt : Known{false};
  }
  Known licence() const {
    const auto by_dates = licence_by_dates();
    if (!p.licence_due) return by_dates;
    // Said not to be due: believed, unless the export that says that one runs is the newer.
    if (!p.licence_due->value) return by_dates == true && p.licence_due->when == When::before ? Known{true} : Known{false};
    // Said to be due after an end that had passed: both of these records are from after the 15th.
    return true;
  }

  std::string place() const {
    const std::string shown = p.nomis ? p.nomis->place : "";
    if (!p.place) return shown;
    const bool nomis_later = p.place->when == When::before && !shown.empty() && shown != "OUT";
    return nomis_later ? shown : p.place->value;
  }
  bool place_known() const { return !place().empty() && place() != "OUT"; }
  // Since when the person is at this place, as far as anybody knows.
  int at_place_since() const {
    if (p.place && p.place->value == place()) return day_of(p.place->when);
    return export_day;
  }
  bool in_register() const { return place() == "HAR" || place() == "BRK" || place() == "MAN" || place() == "DUN" || place() == "MDI"; }
  Known child_risk() const {
    const std::optional<bool> nomis = p.nomis && p.nomis->child_alert ? std::optional{true} : std::nullopt;
    return settle<bool>(nomis, p.child_risk, either);
  }
  // Paragraph 10: owed while licence or police management would follow a release before the sentence ends.
  Known input_owed() const {
    if (licence() == true) return true;
    const bool sentence_over = p.nomis && p.nomis->sentence == End::before;
    if (licence() == false && sentence_over) return false;
    if (registered() == true) return true;
    if (!licence() || !registered()) return std::nullopt;
    return false;
  }
};

std::string for_mappa(const Facts& f, const std::function<std::string()>& answer) {
  if (!f.mappa()) return unknown;
  return *f.mappa() ? answer() : not_applicable;
}

std::string at_2_or_3(const Facts& f, const std::function<std::string()>& answer) {
  return for_mappa(f, [&] { return !f.level() ? unknown : *f.level() == 1 ? not_applicable : answer(); });
}

std::string owed(const Facts& f, const std::function<std::string()>& answer) {
  return for_mappa(f, [&] { return !f.input_owed() ? unknown : !*f.input_owed() ? not_applicable : answer(); });
}

std::string in_time(const std::optional<Deed>& deed) { return deed && *deed != Deed::too_late ? met : not_met; }

// Paragraphs 1 and 3: whom the order covers.
std::string england_or_wales(const Facts& f) { return !f.place_known() ? met : !f.in_register() ? unknown : f.place() == "DUN" ? not_met : met; }
std::string foreign(const Facts& f) {
  if (f.p.foreign) return *f.p.foreign ? met : not_met;
  return f.p.nomis && f.p.nomis->nationality == "British" ? not_met : met;
}
std::string time_served(const Facts& f) { return f.p.time_served.value_or(true) ? met : not_met; }
std::string immigration_estate(const Facts& f) { return f.place() == "MDI" ? not_met : met; }

// Paragraph 5.
std::string not_released(const Facts& f) { return f.p.released ? not_met : met; }
std::string community(const Facts& f) { return f.p.removal ? not_met : met; }
std::string hold(const Facts& f) {
  const bool alert = f.p.nomis && f.p.nomis->not_for_release;
  if (f.p.hold && f.p.hold->value != "none") return not_met;
  if (!alert) return f.p.hold ? met : not_applicable;
  return f.p.hold && f.p.hold->when == When::after ? met : not_met;
}
std::string recall(const Facts& f) {
  const bool lasts = f.p.recall && f.p.recall->value;
  const bool ended_since = f.p.recall && !f.p.recall->value && f.p.recall->when == When::after;
  const bool marked = f.p.nomis && f.p.nomis->recalled;
  if (lasts || (marked && !ended_since)) return not_met;
  return f.p.recall ? met : not_applicable;
}
std::string arrangements(const Facts& f) {
  return for_mappa(f, [&] {
    if (in_time(f.p.arrangements) == not_met) return not_met;
    const bool level_changed = f.level_changed().has_value(), plan_changed = f.p.moved || f.p.removal;
    if (*f.p.arrangements == Deed::day_unknown) return level_changed || plan_changed ? not_met : met;
    return f.p.moved ? not_met : met;  // on the 22nd; the level changed before it, the plan moved after it
  });
}

// Paragraph 6 and 7.
std::string status(const Facts& f) { return f.mappa() ? met : unknown; }
std::string category(const Facts& f) { return for_mappa(f, [&] { return f.category() ? met : unknown; }); }
std::string level(const Facts& f) {
  return for_mappa(f, [&] { return f.level() ? met : f.to_be_confirmed() ? not_met : unknown; });
}
std::string lead(const Facts& f) {
  return for_mappa(f, [&] {
    const auto licence = f.licence(), registered = f.registered();
    if (!f.p.lead) return licence == false && registered == false ? not_applicable : unknown;
    const bool police = *f.p.lead == Provider::police;
    if (licence == true) return police ? not_met : met;
    if (licence == false) return registered == true && !police ? not_met : met;
    return police ? unknown : met;
  });
}

// Paragraph 9.
std::string referral(const Facts& f) {
  return at_2_or_3(f, [&] {
    if (in_time(f.p.referral) == not_met) return not_met;
    // On the 22nd it is later than any raise; on a day that nobody knows it may have been before it.
    return *f.p.referral == Deed::day_unknown && f.level_raised() ? not_met : met;
  });
}

// Paragraph 10.
std::vector<int> counting(const Facts& f) {
  int since = f.level_changed().value_or(0);
  if (f.p.meeting && *f.p.meeting <= release_day) since = std::max(since, *f.p.meeting);
  std::vector<int> out;
  for (const int day : f.p.contributions)
    if (day >= since) out.push_back(day);
  return out;
}
std::string case_owner(const Facts& f) { return owed(f, [&] { return f.p.case_owner ? met : unknown; }); }
std::string involvement(const Facts& f) {
  return owed(f, [&] { return !f.level() ? unknown : *f.level() != 1 ? not_applicable : f.p.contributions.empty() ? not_met : met; });
}
std::string contribution(const Facts& f) {
  return at_2_or_3(f, [&] { return owed(f, [&] { return counting(f).empty() ? not_met : met; }); });
}
std::string covers(const Facts& f) {
  return at_2_or_3(f, [&] { return owed(f, [&] { return counting(f).empty() ? unknown : f.p.covers_everything ? met : not_met; }); });
}

// Paragraph 11.
std::string request(const Facts& f) {
  if (!f.p.request) return not_applicable;
  const std::string det = f.p.request->det_answered ? met : not_met, centre = f.p.request->centre_answered ? met : not_met;
  return std::min(det, centre) + " " + std::max(det, centre);
}

// Paragraph 12 and the first half of 5.
std::string since_arrival(const Facts& f) {
  if (!f.p.nomis) return not_applicable;
  if (!f.p.place || f.p.place->value == "MDI") return not_applicable;
  if (f.p.place->when == When::before) return f.p.nomis->place == "MDI" ? not_applicable : met;
  return f.p.arrival_known ? not_met : unknown;
}
std::string assessment(const Facts& f) { return for_mappa(f, [&] { return f.p.received ? met : not_met; }); }
std::string nomis_enough(const Facts& f) {
  return for_mappa(f, [&] { return f.p.nomis_enough ? (*f.p.nomis_enough ? met : not_met) : unknown; });
}
std::string on_cid(const Facts& f) {
  return for_mappa(f, [&] { return !f.p.on_cid || (f.level_changed() && *f.p.on_cid < *f.level_changed()) ? not_met : met; });
}
std::string placement(const Facts& f) {
  return for_mappa(f, [&] { return !f.p.placed ? not_met : !f.p.received ? unknown : *f.p.received > 14 ? not_met : met; });
}
std::string held_as_placed(const Facts& f) {
  return for_mappa(f, [&] { return !f.p.placed || !f.place_known() ? unknown : f.place() == *f.p.placed ? met : not_met; });
}

// Paragraph 13.
std::string visits(const Facts& f) {
  const auto risk = f.child_risk();
  if (!risk) return f.p.nomis ? not_applicable : unknown;
  if (!*risk) return not_applicable;
  if (!f.p.visits) return not_met;
  const int known_since = f.p.child_risk && f.p.child_risk->value && (!f.p.nomis || !f.p.nomis->child_alert || f.p.child_risk->when == When::after)
                              ? day_of(f.p.child_risk->when)
                              : f.p.nomis && f.p.nomis->child_alert ? export_day : 0;
  return *f.p.visits < known_since || (f.place_known() && *f.p.visits < f.at_place_since()) ? not_met : met;
}

// Paragraphs 14 and 15.
std::string licence_copy(const Facts& f) {
  const auto licence = f.licence();
  return !licence ? unknown : !*licence ? not_applicable : in_time(f.p.copy);
}
std::string notification(const Facts& f) {
  const auto registered = f.registered();
  return !registered ? unknown : !*registered ? not_applicable : in_time(f.p.reissued);
}
std::string daytime(const Facts& f) {
  if (f.p.released) return met;  // at eleven in the morning
  return !f.p.at_night || f.p.reason ? met : not_met;
}

struct Line {
  const char* rule;
  bool gate, blocks;
  std::string (*answer)(const Facts&);
};

constexpr bool gate = true, blocks = true;
const Line table[] = {
    {"p1.england-and-wales", gate, false, england_or_wales},
    {"p3.foreign-national", gate, false, foreign},
    {"p3.time-served", gate, false, time_served},
    {"p3.immigration-estate", gate, false, immigration_estate},
    {"p5.not-released", gate, false, not_released},
    {"p5.community", gate, false, community},
    {"p5.placement", false, false, held_as_placed},
    {"p5.hold", false, blocks, hold},
    {"p5.recall", false, blocks, recall},
    {"p5.arrangements", false, blocks, arrangements},
    {"p6.mappa-status", false, blocks, status},
    {"p6.category", false, blocks, category},
    {"p7.level", false, blocks, level},
    {"p7.lead", false, blocks, lead},
    {"p9.referral", false, blocks, referral},
    {"p10.case-owner", false, false, case_owner},
    {"p10.involvement", false, false, involvement},
    {"p10.contribution", false, false, contribution},
    {"p10.contribution-covers", false, false, covers},
    {"p11.request", false, false, request},
    {"p12.nomis-since-arrival", false, blocks, since_arrival},
    {"p12.risk-assessment", false, false, assessment},
    {"p12.nomis-enough", false, false, nomis_enough},
    {"p12.special-conditions", false, false, on_cid},
    {"p12.placement", false, false, placement},
    {"p13.visiting-arrangements", false, false, visits},
    {"p14.licence-copy", false, blocks, licence_copy},
    {"p14.notification", false, blocks, notification},
    {"p15.daytime", false, false, daytime},
};

}  // namespace

std::map<std::string, std::string> by_the_order(const Somebody& person) {
  const Facts facts(person);
  std::map<std::string, std::string> out;
  bool outside = false, not_clear = false, undecided = false;
  for (const Line& line : table) {
    const std::string answer = line.answer(facts);
    out[line.rule] = answer;
    outside = outside || (line.gate && answer == not_met);
    not_clear = not_clear || (line.blocks && answer == not_met);
    undecided = undecided || (line.blocks && answer == unknown);
  }
  out["verdict"] = outside ? "outside_order" : not_clear ? "not_clear" : undecided ? "cannot_decide" : "clear";
  return out;
}

}  // namespace independent
