#include "mappa/base/text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace mappa;
using namespace std::string_literals;
using Pieces = std::vector<std::string_view>;

TEST_CASE("safe keeps ordinary text as it is") {
  CHECK(safe("") == "");
  CHECK(safe("Zoë O’Neill, 25 November (£5)") == "Zoë O’Neill, 25 November (£5)");
  CHECK(safe("محمد 王 🙂") == "محمد 王 🙂");
}

TEST_CASE("safe shows control characters instead of obeying them") {
  CHECK(safe("\x1b[31mred") == "\\x1b[31mred");
  CHECK(safe("a\0b\x7f\r"s) == "a\\x00b\\x7f\\x0d");
  CHECK(safe("\u0080\u009b2J\u009f") == "\\u0080\\u009b2J\\u009f");
}

TEST_CASE("safe puts a blank for newline and tab") { CHECK(safe("one\ntwo\tthree") == "one two three"); }

TEST_CASE("safe shows what would turn the direction of text") {
  CHECK(safe("abc\u202e321") == "abc\\u202e321");
  CHECK(safe("\u202a\u202b\u202c\u202d") == "\\u202a\\u202b\\u202c\\u202d");
  CHECK(safe("\u2066\u2067\u2068\u2069") == "\\u2066\\u2067\\u2068\\u2069");
  CHECK(safe("\u061c\u200e\u200f") == "\\u061c\\u200e\\u200f");
}

TEST_CASE("safe shows bytes that are not UTF-8 and keeps the rest") {
  CHECK(safe("Jos\xe9 ok") == "Jos\\xe9 ok");
  CHECK(safe("\xe2\x82") == "\\xe2\\x82");
  CHECK(safe("\xff\xc3\xa9") == "\\xffé");
}

TEST_CASE("well-formed UTF-8 is told from everything else") {
  CHECK(is_utf8(""));
  CHECK(is_utf8("plain"));
  CHECK(is_utf8("é€🙂\U0010ffff"));
  CHECK_FALSE(is_utf8("Jos\xe9"));           // Latin-1
  CHECK_FALSE(is_utf8("\xe2\x82"));          // cut short
  CHECK_FALSE(is_utf8("\xc0\xaf"));          // longer than needed
  CHECK_FALSE(is_utf8("\xed\xa0\x80"));      // half of a surrogate pair
  CHECK_FALSE(is_utf8("\xf4\x90\x80\x80"));  // past the last code point
  CHECK_FALSE(is_utf8("\x80"));              // a continuation of nothing
}

TEST_CASE("text is plain when every byte is ASCII to be shown, wherever another one stands") {
  for (int byte = 0; byte < 256; ++byte)
    for (std::size_t at = 0; at < 19; ++at) {
      std::string text(19, '~');
      text[at] = static_cast<char>(byte);
      CAPTURE(byte);
      CAPTURE(at);
      REQUIRE(is_plain(text) == (byte >= 0x20 && byte <= 0x7e));
    }
  CHECK(is_plain(""));
}

TEST_CASE("columns are what a terminal shows and not bytes") {
  CHECK(columns("") == 0);
  CHECK(columns("A1234BC") == 7);
  CHECK(columns("José") == 4);
  CHECK(columns("Jose\u0301") == 4);  // the accent as a mark of its own
  CHECK(columns("王小明") == 6);
  CHECK(columns("é\xe9") == 2);  // a stray byte counts one
}

TEST_CASE("folded text finds a name however it was typed") {
  CHECK(folded("José  O’NEILL") == "jose o'neill");
  CHECK(folded("jose o'neill") == "jose o'neill");
  CHECK(folded("JOSE\u0301\u00a0O\u02bcNeill") == "jose o'neill");
  CHECK(folded("O`Neill") == folded("O´Neill"));
  CHECK(folded("STRASSE") == folded("Straße"));
  CHECK(folded("Anne–Marie") == "anne-marie");
  CHECK(folded("Ağaoğlu") == "agaoglu");
  CHECK(folded("ΣΊΣΥΦΟΣ") == folded("σίσυφος"));
}

TEST_CASE("folded text drops strokes and dots that Unicode does not take apart") {
  CHECK(folded("ŁUKASZ Łukasz łukasz") == "lukasz lukasz lukasz");
  CHECK(folded("Søren Đorđe Ħamrun Ŧ") == "soren dorde hamrun t");
  CHECK(folded("Işık IŞIK") == "isik isik");
  CHECK(folded("İnan") == "inan");
}

TEST_CASE("folded text has one blank for any run of blanks") {
  CHECK(folded("a \t\r\n b") == "a b");
  CHECK(folded("a\u00a0\u2003b") == "a b");
  CHECK(folded(" a ") == " a ");
}

TEST_CASE("text that is not UTF-8 is only lower-cased by folding") {
  CHECK(folded("JOS\xc9  X") == "jos\xc9  x");
}

TEST_CASE("blanks come off both ends and stay inside") {
  CHECK(trimmed("  a b\t\r\n") == "a b");
  CHECK(trimmed("\v\f x") == "x");
  CHECK(trimmed("\u00a0\u202f \u2007x\u00a0") == "x");
  CHECK(trimmed(" \u00a0 ") == "");
  CHECK(trimmed("") == "");
  CHECK(trimmed("à") == "à");  // ends in the byte that ends a no-break space
}

TEST_CASE("upper and lower turn ASCII letters only") {
  CHECK(upper("a1234bc é") == "A1234BC é");
  CHECK(lower("AZ[@` É") == "az[@` É");
  CHECK(upper("az{`") == "AZ{`");
}

TEST_CASE("splitting keeps empty pieces but an empty text has none") {
  CHECK(split("", ';') == Pieces{});
  CHECK(split("a", ';') == Pieces{"a"});
  CHECK(split("a;;b", ';') == Pieces{"a", "", "b"});
  CHECK(split(";a;", ';') == Pieces{"", "a", ""});
  CHECK(split(";", ';') == Pieces{"", ""});
}
