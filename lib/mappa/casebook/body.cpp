#include "mappa/casebook/body.hpp"

#include <algorithm>
#include <charconv>

#include <nlohmann/json.hpp>

#include "mappa/base/fault.hpp"

namespace mappa {

namespace {

// Whether JSON writes it as it stands.
bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' && c != '"' && c != '\\'; });
}

void add_string(std::string& bytes, std::string_view text) {
  if (!is_plain(text)) {
    bytes += nlohmann::json(text).dump();
    return;
  }
  bytes += '"';
  bytes += text;
  bytes += '"';
}

}  // namespace

void BodyWriter::add(std::string_view name, std::string_view value) {
  bytes_ += bytes_.empty() ? '{' : ',';
  add_string(bytes_, name);
  bytes_ += ':';
  add_string(bytes_, value);
}

std::string BodyWriter::finish() {
  bytes_ += bytes_.empty() ? "{}" : "}";
  return std::move(bytes_);
}

std::string encode(const Body& body) {
  BodyWriter writer;
  for (const auto& [name, value] : body) writer.add(name, value);
  return writer.finish();
}

Body decode(std::string_view bytes) {
  const auto damaged = [] {
    return Fault(Cause::integrity, "An entry of the casebook cannot be read.",
                 "Keep the file as it is, restore the casebook from a backup, and compare the two.");
  };
  const auto object = nlohmann::ordered_json::parse(bytes, nullptr, false);
  if (!object.is_object()) throw damaged();
  Body body;
  for (const auto& [name, value] : object.items()) {
    if (!value.is_string()) throw damaged();
    body.emplace_back(name, value.get<std::string>());
  }
  return body;
}

bool has(const Body& body, std::string_view name) {
  return std::ranges::any_of(body, [&](const auto& pair) { return pair.first == name; });
}

std::string_view value(const Body& body, std::string_view name) {
  for (const auto& [key, text] : body)
    if (key == name) return text;
  return {};
}

std::optional<std::int64_t> whole_number(const Body& body, std::string_view name) {
  const auto text = value(body, name);
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(out) : std::nullopt;
}

}  // namespace mappa
