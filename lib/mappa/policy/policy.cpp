#include "mappa/policy/policy.hpp"

#include <functional>
#include <utility>

#include <fmt/format.h>

#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"
#include "mappa/calendar/moment.hpp"
#include "mappa/casebook/nomis_row.hpp"
#include "mappa/policy/bank_holidays.hpp"

namespace mappa {
namespace {

using Names = std::vector<std::string>;

std::string joined(const Names& names) {
  std::string out;
  for (const auto& one : names) out += (out.empty() ? "" : " ") + one;
  return out.empty() ? "none" : out;
}

std::string clock(std::chrono::minutes time) { return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60); }

// One parameter: what it is called, where it comes from, how it is shown and read.
struct Spec {
  std::string_view id;
  int paragraph;
  std::string_view source, says;
  std::function<std::string(const Policy&)> show;
  std::function<void(Policy&, Toml&, std::string_view)> read;
};

Spec number(std::string_view id, int paragraph, std::string_view source, std::string_view says, int Policy::*member, int least, int most) {
  return {id, paragraph, source, says, [=](const Policy& p) { return std::to_string(p.*member); },
          [=](Policy& p, Toml& table, std::string_view key) {
            const auto value = table.number(key);
            if (!value || *value < least || *value > most)
              table.reject(key, fmt::format("\"{}\" must be from {} to {}", key, least, most), "Change the number.");
            p.*member = static_cast<int>(*value);
          }};
}

Spec time_of_day(std::string_view id, int paragraph, std::string_view says, std::chrono::minutes Policy::*member) {
  return {id, paragraph, "assumption", says, [=](const Policy& p) { return clock(p.*member); },
          [=](Policy& p, Toml& table, std::string_view key) {
            const auto time = time_from_text(table.text(key).value_or(""));
            if (!time) table.reject(key, "\"" + std::string(key) + "\" is not a time of day", "Write it as \"09:00\".");
            p.*member = *time;
          }};
}

bool never_a_release(std::string_view field) {
  return field == "releaseDate" || field == "nonDtoReleaseDate" || field == "releaseOnTemporaryLicenceDate" ||
         field == "earlyRemovalSchemeEligibilityDate" || field == "tariffEarlyRemovalSchemeEligibilityDate";
}

// "Did you mean ..." of the dates that an export can hold.
std::string near_date(std::string_view typed) {
  Names dates;
  for (const NomisField& field : nomis_fields())
    if (field.type == NomisType::date && !never_a_release(field.name)) dates.emplace_back(field.name);
  const auto near = nearest(typed, dates);
  return near ? "Did you mean \"" + *near + "\"?" : "Use the names of the prisoner-search API, such as conditionalReleaseDate.";
}

Spec list(std::string_view id, int paragraph, std::string_view source, std::string_view says, Names Policy::*member, bool dates) {
  return {id, paragraph, source, says, [=](const Policy& p) { return joined(p.*member); },
          [=](Policy& p, Toml& table, std::string_view key) {
            const Names names = table.texts(key);
            for (const auto& one : names) {
              const NomisField* field = find_nomis_field(one);
              if (dates && never_a_release(one))
                table.reject(key, "\"" + one + "\" is never the earliest release from prison.",
                             "Leave it out: releaseDate is only the likeliest date, and an early removal is no release.");
              if (dates && (!field || field->type != NomisType::date))
                table.reject(key, "\"" + safe(one) + "\" is no date of a NOMIS export.", near_date(one));
            }
            // Without any, the earliest release would never be known, and nothing of paragraph 9 ever due.
            if (names.empty() && key == "release-dates") table.reject(key, "\"release-dates\" names no date.", "Name at least one.");
            p.*member = names;
          }};
}

const std::vector<Spec>& specs() {
  static const std::vector<Spec> all{
      number("referral-months", 9, "paragraph 9", "Months before the earliest release from prison by which a case must be identified.",
             &Policy::referral_months, 1, 24),
      list("release-dates", 9, "assumption",
           "NOMIS dates of which the earliest is the earliest release date from prison (paragraph 9 does not list them).",
           &Policy::release_dates, true),
      list("recall-dates", 9, "assumption", "NOMIS dates that count instead while a recall lasts.", &Policy::recall_dates, true),
      list("recall-parole-dates", 9, "assumption", "NOMIS dates that count during a recall where they are later than its start.",
           &Policy::parole_dates, true),
      number("young-under", 8, "assumption", "Age on the day of release below which a person is a young offender.",
             &Policy::young_under, 10, 30),
      time_of_day("daytime-from", 15, "Daytime begins (paragraph 15 does not define it).", &Policy::daytime_from),
      time_of_day("daytime-until", 15, "Daytime ends; a release at this time is outside it.", &Policy::daytime_until),
      number("nomis-days", 12, "assumption", "Days after which NOMIS data is called old.", &Policy::nomis_days, 0, 3650),
      number("licence-notice-days", 7, "assumption", "Days before a licence ends from which it is asked who answers for the case afterwards.",
             &Policy::licence_notice_days, 1, 365),
      number("notification-days", 0, "Sexual Offences Act 2003",
             "Days, that of the release included, within which whoever is registered notifies the police: advice.",
             &Policy::notification_days, 1, 28),
      number("acknowledgement-days", 0, "assumption", "Days for which an acknowledgement may keep something off the list of what is due.",
             &Policy::acknowledgement_days, 1, 365),
      list("not-foreign", 3, "assumption", "Nationalities in NOMIS that evidently are no foreign ones.", &Policy::not_foreign,
           false),
  };
  return all;
}

void read_parameters(Toml& table, Policy& policy) {
  for (const Spec& spec : specs())
    if (table.has(spec.id)) spec.read(policy, table, spec.id);
  // finish() knows only keys that were asked for: ask for all, so that a near miss names its neighbour.
  for (const Spec& spec : specs())
    if (!table.has(spec.id)) static_cast<void>(table.scalar(spec.id));
  table.finish();
  if (policy.daytime_from >= policy.daytime_until)
    table.reject(table.has("daytime-until") ? "daytime-until" : "daytime-from", "daytime must begin before it ends",
                 "Change one of daytime-from and daytime-until.");
}

void read_severities(Toml& table, Policy& policy, const Names& rules) {
  for (const auto& rule : rules) {
    const auto text = table.text(rule);
    if (!text) continue;
    if (*text == "blocks") policy.severity[rule] = Severity::blocks;
    else if (*text == "warns") policy.severity[rule] = Severity::warns;
    else if (*text == "informs") policy.severity[rule] = Severity::informs;
    else table.reject(rule, "\"" + safe(*text) + "\" is no severity for \"" + rule + "\"", "Use blocks, warns or informs.");
  }
  for (const auto& key : table.keys())
    for (const auto& rule : rules)
      if (rule.starts_with(key + "."))
        table.reject(key, "\"" + safe(key) + "\" is no rule.", "A rule's name has a dot and goes in quotes: \"" + rule + "\" = \"warns\"");
  table.finish();
}

Policy shipped() {
  Policy policy;
  policy.release_dates = {"confirmedReleaseDate", "conditionalReleaseDate", "automaticReleaseDate",
                          "paroleEligibilityDate", "actualParoleDate", "homeDetentionCurfewEligibilityDate",
                          "homeDetentionCurfewActualDate", "tariffDate", "earlyTermDate", "midTermDate"};
  policy.recall_dates = {"postRecallReleaseDate", "dtoPostRecallReleaseDate"};
  policy.parole_dates = {"paroleEligibilityDate", "actualParoleDate"};
  policy.daytime_from = std::chrono::hours{9};
  policy.daytime_until = std::chrono::hours{17};
  policy.not_foreign = {"British"};
  policy.bank_holidays = shipped_bank_holidays();
  return policy;
}

}  // namespace

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::blocks: return "blocks";
    case Severity::warns: return "warns";
    case Severity::informs: return "informs";
  }
  return "";
}

const Policy& shipped_policy() {
  static const Policy policy = shipped();
  return policy;
}

std::vector<Parameter> parameters(const Policy& policy) {
  std::vector<Parameter> out;
  for (const Spec& spec : specs()) out.push_back({spec.id, spec.paragraph, spec.source, spec.says, spec.show(policy)});
  out.push_back({bank_holidays_id, 0, bank_holidays_source,
                 "The bank holidays of England and Wales: days besides Saturdays and Sundays on which nobody is taken to work.",
                 canonical(policy.bank_holidays)});
  return out;
}

std::vector<ChangedParameter> changed_parameters(const Policy& before, const Policy& now) {
  std::vector<ChangedParameter> out;
  for (const Spec& spec : specs())
    if (auto was = spec.show(before), is = spec.show(now); was != is) out.push_back({spec.id, spec.source, std::move(was), std::move(is)});
  return out;
}

void read_policy(Toml& document, Policy& policy, const std::vector<std::string>& rules) {
  policy.facilities.add(Register::read(document));
  if (auto table = document.table("parameters")) read_parameters(*table, policy);
  if (auto table = document.table("severity")) read_severities(*table, policy, rules);
  read_bank_holidays(document, policy.bank_holidays);
}

}  // namespace mappa
