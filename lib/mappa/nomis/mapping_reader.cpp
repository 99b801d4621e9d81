#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casebook/nomis_row.hpp"
#include "mappa/nomis/mapping.hpp"
#include "mappa/nomis/raw_record.hpp"

namespace mappa {
namespace {

using Names = std::vector<std::string>;

constexpr std::array words{std::pair{std::string_view{"comma"}, ','},
                           std::pair{std::string_view{"semicolon"}, ';'},
                           std::pair{std::string_view{"tab"}, '\t'}};

// The fault of a word at a key that is none of those it may be.
[[noreturn]] void unknown(const Toml& table, std::string_view key, std::string_view word,
                          std::string_view is_no, const Names& known, const std::string& remedy) {
  const auto near = nearest(word, known);
  table.reject(key,
               fmt::format("\"{}\" is no {}{}", safe(word), is_no,
                           near ? fmt::format("; did you mean \"{}\"?", safe(*near)) : "."),
               remedy);
}

Names separator_words() {
  Names names;
  for (const auto& [word, character] : words) names.emplace_back(word);
  return names;
}

// A character, by itself or by its word; nothing when it is something else.
std::optional<char> character(std::string_view text) {
  if (text.size() == 1) return text[0];
  const std::string small = lower(text);
  const auto found = std::ranges::find(words, small, [](const auto& pair) { return pair.first; });
  if (found == words.end()) return std::nullopt;
  return found->second;
}

std::optional<char> read_separator(Toml& file) {
  const auto text = file.text("separator");
  if (!text) return std::nullopt;
  const auto read = character(*text);
  constexpr std::string_view allowed = ",;\t|";
  if (read && allowed.find(*read) != std::string_view::npos) return read;
  unknown(file, "separator", *text, "separator", separator_words(),
          R"(Use ",", ";", "\t" or "|", or one of the words comma, semicolon and tab.)");
}

std::optional<Encoding> read_encoding(Toml& file) {
  const auto text = file.text("encoding");
  if (!text) return std::nullopt;
  if (lower(*text) == "utf-8") return Encoding::utf8;
  if (lower(*text) == "windows-1252") return Encoding::windows_1252;
  unknown(file, "encoding", *text, "encoding that can be read", {"utf-8", "windows-1252"},
          "Use \"utf-8\" or \"windows-1252\".");
}

// Letters, digits and full stops stand in alerts themselves.
bool may_separate_alerts(char c) {
  return c == '\t' || c == '\n' || (c >= ' ' && c <= '/' && c != '.') || (c >= ':' && c <= '@') ||
         (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

void read_alert_separator(Toml& table, std::string_view key, char& separator) {
  const auto text = table.text(key);
  if (!text) return;
  const auto read = character(*text);
  if (!read || !may_separate_alerts(*read))
    unknown(table, key, *text, "separator of alerts", separator_words(),
            "Use one character that is no letter, digit or full stop, or one of the words comma, semicolon "
            "and tab.");
  separator = *read;
}

AlertSyntax read_alerts(Toml& file) {
  AlertSyntax syntax;
  auto table = file.table("alerts");
  if (!table) return syntax;
  read_alert_separator(*table, "between", syntax.between);
  read_alert_separator(*table, "parts", syntax.parts);
  table->finish();
  if (syntax.between == syntax.parts)
    table->reject(table->has("parts") ? "parts" : "between",
                  "the same character stands between alerts and between their parts.",
                  "Say two different characters, as they stand in the file.");
  return syntax;
}

std::string read_meaning(Toml& table, const std::string& header) {
  const std::string word = table.text(header).value_or("");
  if (word.empty()) return word;
  if (const auto means = find_alias(word)) return meaning_word(*means, word);
  unknown(table, header, word, "field", known_headers(),
          R"(Use a name from the headers in mappa-import(1), or "" to leave the column out.)");
}

void check_column(const Toml& table, const std::string& key, const Mapping::Column& column,
                  const std::vector<Mapping::Column>& before) {
  for (const Mapping::Column& other : before) {
    if (same_header(other.header, column.header))
      table.reject(key, fmt::format("the header \"{}\" stands here twice.", safe(column.header)),
                   "Remove one: letter case and blanks around a header do not count.");
    if (same_meaning(other, column))
      table.reject(key,
                   fmt::format("\"{}\" and \"{}\" both mean {}.", safe(other.header), safe(column.header),
                               column.means),
                   "Leave one of the two columns out by giving it \"\".");
  }
}

std::vector<Mapping::Column> read_columns(Toml& file) {
  std::vector<Mapping::Column> columns;
  auto table = file.table("columns");
  if (!table) return columns;
  for (const std::string& key : table->keys()) {
    Mapping::Column column{std::string(trimmed(key)), read_meaning(*table, key)};
    check_column(*table, key, column, columns);
    columns.push_back(std::move(column));
  }
  return columns;
}

DateFormat read_format(Toml& table, const std::string& key) {
  const std::string word = table.text(key).value_or("");
  if (const auto format = find_date_format(word)) return *format;
  Names names;
  for (const DateFormat format : date_formats()) names.emplace_back(name(format));
  unknown(table, key, word, "date format", names, fmt::format("Use one of {}.", fmt::join(names, ", ")));
}

// The headers and fields that may stand among the dates.
Names date_columns(const Mapping& mapping) {
  Names names{"default"};
  const auto add = [&](std::string_view header) {
    const auto means = meaning(mapping, header);
    const NomisField* field = means ? find_nomis_field(means->field) : nullptr;
    if (field != nullptr && field->type == NomisType::date) names.emplace_back(header);
  };
  for (const Mapping::Column& column : mapping.columns) add(column.header);
  for (const std::string& header : known_headers()) add(header);
  return names;
}

void check_date_of_birth(const Toml& table, const std::string& key, const Mapping& mapping,
                         DateFormat format) {
  const auto means = meaning(mapping, key);
  if (!has_short_year(format) || !means || means->field != "dateOfBirth") return;
  table.reject(
      key,
      fmt::format("{} leaves the century of a date of birth open: two-digit years mean 2000 to 2099.",
                  name(format)),
      "Export the dates of birth with all four digits of the year.");
}

void read_dates_of(Toml& table, const std::string& key, const Names& known, Mapping& mapping) {
  if (!std::ranges::any_of(known, [&](const std::string& column) { return same_header(column, key); }))
    unknown(table, key, key, "column with dates", known,
            "Name a header of [columns] or a field that holds dates, or \"default\" for all others.");
  const auto twice = std::ranges::any_of(
      mapping.dates, [&](const Mapping::Dates& dates) { return same_header(dates.column, key); });
  if (twice)
    table.reject(key, fmt::format("the column \"{}\" stands here twice.", safe(trimmed(key))), "Remove one.");
  const DateFormat format = read_format(table, key);
  check_date_of_birth(table, key, mapping, format);
  mapping.dates.push_back({std::string(trimmed(key)), format});
}

void read_dates(Toml& file, Mapping& mapping) {
  auto table = file.table("dates");
  if (!table) return;
  const Names known = date_columns(mapping);
  for (const std::string& key : table->keys()) {
    if (!same_header(key, "default"))
      read_dates_of(*table, key, known, mapping);
    else if (mapping.other_dates)
      table->reject(key, "\"default\" stands here twice.", "Remove one.");
    else
      mapping.other_dates = read_format(*table, key);
  }
}

// A field that may have one value for every row.
std::string constant_field(const Toml& table, const std::string& key) {
  const auto means = find_alias(key);
  if (!means || means->beats || means->youth_code) {
    Names names{std::string(alerts_field)};
    for (const NomisField& field : nomis_fields()) names.emplace_back(field.name);
    unknown(table, key, key, "field", names,
            "Use a name from the first column of the headers in mappa-import(1).");
  }
  if (means->field == prison_number_field)
    table.reject(key, "a prison number cannot be the same in every row.",
                 "Remove it, and map the column that holds the prison number.");
  return std::string(means->field);
}

void check_constant(const Toml& table, const std::string& key, const std::string& field,
                    const Mapping& mapping) {
  for (const Mapping::Column& column : mapping.columns) {
    const auto means = find_alias(column.means);
    if (means && means->field == field)
      table.reject(key, fmt::format("the column \"{}\" holds {} already.", safe(column.header), field),
                   "Remove the constant, or leave the column out by giving it \"\".");
  }
  if (mapping.constants.contains(field))
    table.reject(key, fmt::format("{} stands here twice.", field), "Remove one.");
}

void read_constants(Toml& file, Mapping& mapping) {
  auto table = file.table("constants");
  if (!table) return;
  for (const std::string& key : table->keys()) {
    const std::string field = constant_field(*table, key);
    check_constant(*table, key, field, mapping);
    std::string value = table->text(key).value_or("");
    if (trimmed(value).empty())
      table->reject(key, fmt::format("{} has no value.", field),
                    "Say the value that it has in every row, or remove it.");
    mapping.constants.emplace(field, std::move(value));
  }
}

}  // namespace

Mapping read_mapping(Toml& file) {
  Mapping mapping;
  mapping.separator = read_separator(file);
  mapping.encoding = read_encoding(file);
  mapping.columns = read_columns(file);
  read_dates(file, mapping);
  read_constants(file, mapping);
  mapping.alerts = read_alerts(file);
  file.finish();
  return mapping;
}

}  // namespace mappa
