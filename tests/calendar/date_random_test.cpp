// Whatever is thrown at the readers of dates, they do not crash, and what they read prints and reads back.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <variant>

#include "base/random_text.hpp"
#include "calendar/day.hpp"
#include "mappa/base/text.hpp"

using namespace mappa;

namespace {

const Date today = day("2026-11-22");
const Moment now = moment("2026-11-22T12:00");

bool whole_message(const DateProblem& problem) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  return problem.what.ends_with('.') && problem.remedy.ends_with('.') && is_utf8(problem.what) &&
         std::ranges::none_of(problem.what, is_control);
}

// What is wrong with a reader on this text, or "".
std::string broken_on(const std::string& text) {
  const auto strict_day = date_from_iso(text);
  if (strict_day && iso(*strict_day) != text) return "an ISO date prints otherwise";
  const auto strict_moment = moment_from_iso(text);
  if (strict_moment && iso(*strict_moment) != text) return "an ISO moment prints otherwise";
  const auto strict_instant = instant_from_iso(text);
  if (strict_instant && iso(*strict_instant) != text) return "an ISO instant prints otherwise";

  const auto typed_day = read_date(text, today);
  if (strict_day && std::get<Date>(typed_day) != *strict_day) return "an ISO date is read otherwise";
  if (const auto* date = std::get_if<Date>(&typed_day)) {
    if (!date->ok()) return "a day that does not exist";
    if (date_from_iso(iso(*date)) != *date) return "a date does not read back from ISO";
    if (std::get<Date>(read_date(spoken(*date), today)) != *date)
      return "a date does not read back as spoken";
  } else if (!whole_message(std::get<DateProblem>(typed_day))) {
    return "a message that is not whole and safe";
  }

  const auto typed_moment = read_moment(text, now);
  if (const auto* at = std::get_if<Moment>(&typed_moment)) {
    if (moment_from_iso(iso(*at)) != *at) return "a moment does not read back from ISO";
    if (std::get<Moment>(read_moment(iso(*at), now)) != *at) return "a moment does not read back as typed";
  } else if (!whole_message(std::get<DateProblem>(typed_moment))) {
    return "a message that is not whole and safe";
  }
  return "";
}

void check(const std::string& text) {
  const std::string broken = broken_on(text);
  if (!broken.empty()) FAIL(broken, " on ", safe(text));
}

}  // namespace

TEST_CASE("random bytes never confuse the readers of dates") {
  RandomText random(1);
  for (int i = 0; i < 40'000; ++i) check(random.bytes(20));
}

TEST_CASE("random texts made of what dates are made of never confuse the readers") {
  RandomText random(2);
  for (int i = 0; i < 80'000; ++i) check(random.of("0123456789-/.:+ TZdwapm", 20));
}

TEST_CASE("dates and times with one slip never confuse the readers") {
  RandomText random(3);
  const std::string_view starts[] = {
      "2026-11-25",       "25/11/2026",           "25 Nov 2026",       "+14d",
      "2026-11-25T14:00", "2026-11-25T14:00:00Z", "today 2:30pm",      "30 September 1999",
      "29.02.2024",       "31-12-9999 23:59",     "tomorrow 12:30 am", "now"};
  for (int i = 0; i < 30'000; ++i) {
    const std::string once = random.spoilt(std::string(starts[random.below(std::size(starts))]));
    check(once);
    check(random.spoilt(once));
  }
}

TEST_CASE("every day of 1900 to 2100 reads back from what is stored and from what is shown") {
  for (Date date = day("1900-01-01"); date <= day("2100-12-31"); date = plus_days(date, 1)) {
    if (date_from_iso(iso(date)) != date) FAIL(iso(date));
    if (std::get<Date>(read_date(spoken(date), today)) != date) FAIL(spoken(date));
  }
}
