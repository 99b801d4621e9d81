#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "mappa/calendar/moment.hpp"

namespace mappa {

// Somebody to whom mail goes, or from whom it comes.
struct Mailbox {
  std::string name;     // in UTF-8; may be empty
  std::string address;  // "depmu@example.org", in ASCII

  friend bool operator==(const Mailbox&, const Mailbox&) = default;
};

// What somebody typed is no list of addresses: whole sentences, the typed text made safe to show.
struct AddressProblem {
  std::string what;
  std::string remedy;
};

// Addresses as they are typed, one or several between commas: depmu@example.org, "Zoë Ångström <zoe@example.org>",
// "\"Ångström, Zoë\" <zoe@example.org>". A domain outside ASCII is put into its IDNA form. Control characters, line
// ends above all, are a problem, and so are encoded words, addresses without a domain, groups, and anything left
// over. Throws Fault (unexpected) where the mail library is not installed.
std::variant<std::vector<Mailbox>, AddressProblem> read_mailboxes(std::string_view typed);

// A message in two forms that say the same, of which the reader's program shows one.
struct Mail {
  Mailbox from;
  std::vector<Mailbox> to;
  std::string subject;
  Instant date;
  std::string id;          // of this message among all of the sender's domain: letters and digits
  std::string text, html;  // in UTF-8
};

// The whole message as RFC 5322 and MIME have it, marked as made by a program (RFC 3834). It is ASCII; its lines end
// as `sendmail` takes them, with a line feed, and none begins with a dot or with "From ", to which programs that pass
// mail on give a meaning. The same Mail is the same bytes.
// Throws Fault (unexpected) for an address that read_mailboxes() would not give, and where the mail library is not
// installed.
std::string message(const Mail& mail);

}  // namespace mappa
