#include "mappa/base/toml.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/base/fault.hpp"

using namespace mappa;
using Texts = std::vector<std::string>;

namespace {

Toml toml(std::string_view text) { return Toml::parse(text, "mappa.toml"); }

struct Told {
  std::string happened;
  std::string remedy;
};

// The fault that an action throws, which must be one of configuration.
Told told(const std::function<void()>& action) {
  try {
    action();
  } catch (const Fault& fault) {
    CHECK(fault.cause() == Cause::configuration);
    return {fault.happened(), fault.remedy()};
  }
  return {"no fault", ""};
}

std::string happened(const std::function<void()>& action) { return told(action).happened; }

}  // namespace

TEST_CASE("each type of value is read by its own function") {
  auto root = toml("name = 'Sample'\nmonths = 6\nstrict = true\nroles = ['DET', 'DEPMU']\n");
  CHECK(root.text("name") == "Sample");
  CHECK(root.number("months") == 6);
  CHECK(root.flag("strict") == true);
  CHECK(root.texts("roles") == Texts{"DET", "DEPMU"});
  CHECK_NOTHROW(root.finish());
}

TEST_CASE("an absent key is nothing and no fault") {
  auto root = toml("");
  CHECK_FALSE(root.text("a"));
  CHECK_FALSE(root.number("b"));
  CHECK_FALSE(root.flag("c"));
  CHECK(root.texts("d").empty());
  CHECK_FALSE(root.table("e"));
  CHECK(root.tables("f").empty());
  CHECK_FALSE(root.scalar("g"));
  CHECK_FALSE(root.has("h"));
  CHECK_NOTHROW(root.finish());
}

TEST_CASE("dates and times are ISO text whether written as TOML dates or as strings") {
  auto root = toml(
      "day = 2026-11-25\nsame = '2026-11-25'\nat = 2026-11-25T14:00:00\nblank = 2026-11-25 14:00:00\n"
      "from = 08:30:00\ndays = [2026-01-01, '2026-01-02']\n");
  CHECK(root.text("day") == "2026-11-25");
  CHECK(root.text("same") == "2026-11-25");
  CHECK(root.text("at") == "2026-11-25T14:00");
  CHECK(root.text("blank") == "2026-11-25T14:00");
  CHECK(root.text("from") == "08:30");
  CHECK(root.texts("days") == Texts{"2026-01-01", "2026-01-02"});
}

TEST_CASE("seconds are not cut off in silence") {
  auto root = toml("at = 2026-11-25T14:00:30\nfine = 14:00:00.5\n");
  CHECK(root.text("at") == "2026-11-25T14:00:30");
  CHECK(root.text("fine") == "14:00:00.500000000");
}

TEST_CASE("a time with an offset is refused since times are wall time in England") {
  const Told fault = told([] { toml("at = 2026-11-25T14:00:00Z").text("at"); });
  CHECK(fault.happened == "mappa.toml:1:1: \"at\" must be a text, but it is a date and time with an offset");
  CHECK(fault.remedy == "Leave the offset out: times are wall time in England.");
}

TEST_CASE("a day that does not exist is not TOML") {
  CHECK(happened([] { toml("a = 1\nday = 2026-02-31\n"); }).starts_with("mappa.toml:2:"));
}

TEST_CASE("a scalar is canonical text whatever its type") {
  auto root =
      toml("a = 'some text'\nb = 0x10\nc = true\nd = 2026-11-25\ne = 2026-11-25T14:00:00\nf = 1.50\n");
  CHECK(root.scalar("a") == "some text");
  CHECK(root.scalar("b") == "16");
  CHECK(root.scalar("c") == "true");
  CHECK(root.scalar("d") == "2026-11-25");
  CHECK(root.scalar("e") == "2026-11-25T14:00");
  CHECK(root.scalar("f") == "1.5");
  CHECK_NOTHROW(root.finish());
}

TEST_CASE("a list or a table is not a scalar") {
  auto root = toml("list = [1]\ntable = { a = 1 }\n");
  CHECK(happened([&] { root.scalar("list"); }) ==
        "mappa.toml:1:1: \"list\" must be a single value, but it is an array");
  CHECK(happened([&] { root.scalar("table"); }) ==
        "mappa.toml:2:1: \"table\" must be a single value, but it is a table");
}

TEST_CASE("a wrong type names the place and both types") {
  auto root =
      toml("# a comment\n[check]\n  months = 'six'\nname = 6\nstrict = 1\nroles = 'DET'\n").table("check");
  CHECK(happened([&] { root->number("months"); }) ==
        "mappa.toml:3:3: \"months\" must be a whole number, but it is a text");
  CHECK(happened([&] { root->text("name"); }) ==
        "mappa.toml:4:1: \"name\" must be a text, but it is a whole number");
  CHECK(happened([&] { root->flag("strict"); }) ==
        "mappa.toml:5:1: \"strict\" must be true or false, but it is a whole number");
  CHECK(happened([&] { root->texts("roles"); }) ==
        "mappa.toml:6:1: \"roles\" must be an array of texts, but it is a text");
}

TEST_CASE("numbers are whole and nothing is rounded") {
  CHECK(happened([] { toml("n = 6.0").number("n"); }) ==
        "mappa.toml:1:1: \"n\" must be a whole number, but it is a number with a fraction");
  CHECK(happened([] { toml("n = true").number("n"); }) ==
        "mappa.toml:1:1: \"n\" must be a whole number, but it is true or false");
}

TEST_CASE("a wrong element of a list is named by its own place") {
  CHECK(happened([] { toml("roles = ['DET',\n  7]").texts("roles"); }) ==
        "mappa.toml:2:3: \"roles\" must be an array of texts, but it is a whole number");
  CHECK(happened([] { toml("record = [{ a = 1 }, 7]").tables("record"); }) ==
        "mappa.toml:1:22: \"record\" must be an array of tables, but it is a whole number");
}

TEST_CASE("a table and a list of tables are read and finished on their own") {
  auto root = toml("[store]\npath = 'a.db'\n[[record]]\non = 2026-11-24\n[[record]]\non = 2026-11-25\n");
  auto store = root.table("store");
  REQUIRE(store);
  CHECK(happened([&] { store->finish(); }).starts_with("mappa.toml:2:1: unknown key \"path\""));
  CHECK(store->text("path") == "a.db");
  CHECK_NOTHROW(store->finish());
  auto records = root.tables("record");
  REQUIRE(records.size() == 2);
  CHECK(records[0].text("on") == "2026-11-24");
  CHECK(records[1].text("on") == "2026-11-25");
  CHECK_NOTHROW(root.finish());
}

TEST_CASE("a single table is a list of one") {
  auto records = toml("record = { on = 2026-11-24 }").tables("record");
  REQUIRE(records.size() == 1);
  CHECK(records[0].text("on") == "2026-11-24");
}

TEST_CASE("a table outlives the document it came from") {
  auto inner = toml("[outer]\n[outer.inner]\nname = 'kept'\n").table("outer")->table("inner");
  CHECK(inner->text("name") == "kept");
}

TEST_CASE("what is no table is named") {
  CHECK(happened([] { toml("store = 'a.db'").table("store"); }) ==
        "mappa.toml:1:1: \"store\" must be a table, but it is a text");
  CHECK(happened([] { toml("record = 1").tables("record"); }) ==
        "mappa.toml:1:1: \"record\" must be an array of tables, but it is a whole number");
}

TEST_CASE("a mistyped key is named with its place and the key that was meant") {
  auto root = toml("name = 'x'\n\nparametres = 'p.toml'\n");
  root.text("name");
  root.text("parameters");
  const Told fault = told([&] { root.finish(); });
  CHECK(fault.happened == "mappa.toml:3:1: unknown key \"parametres\"; did you mean \"parameters\"?");
  CHECK(fault.remedy == "Correct or remove it. Keys here: name, parameters.");
}

TEST_CASE("an unknown key that is like no other is named without a guess") {
  auto root = toml("colour = 'blue'\n");
  root.text("name");
  const Told fault = told([&] { root.finish(); });
  CHECK(fault.happened == "mappa.toml:1:1: unknown key \"colour\"");
  CHECK(fault.remedy == "Correct or remove it. Keys here: name.");
  CHECK(told([] { toml("a = 1").finish(); }).remedy == "Remove it: there are no keys here.");
}

TEST_CASE("the first unknown key of the file is the one that is named") {
  CHECK(happened([] { toml("zebra = 1\nant = 2\n").finish(); }) == "mappa.toml:1:1: unknown key \"zebra\"");
}

TEST_CASE("looking whether a key is there does not count as asking for it") {
  auto root = toml("name = 'x'");
  CHECK(root.has("name"));
  CHECK(root.keys() == Texts{"name"});
  CHECK_THROWS_AS(root.finish(), Fault);
}

TEST_CASE("keys come in the order of the file") {
  auto root = toml("zebra = 1\n\"p14.licence-copy\" = 'met'\nant = { bee = 1 }\n[middle]\n[[list]]\n");
  CHECK(root.keys() == Texts{"zebra", "p14.licence-copy", "ant", "middle", "list"});
}

TEST_CASE("a key is one name and never a dotted path") {
  auto root = toml("\"a.b\" = 1\na.c = 2\n");
  CHECK(root.number("a.b") == 1);
  CHECK_FALSE(root.has("a.c"));
}

TEST_CASE("copies share what was asked for") {
  auto root = toml("name = 'x'");
  auto copy = root;
  copy.text("name");
  CHECK_NOTHROW(root.finish());
}

TEST_CASE("a caller's own fault reads like the reader's") {
  auto root = toml("[check]\nmonths = 99\n").table("check");
  const Told fault =
      told([&] { root->reject("months", "\"months\" must be 0 to 24", "Correct the number."); });
  CHECK(fault.happened == "mappa.toml:2:1: \"months\" must be 0 to 24");
  CHECK(fault.remedy == "Correct the number.");
}

TEST_CASE("a fault at a key that is missing is at its table") {
  auto root = toml("\n[check]\n").table("check");
  CHECK(happened([&] { root->reject("months", "\"months\" is missing", "Add it."); }) ==
        "mappa.toml:2:1: \"months\" is missing");
}

TEST_CASE("a heading without a key is a fault at its place") {
  CHECK(happened([] { toml("[= 1\n"); }).starts_with("mappa.toml:1:2: this is not TOML: "));
  CHECK(happened([] { toml("[[,]]\n"); }).starts_with("mappa.toml:1:3: this is not TOML: "));
}

TEST_CASE("letters outside ASCII are a fault where they need quotation marks, and what they are within them") {
  CHECK(happened([] { toml("Prénom = 1\n"); }).starts_with("mappa.toml:1:3: this is not TOML: "));
  CHECK(happened([] { toml("a = 1 \u2cbf\n"); }).starts_with("mappa.toml:1:7: this is not TOML: "));
  CHECK(happened([] { toml("a = 1 \ufe30\n"); }).starts_with("mappa.toml:1:7: this is not TOML: "));
  Toml file = toml("\"Prénom\" = 1\n");
  CHECK(file.number("Prénom") == 1);
}

TEST_CASE("text that is not TOML is a fault at its place") {
  const Told fault = told([] { toml("name = 'x'\nname 7\n"); });
  CHECK(fault.happened.starts_with("mappa.toml:2:6: this is not TOML: "));
  CHECK(fault.remedy == "Correct the file and try again.");
  CHECK(happened([] { toml("a = 1\na = 2\n"); }).starts_with("mappa.toml:2:5: this is not TOML: "));
  CHECK(happened([] { toml("a = 'Jos\xe9'"); }).starts_with("mappa.toml:1:"));
}

TEST_CASE("nothing in a message can play tricks on the terminal") {
  CHECK(happened([] { Toml::parse("\"\\u001b[2J\" = 1", "a\x1b.toml").finish(); }) ==
        "a\\x1b.toml:1:1: unknown key \"\\x1b[2J\"");
}

TEST_CASE("a file is read whole and named in messages") {
  const std::string path = MAPPA_SOURCE_DIR "/tests/base/sample.toml";
  auto sample = Toml::load(path);
  CHECK(happened([&] { sample.finish(); }) == path + ":2:1: unknown key \"name\"");
  CHECK(sample.text("name") == "sample");
}

TEST_CASE("a file that cannot be read is a fault that says why") {
  const std::string missing = MAPPA_SOURCE_DIR "/tests/base/no-such-file.toml";
  CHECK(happened([&] { Toml::load(missing); }) == missing + " cannot be read: No such file or directory.");
  const std::string folder = MAPPA_SOURCE_DIR "/tests/base";
  CHECK(happened([&] { Toml::load(folder); }) == folder + " cannot be read: Is a directory.");
}
