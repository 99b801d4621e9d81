#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

// Short random texts for tests, the same ones in every run on every machine: the engine's numbers are
// fixed by the standard, and no distribution (which are not) is used.
class RandomText {
 public:
  explicit RandomText(unsigned seed) : engine_(seed) {}

  std::size_t below(std::size_t limit) { return engine_() % limit; }

  // Any bytes.
  std::string bytes(std::size_t longest) {
    std::string text(below(longest + 1), '\0');
    for (char& c : text) c = static_cast<char>(below(256));
    return text;
  }

  // Bytes of an alphabet, so that more of the texts mean something.
  std::string of(std::string_view alphabet, std::size_t longest) {
    std::string text(below(longest + 1), '\0');
    for (char& c : text) c = alphabet[below(alphabet.size())];
    return text;
  }

  // A text with one of its bytes changed, taken out or doubled.
  std::string spoilt(std::string text) {
    if (text.empty()) return text;
    const std::size_t at = below(text.size());
    const auto action = below(3);
    if (action == 0) text[at] = static_cast<char>(below(256));
    if (action == 1) text.erase(at, 1);
    if (action == 2) text.insert(at, 1, text[at]);
    return text;
  }

  // Well-formed UTF-8, half of it from the first 0x700 code points.
  std::string code_points(std::size_t longest) {
    std::string text;
    for (std::size_t count = below(longest + 1); count > 0; --count)
      text += encoded(static_cast<unsigned>(below(2) == 0 ? below(0x700) : below(0xd800)));
    return text;
  }

  // The UTF-8 bytes that stand for a number below 0x110000, be it a character or not.
  static std::string encoded(unsigned code) {
    const auto tail = [code](unsigned shift) { return static_cast<char>(0x80 | ((code >> shift) & 0x3f)); };
    if (code < 0x80) return {static_cast<char>(code)};
    if (code < 0x800) return {static_cast<char>(0xc0 | (code >> 6)), tail(0)};
    if (code < 0x10000) return {static_cast<char>(0xe0 | (code >> 12)), tail(6), tail(0)};
    return {static_cast<char>(0xf0 | (code >> 18)), tail(12), tail(6), tail(0)};
  }

 private:
  std::mt19937 engine_;
};
