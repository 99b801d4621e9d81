#pragma once

#include <iosfwd>

#include "mappa/casework/tell_due.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

// The contract "mappa.due/1"; mappa-due(1) describes every member.
Json json(const Due& due);

// How much is told of each thing: for the casebook's own people everything; for mail, which travels and stays where
// it arrives, no more than the roles, the prison number and the days, or beside them the name and the evidence.
enum class Detail { everything, names, roles };
Page page(const Due& due, Detail detail = Detail::everything);

// The same page, told line by line, as TellLine in tell_due.hpp has it.
std::string tell_line(const DueLine& line, int width, std::string& words);
void print(const ToldDue& told, int width, std::ostream& out);

// For whatever else shows what is owed. Whether its day is counted back from the earliest release from prison.
bool counted_back(const Finding& finding);
// The NOMIS date that drives the day: that release, else one that the finding rests on. Nothing where none does.
std::string drove_it(const DueLine& line);
// Whose and what: " from the role supplier at HAR of the kinds paper, plan", or nothing.
std::string whose(const DueQuery& query);
// Which run this is, what it is compared with, and whether NOMIS has been heard of since.
void add_run(const DueRun& run, Page& page);
// What is not listed, and why: a line each.
void add_not_listed(const Due& due, Page& page);

}  // namespace mappa
