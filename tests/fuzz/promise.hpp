#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

// What every target here does with the bytes that it is given, and with a promise that is broken.
namespace mappa {

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// The fuzzer keeps the input of a run that does not return.
[[noreturn]] inline void stop(const std::string& why) {
  std::fprintf(stderr, "A promise is broken: %s\n", why.c_str());
  std::abort();
}

inline void expect(bool holds, const std::string& promise) {
  if (!holds) stop(promise);
}

inline void expect_none(const std::vector<std::string>& broken) {
  if (!broken.empty()) stop(broken.front());
}

}  // namespace mappa

// The name by which the fuzzer finds a target: one input at a time, each from nothing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
