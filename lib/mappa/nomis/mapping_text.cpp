#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "mappa/nomis/mapping.hpp"
#include "mappa/nomis/raw_record.hpp"

namespace mappa {
namespace {

// What TOML wants escaped in a text between quotation marks, and DEL.
std::string escaped(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\t':
      return "\\t";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    default:
      break;
  }
  if ((c >= '\0' && c < ' ') || c == '\x7f') return fmt::format("\\u{:04x}", static_cast<unsigned>(c));
  return {c};
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) out += escaped(c);
  return out + '"';
}

std::string quoted(char c) { return quoted(std::string_view(&c, 1)); }

std::string line(const std::string& key, const std::string& value) {
  return fmt::format("{} = {}\n", key, value);
}

std::string_view written(Encoding encoding) { return encoding == Encoding::utf8 ? "utf-8" : "windows-1252"; }

// A table under its heading, or nothing when it is empty.
std::string table(std::string_view heading, const std::string& lines) {
  return lines.empty() ? "" : fmt::format("\n[{}]\n{}", heading, lines);
}

std::string columns_of(const Mapping& mapping) {
  std::string lines;
  for (const auto& [header, means] : mapping.columns) lines += line(quoted(header), quoted(means));
  return lines;
}

std::string dates_of(const Mapping& mapping) {
  std::string lines;
  if (mapping.other_dates) lines += line("default", quoted(name(*mapping.other_dates)));
  for (const auto& [column, format] : mapping.dates) lines += line(quoted(column), quoted(name(format)));
  return lines;
}

std::string constants_of(const Mapping& mapping) {
  std::string lines;
  for (const auto& [field, value] : mapping.constants) lines += line(field, quoted(value));
  return lines;
}

bool has_alerts(const Mapping& mapping) {
  return mapping.constants.contains(alerts_field) ||
         std::ranges::any_of(mapping.columns,
                             [](const Mapping::Column& column) { return column.means == alerts_field; });
}

std::string alerts_of(const Mapping& mapping) {
  if (mapping.alerts == AlertSyntax{} && !has_alerts(mapping)) return "";
  return line("between", quoted(mapping.alerts.between)) + line("parts", quoted(mapping.alerts.parts));
}

}  // namespace

std::string as_toml(const Mapping& mapping) {
  std::string out;
  if (mapping.separator) out += line("separator", quoted(*mapping.separator));
  if (mapping.encoding) out += line("encoding", quoted(written(*mapping.encoding)));
  out += table("columns", columns_of(mapping));
  out += table("dates", dates_of(mapping));
  out += table("constants", constants_of(mapping));
  out += table("alerts", alerts_of(mapping));
  return out;
}

}  // namespace mappa
