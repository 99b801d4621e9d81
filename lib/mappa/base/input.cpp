#include "mappa/base/input.hpp"

#include <sstream>
#include <utility>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"

namespace mappa {
namespace {

Fault cannot_be_read(const std::string& name) {
  return {Cause::unreadable, "\"" + safe(name) + "\" cannot be read.", "Check the disk it is on, and who may read it."};
}

}  // namespace

Input::Input(std::unique_ptr<std::istream> stream, std::string name) : stream_(std::move(stream)), name_(std::move(name)) {
  stream_->seekg(0, std::ios::end);
  const auto end = stream_->tellg();
  if (!*stream_ || end < 0) throw cannot_be_read(name_);
  size_ = static_cast<std::uint64_t>(end);
  rewind();
}

Input Input::of(std::string bytes, std::string name) {
  return {std::make_unique<std::istringstream>(std::move(bytes)), std::move(name)};
}

void Input::rewind() {
  stream_->clear();
  stream_->seekg(0);
  at_ = 0;
}

std::size_t Input::read(std::span<char> into) {
  stream_->read(into.data(), static_cast<std::streamsize>(into.size()));
  if (stream_->bad()) throw cannot_be_read(name_);
  const auto count = static_cast<std::size_t>(stream_->gcount());
  at_ += count;
  return count;
}

}  // namespace mappa
