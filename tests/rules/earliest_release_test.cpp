#include "mappa/rules/earliest_release.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "rules/cases.hpp"

using namespace mappa;

namespace {

// "2026-08-31 conditionalReleaseDate", or "".
std::string earliest(const Given& given, Policy under = policy()) {
  const Checked checked(given, std::move(under));
  const auto found = earliest_release(checked.c, checked.setting);
  return found.date ? iso(*found.date) + " " + std::string(found.from) : "";
}

// "2026-02-28 rounded"
std::string due(std::string_view release, Policy under = policy()) {
  const Checked checked({{{"conditionalReleaseDate", std::string(release)}}, "", {}}, std::move(under));
  const auto found = earliest_release(checked.c, checked.setting).referral_due.value();
  return iso(found.date) + (found.rounded ? " rounded" : "");
}

const Body recalled{{"from", "2026-06-01"}};

}  // namespace

TEST_CASE("each date that counts as a release from prison can be the earliest") {
  const std::vector<std::string> counting{"confirmedReleaseDate", "conditionalReleaseDate", "automaticReleaseDate", "paroleEligibilityDate",
                                          "actualParoleDate", "homeDetentionCurfewEligibilityDate", "homeDetentionCurfewActualDate",
                                          "tariffDate", "earlyTermDate", "midTermDate"};
  CHECK(policy().release_dates == counting);
  for (const auto& field : counting) {
    Given given;
    for (const auto& other : counting) given.nomis[other] = "2027-01-01";
    given.nomis[field] = "2026-12-01";
    CHECK(earliest(given) == "2026-12-01 " + field);
  }
}

TEST_CASE("no other date of an export counts, least of all the most likely one and that of a removal") {
  const auto& counting = policy().release_dates;
  const auto overrides = [&](const NomisField& field) { return std::ranges::find(counting, field.override_of) != counting.end(); };
  for (const auto& field : nomis_fields()) {
    if (field.type != NomisType::date || std::ranges::find(counting, field.name) != counting.end() || overrides(field)) continue;
    CAPTURE(std::string(field.name));
    CHECK(earliest({{{std::string(field.name), "2026-01-01"}}, "", {}}) == "");
  }
  CHECK(earliest({{{"releaseDate", "2026-01-01"}, {"earlyRemovalSchemeEligibilityDate", "2025-06-01"}, {"automaticReleaseDate", "2026-09-01"}}, "", {}}) ==
        "2026-09-01 automaticReleaseDate");
}

TEST_CASE("a date put over a calculated one beats it, earlier or later") {
  for (const auto& field : nomis_fields()) {
    const auto& counting = policy().release_dates;
    if (std::ranges::find(counting, field.override_of) == counting.end()) continue;
    const std::string base(field.override_of), over(field.name);
    CHECK(earliest({{{base, "2026-09-01"}, {over, "2026-10-01"}}, "", {}}) == "2026-10-01 " + over);
    CHECK(earliest({{{base, "2026-09-01"}, {over, "2026-08-01"}}, "", {}}) == "2026-08-01 " + over);
    CHECK(earliest({{{over, "2026-08-01"}}, "", {}}) == "2026-08-01 " + over);
  }
}

TEST_CASE("an override of one date does not hide an earlier date of another kind") {
  CHECK(earliest({{{"conditionalReleaseDate", "2026-09-01"}, {"conditionalReleaseOverrideDate", "2026-12-01"}, {"paroleEligibilityDate", "2026-10-01"}}, "", {}}) ==
        "2026-10-01 paroleEligibilityDate");
}

TEST_CASE("without an export, or without a date that counts, nothing is known") {
  CHECK(earliest({}) == "");
  CHECK(earliest({{{"lastName", "X"}}, "", {}}) == "");
}

TEST_CASE("while a recall lasts only dates after it count") {
  const Given given{{{"conditionalReleaseDate", "2026-03-01"}, {"paroleEligibilityDate", "2026-03-01"}, {"postRecallReleaseDate", "2027-02-01"}}, "", {{"recall", recalled}}};
  CHECK(earliest(given) == "2027-02-01 postRecallReleaseDate");
  Given later = given;
  later.nomis["actualParoleDate"] = "2026-12-01";
  CHECK(earliest(later) == "2026-12-01 actualParoleDate");
  Given same_day = given;
  same_day.nomis["actualParoleDate"] = "2026-06-01";
  CHECK(earliest(same_day) == "2027-02-01 postRecallReleaseDate");
  Given overridden = given;
  overridden.nomis["postRecallReleaseOverrideDate"] = "2027-03-01";
  CHECK(earliest(overridden) == "2027-03-01 postRecallReleaseOverrideDate");
  Given young = given;
  young.nomis["dtoPostRecallReleaseDate"] = "2026-12-24";
  CHECK(earliest(young) == "2026-12-24 dtoPostRecallReleaseDate");
}

TEST_CASE("a recall of which NOMIS alone knows makes no parole date count, since its start is not known") {
  CHECK(earliest({{{"recall", "yes"}, {"conditionalReleaseDate", "2026-03-01"}, {"actualParoleDate", "2026-12-01"}}, "", {}}) == "");
}

TEST_CASE("once the recall has ended the ordinary dates count again") {
  CHECK(earliest({{{"conditionalReleaseDate", "2026-03-01"}, {"postRecallReleaseDate", "2026-09-01"}}, "", {{"recall", {{"from", "2026-06-01"}, {"to", "2026-09-01"}}}}}) ==
        "2026-03-01 conditionalReleaseDate");
}

TEST_CASE("the policy says which dates count") {
  Policy other = policy();
  other.release_dates = {"nonParoleDate"};
  CHECK(earliest({{{"conditionalReleaseDate", "2026-03-01"}, {"nonParoleDate", "2026-05-01"}}, "", {}}, other) == "2026-05-01 nonParoleDate");
}

TEST_CASE("six months before the earliest release, the earlier day where the month is too short") {
  CHECK(due("2026-08-31") == "2026-02-28 rounded");
  CHECK(due("2024-08-31") == "2024-02-29 rounded");
  CHECK(due("2027-08-29") == "2027-02-28 rounded");
  CHECK(due("2027-03-01") == "2026-09-01");
  CHECK(due("2027-05-30") == "2026-11-30");
}

TEST_CASE("the months are a parameter") {
  Policy other = policy();
  other.referral_months = 3;
  CHECK(due("2026-05-31", other) == "2026-02-28 rounded");
}

TEST_CASE("the six-month day comes with its arithmetic") {
  const Checked checked({{{"conditionalReleaseDate", "2026-08-31"}}, "P:P77", {}});
  const auto found = only("p9.referral", checked);
  CHECK(found.by == day("2026-02-28"));
  CHECK(found.rounded);
  std::vector<std::string> steps;
  for (const Said& said : found.working) steps.push_back(said.text);
  CHECK(steps == std::vector<std::string>{"NOMIS {}: {}.", "The earliest is {}, {}.", "{} months before {} is {}.",
                                          "That month has no day {}: its last day is taken, the earlier one."});
}

TEST_CASE("identification is due by the six-month day itself, and late on the day after") {
  const auto answer = [](std::string_view identified) {
    const Checked checked({{{"conditionalReleaseDate", "2026-08-31"}}, "P:P77", {{"referral", {{"identified-on", std::string(identified)}}}}});
    return name(only("p9.identified-in-time", checked).answer);
  };
  CHECK(answer("2026-02-28") == "met");
  CHECK(answer("2026-03-01") == "not_met");
}

TEST_CASE("a level that is not set is due by the six-month day") {
  const Checked checked({{{"conditionalReleaseDate", "2027-08-31"}}, "P:P55", {}});
  CHECK(only("p7.level", checked).by == day("2027-02-28"));
  CHECK(only("p7.level", checked).rounded);
  const Checked unknown({{{"lastName", "X"}}, "P:P55", {}});
  CHECK_FALSE(only("p7.level", unknown).by);
}

TEST_CASE("a referral after a raise is due from the raise, unless the six-month day is later") {
  const Given raised{{{"conditionalReleaseDate", "2026-08-31"}}, "P:P66", {{"level", {{"level", "2"}}}}};
  const Checked late(raised);
  const auto found = only("p9.referral", late);
  CHECK(found.by == day("2026-11-10"));
  CHECK_FALSE(found.rounded);
  CHECK(found.working.back().text == "The level was raised on {}: the referral is due from that day.");
  Given early = raised;
  early.nomis["conditionalReleaseDate"] = "2027-08-31";
  CHECK(only("p9.referral", Checked(early)).by == day("2027-02-28"));
  Given no_date = raised;
  no_date.nomis.erase("conditionalReleaseDate");
  no_date.nomis["lastName"] = "X";
  CHECK(only("p9.referral", Checked(no_date)).by == day("2026-11-10"));
}

TEST_CASE("the six-month day can be explained at level 1 too") {
  const Checked checked({{{"conditionalReleaseDate", "2026-08-31"}}, "P:P66", {}});
  const auto found = only("p9.referral", checked);
  CHECK(found.answer == Answer::not_applicable);
  CHECK_FALSE(found.by);
  CHECK(found.working.size() == 4);
}
