#pragma once

#include "mappa/casework/look_up.hpp"
#include "mappa/casework/record.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

// What was recorded. The result must hold an entry.
Json json(const RecordResult& result);
Page page(const RecordResult& result);

Json withdrawal_json(const Entry& entry);

// Kinds of entry, each with its example; or one with its fields.
Json kinds_json();
Page kinds_page();

Json json(const History& history);
Page page(const History& history);

}  // namespace mappa
