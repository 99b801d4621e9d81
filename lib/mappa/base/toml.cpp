#include "mappa/base/toml.hpp"

#define TOML_HEADER_ONLY 1
#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "mappa/base/fault.hpp"
#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"

namespace mappa {

// One table of a document, and which of its keys were asked for.
struct Toml::Node {
  std::shared_ptr<const toml::table> document;  // keeps `table` alive
  const toml::table* table = nullptr;
  std::string file;
  std::set<std::string, std::less<>> asked;
};

namespace {

constexpr const char* correct_file = "Correct the file and try again.";

std::string place(const std::string& file, const toml::source_position& at) {
  return fmt::format("{}:{}:{}", safe(file), at.line, at.column);
}

Fault fault_at(const std::string& file, const toml::source_position& at, const std::string& what,
               const std::string& remedy) {
  return Fault(Cause::configuration, fmt::format("{}: {}", place(file, at), what), remedy);
}

// Where a key stands; a key that is not there stands where its table does.
toml::source_position position(const toml::table& table, std::string_view key) {
  const auto found = table.find(key);
  return found == table.end() ? table.source().begin : found->first.source().begin;
}

const char* type_name(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "an array";
    case toml::node_type::string:
      return "a text";
    case toml::node_type::integer:
      return "a whole number";
    case toml::node_type::floating_point:
      return "a number with a fraction";
    case toml::node_type::boolean:
      return "true or false";
    case toml::node_type::date:
      return "a date";
    case toml::node_type::time:
      return "a time";
    case toml::node_type::date_time:
      return "a date and time";
    case toml::node_type::none:
      break;
  }
  return "nothing";
}

std::string iso_text(const toml::date& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

// To the minute where the seconds are 0, as everything in this program; else with them, so that
// whoever asked for the minute refuses it, and nothing is cut off in silence.
std::string iso_text(const toml::time& time) {
  std::string text = fmt::format("{:02}:{:02}", time.hour, time.minute);
  if (time.second != 0 || time.nanosecond != 0) text += fmt::format(":{:02}", time.second);
  if (time.nanosecond != 0) text += fmt::format(".{:09}", time.nanosecond);
  return text;
}

// A string, date, time or local date-time as text; nothing for any other type. Times are wall time in
// England, so an offset is not a text either.
std::optional<std::string> as_text(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* date = node.as_date()) return iso_text(date->get());
  if (const auto* time = node.as_time()) return iso_text(time->get());
  const auto* both = node.as_date_time();
  if (!both || !both->get().is_local()) return std::nullopt;
  return fmt::format("{}T{}", iso_text(both->get().date), iso_text(both->get().time));
}

std::optional<std::string> as_scalar(const toml::node& node) {
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
  if (const auto* number = node.as_integer()) return fmt::format("{}", number->get());
  if (const auto* number = node.as_floating_point()) return fmt::format("{}", number->get());
  return as_text(node);
}

Fault wrong_type(const std::string& file, const toml::source_position& at, std::string_view key,
                 const char* expected, const toml::node& node) {
  const auto* moment = node.as_date_time();
  const bool offset = moment && !moment->get().is_local();
  return fault_at(file, at,
                  fmt::format("\"{}\" must be {}, but it is {}", safe(key), expected,
                              offset ? "a date and time with an offset" : type_name(node)),
                  offset ? "Leave the offset out: times are wall time in England." : correct_file);
}

std::string contents_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text;
  std::array<char, 16384> buffer{};
  while (file.read(buffer.data(), buffer.size()) || file.gcount() > 0)
    text.append(buffer.data(), static_cast<std::size_t>(file.gcount()));
  if (file.is_open() && !file.bad()) return text;
  const std::string why = std::generic_category().message(errno);
  throw Fault(Cause::configuration, fmt::format("{} cannot be read: {}.", safe(path), why),
              "Check the name of the file and who may read it.");
}

std::vector<std::string> keys_in_order(const toml::table& table) {
  std::vector<std::pair<toml::source_position, std::string>> places;
  for (const auto& [key, value] : table) places.emplace_back(key.source().begin, std::string(key.str()));
  std::ranges::stable_sort(places,
                           [](const auto& one, const auto& other) { return one.first < other.first; });
  std::vector<std::string> keys;
  for (auto& [at, key] : places) keys.push_back(std::move(key));
  return keys;
}

// The value of a key, which counts as asked for from now on; null when it is absent.
const toml::node* ask(Toml::Node& node, std::string_view key) {
  node.asked.emplace(key);
  return node.table->get(key);
}

Fault wrong_type(const Toml::Node& node, std::string_view key, const char* expected,
                 const toml::node& value) {
  return wrong_type(node.file, position(*node.table, key), key, expected, value);
}

std::shared_ptr<Toml::Node> part(const Toml::Node& whole, const toml::table& table) {
  return std::make_shared<Toml::Node>(Toml::Node{whole.document, &table, whole.file, {}});
}

Fault unknown_key(const Toml::Node& node, const std::string& key) {
  const std::vector<std::string> asked(node.asked.begin(), node.asked.end());
  std::string what = fmt::format("unknown key \"{}\"", safe(key));
  std::string remedy = "Remove it: there are no keys here.";
  if (!asked.empty()) remedy = fmt::format("Correct or remove it. Keys here: {}.", fmt::join(asked, ", "));
  if (const auto meant = nearest(key, asked)) what += fmt::format("; did you mean \"{}\"?", *meant);
  return fault_at(node.file, position(*node.table, key), what, remedy);
}

}  // namespace

Toml::Toml(std::shared_ptr<Node> node) : node_(std::move(node)) {}

Toml Toml::parse(std::string_view text, std::string name) {
  try {
    auto document = std::make_shared<const toml::table>(toml::parse(text, std::string_view(name)));
    const auto* table = document.get();
    return Toml(std::make_shared<Node>(Node{std::move(document), table, std::move(name), {}}));
  } catch (const toml::parse_error& error) {
    throw fault_at(name, error.source().begin, fmt::format("this is not TOML: {}", safe(error.description())),
                   correct_file);
  }
}

Toml Toml::load(const std::string& path) { return parse(contents_of(path), path); }

std::optional<std::string> Toml::text(std::string_view key) {
  const toml::node* value = ask(*node_, key);
  if (!value) return std::nullopt;
  auto text = as_text(*value);
  if (!text) throw wrong_type(*node_, key, "a text", *value);
  return text;
}

std::optional<std::int64_t> Toml::number(std::string_view key) {
  const toml::node* value = ask(*node_, key);
  if (!value) return std::nullopt;
  const auto* number = value->as_integer();
  if (!number) throw wrong_type(*node_, key, "a whole number", *value);
  return number->get();
}

std::optional<bool> Toml::flag(std::string_view key) {
  const toml::node* value = ask(*node_, key);
  if (!value) return std::nullopt;
  const auto* flag = value->as_boolean();
  if (!flag) throw wrong_type(*node_, key, "true or false", *value);
  return flag->get();
}

std::vector<std::string> Toml::texts(std::string_view key) {
  const toml::node* value = ask(*node_, key);
  if (!value) return {};
  const auto* array = value->as_array();
  if (!array) throw wrong_type(*node_, key, "an array of texts", *value);
  std::vector<std::string> texts;
  for (const toml::node& element : *array) {
    auto text = as_text(element);
    if (!text) throw wrong_type(node_->file, element.source().begin, key, "an array of texts", element);
    texts.push_back(std::move(*text));
  }
  return texts;
}

std::optional<Toml> Toml::table(std::string_view key) {
  const toml::node* value = ask(*node_, key);
  if (!value) return std::nullopt;
  const auto* table = value->as_table();
  if (!table) throw wrong_type(*node_, key, "a table", *value);
  return Toml(part(*node_, *table));
}

std::vector<Toml> Toml::tables(std::string_view key) {
  const toml::node* value = ask(*node_, key);
  if (!value) return {};
  if (const auto* table = value->as_table()) return {Toml(part(*node_, *table))};
  const auto* array = value->as_array();
  if (!array) throw wrong_type(*node_, key, "an array of tables", *value);
  std::vector<Toml> tables;
  for (const toml::node& element : *array) {
    const auto* table = element.as_table();
    if (!table) throw wrong_type(node_->file, element.source().begin, key, "an array of tables", element);
    tables.push_back(Toml(part(*node_, *table)));
  }
  return tables;
}

bool Toml::has(std::string_view key) const { return node_->table->contains(key); }

std::vector<std::string> Toml::keys() const { return keys_in_order(*node_->table); }

std::optional<std::string> Toml::scalar(std::string_view key) {
  const toml::node* value = ask(*node_, key);
  if (!value) return std::nullopt;
  auto scalar = as_scalar(*value);
  if (!scalar) throw wrong_type(*node_, key, "a single value", *value);
  return scalar;
}

void Toml::finish() const {
  for (const std::string& key : keys())
    if (!node_->asked.contains(key)) throw unknown_key(*node_, key);
}

void Toml::reject(std::string_view key, const std::string& what, const std::string& remedy) const {
  throw fault_at(node_->file, position(*node_->table, key), what, remedy);
}

}  // namespace mappa
