#include "agreement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <stdexcept>
#include <vector>

#include "drill.hpp"
#include "mappa/calendar/date.hpp"

namespace bench {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file + " cannot be read");
  Lines out;
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

// Without what blanks there are only for the eye.
std::string squeezed(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

Lines cells_of(const std::string& row) {
  Lines out{""};
  for (const char c : row) {
    if (c == '|') out.emplace_back();
    else out.back() += c;
  }
  return out;
}

// A row of the peer, of so many cells.
Lines cells_of(const std::string& row, std::size_t count) {
  auto out = cells_of(row);
  if (out.size() != count) throw std::runtime_error("the peer says: " + row);
  return out;
}

// What begins like this, each with the lines that belong to it, indented deeper.
Lines paragraphs(const Lines& lines, std::size_t indented) {
  Lines out;
  for (const auto& line : lines) {
    if (line.find_first_not_of(' ') >= indented && !out.empty()) out.back() += " " + line;
    else out.push_back(line);
  }
  for (auto& one : out) one = squeezed(one);
  return out;
}

[[noreturn]] void differ(const std::string& ours, const std::string& peers) {
  throw std::runtime_error("the two do not agree.\n  mappa: " + ours + "\n  peer:  " + peers);
}

void same(const Lines& ours, const Lines& peers) {
  for (std::size_t i = 0; i < std::min(ours.size(), peers.size()); ++i)
    if (ours[i] != peers[i]) differ(ours[i], peers[i]);
  if (ours.size() != peers.size()) differ(fmt::format("{} lines", ours.size()), fmt::format("{} lines", peers.size()));
}

// "NOT CLEAR A1234BC SMITH, JOHN no plan Who manages the person? (+2 more)"
std::string in_short(const Lines& cells) {
  const std::string more = cells[5] == "0" ? "" : fmt::format(" (+{} more)", cells[5]);
  return squeezed(fmt::format("{} {} {} {} {}{}", cells[0], cells[1], cells[2], cells[3], cells[4], more));
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

// A line of the peer's list as mappa's begins: "DUE A1234BC SMITH, JOHN, HAR p9.review Reviewed? Not yet. By 1 May 2027 ("
std::string due_line(const Lines& cells) {
  const std::string today = std::string(now).substr(0, 10), day = cells[6];
  const std::string mark = day.empty() ? "NO DATE" : day < today ? "OVERDUE" : "DUE";
  const std::string place = cells[2].empty() ? "" : ", " + cells[2];
  return squeezed(fmt::format("{} {} {}{} {} {} {}.", mark, cells[0], cells[1], place, cells[3], cells[4], capital(cells[7])));
}

// By when: "By 1 May 2027 (", "by 1 May 2027 (", or that no day is known.
bool says_when(const std::string& line, const std::string& day) {
  if (day.empty()) return line.find("o day is known for it.") != std::string::npos;
  return line.find("y " + mappa::spoken(*mappa::date_from_iso(day)) + " (") != std::string::npos;
}

// The rows under whoever owes them, in the order in which these first turn up.
std::vector<Lines> by_team(const Lines& rows) {
  std::map<std::string, std::size_t> order;
  std::vector<std::pair<std::size_t, Lines>> all;
  for (const auto& row : rows) {
    auto cells = cells_of(row, 8);
    const auto team = order.emplace(cells[5], order.size()).first->second;
    all.emplace_back(team, std::move(cells));
  }
  std::ranges::stable_sort(all, {}, [](const auto& one) { return one.first; });
  std::vector<Lines> out;
  for (auto& one : all) out.push_back(std::move(one.second));
  return out;
}

bool is_item(const std::string& line) {
  return line.starts_with("  NO DATE  ") || line.starts_with("  OVERDUE  ") || line.starts_with("  DUE      ");
}

}  // namespace

std::string same_of_everybody(const std::string& ours, const std::string& peers) {
  auto here = paragraphs(lines_of(ours), 28);
  if (!here.empty()) here.pop_back();  // the closing line counts them
  Lines there;
  std::map<std::string, int> outcomes;
  for (const auto& row : lines_of(peers)) {
    const auto cells = cells_of(row, 6);
    ++outcomes[cells[0]];
    there.push_back(in_short(cells));
  }
  same(here, there);
  std::string out = fmt::format("{} people", there.size());
  for (const auto& [outcome, count] : outcomes) out += fmt::format(", {} {}", count, outcome);
  return out;
}

std::string same_due(const std::string& ours, const std::string& peers) {
  Lines here;
  for (const auto& line : lines_of(ours)) {
    if (is_item(line)) here.push_back(line);
    else if (!here.empty() && line.starts_with("    ")) here.back() += " " + line;
  }
  const auto there = by_team(lines_of(peers));
  if (here.size() != there.size()) differ(fmt::format("{} lines", here.size()), fmt::format("{} lines", there.size()));
  for (std::size_t i = 0; i < here.size(); ++i) {
    const auto line = squeezed(here[i]), wanted = due_line(there[i]);
    if (!line.starts_with(wanted) || !says_when(line, there[i][6])) differ(line, wanted + " " + there[i][6]);
  }
  return fmt::format("{} lines", here.size());
}

void same_of_one(const std::string& ours, const std::string& peers, const std::string& number) {
  std::string newest;
  for (const auto& row : lines_of(peers))
    if (const auto cells = cells_of(row); cells.size() > 2 && cells[2] == number) newest = cells[0];
  const auto page = squeezed(fmt::format("{}", fmt::join(lines_of(ours), " ")));
  const auto rests = fmt::format("Rests on entries up to {}.", newest);
  if (page.find(rests) == std::string::npos || page.find(number) == std::string::npos) differ(page, rests);
}

}  // namespace bench
