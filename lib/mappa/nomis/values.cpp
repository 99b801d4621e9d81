#include "mappa/nomis/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "mappa/base/text.hpp"
#include "mappa/nomis/date_value.hpp"
#include "mappa/nomis/problem_ids.hpp"

namespace mappa {
namespace {

bool is_control(char c) { return (c >= '\0' && c < ' ') || c == '\x7f'; }

// Printable ASCII without a blank at either end or two in a row: as most values are.
bool is_plain(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ') return false;
  char before = 'x';
  for (const char c : text) {
    if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) return false;
    before = c;
  }
  return true;
}

// Trimmed, and every run of blanks inside made one. Blanks are what trimmed() takes off, so that both
// agree on what a blank is; visible ASCII needs no asking.
std::string with_single_blanks(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  const auto is_visible = [](char c) { return c > ' ' && c < '\x7f'; };
  std::string out;
  for (text = trimmed(text); !text.empty();) {
    const std::string_view rest = is_visible(text.front()) ? text : trimmed(text);
    if (rest.size() != text.size()) out += ' ';
    out += rest.front();
    text = rest.substr(1);
  }
  return out;
}

Problem bad(const ProblemKind& kind, const RawField& raw, std::string what) {
  return make_problem(kind, std::string(raw.named), std::string(raw.value), std::move(what));
}

// Written as the usual remedy says, a date would not be read where the column has a format of its own.
Problem bad_date(const RawField& raw, std::string what) {
  Problem problem = bad(nomis_problem::date, raw, std::move(what));
  if (raw.format)
    problem.remedy = fmt::format("Look the date up and write it as {} ({}), or correct the format in the mapping file.",
                                 example(*raw.format), looks_like(*raw.format));
  return problem;
}

std::string_view without_full_stops(std::string_view text) {
  while (text.ends_with('.')) text = trimmed(text.substr(0, text.size() - 1));
  return text;
}

bool is_one_of(const std::string& word, std::string_view a, std::string_view b, std::string_view c,
               std::string_view d) {
  return word == a || word == b || word == c || word == d;
}

}  // namespace

bool is_absent(std::string_view value, NomisType type) {
  const auto text = trimmed(value);
  if (text.empty()) return true;
  if (text.size() != 3 && text.size() != 4) return false;  // the usual case, quickly
  const std::string small = lower(text);
  if (small != "null" && small != "n/a" && small != "none") return false;
  return type != NomisType::text || text == small || text == upper(text);
}

bool fits(const RawField& raw, NomisType type) {
  if (raw.value.find('\0') != std::string_view::npos) return false;  // a file that holds it is no CSV any more
  if (raw.type == RawType::cell) return true;
  if (type == NomisType::flag) return raw.type == RawType::boolean;
  // Some services give the booking's internal number as a number.
  if (raw.type == RawType::integer && raw.field != nullptr && raw.field->name == "bookingId") return true;
  return raw.type == RawType::string;
}

Problem repaired(std::string_view named, std::string_view before, std::string_view after) {
  return make_problem(nomis_problem::repaired, std::string(named), std::string(before),
                      fmt::format("Put into the usual form: \"{}\" → \"{}\".", safe(before), safe(after)));
}

std::optional<std::string> read_text(const RawField& raw, Problems& problems) {
  std::string text = with_single_blanks(raw.value);
  if (text != raw.value) problems.push_back(repaired(raw.named, raw.value, text));
  return text;
}

std::optional<std::string> read_code(const RawField& raw, Problems& problems) {
  std::string code = upper(without_full_stops(with_single_blanks(raw.value)));
  if (is_absent(code, NomisType::code) && !code.empty()) return std::nullopt;  // "NULL."
  if (code.empty() || std::ranges::any_of(code, is_control)) {
    problems.push_back(bad(nomis_problem::code, raw, "It is no code."));
    return std::nullopt;
  }
  if (code != raw.value) problems.push_back(repaired(raw.named, raw.value, code));
  return code;
}

std::optional<std::string> read_flag(const RawField& raw, Problems& problems) {
  const std::string word = lower(trimmed(raw.value));
  if (is_one_of(word, "yes", "y", "true", "1")) return "yes";
  if (is_one_of(word, "no", "n", "false", "0")) return "no";
  problems.push_back(bad(nomis_problem::flag, raw, "It is neither yes nor no."));
  return std::nullopt;
}

ReadDate read_date(const RawField& raw, Problems& problems) {
  const auto text = trimmed(raw.value);
  const DateValue read = raw.format ? read_date_value(text, *raw.format) : read_date_value(text);
  if (!read.error.empty()) problems.push_back(bad_date(raw, read.error));
  if (read.means_none)
    problems.push_back(
        bad(nomis_problem::date_none, raw, "A date so far away stands for none; none was taken."));
  if (read.time_dropped)
    problems.push_back(
        bad(nomis_problem::date_time, raw,
            fmt::format("The time was dropped: \"{}\" → \"{}\".", safe(raw.value), iso(*read.date))));
  ReadDate date{std::nullopt, read.month_first, read.either_way};
  if (read.date) date.value = iso(*read.date);
  return date;
}

}  // namespace mappa
