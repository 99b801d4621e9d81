#include "mappa/rules/finding.hpp"

namespace mappa {

std::string_view name(Answer answer) {
  switch (answer) {
    case Answer::met: return "met";
    case Answer::not_met: return "not_met";
    case Answer::unknown: return "unknown";
    case Answer::not_applicable: return "not_applicable";
  }
  return "";
}

Finding finding(Answer answer, Said evidence) {
  Finding out;
  out.answer = answer;
  out.evidence = std::move(evidence);
  return out;
}

Finding& Finding::from(EntryId entry, Wording field) & {
  for (const Source& source : sources)
    if (source.entry == entry && source.field == field.view()) return *this;
  if (entry == 0) return *this;
  if (sources.empty()) sources.reserve(4);
  sources.push_back({entry, std::move(field)});
  return *this;
}

Finding& Finding::mend(std::string kind, std::vector<std::string> fields) & {
  mended = Mend{std::move(kind), {}, std::move(fields)};
  return *this;
}

Finding& Finding::mend_with(std::string kind, std::string main, std::vector<std::string> fields) & {
  mended = Mend{std::move(kind), std::move(main), std::move(fields)};
  return *this;
}

Finding& Finding::because(std::vector<Said> steps) & {
  for (auto& step : steps) working.push_back(std::move(step));
  return *this;
}

}  // namespace mappa
