#include "mappa/report/json.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace mappa {
namespace {

using Library = nlohmann::ordered_json;

Library convert(const Json& json);

struct Convert {
  Library operator()(std::nullptr_t) const { return nullptr; }
  Library operator()(bool value) const { return value; }
  Library operator()(std::int64_t value) const { return value; }
  Library operator()(const std::string& value) const { return value; }
  Library operator()(const Json::Array& items) const {
    Library out = Library::array();
    for (const Json& item : items) out.push_back(convert(item));
    return out;
  }
  Library operator()(const Json::Object& members) const {
    Library out = Library::object();
    for (const auto& [name, member] : members) out[name] = convert(member);
    return out;
  }
};

Library convert(const Json& json) { return std::visit(Convert{}, json.raw()); }

}  // namespace

std::string text(const Json& json, bool indented) {
  return convert(json).dump(indented ? 2 : -1, ' ', false, Library::error_handler_t::replace);
}

Json or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

void Json::set(std::string_view name, Json item) {
  auto& members = std::get<Object>(value_);
  const auto found = std::ranges::find(members, name, &Object::value_type::first);
  if (found != members.end()) found->second = std::move(item);
  else members.emplace_back(std::string(name), std::move(item));
}

}  // namespace mappa
