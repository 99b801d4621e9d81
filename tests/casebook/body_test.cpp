#include "mappa/casebook/body.hpp"

#include <doctest/doctest.h>

#include <random>

#include "mappa/base/fault.hpp"

using namespace mappa;

TEST_CASE("the bytes of a body never change: these were written before") {
  CHECK(encode({{"copy-held", "2026-11-23"}, {"from", "core-file"}}) == R"({"copy-held":"2026-11-23","from":"core-file"})");
  CHECK(encode({{"b", "1"}, {"a", "2"}}) == R"({"b":"1","a":"2"})");
  CHECK(encode({{"text", "Ł \"x\" \\ \n\t/é"}}) == "{\"text\":\"Ł \\\"x\\\" \\\\ \\n\\t/é\"}");
  CHECK(encode({}) == "{}");
}

TEST_CASE("a body comes back as it was") {
  const Body body{{"name", "O'Neill"}, {"text", "línea\nDOS \x01 \xE2\x80\xAE"}, {"empty", ""}};
  CHECK(decode(encode(body)) == body);
}

TEST_CASE("bytes are read as JSON is, however they are written") {
  const Body body{{"name", "BJÖRN"}, {"from", "core-file"}};
  CHECK(decode(encode(body)) == body);
  CHECK(decode("{\"name\":\"BJ\\u00d6RN\",\"from\":\"core-file\"}") == body);
  CHECK(decode("{\"na\\u006de\":\"BJÖRN\", \"from\" : \"core-file\"}\n") == body);
  CHECK(decode(R"({"quoted":"\"","backslash":"\\"})") == Body{{"quoted", "\""}, {"backslash", "\\"}});
  CHECK(decode("{}").empty());
  CHECK(decode(R"({"a":"1","b":"2","a":"3"})") == Body{{"a", "3"}, {"b", "2"}});  // written by nobody
}

TEST_CASE("random bodies come back as they were") {
  std::mt19937 random(20);
  std::uniform_int_distribution<int> letter(1, 127), length(0, 30);
  for (int i = 0; i < 500; ++i) {
    Body body;
    for (int field = 0; field < 5; ++field) {
      std::string text;
      for (int n = length(random); n > 0; --n) text += static_cast<char>(letter(random));
      body.emplace_back("field" + std::to_string(field), text);
    }
    CHECK(decode(encode(body)) == body);
  }
}

TEST_CASE("what is no object of texts is damaged") {
  for (const char* bytes : {"", "{", "[]", "7", "null", R"({"a":1})", R"({"a":null})", R"({"a":{"b":"c"}})", "\xff\xfe", R"({"a":"b")", R"({"a":"b"}})",
                            R"({"a":"b",})", R"({"a""b"})", R"({"a":"b"} {})", R"({"a":"\x"})", "{\"a\":\"\xff\"}", "{\"a\":\"\xed\xa0\x80\"}", "{\"a\":\"\n\"}"}) {
    CAPTURE(bytes);
    CHECK_THROWS_AS(decode(bytes), Fault);
  }
  try {
    decode("{");
  } catch (const Fault& fault) {
    CHECK(fault.cause() == Cause::integrity);
  }
}

TEST_CASE("values are found by name") {
  const Body body{{"a", "1"}, {"b", ""}};
  CHECK(value(body, "a") == "1");
  CHECK(value(body, "b").empty());
  CHECK(value(body, "c").empty());
  CHECK(has(body, "b"));
  CHECK_FALSE(has(body, "c"));
}
