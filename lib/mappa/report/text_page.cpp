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

// Adds a line to type, broken where it is too long, as a shell takes it.
void add_typed(const std::string& command, int width, std::string& out) {
  constexpr std::string_view indent = "    ";
  out += indent;
  std::size_t taken = indent.size();  // columns of the line that is being filled
  for (std::size_t at = 0, end = 0; at < command.size(); at = end) {
    end = piece_end(command, at);
    const std::string_view next = std::string_view(command).substr(at, end - at);
    const std::size_t room = static_cast<std::size_t>(width) - (end < command.size() ? 2 : 0), wide = columns(next);
    if (at > 0 && taken + wide > room) {
      const std::size_t before = wide + 7 > room && wide <= room ? room - wide : 7;  // less for a value that has no break
      out.append(" \\\n").append(before, ' ');
      taken = before;
    }
    out += next;
    taken += wide;
  }
  out += '\n';
}

// Adds text that is made safe already, broken into lines. wide: how many columns a piece of it takes.
template <class Wide>
void add_lines(std::string_view text, std::size_t room, std::size_t indent, const Wide& wide, std::string& out) {
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  out += text.substr(0, begin);
  std::size_t taken = begin;  // columns of the line that is being filled
  for (std::size_t at = begin; at < text.size();) {
    // Blanks inside a line are kept: columns may have been set with them.
    const std::size_t word = std::min(text.find_first_not_of(' ', at), text.size());
    const std::size_t end = std::min(text.find(' ', word), text.size());
    const std::size_t gap = word - at, next = wide(text.substr(word, end - word));
    if (at > begin && word < end && taken + gap + next > room) {
      out += '\n';
      out.append(indent, ' ');
      out += text.substr(word, end - word);
      taken = indent + next;
    } else {
      out += text.substr(at, end - at);
      taken += gap + next;
    }
    at = end;
  }
}

void add_wrapped(const std::string& raw, int width, int indent, std::string& out) {
  const auto room = static_cast<std::size_t>(width), blanks = static_cast<std::size_t>(std::max(indent, 0));
  // Nearly always: it is safe as it is, and each letter takes a column.
  if (is_plain(raw)) {
    if (raw.size() <= room) out += raw;
    else add_lines(raw, room, blanks, [](std::string_view piece) { return piece.size(); }, out);
    return;
  }
  const std::string text = safe(raw);
  if (columns(text) <= room) out += text;
  else add_lines(text, room, blanks, columns, out);
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
    for (const auto& item : list.items) add_item(item, width, out);
  }
};

}  // namespace

std::string wrapped(const std::string& text, int width, int indent) {
  std::string out;
  add_wrapped(text, width, indent, out);
  return out;
}

void add_item(const FindingList::Item& item, int width, std::string& out) {
  std::string line;
  line.reserve(256);  // most are shorter
  line.append("  ").append(item.mark);
  if (!item.mark.empty()) line.resize(std::max<std::size_t>(line.size(), mark_width + 2), ' ');
  line.append(item.mark.empty() ? "  " : "").append(item.title);
  add_wrapped(line, width, item.mark.empty() ? 4 : mark_width + 2, out);
  for (const auto& words : item.lines) {
    line.assign(mark_width + 2, ' ');
    line += words;
    out += '\n';
    add_wrapped(line, width, mark_width + 2, out);
  }
  out += '\n';
  if (!item.command.empty()) add_typed(item.command, width, out);
}

std::string text(const Page& page, int width) {
  std::string out;
  if (!page.title.empty()) out += wrapped(page.title, width, 0) + "\n";
  for (const Block& block : page.blocks) std::visit(Write{out, width}, block);
  return out;
}

}  // namespace mappa
