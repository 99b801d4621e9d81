#include "command.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>

namespace transcripts {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

struct Pipe {
  std::array<int, 2> ends{-1, -1};

  Pipe() {
    if (pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe");
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_end(0);
    close_end(1);
  }

  void close_end(std::size_t which) {
    if (ends[which] >= 0) close(ends[which]);
    ends[which] = -1;
  }
};

// In the child: becomes the shell that runs the command, in a process group of its own.
[[noreturn]] void become_shell(const std::string& command, const Setting& setting, int out, int err) {
  std::string line = command;
  std::vector<std::string> environment = setting.environment;
  std::vector<char*> variables;
  variables.reserve(environment.size() + 1);
  for (auto& variable : environment) variables.push_back(variable.data());
  variables.push_back(nullptr);
  char shell[] = "sh";
  char option[] = "-c";
  char* arguments[] = {shell, option, line.data(), nullptr};

  setpgid(0, 0);
  signal(SIGPIPE, SIG_DFL);
  umask(022);
  const int nothing = open("/dev/null", O_RDONLY);
  const bool ready =
      chdir(setting.folder.c_str()) == 0 && dup2(nothing, 0) == 0 && dup2(out, 1) == 1 && dup2(err, 2) == 2;
  if (ready) execve("/bin/sh", arguments, variables.data());
  _exit(126);
}

int left(Clock::time_point deadline) {
  const auto rest = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return rest > 0 ? static_cast<int>(rest) : 0;
}

// Takes what is there; closes the pipe at its end.
void take(Pipe& pipe, std::string& text) {
  std::array<char, 65536> buffer;
  const auto count = read(pipe.ends[0], buffer.data(), buffer.size());
  if (count > 0) {
    text.append(buffer.data(), static_cast<std::size_t>(count));
  } else if (count == 0 || errno != EINTR) {
    pipe.close_end(0);
  }
}

// Reads both pipes to their ends; false when the time was up before.
bool collect(Pipe& out, Pipe& err, Outcome& outcome, Clock::time_point deadline) {
  while (out.ends[0] >= 0 || err.ends[0] >= 0) {
    std::array<pollfd, 2> waiting{{{out.ends[0], POLLIN, 0}, {err.ends[0], POLLIN, 0}}};
    const int ready = poll(waiting.data(), waiting.size(), left(deadline));
    if (ready == 0) return false;
    if (ready < 0 && errno != EINTR) fail("poll");
    if (ready < 0) continue;
    if (waiting[0].revents != 0) take(out, outcome.out);
    if (waiting[1].revents != 0) take(err, outcome.err);
  }
  return true;
}

// Waits for the shell; false when the time was up before. It may have closed its output long before.
bool wait_for(pid_t shell, int& status, Clock::time_point deadline) {
  for (;;) {
    const auto ended = waitpid(shell, &status, WNOHANG);
    if (ended == shell) return true;
    if (ended < 0 && errno != EINTR) fail("waitpid");
    if (left(deadline) == 0) return false;
    poll(nullptr, 0, 1);
  }
}

}  // namespace

Outcome run(const std::string& command, const Setting& setting) {
  const auto deadline = Clock::now() + std::chrono::seconds(setting.seconds);
  Pipe out;
  Pipe err;
  const pid_t shell = fork();
  if (shell < 0) fail("fork");
  if (shell == 0) become_shell(command, setting, out.ends[1], err.ends[1]);
  setpgid(shell, shell);
  out.close_end(1);
  err.close_end(1);

  Outcome outcome;
  int status = 0;
  if (!collect(out, err, outcome, deadline) || !wait_for(shell, status, deadline)) {
    outcome.timed_out = true;
    kill(-shell, SIGKILL);
    waitpid(shell, &status, 0);
  }
  outcome.code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return outcome;
}

}  // namespace transcripts
