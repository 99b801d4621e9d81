#include "due_format.hpp"

#include <algorithm>

#include "due_email.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/report/due.hpp"
#include "session.hpp"

namespace mappa {
namespace {

PrintDue as_text(const Arguments&, const Session& session) {
  return [&session](const Due& due) { session.print(page(due)); };
}

PrintDue as_json(const Arguments&, const Session& session) {
  return [&session](const Due& due) { session.print(json(due)); };
}

std::string listed_names() {
  std::string out;
  for (const auto& one : due_formats()) out += (out.empty() ? "" : ", ") + one.name;
  return out;
}

const DueFormat& chosen(const Arguments& given, const Session& session) {
  const std::string name = given.value("format").value_or(session.json() ? "json" : "text");
  const auto found = std::ranges::find(due_formats(), name, &DueFormat::name);
  if (found == due_formats().end())
    throw Fault(Cause::usage, "--format: \"" + safe(name) + "\" is no format.", "Give one of " + listed_names() + ".");
  if (session.json() && name != "json") throw Fault(Cause::usage, "--json and --format " + name + " contradict each other.", "Leave one out.");
  return *found;
}

}  // namespace

const std::vector<DueFormat>& due_formats() {
  static const std::vector<DueFormat> all{
      {"text", {}, as_text},
      {"json", {}, as_json},
      {"email", email_options(), as_email},
  };
  return all;
}

std::vector<Option> due_format_options() {
  std::vector<Option> out{{"format", "FORMAT", "one of " + listed_names() + " (default: text, or json with --json)"}};
  for (const auto& one : due_formats()) out.insert(out.end(), one.options.begin(), one.options.end());
  return out;
}

PrintDue due_format(const Arguments& given, const Session& session) {
  const DueFormat& format = chosen(given, session);
  for (const auto& other : due_formats())
    for (const Option& option : other.options)
      if (other.name != format.name && given.has(option.name))
        throw Fault(Cause::usage, "--" + option.name + " goes with --format " + other.name + ".", "Add that, or leave it out.");
  return format.prepare(given, session);
}

}  // namespace mappa
