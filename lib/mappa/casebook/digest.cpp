#include "mappa/casebook/digest.hpp"

#include <sodium.h>

#include <array>

#include "mappa/base/fault.hpp"

namespace mappa {
namespace {

// Needed before the random source is used; calling it again does nothing.
void start_sodium() {
  if (sodium_init() < 0) {
    throw Fault(Cause::unexpected, "The system's random source could not be opened.",
                "Check that this program may read /dev/urandom, then try again.");
  }
}

using Raw = std::array<unsigned char, raw_digest_size>;

const unsigned char* raw_bytes(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

std::string hexadecimal(const Raw& raw) {
  std::array<char, 2 * raw_digest_size + 1> hex{};  // sodium ends it with a zero byte
  sodium_bin2hex(hex.data(), hex.size(), raw.data(), raw.size());
  return std::string(hex.data(), 2 * raw_digest_size);
}

}  // namespace

std::string digest(std::string_view bytes) {
  Raw raw{};
  crypto_generichash(raw.data(), raw.size(), raw_bytes(bytes), bytes.size(), nullptr, 0);
  return hexadecimal(raw);
}

std::string raw_digest(std::string_view bytes) {
  std::string out(raw_digest_size, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(out.data()), out.size(), raw_bytes(bytes), bytes.size(), nullptr, 0);
  return out;
}

struct ShortDigests::State {
  crypto_generichash_state state;
};

ShortDigests::ShortDigests(std::string_view key) : begun_(std::make_unique<State>()) {
  crypto_generichash_init(&begun_->state, raw_bytes(key), key.size(), 16);
}
ShortDigests::ShortDigests(ShortDigests&&) noexcept = default;
ShortDigests& ShortDigests::operator=(ShortDigests&&) noexcept = default;
ShortDigests::~ShortDigests() = default;

std::array<char, 16> ShortDigests::of(std::string_view bytes) const {
  std::array<char, 16> out{};
  State own = *begun_;
  crypto_generichash_update(&own.state, raw_bytes(bytes), bytes.size());
  crypto_generichash_final(&own.state, reinterpret_cast<unsigned char*>(out.data()), out.size());
  return out;
}

struct Digester::State {
  crypto_generichash_state state;
};

Digester::Digester() : state_(std::make_unique<State>()) { crypto_generichash_init(&state_->state, nullptr, 0, raw_digest_size); }
Digester::~Digester() = default;

void Digester::add(std::string_view bytes) { crypto_generichash_update(&state_->state, raw_bytes(bytes), bytes.size()); }

std::string Digester::finish() {
  Raw raw{};
  crypto_generichash_final(&state_->state, raw.data(), raw.size());
  return hexadecimal(raw);
}

std::string fresh_salts(std::size_t count) {
  start_sodium();
  std::string salts(count * salt_size, '\0');
  randombytes_buf(salts.data(), salts.size());
  return salts;
}

}  // namespace mappa
