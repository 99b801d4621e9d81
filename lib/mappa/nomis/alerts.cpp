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
};

Problem about(const ProblemKind& kind, const Source& source, std::string what) {
  return make_problem(kind, std::string(source.named), std::string(source.text), std::move(what));
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
    problems.push_back(repaired(source.named, source.text, type_and_code(*alert)));
  else if (text != source.text)
    problems.push_back(repaired(source.named, source.text, text));
  return alert;
}

// A day so far away that it stands for none is none, as in every other date of an export; false where it is neither
// that nor right.
bool settle_day(std::optional<Date>& day, const Source& source, Problems& problems) {
  if (!day) return true;
  const DateValue read = read_date_value(iso(*day));
  if (!read.error.empty()) problems.push_back(about(nomis_problem::alert, source, read.error));
  day = read.date;
  return read.error.empty();
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
    problems.push_back(about(nomis_problem::alert_expired, source,
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

// Which state to keep: one that counts, else an active one, else the first that came.
int strength(const Alert& alert) { return alert.counts() ? 2 : alert.active ? 1 : 0; }

// `same`: one alert in all the states it came in, at least one.
Alert settled(std::span<const Alert> same, std::string_view named, Problems& problems) {
  const Alert kept = *std::ranges::max_element(same, {}, strength);
  if (same.size() == 1) return kept;
  const Source source{named, {}};
  const bool alike = std::ranges::all_of(same, [&](const Alert& alert) { return alert == kept; });
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

std::vector<Alert> read_alerts(const RawRecord& record, Date exported_on, Problems& problems) {
  std::vector<Alert> alerts;
  for (const RawAlert& raw : record.alerts) {
    const Source source{record.alerts_named, trimmed(raw.text)};
    if (raw.wrong.empty() && is_absent(source.text, NomisType::code)) continue;
    auto alert = read_alert(raw, source, problems);
    if (!alert || !settle_day(alert->from, source, problems) || !settle_day(alert->until, source, problems)) continue;
    if (!settle_state(*alert, exported_on, source, problems)) continue;
    look_at(*alert, source, problems);
    alerts.push_back(std::move(*alert));
  }
  return each_once(std::move(alerts), record.alerts_named, problems);
}

}  // namespace mappa
