#include "mappa/nomis/duplicates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "mappa/nomis/problem_ids.hpp"

namespace mappa {
namespace {

Problem about(const Checked& record, std::size_t line, const ProblemKind& kind, std::string what) {
  Problem problem = make_problem(kind, record.number_named, record.number->text(), std::move(what));
  problem.line = line;
  return problem;
}

// "lastName, alerts": what two rows of one number do not agree on.
std::string differences(const NomisRow& a, const NomisRow& b) {
  std::vector<std::string_view> names;
  for (const NomisField& field : nomis_fields())
    if (a.value(field.name) != b.value(field.name)) names.push_back(field.name);
  if (a.alerts != b.alerts) names.push_back(alerts_field);
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

Problem Duplicates::says_the_same(const Checked& record, std::size_t line) const {
  return about(record, record.line, nomis_problem::repeated, fmt::format("{} {} says the same about this number.", unit_, line));
}

void Duplicates::warn_of_rejected(const Checked& record, Seen& seen) {
  if (seen.taken_line == 0 || seen.rejected_line == 0 || std::exchange(seen.warned, true)) return;
  late_.push_back(about(record, seen.taken_line, nomis_problem::duplicate_rejected,
                        fmt::format("{} {} holds the same number and was rejected.", unit_, seen.rejected_line)));
}

Duplicates::Fate Duplicates::settle(Checked& record, std::string_view facts, std::string_view text) {
  if (!record.number) return Fate::rejected;
  const auto line = static_cast<std::uint32_t>(record.line);
  Seen& seen = seen_[record.number->packed()];
  if (!record.row) {
    if (seen.rejected_line == 0) seen.rejected_line = line;
    warn_of_rejected(record, seen);
    return Fate::rejected;
  }
  if (known_.contains(*record.number)) {
    kept_.push_back({record, std::string(text)});
    return Fate::contested;
  }
  const auto hash = std::hash<std::string_view>{}(facts);
  if (seen.taken_line == 0) {
    seen.taken_line = line;
    seen.facts = hash;
    warn_of_rejected(record, seen);
    return Fate::taken;
  }
  if (seen.facts != hash) {
    found_.insert(*record.number);
    return Fate::contested;
  }
  record.problems.push_back(says_the_same(record, seen.taken_line));
  return Fate::repeated;
}

bool Duplicates::take_known(const PrisonNumber& number, std::size_t line) {
  if (known_.contains(number)) return false;
  const auto [at, first] = seen_.try_emplace(number.packed());
  if (!first) return false;
  at->second.taken_line = static_cast<std::uint32_t>(line);
  return true;
}

std::vector<Duplicates::Contested> Duplicates::settle_contested() {
  std::map<PrisonNumber, std::vector<Contested*>> by_number;
  for (Contested& one : kept_) by_number[*one.record.number].push_back(&one);
  for (auto& [number, same] : by_number) {
    const Checked& first = same.front()->record;
    const auto differs = [](const Checked& a, const Checked& b) { return a.row != b.row; };
    const bool alike = std::ranges::none_of(same, [&](const Contested* one) { return differs(one->record, first); });
    if (alike) {
      Seen& seen = seen_.at(number.packed());
      seen.taken_line = static_cast<std::uint32_t>(first.line);
      warn_of_rejected(first, seen);
    }
    for (Contested* one : same) {
      Checked& record = one->record;
      if (alike) {
        one->fate = one == same.front() ? Fate::taken : Fate::repeated;
        if (one != same.front()) record.problems.push_back(says_the_same(record, first.line));
        continue;
      }
      const auto other = std::ranges::find_if(same, [&](const Contested* o) { return differs(o->record, record); });
      record.problems.push_back(about(record, record.line, nomis_problem::duplicate,
                                      fmt::format("{} {} gives other facts for this number: {}.", unit_, (*other)->record.line,
                                                  differences(*record.row, *(*other)->record.row))));
    }
  }
  return std::exchange(kept_, {});
}

}  // namespace mappa
