#pragma once

#include <istream>
#include <optional>
#include <ostream>
#include <string>

#include "command.hpp"
#include "mappa/base/input.hpp"
#include "mappa/casework/desk.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"
#include "progress.hpp"

namespace mappa {

// What a command is handed: the configuration, the casebook, the clock (read here, once, and nowhere else) and
// the way out.
class Session {
 public:
  // Reads the global options, the configuration and the clock. Throws Fault (usage, configuration).
  Session(const Arguments& given, std::istream& in, std::ostream& out, std::ostream& err);

  const std::string& store_path() const { return store_path_; }
  Store open() const;
  const Policy& policy() const { return policy_; }
  // The casebook to read: as it stands, or as it stood at the end of the day of --as-known-on.
  Snapshot read(const Store& store) const;
  EntryId left_out() const { return later_; }  // entries that read() left out
  Desk desk() const { return {policy_, now_, known_on_}; }  // moved by --as-of and --as-known-on
  Now clock() const { return clock_; }            // never moved: when something is written
  Moment real_now() const { return england(clock_.instant); }
  std::string by() const;                         // who records: as was said, else who is logged in
  // From whom mail comes, as the configuration has it; it may be no address.
  const std::optional<std::string>& mail_from() const { return mail_from_; }
  bool json() const { return json_; }
  bool terminal() const;                          // both input and output are one
  int width() const { return width_; }

  // A date or moment as typed; Fault (usage) naming the option.
  Date date(const std::string& option, const std::string& typed) const;
  // The same for a day that is written down: "today" is the real one, which --as-of does not move.
  Date written_date(const std::string& option, const std::string& typed) const;
  Moment moment(const std::string& option, const std::string& typed) const;

  // A result as JSON, with the day as known on which it was made.
  Json known(Json json) const;
  // What stands under pages made from the casebook as it stood on another day; nothing otherwise.
  void print_known() const;
  // One result, in the form that was asked for.
  void print(const Page& page) const;
  void print(const Json& json) const;
  void print_line(const std::string& line) const;
  void print_error(const std::string& line) const;
  // What stands beside a result that is for programs, and what print_known() says of it: on the error output.
  void print_aside(const Page& page) const;
  void print_known_aside() const;
  // Sees to it that everything printed so far was taken; throws Fault (unexpected) where it was not.
  void taken() const;
  std::ostream& out() const { return out_; }      // for results that are printed piece by piece
  // Asks on the terminal; nothing at the end of the input.
  std::optional<std::string> ask(const std::string& question) const;
  // For reading it: shown on standard error where that is a terminal.
  Progress progress(const Input& input) const;
  // A file, or a copy of standard input for "-". Throws Fault: not_found, unreadable.
  Input open_input(const std::string& path) const;

 private:
  void configure(const Arguments& given);
  void set_today(const Arguments& given);
  void print_known(std::ostream& to) const;

  std::istream& in_;
  std::ostream& out_;
  std::ostream& err_;
  Now clock_;
  Moment now_;
  std::optional<Date> known_on_;
  mutable EntryId later_ = 0;
  Policy policy_;
  std::string store_path_;
  std::optional<std::string> by_;
  std::optional<std::string> mail_from_;
  bool json_ = false;
  int width_ = 80;
};

}  // namespace mappa
