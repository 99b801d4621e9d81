#include <doctest/doctest.h>

#include "book.hpp"
#include "mappa/casework/due.hpp"
#include "mappa/casework/look_up.hpp"

using namespace mappa;
using testing::Book;

namespace {

const Moment afternoon{Book::day("2026-11-25"), std::chrono::hours{14}};

}  // namespace

TEST_CASE("the moment that is asked about beats the planned one, which beats now") {
  Book book;
  book.record("A1234BC", "person", {{"surname", "OKORO"}});
  CHECK(book.check("A1234BC").at_from == MomentFrom::now);
  CHECK(book.check("A1234BC").at == book.desk().now);
  book.record("A1234BC", "release-plan", {{"at", "2026-11-24 10:00"}});
  CHECK(book.check("A1234BC").at_from == MomentFrom::planned);
  CHECK(iso(book.check("A1234BC").at) == "2026-11-24T10:00");
  CHECK(book.check("A1234BC", afternoon).at == afternoon);
}

TEST_CASE("checking everybody leaves out the released and, with a limit, those whose release is further off") {
  Book book;
  for (const char* number : {"A1234BC", "B1234BC", "C1234BC"}) book.record(number, "person", {{"surname", "X"}});
  book.record("A1234BC", "release-plan", {{"at", "2026-11-24 10:00"}});
  book.record("B1234BC", "release-plan", {{"at", "2026-12-24 10:00"}});
  book.record("C1234BC", "released", {{"when", "2026-11-21 10:00"}});
  std::vector<std::string> seen;
  const auto look = [&](const ReleaseCheck& check) { seen.push_back(check.folded.number.text()); };
  CHECK(check_all(book.store().read(), std::nullopt, book.desk(), look) == 1);
  CHECK(seen == std::vector<std::string>{"A1234BC", "B1234BC"});
  seen.clear();
  check_all(book.store().read(), 14, book.desk(), look);
  CHECK(seen == std::vector<std::string>{"A1234BC"});
}

TEST_CASE("a severity that the configuration changed is told with the verdict and changes the digest") {
  Book book;
  book.record("A1234BC", "person", {{"surname", "OKORO"}});
  const auto shipped = book.check("A1234BC");
  CHECK(shipped.overrides.empty());
  book.policy().severity["p8.provider"] = Severity::blocks;
  const auto changed = book.check("A1234BC");
  CHECK(changed.overrides == std::vector<std::string>{"p8.provider: warns -> blocks"});
  CHECK(changed.policy_digest != shipped.policy_digest);
}

TEST_CASE("what is due: without a date first, then the most overdue, without the released, and the unknown are counted") {
  Book book;
  book.import(
      "prisonerNumber,lastName,conditionalReleaseDate,alerts\n"
      "A1111AA,SOON,2027-06-10,P:P77\n"
      "B2222BB,OVERDUE,2027-03-30,P:P55\n"
      "C3333CC,NODATE,,P:P11\n"
      "D4444DD,LATER,2028-03-30,P:P77\n"
      "E5555EE,LEVELONE,2027-01-01,P:P66\n"
      "F6666FF,GONE,2027-01-01,P:P77\n"
      "G7777GG,UNKNOWN,2027-01-01,\n",
      Book::day("2026-11-20"));
  book.record("F6666FF", "released", {{"when", "2026-11-21 10:00"}});
  const Due due = list_due(book.store().read(), {}, book.desk());
  std::vector<std::string> lines;
  for (const auto& line : due.lines) lines.push_back(line.name + " " + std::string(line.finding.rule));
  CHECK(lines == std::vector<std::string>{"NODATE p7.level", "OVERDUE p7.level", "SOON p9.referral", "SOON p9.identified-in-time"});
  CHECK_FALSE(due.lines[0].days_left);
  CHECK(due.lines[1].days_left == -53);
  CHECK(due.status_unknown == 1);
  CHECK(due.cases == 6);
}

TEST_CASE("somebody is found by name, number or reference, without regard to letter case and accents") {
  Book book;
  book.record("A1234BC", "person", {{"surname", "O'NÉILL"}, {"forenames", "José"}});
  book.record("A1234BC", "reference", {{"number", "H1234567"}});
  for (const char* text : {"o'neill", "jose", "a1234", "h12345"})
    CHECK_MESSAGE(find_cases(book.store().read(), text, book.desk()).size() == 1, text);
  CHECK(find_cases(book.store().read(), "nobody", book.desk()).empty());
}
