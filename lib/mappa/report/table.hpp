#pragma once

#include <string>

#include "mappa/report/page.hpp"

namespace mappa {

// A table as text: columns aligned, the widest one wrapped where the whole is wider than `width` columns.
std::string text(const Table& table, int width);

}  // namespace mappa
