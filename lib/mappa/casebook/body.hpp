#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mappa {

// What an entry says: names and values in canonical text, in a fixed order. The bytes are JSON, one
// object of strings. They are digested for ever, so encode() never changes: no white space, keys in
// the order given, characters outside ASCII as UTF-8.
using Body = std::vector<std::pair<std::string, std::string>>;

std::string encode(const Body& body);

// The same for names and values that stand elsewhere, without a copy of each. Names are each given once.
class BodyWriter {
 public:
  void add(std::string_view name, std::string_view value);
  bool empty() const { return bytes_.empty(); }
  std::string finish();  // once, at the end

 private:
  std::string bytes_;
};

// Throws Fault (integrity) when the bytes are no such object.
Body decode(std::string_view bytes);

bool has(const Body& body, std::string_view name);

// The value of `name`, or an empty view.
std::string_view value(const Body& body, std::string_view name);
// The whole number that the value of `name` is; nothing where it is none, or absent.
std::optional<std::int64_t> whole_number(const Body& body, std::string_view name);

}  // namespace mappa
