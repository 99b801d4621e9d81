#include "mappa/report/text_page.hpp"

#include <algorithm>

#include "mappa/base/text.hpp"
#include "mappa/report/table.hpp"

namespace mappa {
namespace {

constexpr int mark_width = 9;  // "NOT MET" and two blanks

std::string blanks(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

std::size_t leading_blanks(const std::string& text) { return std::min(text.find_first_not_of(' '), text.size()); }

// Where the next piece of a line to type ends: before an option or, in front of them, before any word; never
// inside quotes.
std::size_t piece_end(const std::string& command, std::size_t at) {
  const bool option = command.compare(at, 3, " --") == 0;
  char quote = '\0';
  for (std::size_t i = at + 1; i < command.size(); ++i) {
    const char c = command[i];
    if (quote != '\0' ? c == quote : c == '"' || c == '\'') quote = quote == '\0' ? c : '\0';
    else if (quote == '\0' && c == ' ' && (!option || command.compare(i, 3, " --") == 0)) return i;
  }
  return command.size();
}

// A line to type, broken where it is too long, as a shell takes it.
std::string typed(const std::string& command, int width) {
  std::string out, line = "   ";
  for (std::size_t at = 0, end = 0; at < command.size(); at = end) {
    end = piece_end(command, at);
    const std::string next = command.substr(at, end - at);
    const std::size_t room = static_cast<std::size_t>(width) - (end < command.size() ? 2 : 0);
    if (at > 0 && columns(line) + columns(next) > room) {
      out += line + " \\\n";
      line = "       " + next;
    } else {
      line += (at == 0 ? " " : "") + next;
    }
  }
  return out + line + "\n";
}

struct Write {
  std::string& out;
  int width;

  void operator()(const Line& line) const { out += wrapped(line.text, width, static_cast<int>(leading_blanks(line.text))) + "\n"; }

  void operator()(const Pairs& pairs) const {
    std::size_t widest = 0;
    for (const auto& [name, value] : pairs.rows) widest = std::max(widest, columns(name));
    const int indent = static_cast<int>(widest) + 4;
    for (const auto& [name, value] : pairs.rows)
      out += wrapped("  " + name + blanks(indent - 2 - static_cast<int>(columns(name))) + value, width, indent) + "\n";
  }

  void operator()(const Table& table) const { out += text(table, width); }

  void operator()(const FindingList& list) const {
    if (!list.heading.empty()) out += wrapped(list.heading, width, 0) + "\n";
    for (const auto& item : list.items) {
      const std::string mark = item.mark.empty() ? "  " : item.mark + blanks(mark_width - static_cast<int>(columns(item.mark)));
      out += wrapped("  " + mark + item.title, width, item.mark.empty() ? 4 : mark_width + 2) + "\n";
      for (const auto& line : item.lines) out += wrapped(blanks(mark_width + 2) + line, width, mark_width + 2) + "\n";
      if (!item.command.empty()) out += typed(item.command, width);
    }
  }
};

}  // namespace

std::string wrapped(const std::string& raw, int width, int indent) {
  std::string text = safe(raw);
  const auto room = static_cast<std::size_t>(width);
  if (columns(text) <= room) return text;
  const std::size_t begin = leading_blanks(text);
  std::string out(text, 0, begin);
  out.reserve(text.size() + room);
  std::size_t taken = begin;  // columns of the line that is being filled
  for (std::size_t at = begin; at < text.size();) {
    // Blanks inside a line are kept: columns may have been set with them.
    const std::size_t word = std::min(text.find_first_not_of(' ', at), text.size());
    const std::size_t end = std::min(text.find(' ', word), text.size());
    const std::size_t gap = word - at, wide = columns(std::string_view(text).substr(word, end - word));
    if (at > begin && word < end && taken + gap + wide > room) {
      out += "\n" + blanks(indent);
      out.append(text, word, end - word);
      taken = static_cast<std::size_t>(std::max(indent, 0)) + wide;
    } else {
      out.append(text, at, end - at);
      taken += gap + wide;
    }
    at = end;
  }
  return out;
}

std::string text(const Page& page, int width) {
  std::string out;
  if (!page.title.empty()) out += wrapped(page.title, width, 0) + "\n";
  for (const Block& block : page.blocks) std::visit(Write{out, width}, block);
  return out;
}

}  // namespace mappa
