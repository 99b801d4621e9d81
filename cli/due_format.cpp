#include "due_format.hpp"

#include <algorithm>

#include "due_email.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/report/due.hpp"
#include "mappa/report/due_calendar.hpp"
#include "mappa/report/ical.hpp"
#include "session.hpp"

namespace mappa {
namespace {

using Print = std::function<void(const Due&)>;

constexpr const char* with_names = "with-names";

Print as_text(const Arguments&, const Session& session) {
  return [&session](const Due& due) { session.print(page(due)); };
}

Print as_json(const Arguments&, const Session& session) {
  return [&session](const Due& due) { session.print(json(due)); };
}

// What is not in a calendar is said beside it: nobody may take it for all that is owed.
Print as_ics(const Arguments& given, const Session& session) {
  const bool names = given.has(with_names);
  return [&session, names](const Due& due) {
    session.out() << ical(calendar(due, session.clock().instant, names));
    session.print_aside(beside_calendar(due));
    session.print_known_aside();
  };
}

std::string listed_names() {
  std::string out;
  for (const auto& one : due_formats()) out += (out.empty() ? "" : ", ") + one.name;
  return out;
}

bool has(const DueFormat& format, const Option& option) {
  return std::ranges::find(format.options, option.name, &Option::name) != format.options.end();
}

}  // namespace

const std::vector<DueFormat>& due_formats() {
  static const std::vector<DueFormat> all{
      {"text", {}, as_text},
      {"json", {}, as_json},
      {"email", email_options(), as_email},
      {"ics", {{with_names, "", "ics: name people too (default: prison numbers and roles only)"}}, as_ics, true},
  };
  return all;
}

std::vector<Option> due_format_options() {
  std::vector<Option> out{{"format", "FORMAT", "one of " + listed_names() + " (default: text, or json with --json)"}};
  for (const auto& one : due_formats())
    for (const Option& option : one.options)
      if (std::ranges::find(out, option.name, &Option::name) == out.end()) out.push_back(option);
  return out;
}

const DueFormat& due_format(const Arguments& given, const Session& session) {
  const std::string name = given.value("format").value_or(session.json() ? "json" : "text");
  const auto found = std::ranges::find(due_formats(), name, &DueFormat::name);
  if (found == due_formats().end()) throw Fault(Cause::usage, "--format: \"" + safe(name) + "\" is no format.", "Give one of " + listed_names() + ".");
  if (session.json() && name != "json") throw Fault(Cause::usage, "--json and --format " + name + " contradict each other.", "Leave one out.");
  for (const auto& other : due_formats())
    for (const Option& option : other.options)
      if (given.has(option.name) && !has(*found, option))
        throw Fault(Cause::usage, "--" + option.name + " goes with --format " + other.name + ".", "Add that, or leave it out.");
  for (const char* part : {"new", "new-since", "quiet-if-nothing"})
    if (found->tokens && given.has(part))
      throw Fault(Cause::usage,
                  "--" + std::string(part) + " and --format " + name + " do not go together: what is not in a calendar counts as done.",
                  "Leave one of them out.");
  return *found;
}

}  // namespace mappa
