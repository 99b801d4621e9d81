#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <span>
#include <string>

namespace mappa {

// Bytes from outside that are read piece by piece, from the start as often as wanted: a file may be larger
// than memory.
class Input {
 public:
  // stream: can be set back to its start. name: as the user named it, for messages.
  Input(std::unique_ptr<std::istream> stream, std::string name);
  // A copy of the bytes in memory.
  static Input of(std::string bytes, std::string name);

  const std::string& name() const { return name_; }
  std::uint64_t size() const { return size_; }  // bytes
  std::uint64_t at() const { return at_; }      // bytes read since the start

  void rewind();
  // Fills `into` with what comes next and returns how many bytes that were; fewer only at the end. Throws
  // Fault (unreadable) when the stream fails.
  std::size_t read(std::span<char> into);

 private:
  std::unique_ptr<std::istream> stream_;
  std::string name_;
  std::uint64_t size_ = 0, at_ = 0;
};

}  // namespace mappa
