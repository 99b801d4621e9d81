#include <algorithm>

#include "checks.hpp"
#include "table.hpp"

namespace layers {
namespace {

using Tokens = std::vector<Token>;

bool below_any(const std::string& path, const std::vector<std::string>& places) {
  return std::any_of(places.begin(), places.end(),
                     [&](const auto& place) { return path.starts_with(place); });
}

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is(const Tokens& tokens, std::size_t at, const char* value) {
  return at < tokens.size() && tokens[at].kind != Kind::text && tokens[at].value == value;
}

// "fmt" in front of "::name"; empty when nothing or only "::" stands there.
std::string scope(const Tokens& tokens, std::size_t at) {
  if (at < 3 || !is(tokens, at - 1, ":") || !is(tokens, at - 2, ":")) return {};
  return tokens[at - 3].kind == Kind::word ? tokens[at - 3].value : std::string();
}

bool member(const Tokens& tokens, std::size_t at) {
  if (at == 0) return false;
  return is(tokens, at - 1, ".") || (at > 1 && is(tokens, at - 2, "-") && is(tokens, at - 1, ">"));
}

// time(nullptr), time(0), time(&t), clock(), std::time(…): the C functions, not a namesake of ours.
bool c_call(const Tokens& tokens, std::size_t at) {
  if (!is(tokens, at + 1, "(") || member(tokens, at)) return false;
  const auto in = scope(tokens, at);
  if (in == "std") return true;
  if (!in.empty()) return false;
  const auto next = at + 2;
  if (is(tokens, at, "clock")) return is(tokens, next, ")") && at > 0 && tokens[at - 1].kind != Kind::word;
  return is(tokens, next, "nullptr") || is(tokens, next, "NULL") || is(tokens, next, "0") ||
         is(tokens, next, "&");
}

bool banned(const Ban& ban, const Tokens& tokens, std::size_t at) {
  const auto& word = tokens[at].value;
  const auto in = scope(tokens, at);
  if (!in.empty() && has(ban.words, in + "::" + word)) return true;
  if (has(ban.words, word)) return !member(tokens, at);
  return has(ban.calls, word) && c_call(tokens, at);
}

void check(const Ban& ban, const Source& source, std::vector<Mistake>& found) {
  for (std::size_t at = 0; at < source.tokens.size(); ++at) {
    const auto& token = source.tokens[at];
    if (token.kind == Kind::word && banned(ban, source.tokens, at)) {
      found.push_back({source.path, token.line, token.value + " " + ban.what + ": " + ban.remedy});
    }
  }
}

}  // namespace

std::vector<Mistake> check_words(const std::vector<Source>& sources) {
  std::vector<Mistake> found;
  for (const auto& source : sources) {
    for (const auto& ban : bans()) {
      if (below_any(source.path, ban.folders) && !below_any(source.path, ban.except))
        check(ban, source, found);
    }
  }
  return found;
}

}  // namespace layers
