#pragma once

#include <string>
#include <string_view>

#include "mappa/nomis/export.hpp"

namespace mappa {

// What a file of rejected records begins with: for CSV the file's own headers behind three of ours.
std::string rejects_header(const Layout& layout);

// A rejected record as it came, behind its line, the rules that it breaks and the reasons; one line, or for CSV
// as many as the record had. Reading such a file leaves these three out. text: the record as it came.
std::string reject_line(const Layout& layout, const Checked& record, std::string_view text);

}  // namespace mappa
