#include "due_email.hpp"

#include "mappa/base/fault.hpp"
#include "mappa/report/due_mail.hpp"
#include "session.hpp"

namespace mappa {
namespace {

// where: what the addresses come from, as a message names it.
std::vector<Mailbox> mailboxes(Cause cause, const std::string& where, const std::string& typed) {
  auto read = read_mailboxes(typed);
  if (const auto* wrong = std::get_if<AddressProblem>(&read)) throw Fault(cause, where + ": " + wrong->what, wrong->remedy);
  return std::get<std::vector<Mailbox>>(std::move(read));
}

Mailbox only(Cause cause, const std::string& where, const std::string& typed) {
  auto all = mailboxes(cause, where, typed);
  if (all.size() > 1) throw Fault(cause, where + " names several senders.", "Name one.");
  return all.front();
}

Mailbox sender(const Arguments& given, const Session& session) {
  if (const auto typed = given.value("from")) return only(Cause::usage, "--from", *typed);
  if (const auto& configured = session.mail_from()) return only(Cause::configuration, "[mail] from", *configured);
  throw Fault(Cause::usage, "Nobody is named from whom the message comes.",
              "Add --from ADDRESS, or put it into the configuration: under [mail], from = \"ADDRESS\".");
}

}  // namespace

std::vector<Option> email_options() {
  return {{"to", "ADDRESS", "to whom the message goes; several with commas between, or --to more than once", true},
          {"from", "ADDRESS", "from whom it comes (default: from under [mail] in the configuration)"},
          {"with-names", "", "also names people; without it, prison numbers and roles only"}};
}

std::function<void(const Due&)> as_email(const Arguments& given, const Session& session) {
  const auto typed = given.value("to");
  if (!typed) throw Fault(Cause::usage, "Nobody is named to whom the message goes.", "Add --to ADDRESS.");
  DueMail wanted{sender(given, session), mailboxes(Cause::usage, "--to", *typed), given.has("with-names"), session.clock(),
                 session.desk().as_known_on, 0};
  return [&session, wanted](const Due& due) mutable {
    wanted.left_out = session.left_out();
    session.out() << message(mail(due, wanted));
  };
}

}  // namespace mappa
