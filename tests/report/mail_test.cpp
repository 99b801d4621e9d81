#include <doctest/doctest.h>

#include <algorithm>

#include "mappa/base/text.hpp"
#include "mappa/report/mail.hpp"

using namespace mappa;

namespace {

std::vector<Mailbox> boxes(const std::string& typed) {
  const auto read = read_mailboxes(typed);
  if (const auto* wrong = std::get_if<AddressProblem>(&read)) FAIL_CHECK(wrong->what);
  const auto* out = std::get_if<std::vector<Mailbox>>(&read);
  return out ? *out : std::vector<Mailbox>{};
}

bool refused(const std::string& typed) { return std::holds_alternative<AddressProblem>(read_mailboxes(typed)); }

Mail sample() {
  return {{"", "mappa@example.org"},
          {{"", "depmu@example.org"}},
          "MAPPA: 1 due",
          *instant_from_iso("2026-11-22T09:00:00Z"),
          "0123456789abcdef",
          "One thing is owed.\n",
          "<p>One thing is owed.</p>\n"};
}

bool has_line(const std::string& text, const std::string& line) { return ("\n" + text).find("\n" + line + "\n") != std::string::npos; }

Mail with_text(const std::string& text) {
  Mail mail = sample();
  mail.text = text;
  return mail;
}

std::size_t longest_line(const std::string& text) {
  std::size_t out = 0;
  for (const auto line : split(text, '\n')) out = std::max(out, line.size());
  return out;
}

}  // namespace

TEST_CASE("addresses are read as people write them") {
  CHECK(boxes("depmu@example.org") == std::vector<Mailbox>{{"", "depmu@example.org"}});
  CHECK(boxes("DEPMU duty <depmu@example.org>") == std::vector<Mailbox>{{"DEPMU duty", "depmu@example.org"}});
  CHECK(boxes("a@example.org, b@example.org") == std::vector<Mailbox>{{"", "a@example.org"}, {"", "b@example.org"}});
  CHECK(boxes("a@example.org,Zoë Ångström <zoe@example.org>") == std::vector<Mailbox>{{"", "a@example.org"}, {"Zoë Ångström", "zoe@example.org"}});
  CHECK(boxes("\"Ångström, Zoë\" <zoe@example.org>") == std::vector<Mailbox>{{"Ångström, Zoë", "zoe@example.org"}});
  CHECK(boxes("root@localhost") == std::vector<Mailbox>{{"", "root@localhost"}});
  CHECK(boxes("o'neill+mappa@example.org") == std::vector<Mailbox>{{"", "o'neill+mappa@example.org"}});
  CHECK(boxes("zoe@münchen.example") == std::vector<Mailbox>{{"", "zoe@xn--mnchen-3ya.example"}});
}

TEST_CASE("what is no address is refused, and so is what stands beside one") {
  for (const char* typed : {"", " ", ",", "depmu", "depmu@", "@example.org", "a@@example.org", "a@example.org b@example.org", "<a@example.org",
                            "First <a@example.org> Last", "a b c", "a@example.org;b@example.org", "a..b@example.org",
                            "a@example..org", "a@-example.org", "a@example-.org", "a@[127.0.0.1]", "\"a b\"@example.org", "zoë@example.org",
                            "\"not closed <a@example.org>", "team: a@example.org, b@example.org;", "@relay.example:a@example.org"})
    CHECK_MESSAGE(refused(typed), typed);
  CHECK(refused(std::string(65, 'a') + "@example.org"));
}

TEST_CASE("a line end in an address cannot begin another header") {
  for (const char* typed : {"a@example.org\nBcc: x@example.org", "a@example.org\r\nBcc: x@example.org", "a@example.org,\n b@example.org",
                            "\"A\nBcc: x@example.org\" <a@example.org>", "a@example.org\r", "A\tB <a@example.org>", "a@example.org\x7f",
                            "\xff <a@example.org>"})
    CHECK_MESSAGE(refused(typed), safe(typed));
  CHECK(refused(std::string("a@example.org\0b", 15)));
  const auto wrong = std::get<AddressProblem>(read_mailboxes("a@example.org\nBcc: x"));
  CHECK(wrong.what == "\"a@example.org Bcc: x\" is no mail address.");
}

TEST_CASE("an encoded word is refused, for it could hide a line end or another address") {
  for (const char* typed : {"=?utf-8?q?Zo=C3=AB?= <zoe@example.org>", "=?utf-8?q?A=0ABcc:_x@example.org?= <a@example.org>",
                            "=?utf-8?q?x=40example.org=2C?= <a@example.org>"})
    CHECK_MESSAGE(refused(typed), typed);
}

TEST_CASE("a message has the headers of a message that a program made, and both forms") {
  CHECK(message(sample()) ==
        "Date: Sun, 22 Nov 2026 09:00:00 +0000\n"
        "From: mappa@example.org\n"
        "Subject: MAPPA: 1 due\n"
        "To: depmu@example.org\n"
        "Message-Id: <0123456789abcdef@example.org>\n"
        "Auto-Submitted: auto-generated\n"
        "MIME-Version: 1.0\n"
        "Content-Type: multipart/alternative; boundary=\"=_0123456789abcdef\"\n"
        "\n"
        "--=_0123456789abcdef\n"
        "Content-Type: text/plain; charset=utf-8\n"
        "Content-Transfer-Encoding: quoted-printable\n"
        "\n"
        "One thing is owed.\n"
        "\n"
        "--=_0123456789abcdef\n"
        "Content-Type: text/html; charset=utf-8\n"
        "Content-Transfer-Encoding: quoted-printable\n"
        "\n"
        "<p>One thing is owed.</p>\n"
        "\n"
        "--=_0123456789abcdef--\n");
}

TEST_CASE("the same message is the same bytes") { CHECK(message(sample()) == message(sample())); }

TEST_CASE("names and subjects outside ASCII are encoded words in UTF-8") {
  Mail mail = sample();
  mail.from.name = "MAPPA Café";
  mail.to = {{"Zoë", "zoe@example.org"}, {"Ahmed, J.", "j@example.org"}};
  mail.subject = "Überfällig";
  const std::string out = message(mail);
  CHECK(has_line(out, "From: MAPPA =?UTF-8?b?Q2Fmw6k=?= <mappa@example.org>"));
  CHECK(has_line(out, "To: =?UTF-8?b?Wm/Dqw==?= <zoe@example.org>, \"Ahmed, J.\" <j@example.org>"));
  CHECK(has_line(out, "Subject: =?UTF-8?B?w5xiZXJmw6RsbGln?="));
}

TEST_CASE("a line end in a name or a subject begins no header") {
  Mail mail = sample();
  mail.from.name = mail.to[0].name = mail.subject = "a\r\nBcc: x@example.org";
  CHECK(message(mail).find("\nBcc:") == std::string::npos);
  CHECK(message(mail).find('\r') == std::string::npos);
}

TEST_CASE("control characters in a name or a subject are shown as such") {
  Mail mail = sample();
  mail.from.name = mail.subject = "red\x1b[31m";
  const std::string out = message(mail);
  CHECK(has_line(out, "Subject: red\\x1b[31m"));
  CHECK(has_line(out, "From: \"red\\\\x1b[31m\" <mappa@example.org>"));
}

TEST_CASE("an address that nobody checked stops the message") {
  Mail mail = sample();
  mail.to[0].address = "a@example.org\nBcc: x@example.org";
  CHECK_THROWS(message(mail));
  mail = sample();
  mail.from.address = "nobody";
  CHECK_THROWS(message(mail));
}

TEST_CASE("text is quoted-printable: ASCII, no long lines, nothing lost at a line's end") {
  const std::string out = message(with_text("Zoë\nblank at the end \na = b\n" + std::string(300, 'x') + "\n"));
  CHECK(has_line(out, "Zo=C3=AB"));
  CHECK(has_line(out, "blank at the end=20"));
  CHECK(has_line(out, "a =3D b"));
  CHECK(longest_line(out) <= 78);
  CHECK(std::ranges::all_of(out, [](char c) { return c == '\n' || c == '\t' || (c >= ' ' && c <= '~'); }));
}

TEST_CASE("no line begins with a dot or with From and a blank, which mean something to programs on the way") {
  const std::string out = message(with_text(".\n..\n.profile\nFrom here\nFrom\n From there\n"));
  CHECK(has_line(out, "=2E"));
  CHECK(has_line(out, "=2E."));
  CHECK(has_line(out, "=2Eprofile"));
  CHECK(has_line(out, "=46rom here"));
  CHECK(has_line(out, "From"));
  CHECK(has_line(out, " From there"));
}

TEST_CASE("a line of dots, however long, begins with none and stays short") {
  const std::string out = message(with_text(std::string(1000, '.') + "\n"));
  CHECK(out.find("\n.") == std::string::npos);
  CHECK(longest_line(out) <= 78);
  // Nothing is lost: each dot is there, as itself or as its escape.
  const std::string encoded = out.substr(out.find("=2E"), out.find("\n\n--", out.find("=2E")) - out.find("=2E"));
  std::size_t escapes = 0;
  for (auto at = encoded.find("=2E"); at != std::string::npos; at = encoded.find("=2E", at + 1)) ++escapes;
  CHECK(escapes + static_cast<std::size_t>(std::ranges::count(encoded, '.')) == 1000);
}

TEST_CASE("many recipients are folded into lines") {
  Mail mail = sample();
  mail.to.assign(40, {"Somebody with a name", "somebody@example.org"});
  CHECK(longest_line(message(mail)) <= 78);
}

TEST_CASE("a message whose parts are empty is a message") {
  Mail mail = sample();
  mail.text = mail.html = mail.subject = "";
  CHECK(message(mail).ends_with("--=_0123456789abcdef--\n"));
}
