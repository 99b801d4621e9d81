#include "mappa/nomis/json_source.hpp"

namespace mappa {

bool JsonSource::at_end() {
  if (piece_.empty() && !ended_) {
    piece_ = text_.next();
    ended_ = piece_.empty();
  }
  return piece_.empty();
}

char JsonSource::peek() {
  at_end();
  return piece_.front();
}

void JsonSource::step() {
  const char c = peek();
  if (line_ended_) {
    ++line_;
    column_ = 0;
  }
  ++column_;
  line_ended_ = c == '\n';
  if (keeps_) kept_ += c;
  piece_.remove_prefix(1);
}

bool JsonSource::more() {
  while (!at_end() && std::string_view(" \t\r\n").find(peek()) != std::string_view::npos) step();
  return !at_end();
}

}  // namespace mappa
