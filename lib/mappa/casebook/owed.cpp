#include "mappa/casebook/owed.hpp"

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"

namespace mappa {
namespace {

constexpr std::string_view no_date = "no-date";

}  // namespace

std::string text(const Owed& one) {
  return (one.by ? iso(*one.by) : std::string(no_date)) + (one.about.empty() ? "" : " " + one.about);
}

std::optional<Owed> owed_from(std::string_view text) {
  const auto blank = text.find(' ');
  const auto day = text.substr(0, blank);
  Owed out;
  if (day != no_date && !(out.by = date_from_iso(day))) return std::nullopt;
  if (blank != std::string_view::npos) out.about = text.substr(blank + 1);
  return out;
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
