"""Messages go through msmtp, which takes them as sendmail does, to a mail server on this machine, and Python's own
mail library reads what has come: delivered.py MAPPA MAIL_SAMPLE"""

import email
import email.header
import email.policy
import html.parser
import os
import socketserver
import subprocess
import sys
import tempfile
import threading
import unittest

MAPPA, SAMPLE = (os.path.abspath(program) for program in sys.argv[1:3])
# What is not in order about a message stops the test.
STRICT = email.policy.default.clone(raise_on_defect=True)
SECONDS = 60  # that nothing here may take

EXPORT = """prisonerNumber,lastName,firstName,dateOfBirth,prisonId,conditionalReleaseDate,alerts
A1234BC,ÅNGSTRÖM,ZOË,1980-02-28,HAR,2026-08-31,P:P77
A2345CD,ŁUKASZEWICZ,JOSÉ,1980-02-28,HAR,2027-05-30,P:P55
A3456DE,OKORO,ADA,1980-02-28,HAR,,P:P33
"""


class Conversation(socketserver.StreamRequestHandler):
    """One conversation by SMTP (RFC 5321): it takes whatever comes, and notes it down before it says so."""

    timeout = SECONDS

    def setup(self):
        super().setup()
        self.sender, self.recipients = None, []

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        self.say("220 localhost")
        while line := self.rfile.readline().decode().strip():
            verb = line.split(":")[0].split(" ")[0].upper()
            if verb == "QUIT":
                return self.say("221 bye")
            self.say(self.answer(verb, line))

    def answer(self, verb, line):
        if verb == "MAIL":
            self.sender = line[line.index("<") + 1 : line.index(">")]
        elif verb == "RCPT":
            self.recipients.append(line[line.index("<") + 1 : line.index(">")])
        elif verb == "DATA":
            self.say("354 go on")
            self.server.arrived.append((self.sender, self.recipients, self.data()))
        elif verb not in ("EHLO", "HELO", "RSET", "NOOP"):
            return "502 not known"
        return "250 localhost"

    def data(self):
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            # The sender doubles a dot that begins a line, so that it does not end the message.
            lines.append(line[1:] if line.startswith(b".") else line)
        return b"".join(lines)


class Words(html.parser.HTMLParser):
    """The words that somebody reads in an HTML document."""

    def __init__(self, document):
        super().__init__()
        self.text, self.inside_body = "", False
        self.feed(document)

    def handle_starttag(self, tag, attributes):
        self.inside_body = self.inside_body or tag == "body"
        self.text += " "

    def handle_data(self, data):
        if self.inside_body:
            self.text += data


def form(message, kind):
    """One of its two forms; line ends on the way are those of the Internet."""
    return message.get_body(preferencelist=(kind,)).get_content().replace("\r\n", "\n")


def name_in(data, header):
    """The name beside an address as RFC 2047 has it; Python's newer reader puts a blank between two encoded words."""
    pieces = email.header.decode_header(email.message_from_bytes(data)[header])
    return "".join(text.decode(charset) for text, charset in pieces if charset)


class Delivered(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # It listens from here on, on a port that the system chose.
        cls.server = socketserver.TCPServer(("127.0.0.1", 0), Conversation)
        cls.server.arrived = []
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.folder = tempfile.TemporaryDirectory()
        # Neither the machine's language nor its time zone plays a part.
        cls.environment = {"PATH": os.environ["PATH"], "HOME": cls.folder.name, "LC_ALL": "C", "TZ": "America/New_York",
                           "LOGNAME": "tester", "MAPPA_NOW": "2026-11-22T09:00:00Z"}
        cls.mappa("init")
        cls.mappa("import", "-", "--exported-on", "2026-11-20", input=EXPORT.encode())
        with open(os.path.join(cls.folder.name, "msmtprc"), "w") as file:
            file.write(f"account default\nhost 127.0.0.1\nport {cls.server.server_address[1]}\ntls off\nauth off\ntimeout {SECONDS}\n")
        os.chmod(file.name, 0o600)

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()
        cls.folder.cleanup()

    @classmethod
    def run_program(cls, *words, input=b"", codes=(0,)):
        done = subprocess.run(words, input=input, env=cls.environment, capture_output=True, timeout=SECONDS)
        if done.returncode not in codes:
            raise AssertionError(f"{words} ended with {done.returncode}: {done.stderr.decode()}")
        return done.stdout

    @classmethod
    def mappa(cls, *words, **more):
        return cls.run_program(MAPPA, *words, **more)

    def sent(self, message):
        """Sends it as `sendmail -t` does; gives who sent it, who received it, and what came."""
        del self.server.arrived[:]
        self.run_program("msmtp", "-C", os.path.join(self.folder.name, "msmtprc"), "--read-envelope-from", "-t", input=message)
        self.assertEqual(len(self.server.arrived), 1)
        sender, recipients, self.data = self.server.arrived[0]
        for line in self.data.split(b"\r\n"):
            self.assertTrue(line.isascii() and len(line) <= 998, line)
        return sender, recipients, email.message_from_bytes(self.data, policy=STRICT)

    def due(self, *words, code=12):
        return self.mappa("due", "--format", "email", *words, codes=(code,))

    def sample(self, text, sender="mappa@example.org", to="depmu@example.org", subject="a sample"):
        return self.run_program(SAMPLE, sender, to, subject, input=text.encode())

    def test_what_is_due_arrives_with_its_headers(self):
        sender, recipients, came = self.sent(self.due("--from", "MAPPA Café <mappa@example.org>", "--to", "depmu@example.org"))
        self.assertEqual(sender, "mappa@example.org")
        self.assertEqual(recipients, ["depmu@example.org"])
        self.assertEqual(str(came["From"]), "MAPPA Café <mappa@example.org>")
        self.assertEqual(str(came["To"]), "depmu@example.org")
        self.assertEqual(str(came["Subject"]), "MAPPA: 5 due, 2 overdue, 2 without a date")
        self.assertEqual(str(came["Date"]), "Sun, 22 Nov 2026 09:00:00 +0000")
        self.assertEqual(str(came["Auto-Submitted"]), "auto-generated")
        self.assertRegex(str(came["Message-ID"]), r"^<[0-9a-f]{32}@example\.org>$")

    def test_it_has_two_forms_of_the_same_words(self):
        for names in [], ["--with-names"]:
            _, _, came = self.sent(self.due("--from", "mappa@example.org", "--to", "depmu@example.org", *names))
            self.assertEqual([part.get_content_type() for part in came.walk()], ["multipart/alternative", "text/plain", "text/html"])
            self.assertEqual([part.get_content_charset() for part in came.iter_parts()], ["utf-8", "utf-8"])
            text, document = form(came, "plain"), form(came, "html")
            self.assertTrue(all(len(line) <= 72 for line in text.split("\n")), text)
            self.assertEqual(Words(document).text.split(), text.split())

    def test_names_arrive_only_where_they_are_asked_for(self):
        _, _, roles = self.sent(self.due("--from", "mappa@example.org", "--to", "depmu@example.org"))
        _, _, names = self.sent(self.due("--from", "mappa@example.org", "--to", "depmu@example.org", "--with-names"))
        for name in "ÅNGSTRÖM, ZOË", "ŁUKASZEWICZ, JOSÉ", "OKORO, ADA":
            self.assertIn(name, form(names, "plain"))
            self.assertIn(name, form(names, "html"))
            self.assertNotIn(name.split(",")[0], form(roles, "plain") + form(roles, "html"))
        self.assertIn("  OVERDUE  A1234BC  p9.referral  Referral made?\n", form(roles, "plain"))

    def test_every_recipient_receives_it(self):
        _, recipients, came = self.sent(self.due("--from", "mappa@example.org", "--to", "a@example.org, Zoë Ångström <zoe@example.org>",
                                                 "--to", '"Ahmed, J." <j@münchen.example>'))
        self.assertEqual(recipients, ["a@example.org", "zoe@example.org", "j@xn--mnchen-3ya.example"])
        self.assertEqual([(one.display_name, one.addr_spec) for one in came["To"].addresses],
                         [("", "a@example.org"), ("Zoë Ångström", "zoe@example.org"), ("Ahmed, J.", "j@xn--mnchen-3ya.example")])

    def test_that_nothing_is_due_arrives_too(self):
        _, _, came = self.sent(self.due("A2345CD", "--within", "0d", "--from", "mappa@example.org", "--to", "depmu@example.org", code=0))
        self.assertEqual(str(came["Subject"]), "MAPPA: nothing due (A2345CD)")
        self.assertTrue(form(came, "plain").startswith("Nothing is owed within 0 days.\n"))

    def test_any_text_arrives_as_it_was(self):
        texts = {
            "diacritics": "Zoë Ångström, Łukasz, O’Neill, 陳大文\n",
            "a long line": "word " * 600 + "\n" + "x" * 3000 + "\n" + "ё" * 1500 + "\n",
            "dots": ".\n..\n.profile\n" + "." * 500 + "\n. \n",
            "From": "From here\nFrom \n>From\n From\nfrom here\n",
            "blanks": "at the end \n\ttab\t\n\n\n   \n",
            "signs": "a = b =3D =\n--=_sample\n--=_sample--\n",
        }
        for name, text in texts.items():
            with self.subTest(name):
                _, _, came = self.sent(self.sample(text))
                self.assertEqual(form(came, "plain"), text)

    def test_long_subjects_and_names_arrive_as_they_were(self):
        subject = "Überfällig: " + "Größe und Maß " * 20 + "!"
        name = "Ångström " * 15 + "Zoë"
        _, _, came = self.sent(self.sample("text\n", f'"{name}" <mappa@example.org>', f'"{name}" <depmu@example.org>', subject))
        self.assertEqual(str(came["Subject"]), subject)
        self.assertEqual(name_in(self.data, "From"), name)
        self.assertEqual(name_in(self.data, "To"), name)

    def test_a_mailbox_file_takes_it_as_one_message(self):
        message = self.sample(".\nFrom here\n")
        self.assertFalse(any(line.startswith((b".", b"From ")) for line in message.split(b"\n")), message)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
