#include "mappa/policy/policy.hpp"

#include <doctest/doctest.h>

#include <set>

#include "mappa/base/fault.hpp"
#include "mappa/casebook/nomis_row.hpp"
#include "policy/refusal.hpp"

using namespace mappa;

namespace {

const std::vector<std::string> rules{"p14.licence-copy", "p15.daytime"};

Policy read(std::string_view text) {
  Toml document = Toml::parse(text, "mappa.toml");
  Policy policy = shipped_policy();
  read_policy(document, policy, rules);
  document.finish();
  return policy;
}

// What the fault says and advises; empty when the text is taken.
std::string refusal(std::string_view text) { return mappa::testing::refusal_by(read, text); }

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string value(const Policy& policy, std::string_view id) {
  for (const auto& one : parameters(policy))
    if (one.id == id) return one.value;
  return "?";
}

}  // namespace

TEST_CASE("an empty configuration leaves the policy as shipped") {
  const Policy policy = read("");
  for (const auto& one : parameters(shipped_policy())) CHECK(value(policy, one.id) == one.value);
  CHECK(policy.severity.empty());
  CHECK(policy.facilities.all().empty());
}

TEST_CASE("the parameters are those of the order, or say that they are assumptions") {
  const Policy policy = shipped_policy();
  CHECK(value(policy, "referral-months") == "6");
  CHECK(value(policy, "young-under") == "18");
  CHECK(value(policy, "daytime-from") == "09:00");
  CHECK(value(policy, "daytime-until") == "17:00");
  CHECK(value(policy, "nomis-days") == "7");
  CHECK(value(policy, "licence-notice-days") == "56");
  CHECK(value(policy, "notification-days") == "3");
  CHECK(value(policy, "acknowledgement-days") == "28");
  CHECK(value(policy, "not-foreign") == "British");
  CHECK(value(policy, "recall-dates") == "postRecallReleaseDate dtoPostRecallReleaseDate");
  CHECK(value(policy, "recall-parole-dates") == "paroleEligibilityDate actualParoleDate");
  std::set<std::string_view> ids;
  for (const auto& one : parameters(policy)) {
    CAPTURE(std::string(one.id));
    CHECK(ids.insert(one.id).second);
    if (one.id == bank_holidays_id) CHECK(one.source == "as published on gov.uk on 24 November 2025");
    else CHECK((one.source == "assumption" || one.source == "Sexual Offences Act 2003" || one.source == "paragraph " + std::to_string(one.paragraph)));
    CHECK(one.says.ends_with("."));
    CHECK_FALSE(one.value.empty());
  }
}

TEST_CASE("every shipped date is one of an export, and none of them is the most likely one or a removal's") {
  const Policy policy = shipped_policy();
  for (const auto* list : {&policy.release_dates, &policy.recall_dates, &policy.parole_dates})
    for (const auto& field : *list) {
      const NomisField* known = find_nomis_field(field);
      REQUIRE(known);
      CHECK(known->type == NomisType::date);
      CHECK(field != "releaseDate");
      CHECK(field.find("Removal") == std::string::npos);
    }
}

TEST_CASE("every parameter can be changed, and shows its new value") {
  const Policy policy = read(R"(
[parameters]
referral-months = 8
young-under = 21
daytime-from = 08:30:00
daytime-until = "18:00"
nomis-days = 3
release-dates = ["tariffDate"]
recall-dates = ["postRecallReleaseDate"]
recall-parole-dates = []
not-foreign = ["British", "Irish"]
)");
  CHECK(value(policy, "referral-months") == "8");
  CHECK(value(policy, "young-under") == "21");
  CHECK(value(policy, "daytime-from") == "08:30");
  CHECK(value(policy, "daytime-until") == "18:00");
  CHECK(value(policy, "nomis-days") == "3");
  CHECK(value(policy, "release-dates") == "tariffDate");
  CHECK(value(policy, "recall-dates") == "postRecallReleaseDate");
  CHECK(value(policy, "recall-parole-dates") == "none");
  CHECK(value(policy, "not-foreign") == "British Irish");
}

TEST_CASE("an unknown parameter is refused, and the nearest is named") {
  CHECK(says(refusal("[parameters]\nreferal-months = 6\n"), "did you mean \"referral-months\"?"));
  CHECK(says(refusal("[parameter]\nreferral-months = 6\n"), "did you mean \"parameters\"?"));
}

TEST_CASE("a value of the wrong type is refused") {
  for (const char* line : {"referral-months = \"six\"", "referral-months = 6.5", "referral-months = true", "nomis-days = \"7\"",
                           "daytime-from = 9", "release-dates = \"tariffDate\"", "release-dates = [1]", "not-foreign = 1"}) {
    CAPTURE(line);
    CHECK_FALSE(refusal("[parameters]\n" + std::string(line) + "\n").empty());
  }
  CHECK_FALSE(refusal("parameters = 1\n").empty());
  CHECK_FALSE(refusal("severity = \"blocks\"\n").empty());
  CHECK_FALSE(refusal("facility = \"HAR\"\n").empty());
}

TEST_CASE("an impossible value is refused") {
  CHECK(says(refusal("[parameters]\nreferral-months = 0\n"), "must be from 1 to 24"));
  CHECK(says(refusal("[parameters]\nreferral-months = 25\n"), "must be from 1 to 24"));
  CHECK(says(refusal("[parameters]\nreferral-months = 4294967302\n"), "must be from 1 to 24"));
  CHECK(says(refusal("[parameters]\nyoung-under = 9\n"), "must be from 10 to 30"));
  CHECK(says(refusal("[parameters]\nnomis-days = -1\n"), "must be from 0 to 3650"));
  CHECK(says(refusal("[parameters]\ndaytime-from = \"25:00\"\n"), "is not a time of day"));
  CHECK(says(refusal("[parameters]\ndaytime-from = \"nine\"\n"), "is not a time of day"));
  CHECK(says(refusal("[parameters]\ndaytime-from = \"17:00\"\n"), "daytime must begin before it ends"));
  CHECK(says(refusal("[parameters]\ndaytime-until = \"09:00\"\n"), "daytime must begin before it ends"));
}

TEST_CASE("some date must count as the earliest release from prison, and of the other lists none may be left") {
  CHECK(says(refusal("[parameters]\nrelease-dates = []\n"), "mappa.toml:2:1: \"release-dates\" names no date."));
  CHECK(value(read("[parameters]\nnot-foreign = []\n"), "not-foreign") == "none");
}

TEST_CASE("what is no date of an export cannot count as a release, and the nearest that is one is named") {
  CHECK(says(refusal("[parameters]\nrelease-dates = [\"conditionalReleasDate\"]\n"), "Did you mean \"conditionalReleaseDate\"?"));
  CHECK(says(refusal("[parameters]\nrelease-dates = [\"conditionalRelease\"]\n"), "is no date of a NOMIS export."));
  CHECK(says(refusal("[parameters]\nrelease-dates = [\"lastName\"]\n"), "is no date of a NOMIS export."));
  CHECK(says(refusal("[parameters]\nrecall-dates = [\"recall\"]\n"), "is no date of a NOMIS export."));
  for (const char* never : {"releaseDate", "earlyRemovalSchemeEligibilityDate", "tariffEarlyRemovalSchemeEligibilityDate"})
    CHECK(says(refusal("[parameters]\nrelease-dates = [\"" + std::string(never) + "\"]\n"), "is never the earliest release from prison"));
}

TEST_CASE("a severity can be changed for a rule that there is") {
  const Policy policy = read("[severity]\n\"p14.licence-copy\" = \"warns\"\n\"p15.daytime\" = \"informs\"\n");
  CHECK(policy.severity.size() == 2);
  CHECK(policy.severity.at("p14.licence-copy") == Severity::warns);
  CHECK(policy.severity.at("p15.daytime") == Severity::informs);
}

TEST_CASE("a severity of no rule, or one that there is not, is refused") {
  CHECK(says(refusal("[severity]\n\"p14.licence-copies\" = \"warns\"\n"), "did you mean \"p14.licence-copy\"?"));
  CHECK(says(refusal("[severity]\n\"p14.licence-copy\" = \"ignores\"\n"), "Use blocks, warns or informs."));
  CHECK_FALSE(refusal("[severity]\n\"p14.licence-copy\" = 1\n").empty());
}

TEST_CASE("a rule's name without its quotes is refused, with the line to write") {
  CHECK(says(refusal("[severity]\np14.licence-copy = \"warns\"\n"), "\"p14.licence-copy\" = \"warns\""));
}

TEST_CASE("facilities of the configuration join the register") {
  const Policy policy = read("[[facility]]\nid = \"har\"\nname = \"Harmondsworth\"\nkind = \"removal-centre\"\ncountry = \"england\"\n");
  REQUIRE(policy.facilities.find("HAR"));
  CHECK(policy.facilities.find("HAR")->name == "Harmondsworth");
}

TEST_CASE("bank holidays are a parameter, changed in a table of their own") {
  const Policy policy = read("[bank-holidays]\ntake-away = [2026-12-28]\n");
  CHECK_FALSE(policy.bank_holidays.find(std::chrono::year{2026} / 12 / 28));
  CHECK(value(shipped_policy(), "bank-holidays") != value(policy, "bank-holidays"));
  CHECK(says(refusal("[parameters]\nbank-holidays = 2029\n"), "unknown key \"bank-holidays\""));
}

TEST_CASE("severities are frozen") {
  CHECK(name(Severity::blocks) == "blocks");
  CHECK(name(Severity::warns) == "warns");
  CHECK(name(Severity::informs) == "informs");
}
