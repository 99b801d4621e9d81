#include "mappa/casebook/alert_codes.hpp"

#include <doctest/doctest.h>

#include <set>

#include "mappa/base/text.hpp"

using namespace mappa;

namespace {

std::vector<Alert> alerts(std::string_view text) {
  std::vector<Alert> out;
  for (const auto part : split(text, ';')) out.push_back(alert_from_text(part).value());
  return out;
}

MappaReading reading(std::string_view text) { return read_mappa_alerts(alerts(text)); }

// "2/1", "2/tbc", "2/-", "-/1": category and level, and a star where the code is withdrawn.
std::string meaning(const MappaCode& code) {
  const std::string category = code.category ? std::to_string(*code.category) : "-";
  const std::string level = code.level ? std::to_string(*code.level) : code.to_be_confirmed ? "tbc" : "-";
  return category + "/" + level + (code.withdrawn ? "*" : "");
}

}  // namespace

TEST_CASE("every MAPPA code means what it means") {
  const std::vector<std::pair<std::string, std::string>> expected{
      {"P0", "-/-*"},   {"P1", "-/1*"},    {"P2", "-/2*"},   {"P3", "-/3*"},   {"PC1", "1/-*"},  {"PC2", "2/-*"},
      {"PC3", "3/-*"},  {"PL1", "-/1*"},   {"PL2", "-/2*"},  {"PL3", "-/3*"},  {"P11", "1/tbc"}, {"P22", "1/1"},
      {"P33", "1/2"},   {"P44", "1/3"},    {"P55", "2/tbc"}, {"P66", "2/1"},   {"P77", "2/2"},   {"P88", "2/3"},
      {"P99", "3/2"},   {"PA1", "3/3"},    {"P100", "4/tbc"}, {"P101", "4/1"}, {"P102", "4/2"},  {"P103", "4/3"}};
  std::vector<std::pair<std::string, std::string>> found;
  for (const MappaCode& code : mappa_codes()) found.emplace_back(code.code, meaning(code));
  CHECK(found == expected);
  for (const auto& [code, means] : expected) CHECK(meaning(*find_mappa_code(code)) == means);
}

TEST_CASE("a ViSOR nominal and codes of other types are no MAPPA codes") {
  CHECK_FALSE(find_mappa_code("PVN"));
  CHECK_FALSE(find_mappa_code("SOR"));
  CHECK_FALSE(find_mappa_code(""));
  CHECK_FALSE(reading("P:PVN;S:SOR;X:XNR").flagged);
}

TEST_CASE("a live code gives category and level") {
  const auto found = reading("P:P33");
  CHECK(found.flagged);
  CHECK(found.category == 1);
  CHECK(found.level == 2);
  CHECK_FALSE(found.to_be_confirmed);
  CHECK(found.codes == std::vector<std::string>{"P33"});
  CHECK(found.withdrawn.empty());
}

TEST_CASE("a level to be confirmed is no level, least of all level 1") {
  const auto found = reading("P:P55");
  CHECK(found.category == 2);
  CHECK_FALSE(found.level);
  CHECK(found.to_be_confirmed);
  CHECK_FALSE(found.levels_contradict);
}

TEST_CASE("inactive and expired alerts do not count") {
  CHECK_FALSE(reading("P:P33:inactive").flagged);
  CHECK_FALSE(reading("P:P33:expired").flagged);
  const auto found = reading("P:P33:inactive;P:P66");
  CHECK(found.category == 2);
  CHECK_FALSE(found.categories_contradict);
}

TEST_CASE("withdrawn codes count and are named") {
  const auto found = reading("P:PC2;P:PL3");
  CHECK(found.category == 2);
  CHECK(found.level == 3);
  CHECK(found.withdrawn == std::vector<std::string>{"PC2", "PL3"});
}

TEST_CASE("a nominal flag gives neither category nor level") {
  const auto found = reading("P:P0");
  CHECK(found.flagged);
  CHECK_FALSE(found.category);
  CHECK_FALSE(found.level);
}

TEST_CASE("codes that contradict each other settle nothing of what they disagree about") {
  const auto levels = reading("P:P66;P:P77");
  CHECK(levels.category == 2);
  CHECK_FALSE(levels.level);
  CHECK(levels.levels_contradict);
  CHECK_FALSE(levels.categories_contradict);
  const auto both = reading("P:P33;P:P66");
  CHECK_FALSE(both.category);
  CHECK_FALSE(both.level);
  CHECK(both.categories_contradict);
  CHECK(both.levels_contradict);
}

TEST_CASE("a set level beside one to be confirmed is a contradiction") {
  const auto found = reading("P:P55;P:P66");
  CHECK_FALSE(found.level);
  CHECK(found.levels_contradict);
  CHECK_FALSE(found.to_be_confirmed);
}

TEST_CASE("codes that say the same contradict nothing") {
  const auto found = reading("P:P77;P:PC2;P:PL2;P:P0");
  CHECK(found.category == 2);
  CHECK(found.level == 2);
  CHECK_FALSE(found.levels_contradict);
}

TEST_CASE("a MAPPA code filed under another type, or without one, counts, and the other type is named") {
  CHECK(reading("X:P33").level == 2);
  CHECK(reading("X:P33").misfiled == std::vector<std::string>{"X:P33"});
  CHECK(reading("P33").level == 2);
  CHECK(reading("P33;P:P66").misfiled.empty());
}

TEST_CASE("a registered sex offender is one by either code of the sexual offence type") {
  CHECK(registered_sexual_offender(alerts("S:SOR")));
  CHECK(registered_sexual_offender(alerts("S:SR")));
  CHECK(registered_sexual_offender(alerts("SOR")));
  CHECK_FALSE(registered_sexual_offender(alerts("S:SOR:inactive")));
  CHECK_FALSE(registered_sexual_offender(alerts("S:SOR:expired")));
  CHECK_FALSE(registered_sexual_offender(alerts("S:SONR;X:SR")));
}

TEST_CASE("not for release is the security type's XNR") {
  CHECK(not_for_release(alerts("P:P33;X:XNR")));
  CHECK_FALSE(not_for_release(alerts("X:XNR:inactive")));
  CHECK_FALSE(not_for_release(alerts("X:XNR:active:expired")));
  CHECK_FALSE(not_for_release(alerts("X:XTACT")));
}
