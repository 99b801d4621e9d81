#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "mappa/nomis/encoding.hpp"

namespace mappa {

// The lines of a text, one after the other. What was read since the last mark can be gone back to.
class Lines {
 public:
  explicit Lines(DecodedText& text) : text_(text) {}

  // The next line with its end (a newline, or a carriage return with or without one); empty at the end of the
  // text. Valid until the next call of next() or mark().
  std::string_view next();
  // Whether the text ends here.
  bool at_end();

  // What was read before is forgotten.
  void mark() { mark_ = at_; }
  void back_to_mark() { at_ = mark_; }
  std::string_view since_mark() const { return std::string_view(held_).substr(mark_, at_ - mark_); }

 private:
  bool fill();

  DecodedText& text_;
  std::string held_;
  std::size_t mark_ = 0, at_ = 0;
  bool ended_ = false;
};

}  // namespace mappa
