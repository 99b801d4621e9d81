#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "mappa/calendar/moment.hpp"

namespace mappa {

// A JSON value; objects keep the order in which their members were added.
class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::vector<std::pair<std::string, Json>>;

  Json() = default;  // null
  Json(bool value) : value_(value) {}
  Json(int value) : value_(std::int64_t{value}) {}
  Json(std::int64_t value) : value_(value) {}
  Json(std::size_t value) : value_(static_cast<std::int64_t>(value)) {}
  Json(std::string value) : value_(std::move(value)) {}
  Json(std::string_view value) : value_(std::string(value)) {}
  Json(const char* value) : value_(std::string(value)) {}
  Json(Date date) : value_(iso(date)) {}
  Json(Moment moment) : value_(iso(moment)) {}
  Json(Instant instant) : value_(iso(instant)) {}
  template <class T>
  Json(const std::optional<T>& value) : Json(value ? Json(*value) : Json()) {}

  static Json array(Array items = {}) { return Json(Raw{std::move(items)}); }
  static Json object(std::initializer_list<std::pair<std::string, Json>> members) { return Json(Raw{Object(members)}); }

  void add(Json item) { std::get<Array>(value_).push_back(std::move(item)); }
  void add(std::string name, Json item) { std::get<Object>(value_).emplace_back(std::move(name), std::move(item)); }

  // Of an object: in the place of the member of this name, else behind the others.
  void set(std::string_view name, Json item);

  using Raw = std::variant<std::nullptr_t, bool, std::int64_t, std::string, Array, Object>;
  const Raw& raw() const { return value_; }

 private:
  explicit Json(Raw raw) : value_(std::move(raw)) {}
  Raw value_;
};

// The text of a value: on one line, or indented by two blanks. Bytes that are not UTF-8 become the
// replacement character.
std::string text(const Json& json, bool indented);

// An empty text is null.
Json or_null(std::string_view text);

}  // namespace mappa
