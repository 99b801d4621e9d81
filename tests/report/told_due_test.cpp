// A list that is told line by line is the page of the whole list.
#include <doctest/doctest.h>

#include <sstream>

#include "casework/book.hpp"
#include "mappa/report/due.hpp"
#include "mappa/report/text_page.hpp"

using namespace mappa;
using mappa::testing::Book;

namespace {

std::string line_by_line(const Book& book, const DueQuery& query, const Desk& desk, int width) {
  std::ostringstream out;
  print(tell_due(book.read(), query, desk, [=](const DueLine& line, std::string& words) { return tell_line(line, width, words); }), width, out);
  return out.str();
}

}  // namespace

TEST_CASE("a list that is told line by line is the page of the whole list, at any width") {
  Book book;
  book.import("prisonerNumber,lastName,prisonId,conditionalReleaseDate,alerts\nA1234BC,ÅNGSTRÖM,HAR,2026-08-31,P:P77\nB1234BC,NODATE,,,P:P33\n"
              "C1234BC,UNKNOWN,HAR,,\n",
              Book::day("2026-11-20"));
  book.record("A1234BC", "acknowledgement", {{"of", "p7.level"}, {"until", "2026-12-30"}, {"reason", "asked"}});
  DueQuery all, none, overdue;
  all.all = true;
  none.kinds = {"visits"};
  overdue.overdue = true;
  for (const DueQuery& query : {DueQuery(), all, none, overdue})
    for (const int width : {40, 80, 100}) {
      const Due due = list_due(book.read(), query, book.desk());
      CAPTURE(due.lines.size());
      CHECK(line_by_line(book, query, book.desk(), width) == text(page(due), width));
    }
}
