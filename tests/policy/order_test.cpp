#include "mappa/policy/order.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace mappa;

TEST_CASE("all fifteen paragraphs are there, in order, with a title and what they say") {
  int expected = 1;
  for (const Paragraph& one : paragraphs()) {
    CHECK(one.number == expected++);
    CHECK_FALSE(one.title.empty());
    CHECK(one.says.ends_with("."));
  }
  CHECK(paragraphs().size() == 15);
}

TEST_CASE("the order is named with its version, and with the one that came after it") {
  CHECK(order_name == "DSO 20/2012");
  CHECK(order_version == "3.0");
  CHECK(std::string(order_superseded).find("3.1") != std::string::npos);
  CHECK(std::string(order_superseded).find("14 November 2024") != std::string::npos);
}
