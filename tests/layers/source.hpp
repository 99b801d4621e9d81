#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

enum class Kind {
  word,     // an identifier or keyword
  number,   // a numeric or character literal
  text,     // a string literal, without quotes, prefix and escapes; neighbours are joined
  sign,     // one character of punctuation
  include,  // the header of an #include, with its quotes or brackets
};

struct Token {
  Kind kind;
  std::string value;
  std::size_t line;  // from 1
};

struct Source {
  std::string path;  // from the root of the project
  std::vector<Token> tokens;
};

// Reads C++ just well enough to know words, literals and includes apart from comments.
std::vector<Token> tokens(std::string_view code);

}  // namespace layers
