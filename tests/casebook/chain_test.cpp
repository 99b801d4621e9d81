#include "mappa/casebook/chain.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <vector>

#include "mappa/casebook/digest.hpp"

using namespace mappa;

namespace {

Entry licence_entry() {
  Entry entry;
  entry.number = PrisonNumber::parse("A1234BC");
  entry.kind = "licence";
  entry.version = 1;
  entry.on = *date_from_iso("2026-11-25");
  entry.by = "jsmith";
  entry.source = "caseworker";
  entry.body = R"({"due":"yes"})";
  entry.id = 7;
  entry.recorded_at = *instant_from_iso("2026-11-26T09:30:05Z");
  return entry;
}

const std::string kSalt = "0123456789abcdef";

std::string hex(const std::string& bytes) {
  std::string out;
  for (const char one : bytes) {
    const auto byte = static_cast<unsigned char>(one);
    out += "0123456789abcdef"[byte / 16];
    out += "0123456789abcdef"[byte % 16];
  }
  return out;
}

std::string digest_of(const Entry& entry) {
  return entry_digest(chain_start(), entry, body_digest(kSalt, entry.body));
}

}  // namespace

TEST_CASE("digests are BLAKE2b with 256 bits") {
  CHECK(digest("") == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  CHECK(digest("abc") == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

// Every casebook that exists depends on these four literals. They were worked out by another
// implementation of BLAKE2b. If this test fails, the code is wrong, never the test.
TEST_CASE("the digested bytes never change") {
  CHECK(hex(chain_start()) == "baac035e625deb2f821f9adf20708e9e12dbe1da7f229bb09ad0b4f0d2ef50d4");
  CHECK(hex(body_digest(kSalt, R"({"due":"yes"})")) ==
        "948a0bf3cecb80d47834c50389448ec857b64820bc3f72e5c1142082aacc8669");

  auto entry = licence_entry();
  CHECK(hex(digest_of(entry)) == "353b5beab109eb023356fe4dc264f00e0972513ede045f5cd3bde95ccd130ad6");

  entry.id = 1;
  entry.number.reset();
  entry.kind = "import";
  entry.source = "nomis-müller.csv";
  entry.drill = true;
  CHECK(hex(digest_of(entry)) == "b92735793114719b84d9eaa8695f4b7c057e22aad5d381b45849b64086c2ebe2");
}

TEST_CASE("every field of an entry changes its digest") {
  const std::vector<std::function<void(Entry&)>> changes = {
      [](Entry& e) { e.id = 8; },
      [](Entry& e) { e.number = PrisonNumber::parse("A1234BD"); },
      [](Entry& e) { e.number.reset(); },
      [](Entry& e) { e.kind = "licences"; },
      [](Entry& e) { e.version = 2; },
      [](Entry& e) { e.on = *date_from_iso("2026-11-24"); },
      [](Entry& e) { e.recorded_at += std::chrono::seconds(1); },
      [](Entry& e) { e.drill = true; },
      [](Entry& e) { e.by = "jsmyth"; },
      [](Entry& e) { e.source = "caseworkers"; },
      [](Entry& e) { e.body += ' '; },
  };
  std::set<std::string> digests = {digest_of(licence_entry())};
  for (const auto& change : changes) {
    auto entry = licence_entry();
    change(entry);
    digests.insert(digest_of(entry));
  }
  CHECK(digests.size() == changes.size() + 1);
}

TEST_CASE("an entry's digest depends on the digest before it") {
  const auto entry = licence_entry();
  const auto body = body_digest(kSalt, entry.body);
  CHECK(entry_digest(chain_start(), entry, body) != entry_digest(raw_digest("other"), entry, body));
}

TEST_CASE("text that moves from one field to the next changes the digest") {
  auto one = licence_entry();
  auto other = licence_entry();
  one.by = "ab";
  one.source = "c";
  other.by = "a";
  other.source = "bc";
  CHECK(digest_of(one) != digest_of(other));
  CHECK(body_digest("ab", "c") != body_digest("a", "bc"));
}

TEST_CASE("the same body under another salt has another digest") {
  CHECK(body_digest("salt one", "yes") != body_digest("salt two", "yes"));
}

TEST_CASE("a salt has 16 bytes and is new each time") {
  std::set<std::string> salts;
  const std::string all = fresh_salts(100);
  for (std::size_t i = 0; i < 100; ++i) salts.insert(all.substr(i * salt_size, salt_size));
  CHECK(salts.size() == 100);
  for (const auto& salt : salts) CHECK(salt.size() == 16);
}
