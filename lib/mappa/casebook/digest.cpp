#include "mappa/casebook/digest.hpp"

#include <sodium.h>

#include <array>

#include "mappa/base/fault.hpp"

namespace mappa {
namespace {

constexpr std::size_t kDigestBytes = 32;
constexpr std::size_t kSaltBytes = 16;

// Needed before the random source is used; calling it again does nothing.
void start_sodium() {
  if (sodium_init() < 0) {
    throw Fault(Cause::unexpected, "The system's random source could not be opened.",
                "Check that this program may read /dev/urandom, then try again.");
  }
}

}  // namespace

std::string digest(std::string_view bytes) {
  std::array<unsigned char, kDigestBytes> raw{};
  crypto_generichash(raw.data(), raw.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size(), nullptr, 0);
  std::array<char, 2 * kDigestBytes + 1> hex{};  // sodium ends it with a zero byte
  sodium_bin2hex(hex.data(), hex.size(), raw.data(), raw.size());
  return std::string(hex.data(), 2 * kDigestBytes);
}

std::string fresh_salt() {
  start_sodium();
  std::string salt(kSaltBytes, '\0');
  randombytes_buf(salt.data(), salt.size());
  return salt;
}

}  // namespace mappa
