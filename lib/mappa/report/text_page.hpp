#pragma once

#include <string>

#include "mappa/report/page.hpp"

namespace mappa {

// A page as text for a terminal or a pipe, at most `width` columns wide where words allow it. Text that came
// from outside is made safe here, and nowhere else.
std::string text(const Page& page, int width);
// Adds one thing of a list, as it stands on such a page.
void add_item(const FindingList::Item& item, int width, std::string& out);

// Text broken between words into lines of at most `width` columns; the second and later lines begin
// with `indent` blanks, which count.
std::string wrapped(const std::string& text, int width, int indent);

}  // namespace mappa
