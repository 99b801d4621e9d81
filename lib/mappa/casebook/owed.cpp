#include "mappa/casebook/owed.hpp"

#include <algorithm>
#include <utility>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"

namespace mappa {
namespace {

constexpr std::string_view no_date = "no-date";

}  // namespace

std::string text(const Owed& one) {
  return (one.by ? iso(*one.by) : std::string(no_date)) + " " + one.role + (one.about.empty() ? "" : " " + one.about);
}

std::optional<Owed> owed_from(std::string_view text) {
  const auto take_word = [&] {
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    return word;
  };
  const auto day = take_word();
  Owed out;
  if (day != no_date && !(out.by = date_from_iso(day))) return std::nullopt;
  out.role = take_word();
  out.about = text;
  return out.role.empty() ? std::nullopt : std::optional(std::move(out));
}

std::string text(std::span<const Owed> all) {
  std::string out;
  for (const Owed& one : all) out += (out.empty() ? "" : "\n") + text(one);
  return out;
}

std::vector<Owed> all_owed_from(std::string_view text) {
  std::vector<Owed> out;
  for (const auto line : split(text, '\n')) {
    auto one = owed_from(line);
    if (!one)
      throw Fault(Cause::integrity, "An entry of the casebook says what was owed, and cannot be understood.",
                  "It may come from a newer version of mappa: update it, or restore the casebook from a backup.");
    out.push_back(std::move(*one));
  }
  return out;
}

}  // namespace mappa
