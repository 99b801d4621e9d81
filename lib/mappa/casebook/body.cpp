#include "mappa/casebook/body.hpp"

#include <algorithm>
#include <charconv>

#include <nlohmann/json.hpp>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"

namespace mappa {

namespace {

// Whether JSON writes it as it stands; whether it is UTF-8 is not looked at.
bool needs_no_escape(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; });
}

void add_string(std::string& bytes, std::string_view text) {
  if (!needs_no_escape(text) || !is_utf8(text)) {
    bytes += nlohmann::json(text).dump();
    return;
  }
  bytes += '"';
  bytes += text;
  bytes += '"';
}

// Reads the bytes of a body in which nothing is escaped: nearly every one, and each answer reads some.
class PlainReader {
 public:
  explicit PlainReader(std::string_view bytes) : rest_(bytes) {}

  // Nothing for all other bytes, which are left to the library.
  std::optional<Body> body() {
    Body out;
    if (!take('{')) return std::nullopt;
    do {
      const auto name = text();
      if (!name || has(out, *name) || !take(':')) return std::nullopt;
      const auto value = text();
      if (!value) return std::nullopt;
      out.emplace_back(*name, *value);
    } while (take(','));
    return rest_ == "}" ? std::optional(std::move(out)) : std::nullopt;
  }

 private:
  bool take(char wanted) {
    if (!rest_.starts_with(wanted)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::optional<std::string_view> text() {
    if (!take('"')) return std::nullopt;
    const auto end = rest_.find('"');
    if (end == std::string_view::npos) return std::nullopt;
    const auto out = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return needs_no_escape(out) && is_utf8(out) ? std::optional(out) : std::nullopt;
  }

  std::string_view rest_;
};

Body decode_any(std::string_view bytes) {
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
  auto plain = PlainReader(bytes).body();
  return plain ? std::move(*plain) : decode_any(bytes);
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
