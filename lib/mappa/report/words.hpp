#pragma once

#include <string>

#include "mappa/casework/desk.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"
#include "mappa/rules/rule.hpp"

namespace mappa {

// A rule's sentence with its gaps filled: dates as people read them. The one place where findings
// become prose.
std::string worded(const Said& said);

// "Offender manager" for "offender manager".
std::string capital(std::string text);

// With blanks behind it up to so many columns.
std::string padded(std::string text, std::size_t width);

// "DET manager: 020-7946-0000": who must act, and how to reach them where that is known.
std::string responsible(const Finding& finding);

// A word for the shell: in quotes where it must be.
std::string shell_word(const std::string& text);

// "Advice, from the Sexual Offences Act 2003 and not from the order." For a rule that is.
std::string advice_of(const Rule& rule);

// What to type, with plain placeholders: "mappa record A1234BC licence --copy-held DATE --from SOURCE".
std::string command(const Mend& mend, const PrisonNumber& number);
// The same with a placeholder for whoever it is: "NUMBER".
std::string command(const Mend& mend, const std::string& who);

// "entry 12, licence, recorded 22 November 2026 by jsmith": where a finding comes from.
std::string sourced(const Source& source, const EntryNotes& notes);
Json json(const Source& source, const EntryNotes& notes);
// A line for each of them in brackets, each once: two fields of one entry may read alike.
std::vector<std::string> source_lines(const Finding& finding, const EntryNotes& notes);

// A line for each thing that the configuration changed in the policy.
void add_differences(const std::vector<std::string>& differences, Page& page);

// "3 days ago", "today", "in 12 days".
std::string how_soon(int days);

// "1 warning", "2 warnings".
std::string counted(int count, const std::string& one, const std::string& many);
std::string counted(std::size_t count, const std::string& one, const std::string& many);

}  // namespace mappa
