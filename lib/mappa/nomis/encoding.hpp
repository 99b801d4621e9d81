#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "mappa/base/input.hpp"
#include "mappa/base/problem.hpp"

namespace mappa {

enum class Encoding { utf8, utf16_little, utf16_big, windows_1252 };
// "UTF-8", "UTF-16", "Windows-1252": as people say it.
std::string_view name(Encoding encoding);

// What one look through all bytes of an export shows, before anything of it is understood.
struct Survey {
  std::string digest;                    // of the bytes: see casebook/digest.hpp
  Encoding encoding = Encoding::utf8;
  bool json = false;                     // its first character that is no blank says so; else it is CSV
  Problems problems;                     // that it had to be converted
};

// encoding: what somebody said the file is in; else it is UTF-16 where its mark says so, UTF-8 where all of
// it is, and Windows-1252 where it is not. Throws Fault (unreadable) when it is empty, a spreadsheet or
// otherwise binary, or none of these.
Survey survey(Input& input, std::optional<Encoding> encoding = {});

// The text of an input from its start, in UTF-8 and without a byte-order mark, piece by piece. A piece may
// end inside a character.
class DecodedText {
 public:
  DecodedText(Input& input, Encoding encoding);
  DecodedText(const DecodedText&) = delete;
  DecodedText& operator=(const DecodedText&) = delete;
  ~DecodedText();

  // The next piece, valid until the next call; empty at the end. Throws Fault (unreadable) for bytes that
  // the encoding does not have.
  std::string_view next();

 private:
  std::string_view read();
  std::string_view converted(std::string_view bytes, bool last);

  class Converter;
  Input& input_;
  std::string bytes_, text_;
  std::unique_ptr<Converter> converter_;  // none where the input is in UTF-8
  bool at_start_ = true;
};

// The input's name at the start of a sentence: "export.csv", or "The standard input" for "-".
std::string input_name(const std::string& file);

}  // namespace mappa
