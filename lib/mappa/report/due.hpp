#pragma once

#include "mappa/casework/due.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

// The contract "mappa.due/1"; mappa-due(1) describes every member.
Json json(const Due& due);

// How much is told of each thing: for the casebook's own people everything; for mail, which travels and stays where
// it arrives, no more than the roles, the prison number and the days, or beside them the name and the evidence.
enum class Telling { everything, names, roles };
Page page(const Due& due, Telling telling = Telling::everything);

}  // namespace mappa
