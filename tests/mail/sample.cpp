// Any text as a message, so that what the program itself never says can be sent as well:
// mail_sample FROM TO SUBJECT, with the text on standard input.
#include <iostream>
#include <iterator>

#include "mappa/report/html_page.hpp"
#include "mappa/report/mail.hpp"

using namespace mappa;

namespace {

std::vector<Mailbox> mailboxes(const char* typed) { return std::get<std::vector<Mailbox>>(read_mailboxes(typed)); }

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  const Page page{argv[3], {Line{text}}};
  const Instant date = *instant_from_iso("2026-11-22T09:00:00Z");
  std::cout << message({mailboxes(argv[1]).front(), mailboxes(argv[2]), argv[3], date, "sample", text, html(page)});
}
