#include "mappa/policy/facility.hpp"

#include <doctest/doctest.h>

#include "mappa/base/fault.hpp"
#include "policy/refusal.hpp"

using namespace mappa;

namespace {

constexpr const char* harmondsworth =
    "[[facility]]\nid = \"HAR\"\nname = \"Harmondsworth\"\nkind = \"removal-centre\"\ncountry = \"england\"\nsupplier = \"Centre Services\"\n";
constexpr const char* larne =
    "[[facility]]\nid = \"lar\"\nname = \"Larne House\"\nkind = \"residential-short-term-holding-facility\"\ncountry = \"northern-ireland\"\n";

Register read(const std::string& text) {
  Toml document = Toml::parse(text, "facilities.toml");
  Register out = Register::read(document);
  document.finish();
  return out;
}

std::string refusal(const std::string& text) { return mappa::testing::refusal_by(read, text); }

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string changed(std::string text, const std::string& from, const std::string& to) { return text.replace(text.find(from), from.size(), to); }

}  // namespace

TEST_CASE("a register holds what its tables say") {
  const Register all = read(std::string(harmondsworth) + larne);
  REQUIRE(all.all().size() == 2);
  const Facility& one = *all.find("HAR");
  CHECK(one.name == "Harmondsworth");
  CHECK(one.kind == FacilityKind::removal_centre);
  CHECK(one.country == Country::england);
  CHECK(one.supplier == "Centre Services");
  CHECK(all.find("LAR")->supplier.empty());
}

TEST_CASE("ids are upper case, and an unknown one is not guessed") {
  const Register all = read(larne);
  CHECK(all.find("LAR"));
  CHECK_FALSE(all.find("lar"));
  CHECK_FALSE(all.find("LA"));
  CHECK_FALSE(all.find(""));
}

TEST_CASE("every key but the supplier is needed") {
  for (const char* key : {"id", "name", "kind", "country"}) {
    std::string text = harmondsworth;
    const auto from = text.find(std::string(key) + " = ");
    text.erase(from, text.find('\n', from) - from + 1);
    CHECK(says(refusal(text), "A facility needs \"" + std::string(key) + "\"."));
  }
  CHECK(says(refusal(changed(harmondsworth, "\"HAR\"", "\"\"")), "A facility needs \"id\"."));
}

TEST_CASE("an unknown kind, country or key is refused, and the nearest is named") {
  CHECK(says(refusal(changed(harmondsworth, "removal-centre", "removal-center")), "Did you mean \"removal-centre\"?"));
  CHECK(says(refusal(changed(harmondsworth, "england", "englnd")), "Did you mean \"england\"?"));
  CHECK(says(refusal(changed(harmondsworth, "supplier", "suplier")), "did you mean \"supplier\"?"));
}

TEST_CASE("one id twice is refused, within a register and between two") {
  CHECK(says(refusal(std::string(harmondsworth) + harmondsworth), "The facility \"HAR\" stands here twice."));
  Register first = read(harmondsworth);
  CHECK_THROWS_AS(first.add(read(harmondsworth)), Fault);
  CHECK_NOTHROW(first.add(read(larne)));
  CHECK(first.all().size() == 2);
}

TEST_CASE("kinds and countries are frozen") {
  CHECK(name(FacilityKind::removal_centre) == "removal-centre");
  CHECK(name(FacilityKind::short_term_holding_facility) == "short-term-holding-facility");
  CHECK(name(FacilityKind::residential_short_term_holding_facility) == "residential-short-term-holding-facility");
  CHECK(name(FacilityKind::pre_departure_accommodation) == "pre-departure-accommodation");
  CHECK(name(FacilityKind::prison) == "prison");
  CHECK(name(Country::england) == "england");
  CHECK(name(Country::wales) == "wales");
  CHECK(name(Country::scotland) == "scotland");
  CHECK(name(Country::northern_ireland) == "northern-ireland");
  CHECK(spoken(Country::wales) == "Wales");
  CHECK(spoken(Country::northern_ireland) == "Northern Ireland");
}
