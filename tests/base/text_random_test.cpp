// Whatever bytes come in, the text functions hold to their word.
#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/random_text.hpp"
#include "mappa/base/text.hpp"

using namespace mappa;

namespace {

bool shows_no_control(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return false;
  return true;
}

// What is wrong with the functions on this text, or "".
std::string broken_on(const std::string& text) {
  const std::string shown = safe(text);
  if (!is_utf8(shown)) return "safe text is not UTF-8";
  if (!shows_no_control(shown)) return "safe text holds a control character";
  if (safe(shown) != shown) return "safe text changes when made safe again";
  if (columns(shown) > shown.size()) return "more columns than bytes";
  if (is_utf8(text) && !is_utf8(folded(text))) return "folding breaks UTF-8";
  if (folded(folded(text)) != folded(text)) return "folding twice differs from folding once";
  if (folded(text).find("  ") != std::string::npos && is_utf8(text)) return "two blanks survive folding";
  if (trimmed(trimmed(text)) != trimmed(text)) return "trimming twice differs from trimming once";
  if (lower(upper(text)) != lower(text)) return "lower after upper differs from lower";
  return "";
}

std::string joined(const std::vector<std::string_view>& pieces, char separator) {
  std::string text;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0) text += separator;
    text += pieces[i];
  }
  return text;
}

}  // namespace

TEST_CASE("any bytes at all leave the text functions true to their contracts") {
  RandomText random(20'12);
  for (int i = 0; i < 60'000; ++i) {
    const std::string text = i % 2 == 0 ? random.bytes(12) : random.code_points(6);
    CAPTURE(safe(text));
    const std::string broken = broken_on(text);
    if (!broken.empty()) FAIL(broken);
    if (joined(split(text, ';'), ';') != text) FAIL("split pieces do not join to the text");
  }
}

TEST_CASE("every assigned Unicode character but the rarest Han leaves the text functions true") {
  for (unsigned code = 0; code <= 0xe0fff; ++code) {
    if (code == 0x20000) code = 0xe0000;  // on to the tags: between them are Han characters and nothing
    const std::string text = RandomText::encoded(code);
    const bool surrogate = code >= 0xd800 && code <= 0xdfff;
    if (is_utf8(text) == surrogate) FAIL("wrong about U+", code);
    const std::string broken = broken_on(text);
    if (!broken.empty()) FAIL(broken, " at U+", code);
  }
}
