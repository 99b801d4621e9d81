#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace mappa {

// BLAKE2b with 256 bits of the bytes, as 64 lower-case hexadecimal digits.
std::string digest(std::string_view bytes);
// The same as its 32 bytes.
constexpr std::size_t raw_digest_size = 32;
std::string raw_digest(std::string_view bytes);

// BLAKE2b with 128 bits, under a key, of very many short texts.
class ShortDigests {
 public:
  // key: 16 to 64 bytes.
  explicit ShortDigests(std::string_view key);
  ShortDigests(ShortDigests&&) noexcept;
  ShortDigests& operator=(ShortDigests&&) noexcept;
  ~ShortDigests();
  std::array<char, 16> of(std::string_view bytes) const;

 private:
  struct State;
  std::unique_ptr<State> begun_;  // the key is in it
};

// The first of bytes that come piece by piece.
class Digester {
 public:
  Digester();
  Digester(const Digester&) = delete;
  Digester& operator=(const Digester&) = delete;
  ~Digester();
  void add(std::string_view bytes);
  std::string finish();  // once, at the end

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// From the system's random source: salts of 16 bytes each for the bodies of so many entries, one behind the other.
constexpr std::size_t salt_size = 16;
std::string fresh_salts(std::size_t count);

}  // namespace mappa
