#include "rejects_file.hpp"

#include <filesystem>
#include <utility>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/report/rejects.hpp"

namespace mappa {
namespace {

namespace files = std::filesystem;

}  // namespace

RejectsFile::RejectsFile(std::string path) : path_(std::move(path)) {
  std::error_code ignored;
  if (!files::exists(files::symlink_status(path_, ignored))) return;
  throw Fault(Cause::refused, "\"" + safe(path_) + "\" is there already, and is not overwritten. Nothing was imported.",
              "Move it away if it is done with, or give another name.");
}

RejectsFile::~RejectsFile() {
  std::error_code ignored;
  if (in_place_ && !kept_) files::remove(path_, ignored);
}

// A file that is read again begins again.
void RejectsFile::begin(const Layout& layout) {
  layout_ = layout;
  count_ = 0;
  file_.emplace(path_);
  file_->out() << rejects_header(layout);
}

void RejectsFile::finish() {
  if (count_ > 0) {
    file_->keep();
    in_place_ = true;
  }
  file_.reset();
}

Rejects RejectsFile::rejects() {
  return {[this](const Layout& layout) { begin(layout); },
          [this](const Checked& record, std::string_view text) {
            ++count_;
            file_->out() << reject_line(layout_, record, text);
          },
          [this] { finish(); }, true};
}

}  // namespace mappa
