#pragma once

#include <optional>
#include <vector>

#include "mappa/casework/due.hpp"
#include "mappa/report/mail.hpp"

namespace mappa {

struct DueMail {
  Mailbox from;
  std::vector<Mailbox> to;
  bool with_names = false;       // the people's names and the evidence, which may hold names too
  Now made;
  std::optional<Date> known_on;  // the day at whose end the casebook stood as it was read
  EntryId left_out = 0;          // entries recorded later than that
};

// What is due as a message; that nothing is due, too. Its id is made from all that it says, the run among it, but for
// the minute in which it was made: made again, it is the same message, and after another run another.
Mail mail(const Due& due, const DueMail& wanted);

}  // namespace mappa
