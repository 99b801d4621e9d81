#include "mappa/nomis/fingerprint.hpp"

#include <string>

namespace mappa {

Fingerprinter::Fingerprinter(std::string_view layout) : digests_(digest(layout)) {}

Fingerprint Fingerprinter::of(std::string_view row) const { return digests_ ? digests_->of(row) : Fingerprint{}; }

}  // namespace mappa
