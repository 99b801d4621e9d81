#include "session.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <pwd.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casework/configure.hpp"
#include "mappa/report/known.hpp"
#include "mappa/report/text_page.hpp"

namespace mappa {
namespace {

namespace files = std::filesystem;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// A folder of the XDG base directories: the variable, else the usual place in the home folder.
files::path user_folder(const char* variable, const char* in_home) {
  if (const auto set = environment(variable); !set.empty()) return set;
  return files::path(environment("HOME")) / in_home;
}

Now read_clock() {
  const auto set = environment("MAPPA_NOW");
  if (set.empty()) return {std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()), false};
  if (const auto instant = instant_from_iso(set)) return {*instant, true};
  throw Fault(Cause::usage, "MAPPA_NOW is set to \"" + safe(set) + "\", which is no time.",
              "Unset it, or write it as 2026-11-25T14:00:00Z (in UTC).");
}

std::string login_name() {
  for (const char* variable : {"LOGNAME", "USER"})
    if (const auto name = environment(variable); !name.empty() && is_utf8(name)) return name;
  const passwd* user = getpwuid(getuid());
  return user && user->pw_name ? user->pw_name : "unknown";
}

int terminal_width() {
  winsize size{};
  if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return std::clamp(static_cast<int>(size.ws_col), 40, 100);
}

Date date_of(const std::string& option, const std::string& typed, Date today) {
  const auto read = read_date(typed, today);
  if (const auto* wrong = std::get_if<DateProblem>(&read)) throw Fault(Cause::usage, "--" + option + ": " + wrong->what, wrong->remedy);
  return std::get<Date>(read);
}

// A copy in a file without a name, which goes when the program ends; for what can be read only once.
Input spooled(std::istream& in, const std::string& name = "standard input") {
  std::string path = (files::temp_directory_path() / "mappa-XXXXXX").string();
  const int handle = mkstemp(path.data());
  if (handle < 0) throw Fault(Cause::unexpected, "No temporary file could be made in " + files::temp_directory_path().string() + ".",
                              "Make room there, or set TMPDIR to a folder that may be written.");
  close(handle);
  auto copy = std::make_unique<std::fstream>(path, std::ios::in | std::ios::out | std::ios::binary);
  files::remove(path);
  if (in.peek() != std::istream::traits_type::eof()) *copy << in.rdbuf();
  if (!copy->flush() || in.bad())
    throw Fault(Cause::unreadable, "The " + name + " could not be copied into a temporary file.", "Make room in the folder for temporary files, or give a file.");
  return {std::move(copy), name};
}

Register facilities_of(const std::string& file, const files::path& beside) {
  const files::path path = files::path(file).is_absolute() ? files::path(file) : beside / file;
  Toml document = Toml::load(path.string());
  Register out = Register::read(document);
  document.finish();
  return out;
}

}  // namespace

Session::Session(const Arguments& given, std::istream& in, std::ostream& out, std::ostream& err)
    : in_(in), out_(out), err_(err), clock_(read_clock()), now_(england(clock_.instant)), policy_(shipped_policy()),
      store_path_((user_folder("XDG_DATA_HOME", ".local/share") / "mappa" / "casebook.db").string()),
      json_(given.has("json")), width_(terminal_width()) {
  configure(given);
  if (const auto store = given.value("store")) store_path_ = *store;
  if (const auto name = given.value("by")) by_ = *name;
  set_today(given);
}

void Session::set_today(const Arguments& given) {
  if (const auto day = given.value("as-known-on")) {
    known_on_ = date("as-known-on", *day);
    if (*known_on_ > now_.day)
      throw Fault(Cause::usage, "--as-known-on: " + spoken(*known_on_) + " is in the future: what will be known then, nobody knows.",
                  "Name a day up to today.");
    // What was known at the end of that day, told at the end of that day; today itself is not over.
    if (*known_on_ < now_.day) now_ = {*known_on_, std::chrono::hours(24) - std::chrono::minutes(1)};
  }
  if (const auto day = given.value("as-of")) now_.day = date("as-of", *day);
}

void Session::configure(const Arguments& given) {
  const auto usual = user_folder("XDG_CONFIG_HOME", ".config") / "mappa" / "config.toml";
  std::error_code ignored;
  if (!given.has("config") && !files::exists(usual, ignored)) return;
  const std::string path = given.value("config").value_or(usual.string());
  Toml document = Toml::load(path);
  const auto beside = files::path(path).parent_path();
  if (const auto store = document.text("store")) store_path_ = (beside / *store).string();
  if (const auto name = document.text("by")) by_ = *name;
  if (auto mail = document.table("mail")) {
    mail_from_ = mail->text("from");
    mail->finish();
  }
  for (const auto& file : document.texts("facilities")) policy_.facilities.add(facilities_of(file, beside));
  if (const auto file = document.text("policy")) {
    Toml policy = Toml::load(files::path(*file).is_absolute() ? *file : (beside / *file).string());
    configure_policy(policy, policy_);
    policy.finish();
  }
  configure_policy(document, policy_);
  document.finish();
}

Store Session::open() const { return Store::open(store_path_); }

Snapshot Session::read(const Store& store) const {
  if (!known_on_) return store.read();
  Snapshot out = store.read(beginning_in_england(plus_days(*known_on_, 1)));
  later_ = out.later();
  return out;
}

std::string Session::by() const { return by_ ? *by_ : login_name(); }

bool Session::terminal() const { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }

Date Session::date(const std::string& option, const std::string& typed) const { return date_of(option, typed, now_.day); }

Date Session::written_date(const std::string& option, const std::string& typed) const {
  return date_of(option, typed, real_now().day);
}

Moment Session::moment(const std::string& option, const std::string& typed) const {
  const auto read = read_moment(typed, now_);
  if (const auto* wrong = std::get_if<DateProblem>(&read)) throw Fault(Cause::usage, "--" + option + ": " + wrong->what, wrong->remedy);
  return std::get<Moment>(read);
}

Json Session::known(Json json) const { return known_on_ ? as_known(std::move(json), *known_on_) : json; }

void Session::print_known() const { print_known(out_); }
void Session::print_known(std::ostream& to) const {
  if (known_on_) to << text(known_page(*known_on_, later_), width_);
}

void Session::print(const Page& page) const {
  out_ << text(page, width_);
  print_known();
}
void Session::print(const Json& json) const { out_ << text(known(json), true) << "\n"; }
void Session::taken() const {
  if (!out_.flush())
    throw Fault(Cause::unexpected, "The result could not be printed, and nothing was recorded.", "Check the disk or the pipe that the output goes to.");
}
void Session::print_line(const std::string& line) const { out_ << line << "\n"; }
void Session::print_error(const std::string& line) const { err_ << line << "\n"; }
void Session::print_aside(const Page& page) const { err_ << text(page, width_); }
void Session::print_known_aside() const { print_known(err_); }

std::optional<std::string> Session::ask(const std::string& question) const {
  out_ << question << std::flush;
  std::string answer;
  if (!std::getline(in_, answer)) return std::nullopt;
  return std::string(trimmed(answer));
}

Progress Session::progress(const Input& input) const { return {err_, isatty(STDERR_FILENO) != 0, input.name(), input.size()}; }

Input Session::open_input(const std::string& path) const {
  if (path == "-") return spooled(in_);
  std::error_code error;
  const auto status = files::status(path, error);
  if (!files::exists(status)) throw Fault(Cause::not_found, "There is no file \"" + safe(path) + "\".", "Check the name and the folder.");
  if (files::is_directory(status)) throw Fault(Cause::unreadable, "\"" + safe(path) + "\" is a folder.", "Name a file in it.");
  auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*file) throw Fault(Cause::unreadable, "\"" + safe(path) + "\" cannot be read.", "Check who may read it.");
  // A pipe can be read only once.
  if (!files::is_regular_file(status)) return spooled(*file, path);
  return {std::move(file), path};
}

}  // namespace mappa
