#include "mappa/rules/verdict.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "mappa/base/toml.hpp"
#include "rules/cases.hpp"

using namespace mappa;

namespace {

// Everything is in place, but for what a test takes away or adds.
Given in_place() {
  return {{{"lastName", "X"}, {"dateOfBirth", "1990-01-01"}, {"conditionalReleaseDate", "2027-06-01"}, {"licenceExpiryDate", "2028-01-01"}}, "P:P66",
          {{"offender-manager", {{"name", "J Ahmed"}, {"provider", "nps"}}},
           {"arrangements", {{"lead", "NPS"}, {"confirmed-by", "J Ahmed"}, {"confirmed-on", "2026-11-10"}}},
           {"licence", {{"copy-held", "2026-11-10"}}},
           {"sentence", {{"length", "P0Y36M0D"}, {"listed-offence", "yes"}}},
           {"release-plan", {{"case-owner-told", "2026-11-10"}}}}};
}

Given without(std::string_view kind) {
  Given given = in_place();
  std::erase_if(given.records, [&](const auto& record) { return record.first == kind; });
  return given;
}

std::string outcome(const Checked& checked) { return std::string(name(judge(checked.c, checked.setting).outcome)); }

Policy with(std::string_view rule, Severity severity) {
  Policy out = policy();
  out.severity[std::string(rule)] = severity;
  return out;
}

std::string digest_with(std::string_view toml) {
  Toml document = Toml::parse(toml, "policy.toml");
  Policy out = policy();
  read_policy(document, out, rule_names());
  document.finish();
  return policy_digest(out);
}

}  // namespace

TEST_CASE("a verdict comes from what blocks: not met beats unknown, unknown beats clear") {
  CHECK(outcome(Checked(in_place())) == "clear");
  CHECK(outcome(Checked(without("offender-manager"))) == "cannot_decide");
  CHECK(outcome(Checked(without("licence"))) == "not_clear");
  Given both = without("licence");
  std::erase_if(both.records, [](const auto& record) { return record.first == "offender-manager"; });
  CHECK(outcome(Checked(both)) == "not_clear");
}

TEST_CASE("what warns does not decide, and is counted") {
  const Checked checked(without("release-plan"));
  const auto verdict = judge(checked.c, checked.setting);
  CHECK(verdict.outcome == Outcome::clear);
  CHECK(verdict.warnings == 1 + judge(Checked(in_place()).c, Checked(in_place()).setting).warnings);
}

TEST_CASE("a finding that waits for another rule's answer is no warning of its own") {
  const Checked checked(Given{});
  const auto verdict = judge(checked.c, checked.setting);
  int open = 0, waiting = 0;
  for (const Finding& f : verdict.findings) {
    if (f.severity != Severity::warns || (f.answer != Answer::unknown && f.answer != Answer::not_met)) continue;
    ++(f.waits_for.empty() ? open : waiting);
  }
  CHECK(waiting > 0);
  CHECK(verdict.warnings == open);
}

TEST_CASE("every rule can be made to decide, or not to") {
  for (const Rule& rule : rules()) {
    if (rule.gate) continue;
    for (const Severity severity : {Severity::blocks, Severity::warns, Severity::informs}) {
      const Checked checked(Given{}, with(rule.name, severity));
      for (const Finding& f : ask(rule, checked.c, checked.setting)) CHECK(f.severity == severity);
    }
  }
  CHECK(outcome(Checked(without("arrangements"))) == "not_clear");
  CHECK(outcome(Checked(without("arrangements"), with("p5.arrangements", Severity::warns))) == "clear");
  CHECK(outcome(Checked(without("release-plan"), with("p15.case-owner-told", Severity::blocks))) == "not_clear");
}

TEST_CASE("a rule signs its findings with its name, paragraph, severity and role") {
  const Checked checked(without("licence"));
  const auto found = only("p14.licence-copy", checked);
  CHECK(found.rule == "p14.licence-copy");
  CHECK(found.paragraph == 14);
  CHECK(found.severity == Severity::blocks);
  CHECK(found.who == Role::supplier);
}

TEST_CASE("outside the order only that is shown which puts it there") {
  Given given = without("licence");
  given.records.push_back({"release-plan", {{"kind", "removal"}}});
  const Checked checked(given);
  const auto verdict = judge(checked.c, checked.setting);
  CHECK(verdict.outcome == Outcome::outside_order);
  REQUIRE(verdict.findings.size() == 1);
  CHECK(verdict.findings[0].rule == "p5.community");
  CHECK(verdict.warnings == 0);
}

TEST_CASE("a gate decides whatever its severity") {
  Given given = in_place();
  given.records.push_back({"release-plan", {{"kind", "prison"}}});
  CHECK(outcome(Checked(given, with("p5.community", Severity::informs))) == "outside_order");
  CHECK(outcome(Checked(given, with("p5.community", Severity::warns))) == "outside_order");
}

TEST_CASE("the setting finds the facility in the register, and guesses none") {
  Toml document = Toml::parse("[[facility]]\nid = \"HAR\"\nname = \"Harmondsworth\"\nkind = \"removal-centre\"\ncountry = \"england\"\n", "r.toml");
  Policy with_register = policy();
  with_register.facilities.add(Register::read(document));
  Given given = in_place();
  CHECK_FALSE(Checked(given, with_register).setting.facility);
  given.records.push_back({"location", {{"facility", "HAR"}}});
  const Checked known(given, with_register);
  REQUIRE(known.setting.facility);
  CHECK(known.setting.facility->name == "Harmondsworth");
  given.records.push_back({"location", {{"facility", "HARX"}}});
  CHECK_FALSE(Checked(given, with_register).setting.facility);
}

TEST_CASE("two policies have one digest only if they are the same") {
  const std::string shipped = policy_digest(policy());
  CHECK(shipped == policy_digest(policy()));
  CHECK(shipped.size() == 64);
  CHECK(digest_with("") == shipped);
  CHECK(digest_with("[parameters]\nreferral-months = 6\n") == shipped);
  CHECK(digest_with("[severity]\n\"p14.licence-copy\" = \"blocks\"\n") == shipped);
  const std::vector<std::string> others{
      digest_with("[parameters]\nreferral-months = 5\n"),
      digest_with("[parameters]\nyoung-under = 21\n"),
      digest_with("[parameters]\ndaytime-from = \"08:00\"\n"),
      digest_with("[parameters]\ndaytime-until = \"18:00\"\n"),
      digest_with("[parameters]\nnomis-days = 8\n"),
      digest_with("[parameters]\nrelease-dates = [\"conditionalReleaseDate\"]\n"),
      digest_with("[parameters]\nrecall-dates = [\"postRecallReleaseDate\"]\n"),
      digest_with("[parameters]\nrecall-parole-dates = [\"actualParoleDate\"]\n"),
      digest_with("[parameters]\nnot-foreign = [\"British\", \"Irish\"]\n"),
      digest_with("[severity]\n\"p14.licence-copy\" = \"warns\"\n"),
      digest_with("[bank-holidays]\n2028-05-08 = \"A day\"\n"),
      digest_with("[bank-holidays]\n2028-05-08 = \"Another name\"\n"),
      digest_with("[bank-holidays]\ntake-away = [2028-05-01]\n"),
      digest_with("[[facility]]\nid = \"X\"\nname = \"X\"\nkind = \"prison\"\ncountry = \"wales\"\n"),
      digest_with("[[facility]]\nid = \"X\"\nname = \"X\"\nkind = \"prison\"\ncountry = \"england\"\n")};
  for (const auto& other : others) {
    CHECK(other != shipped);
    CHECK(std::ranges::count(others, other) == 1);
  }
}
