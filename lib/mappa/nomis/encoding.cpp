#include "mappa/nomis/encoding.hpp"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <utility>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casebook/digest.hpp"
#include "mappa/nomis/problem_ids.hpp"

namespace mappa {
namespace {

constexpr std::size_t piece_size = 256 * 1024;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
const char* const save_as_utf8 = "Export or save it again as CSV in UTF-8, or as JSON.";

[[noreturn]] void unreadable(const std::string& file, const std::string& is, const char* remedy) {
  throw Fault(Cause::unreadable, fmt::format("{} {}.", input_name(file), is), remedy);
}

// Looks at pieces in turn, and remembers what only all of them together show.
class Look {
 public:
  void at(std::string_view piece) {
    if (start_.size() < 4) start_ += piece.substr(0, 4 - start_.size());
    nul_ = nul_ || piece.find('\0') != std::string_view::npos;
    if (bad_line_ == 0) look_for_utf8(piece);
  }
  void end() {
    if (!carried_.empty()) bad_line_ = line_;
  }

  bool starts_with(std::string_view bytes) const { return start_.starts_with(bytes); }
  bool nul() const { return nul_; }
  std::size_t bad_line() const { return bad_line_; }  // the first that is not UTF-8; 0: all are

 private:
  void look_for_utf8(std::string_view piece) {
    constexpr std::size_t longest = 4;  // bytes of a character, which may stand across the border of two pieces
    std::string joined;
    if (!carried_.empty()) piece = joined = std::exchange(carried_, {}) + std::string(piece);
    const std::size_t good = utf8_prefix(piece);
    line_ += static_cast<std::size_t>(std::ranges::count(piece.substr(0, good), '\n'));
    const auto rest = piece.substr(good);
    if (rest.size() >= longest) bad_line_ = line_;
    else carried_ = rest;
  }

  std::string start_, carried_;
  bool nul_ = false;
  std::size_t line_ = 1, bad_line_ = 0;
};

Encoding encoding_of(const Look& look, const std::string& file, std::optional<Encoding> said, Problems& problems) {
  if (look.starts_with("\xff\xfe")) return Encoding::utf16_little;
  if (look.starts_with("\xfe\xff")) return Encoding::utf16_big;
  if (look.starts_with("PK\x03\x04")) unreadable(file, "is a spreadsheet or an archive", save_as_utf8);
  if (look.nul()) unreadable(file, "is a binary file", save_as_utf8);
  if (said == Encoding::windows_1252) return *said;
  if (look.bad_line() == 0) return Encoding::utf8;
  if (said || look.starts_with(byte_order_mark))
    unreadable(file, fmt::format("is not in UTF-8 (first seen in line {})", look.bad_line()), save_as_utf8);
  problems.push_back(make_problem(nomis_problem::encoding, "", "",
                                  "The file is not in UTF-8; it was read as Windows-1252."));
  problems.back().line = look.bad_line();
  return Encoding::windows_1252;
}

// The first character that is no blank; nothing where there is none.
std::optional<char> first_visible(Input& input, Encoding encoding) {
  DecodedText text(input, encoding);
  for (auto piece = text.next(); !piece.empty(); piece = text.next())
    if (const auto visible = trimmed(piece); !visible.empty()) return visible.front();
  return std::nullopt;
}

}  // namespace

std::string_view name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8: return "UTF-8";
    case Encoding::utf16_little:
    case Encoding::utf16_big: return "UTF-16";
    case Encoding::windows_1252: return "Windows-1252";
  }
  return "";
}

Survey survey(Input& input, std::optional<Encoding> encoding) {
  Survey out;
  Look look;
  Digester digester;
  std::string piece(piece_size, '\0');
  input.rewind();
  while (const auto size = input.read(piece)) {
    const std::string_view bytes(piece.data(), size);
    look.at(bytes);
    digester.add(bytes);
  }
  look.end();
  out.digest = digester.finish();
  out.encoding = encoding_of(look, input.name(), encoding, out.problems);
  const auto first = first_visible(input, out.encoding);
  if (!first)
    unreadable(input.name(), "is empty", "Export it again: even with nobody in it, an export has a line of headers.");
  out.json = *first == '[' || *first == '{';
  return out;
}

// iconv, the C library's own converter, which holds on to the state between pieces.
class DecodedText::Converter {
 public:
  explicit Converter(Encoding from) : handle_(iconv_open("UTF-8", code(from))) {
    if (handle_ == iconv_t(-1))
      throw Fault(Cause::unexpected, fmt::format("This system cannot convert {}.", name(from)), save_as_utf8);
  }
  ~Converter() { iconv_close(handle_); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // Converts what is whole of `bytes` and returns what is left over; nothing where a byte has no meaning.
  std::optional<std::string_view> convert(std::string_view bytes, std::string& out) {
    out.resize(bytes.size() * 4 + 16);
    auto* from = const_cast<char*>(bytes.data());
    std::size_t left = bytes.size(), room = out.size();
    char* to = out.data();
    const bool failed = iconv(handle_, &from, &left, &to, &room) == static_cast<std::size_t>(-1);
    if (failed && errno != EINVAL) return std::nullopt;  // EINVAL: the last character is not whole yet
    out.resize(out.size() - room);
    return bytes.substr(bytes.size() - left);
  }

 private:
  static const char* code(Encoding from) {
    if (from == Encoding::windows_1252) return "CP1252";
    return from == Encoding::utf16_little ? "UTF-16LE" : "UTF-16BE";
  }
  iconv_t handle_;
};

DecodedText::DecodedText(Input& input, Encoding encoding)
    : input_(input), converter_(encoding == Encoding::utf8 ? nullptr : std::make_unique<Converter>(encoding)) {
  input_.rewind();
}
DecodedText::~DecodedText() = default;

std::string_view DecodedText::read() {
  const std::size_t kept = converter_ ? bytes_.size() : 0;  // the beginning of a character
  bytes_.resize(kept + piece_size);
  const auto size = input_.read(std::span(bytes_).subspan(kept));
  bytes_.resize(kept + size);
  return converter_ ? converted(bytes_, size == 0) : std::string_view(bytes_);
}

std::string_view DecodedText::converted(std::string_view bytes, bool last) {
  const auto left = converter_->convert(bytes, text_);
  if (!left || (last && !left->empty()))
    throw Fault(Cause::unreadable, fmt::format("{} breaks off inside a character, or holds bytes that stand for none.", input_name(input_.name())),
                save_as_utf8);
  const std::string kept(*left);
  bytes_ = kept;
  return text_;
}

std::string_view DecodedText::next() {
  auto text = read();
  if (at_start_ && text.starts_with(byte_order_mark)) {
    text.remove_prefix(byte_order_mark.size());
    if (text.empty()) text = read();
  }
  at_start_ = false;
  return text;
}

std::string input_name(const std::string& file) { return file == "-" ? "The standard input" : safe(file); }

}  // namespace mappa
