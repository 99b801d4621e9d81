#pragma once

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

#include "mappa/nomis/encoding.hpp"

namespace mappa {

// The characters of a text one by one, for the JSON library; counts lines, and keeps what is asked for.
class JsonSource {
 public:
  explicit JsonSource(DecodedText& text) : text_(text) {}

  bool at_end();
  char peek();  // not at the end
  void step();
  // Whether anything but blanks follows; steps over them.
  bool more();

  std::size_t line() const { return line_; }      // of the character read last, from 1
  std::size_t column() const { return column_; }  // in bytes, from 1
  // From now on what is read is also kept, after `so_far`, until keep_no_more().
  void keep(std::string so_far) { kept_ = std::move(so_far); keeps_ = true; }
  void keep_no_more() { keeps_ = false; }
  const std::string& kept() const { return kept_; }

  // What the library takes as its input. Copies read on from the same place.
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    Iterator() = default;  // the end
    explicit Iterator(JsonSource& source) : source_(&source) {}
    char operator*() const { return source_->peek(); }
    Iterator& operator++() {
      source_->step();
      return *this;
    }
    void operator++(int) { source_->step(); }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.ended() == b.ended(); }

   private:
    bool ended() const { return source_ == nullptr || source_->at_end(); }
    JsonSource* source_ = nullptr;
  };
  Iterator begin() { return Iterator(*this); }
  static Iterator end() { return {}; }

 private:
  DecodedText& text_;
  std::string_view piece_;
  std::string kept_;
  std::size_t line_ = 1, column_ = 0;
  bool keeps_ = false, ended_ = false, line_ended_ = false;
};

}  // namespace mappa
