#pragma once

#include <cstdint>
#include <ostream>
#include <string>

namespace mappa {

// How far a long file has been read: one line on a terminal, which goes when it is done. Nothing elsewhere, and
// nothing for a short file.
class Progress {
 public:
  // size: of the file, in bytes. terminal: whether `out` is one.
  Progress(std::ostream& out, bool terminal, std::string file, std::uint64_t size);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  void at(std::uint64_t bytes);

 private:
  std::ostream& out_;
  std::string file_;
  std::uint64_t size_;
  bool shown_;
  int percent_ = -1;
};

}  // namespace mappa
