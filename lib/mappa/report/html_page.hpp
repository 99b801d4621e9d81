#pragma once

#include <string>

#include "mappa/report/page.hpp"

namespace mappa {

// A page as a complete HTML document in UTF-8, for mail and browsers: light and dark, wide and narrow, on paper.
// It loads nothing and runs nothing. Text that came from outside is made safe and escaped here, and nowhere else.
std::string html(const Page& page);

}  // namespace mappa
