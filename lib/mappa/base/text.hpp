#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mappa {

// A text in the program itself, which lasts as long as it runs: nothing that is put together can become one.
struct Literal : std::string_view {
  constexpr Literal() = default;
  template <std::size_t size>
  constexpr Literal(const char (&text)[size]) : std::string_view(text, size - 1) {}  // NOLINT: it is that text
};

// Text that may be shown on a terminal: control characters (C0, C1, DEL), bidirectional controls
// (marks, embeddings, overrides, isolates) and bytes that are not UTF-8 become visible escapes such as
// \x1b or \u202e; newline and tab become a blank. Everything else is kept. Safe text stays as it is.
std::string safe(std::string_view text);

// Whether all of it is ASCII that may be shown as it is, one column each.
bool is_plain(std::string_view text);

// Whether the bytes are well-formed UTF-8.
bool is_utf8(std::string_view bytes);

// How many bytes from the start are whole, well-formed characters of UTF-8.
std::size_t utf8_prefix(std::string_view bytes);

// Columns that `text` (UTF-8) takes on a terminal: combining marks and controls none, wide characters
// two; a byte that is not UTF-8 one.
std::size_t columns(std::string_view text);

// For searching only, never for storing: case folded, diacritics dropped (strokes through letters too,
// "Łukasz" is "lukasz"), look-alike apostrophes, dashes and spaces made one, runs of blanks (line ends
// too) made one. "José  O’NEILL" and "jose o'neill" are equal after it. Text that is not UTF-8 is only
// lower-cased. Folding twice changes nothing more.
std::string folded(std::string_view text);

// Blanks (ASCII white space and no-break spaces) off both ends.
std::string_view trimmed(std::string_view text);

// ASCII letters only; other bytes stay.
std::string upper(std::string_view text);
std::string lower(std::string_view text);

// Pieces between separators; an empty text gives no pieces, "a;;b" gives three, the second empty.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace mappa
