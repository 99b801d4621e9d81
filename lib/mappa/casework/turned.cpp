#include "mappa/casework/turned.hpp"

#include <algorithm>
#include <iterator>

#include "mappa/casework/check_release.hpp"

namespace mappa {
namespace {

Moment end_of(Date day) { return {day, std::chrono::hours(24) - std::chrono::minutes(1)}; }

Outcome outcome(const Case& c, const Desk& desk) { return judge_in_short(c, setting_now(c, desk)).outcome; }

std::optional<Moment> release(const Case& c, const Desk& desk) { return released(c, desk) ? c.released.when.value : std::nullopt; }

// Whether an answer that decides rests on how new NOMIS data are.
bool rests_on_age(const Verdict& verdict) {
  return std::ranges::any_of(verdict.findings, [](const Finding& f) {
    return f.severity == Severity::blocks && f.answer != Answer::not_applicable && (f.rule == "p12.nomis-since-arrival" || f.rule == "p12.nomis-age");
  });
}

}  // namespace

Decided decided(const Case& c, const Desk& desk) {
  const Verdict verdict = judge(c, setting_now(c, desk));
  const auto first = blocking(verdict);
  Decided out{verdict.outcome, first.size(), {}};
  if (verdict.outcome != Outcome::outside_order) {
    if (!first.empty()) out.first = *first.front();
  } else if (!verdict.findings.empty()) {
    out.first = verdict.findings.front();
  }
  return out;
}

Comparison::Comparison(const Snapshot& before, const Snapshot& now, Date since, const Desk& desk)
    : then_{desk.policy, end_of(plus_days(since, -1))}, desk_(desk), cases_(before, then_.today()), newest_(before.head().newest),
      touched_(now.numbers_since(newest_)) {
  read_batches(now);
  std::ranges::sort(touched_);
  touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
  met_.resize(touched_.size());
}

void Comparison::read_batches(const Snapshot& now) {
  for (Batch& batch : list_imports(now)) {
    if (!batch.undone) nomis_of_ = std::max(nomis_of_.value_or(batch.entry.on), batch.entry.on);
    const bool came = batch.entry.id > newest_, went = batch.undone && batch.undone->id > newest_;
    // Whose rows were taken back: the entry that does it is about nobody.
    if (went) std::ranges::copy(people_of(now, batch.import, batch.entry.id), std::back_inserter(touched_));
    if (came || went) batches_.push_back(std::move(batch));
  }
}

std::vector<PrisonNumber>::const_iterator Comparison::find(const PrisonNumber& number) const {
  const auto at = std::ranges::lower_bound(touched_, number);
  return at != touched_.end() && *at == number ? at : touched_.end();
}

bool Comparison::shown_otherwise(const Case& c) const {
  return std::ranges::any_of(batches_, [&](const Batch& one) { return one.import.confirms(c.number, c.nomis.entry); });
}

bool Comparison::touched(const PrisonNumber& number) {
  const auto at = find(number);
  if (at == touched_.end()) return false;
  met_[static_cast<std::size_t>(at - touched_.begin())] = true;
  return true;
}

bool Comparison::aged_otherwise(const Case& c, const Verdict& verdict) const {
  return !batches_.empty() && rests_on_age(verdict) && shown_otherwise(c);
}

std::optional<Turned> Comparison::turned(const Case& c, const Verdict& verdict) const {
  const auto was = cases_.find(c.number);
  if (!was) return std::nullopt;
  const Outcome before = outcome(was->folded, then_);
  if (before == verdict.outcome) return std::nullopt;
  Turned out{c.number, c.name(), c.facility().value.value_or(""), c.plan.at.value, before, decided(c, desk_), release(c, desk_), {}, false};
  if (out.released) out.shown_at_release = c.released.verdict.value.value_or("");
  out.by_time = find(c.number) == touched_.end() && !aged_otherwise(c, verdict);
  return out;
}

std::vector<Turned> Comparison::gone() const {
  std::vector<Turned> out;
  for (std::size_t i = 0; i < touched_.size(); ++i) {
    if (met_[i]) continue;
    const auto was = cases_.find(touched_[i]);
    if (!was || release(was->folded, then_)) continue;
    const Case& c = was->folded;
    out.push_back({c.number, c.name(), c.facility().value.value_or(""), c.plan.at.value, outcome(c, then_), {}, {}, {}, false});
  }
  return out;
}

}  // namespace mappa
