#include "rejects_file.hpp"

#include <filesystem>
#include <utility>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/report/rejects.hpp"

namespace mappa {
namespace {

namespace files = std::filesystem;

Fault cannot_write(const std::string& path) {
  return {Cause::unexpected, "The rejected records cannot be written to \"" + safe(path) + "\". Nothing was imported.",
          "Check that there is room, and that the folder may be written."};
}

Fault there_already(const std::string& path) {
  return {Cause::refused, "\"" + safe(path) + "\" is there already, and is not overwritten. Nothing was imported.",
          "Move it away if it is done with, or give another name."};
}

}  // namespace

RejectsFile::RejectsFile(std::string path) : path_(std::move(path)), beside_(path_ + ".part") {
  std::error_code ignored;
  if (files::exists(files::symlink_status(path_, ignored))) throw there_already(path_);
}

RejectsFile::~RejectsFile() {
  std::error_code ignored;
  if (file_.is_open()) {
    file_.close();
    files::remove(beside_, ignored);
  }
  if (in_place_ && !kept_) files::remove(path_, ignored);
}

void RejectsFile::begin(const Layout& layout) {
  layout_ = layout;
  count_ = 0;
  file_ = std::ofstream(beside_, std::ios::binary | std::ios::trunc);
  if (!file_) throw cannot_write(path_);
  write(rejects_header(layout));
}

void RejectsFile::write(const std::string& text) {
  if (!(file_ << text)) throw cannot_write(path_);
}

void RejectsFile::finish() {
  std::error_code error;
  file_.close();
  if (!file_) throw cannot_write(path_);
  if (count_ == 0) {
    files::remove(beside_, error);
    return;
  }
  // Never over a file that somebody made meanwhile.
  files::create_hard_link(beside_, path_, error);
  const bool taken = error == std::errc::file_exists;
  std::error_code ignored;
  files::remove(beside_, ignored);
  if (error) throw taken ? there_already(path_) : cannot_write(path_);
  in_place_ = true;
}

Rejects RejectsFile::rejects() {
  return {[this](const Layout& layout) { begin(layout); },
          [this](const Checked& record, std::string_view text) {
            ++count_;
            write(reject_line(layout_, record, text));
          },
          [this] { finish(); }};
}

}  // namespace mappa
