#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "mappa/casebook/case.hpp"
#include "mappa/casebook/entry.hpp"
#include "mappa/policy/policy.hpp"

// People as plain facts, made at random, from which a casebook is written. The release of each is checked for
// 25 November 2026; it is looked at on the 27th; NOMIS was exported on the 20th.
namespace independent {

// A record made before the export and about the day before it, or after the export and about the day after it.
enum class When { before, after };

template <class T>
struct Recorded {
  T value{};
  When when = When::after;
};

template <class T>
using Maybe = std::optional<Recorded<T>>;

// A deed for this release: on the 22nd, on the 26th (after the release), or nobody knows when.
enum class Deed { done, too_late, day_unknown };

// Days of an end, relative to the release: ten days before, on the day, ten days after.
enum class End { before, same_day, after };

struct Export {
  std::string code;                     // a MAPPA alert, or empty
  bool registered = false;              // alert S:SOR
  bool not_for_release = false;         // alert X:XNR
  bool child_alert = false;             // alert C:CC1
  bool recalled = false;
  bool indeterminate = false;
  std::optional<End> licence, sentence;
  std::optional<bool> young;            // 17 or 36 years old; nothing: no date of birth
  std::string nationality;              // "Jamaican", "British" or empty
  std::string place;                    // an id of the register, OUT, or empty
};

struct AskedFor {
  bool det_tasked = false, centre_tasked = false, det_answered = false, centre_answered = false;
};

struct Somebody {
  std::optional<Export> nomis;
  Maybe<bool> mappa, licence_due, notification, child_risk;
  Maybe<int> category, level;
  Maybe<std::string> hold;              // "none" or a reason
  Maybe<bool> recall;                   // from the 1st: true lasts, false ended on the 15th
  std::optional<bool> foreign, time_served;
  std::optional<mappa::Provider> lead;
  Maybe<std::string> place;             // an id
  bool arrival_known = true;            // the day of the record is that of the arrival
  bool planned = false;                 // for the moment checked
  bool removal = false;                 // the plan says removal
  bool moved = false;                   // the plan was for another day until the 23rd
  std::optional<Deed> arrangements, copy, reissued;
  std::optional<Deed> referral;
  bool reviewed = false;
  bool at_night = false, reason = false;
  bool released = false;                // on the 24th
  bool case_owner = false;
  std::vector<int> contributions;       // days of November
  bool covers_everything = false;       // each of them
  std::optional<int> meeting;           // day of November; without a question for attendance
  std::optional<AskedFor> request;
  std::optional<int> requested, received;  // the risk assessment, days of November
  std::optional<bool> nomis_enough;
  std::optional<int> on_cid;
  std::optional<std::string> placed;    // decided on the 14th
  std::optional<int> visits;            // arrangements recorded about this day of November
};

Somebody random_somebody(std::mt19937_64& random);

// The entries of the casebook that says all of this, in the order in which they were recorded.
std::vector<mappa::Entry> casebook(const Somebody& person);

// exports: about imports and what undid them, where there are any.
mappa::Case folded(const std::vector<mappa::Entry>& entries, const std::vector<mappa::Entry>& exports = {});
// The register that the people are held in.
mappa::Policy policy();
mappa::Moment moment_checked(const Somebody& person);
mappa::Date today();

// What the facts are, for somebody who looks into a disagreement.
std::string described(const Somebody& person);

}  // namespace independent
