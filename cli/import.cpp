#include <fmt/format.h>
#include <unistd.h>

#include <optional>

#include "commands.hpp"
#include "exit_code.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/casework/configure.hpp"
#include "mappa/casework/map_export.hpp"
#include "mappa/report/import_export.hpp"
#include "progress.hpp"
#include "rejects_file.hpp"
#include "session.hpp"

namespace mappa {
namespace {

// An import keeps the machine busy for a while. Whoever asks something beside it goes first: a van may be waiting.
void give_way() {
  constexpr int lower_priority = 5;
  [[maybe_unused]] const int ignored = nice(lower_priority);
}

int code_of(const ImportResult& result) {
  if (result.rejected > 0) return exit_code::partly;
  return result.would_change() ? exit_code::would_change : exit_code::done;
}

Input open_alerts(const std::string& path, const std::string& exported, const Session& session) {
  if (path == "-" && exported == "-")
    throw Fault(Cause::usage, "The export and its alerts cannot both come from standard input.", "Save one of them as a file.");
  return session.open_input(path);
}

// How the file is read, as a mapping file; nothing is imported, and no casebook is needed.
int show_map(const std::string& file, const Arguments& given, const Session& session) {
  for (const char* other : {"alerts", "exported-on", "dry-run", "full", "rejects"})
    if (given.has(other))
      throw Fault(Cause::usage, fmt::format("--show-map imports nothing, and --{} is about an import.", other),
                  "Give one of the two.");
  Mapping mapping;
  if (const auto map = given.value("map")) mapping = load_mapping(*map);
  Input input = session.open_input(file);
  const std::string text = map_of_export(input, mapping);
  if (session.json())
    session.print(Json::object({{"schema", "mappa.mapping/1"}, {"file", input.name()}, {"mapping", text}}));
  else
    session.print_line(text.substr(0, text.size() - 1));
  return exit_code::done;
}

int run_import(const Arguments& given, Session& session) {
  const std::string& file = given.words().front();
  if (given.has("show-map")) return show_map(file, given, session);
  Store store = session.open();
  Input input = session.open_input(file);
  std::optional<Input> alerts;
  if (const auto second = given.value("alerts")) alerts = open_alerts(*second, file, session);
  ImportRequest request{input, {}, given.has("full"), given.has("dry-run"), session.by(), session.clock(), session.real_now().day};
  if (const auto day = given.value("exported-on")) request.exported_on = session.written_date("exported-on", *day);
  if (const auto map = given.value("map")) request.mapping = load_mapping(*map);
  if (alerts) request.alerts = &*alerts;
  std::optional<RejectsFile> rejects;
  if (const auto path = given.value("rejects")) request.rejects = rejects.emplace(*path).rejects();
  give_way();
  const auto import = [&] {
    Progress progress = session.progress(input);
    request.progress = [&](std::uint64_t bytes) { progress.at(bytes); };
    return import_nomis(store, request, session.desk());
  };
  const ImportResult result = import();
  if (rejects) rejects->keep();
  const std::string rejects_path = rejects && rejects->written() ? rejects->path() : "";
  if (session.json()) {
    session.print(json(result));
  } else {
    for (const Problem& problem : result.problems) session.print_error(one_line(problem));
    session.print(page(result, rejects_path));
  }
  return code_of(result);
}

}  // namespace

Command import_command() {
  Command command;
  command.usage = "FILE|- [--exported-on DATE] [--alerts FILE] [--map FILE] [--show-map] [--dry-run] [--full] [--rejects FILE]";
  command.details = {
      "Reads a NOMIS export: CSV with prisoner-search field names or NOMIS column names, or JSON of prisoner-search or "
      "prison-api. One person a row; alerts in a column as P:P33;S:SOR. Only the prison number is required.",
      "Every row is checked. Good rows go in, rows with an error do not, in one transaction; every problem is told with its "
      "line. The same file again changes nothing. What an import brought can be taken back: mappa undo."};
  command.least_words = command.most_words = 1;
  command.options = {{"exported-on", "DATE", "the day on which NOMIS wrote the file (default: today, and the import says so)"},
                     {"alerts", "FILE", "a second file, CSV with one alert a row"},
                     {"map", "FILE", "a mapping file: what the headers, dates and alerts of the CSV file mean"},
                     {"show-map", "", "print how the CSV file is read as a mapping file to go on from, and import nothing"},
                     {"dry-run", "", "show what would change, verdicts and duties too, and write nothing: exit code 13"},
                     {"full", "", "the file holds everybody: report who is missing from it"},
                     {"rejects", "FILE", "write the rejected rows into a new file, as they came, with the reasons"}};
  command.run = run_import;
  return command;
}

}  // namespace mappa
