#pragma once

#include <string>
#include <string_view>

#include "mappa/casebook/entry.hpp"

namespace mappa {

// Each entry's digest is made from the digest before it, what the entry says about itself, and the
// salted digest of its body. A body can so be erased (its salt with it) while the chain still
// verifies and nobody can guess a short body back.

// The digest that the first entry follows.
std::string chain_start();

// The salted digest of a body: over the salt and the body, written in the same way as the fields of
// an entry below.
std::string body_digest(std::string_view salt, std::string_view body);

// The digest of an entry, over these fields in this order, each written as its length in bytes
// (decimal), a colon and its bytes: `before`, id, prison number or nothing, kind, version, on,
// recorded_at, drill ("1" or "0"), by, source, `body_digest`. These bytes never change.
std::string entry_digest(std::string_view before, const Entry& entry, std::string_view body_digest);

}  // namespace mappa
