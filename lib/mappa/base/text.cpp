#include "mappa/base/text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace mappa {

namespace {

using CodePoint = utf8proc_int32_t;

// The first character of a text: its code point, or -1 for a byte that is not UTF-8, and its bytes.
struct Character {
  CodePoint code = -1;
  std::string_view bytes;

  bool is_utf8() const { return code >= 0; }
};

Character first_character(std::string_view text) {
  CodePoint code = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (length <= 0) return {-1, text.substr(0, 1)};
  return {code, text.substr(0, static_cast<std::size_t>(length))};
}

// How many characters at its beginning are ASCII that can be shown as it is, one column each: most of any text.
std::size_t ordinary_ascii(std::string_view text) {
  constexpr std::uint64_t each = 0x0101010101010101U, high = 0x80 * each;
  std::size_t at = 0;
  // Eight bytes at a time: none has its high bit, is below a blank (and borrows it), or is DEL (and gets it from one more).
  for (std::uint64_t eight = 0; text.size() - at >= sizeof eight; at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (((eight | (eight - 0x20 * each) | (eight + each)) & high) != 0) break;
  }
  while (at < text.size() && text[at] >= 0x20 && text[at] <= 0x7e) ++at;
  return at;
}

// Calls `use` with each character in turn.
template <class Use>
void each_character(std::string_view text, Use use) {
  while (!text.empty()) {
    const Character character = first_character(text);
    use(character);
    text.remove_prefix(character.bytes.size());
  }
}

bool is_control(CodePoint code) { return code < 0x20 || (code >= 0x7f && code <= 0x9f); }

// Marks, embeddings, overrides and isolates: they make a terminal show text in another order.
bool is_bidirectional(CodePoint code) {
  return code == 0x061c || code == 0x200e || code == 0x200f || (code >= 0x202a && code <= 0x202e) ||
         (code >= 0x2066 && code <= 0x2069);
}

bool is_ordinary(CodePoint code) { return code >= 0 && !is_control(code) && !is_bidirectional(code); }

// What stands for a character that is not ordinary.
std::string escaped(const Character& character) {
  const CodePoint code = character.code;
  if (!character.is_utf8()) return fmt::format("\\x{:02x}", static_cast<unsigned char>(character.bytes[0]));
  if (code == '\n' || code == '\t') return " ";
  return code < 0x80 ? fmt::format("\\x{:02x}", code) : fmt::format("\\u{:04x}", code);
}

bool is_ascii_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// No-break space, figure space and narrow no-break space.
constexpr std::array<std::string_view, 3> no_break_spaces = {"\u00a0", "\u2007", "\u202f"};

// How many bytes of blank `text` begins with: 0 when it begins with something else.
std::size_t blank_at_start(std::string_view text) {
  if (!text.empty() && is_ascii_blank(text.front())) return 1;
  for (const std::string_view space : no_break_spaces)
    if (text.starts_with(space)) return space.size();
  return 0;
}

std::size_t blank_at_end(std::string_view text) {
  if (!text.empty() && is_ascii_blank(text.back())) return 1;
  for (const std::string_view space : no_break_spaces)
    if (text.ends_with(space)) return space.size();
  return 0;
}

char upper_letter(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
char lower_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// What Unicode does not decompose, but people leave out when they type: strokes through letters, the
// dotless i, and the marks that stand in for an apostrophe.
CodePoint plain(CodePoint code) {
  switch (code) {
    case 0x0111:
      return 'd';
    case 0x0127:
      return 'h';
    case 0x0131:
      return 'i';
    case 0x0142:
      return 'l';
    case 0x00f8:
      return 'o';
    case 0x0167:
      return 't';
    case 0x0060:
    case 0x00b4:
      return '\'';
    default:
      return code;
  }
}

bool is_blank(CodePoint code) { return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85; }

// The code points of well-formed UTF-8, case folded and decomposed, without marks, and with look-alike
// quotes, dashes and spaces made one.
std::vector<CodePoint> decomposed(std::string_view text) {
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                                      UTF8PROC_STRIPMARK | UTF8PROC_LUMP | UTF8PROC_IGNORE);
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  const auto length = utf8proc_decompose(bytes, size, nullptr, 0, options);
  if (length <= 0) return {};
  std::vector<CodePoint> codes(static_cast<std::size_t>(length));
  utf8proc_decompose(bytes, size, codes.data(), length, options);
  return codes;
}

void append(std::string& text, CodePoint code) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(code, bytes.data());
  text.append(bytes.begin(), bytes.begin() + length);
}

}  // namespace

std::string safe(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  const std::size_t ascii = ordinary_ascii(text);
  result += text.substr(0, ascii);
  each_character(text.substr(ascii), [&](const Character& character) {
    if (is_ordinary(character.code))
      result += character.bytes;
    else
      result += escaped(character);
  });
  return result;
}

bool is_plain(std::string_view text) { return ordinary_ascii(text) == text.size(); }

bool is_utf8(std::string_view bytes) { return utf8_prefix(bytes) == bytes.size(); }

std::size_t utf8_prefix(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    // ASCII, eight bytes at a time: most of any export.
    std::uint64_t eight = 0;
    if (bytes.size() - at >= sizeof eight) std::memcpy(&eight, bytes.data() + at, sizeof eight);
    if (bytes.size() - at >= sizeof eight && (eight & 0x8080808080808080U) == 0) {
      at += sizeof eight;
      continue;
    }
    const Character character = first_character(bytes.substr(at));
    if (!character.is_utf8()) break;
    at += character.bytes.size();
  }
  return at;
}

std::size_t columns(std::string_view text) {
  std::size_t sum = ordinary_ascii(text);
  each_character(text.substr(sum), [&](const Character& character) {
    sum += character.is_utf8() ? static_cast<std::size_t>(utf8proc_charwidth(character.code)) : 1;
  });
  return sum;
}

std::string folded(std::string_view text) {
  if (!is_utf8(text)) return lower(text);
  std::string result;
  result.reserve(text.size());
  bool after_blank = false;
  for (const CodePoint code : decomposed(text)) {
    const bool blank = is_blank(code);
    if (!(blank && after_blank)) append(result, blank ? ' ' : plain(code));
    after_blank = blank;
  }
  return result;
}

std::string_view trimmed(std::string_view text) {
  const auto visible = [](char c) { return c > ' ' && c < '\x7f'; };
  if (!text.empty() && visible(text.front()) && visible(text.back())) return text;  // nearly always
  while (const std::size_t blank = blank_at_start(text)) text.remove_prefix(blank);
  while (const std::size_t blank = blank_at_end(text)) text.remove_suffix(blank);
  return text;
}

std::string upper(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), upper_letter);
  return result;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), lower_letter);
  return result;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  if (text.empty()) return pieces;
  for (auto at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
    pieces.push_back(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  pieces.push_back(text);
  return pieces;
}

}  // namespace mappa
