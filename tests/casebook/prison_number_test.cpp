#include "mappa/casebook/prison_number.hpp"

#include <doctest/doctest.h>

using mappa::PrisonNumber;

TEST_CASE("a prison number is one letter, four digits, two letters") {
  const auto number = PrisonNumber::parse("A1234BC");
  REQUIRE(number);
  CHECK(number->text() == "A1234BC");
  for (const char* extreme : {"A0000AA", "Z9999ZZ"}) CHECK(PrisonNumber::parse(extreme));
}

TEST_CASE("parse takes the canonical form only") {
  for (const char* typed :
       {"", "a1234bc", "A1234Bc", " A1234BC", "A1234BC ", "A1234BC.", "A1234BCD", "A1234B", "A123BC",
        "A12345BC", "11234BC", "A1234B1", "AA234BC", "A1234-BC", "A 1234 BC", "A1234B\xc3\x89",
        "\xd0\x90"
        "1234BC"}) {
    CAPTURE(typed);
    CHECK_FALSE(PrisonNumber::parse(typed));
  }
  CHECK_FALSE(PrisonNumber::parse(std::string_view("A1234BC\0", 8)));
}

TEST_CASE("reading repairs what files and people bring, and says so") {
  for (const char* typed :
       {"a1234bc", "A1234bC", " A1234BC", "A1234BC\t", "A1234BC\r\n", "A1234BC.", " a1234bc. ", "A1234BC .",
        "\xc2\xa0"
        "A1234BC"}) {
    CAPTURE(typed);
    const auto reading = PrisonNumber::read(typed);
    REQUIRE(reading);
    CHECK(reading->number.text() == "A1234BC");
    CHECK(reading->repaired);
  }
}

TEST_CASE("reading the canonical form repairs nothing") {
  const auto reading = PrisonNumber::read("A1234BC");
  REQUIRE(reading);
  CHECK(reading->number.text() == "A1234BC");
  CHECK_FALSE(reading->repaired);
}

TEST_CASE("reading does not guess at what is no prison number") {
  for (const char* typed : {"", " ", ".", "A1234BC..", ".A1234BC", "A1234 BC", "A1234BCD", "AI234BC",
                            "A1234B", "1234567", "A/1234/BC"}) {
    CAPTURE(typed);
    CHECK_FALSE(PrisonNumber::read(typed));
  }
}

TEST_CASE("prison numbers are equal and ordered by their text") {
  const auto a = *PrisonNumber::parse("A1234BC");
  const auto b = *PrisonNumber::parse("A1234BD");
  const auto c = *PrisonNumber::parse("B0000AA");
  CHECK(a == PrisonNumber::read("a1234bc.")->number);
  CHECK(a < b);
  CHECK(b < c);
}
