// Runs transcripts against the real program: transcripts --bin FOLDER [--update] [--timeout SECONDS] FILE...
//
// The format stands in transcript.hpp. Each file has a fresh temporary folder, in which state lasts
// from command to command; what the folder `files` beside the transcript holds is copied into it.
// The environment is clean and the clock stands at 22 November 2026, 09:00 UTC, unless a command sets
// MAPPA_NOW itself. --update rewrites what is expected and keeps prose and commands.
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "command.hpp"
#include "difference.hpp"
#include "transcript.hpp"

namespace fs = std::filesystem;
using namespace transcripts;

namespace {

struct Options {
  std::string bin;
  bool update = false;
  int seconds = 60;
  std::vector<std::string> files;
};

class TemporaryFolder {
 public:
  TemporaryFolder() : path_(fs::canonical(fs::temp_directory_path()) / "transcript-XXXXXX") {
    if (!mkdtemp(path_.data())) throw std::runtime_error("no temporary folder can be made at " + path_);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string contents(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(file + " cannot be read");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void write(const std::string& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  if (!out.flush()) throw std::runtime_error(file + " cannot be written");
}

std::vector<std::string> environment(const std::string& folder, const std::string& bin) {
  return {
      "PATH=" + bin + ":/usr/local/bin:/usr/bin:/bin",
      "HOME=" + folder + "/home",
      "XDG_DATA_HOME=" + folder + "/home/data",
      "XDG_CONFIG_HOME=" + folder + "/home/config",
      "DIR=" + folder,
      "LC_ALL=C.UTF-8",
      "TZ=UTC",
      "USER=tester",
      "LOGNAME=tester",
      "MAPPA_NOW=2026-11-22T09:00:00Z",
  };
}

void prepare(const fs::path& folder, const fs::path& transcript) {
  fs::create_directory(folder / "home");
  const auto files = transcript.parent_path() / "files";
  if (fs::is_directory(files)) fs::copy(files, folder, fs::copy_options::recursive);
}

std::string with_folder_named(std::string text, const std::string& folder) {
  for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder, at)) {
    text.replace(at, folder.size(), "$DIR");
  }
  return text;
}

enum class Result { same, differs, killed };

// Runs one step; what it is found to do replaces what was expected.
Result check(Step& step, const Setting& setting, const std::string& file) {
  auto outcome = run(command_line(step), setting);
  outcome.out = with_folder_named(std::move(outcome.out), setting.folder);
  outcome.err = with_folder_named(std::move(outcome.err), setting.folder);
  const auto place = file + ':' + std::to_string(step.line) + ": ";
  if (outcome.timed_out) {
    std::cout << place << "killed after " << setting.seconds << " s: " << step.command.front() << '\n';
    return Result::killed;
  }
  auto found = render(outcome);
  const auto wrong = difference(step.expected, found, file, step.line + step.command.size());
  if (wrong.empty()) return Result::same;
  std::cout << place << step.command.front() << '\n' << wrong;
  step.expected = std::move(found);
  return Result::differs;
}

// The exit code: what it found comes out of the worst file.
constexpr int holds = 0;
constexpr int fails = 1;
constexpr int skipped = 77;  // as ctest is told

// Whether the machine has what the transcript needs; says what it lacks.
bool ready(const Transcript& transcript, const Setting& setting, const std::string& file) {
  for (const auto& condition : conditions(transcript)) {
    if (run(condition, setting).code == 0) continue;
    std::cout << file << ": skipped, since this fails here: " << condition << '\n';
    return false;
  }
  return true;
}

int check(const std::string& file, const Options& options) {
  auto transcript = parse(contents(file), file);
  if (transcript.steps.empty()) throw std::runtime_error(file + " holds no command");
  const TemporaryFolder folder;
  prepare(folder.path(), file);
  const Setting setting{folder.path(), environment(folder.path(), options.bin), options.seconds};
  if (!ready(transcript, setting, file)) return skipped;
  bool differs = false;
  bool killed = false;
  for (auto& step : transcript.steps) {
    const auto result = check(step, setting, file);
    differs = differs || result == Result::differs;
    killed = killed || result == Result::killed;
  }
  if (!differs || !options.update) return differs || killed ? fails : holds;
  write(file, print(transcript));
  std::cout << file << ": rewritten\n";
  return killed ? fails : holds;
}

Options read_options(const std::vector<std::string>& words) {
  Options options;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto& word = words[at];
    const bool more = at + 1 < words.size();
    if (word == "--update") {
      options.update = true;
    } else if (word == "--bin" && more) {
      options.bin = fs::absolute(words[++at]).string();
    } else if (word == "--timeout" && more) {
      options.seconds = std::stoi(words[++at]);
    } else if (word.starts_with('-')) {
      throw std::runtime_error(word + " is no option, or lacks its value");
    } else {
      options.files.push_back(word);
    }
  }
  if (options.files.empty()) {
    throw std::runtime_error("transcripts --bin FOLDER [--update] [--timeout SECONDS] FILE...");
  }
  return options;
}

}  // namespace

int main(int count, char** words) try {
  const auto options = read_options({words + 1, words + count});
  int outcome = holds;
  for (const auto& file : options.files) {
    const int one = check(file, options);
    if (one == fails || outcome == holds) outcome = one;
  }
  return outcome;
} catch (const std::exception& fault) {
  std::cerr << "transcripts: " << fault.what() << '\n';
  return 2;
}
