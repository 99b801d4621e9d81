#include "source.hpp"

#include <cctype>

namespace layers {
namespace {

bool letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }
bool blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

class Reader {
 public:
  explicit Reader(std::string_view code) : code_(code) {}

  std::vector<Token> all() {
    while (at_ < code_.size()) step();
    return std::move(found_);
  }

 private:
  char here(std::size_t ahead = 0) const { return at_ + ahead < code_.size() ? code_[at_ + ahead] : '\0'; }

  char take() {
    const char c = here();
    if (c == '\n') ++line_;
    ++at_;
    return c;
  }

  void step() {
    if (blank(here())) {
      take();
    } else if (here() == '/' && here(1) == '/') {
      while (at_ < code_.size() && here() != '\n') take();
    } else if (here() == '/' && here(1) == '*') {
      comment();
    } else if (here() == '"') {
      text();
    } else if (here() == '\'') {
      character();
    } else if (std::isdigit(static_cast<unsigned char>(here()))) {
      number();
    } else if (letter(here())) {
      word();
    } else {
      add(Kind::sign, std::string(1, here()), line_);
      take();
    }
  }

  void comment() {
    at_ += 2;
    while (at_ < code_.size() && !(here() == '*' && here(1) == '/')) take();
    at_ += 2;
  }

  void number() {
    const auto start = at_;
    while (letter(here()) || here() == '.' || (here() == '\'' && letter(here(1)))) take();
    add(Kind::number, std::string(code_.substr(start, at_ - start)), line_);
  }

  void character() {
    take();
    while (at_ < code_.size() && here() != '\'' && here() != '\n') {
      if (take() == '\\') take();
    }
    take();
    add(Kind::number, "'", line_);
  }

  void text() {
    const auto line = line_;
    std::string value;
    take();
    while (at_ < code_.size() && here() != '"' && here() != '\n') {
      char c = take();
      if (c == '\\') {
        c = take();
        if (c == 'n' || c == 't') c = ' ';
      }
      value += c;
    }
    take();
    add_text(std::move(value), line);
  }

  void raw_text() {
    const auto line = line_;
    take();
    std::string close = ")";
    while (at_ < code_.size() && here() != '(') close += take();
    close += '"';
    take();
    std::string value;
    while (at_ < code_.size() && code_.substr(at_, close.size()) != close) value += take();
    at_ += close.size();
    add_text(std::move(value), line);
  }

  void word() {
    const auto start = at_;
    while (letter(here())) take();
    const std::string value(code_.substr(start, at_ - start));
    if (value == "include" && !found_.empty() && found_.back().value == "#") {
      include();
    } else if (here() == '"' && value.back() == 'R' && value.size() <= 3) {
      raw_text();
    } else if (here() == '"' && (value == "u8" || value == "u" || value == "U" || value == "L")) {
      text();
    } else {
      add(Kind::word, value, line_);
    }
  }

  void include() {
    while (here() == ' ' || here() == '\t') take();
    const char close = here() == '<' ? '>' : '"';
    std::string header(1, take());
    while (at_ < code_.size() && here() != close && here() != '\n') header += take();
    add(Kind::include, header + close, line_);
    take();
  }

  void add(Kind kind, std::string value, std::size_t line) {
    found_.push_back({kind, std::move(value), line});
  }

  void add_text(std::string value, std::size_t line) {
    if (!found_.empty() && found_.back().kind == Kind::text) {
      found_.back().value += value;
    } else {
      add(Kind::text, std::move(value), line);
    }
  }

  std::string_view code_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::vector<Token> found_;
};

}  // namespace

std::vector<Token> tokens(std::string_view code) { return Reader(code).all(); }

}  // namespace layers
