#include "mappa/nomis/alerts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "mappa/base/text.hpp"
#include "mappa/casebook/alert_codes.hpp"
#include "mappa/nomis/date_value.hpp"
#include "mappa/nomis/problem_ids.hpp"
#include "mappa/nomis/values.hpp"

namespace mappa {
namespace {

constexpr std::string_view mappa_type = "P";

struct Source {
  std::string_view named;
  std::string_view text;
  std::string_view place;  // where it stands, if in another file than the record
};

// A problem stands with the record; where the alert stands is part of the sentence then.
Problem placed(Problem problem, const Source& source) {
  if (source.place.empty()) return problem;
  problem.what += fmt::format(" It stands in {}.", source.place);
  if (problem.weight == Weight::error) problem.remedy = "Correct that line, and import both files again.";
  return problem;
}

Problem about(const ProblemKind& kind, const Source& source, std::string what) {
  return placed(make_problem(kind, std::string(source.named), std::string(source.text), std::move(what)),
                source);
}

void note_repair(const Source& source, std::string_view after, Problems& problems) {
  problems.push_back(placed(repaired(source.named, source.text, after), source));
}

// "P:P33", without its state.
std::string type_and_code(const Alert& alert) {
  return alert.type.empty() ? alert.code : alert.type + ":" + alert.code;
}

// Which states the text gives in so many words.
struct Said {
  bool active = false;
  bool inactive = false;
  bool expired = false;
};

Said states_said(std::string_view text) {
  Said said;
  for (const std::string_view part : split(text, ':')) {
    const std::string word = lower(trimmed(part));
    said.active |= word == "active";
    said.inactive |= word == "inactive";
    said.expired |= word == "expired";
  }
  return said;
}

// Without quotation of its state: "p:p33" as it would have been written.
bool is_canonical(const Alert& alert, std::string_view text) {
  if (!alert.type.empty()) {
    if (!text.starts_with(alert.type) || !text.substr(alert.type.size()).starts_with(':')) return false;
    text.remove_prefix(alert.type.size() + 1);
  }
  return text.starts_with(alert.code);
}

// Alerts of JSON are put into one text, in which a type of this name would be taken for a state.
bool is_state(std::string_view type) { return type == "ACTIVE" || type == "INACTIVE" || type == "EXPIRED"; }

std::optional<Alert> read_alert(const RawAlert& raw, const Source& source, Problems& problems) {
  if (!raw.wrong.empty()) {
    problems.push_back(about(nomis_problem::alert, source, raw.wrong));
    return std::nullopt;
  }
  auto text = source.text;
  if (text.ends_with('.')) text.remove_suffix(1);
  auto alert = alert_from_text(text);
  if (!alert || is_absent(alert->code, NomisType::code) || is_state(alert->type)) {
    problems.push_back(about(nomis_problem::alert, source, "It is no alert."));
    return std::nullopt;
  }
  if (is_absent(alert->type, NomisType::code)) alert->type.clear();
  if (!is_canonical(*alert, source.text))
    note_repair(source, type_and_code(*alert), problems);
  else if (text != source.text)
    note_repair(source, text, problems);
  return alert;
}

// What its state says, where there is more than type and code; false where it contradicts itself.
bool settle_state(Alert& alert, Date exported_on, const Source& source, Problems& problems) {
  const bool bare = std::ranges::count(source.text, ':') <= (alert.type.empty() ? 0 : 1);
  if (bare) return true;
  const Said said = states_said(source.text);
  if (said.active && said.inactive) {
    problems.push_back(about(nomis_problem::alert, source, "It is both active and inactive."));
    return false;
  }
  const bool ended = alert.until && *alert.until < exported_on;
  if (said.active && said.expired)
    problems.push_back(about(nomis_problem::alert_expired, source,
                             "The alert is both active and expired; it was taken as expired."));
  else if (ended && alert.active && !alert.expired)
    problems.push_back(
        about(nomis_problem::alert_expired, source,
              "The alert is not marked as expired, and its end has passed; it was taken as expired."));
  alert.expired = alert.expired || ended;
  return true;
}

void look_at(const Alert& alert, const Source& source, Problems& problems) {
  if (alert.type == mappa_type || find_mappa_code(alert.code) == nullptr) return;
  const char* what = alert.type.empty()
                         ? "A MAPPA code without an alert type; it was kept as it came."
                         : "A MAPPA code filed under another alert type; it was kept as it came.";
  problems.push_back(about(nomis_problem::alert_type, source, what));
}

auto identity(const Alert& alert) { return std::tie(alert.type, alert.code); }

// A day so far away that it stands for none is none; one that is neither that nor right is an error.
bool settle_day(std::optional<Date>& day, const Source& source, bool& far_away, Problems& problems) {
  if (!day) return true;
  const DateValue read = read_date_value(iso(*day));
  if (!read.error.empty()) problems.push_back(about(nomis_problem::alert, source, read.error));
  far_away = far_away || read.means_none;
  day = read.date;
  return read.error.empty();
}

bool settle_days(Alert& alert, bool far_away, const Source& source, Problems& problems) {
  if (!settle_day(alert.from, source, far_away, problems) ||
      !settle_day(alert.until, source, far_away, problems))
    return false;
  if (far_away)
    problems.push_back(
        about(nomis_problem::date_none, source, "A date so far away stands for none; none was taken."));
  return true;
}

bool same_state(const Alert& a, const Alert& b) { return a.active == b.active && a.expired == b.expired; }

// Which to keep: one that counts, else an active one; the one that gives most days; else the first that came.
std::pair<int, int> strength(const Alert& alert) {
  return {alert.counts() ? 2
          : alert.active ? 1
                         : 0,
          int{alert.from.has_value()} + int{alert.until.has_value()}};
}

// `same`: one alert in all the states it came in, at least one.
Alert settled(std::span<const Alert> same, std::string_view named, Problems& problems) {
  const Alert kept = *std::ranges::max_element(same, {}, strength);
  if (same.size() == 1) return kept;
  const Source source{named, {}, {}};
  const bool alike = std::ranges::all_of(same, [&](const Alert& alert) { return same_state(alert, kept); });
  Problem problem = alike
                        ? about(nomis_problem::alert_repeated, source,
                                fmt::format("The same alert came {} times; it was taken once.", same.size()))
                        : about(nomis_problem::alert_states, source,
                                fmt::format("The same alert came in different states; it was taken as {}.",
                                            kept.counts() ? "active" : "not active"));
  problem.value = text(kept);
  problems.push_back(std::move(problem));
  return kept;
}

std::vector<Alert> each_once(std::vector<Alert> alerts, std::string_view named, Problems& problems) {
  std::ranges::stable_sort(alerts, {}, identity);
  std::vector<Alert> once;
  for (auto from = alerts.begin(); from != alerts.end();) {
    const auto to =
        std::find_if(from, alerts.end(), [&](const Alert& a) { return identity(a) != identity(*from); });
    once.push_back(settled({from, to}, named, problems));
    from = to;
  }
  return once;
}

}  // namespace

std::vector<Alert> read_alerts(const RawRecord& record, std::span<const RawAlert> more, Date exported_on,
                               Problems& problems) {
  std::vector<Alert> alerts;
  const auto take = [&](const RawAlert& raw) {
    const Source source{raw.named.empty() ? record.alerts_named : raw.named, trimmed(raw.text), raw.place};
    if (raw.wrong.empty() && is_absent(source.text, NomisType::code)) return;
    auto alert = read_alert(raw, source, problems);
    if (!alert || !settle_days(*alert, raw.far_away, source, problems)) return;
    if (!settle_state(*alert, exported_on, source, problems)) return;
    look_at(*alert, source, problems);
    alerts.push_back(std::move(*alert));
  };
  std::ranges::for_each(record.alerts, take);
  std::ranges::for_each(more, take);
  return each_once(std::move(alerts), record.alerts_named, problems);
}

}  // namespace mappa
