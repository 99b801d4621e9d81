#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mappa {

// The candidate that somebody most likely meant by `typed`: the one at the smallest edit distance
// (insertions, deletions, substitutions and swaps of neighbours each count one; letter case is
// ignored), if that is at most a third of the longer word, and at least one edit is always allowed.
// Ties go to the earlier candidate. Nothing when none is near.
std::optional<std::string> nearest(std::string_view typed, std::span<const std::string> candidates);

}  // namespace mappa
