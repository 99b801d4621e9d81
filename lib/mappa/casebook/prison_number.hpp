#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace mappa {

// The NOMIS id, one letter, four digits, two letters, upper case: the key of a case.
class PrisonNumber {
 public:
  // Only the canonical form.
  static std::optional<PrisonNumber> parse(std::string_view canonical);

  // What people and files bring: blanks off, a trailing full stop off, upper case. `repaired` says
  // whether that changed anything. Nothing when it is no prison number even so.
  struct Reading;
  static std::optional<Reading> read(std::string_view typed);

  const std::string& text() const { return text_; }
  // A number of its own for each, for maps of very many: below 176 million, in the order of the texts.
  std::uint32_t packed() const;
  // packed: of a prison number.
  static PrisonNumber unpacked(std::uint32_t packed);
  friend auto operator<=>(const PrisonNumber&, const PrisonNumber&) = default;

 private:
  explicit PrisonNumber(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

struct PrisonNumber::Reading {
  PrisonNumber number;
  bool repaired = false;
};

}  // namespace mappa
