// What contradicts, beside what nearly does and does not.
#include "mappa/rules/contradictions.hpp"

#include <doctest/doctest.h>

#include <set>

#include "rules/cases.hpp"

using namespace mappa;

namespace {

// "v.sides, v.birth": what contradicts in this case, in order.
std::string found(const Given& given) {
  const Checked checked(given);
  std::string out;
  for (const auto& one : contradicting(checked.c, checked.setting)) out += (out.empty() ? "" : ", ") + std::string(one.what->id);
  return out;
}

Given nomis(std::map<std::string, std::string, std::less<>> fields, std::string alerts = "") { return {std::move(fields), std::move(alerts), {}}; }
Given records(std::vector<std::pair<std::string, Body>> list) { return {{{"lastName", "X"}}, "", std::move(list)}; }

}  // namespace

TEST_CASE("the ids of contradictions, their weight and who must act are frozen") {
  std::vector<std::string> all;
  for (const auto& one : contradictions()) all.push_back(std::string(one.id) + " " + name(one.weight) + " " + std::string(name(one.who)));
  CHECK(all == std::vector<std::string>{
                   "v.category-needs warning offender-manager", "v.level-without-category warning offender-manager", "v.not-mappa error offender-manager",
                   "v.mappa-codes error holding-prison", "v.sides warning holding-prison", "v.licence-before-sentence error holding-prison",
                   "v.licence-after-sentence warning holding-prison", "v.sentence-dates error holding-prison", "v.release-dates error holding-prison",
                   "v.indeterminate warning holding-prison", "v.recall-dates warning caseworker", "v.birth error holding-prison",
                   "v.release-before-earliest warning case-owner", "v.release-before-arrival error caseworker",
                   "v.arrival-before-sentence error caseworker", "v.deeds-after-release warning caseworker", "v.referral-order warning offender-manager",
                   "v.assessment-order warning depmu", "v.request-order warning mappa-co-ordinator", "v.report-order warning supplier-security",
                   "v.meeting-ahead error caseworker"});
}

TEST_CASE("a case of which little is known contradicts nothing") {
  CHECK(found({}) == "");
  CHECK(found(nomis({{"lastName", "X"}})) == "");
}

TEST_CASE("a category without what it needs") {
  CHECK(found(nomis({{"lastName", "X"}}, "P:P22")) == "v.category-needs");
  CHECK(found(nomis({{"lastName", "X"}}, "P:P22;S:SOR")) == "");
  CHECK(found(records({{"category", {{"category", "3"}}}, {"level", {{"level", "1"}}}, {"status", {{"mappa", "yes"}}}})) == "v.category-needs");
  CHECK(found(records({{"category", {{"category", "3"}}}, {"level", {{"level", "2"}}}, {"status", {{"mappa", "yes"}}}})) == "");
}

TEST_CASE("a level, and no category") {
  CHECK(found(nomis({{"lastName", "X"}}, "P:PL2")) == "v.level-without-category, v.mappa-codes");
  CHECK(found(records({{"status", {{"mappa", "yes"}}}, {"level", {{"level", "2"}}}})) == "v.level-without-category");
  CHECK(found(records({{"status", {{"mappa", "yes"}}}})) == "");
}

TEST_CASE("recorded as not MAPPA, and with a category, or as subject to notification") {
  CHECK(found(records({{"status", {{"mappa", "no"}}}, {"category", {{"category", "2"}}}})) == "v.not-mappa");
  CHECK(found(records({{"status", {{"mappa", "no"}}}, {"notification", {{"applies", "yes"}}}})) == "v.not-mappa");
  CHECK(found(records({{"status", {{"mappa", "no"}}}, {"notification", {{"applies", "no"}}}})) == "");
  CHECK(found(records({{"status", {{"mappa", "no"}}}})) == "");
}

TEST_CASE("two MAPPA codes that contradict each other, or one filed elsewhere") {
  CHECK(found(nomis({{"lastName", "X"}}, "P:P66;P:P77;S:SOR")).starts_with("v.category-needs, v.mappa-codes"));
  CHECK(found(nomis({{"lastName", "X"}}, "X:P22;S:SOR")) == "v.mappa-codes");
}

TEST_CASE("NOMIS against the casebook, each disagreement by itself") {
  CHECK(found({{{"sentenceExpiryDate", "2028-01-01"}, {"licenceExpiryDate", "2028-01-01"}}, "",
               {{"sentence", {{"ends", "2028-01-02"}}}, {"licence", {{"expires", "2027-12-31"}}}}}) == "v.sides, v.sides");
  CHECK(found({{{"sentenceExpiryDate", "2028-01-01"}}, "", {{"sentence", {{"ends", "2028-01-01"}}}}}) == "");
}

TEST_CASE("a licence that expires before the sentence began, or after it ends") {
  CHECK(found(nomis({{"sentenceStartDate", "2024-03-01"}, {"licenceExpiryDate", "2024-02-29"}})) == "v.licence-before-sentence");
  CHECK(found(nomis({{"sentenceStartDate", "2024-03-01"}, {"licenceExpiryDate", "2024-03-01"}})) == "");
  CHECK(found(nomis({{"sentenceExpiryDate", "2027-03-01"}, {"licenceExpiryDate", "2027-03-02"}})) == "v.licence-after-sentence");
  CHECK(found(nomis({{"sentenceExpiryDate", "2027-03-01"}, {"licenceExpiryDate", "2027-03-01"}})) == "");
}

TEST_CASE("a sentence that ends, or releases, before it begins") {
  CHECK(found(nomis({{"sentenceStartDate", "2024-03-01"}, {"sentenceExpiryDate", "2024-02-29"}})) == "v.sentence-dates");
  CHECK(found(nomis({{"sentenceStartDate", "2024-03-01"}, {"conditionalReleaseDate", "2024-02-29"}})) == "v.release-dates");
  CHECK(found(nomis({{"sentenceStartDate", "2024-03-01"}, {"conditionalReleaseDate", "2024-03-01"}, {"sentenceExpiryDate", "2024-03-01"}})) == "");
}

TEST_CASE("an indeterminate sentence with a fixed release date") {
  CHECK(found(nomis({{"indeterminateSentence", "yes"}, {"conditionalReleaseDate", "2026-03-01"}})) == "v.indeterminate");
  CHECK(found(nomis({{"indeterminateSentence", "yes"}, {"tariffDate", "2026-03-01"}})) == "");
  CHECK(found(nomis({{"indeterminateSentence", "no"}, {"conditionalReleaseDate", "2026-03-01"}})) == "");
}

TEST_CASE("a recall that ends before it begins") {
  CHECK(found(records({{"recall", {{"from", "2026-11-02"}, {"to", "2026-11-01"}}}})) == "v.recall-dates");
  CHECK(found(records({{"recall", {{"from", "2026-11-02"}, {"to", "2026-11-02"}}}})) == "");
}

TEST_CASE("a birth that cannot be") {
  CHECK(found(nomis({{"dateOfBirth", "2026-11-25"}})) == "v.birth");
  CHECK(found(nomis({{"dateOfBirth", "1905-11-24"}})) == "v.birth");
  CHECK(found(nomis({{"dateOfBirth", "1905-11-25"}})) == "");
  CHECK(found(nomis({{"dateOfBirth", "2024-03-02"}, {"sentenceStartDate", "2024-03-01"}})) == "v.birth");
  CHECK(found(nomis({{"dateOfBirth", "2014-03-02"}, {"sentenceStartDate", "2024-03-01"}})) == "v.birth");
  CHECK(found(nomis({{"dateOfBirth", "2014-03-01"}, {"sentenceStartDate", "2024-03-01"}})) == "");
  CHECK(found({{{"lastName", "X"}}, "", {{"person", {{"born", "2026-11-25"}}}}}) == "v.birth");
}

TEST_CASE("a release planned or recorded before the earliest date from prison") {
  CHECK(found({{{"conditionalReleaseDate", "2026-12-01"}}, "", {{"release-plan", {{"at", "2026-11-30T23:59"}}}}}) == "v.release-before-earliest");
  CHECK(found({{{"conditionalReleaseDate", "2026-12-01"}}, "", {{"release-plan", {{"at", "2026-12-01T00:00"}}}}}) == "");
  CHECK(found({{{"conditionalReleaseDate", "2026-12-01"}}, "", {{"released", {{"when", "2026-11-10T10:00"}}}}}) == "v.release-before-earliest");
}

TEST_CASE("a release before the arrival, and an arrival before the sentence") {
  CHECK(found(records({{"location", {{"facility", "HAR"}, {"since", "2026-11-09"}}}, {"release-plan", {{"at", "2026-11-08T10:00"}}}})) == "v.release-before-arrival");
  CHECK(found(records({{"location", {{"facility", "HAR"}, {"since", "2026-11-09"}}}, {"release-plan", {{"at", "2026-11-09T10:00"}}}})) == "");
  CHECK(found({{{"sentenceStartDate", "2026-10-01"}}, "", {{"location", {{"facility", "HAR"}, {"since", "2026-09-30"}}}}}) == "v.arrival-before-sentence");
  CHECK(found({{{"sentenceStartDate", "2026-10-01"}}, "", {{"location", {{"facility", "HAR"}, {"since", "2026-10-01"}}}}}) == "");
}

TEST_CASE("deeds after the release that they were for") {
  const auto released = std::pair<std::string, Body>{"released", {{"when", "2026-11-10T10:00"}}};
  CHECK(found(records({released, {"licence", {{"copy-held", "2026-11-11"}}}, {"notification", {{"reissued-on", "2026-11-12"}}}})) ==
        "v.deeds-after-release, v.deeds-after-release");
  CHECK(found(records({released, {"licence", {{"copy-held", "2026-11-10"}}}, {"arrangements", {{"confirmed-on", "date-unknown"}}}})) == "");
}

TEST_CASE("a referral out of order") {
  CHECK(found(records({{"referral", {{"identified-on", "2026-11-03"}, {"made-on", "2026-11-02"}, {"reviewed-on", "2026-11-01"}}}})) ==
        "v.referral-order, v.referral-order");
  CHECK(found(records({{"referral", {{"identified-on", "2026-11-02"}, {"made-on", "2026-11-02"}, {"reviewed-on", "date-unknown"}}}})) == "");
}

TEST_CASE("a risk assessment that came before it was asked for") {
  CHECK(found(records({{"risk-assessment", {{"requested-on", "2026-11-03"}, {"received-on", "2026-11-02"}}}})) == "v.assessment-order");
  CHECK(found(records({{"risk-assessment", {{"requested-on", "2026-11-02"}, {"received-on", "2026-11-02"}}}})) == "");
}

TEST_CASE("a request out of order") {
  const auto request = [](const char* due, const char* tasked) {
    return std::pair<std::string, Body>{"request", {{"reference", "R-1"}, {"received-on", "2026-11-05"}, {"due", due}, {"det-manager-tasked", tasked}}};
  };
  const auto answer = [](const char* on) { return std::pair<std::string, Body>{"answer", {{"reference", "r-1"}, {"from", "det-manager"}, {"answered-on", on}}}; };
  CHECK(found(records({request("2026-11-04", "2026-11-06"), answer("2026-11-07")})) == "v.request-order");
  CHECK(found(records({request("2026-11-05", "2026-11-04"), answer("2026-11-04")})) == "v.request-order");
  CHECK(found(records({request("2026-11-05", "2026-11-06"), answer("2026-11-05")})) == "v.request-order");
  CHECK(found(records({request("2026-11-05", "2026-11-05"), answer("2026-11-05")})) == "");
}

TEST_CASE("a report out of order") {
  const auto report = [](Body body) {
    body.insert(body.begin(), {"reference", "C-1"});
    return records({{"part-c", body}});
  };
  CHECK(found(report({{"happened-on", "2026-11-05"}, {"completed-on", "2026-11-04"}})) == "v.report-order");
  CHECK(found(report({{"completed-on", "2026-11-05"}, {"to-compliance", "2026-11-04"}})) == "v.report-order");
  CHECK(found(report({{"to-det-manager", "2026-11-05"}, {"to-case-owner", "2026-11-04"}})) == "v.report-order");
  CHECK(found(report({{"happened-on", "2026-11-05"}, {"completed-on", "2026-11-05"}, {"to-det-manager", "2026-11-05"}, {"to-case-owner", "2026-11-05"}})) == "");
}

TEST_CASE("a meeting attended that lies ahead") {
  CHECK(found(records({{"meeting", {{"day", "2026-11-25"}, {"attended-by", "case-owner"}}}})) == "v.meeting-ahead");
  CHECK(found(records({{"meeting", {{"day", "2026-11-24"}, {"attended-by", "case-owner"}}}})) == "");
}

TEST_CASE("whatever contradicts shows at least two facts, or one that cannot be, and what to do") {
  const Checked checked({{{"sentenceStartDate", "2024-03-01"}, {"sentenceExpiryDate", "2024-02-01"}, {"licenceExpiryDate", "2024-02-01"}, {"dateOfBirth", "2024-03-02"}},
                         "P:P66;P:P77",
                         {{"recall", {{"from", "2026-11-02"}, {"to", "2026-11-01"}}}, {"status", {{"mappa", "no"}}}, {"level", {{"level", "2"}}}}});
  const auto all = contradicting(checked.c, checked.setting);
  CHECK(all.size() >= 6);
  for (const auto& one : all) {
    CAPTURE(std::string(one.what->id));
    CHECK_FALSE(one.finding.sources.empty());
    CHECK_FALSE(one.finding.action.empty());
    CHECK_FALSE(one.finding.responsible.team.empty());
  }
}
