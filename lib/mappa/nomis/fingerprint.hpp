#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "mappa/casebook/digest.hpp"

namespace mappa {

// Stands for a row as it came, down to the byte, together with everything that says how it is to be read.
using Fingerprint = std::array<char, 16>;

// Takes fingerprints of the rows of one file.
class Fingerprinter {
 public:
  // Of nothing: gives the empty fingerprint, which is no row's.
  Fingerprinter() = default;
  // layout: what the meaning of a row rests on besides its own bytes (headers, separator, mapping).
  explicit Fingerprinter(std::string_view layout);

  Fingerprint of(std::string_view row) const;

 private:
  std::optional<ShortDigests> digests_;
};

}  // namespace mappa
