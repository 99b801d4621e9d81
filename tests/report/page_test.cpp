#include <doctest/doctest.h>

#include "mappa/base/text.hpp"
#include "mappa/casebook/kind.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/table.hpp"
#include "mappa/report/text_page.hpp"
#include "mappa/report/words.hpp"

using namespace mappa;

TEST_CASE("text is broken between words, and later lines are indented") {
  CHECK(wrapped("one two three four", 10, 2) == "one two\n  three\n  four");
  CHECK(wrapped("short", 10, 2) == "short");
  CHECK(wrapped("", 10, 2) == "");
  CHECK(wrapped("anunbreakablelongword next", 10, 0) == "anunbreakablelongword\nnext");
}

TEST_CASE("no line of a page is wider than asked, where words allow it") {
  Page page{"A title that is rather long for so narrow a page", {}};
  page.blocks.push_back(Pairs{{{"name", "a value of several words, which goes on and on"}, {"longer name", "x"}}});
  page.blocks.push_back(FindingList{"HEADING", {{"NOT MET", "p14  A question of several words?", {"An answer of several words."}, {}}}});
  std::string line;
  for (const char c : text(page, 40)) {
    if (c != '\n') {
      line += c;
      continue;
    }
    CHECK_MESSAGE(columns(line) <= 40, line);
    line.clear();
  }
}

TEST_CASE("text from outside cannot reach the terminal as control characters") {
  const Page page{"title", {Line{"a\x1b[31mred"}, Pairs{{{"name", "b\x07"}}}, Table{{"HEAD"}, {{"c\x1b[0m"}}}}};
  CHECK(text(page, 80).find('\x1b') == std::string::npos);
  CHECK(text(page, 80).find('\x07') == std::string::npos);
}

TEST_CASE("a table gives way in its widest column and marks what is empty") {
  const std::string printed = text(Table{{"NUMBER", "NAME"}, {{"A1234BC", "a name of a good many words"}, {"B1234BC", ""}}}, 24);
  CHECK(printed.find("A1234BC  a name") != std::string::npos);
  CHECK(printed.find("B1234BC  -") != std::string::npos);
  CHECK(text(Table{{"NAME"}, {{"Zoë Ångström"}}}, 80).find("Zoë Ångström") != std::string::npos);
}

TEST_CASE("a finding's sentence is filled where it is shown") {
  CHECK(worded(say("{} months before {} is {}", 6, *date_from_iso("2026-08-31"), std::string("known"))) ==
        "6 months before 31 August 2026 is known");
  CHECK(worded(say("a {} in braces stays", std::string("{}"))) == "a {} in braces stays");
}

TEST_CASE("the line to type names the field's own placeholders") {
  const auto number = *PrisonNumber::parse("A1234BC");
  CHECK(command({"licence", {}, {"copy-held", "from"}}, number) == "mappa record A1234BC licence --copy-held DATE --from SOURCE");
  CHECK(command({"level", "N", {"decided"}}, number) == "mappa record A1234BC level N --decided DATE");
}

TEST_CASE("a line to type breaks before an option, and a value without a break takes what room there is") {
  const std::string covers = " --covers status,removal,barriers,appeals,detention-reviews,bail,addresses";
  const std::string longer = " --covers status,removal,barriers,appeals,detention-reviews,bail,addresses,and-what-no-line-has-room-for";
  const auto told = [](const std::string& command, int width) {
    std::string out;
    add_item({"DUE", "A1234BC", {}, command}, width, out);
    return out.substr(out.find('\n') + 1);
  };
  const std::string begins = "    mappa record A1234BC contribution --made-on DATE \\\n";
  CHECK(told("mappa record A1234BC contribution --made-on DATE" + covers, 81) == begins + "       " + covers + "\n");
  CHECK(told("mappa record A1234BC contribution --made-on DATE" + covers, 80) == begins + "      " + covers + "\n");
  CHECK(told("mappa record A1234BC contribution --made-on DATE" + longer, 80) == begins + "       " + longer + "\n");
}

TEST_CASE("JSON keeps the order of its members and never holds broken UTF-8") {
  Json json = Json::object({{"b", 1}, {"a", Json()}, {"date", *date_from_iso("2026-11-25")}});
  json.add("list", Json::array({Json("x"), Json(true)}));
  CHECK(text(json, false) == R"({"b":1,"a":null,"date":"2026-11-25","list":["x",true]})");
  CHECK(text(Json("\xff"), false) == "\"\xef\xbf\xbd\"");
}
