#pragma once

#include <string>
#include <string_view>

namespace mappa {

// The text of an input without its byte-order mark. file: its name for messages. Throws Fault
// (unreadable) when it is empty, a spreadsheet or otherwise binary, or not UTF-8.
std::string_view input_text(std::string_view bytes, const std::string& file);

// The input's name at the start of a sentence: "export.csv", or "The standard input" for "-".
std::string input_name(const std::string& file);

}  // namespace mappa
