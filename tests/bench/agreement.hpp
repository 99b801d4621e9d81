#pragma once

#include <string>

namespace bench {

// Whether mappa and the peer say the same, by what each printed into a file, line by line. Each throws
// std::runtime_error that shows the first difference.

// mappa check-release --all, and peers/everybody.sql. Returns how many lines: "9938 people: 6470 not clear, …".
std::string same_of_everybody(const std::string& ours, const std::string& peers);

// mappa due, and peers/due.sql: the same lines, which mappa puts under a heading for each who owes. Returns how many.
std::string same_due(const std::string& ours, const std::string& peers);

// mappa check-release NUMBER, and peers/one.sql: the page rests on the newest entry about the person that the peer read.
void same_of_one(const std::string& ours, const std::string& peers, const std::string& number);

}  // namespace bench
