#pragma once

#include "mappa/casework/batches.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

// One of the members of "mappa.imports/1".
Json json(const Batch& batch);
// "mappa.imports/1".
Json json(const std::vector<Batch>& imports);
Page page(const std::vector<Batch>& imports);

// "mappa.undo/1": what an undo did, would do, or why it is refused; everybody and every entry by name.
Json json(const UndoResult& result);
// The same with counts of people; every entry that it is refused for.
Page page(const UndoResult& result);

// "22 November 2026, 09:00 by tester, in a drill": when an entry was recorded, and by whom.
std::string recorded(const Entry& entry);

// The line that undoes a batch.
std::string undo_line(EntryId batch);

}  // namespace mappa
