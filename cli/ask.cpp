#include "ask.hpp"

#include <algorithm>

#include "mappa/base/text.hpp"
#include "mappa/casework/record.hpp"
#include "mappa/report/check_release.hpp"
#include "mappa/report/import_export.hpp"
#include "mappa/report/record.hpp"
#include "mappa/report/words.hpp"
#include "session.hpp"

namespace mappa {
namespace {

// Whether the value behind the kind is itself to be asked for: placeholders are in capitals.
bool main_is_asked(const Mend& mend) { return !mend.main.empty() && upper(mend.main) == mend.main && lower(mend.main) != mend.main; }

// The fields that a finding asks for: the kind's main one where its value is a placeholder, then the others.
std::vector<const Field*> asked_fields(const Kind& kind, const Mend& mend) {
  std::vector<const Field*> out;
  if (main_is_asked(mend) && !kind.main.empty()) out.push_back(kind.find(kind.main));
  for (const auto& name : mend.fields) out.push_back(kind.find(name));
  std::erase(out, nullptr);
  return out;
}

// Asks until the answer can be taken; an empty one skips the field.
std::optional<std::string> ask_for(const Field& field, const Session& session) {
  std::string question = "    " + capital(std::string(field.help));
  if (field.deed) question += " [DATE or date-unknown]";
  for (std::size_t i = 0; i < field.words.size() && !field.deed; ++i) question += (i == 0 ? " [" : ", ") + field.words[i];
  if (!field.words.empty() && !field.deed) question += "]";
  while (const auto answer = session.ask(question + ": ")) {
    if (answer->empty()) return std::nullopt;
    const auto read = field.read(*answer, session.real_now());
    if (const auto* canonical = std::get_if<std::string>(&read)) return *canonical;
    const auto& wrong = std::get<TypedProblem>(read);
    session.print_line("    " + wrong.what + " " + wrong.remedy);
  }
  return std::nullopt;
}

bool confirmed(const RecordRequest& request, const Session& session) {
  std::string line = "    To be recorded: " + request.kind.name;
  for (const auto& [name, typed] : request.given) line += ", " + name + " " + safe(typed);
  session.print_line(line);
  while (const auto answer = session.ask("    Record this? [yes, no]: ")) {
    if (lower(*answer) == "yes" || lower(*answer) == "y") return true;
    if (lower(*answer) == "no" || lower(*answer) == "n") return false;
    session.print_line("    Type yes or no.");
  }
  return false;
}

bool ask_one(const Finding& finding, const PrisonNumber& number, Store& store, const Session& session) {
  const Kind& kind = *find_kind(finding.mended->kind);
  session.print_line("");
  session.print_line(std::string(find_rule(finding.rule)->question) + " " + capital(worded(finding.evidence)) + ".");
  session.print_line("    (Enter alone leaves it open.)");
  RecordRequest request{number.text(), kind, {}, {}, session.by(), session.clock(), session.real_now()};
  const auto fields = asked_fields(kind, *finding.mended);
  for (const Field* field : fields)
    if (const auto answer = ask_for(*field, session)) request.given.emplace_back(field->name, *answer);
  const bool fixed = !finding.mended->main.empty() && !main_is_asked(*finding.mended);
  if (request.given.empty() && !(fixed && fields.empty())) return false;
  if (fixed) request.given.insert(request.given.begin(), {kind.main, finding.mended->main});
  if (!confirmed(request, session)) return false;
  const RecordResult result = record(store, request, session.desk());
  for (const Problem& problem : result.problems) session.print_line("    " + one_line(problem));
  if (!result.entry) return false;
  session.print(page(result));
  return true;
}

}  // namespace

bool ask_what_blocks(const ReleaseCheck& check, Store& store, Session& session) {
  bool any = false;
  for (const Finding* finding : blocking(check.verdict))
    if (finding->mended && ask_one(*finding, check.folded.number, store, session)) any = true;
  session.print_line(any ? "\nChecked again:\n" : "\nNothing was recorded.");
  return any;
}

}  // namespace mappa
