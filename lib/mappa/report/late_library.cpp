#include "mappa/report/late_library.hpp"

#include <dlfcn.h>

#include <utility>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"

namespace mappa {
namespace {

Fault missing(const std::string& file, const std::string& package) {
  const char* why = dlerror();
  return {Cause::unexpected, "The library " + file + " could not be loaded (" + safe(why ? why : "no reason was given") + ").",
          "Install it (on Debian: apt install " + package + "), or choose another --format."};
}

}  // namespace

LateLibrary::LateLibrary(std::string file, std::string package)
    : file_(std::move(file)), package_(std::move(package)), handle_(dlopen(file_.c_str(), RTLD_NOW | RTLD_NODELETE)) {
  if (!handle_) throw missing(file_, package_);
}

void* LateLibrary::address(const char* name) const {
  if (void* found = dlsym(handle_, name)) return found;
  throw missing(file_, package_);
}

}  // namespace mappa
