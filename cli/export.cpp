#include <algorithm>
#include <optional>

#include "commands.hpp"
#include "exit_code.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/report/export_nomis.hpp"
#include "mappa/report/nomis_csv.hpp"
#include "mappa/report/nomis_json.hpp"
#include "output_file.hpp"
#include "session.hpp"

namespace mappa {
namespace {

bool wants_json(const Arguments& given, const Session& session) {
  const std::string format = given.value("format").value_or(session.json() ? "json" : "csv");
  if (format != "csv" && format != "json")
    throw Fault(Cause::usage, "--format: \"" + safe(format) + "\" is no format.", "Give csv or json.");
  if (format == "csv" && session.json())
    throw Fault(Cause::usage, "--json and --format csv contradict each other.", "Leave one out.");
  return format == "json";
}

// Rows hold on the day looked at: today, or the day that was asked for.
Date day_of_rows(const Arguments& given, const Session& session) {
  const Date today = session.desk().today();
  const auto typed = given.value("exported-on");
  if (!typed) return today;
  const Date day = session.date("exported-on", *typed);
  if (day > today)
    throw Fault(Cause::usage, "--exported-on: " + spoken(day) + " is after the day looked at, " + spoken(today) + ".",
                "Name a day up to that one, or leave it out for the newest rows.");
  return day;
}

void write(const Snapshot& snapshot, Date day, const RowsText& rows, std::ostream& out) {
  out << rows.start;
  bool first = true;
  each_row_that_holds(snapshot, day, [&](const Sighting& held) {
    if (!first) out << rows.between;
    first = false;
    out << rows.row(held.row);
  });
  out << rows.end;
}

int run_export(const Arguments& given, Session& session) {
  if (given.words().front() != "nomis")
    throw Fault(Cause::usage, "\"" + safe(given.words().front()) + "\" is nothing that can be exported.",
                "Usage: mappa export nomis [--format csv|json] [--output FILE]");
  const bool as_json = wants_json(given, session);
  const Date day = day_of_rows(given, session);
  const auto path = given.value("output");
  const Store store = session.open();
  const Snapshot snapshot = session.read(store);
  std::optional<OutputFile> file;
  if (path) file.emplace(*path);
  const RowsThatHold all = look_through(snapshot, day);
  if (all.people == 0)
    throw Fault(Cause::not_found, "There is nobody to export: no NOMIS export of " + spoken(day) + " or before holds.",
                "See what was imported: mappa imports");
  write(snapshot, day, as_json ? nomis_json() : nomis_csv(all.fields), file ? file->out() : session.out());
  if (file) file->keep();
  session.print_aside(page(all));
  // On one line, however long the file's name is: it can be typed as it stands.
  session.print_error("To take them in again: " + import_line(all, path.value_or("")));
  session.print_known_aside();
  return exit_code::done;
}

}  // namespace

Command export_command() {
  Command command;
  command.usage = "nomis [--format csv|json] [--output FILE] [--exported-on DATE]";
  command.details = {
      "Writes the NOMIS row of everybody, released people too, as it holds today (or on --as-of), in a form that an "
      "import reads again: what went in comes out, and goes in again unchanged. People of undone imports and "
      "withdrawn rows are left out. Exit code 4 when there is nobody.",
      "How many people they are and from which days, and the line that takes them in again, go to the error output."};
  command.least_words = command.most_words = 1;
  command.options = {
      {"format", "FORMAT", "csv, or json in the shape of prisoner-search (default: csv, or json with --json)"},
      {"output", "FILE", "write a new file, whole or not at all; refused (exit code 15) where there is one"},
      {"exported-on", "DATE", "the rows that held on this day (default: the newest)"}};
  command.reads = true;
  command.run = run_export;
  return command;
}

}  // namespace mappa
