#include "mappa/casework/due_token.hpp"

#include <map>

#include "mappa/base/text.hpp"
#include "mappa/casebook/digest.hpp"

namespace mappa {
namespace {

// Two texts behind each other must not read like two others.
std::string counted_bytes(std::string_view text) { return std::to_string(text.size()) + ":" + std::string(text); }

// References are the same whatever their letter case and blanks.
std::string without_blanks(std::string_view about) {
  std::string out = upper(about);
  std::erase(out, ' ');
  return out;
}

}  // namespace

std::string due_token(std::string_view salt, const Finding& finding) {
  // The first word tells it from the digests of bodies, which begin with the same salt.
  return digest(counted_bytes("due") + counted_bytes(salt) + counted_bytes(finding.rule) + counted_bytes(without_blanks(finding.about)))
      .substr(0, 32);
}

void add_tokens(const Snapshot& snapshot, std::vector<DueLine>& lines) {
  std::map<PrisonNumber, std::string> salts;
  for (DueLine& line : lines) {
    std::string& salt = salts[line.number];
    if (salt.empty()) salt = snapshot.first_sealed(line.number).value().salt;
    line.token = due_token(salt, line.finding);
  }
}

}  // namespace mappa
