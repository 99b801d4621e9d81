#include "commands.hpp"
#include "exit_code.hpp"
#include "mappa/report/import_export.hpp"
#include "session.hpp"

namespace mappa {
namespace {

int import(const Arguments& given, Session& session) {
  const std::string& file = given.words().front();
  ImportRequest request{{}, file == "-" ? "standard input" : file, {}, session.by(), session.clock(), session.real_now().day};
  if (const auto day = given.value("exported-on")) request.exported_on = session.written_date("exported-on", *day);
  Store store = session.open();
  const std::string bytes = session.read_file(file);
  request.bytes = bytes;
  const ImportResult result = import_nomis(store, request);
  if (session.json()) {
    session.print(json(result));
  } else {
    for (const Problem& problem : result.problems) session.print_error(one_line(problem));
    session.print(page(result));
  }
  return result.rejected > 0 ? exit_code::partly : exit_code::done;
}

}  // namespace

Command import_command() {
  Command command;
  command.usage = "FILE|- [--exported-on DATE]";
  command.details = {
      "Reads a NOMIS export: CSV with prisoner-search field names or NOMIS column names, or prisoner-search JSON. One person "
      "a row; alerts in a column as P:P33;S:SOR. Only the prison number is required.",
      "Every row is checked. Good rows go in, rows with an error do not, in one transaction; every problem is told with its "
      "line. The same file again changes nothing."};
  command.least_words = command.most_words = 1;
  command.options = {{"exported-on", "DATE", "the day on which NOMIS wrote the file (default: today, and the import says so)"}};
  command.run = import;
  return command;
}

}  // namespace mappa
