#include "mappa/casebook/chain.hpp"

#include "mappa/casebook/digest.hpp"

namespace mappa {
namespace {

// "5:hello": no two lists of fields give the same bytes.
void add(std::string& bytes, std::string_view field) {
  bytes += std::to_string(field.size());
  bytes += ':';
  bytes += field;
}

}  // namespace

std::string chain_start() { return raw_digest("mappa.chain/1"); }

std::string body_digest(std::string_view salt, std::string_view body) {
  std::string bytes;
  bytes.reserve(salt.size() + body.size() + 16);
  add(bytes, salt);
  add(bytes, body);
  return raw_digest(bytes);
}

std::string entry_digest(std::string_view before, const EntryWords& entry, std::string_view body_digest) {
  std::string bytes;
  bytes.reserve(512);
  add(bytes, before);
  add(bytes, std::to_string(entry.id));
  add(bytes, entry.number);
  add(bytes, entry.kind);
  add(bytes, std::to_string(entry.version));
  add(bytes, entry.on);
  add(bytes, entry.recorded_at);
  add(bytes, entry.drill ? "1" : "0");
  add(bytes, entry.by);
  add(bytes, entry.source);
  add(bytes, body_digest);
  return raw_digest(bytes);
}

std::string entry_digest(std::string_view before, const Entry& entry, std::string_view body_digest) {
  const auto on = iso(entry.on), recorded_at = iso(entry.recorded_at);
  const std::string_view number = entry.number ? std::string_view(entry.number->text()) : std::string_view();
  return entry_digest(before, {entry.id, number, entry.kind, entry.version, on, recorded_at, entry.drill, entry.by, entry.source}, body_digest);
}

}  // namespace mappa
