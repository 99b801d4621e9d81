#include "progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "mappa/base/text.hpp"

namespace mappa {
namespace {

constexpr std::uint64_t long_file = 4'000'000;  // bytes; a shorter one is read within a blink
constexpr int bar_width = 30;
constexpr const char* clear_line = "\r\x1b[K";

}  // namespace

Progress::Progress(std::ostream& out, bool terminal, std::string file, std::uint64_t size)
    : out_(out), file_(safe(file)), size_(size), shown_(terminal && size >= long_file) {}

Progress::~Progress() {
  if (shown_ && percent_ >= 0) out_ << clear_line << std::flush;
}

void Progress::at(std::uint64_t bytes) {
  if (!shown_) return;
  const int percent = static_cast<int>(std::min<std::uint64_t>(100, bytes * 100 / size_));
  if (percent == percent_) return;
  percent_ = percent;
  const int full = percent * bar_width / 100;
  out_ << clear_line << fmt::format("[{:#<{}}{:.<{}}] {:3} %  {}", "", full, "", bar_width - full, percent, file_) << std::flush;
}

}  // namespace mappa
