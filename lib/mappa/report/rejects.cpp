#include "mappa/report/rejects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "mappa/base/text.hpp"
#include "mappa/report/json.hpp"

namespace mappa {
namespace {

struct Why {
  std::string rules, reasons;
};

// Every error, in the order in which they were found.
Why why(const Checked& record) {
  Why out;
  for (const Problem& problem : record.problems) {
    if (problem.weight != Weight::error) continue;
    std::string reason = problem.field.empty() ? "" : safe(problem.field) + ": ";
    if (!problem.value.empty()) reason += "\"" + safe(problem.value) + "\": ";
    out.rules += (out.rules.empty() ? "" : " ") + problem.id;
    out.reasons += (out.reasons.empty() ? "" : " ") + reason + safe(problem.what);
  }
  return out;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

// Alone in its line.
std::string ended(std::string text) {
  if (!text.ends_with('\n') && !text.ends_with('\r')) text += '\n';
  return text;
}

std::string json_line(const Checked& record, std::string_view text) {
  const auto [rules, reasons] = why(record);
  std::string object = mappa::text(Json::object({{reject_columns[0], record.line}, {reject_columns[1], rules}, {reject_columns[2], reasons}}), false);
  std::string own(text);
  // JSON has line ends only between its parts, where they mean nothing.
  std::ranges::replace_if(own, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  const bool is_object = own.starts_with('{') && own.find_first_not_of("{ }\t") != std::string::npos;
  object.pop_back();
  return object + (is_object ? "," + own.substr(1) : std::string("}")) + "\n";
}

}  // namespace

std::string rejects_header(const Layout& layout) {
  if (layout.json) return {};
  std::string out;
  for (const char* column : reject_columns) out += std::string(column) + layout.separator;
  return ended(out + layout.header);
}

std::string reject_line(const Layout& layout, const Checked& record, std::string_view text) {
  if (layout.json) return json_line(record, text);
  const auto [rules, reasons] = why(record);
  const char s = layout.separator;
  return ended(fmt::format("{}{}{}{}{}{}{}", record.line, s, quoted(rules), s, quoted(reasons), s, text));
}

}  // namespace mappa
