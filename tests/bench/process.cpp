#include "process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "clock.hpp"
#include "drill.hpp"

namespace bench {
namespace {

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  for (auto& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

bool redirect(const char* file, int flags, int to) {
  const int opened = open(file, flags, 0600);
  return opened >= 0 && dup2(opened, to) == to;
}

// In the child: what was worked out, or what was thrown, goes into the pipe.
[[noreturn]] void work_and_leave(const std::function<std::string()>& work, int pipe) {
  int code = 0;
  std::string out;
  try {
    out = work();
  } catch (const std::exception& error) {
    code = 1;
    out = error.what();
  }
  for (std::size_t sent = 0; sent < out.size();) {
    const auto more = write(pipe, out.data() + sent, out.size() - sent);
    if (more <= 0) _exit(2);
    sent += static_cast<std::size_t>(more);
  }
  _exit(code);
}

double in_seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

Run run(const Command& command) {
  auto words = command.words;
  std::vector<std::string> environment = {"PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=" + command.folder,
                                          "TMPDIR=" + command.folder, std::string("MAPPA_NOW=") + now};
  // Everything is ready before the fork: the child only makes system calls, as it must beside other threads.
  const auto arguments = pointers(words);
  const auto variables = pointers(environment);

  const double begin = seconds();
  const pid_t child = fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) {
    const bool ready = chdir(command.folder.c_str()) == 0 && redirect("/dev/null", O_RDONLY, 0) &&
                       redirect(command.output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 1) &&
                       redirect("/dev/null", O_WRONLY, 2);
    if (ready) execve(arguments[0], arguments.data(), variables.data());
    _exit(126);
  }
  int status = 0;
  rusage used{};
  while (wait4(child, &status, 0, &used) < 0)
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "wait4");
  const double end = seconds();
  return {WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status), end - begin,
          in_seconds(used.ru_utime) + in_seconds(used.ru_stime), used.ru_maxrss};
}

Run run_well(const Command& command, const std::vector<int>& codes) {
  const Run out = run(command);
  if (std::ranges::find(codes, out.code) == codes.end())
    throw std::runtime_error(
        fmt::format("{} ended with exit code {}", fmt::join(command.words, " "), out.code));
  return out;
}

std::string apart(const std::function<std::string()>& work) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  const pid_t child = fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) work_and_leave(work, ends[1]);
  close(ends[1]);
  std::string out;
  std::array<char, 4096> bytes{};
  for (ssize_t got = 0; (got = read(ends[0], bytes.data(), bytes.size())) > 0;) out.append(bytes.data(), static_cast<std::size_t>(got));
  close(ends[0]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "waitpid");
  if (status != 0) throw std::runtime_error(out.empty() ? "a process of the benchmark itself failed" : out);
  return out;
}

}  // namespace bench
