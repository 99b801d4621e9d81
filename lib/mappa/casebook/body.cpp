#include "mappa/casebook/body.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "mappa/base/fault.hpp"

namespace mappa {

std::string encode(const Body& body) {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  for (const auto& [name, value] : body) object[name] = value;
  return object.dump();
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

}  // namespace mappa
