// A disk that becomes full, for a program that is started with this library preloaded: the n-th write, sync or cut
// of a casebook's files fails for want of room, and so does every one after it. FULL_DISK_AFTER is n, from 1;
// FULL_DISK_SAYS names a file that is made when the first one fails, so that who started the program knows.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

// The function that this library stands before.
template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

bool is_casebook(int file) {
  std::array<char, 4096> name{};
  const auto link = "/proc/self/fd/" + std::to_string(file);
  const auto size = ::readlink(link.c_str(), name.data(), name.size());
  if (size <= 0) return false;
  return std::string_view(name.data(), static_cast<std::size_t>(size)).find("casebook") != std::string_view::npos;
}

void say() {
  const char* name = std::getenv("FULL_DISK_SAYS");
  if (name == nullptr) return;
  const int file = ::open(name, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (file >= 0) ::close(file);
}

// Whether this call finds the disk full.
bool full(int file) {
  static const char* const given = std::getenv("FULL_DISK_AFTER");
  static const long first = given == nullptr ? 0 : std::atol(given);
  static long calls = 0;
  if (first < 1 || !is_casebook(file) || ++calls < first) return false;
  if (calls == first) say();
  errno = ENOSPC;
  return true;
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t size) {
  static const auto really = real<ssize_t (*)(int, const void*, size_t)>("write");
  return full(file) ? -1 : really(file, bytes, size);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
  static const auto really = real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
  return full(file) ? -1 : really(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  static const auto really = real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  return full(file) ? -1 : really(file, bytes, size, at);
}

int fsync(int file) {
  static const auto really = real<int (*)(int)>("fsync");
  return full(file) ? -1 : really(file);
}

int fdatasync(int file) {
  static const auto really = real<int (*)(int)>("fdatasync");
  return full(file) ? -1 : really(file);
}

int ftruncate(int file, off_t size) noexcept {
  static const auto really = real<int (*)(int, off_t)>("ftruncate");
  return full(file) ? -1 : really(file, size);
}

int ftruncate64(int file, off64_t size) noexcept {
  static const auto really = real<int (*)(int, off64_t)>("ftruncate64");
  return full(file) ? -1 : really(file, size);
}

}  // extern "C"
