#include <algorithm>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "command_line.hpp"
#include "exit_code.hpp"
#include "help.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/report/text_page.hpp"
#include "session.hpp"

namespace mappa {
namespace {

int run(const std::vector<std::string>& arguments) {
  const CommandLine line = read_command_line(arguments);
  if (line.version) {
    std::cout << "mappa " MAPPA_VERSION ", for DSO 20/2012 version 3.0\n";
    return exit_code::done;
  }
  if (line.help || !line.command) {
    std::ostream& out = line.help ? std::cout : std::cerr;
    out << text(line.command ? help(*line.command) : overview(), 80);
    return line.help ? exit_code::done : exit_code::usage;
  }
  if (line.given.has("as-known-on") && !line.command->reads)
    throw Fault(Cause::usage, "--as-known-on is for reading; \"mappa " + line.command->name + "\" writes, or does not look at the casebook.",
                "Leave it out: what is recorded is recorded now.");
  Session session(line.given, std::cin, std::cout, std::cerr);
  const int code = line.command->run(line.given, session);
  std::cout.flush();
  if (!std::cout) throw Fault(Cause::unexpected, "The result could not be printed. What the command was to do is done: if it records, it is recorded.",
                "Check the disk or the pipe that the output goes to.");
  return code;
}

// Whether nobody sits in front of it: then each fault is one line, which cron puts into a mail.
bool unattended(const std::vector<std::string>& arguments) {
  return std::ranges::any_of(arguments, [](const std::string& one) { return one == "--run" || one.starts_with("--run=") || one == "--quiet-if-nothing"; });
}

}  // namespace
}  // namespace mappa

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> arguments{argv + 1, argv + argc};
  try {
    return mappa::run(arguments);
  } catch (const mappa::Fault& fault) {
    std::cout.flush();
    const std::string& happened = fault.happened();
    const bool whole = !happened.empty() && (happened.back() == '.' || happened.back() == '?');
    const std::string line = "mappa: " + happened + (whole ? " " : ". ") + fault.remedy();
    std::cerr << (mappa::unattended(arguments) ? line : mappa::wrapped(line, 80, 2)) << "\n";
    return mappa::exit_code_of(fault.cause());
  } catch (const std::exception& error) {
    std::cout.flush();
    std::cerr << "mappa: Something unexpected happened: " << error.what() << ". Nothing was written to the casebook.\n";
    return mappa::exit_code::unexpected;
  }
}
