#include <algorithm>

#include "commands.hpp"
#include "exit_code.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"
#include "mappa/report/import_export.hpp"
#include "mappa/report/record.hpp"
#include "session.hpp"

namespace mappa {
namespace {

const Kind* kind_among(const std::vector<std::string>& words) {
  // The first two only: a value may be spelt like a kind.
  for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 2); ++i)
    if (const Kind* kind = find_kind(lower(words[i]))) return kind;
  return nullptr;
}

[[noreturn]] void no_such_kind(const std::vector<std::string>& words) {
  std::vector<std::string> names;
  for (const Kind& kind : kinds()) names.push_back(kind.name);
  for (const auto& word : words)
    if (const auto near = nearest(word, names))
      throw Fault(Cause::usage, "\"" + safe(word) + "\" is nothing that can be recorded.", "Did you mean \"" + *near + "\"?");
  throw Fault(Cause::usage, "What to record is missing, or nothing that can be recorded.", "Type: mappa record (it lists the kinds)");
}

RecordRequest request_from(const Kind& kind, const Arguments& given, const Session& session) {
  RecordRequest request{{}, kind, {}, {}, session.by(), session.clock(), session.real_now()};
  bool kind_seen = false;
  for (const auto& word : given.words()) {
    if (!kind_seen && lower(word) == kind.name) kind_seen = true;
    else if (request.who.empty()) request.who = word;
    else if (!kind.main.empty()) request.given.emplace_back(kind.main, word);
    else throw Fault(Cause::usage, "\"" + safe(word) + "\" is one word too many.", "See: mappa record " + kind.name + " --help");
  }
  if (request.who.empty())
    throw Fault(Cause::usage, "The prison number or reference is missing.", "For example: " + kind.line_to_type());
  for (const Field& field : kind.fields)
    if (const auto typed = given.value(field.name); typed && !field.computed) request.given.emplace_back(field.name, *typed);
  if (const auto day = given.value("on")) request.on = session.written_date("on", *day);
  return request;
}

int record_one(const Kind& kind, const Arguments& given, Session& session) {
  const RecordRequest request = request_from(kind, given, session);
  Store store = session.open();
  const RecordResult result = record(store, request, session.desk());
  if (!result.entry) {
    for (const Problem& problem : result.problems) session.print_error(one_line(problem));
    throw Fault(Cause::usage, "Nothing was recorded.", "See: mappa record " + kind.name + " --help");
  }
  if (session.json()) {
    session.print(json(result));
    return exit_code::done;
  }
  for (const Problem& remark : result.remarks) session.print_error(one_line(remark));
  session.print(page(result));
  return exit_code::done;
}

std::vector<Option> options_of(const Kind& kind) {
  std::vector<Option> out;
  for (const Field& field : kind.fields) {
    if (field.computed) continue;
    std::string help{field.help};
    // A date may also be date-unknown; yes or no and numbers speak for themselves.
    if (field.deed) help += ", or date-unknown";
    const bool list = !field.deed && field.placeholder != "YES-OR-NO" && field.placeholder != "N";
    for (std::size_t i = 0; i < field.words.size() && list; ++i) help += (i == 0 ? ": " : ", ") + field.words[i];
    out.push_back({field.name, std::string(field.placeholder), help});
  }
  out.push_back({"on", "DATE", kind.dated_by.empty() ? "the day it is about (default: today)"
                                                     : "the day it is about (default: --" + kind.dated_by + ", else today)"});
  return out;
}

}  // namespace

Command record_command(const std::vector<std::string>& words) {
  Command command;
  const Kind* kind = kind_among(words);
  if (!kind && !words.empty()) no_such_kind(words);
  if (!kind) {
    command.usage = "[NUMBER KIND [VALUE] [OPTIONS]]";
    command.details = {"NUMBER is a prison number or a recorded reference; KIND may also stand before it. Without words: the "
                       "list of kinds, each with an example. `mappa record KIND --help` lists the options of a kind."};
    command.run = [](const Arguments&, Session& session) {
      if (session.json()) session.print(kinds_json());
      else session.print(kinds_page());
      return exit_code::done;
    };
    return command;
  }
  command.summary = "record one thing: " + kind->name;
  command.usage = "NUMBER " + kind->name + (kind->main.empty() ? "" : " " + std::string(kind->find(kind->main)->placeholder)) + " [OPTIONS]";
  command.details = {std::string(kind->about), "For example: " + kind->line_to_type()};
  command.most_words = kind->main.empty() ? 2 : 3;
  command.options = options_of(*kind);
  command.run = [kind](const Arguments& given, Session& session) { return record_one(*kind, given, session); };
  return command;
}

}  // namespace mappa
