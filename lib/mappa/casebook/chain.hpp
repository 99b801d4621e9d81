#pragma once

#include <string>
#include <string_view>

#include "mappa/casebook/entry.hpp"

namespace mappa {

// Each entry's digest is made from the digest before it, what the entry says about itself, and the
// salted digest of its body. A body can so be erased (its salt with it) while the chain still
// verifies and nobody can guess a short body back.

// All of these digests are BLAKE2b with 256 bits, as 32 bytes.

// The digest that the first entry follows.
std::string chain_start();

// The salted digest of a body: over the salt and the body, written in the same way as the fields of
// an entry below.
std::string body_digest(std::string_view salt, std::string_view body);

// What an entry says about itself, in the words that are digested; views of them.
struct EntryWords {
  EntryId id = 0;
  std::string_view number;       // empty: about nobody
  std::string_view kind;
  int version = 1;
  std::string_view on, recorded_at;  // 2026-11-25, 2026-11-25T14:00:00Z
  bool drill = false;
  std::string_view by, source;
};

// The digest of an entry, over these fields in this order, each written as its length in bytes
// (decimal), a colon and its bytes: `before`, id, prison number or nothing, kind, version, on,
// recorded_at, drill ("1" or "0"), by, source, `body_digest`. These bytes never change.
std::string entry_digest(std::string_view before, const EntryWords& entry, std::string_view body_digest);
std::string entry_digest(std::string_view before, const Entry& entry, std::string_view body_digest);

}  // namespace mappa
