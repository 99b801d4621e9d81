#include "mappa/casebook/recording.hpp"

#include <algorithm>

#include "mappa/base/nearest.hpp"

namespace mappa {
namespace {

Problem problem(std::string id, const std::string& field, const std::string& value, std::string what, std::string remedy) {
  return {std::move(id), Weight::error, "", 0, field, value, std::move(what), std::move(remedy)};
}

const std::string* find(const Given& given, std::string_view name) {
  const auto found = std::ranges::find(given, name, &Given::value_type::first);
  return found == given.end() ? nullptr : &found->second;
}

void complain_about_names(const Kind& kind, const Given& given, Problems& problems) {
  std::vector<std::string> known;
  for (const Field& field : kind.fields)
    if (!field.computed) known.push_back(field.name);
  for (const auto& [name, value] : given) {
    if (std::ranges::find(known, name) == known.end()) {
      const auto near = nearest(name, known);
      problems.push_back(problem("record.field", name, value, "\"" + kind.name + "\" has no field of this name.",
                                 near ? "Did you mean \"" + *near + "\"?" : "See: mappa record " + kind.name + " --help"));
    } else if (std::ranges::count(given, name, &Given::value_type::first) > 1) {
      problems.push_back(problem("record.twice", name, value, "It is given more than once.", "Give it once."));
    }
  }
}

void read_fields(const Kind& kind, const Given& given, Moment now, Recording& out) {
  for (const Field& field : kind.fields) {
    const std::string* typed = find(given, field.name);
    if (!typed || field.computed) continue;
    const Canonical read = field.read(*typed, now);
    if (const auto* wrong = std::get_if<TypedProblem>(&read))
      out.problems.push_back(problem("record.value", field.name, *typed, wrong->what, wrong->remedy));
    else
      out.body.emplace_back(field.name, std::get<std::string>(read));
  }
}

void complain_about_missing(const Kind& kind, const Given& given, Problems& problems) {
  for (const auto& name : kind.required)
    if (!find(given, name))
      problems.push_back(problem("record.required", name, "", "A record of this kind needs it.",
                                 "For example: " + kind.line_to_type()));
  if (given.empty() && kind.required.empty())
    problems.push_back(problem("record.nothing", "", "", "There is nothing to record.", "For example: " + kind.line_to_type()));
}

// The day that the kind's own date names; a date and time names its day.
std::optional<Date> own_day(const Kind& kind, const Body& body) {
  if (kind.dated_by.empty()) return std::nullopt;
  const auto text = value(body, kind.dated_by);
  if (const auto moment = moment_from_iso(text)) return moment->day;
  return date_from_iso(text);
}

}  // namespace

Recording read_record(const Kind& kind, const Given& given, std::optional<Date> on, Moment now, const Given& computed) {
  Recording out;
  complain_about_names(kind, given, out.problems);
  complain_about_missing(kind, given, out.problems);
  read_fields(kind, given, now, out);
  for (const auto& [name, text] : computed) out.body.emplace_back(name, text);
  out.on = on ? *on : own_day(kind, out.body).value_or(now.day);
  if (out.on > now.day)
    out.problems.push_back(problem("record.value", "on", iso(out.on), spoken(out.on) + " is in the future.",
                                   "A record is about a day up to today."));
  if (!out.problems.empty()) out.body.clear();
  return out;
}

}  // namespace mappa
