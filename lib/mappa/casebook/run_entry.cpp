#include "mappa/casebook/run_entry.hpp"

#include <algorithm>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"

namespace mappa {
namespace {

Fault damaged(std::string_view what) {
  return {Cause::integrity, "A run in the casebook cannot be understood: " + std::string(what) + ".",
          "It may come from a newer version of mappa: update it, or restore the casebook from a backup."};
}

std::size_t count_at(const Body& body, std::string_view key) {
  const auto out = whole_number(body, key);
  if (!out || *out < 0) throw damaged(key);
  return static_cast<std::size_t>(*out);
}

EntryId entry_at(const Body& body, std::string_view key) { return static_cast<EntryId>(count_at(body, key)); }

// "A1234BC p9.referral 2026-11-30", a line each.
std::string lines_text(const std::vector<ShownLine>& lines) {
  std::string out;
  for (const ShownLine& line : lines) out += (out.empty() ? "" : "\n") + line.number.text() + " " + line.rule + " " + text(line.owed);
  return out;
}

ShownLine line_from(std::string_view text) {
  const auto first = text.find(' '), second = text.find(' ', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) throw damaged("line");
  const auto number = PrisonNumber::parse(text.substr(0, first));
  auto owed = owed_from(text.substr(second + 1));
  if (!number || !owed) throw damaged("line");
  return {*number, std::string(text.substr(first + 1, second - first - 1)), std::move(*owed)};
}

std::vector<ShownLine> lines_from(std::string_view text) {
  std::vector<ShownLine> out;
  for (const auto line : split(text, '\n')) out.push_back(line_from(line));
  return out;
}

}  // namespace

Body run_body(const RunEntry& entry) {
  return {{"name", entry.name},
          {"day", iso(entry.day)},
          {"restsOn", std::to_string(entry.rests_on)},
          {"before", std::to_string(entry.before)},
          {"policy", entry.policy},
          {"asked", entry.asked},
          {"due", std::to_string(entry.due)},
          {"overdue", std::to_string(entry.overdue)},
          {"undated", std::to_string(entry.undated)},
          {"acknowledged", std::to_string(entry.acknowledged)},
          {"imports", std::to_string(entry.imports)},
          {"came", lines_text(entry.came)},
          {"went", lines_text(entry.went)}};
}

RunEntry run_from(const Body& body) {
  RunEntry out;
  out.name = value(body, "name");
  const auto day = date_from_iso(value(body, "day"));
  if (out.name.empty() || !day) throw damaged("name or day");
  out.day = *day;
  out.rests_on = entry_at(body, "restsOn");
  out.before = entry_at(body, "before");
  out.policy = value(body, "policy");
  out.asked = value(body, "asked");
  out.due = count_at(body, "due");
  out.overdue = count_at(body, "overdue");
  out.undated = count_at(body, "undated");
  out.acknowledged = count_at(body, "acknowledged");
  out.imports = count_at(body, "imports");
  out.came = lines_from(value(body, "came"));
  out.went = lines_from(value(body, "went"));
  return out;
}

bool is_run_name(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  };
  return !text.empty() && text.size() <= 40 && std::ranges::all_of(text, fits);
}

}  // namespace mappa
