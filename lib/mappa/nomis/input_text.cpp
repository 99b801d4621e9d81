#include "mappa/nomis/input_text.hpp"

#include <fmt/format.h>

#include <cstddef>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"

namespace mappa {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
const char* const save_as_utf8 = "Export or save it again as CSV in UTF-8, or as JSON.";

[[noreturn]] void unreadable(const std::string& file, const std::string& is, const char* remedy) {
  throw Fault(Cause::unreadable, fmt::format("{} {}.", input_name(file), is), remedy);
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
}

// The number, from 1, of the first line that is not UTF-8.
std::size_t first_bad_line(std::string_view text) {
  std::size_t line = 1;
  for (const std::string_view bytes : split(text, '\n')) {
    if (!is_utf8(bytes)) break;
    ++line;
  }
  return line;
}

}  // namespace

std::string input_name(const std::string& file) { return file == "-" ? "The standard input" : safe(file); }

std::string_view input_text(std::string_view bytes, const std::string& file) {
  if (is_utf16(bytes)) unreadable(file, "is in UTF-16", save_as_utf8);
  if (bytes.starts_with("PK\x03\x04")) unreadable(file, "is a spreadsheet or an archive", save_as_utf8);
  if (bytes.find('\0') != std::string_view::npos) unreadable(file, "is a binary file", save_as_utf8);
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  if (trimmed(bytes).empty())
    unreadable(file, "is empty", "Export it again: even with nobody in it, an export has a line of headers.");
  if (!is_utf8(bytes))
    unreadable(file, fmt::format("is not in UTF-8 (first seen in line {})", first_bad_line(bytes)),
               save_as_utf8);
  return bytes;
}

}  // namespace mappa
