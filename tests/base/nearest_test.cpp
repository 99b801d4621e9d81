#include "mappa/base/nearest.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

using namespace mappa;

namespace {

const std::vector<std::string> commands = {"check-release", "record", "import", "due", "show", "doctor"};

// The nearest command, or "" for none.
std::string meant(const std::string& typed) { return nearest(typed, commands).value_or(""); }

}  // namespace

TEST_CASE("each kind of slip counts as one edit") {
  CHECK(meant("imort") == "import");    // a letter left out
  CHECK(meant("immport") == "import");  // a letter too many
  CHECK(meant("impart") == "import");   // another letter
  CHECK(meant("ipmort") == "import");   // neighbours swapped
  CHECK(meant("ipmotr") == "import");   // two swaps are two edits, a third of six letters
  CHECK(meant("ipmoXX") == "");         // three edits are more than a third
}

TEST_CASE("letter case does not count") {
  CHECK(meant("IMPORT") == "import");
  CHECK(meant("Chekc-Release") == "check-release");
  CHECK(nearest("level", std::vector<std::string>{"LEVEL"}) == "LEVEL");
}

TEST_CASE("at most a third of the longer word may differ") {
  const std::vector<std::string> nine = {"abcdefghi"};
  CHECK(nearest("abcdefXYZ", nine) == "abcdefghi");
  CHECK(nearest("abcdeWXYZ", nine) == std::nullopt);
  CHECK(nearest("abcdef", nine) == "abcdefghi");
  CHECK(nearest("abcde", nine) == std::nullopt);
}

TEST_CASE("one edit is allowed even in the shortest words") {
  CHECK(meant("du") == "due");
  CHECK(nearest("p", std::vector<std::string>{"q"}) == "q");
  CHECK(nearest("ab", std::vector<std::string>{"xy"}) == std::nullopt);
}

TEST_CASE("the fewest edits win whatever the order and ties go to the earlier candidate") {
  CHECK(nearest("lines", std::vector<std::string>{"loans", "line", "pines"}) == "line");
  CHECK(nearest("lines", std::vector<std::string>{"pines", "line", "loans"}) == "pines");
  CHECK(nearest("level", std::vector<std::string>{"lever", "level"}) == "level");
}

TEST_CASE("nothing is near a word that is unlike all others or when there are no others") {
  CHECK(meant("holiday") == "");
  CHECK(meant("") == "");
  CHECK(nearest("import", std::vector<std::string>{}) == std::nullopt);
}

TEST_CASE("a very long word is like no other") { CHECK(meant(std::string(1'000'000, 'x')) == ""); }
