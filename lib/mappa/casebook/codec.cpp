#include "mappa/casebook/codec.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"

namespace mappa {
namespace {

std::optional<int> whole(std::string_view text) {
  int out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return out;
}

// "1y6m", "18 months", "P1Y6M0D": numbers, each with a unit that starts with y, m or d.
std::optional<Length> length_from(std::string_view text) {
  std::string packed;
  for (const char c : lower(text))
    if (c != ' ') packed += c;
  std::string_view rest = packed;
  if (rest.starts_with('p')) rest.remove_prefix(1);
  if (rest.empty()) return std::nullopt;
  Length out;
  std::string units;
  while (!rest.empty()) {
    int amount = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), amount);
    if (error != std::errc{} || amount < 0 || amount > 1200) return std::nullopt;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    const auto unit = rest.substr(0, rest.find_first_of("0123456789"));
    rest.remove_prefix(unit.size());
    if (unit == "y" || unit == "year" || unit == "years") out.years = amount;
    else if (unit == "m" || unit == "month" || unit == "months") out.months = amount;
    else if (unit == "d" || unit == "day" || unit == "days") out.days = amount;
    else return std::nullopt;
    if (units.find(unit.front()) != std::string::npos) return std::nullopt;
    units += unit.front();
  }
  return out;
}

}  // namespace

Canonical read_word(std::string_view typed, const std::vector<std::string>& words) {
  const std::string given = lower(trimmed(typed));
  std::string listed;
  for (const auto& word : words) {
    if (given == word) return word;
    listed += (listed.empty() ? "" : ", ") + word;
  }
  // One digit is as near to any other: no help, and "1" for "5" would be a bad guess.
  const auto near = given.size() > 1 ? nearest(given, words) : std::nullopt;
  return TypedProblem{fmt::format("It must be one of {}.", listed),
                     near ? fmt::format("Did you mean \"{}\"?", *near) : "Type one of these words."};
}

Canonical read_number(std::string_view typed, int least, int most) {
  const auto number = whole(trimmed(typed));
  if (number && *number >= least && *number <= most) return std::to_string(*number);
  return TypedProblem{fmt::format("It must be a number from {} to {}.", least, most), "Type the number that was decided."};
}

Canonical refuse_future(Canonical read, Moment now) {
  const auto* text = std::get_if<std::string>(&read);
  if (!text) return read;
  const auto day = date_from_iso(*text);
  const auto moment = moment_from_iso(*text);
  if (!(day && *day > now.day) && !(moment && *moment > now)) return read;
  return TypedProblem{fmt::format("{} is in the future, and this records what has happened.",
                                  day ? spoken(*day) : spoken(*moment)),
                      "Record it once it has happened."};
}

Canonical refuse_past(Canonical read, Moment now) {
  const auto* text = std::get_if<std::string>(&read);
  const auto day = text ? date_from_iso(*text) : std::nullopt;
  if (!day || *day >= now.day) return read;
  return TypedProblem{fmt::format("{} is past.", spoken(*day)), "Name today or a later day."};
}

Canonical Codec<bool>::read(std::string_view typed, Moment) { return read_word(typed, words()); }
std::optional<bool> Codec<bool>::from(std::string_view text) {
  if (text == "yes") return true;
  if (text == "no") return false;
  return std::nullopt;
}

Canonical Codec<int>::read(std::string_view typed, Moment) {
  const auto number = whole(trimmed(typed));
  if (!number) return TypedProblem{fmt::format("\"{}\" is not a whole number.", safe(typed)), "Type a number such as 2."};
  return std::to_string(*number);
}
std::optional<int> Codec<int>::from(std::string_view text) { return whole(text); }

Canonical Codec<Text>::read(std::string_view typed, Moment) {
  const auto text = trimmed(typed);
  if (text.empty()) return TypedProblem{"Nothing was given.", "Leave the option out if there is nothing to record."};
  if (!is_utf8(text)) return TypedProblem{"The text is not UTF-8.", "Use a terminal that is set to UTF-8."};
  if (text.size() > 4000) return TypedProblem{"The text is longer than 4000 bytes.", "Shorten it."};
  return std::string{text};
}
std::optional<Text> Codec<Text>::from(std::string_view text) { return Text{text}; }

Canonical Codec<Date>::read(std::string_view typed, Moment now) {
  const auto read = read_date(typed, now.day);
  if (const auto* problem = std::get_if<TypedProblem>(&read)) return *problem;
  return iso(std::get<Date>(read));
}
std::optional<Date> Codec<Date>::from(std::string_view text) { return date_from_iso(text); }

Canonical Codec<Done>::read(std::string_view typed, Moment now) {
  if (lower(trimmed(typed)) == "date-unknown") return std::string{"date-unknown"};
  const auto read = read_date(typed, now.day);
  if (const auto* problem = std::get_if<TypedProblem>(&read))
    return TypedProblem{problem->what, problem->remedy + " If it was done and nobody knows when: date-unknown."};
  return refuse_future(iso(std::get<Date>(read)), now);
}
std::optional<Done> Codec<Done>::from(std::string_view text) {
  if (text == "date-unknown") return Done{};
  if (const auto day = date_from_iso(text)) return Done{day};
  return std::nullopt;
}

Canonical Codec<Moment>::read(std::string_view typed, Moment now) {
  const auto read = read_moment(typed, now);
  if (const auto* problem = std::get_if<TypedProblem>(&read)) return *problem;
  return iso(std::get<Moment>(read));
}
std::optional<Moment> Codec<Moment>::from(std::string_view text) { return moment_from_iso(text); }

Canonical Codec<Length>::read(std::string_view typed, Moment) {
  const auto length = length_from(typed);
  if (!length)
    return TypedProblem{fmt::format("\"{}\" is not a length of time.", safe(typed)),
                       "Type years, months and days, such as 18m, 1y6m or \"90 days\"."};
  return fmt::format("P{}Y{}M{}D", length->years, length->months, length->days);
}
std::optional<Length> Codec<Length>::from(std::string_view text) { return length_from(text); }

std::vector<std::string> Codec<Topics>::words() {
  std::vector<std::string> out;
  for (const auto& [topic, text] : Words<Topic>::list) out.emplace_back(text);
  out.emplace_back("all");
  return out;
}

Canonical Codec<Topics>::read(std::string_view typed, Moment) {
  std::vector<std::string> given;
  for (std::string_view rest = typed;;) {
    const auto comma = rest.find(',');
    Canonical one = read_word(rest.substr(0, comma), words());
    if (std::holds_alternative<TypedProblem>(one)) return one;
    given.push_back(std::get<std::string>(std::move(one)));
    if (comma == std::string_view::npos) break;
    rest.remove_prefix(comma + 1);
  }
  const auto has = [&](const std::string& word) { return std::ranges::find(given, word) != given.end(); };
  std::string out;
  for (const auto& [topic, text] : Words<Topic>::list)
    if (has(text) || has("all")) out += (out.empty() ? "" : ",") + std::string(text);
  return out;
}

std::optional<Topics> Codec<Topics>::from(std::string_view text) {
  Topics out;
  for (;;) {
    const auto comma = text.find(',');
    const auto topic = from_word<Topic>(text.substr(0, comma));
    if (!topic) return std::nullopt;
    out.push_back(*topic);
    if (comma == std::string_view::npos) return out;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace mappa
