#include "mappa/nomis/police_numbers.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "base/random_text.hpp"

using namespace mappa;
using std::chrono::year;

namespace {

std::string full(std::string_view text, int now = 2026) {
  return canonical_pnc(text, year{now}).value_or("none");
}

// Mostly numbers, or nearly.
std::string something_like_a_number(RandomText& random) {
  return random.of(" 1", 1) + random.of("0123456789", 4) + random.of("/", 1) + random.of("0123456789", 8) +
         random.of("AHUzI", 1) + random.of(" ", 1);
}

}  // namespace

TEST_CASE("a PNC number in full has a year of four digits and a serial number of seven") {
  CHECK(full("81/34U") == "1981/0000034U");
  CHECK(full("2012/394773H") == "2012/0394773H");
  CHECK(full("2012/0394773H") == "2012/0394773H");
  CHECK(full(" 12/394773h\t") == "2012/0394773H");
  CHECK(full("20/9N") == "2020/0000009N");
  CHECK(full("1866/34U") == "1866/0000034U");
}

TEST_CASE("a year of two digits never lies in the future") {
  CHECK(full("26/34U") == "2026/0000034U");
  CHECK(full("27/34U") == "1927/0000034U");
  CHECK(full("00/34U") == "2000/0000034U");
  CHECK(full("99/34U", 1999) == "1999/0000034U");
  CHECK(full("00/34U", 1999) == "1900/0000034U");
  CHECK(full("00/34U", 2000) == "2000/0000034U");
  CHECK(full("2099/34U") == "2099/0000034U");  // a full year is nobody's to change
}

TEST_CASE("what has not the form of a PNC number has no full form") {
  for (const std::string_view text : {"", "/", "12/", "12/394773", "394773H", "112/394773H", "12/12345678H",
                                      "12/H", "unknown", "1/2/3A", "12/34\u00c9", "12 /34U", "-1/34U"})
    CHECK(full(text) == "none");
}

TEST_CASE("a wrong letter is kept: whether it fits is another question") {
  CHECK(full("12/394773i") == "2012/0394773I");
  CHECK(check_pnc("2012/0394773I") == PoliceNumber::wrong_letter);
}

TEST_CASE("a full form is its own full form, in every year, and its letter fits as before") {
  RandomText random(21);
  int found = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::string text = something_like_a_number(random);
    const year now{1990 + static_cast<int>(random.below(60))};
    const auto canonical = canonical_pnc(text, now);
    CAPTURE(text);
    REQUIRE(canonical.has_value() == (check_pnc(text) != PoliceNumber::no_such_form));
    if (!canonical) continue;
    ++found;
    REQUIRE(canonical->size() == std::string_view("1981/0000034U").size());
    REQUIRE(canonical_pnc(*canonical, year{1950}) == canonical);
    REQUIRE(check_pnc(*canonical) == check_pnc(text));
  }
  CHECK(found > 1000);
}

TEST_CASE("letter case and blanks around them do not matter to police numbers") {
  CHECK(check_cro(" sf39/83396c ") == PoliceNumber::right);
  CHECK(check_cro("029906/12j") == PoliceNumber::right);
}

TEST_CASE("zeros in front of the serial number of an SF number do not count") {
  for (const std::string_view cro : {"SF39/83396C", "SF39/083396C", "SF39/0Y", "SF39/0000000Y"})
    CHECK(check_cro(cro) == PoliceNumber::right);
}
