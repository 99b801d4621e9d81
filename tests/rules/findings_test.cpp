// What findings show beside their answer: where it comes from, and what stands for it in an earlier spell.
#include <doctest/doctest.h>

#include "rules/cases.hpp"

using namespace mappa;

namespace {

// "1 alerts, 2 level", for the sources of the rule's first finding.
std::string sources(std::string_view rule, const Given& given) {
  const Checked checked(given);
  std::string out;
  for (const Source& source : only(rule, checked).sources) out += (out.empty() ? "" : ", ") + std::to_string(source.entry) + " " + std::string(source.field);
  return out;
}

}  // namespace

TEST_CASE("both sides of a fact are shown") {
  const Given given{{{"licenceExpiryDate", "2028-01-01"}}, "P:P33;S:SOR", {{"level", {{"level", "2"}}}, {"category", {{"category", "1"}}}, {"status", {{"mappa", "yes"}}}}};
  CHECK(sources("p7.level", given) == "2 level, 1 alerts");
  CHECK(sources("p6.category", given) == "3 category, 1 alerts");
  CHECK(sources("p6.mappa-status", given) == "4 mappa, 1 alerts");
  CHECK(sources("p14.licence-copy", given) == "1 licenceExpiryDate");
  CHECK(sources("p14.notification", given) == "3 category, 1 alerts");
}

TEST_CASE("the category is no source of a registration that it does not say") {
  CHECK(sources("p14.notification", {{{"lastName", "X"}}, "P:P66;S:SOR", {}}) == "1 alerts");
  CHECK(sources("p14.notification", {{{"lastName", "X"}}, "S:SOR", {{"category", {{"category", "2"}}}}}) == "1 alerts");
}

TEST_CASE("an indeterminate sentence is shown with what says so") {
  CHECK(sources("p14.licence-copy", {{{"indeterminateSentence", "yes"}}, "", {{"sentence", {{"kind", "indeterminate"}}}}}) ==
        "2 kind, 1 indeterminateSentence");
}

TEST_CASE("a deed that counts is shown with its entry") {
  const Given given{{{"licenceExpiryDate", "2028-01-01"}}, "P:P33",
                    {{"licence", {{"copy-held", "2026-11-10"}}},
                     {"referral", {{"identified-on", "2026-03-01"}, {"made-on", "2026-03-02"}}},
                     {"arrangements", {{"lead", "NPS"}, {"confirmed-by", "X"}, {"confirmed-on", "2026-11-10"}}}}};
  CHECK(sources("p14.licence-copy", given) == "2 copy-held, 1 licenceExpiryDate");
  CHECK(sources("p9.referral", given) == "3 made-on");
  CHECK(sources("p9.identified-in-time", given) == "3 identified-on, 3 made-on");
  CHECK(sources("p5.arrangements", given) == "4 confirmed-on");
}

TEST_CASE("every disagreement is a finding of its own") {
  const Given given{{{"licenceExpiryDate", "2028-01-01"}, {"sentenceExpiryDate", "2028-01-01"}, {"dateOfBirth", "1990-01-01"}, {"indeterminateSentence", "no"}},
                    "P:P33;S:SOR",
                    {{"status", {{"mappa", "no"}}},
                     {"category", {{"category", "2"}}},
                     {"level", {{"level", "3"}}},
                     {"licence", {{"expires", "2028-02-01"}}},
                     {"sentence", {{"kind", "indeterminate"}, {"ends", "2028-02-01"}}},
                     {"person", {{"born", "1991-01-01"}}},
                     {"notification", {{"applies", "no"}}}}};
  const Checked checked(given);
  std::vector<std::string> about;
  for (const Finding& f : ask(*find_rule("p12.sides-agree"), checked.c, checked.setting)) {
    CHECK(f.answer == Answer::not_met);
    about.push_back(f.evidence.gaps.empty() ? std::string(f.evidence.text) : std::get<std::string>(f.evidence.gaps.front()));
  }
  CHECK(about == std::vector<std::string>{"MAPPA", "category", "level", "licence expiry", "sentence expiry", "indeterminate sentence",
                                          "date of birth", "notification"});
}

TEST_CASE("what a rule finds several of is told apart by what each is about") {
  const Given given{{{"licenceExpiryDate", "2028-01-01"}}, "P:P33;S:SOR",
                    {{"status", {{"mappa", "no"}}},
                     {"licence", {{"due", "no"}, {"why", "expired"}, {"expires", "2028-02-01"}}},
                     {"level", {{"level", "3"}}},
                     {"request", {{"reference", "R-1"}, {"received-on", "2026-11-09"}}},
                     {"request", {{"reference", "R-2"}, {"received-on", "2026-11-09"}}},
                     {"answer", {{"reference", "R-3"}, {"from", "det-manager"}, {"answered-on", "2026-11-09"}}},
                     {"meeting", {{"day", "2026-12-01"}, {"attendance-asked", "yes"}}},
                     {"meeting", {{"day", "2026-12-08"}, {"attendance-asked", "yes"}}},
                     {"part-c", {{"reference", "C-1"}}},
                     {"part-c", {{"reference", "C-2"}}}}};
  const Checked checked(given);
  const auto about = [&](std::string_view rule) {
    std::vector<std::string> out;
    for (const Finding& f : ask(*find_rule(rule), checked.c, checked.setting)) out.push_back(f.about);
    return out;
  };
  using Names = std::vector<std::string>;
  CHECK(about("p11.request") == Names{"R-1 det-manager", "R-1 centre-manager", "R-2 det-manager", "R-2 centre-manager", "R-3"});
  CHECK(about("p11.attendance") == Names{"2026-12-01", "2026-12-08"});
  CHECK(about("p11.part-c") == Names{"C-1", "C-2"});
  CHECK(about("p12.sides-agree") == Names{"MAPPA", "level", "licence expiry", "licence due"});
  CHECK(about("p9.referral") == Names{""});
}

TEST_CASE("the age of NOMIS data comes from the export that showed the person last, though an earlier one holds the row") {
  Case c(*PrisonNumber::parse("A1234BC"));
  c.nomis.entry = 3;
  c.nomis.seen_on = day("2026-11-01");
  c.nomis.seen_by = 7;
  const Policy under = policy();
  const auto found = ask(*find_rule("p12.nomis-age"), c, {moment("2026-11-25T14:00"), day("2026-11-24"), under, nullptr});
  REQUIRE(found.at(0).sources.size() == 1);
  CHECK(found[0].sources[0].entry == 7);
}

TEST_CASE("a new booking is told once, and each deed of before it") {
  Case c(*PrisonNumber::parse("A1234BC"));
  const Policy under = policy();
  const Setting setting{moment("2026-11-25T14:00"), day("2026-11-24"), under, nullptr};
  const auto& rule = *find_rule("p5.earlier-spell");
  CHECK(ask(rule, c, setting).size() == 1);
  c.spell_began = day("2026-11-01");
  c.earlier = {{"licence", "copy-held", Done{day("2026-06-01")}, 3}, {"referral", "made-on", Done{}, 4}};
  CHECK(ask(rule, c, setting).size() == 2);
  c.new_booking = true;
  const auto found = ask(rule, c, setting);
  REQUIRE(found.size() == 3);
  CHECK(found[1].sources[0].entry == 3);
  CHECK(found[2].sources[0].entry == 4);
  for (const Finding& f : found) CHECK(f.answer == Answer::not_applicable);
}
