#pragma once

#include <map>
#include <string>
#include <string_view>

#include "calendar/day.hpp"
#include "mappa/casebook/fold.hpp"
#include "mappa/casebook/kind.hpp"
#include "mappa/casebook/nomis_entry.hpp"
#include "mappa/rules/verdict.hpp"

// A case that rests on one export, and on records of canonical values made after it.
struct Given {
  std::map<std::string, std::string, std::less<>> nomis;
  std::string alerts;
  std::vector<std::pair<std::string, mappa::Body>> records;
};

inline mappa::Case folded(const Given& given) {
  const auto number = *mappa::PrisonNumber::parse("A1234BC");
  std::vector<mappa::Entry> entries;
  const auto put = [&](std::string kind, std::string_view on, const mappa::Body& body) {
    mappa::Entry entry;
    entry.number = number;
    entry.kind = std::move(kind);
    entry.on = day(on);
    entry.body = mappa::encode(body);
    entry.id = static_cast<mappa::EntryId>(entries.size() + 1);
    entries.push_back(std::move(entry));
  };
  mappa::Body row;
  for (const auto& [name, value] : given.nomis) row.emplace_back(name, value);
  if (!given.alerts.empty()) row.emplace_back("alerts", given.alerts);
  if (!row.empty()) put(std::string(mappa::nomis_kind), "2026-11-01", row);
  for (const auto& [kind, body] : given.records) put(kind, "2026-11-10", body);
  return mappa::fold(number, entries, std::span<const mappa::Entry>{}, day("2026-11-24"));
}

inline mappa::Policy policy() { return mappa::shipped_policy(); }

// Keeps the policy that its setting refers to.
struct Checked {
  mappa::Case c;
  mappa::Policy under;
  mappa::Setting setting;
  explicit Checked(const Given& given, mappa::Policy p = policy())
      : c(folded(given)), under(std::move(p)), setting(mappa::setting_for(c, moment("2026-11-25T14:00"), day("2026-11-24"), under)) {
    setting.working = true;
  }
  Checked(const Checked&) = delete;
  Checked& operator=(const Checked&) = delete;
};

inline mappa::Finding only(std::string_view rule, const Checked& checked) {
  return mappa::ask(*mappa::find_rule(rule), checked.c, checked.setting).at(0);
}
