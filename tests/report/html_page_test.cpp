#include <doctest/doctest.h>

#include "mappa/report/html_page.hpp"

using namespace mappa;

namespace {

// What stands between the start of the body and its end.
std::string body(const Page& page) {
  const std::string all = html(page), start = "<body>\n", end = "</body>\n</html>\n";
  const auto from = all.find(start), to = all.rfind(end);
  REQUIRE(from != std::string::npos);
  REQUIRE(to == all.size() - end.size());
  return all.substr(from + start.size(), to - from - start.size());
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t out = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++out;
  return out;
}

}  // namespace

TEST_CASE("an HTML page is a whole document, in UTF-8, that loads nothing and runs nothing") {
  const std::string page = html({"One thing is owed", {Line{"text"}}});
  CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">\n"));
  CHECK(page.find("<meta charset=\"utf-8\">") != std::string::npos);
  CHECK(page.find("<title>One thing is owed</title>") != std::string::npos);
  CHECK(count(page, "<style>") == 1);
  for (const char* outside : {"<script", "<img", "<link", "src=", "href=", "url(", "@import", "http"})
    CHECK_MESSAGE(count(page, outside) == 0, outside);
}

TEST_CASE("an HTML page follows the reader's light or dark, a narrow window, and paper") {
  const std::string page = html({"", {}});
  CHECK(page.find("<meta name=\"color-scheme\" content=\"light dark\">") != std::string::npos);
  CHECK(page.find("@media (prefers-color-scheme: dark)") != std::string::npos);
  CHECK(page.find("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">") != std::string::npos);
  CHECK(page.find("@media print") != std::string::npos);
}

TEST_CASE("lines are paragraphs, and a gap is none") {
  CHECK(body({"Title", {Line{"first"}, Line{}, Line{"second"}}}) == "<h1>Title</h1>\n<p>first</p>\n<p>second</p>\n");
}

TEST_CASE("a page without a title has no heading, but the document has a title as HTML asks") {
  CHECK(body({"", {Line{"text"}}}) == "<p>text</p>\n");
  CHECK(html({"", {}}).find("<title>mappa</title>") != std::string::npos);
}

TEST_CASE("names with their values are a table whose rows are headed") {
  CHECK(body({"", {Pairs{{{"Made", "today"}, {"Rests on", "entry 5"}}}}}) ==
        "<table><tbody>\n<tr><th scope=\"row\">Made</th><td>today</td></tr>\n"
        "<tr><th scope=\"row\">Rests on</th><td>entry 5</td></tr>\n</tbody></table>\n");
}

TEST_CASE("a table has a head, marks what is empty, and scrolls by itself where it is too wide") {
  CHECK(body({"", {Table{{"NUMBER", "NAME"}, {{"A1234BC", "OKORO"}, {"B1234BC", ""}}}}}) ==
        "<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">NUMBER</th><th scope=\"col\">NAME</th></tr></thead>\n"
        "<tbody>\n<tr><td>A1234BC</td><td>OKORO</td></tr>\n<tr><td>B1234BC</td><td>-</td></tr>\n</tbody>\n</table></div>\n");
}

TEST_CASE("findings are a list under their heading: mark, title, lines, and the line to type") {
  const FindingList list{"Offender manager",
                         {{"NO DATE", "p9  Referral made?", {"Not recorded.", "No day is known."}, "mappa due"}, {"", "Other", {}, {}}}};
  CHECK(body({"", {list}}) ==
        "<h2>Offender manager</h2>\n<ul>\n"
        "<li><strong class=\"mark no-date\">NO DATE</strong> <strong>p9  Referral made?</strong>\n"
        "<p>Not recorded.</p>\n<p>No day is known.</p>\n<p><code>mappa due</code></p>\n</li>\n"
        "<li><strong>Other</strong>\n</li>\n</ul>\n");
  CHECK(body({"", {FindingList{"", {}}}}) == "<ul>\n</ul>\n");
}

TEST_CASE("nothing that came from outside is taken for HTML, wherever it stands") {
  const std::string sly = "</p><script>\"a\" & 'b'</script>{{title}}";
  const std::string shown = "&lt;/p&gt;&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;{{title}}";
  const Page page{sly,
                  {Line{sly}, Pairs{{{sly, sly}}}, Table{{sly}, {{sly}}}, FindingList{sly, {{sly, sly, {sly}, sly}}}}};
  const std::string out = html(page);
  CHECK(count(out, "<script") == 0);
  // The title twice, a line, a name and a value, a head and a cell, and five of the list.
  CHECK(count(out, shown) == 12);
}

TEST_CASE("control characters and bytes that are no text are shown as such") {
  const std::string out = body({"", {Line{"a\x1b[31mred\xff"}}});
  CHECK(out == "<p>a\\x1b[31mred\\xff</p>\n");
}
